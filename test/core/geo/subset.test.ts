import { describe, expect, it } from 'vitest';
import { boundsOf } from '@zicht-op/core/geo/bounds.js';
import { createHitIndex } from '@zicht-op/core/geo/hit-index.js';
import { neighboursOf } from '@zicht-op/core/geo/neighbours.js';
import { subsetBoundaries } from '@zicht-op/core/geo/subset.js';
import { multiPolygon, polygon, shapesFrom, square } from './support/shapes.js';

const ALL = shapesFrom(
  polygon(square(0, 50)),
  null,
  polygon(square(1, 50), square(1.2, 50.2, 0.5)),
  multiPolygon([square(2, 50)], [square(5, 50)]),
);

describe('subsetBoundaries', () => {
  it.each([
    ['none', [], []],
    ['some, in the order given', [3, 0], ['GM0004', 'GM0001']],
    ['one without area', [1], ['GM0002']],
    ['all', [0, 1, 2, 3], ['GM0001', 'GM0002', 'GM0003', 'GM0004']],
  ])('keeps %s', (_what, shapes, codes) => {
    const subset = subsetBoundaries(ALL, shapes);
    expect([subset.codes, subset.names.length, subset.shapeRings.length]).toEqual([
      codes,
      codes.length,
      codes.length + 1,
    ]);
    expect(subset.coordinates).toBe(ALL.coordinates);
  });

  it('is the same when it keeps all', () => {
    expect(subsetBoundaries(ALL, [0, 1, 2, 3])).toEqual(ALL);
  });

  it('has bounds, hits and neighbours of its own', () => {
    const subset = subsetBoundaries(ALL, [2, 3]);
    expect(boundsOf(subset)).toEqual([1, 50, 6, 51]);
    expect([0.5, 1.1, 1.5, 2.5, 5.5].map((lon) => createHitIndex(subset).shapeAt(lon, 50.5))).toEqual([
      -1, 0, -1, 1, 1,
    ]);
    expect(neighboursOf(subset).of(0)).toEqual([1]);
    expect(neighboursOf(subset).neighbourInDirection(0, 'left')).toBe(-1);
  });
});

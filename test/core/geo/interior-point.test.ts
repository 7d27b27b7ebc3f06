import { describe, expect, it } from 'vitest';
import { interiorPoint, quickInteriorPoint } from '@zicht-op/core/geo/interior-point.js';
import { isInShape } from '@zicht-op/core/geo/rings.js';
import { box, multiPolygon, polygon, shapesFrom, square, type Ring } from './support/shapes.js';

// A horseshoe, open to the north: its centre of gravity lies outside.
const HORSESHOE: Ring = [
  [0, 50],
  [4, 50],
  [4, 54],
  [3, 54],
  [3, 51],
  [1, 51],
  [1, 54],
  [0, 54],
];
// A star with hair-thin rays.
const STAR: Ring = Array.from({ length: 24 }, (_, i) => {
  const reach = i % 2 === 0 ? 1 : 0.02;
  const angle = (i * Math.PI) / 12;
  return [5 + reach * Math.cos(angle), 52 + reach * Math.sin(angle)] as const;
});
const CASES: [string, object][] = [
  ['a square', polygon(square(5, 52))],
  ['a square wound the other way', polygon([...square(5, 52)].reverse())],
  ['a ring around a hole', polygon(square(5, 52), square(5.05, 52.05, 0.9))],
  ['a horseshoe', polygon(HORSESHOE)],
  ['a star', polygon(STAR)],
  [
    'a sliver',
    polygon([
      [5, 52],
      [6, 52.5],
      [6, 52.500001],
    ]),
  ],
  [
    'a speck',
    polygon([
      [5, 52],
      [5.00001, 52],
      [5, 52.00001],
    ]),
  ],
  ['a thread from south to north', polygon(box(5, 52, 5.000001, 53))],
  ['a thread from west to east', polygon(box(5, 52, 6, 52.000001))],
  ['many parts', multiPolygon([square(5, 52)], [square(7, 52, 0.1)], [square(8, 52, 0.2)])],
  [
    'a bow tie, which crosses itself',
    polygon([
      [5, 52],
      [6, 53],
      [6, 52],
      [5, 53.5],
    ]),
  ],
  ['a ring that is walked twice but for a corner', polygon([...square(5, 52), [5.5, 52.5]])],
];

describe('interiorPoint', () => {
  it.each(CASES)('lies inside %s', (_what, geometry) => {
    const shapes = shapesFrom(geometry);
    const point = interiorPoint(shapes, 0);
    expect(point).not.toBeNull();
    expect(point && isInShape(shapes, 0, ...point)).toBe(true);
  });

  it.each(CASES)('lies inside %s, also when it is found quickly', (_what, geometry) => {
    const shapes = shapesFrom(geometry);
    const point = quickInteriorPoint(shapes, 0);
    expect(point && isInShape(shapes, 0, ...point)).toBe(true);
  });

  it('is null where there is no area', () => {
    const shapes = shapesFrom(
      null,
      polygon(),
      polygon([
        [5, 52],
        [6, 53],
        [7, 54],
      ]),
      polygon(square(5, 52)),
    );
    expect([0, 1, 2].map((shape) => interiorPoint(shapes, shape))).toEqual([null, null, null]);
    expect([0, 1, 2].map((shape) => quickInteriorPoint(shapes, shape))).toEqual([null, null, null]);
  });

  it('lies in the largest part', () => {
    const shapes = shapesFrom(multiPolygon([square(8, 52, 0.2)], [square(5, 52)], [square(7, 52, 0.1)]));
    const [lon] = interiorPoint(shapes, 0) ?? [NaN];
    expect(Math.floor(lon)).toBe(5);
  });

  it.each([
    ['a square', polygon(square(5, 52)), 0.45],
    ['a horseshoe', polygon(HORSESHOE), 0.3],
    ['a ring around a hole', polygon(square(5, 52), square(5.4, 52.4, 0.2)), 0.15],
    [
      'a hall with a thin tower',
      polygon([...box(0, 50, 3, 53).slice(0, 3), [1.6, 53], [1.6, 56], [1.4, 56], [1.4, 53], [0, 53]]),
      0.7,
    ],
  ])('lies well away from the border of %s', (_what, geometry, distance) => {
    const shapes = shapesFrom(geometry);
    const [lon, lat] = interiorPoint(shapes, 0) ?? [NaN, NaN];
    for (let angle = 0; angle < 2 * Math.PI; angle += 0.1)
      expect(isInShape(shapes, 0, lon + distance * Math.cos(angle), lat + distance * Math.sin(angle))).toBe(true);
  });
});

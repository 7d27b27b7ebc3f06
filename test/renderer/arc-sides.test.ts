import { describe, expect, it } from 'vitest';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { arcSides } from '@zicht-op/renderer/arc-sides.js';
import { geoJsonWorld } from './support/worlds.js';

/** Shapes by the arcs that each of them walks, all in one ring. */
function walking(arcs: number, ...shapes: number[][]): Boundaries {
  return {
    ...geoJsonWorld([null]).boundaries,
    codes: shapes.map((_, shape) => `GM000${shape}`),
    coordinates: new Float64Array(arcs * 4),
    arcStart: Uint32Array.from({ length: arcs + 1 }, (_, arc) => arc * 2),
    ringArcs: Int32Array.from(shapes.flat()),
    ringStart: Uint32Array.from(
      shapes.reduce((starts, ring) => [...starts, starts[starts.length - 1] + ring.length], [0]),
    ),
    shapeRings: Uint32Array.from({ length: shapes.length + 1 }, (_, shape) => shape),
  };
}

/** `arc: first|second`, in order of arcs. */
const told = (boundaries: Boundaries): string[] => {
  const { arcs, sides } = arcSides(boundaries);
  return Array.from(arcs, (arc, border) => `${arc}: ${sides[2 * border]}|${sides[2 * border + 1]}`).sort();
};

describe('arcSides', () => {
  it.each<[string, number, number[][], string[]]>([
    ['no shapes', 2, [], []],
    ['a shape without rings', 1, [[]], []],
    ['arcs that no shape walks', 3, [[1]], ['1: 0|-1']],
    ['one shape, which has nothing beside it', 2, [[0, 1]], ['0: 0|-1', '1: 0|-1']],
    [
      'two on one border, whichever way they walk it',
      3,
      [
        [0, 1],
        [2, ~0],
      ],
      ['0: 0|1', '1: 0|-1', '2: 1|-1'],
    ],
    ['a shape that walks a seam there and back', 2, [[0, 1, ~1]], ['0: 0|-1']],
    ['a seam of the first beside another', 2, [[0, 1, ~1], [~1]], ['0: 0|-1', '1: 1|-1']],
    ['a seam of the second beside another', 2, [[1], [0, 1, ~1]], ['0: 1|-1', '1: 0|-1']],
    ['a shape that walks a border three times', 1, [[0, ~0, 0]], ['0: 0|-1']],
    ['three on one arc', 1, [[0], [0], [0]], ['0: 0|1', '0: 2|-1']],
    ['four on one arc', 1, [[0], [0], [0], [0]], ['0: 0|1', '0: 2|3']],
    ['a third with a seam where two stand already', 1, [[0], [0], [0, ~0]], ['0: 0|1']],
    ['a fourth with a seam where three stand already', 1, [[0], [0], [0], [0, ~0]], ['0: 0|1', '0: 2|-1']],
  ])('tells the sides of %s', (_what, arcs, shapes, sides) => {
    expect(told(walking(arcs, ...shapes))).toEqual(sides);
  });

  it('works them out once per document', () => {
    const boundaries = walking(2, [0, 1]);
    expect(arcSides(boundaries)).toBe(arcSides(boundaries));
  });

  it('lists an arc once for every two of the hundred thousand shapes along it, in good time', () => {
    const shapes = Array.from({ length: 100_001 }, () => [0]);
    const crowded: Boundaries = {
      ...walking(1),
      codes: shapes.map(String),
      ringArcs: new Int32Array(shapes.length),
      ringStart: Uint32Array.from({ length: shapes.length + 1 }, (_, at) => at),
      shapeRings: Uint32Array.from({ length: shapes.length + 1 }, (_, at) => at),
    };
    const { arcs, sides } = arcSides(crowded);
    expect(arcs).toHaveLength(50_001);
    expect(new Set(sides).size).toBe(100_002);
  });
});

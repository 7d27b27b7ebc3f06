import { describe, expect, it } from 'vitest';
import type { Bounds } from '@zicht-op/core/geo/bounds.js';
import { meetsBox } from '@zicht-op/core/geo/meets-box.js';
import { box, multiPolygon, polygon, shapesFrom, square } from './support/shapes.js';

/** An L that leaves the upper right of its bounds free. */
const ELBOW = polygon([
  [0, 0],
  [4, 0],
  [4, 1],
  [1, 1],
  [1, 4],
  [0, 4],
  [0, 0],
]);
const RING = polygon(square(0, 0, 4), square(1, 1, 2));
const TWO = multiPolygon([square(0, 0)], [square(3, 3)]);

describe('a shape and a box', () => {
  it.each([
    ['a shape without area', null, [-9, -9, 9, 9], false],
    ['a box around the shape', polygon(square(1, 1)), [0, 0, 9, 9], true],
    ['a box inside the shape', polygon(square(0, 0, 9)), [4, 4, 5, 5], true],
    ['a box in a hole', RING, [1.5, 1.5, 2.5, 2.5], false],
    ['a box over the edge of a hole', RING, [1.5, 1.5, 3.5, 2.5], true],
    ['a box in the bounds that the shape winds around', ELBOW, [2, 2, 3, 3], false],
    ['a box at the end of an arm', ELBOW, [3, 0.5, 5, 3], true],
    ['a box between two parts', TWO, [1.5, 1.5, 2.5, 2.5], false],
    ['a box in the second part', TWO, [3.2, 3.2, 3.4, 3.4], true],
    [
      'a line that passes a corner of the box by',
      polygon([
        [0, 4],
        [4, 0],
        [0, 0],
        [0, 4],
      ]),
      [2.5, 2.5, 9, 9],
      false,
    ],
    [
      'a line that cuts a corner of the box',
      polygon([
        [0, 4],
        [4, 0],
        [0, 0],
        [0, 4],
      ]),
      [1.5, 1.5, 9, 9],
      true,
    ],
    ['a box that only touches an edge', polygon(box(0, 0, 1, 1)), [1, 0, 2, 1], true],
    ['a box with no number', polygon(square(0, 0)), [NaN, 0, 2, 1], false],
  ] as [string, object | null, Bounds, boolean][])('%s', (_what, geometry, area, expected) => {
    expect(meetsBox(shapesFrom(geometry), 0, area)).toBe(expected);
  });
});

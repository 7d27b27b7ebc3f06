import { describe, expect, it } from 'vitest';
import { neighboursOf, type Direction } from '@zicht-op/core/geo/neighbours.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { box, polygon, shapesFrom, square } from './support/shapes.js';
import { isStronglyConnected } from './support/moves.js';

const DIRECTIONS: readonly Direction[] = ['up', 'right', 'down', 'left'];

/** Neighbours of each shape. */
const listOf = (shapes: Boundaries): number[][] => {
  const neighbours = neighboursOf(shapes);
  return shapes.codes.map((_, shape) => [...neighbours.of(shape)]);
};

//   6 7 8
//   3 4 5
//   0 1 2
const BOARD = shapesFrom(...Array.from({ length: 9 }, (_, i) => polygon(square(i % 3, 50 + Math.floor(i / 3)))));

describe('neighboursOf', () => {
  it.each([
    ['without shapes', shapesFrom()],
    ['with one shape', shapesFrom(polygon(square(5, 52)))],
    ['with shapes without area', shapesFrom(null, null)],
    ['with one shape beside those without area', shapesFrom(null, polygon(square(5, 52)), null)],
  ])('knows none %s', (_what, shapes) => {
    const neighbours = neighboursOf(shapes);
    for (const shape of [-1, 0, 1, 2, 99]) {
      expect(neighbours.of(shape)).toEqual([]);
      for (const direction of DIRECTIONS) expect(neighbours.neighbourInDirection(shape, direction)).toBe(-1);
    }
  });

  it('lists who lies beside it, ascending', () => {
    expect(listOf(BOARD)[4]).toEqual([1, 3, 5, 7]);
    expect(listOf(BOARD)[0]).toEqual([1, 3]);
  });

  it('takes no water for a border', () => {
    const shapes = shapesFrom(
      polygon(square(5, 52)),
      polygon(square(6, 52)),
      polygon(square(7.5, 52)),
      polygon(square(8.5, 52)),
    );
    expect(listOf(shapes)).toEqual([[1], [0], [3], [2]]);
  });

  it('links an island to the shape nearest to it, both ways', () => {
    const shapes = shapesFrom(polygon(square(0, 50)), polygon(square(1, 50)), polygon(square(4, 50, 0.5)), null);
    expect(listOf(shapes)).toEqual([[1], [0, 2], [1], []]);
  });
});

describe('neighbourInDirection', () => {
  it.each([
    [4, [7, 5, 1, 3]],
    [0, [3, 1, -1, -1]],
    [2, [5, -1, -1, 1]],
    [6, [-1, 7, 3, -1]],
    [8, [-1, -1, 5, 7]],
  ])('leads from %i of a board to %j', (shape, targets) => {
    const neighbours = neighboursOf(BOARD);
    expect(DIRECTIONS.map((direction) => neighbours.neighbourInDirection(shape, direction))).toEqual(targets);
  });

  it('prefers who shares a border to who is nearer', () => {
    // 2 lies right above 0 but for a gap; 1 is tall and touches it.
    const shapes = shapesFrom(
      polygon(square(5, 50)),
      polygon([
        [5, 51],
        [5.2, 51],
        [5.2, 58],
        [8, 58],
        [8, 59],
        [5, 59],
      ]),
      polygon(box(5.3, 51.3, 6, 51.8)),
      polygon(box(6, 51.3, 7, 51.8)),
    );
    expect(neighboursOf(shapes).neighbourInDirection(0, 'up')).toBe(1);
  });

  it('goes far straight on rather than a little way aside', () => {
    const shapes = shapesFrom(
      polygon(square(5, 50)),
      polygon(square(5, 57)),
      polygon(square(7, 51.2)),
      polygon(square(8, 51.2)),
    );
    expect(neighboursOf(shapes).neighbourInDirection(0, 'up')).toBe(1);
  });

  it('crosses water where no neighbour lies that way', () => {
    const shapes = shapesFrom(
      polygon(square(5, 50)),
      polygon(square(6, 50)),
      polygon(square(5, 55)),
      polygon(square(5, 58)),
    );
    expect(neighboursOf(shapes).neighbourInDirection(0, 'up')).toBe(2);
  });

  it('leads on wherever something lies further that way, if only aside', () => {
    const shapes = shapesFrom(polygon(square(5, 50)), polygon(square(15, 51)));
    const neighbours = neighboursOf(shapes);
    expect([neighbours.neighbourInDirection(0, 'up'), neighbours.neighbourInDirection(1, 'up')]).toEqual([1, -1]);
  });

  it('reaches a village that every other way leads past', () => {
    // The village lies in a corner of the land around it, whose own neighbours are nearer in every direction.
    const land = polygon(box(5, 50, 9, 54), box(8.7, 53.2, 8.8, 53.4));
    const village = polygon(box(8.7, 53.2, 8.8, 53.4));
    const around = [box(5, 54, 9, 54.1), box(9, 50, 9.1, 54), box(5, 49.9, 9, 50), box(4.9, 50, 5, 54)];
    const shapes = shapesFrom(land, village, ...around.map((ring) => polygon(ring)));
    expect(isStronglyConnected(shapes)).toBe(true);
  });

  it.each([
    ['a board', BOARD],
    ['a row', shapesFrom(...[0, 1, 2, 3, 4].map((x) => polygon(square(x, 50))))],
    ['islands', shapesFrom(...[0, 3, 7, 20].map((x) => polygon(square(x, 40 + (x % 5) * 3))))],
    [
      'rings in rings',
      shapesFrom(
        ...[1, 2, 3, 4].map((size) =>
          polygon(square(10 - size, 50 - size, 2 * size), square(11 - size, 51 - size, 2 * size - 2)),
        ),
      ),
    ],
    ['shapes over each other', shapesFrom(...[1, 2, 3].map(() => polygon(square(5, 52))), polygon(square(7, 52)))],
  ])('reaches every shape from every other on %s', (_what, shapes) => {
    expect(isStronglyConnected(shapes)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { createHitIndex } from '@zicht-op/core/geo/hit-index.js';
import { box, multiPolygon, polygon, shapesFrom, square } from './support/shapes.js';

const clockwise = <T>(ring: readonly T[]): T[] => [...ring].reverse();

describe('createHitIndex', () => {
  it.each([
    ['without shapes', []],
    ['with shapes without area', [null, polygon()]],
  ])('finds nothing %s', (_what, geometries) => {
    const index = createHitIndex(shapesFrom(...geometries));
    expect([index.shapeAt(0, 0), index.shapeAt(5, 52)]).toEqual([-1, -1]);
  });

  it.each([
    [NaN, 52],
    [5, NaN],
    [Infinity, 52],
    [5, -Infinity],
    [4.9, 52.5],
    [5.5, 53.1],
  ])('finds nothing at (%f, %f), off the shapes', (lon, lat) => {
    expect(createHitIndex(shapesFrom(polygon(square(5, 52)))).shapeAt(lon, lat)).toBe(-1);
  });

  it('skips shapes without area', () => {
    expect(createHitIndex(shapesFrom(null, polygon(square(5, 52)), null)).shapeAt(5.5, 52.5)).toBe(1);
  });

  it.each([
    ['counterclockwise', square(5, 52), square(5.25, 52.25, 0.5)],
    ['clockwise', clockwise(square(5, 52)), clockwise(square(5.25, 52.25, 0.5))],
    ['either way', square(5, 52), clockwise(square(5.25, 52.25, 0.5))],
  ])('leaves holes out, wound %s', (_how, outer, hole) => {
    const index = createHitIndex(shapesFrom(polygon(outer, hole)));
    expect([index.shapeAt(5.1, 52.5), index.shapeAt(5.5, 52.5)]).toEqual([0, -1]);
  });

  it('finds an island in a hole, and who lives in the hole', () => {
    const around = multiPolygon([square(5, 52), square(5.2, 52.2, 0.6)], [square(5.4, 52.4, 0.2)]);
    const between = polygon(square(5.2, 52.2, 0.6), square(5.4, 52.4, 0.2));
    const index = createHitIndex(shapesFrom(around, between));
    expect([5.1, 5.3, 5.5, 5.7, 5.9].map((lon) => index.shapeAt(lon, 52.5))).toEqual([0, 1, 0, 1, 0]);
  });

  it.each([
    ['the smaller last', [polygon(square(5, 52, 3)), polygon(square(6, 53))], 1],
    ['the smaller first', [polygon(square(6, 53)), polygon(square(5, 52, 3))], 0],
    ['the same outline twice: the first', [polygon(square(6, 53)), polygon(square(6, 53))], 0],
  ])('takes the smaller of shapes that lie over each other, %s', (_what, geometries, shape) => {
    expect(createHitIndex(shapesFrom(...geometries)).shapeAt(6.5, 53.5)).toBe(shape);
  });

  it('tells the smaller by what it encloses and not by its box', () => {
    const band: [number, number][] = [
      [5, 52],
      [8, 55],
      [8, 55.1],
      [5, 52.1],
    ];
    const index = createHitIndex(shapesFrom(polygon(square(6, 53)), polygon(band)));
    expect(index.shapeAt(6.5, 53.55)).toBe(1);
  });

  it('gives every place on a border to exactly one of the areas beside it', () => {
    // Four squares around (6, 53), each with arcs of its own, wound in turn.
    const squares = [square(5, 52), clockwise(square(6, 52)), clockwise(square(5, 53)), square(6, 53)];
    const each = squares.map((ring) => createHitIndex(shapesFrom(polygon(ring))));
    const places = Array.from({ length: 200 }, (_, i) => 5 + i / 100);
    for (const at of places) {
      expect(each.filter((index) => index.shapeAt(at, 53) === 0)).toHaveLength(1);
      expect(each.filter((index) => index.shapeAt(6, 47 + at) === 0)).toHaveLength(1);
    }
  });

  it('leaves no gap along a slanting border, whichever way each area walks it', () => {
    const a = [0.1, 0.2] as const;
    const b = [0.7, 0.9] as const;
    const left = createHitIndex(shapesFrom(polygon([a, b, [-1, 0.9], [-1, 0.2]])));
    const right = createHitIndex(shapesFrom(polygon([b, a, [2, 0.2], [2, 0.9]])));
    for (let i = 0; i < 1000; i++) {
      const lat = 0.2 + (0.7 * i) / 1000;
      const lon = 0.1 + (0.6 * (lat - 0.2)) / 0.7;
      expect([left.shapeAt(lon, lat), right.shapeAt(lon, lat)].sort()).toEqual([-1, 0]);
    }
  });

  it('finds every one of many shapes', () => {
    const cells = Array.from({ length: 900 }, (_, i) =>
      polygon(square((i % 30) * 0.1, 50 + Math.floor(i / 30) * 0.1, 0.1)),
    );
    const index = createHitIndex(shapesFrom(...cells));
    cells.forEach((_, i) => {
      expect(index.shapeAt((i % 30) * 0.1 + 0.05, 50 + Math.floor(i / 30) * 0.1 + 0.05)).toBe(i);
    });
  });

  it('finds shapes on a line, which have no height or no width together', () => {
    const flat = createHitIndex(shapesFrom(polygon(box(5, 52, 6, 52 + 1e-9)), polygon(box(6, 52, 7, 52 + 1e-9))));
    expect(flat.shapeAt(6.5, 52 + 5e-10)).toBe(1);
  });

  it('doesn’t fill the memory when thousands of shapes lie over each other', () => {
    const stack = Array.from({ length: 20_000 }, (_, i) => polygon(square(0, 50, 1 + i / 20_000)));
    expect(createHitIndex(shapesFrom(...stack)).shapeAt(0.5, 50.5)).toBe(0);
  });
});

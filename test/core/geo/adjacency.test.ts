import { describe, expect, it } from 'vitest';
import { adjacencyOf } from '@zicht-op/core/geo/adjacency.js';
import { box, multiPolygon, polygon, shapesFrom, shapesOf, square, type Ring } from './support/shapes.js';

const listOf = (...geometries: object[]): number[][] =>
  adjacencyOf(shapesFrom(...geometries)).map((shapes) => [...shapes].sort((a, b) => a - b));

/** Shapes of a TopoJSON whose rings are made of these arcs. */
function listOfArcs(arcs: readonly Ring[], ...rings: (readonly number[])[][]): number[][] {
  const geometries = rings.map((own, i) => ({ type: 'Polygon', arcs: own, id: `GM000${i + 1}` }));
  const shapes = shapesOf({ type: 'Topology', arcs, objects: { a: { type: 'GeometryCollection', geometries } } });
  return adjacencyOf(shapes).map((own) => [...own].sort((a, b) => a - b));
}

describe('adjacencyOf', () => {
  it.each([
    ['without shapes', []],
    ['with shapes without area', [null, polygon()]],
    ['with one shape', [polygon(square(5, 52))]],
    ['with shapes far apart', [polygon(square(5, 52)), polygon(square(7, 52))]],
  ])('knows none %s', (_what, geometries) => {
    expect(adjacencyOf(shapesFrom(...geometries)).every((shapes) => shapes.size === 0)).toBe(true);
  });

  it('finds who shares an arc', () => {
    const arcs: Ring[] = [
      [
        [6, 52],
        [6, 53],
      ],
      [
        [6, 53],
        [5, 53],
        [5, 52],
        [6, 52],
      ],
      [
        [6, 52],
        [7, 52],
        [7, 53],
        [6, 53],
      ],
    ];
    expect(listOfArcs(arcs, [[0, 1]], [[2, ~0]])).toEqual([[1], [0]]);
  });

  it('finds who shares an arc and nothing else: a village in a hole', () => {
    expect(listOfArcs([square(0, 50, 10), square(4, 54)], [[0], [1]], [[1]])).toEqual([[1], [0]]);
  });

  it('finds all three that a document lets share an arc', () => {
    expect(listOfArcs([square(0, 50, 10), square(4, 54)], [[0], [1]], [[1]], [[~1]])[0]).toEqual([1, 2]);
  });

  it('does not take a shape that walks an arc twice for its own neighbour', () => {
    expect(listOfArcs([square(0, 50)], [[0], [~0]])).toEqual([[]]);
  });

  //   6 7 8
  //   3 4 5
  //   0 1 2
  it('finds who shares a side, and not who shares a corner where others lie between', () => {
    const board = Array.from({ length: 9 }, (_, i) => polygon(square(i % 3, 50 + Math.floor(i / 3))));
    expect(listOf(...board)[4]).toEqual([1, 3, 5, 7]);
    expect(listOf(...board)[0]).toEqual([1, 3]);
  });

  it.each([
    ['a village in a hole', polygon(square(5, 52, 2), square(5.5, 52.5)), polygon(square(5.5, 52.5))],
    ['a side walked the same way', polygon(square(5, 52)), polygon([...box(6, 52, 7, 53)].reverse())],
    ['a side of one of many parts', multiPolygon([square(1, 50)], [square(5, 52)]), polygon(square(6, 52))],
    ['a hairline gap', polygon(square(5, 52)), polygon(square(6.001, 52))],
    ['a hairline overlap', polygon(square(5, 52)), polygon(square(5.999, 52))],
    ['corners that differ along the same border', polygon(box(5, 52, 6, 54)), polygon(box(6, 52.3, 7, 53.1))],
  ])('finds who lies beside it across %s', (_what, a, b) => {
    expect(listOf(a, b)).toEqual([[1], [0]]);
  });

  it.each([
    ['to the right', square(4.995, 52), square(6.004, 52)],
    ['above', square(5, 51.995), square(5, 53.004)],
    ['above and to the right', square(4.995, 51.995), square(6.004, 53.004)],
    ['above and to the left', square(4.995, 51.995), square(3.986, 53.004)],
  ])('looks across a gap of a hundredth of their size, %s', (_where, a, b) => {
    expect(listOf(polygon(a), polygon(b))).toEqual([[1], [0]]);
    expect(listOf(polygon(b), polygon(a))).toEqual([[1], [0]]);
  });

  it('does not look across a gap of a twentieth', () => {
    expect(listOf(polygon(square(5, 52)), polygon(square(6.05, 52)))).toEqual([[], []]);
  });

  it('is quick about shapes the size of the world beside specks', () => {
    const specks = Array.from({ length: 200 }, (_, i) => polygon(square(i / 100, 50, 1e-6)));
    expect(listOf(polygon(box(-180, -90, 180, 90)), ...specks)).toHaveLength(201);
  });

  it('does not compare all with all where thousands lie over each other', () => {
    const overlapping = Array.from({ length: 3_000 }, (_, i) => polygon(square(5 + i * 1e-6, 52)));
    const shapes = adjacencyOf(shapesFrom(...overlapping));
    expect(shapes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(3_000 * 64 * 4);
  });
});

import { describe, expect, it } from 'vitest';
import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import { flattenShape } from '@zicht-op/core/geo/rings.js';
import { rd } from '@zicht-op/core/geo/projection.js';
import { shapesOf } from '../geo/support/shapes.js';

// Two squares side by side; arc 0 is the border between them, 1 the rest of the left one, 2 the rest of the right one.
//
//   (5,53)---(6,53)---(7,53)
//     |         |         |
//     1         0         2
//     |         |         |
//   (5,52)---(6,52)---(7,52)
const ARCS = [
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

const LEFT = { type: 'Polygon', arcs: [[0, 1]], properties: { statcode: 'GM0001' } };
const RIGHT = { type: 'Polygon', arcs: [[2, ~0]], properties: { statcode: 'GM0002' } };

const topology = (geometries: unknown, more: object = {}): object => ({
  type: 'Topology',
  arcs: ARCS,
  objects: { gemeenten: { type: 'GeometryCollection', geometries } },
  ...more,
});

const pointsOf = (json: unknown, shape = 0): number[][] => {
  const { points } = flattenShape(shapesOf(json), shape);
  return Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i], points[2 * i + 1]]);
};

describe('a TopoJSON document', () => {
  it('keeps its arcs, so that a border between two areas stands there once', () => {
    const { arcStart, ringArcs, ringStart, shapeRings } = shapesOf(topology([LEFT, RIGHT]));
    expect([...arcStart]).toEqual([0, 2, 6, 10]);
    expect([...ringArcs]).toEqual([0, 1, 2, ~0]);
    expect([...ringStart]).toEqual([0, 2, 4]);
    expect([...shapeRings]).toEqual([0, 1, 2]);
  });

  it('walks arcs backwards where it says so', () => {
    expect(pointsOf(topology([LEFT, RIGHT]), 1)).toEqual([
      [6, 52],
      [7, 52],
      [7, 53],
      [6, 53],
    ]);
  });

  it('is the same when it is quantised', () => {
    const transform = { scale: [0.5, 0.25], translate: [5, 52] };
    const arcs = [
      [
        [2, 0],
        [0, 4],
      ],
      [
        [2, 4],
        [-2, 0],
        [0, -4],
        [2, 0],
      ],
      [
        [2, 0],
        [2, 0],
        [0, 4],
        [-2, 0],
      ],
    ];
    expect(shapesOf(topology([LEFT, RIGHT], { transform, arcs }))).toEqual(shapesOf(topology([LEFT, RIGHT])));
  });

  it('is converted from RD metres to degrees', () => {
    const toRd = (arc: number[][]): number[][] => arc.map(([lon, lat]) => rd.project(lon, lat));
    const points = pointsOf(topology([LEFT, RIGHT], { arcs: ARCS.map(toRd) }));
    expect(points[0][0]).toBeCloseTo(6, 4);
    expect(points[0][1]).toBeCloseTo(52, 4);
  });

  it.each([
    ['a multipolygon', { type: 'MultiPolygon', arcs: [[[0, 1]], [[2, ~0]]] }, 2],
    ['a collection of areas', { type: 'GeometryCollection', geometries: [LEFT, RIGHT] }, 2],
    ['a collection of an area and a point', { type: 'GeometryCollection', geometries: [LEFT, { type: 'Point' }] }, 1],
    ['a geometry that isn’t there', { type: null }, 0],
    ['a polygon without rings', { type: 'Polygon', arcs: [] }, 0],
  ])('has for %s one shape', (_what, geometry, rings) => {
    const boundaries = shapesOf(topology([{ ...geometry, properties: { statcode: 'GM0003' } }]));
    expect([boundaries.codes, [...boundaries.shapeRings]]).toEqual([['GM0003'], [0, rings]]);
  });

  it.each(['Point', 'MultiPoint', 'LineString', 'MultiLineString'])('has no shape for a %s', (type) => {
    const document = parseBoundaries(topology([LEFT, { type, arcs: [], properties: { statcode: 'GM0003' } }]));
    expect(document.ok && document.value.levels.get('gemeente')).toBe(1);
  });

  it('leaves out a ring that quantising has shrunk to one or two places', () => {
    const arcs = [
      ...ARCS,
      [
        [5.5, 52.5],
        [5.5, 52.5],
      ],
      [
        [5.5, 52.5],
        [5.6, 52.5],
        [5.5, 52.5],
      ],
    ];
    const geometry = { type: 'Polygon', arcs: [[0, 1], [3], [4]], properties: { statcode: 'GM0001' } };
    expect([...shapesOf(topology([geometry], { arcs })).shapeRings]).toEqual([0, 1]);
  });

  it('may be a single area', () => {
    const json = { type: 'Topology', arcs: ARCS, objects: { gemeente: LEFT } };
    expect(shapesOf(json).codes).toEqual(['GM0001']);
  });

  it('takes the code from the geometry’s id where no property has it', () => {
    expect(shapesOf(topology([{ type: 'Polygon', arcs: [[0, 1]], id: 'gm0363' }])).codes).toEqual(['GM0363']);
  });

  it('has no levels without objects', () => {
    const document = parseBoundaries({ type: 'Topology', arcs: [], objects: {} });
    expect(document.ok && document.value.levels.size).toBe(0);
  });
});

describe('a TopoJSON document with several objects', () => {
  const withCode = (shape: object, statcode: string): object => ({ ...shape, properties: { statcode } });
  const all = (...geometries: object[]): object => ({ type: 'GeometryCollection', geometries });

  it('has all their levels over the same arcs', () => {
    const objects = { gemeenten: all(LEFT, RIGHT), provincies: all(withCode(LEFT, 'PV20'), withCode(RIGHT, 'PV21')) };
    const document = parseBoundaries({ type: 'Topology', arcs: ARCS, objects });
    if (!document.ok) throw new Error('unreadable');
    const [gemeenten, provincies] = ['gemeente', 'provincie'].map((level) => document.value.ofLevel(level));
    if (!gemeenten.ok || !provincies.ok) throw new Error('unreadable');
    expect([...document.value.levels]).toEqual([
      ['gemeente', 2],
      ['provincie', 2],
    ]);
    expect(provincies.value.coordinates).toBe(gemeenten.value.coordinates);
  });

  it('takes a level from the object most of whose codes are of that level', () => {
    const objects = {
      mixed: all(
        withCode(LEFT, 'GM0001'),
        withCode(LEFT, 'GM0002'),
        withCode(LEFT, 'PV20'),
        withCode(RIGHT, 'PV21'),
        LEFT,
      ),
      gemeenten: all(withCode(LEFT, 'GM0007')),
    };
    const document = parseBoundaries({ type: 'Topology', arcs: ARCS, objects });
    expect(document.ok && [...document.value.levels]).toEqual([
      ['gemeente', 2],
      ['provincie', 2],
    ]);
  });

  it('prefers an object all of that level to a larger one where it is the minority', () => {
    const objects = {
      mixed: all(
        withCode(LEFT, 'PV20'),
        withCode(LEFT, 'PV21'),
        withCode(LEFT, 'PV22'),
        withCode(LEFT, 'GM0001'),
        withCode(LEFT, 'GM0002'),
      ),
      gemeenten: all(withCode(LEFT, 'GM0007')),
    };
    expect(shapesOf({ type: 'Topology', arcs: ARCS, objects }).codes).toEqual(['GM0007']);
  });

  it('may call them what it likes', () => {
    const objects = JSON.parse(`{"__proto__": ${JSON.stringify(all(LEFT))}}`) as object;
    expect(shapesOf({ type: 'Topology', arcs: ARCS, objects }).codes).toEqual(['GM0001']);
  });
});

describe('a damaged TopoJSON document', () => {
  it.each([
    ['without objects', { objects: undefined }, '/objects'],
    ['with an array of objects', { objects: [] }, '/objects'],
    ['without arcs', { arcs: undefined }, '/arcs'],
    ['with arcs that are no array', { arcs: { 0: [] } }, '/arcs'],
    ['with a transform without scale', { transform: { translate: [0, 0] } }, '/transform'],
    ['with a transform of text', { transform: { scale: ['1', '1'], translate: [0, 0] } }, '/transform'],
    ['with an infinite scale', { transform: { scale: [Infinity, 1], translate: [0, 0] } }, '/transform'],
    ['with a transform that is no object', { transform: 1 }, '/transform'],
  ])('%s is refused, with its path', (_what, more, path) => {
    expect(parseBoundaries(topology([LEFT], more))).toEqual({
      ok: false,
      problems: [{ code: 'invalid-boundaries', severity: 'error', path, count: 1 }],
    });
  });

  it.each([
    ['an arc that isn’t there', [[0, 3]]],
    ['an arc far beyond the last', [[0, 2 ** 40]]],
    ['an arc before the first', [[0, -5]]],
    ['an arc that is no whole number', [[0.5, 1]]],
    ['an arc that is a negative fraction', [[2, -1.5]]],
    ['an arc by its name', [['0', '1']]],
    ['arcs that don’t join up', [[0, 2]]],
    ['a ring that doesn’t close', [[1]]],
    ['a ring without arcs', [[]]],
    ['rings nested too deep', [[[0, 1]]]],
    ['rings nested too flat', [0, 1]],
    ['no rings at all', undefined],
    ['rings that are an object', { 0: [0, 1] }],
  ])('keeps the shape without its area, and tells where, for %s', (_what, arcs) => {
    const document = parseBoundaries(topology([LEFT, { ...RIGHT, arcs }]));
    const result = document.ok && document.value.ofLevel('gemeente');
    if (!result || !result.ok) throw new Error('unreadable');
    expect([result.value.codes, [...result.value.shapeRings]]).toEqual([
      ['GM0001', 'GM0002'],
      [0, 1, 1],
    ]);
    expect(result.problems).toEqual([
      { code: 'invalid-boundaries', severity: 'warning', path: '/objects/gemeenten/geometries/1', count: 1 },
    ]);
  });

  it.each([
    ['a position that isn’t there', [[6, 52], null]],
    [
      'a position of text',
      [
        [6, 52],
        ['6', '53'],
      ],
    ],
    ['a position of one number', [[6, 52], [6]]],
    [
      'NaN',
      [
        [6, 52],
        [6, NaN],
      ],
    ],
    [
      'an infinite coordinate',
      [
        [6, 52],
        [6, 1e999],
      ],
    ],
    [
      'a latitude beyond the pole',
      [
        [6, 52],
        [6, 91],
      ],
    ],
    [
      'degrees and metres side by side',
      [
        [6, 52],
        [155000, 463000],
      ],
    ],
    ['no array', 'arc'],
    ['nothing', []],
  ])('keeps the shapes that don’t use an arc with %s', (_what, arc) => {
    const arcs = [...ARCS, arc];
    const other = { type: 'Polygon', arcs: [[3, 1]], properties: { statcode: 'GM0003' } };
    const boundaries = shapesOf(topology([LEFT, other], { arcs }));
    expect([...boundaries.shapeRings]).toEqual([0, 1, 1]);
    expect(boundaries.coordinates.every(Number.isFinite)).toBe(true);
  });

  it('is refused where no shape can be read', () => {
    const document = parseBoundaries(
      topology([
        { ...LEFT, arcs: [[7]] },
        { ...RIGHT, arcs: [[8]] },
      ]),
    );
    expect(document.ok && document.value.ofLevel('gemeente')).toEqual({
      ok: false,
      problems: [{ code: 'invalid-boundaries', severity: 'error', path: '/objects/gemeenten/geometries/0', count: 2 }],
    });
  });

  it('escapes the name of an object in a path', () => {
    const objects = { 'a/b~c': { ...LEFT, arcs: [[7]] } };
    const document = parseBoundaries({ type: 'Topology', arcs: ARCS, objects });
    expect(document.ok && document.value.ofLevel('gemeente').problems[0].path).toBe('/objects/a~1b~0c');
  });

  it('doesn’t keep us busy by naming one long arc over and over', () => {
    const long = Array.from({ length: 100_001 }, (_, i) => [5 + i / 200_000, 52]);
    const there = [...long, ...[...long].reverse()];
    const ring = Array.from({ length: 1000 }, () => 0);
    const json = { type: 'Topology', arcs: [there], objects: { a: { ...LEFT, arcs: [ring] } } };
    const document = parseBoundaries(json);
    expect(document.ok && document.value.ofLevel('gemeente')).toMatchObject({
      problems: [{ code: 'invalid-boundaries' }],
    });
  });
});

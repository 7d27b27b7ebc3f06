import { describe, expect, it } from 'vitest';
import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import { boundsOf } from '@zicht-op/core/geo/bounds.js';
import { createHitIndex } from '@zicht-op/core/geo/hit-index.js';
import { interiorPoint } from '@zicht-op/core/geo/interior-point.js';
import { neighboursOf } from '@zicht-op/core/geo/neighbours.js';
import { toGeoJsonGeometry } from '@zicht-op/core/geo/to-geojson.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import type { Result } from '@zicht-op/core/model/problem.js';
import { box, collection, feature, multiPolygon, polygon, shapesOf, square } from '../geo/support/shapes.js';

/** Numbers from 0 to 1, the same ones at every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ODD_VALUES: readonly unknown[] = [
  null,
  undefined,
  true,
  0,
  -1,
  0.5,
  NaN,
  Infinity,
  -1e308,
  2 ** 31,
  2 ** 53,
  '',
  '5',
  'GM0001',
  '__proto__',
  'Polygon',
  'Point',
  'GeometryCollection',
  [],
  [[]],
  [[[]]],
  {},
  { type: 'Polygon' },
  { length: 1e9 },
];

/** Every place in a document: what holds it, and its key there. */
function placesIn(node: unknown, found: [object, string][] = []): [object, string][] {
  if (typeof node !== 'object' || node === null) return found;
  for (const key of Object.keys(node)) {
    found.push([node, key]);
    placesIn((node as Record<string, unknown>)[key], found);
  }
  return found;
}

/** Puts something odd in one to three places, or takes them out. */
function mutate(document: object, random: () => number): unknown {
  const copy = structuredClone(document);
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) {
    const places = placesIn(copy);
    const [holder, key] = places[Math.floor(random() * places.length)];
    const choice = random();
    if (choice < 0.15) Reflect.deleteProperty(holder, key);
    else if (choice < 0.3) {
      const [other, otherKey] = places[Math.floor(random() * places.length)];
      Reflect.set(holder, key, structuredClone(Reflect.get(other, otherKey)));
    } else Reflect.set(holder, key, ODD_VALUES[Math.floor(random() * ODD_VALUES.length)]);
  }
  return copy;
}

/** What `Boundaries` promises, whatever came in. */
function expectSound(shapes: Boundaries): void {
  const { codes, names, coordinates, arcStart, ringArcs, ringStart, shapeRings } = shapes;
  expect(new Set(codes).size).toBe(codes.length);
  expect(names).toHaveLength(codes.length);
  expect(shapeRings).toHaveLength(codes.length + 1);
  expect(shapeRings.at(-1)).toBe(ringStart.length - 1);
  expect(ringStart.at(-1)).toBe(ringArcs.length);
  expect(arcStart.at(-1)).toBe(coordinates.length / 2);
  expect(ringArcs.every((arc) => (arc < 0 ? ~arc : arc) < arcStart.length - 1)).toBe(true);
  expect(coordinates.every((degrees) => Math.abs(degrees) <= 180)).toBe(true);
  for (const starts of [arcStart, ringStart, shapeRings])
    expect(starts.every((start, i) => i === 0 || start >= starts[i - 1])).toBe(true);
}

/** Does with shapes all that is ever done with them. */
function use(shapes: Boundaries): void {
  const index = createHitIndex(shapes);
  const neighbours = neighboursOf(shapes);
  boundsOf(shapes);
  shapes.codes.forEach((_, shape) => {
    const point = interiorPoint(shapes, shape);
    const geometry = toGeoJsonGeometry(shapes, shape);
    if (point) expect(index.shapeAt(...point)).toBeGreaterThanOrEqual(0);
    if (point) expect(geometry).not.toBeNull();
    neighbours.neighbourInDirection(shape, 'up');
  });
}

function readAll(json: unknown): readonly Result<Boundaries>[] {
  const document = parseBoundaries(json);
  if (!document.ok) {
    expect(['not-supported', 'invalid-boundaries']).toContain(document.problems[0].code);
    return [];
  }
  return [...document.value.levels.keys()].map((level) => document.value.ofLevel(level));
}

const GEOJSON = collection(
  feature('GM0001', polygon(square(5, 52), square(5.2, 52.2, 0.5))),
  feature('GM0002', multiPolygon([square(6, 52)], [square(8, 52)]), {
    jrstatcode: '2024GM0002',
    provinciecode: 'PV20',
  }),
  feature('WK000101', { type: 'GeometryCollection', geometries: [polygon(square(5, 53))] }, { gemeentecode: 'GM0001' }),
  feature('GM0003', null),
);

const TOPOJSON = {
  type: 'Topology',
  transform: { scale: [0.01, 0.01], translate: [5, 52] },
  arcs: [
    [
      [100, 0],
      [0, 100],
    ],
    [
      [100, 100],
      [-100, 0],
      [0, -100],
      [100, 0],
    ],
    [
      [100, 0],
      [100, 0],
      [0, 100],
      [-100, 0],
    ],
  ],
  objects: {
    gemeenten: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0, 1]], properties: { statcode: 'GM0001', statnaam: 'A' } },
        { type: 'MultiPolygon', arcs: [[[2, -1]]], properties: { statcode: 'GM0002', statnaam: 'B' } },
      ],
    },
  },
};

describe('hostile documents', () => {
  it.each([
    ['GeoJSON', GEOJSON],
    ['pages', [GEOJSON, collection(feature('GM0004', polygon(square(9, 50))))]],
    ['TopoJSON', TOPOJSON],
  ])('never make anything throw, nor shapes unsound: 1500 ways to spoil %s', (_what, document) => {
    const random = randomFrom(20240711);
    let usable = 0;
    for (let run = 0; run < 1500; run++) {
      for (const result of readAll(mutate(document, random))) {
        if (!result.ok) continue;
        expectSound(result.value);
        use(result.value);
        usable++;
      }
    }
    // Were nearly all refused, this would prove little.
    expect(usable).toBeGreaterThan(500);
  });

  it('reach no prototype by a key or a code', () => {
    const text =
      '{"type":"FeatureCollection","__proto__":{"year":2024},"features":[{"type":"Feature",' +
      '"properties":{"statcode":"__proto__","constructor":{"prototype":1}},"geometry":null},' +
      '{"type":"Feature","__proto__":{"properties":{"statcode":"GM0001"}},"geometry":null}]}';
    const document = parseBoundaries(JSON.parse(text));
    if (!document.ok) throw new Error('unreadable');
    expect([...document.value.levels]).toEqual([['regio', 1]]);
    expect(document.value.year).toBeNull();
    expect(document.value.ofLevel('__proto__').ok).toBe(false);
    expect(document.value.ofLevel('constructor').ok).toBe(false);
    expect(Object.hasOwn(Object.prototype, 'year')).toBe(false);
  });

  it.each([
    [
      'rings that cross themselves',
      polygon([
        [5, 52],
        [6, 53],
        [6, 52],
        [5, 53],
      ]),
    ],
    ['rings that cross each other', polygon(square(5, 52), square(5.5, 52.5))],
    ['the same ring twice, which leaves nothing', polygon(square(5, 52), square(5, 52))],
    [
      'a ring that goes there and back',
      polygon([
        [5, 52],
        [6, 53],
        [5, 52],
        [6, 53],
        [5, 52],
      ]),
    ],
    [
      'one place over and over',
      polygon([
        [5, 52],
        [5, 52],
        [5, 52],
        [5, 52],
      ]),
    ],
    ['the whole earth', polygon(box(-180, -90, 180, 90))],
    [
      'coordinates as near as numbers can be',
      polygon([
        [5, 52],
        [5 + 1e-15, 52],
        [5, 52 + 1e-14],
        [5, 52],
      ]),
    ],
  ])('draw something or nothing for %s', (_what, geometry) => {
    const shapes = shapesOf(collection(feature('GM0001', geometry), feature('GM0002', polygon(square(7, 50)))));
    expectSound(shapes);
    use(shapes);
  });

  it.each([
    ['many shapes at one place', Array.from({ length: 3000 }, () => polygon(square(5, 52)))],
    ['many shapes in a row', Array.from({ length: 3000 }, (_, i) => polygon(square(i / 100, 50, 0.005)))],
    [
      'many shapes around each other',
      Array.from({ length: 1000 }, (_, i) => polygon(square(5 - i / 1000, 52 - i / 1000, (2 * i + 1) / 1000))),
    ],
    [
      'one shape of a hundred thousand places',
      [
        polygon(
          Array.from(
            { length: 100_000 },
            (_, i) => [5 + Math.cos(i / 15_915), 52 + Math.sin(i / 15_915)] as [number, number],
          ),
        ),
      ],
    ],
    [
      'one shape of ten thousand parts',
      [multiPolygon(...Array.from({ length: 10_000 }, (_, i) => [square((i % 100) / 10, 50 + i / 5000, 0.0001)]))],
    ],
  ])('end in good time: %s', (_what, geometries) => {
    const shapes = shapesOf(
      collection(...geometries.map((geometry, i) => feature(`GM${i.toString(36).padStart(5, '0')}`, geometry))),
    );
    use(shapes);
  });
});

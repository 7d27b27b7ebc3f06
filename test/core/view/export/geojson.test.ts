import { describe, expect, it } from 'vitest';
import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { indicator, NO_META } from '@zicht-op/core/model/dataset.js';
import type { ExportContext } from '@zicht-op/core/view/export/context.js';
import { toGeoJson } from '@zicht-op/core/view/export/geojson.js';
import { geometryOf } from '@zicht-op/core/view/export/polygons.js';
import type { Row } from '@zicht-op/core/view/rows.js';
import { TEXTS } from '../figures.js';

type Point = [number, number];

/** A square with its lower left corner at a point. */
const square = (x: number, y: number, size: number): Point[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

function boundariesOf(geometries: Readonly<Record<string, unknown>>): Boundaries {
  const features = Object.entries(geometries).map(([statcode, geometry]) => ({
    type: 'Feature',
    geometry,
    properties: { statcode },
  }));
  const document = parseBoundaries({ type: 'FeatureCollection', features }, {});
  if (!document.ok) throw new Error(document.problems[0].code);
  const level = document.value.ofLevel('gemeente');
  if (!level.ok) throw new Error(level.problems[0].code);
  return level.value;
}

const one = (geometry: unknown): Boundaries => boundariesOf({ GM0001: geometry });

/** Twice the area of a closed ring, positive when it runs counterclockwise. */
const winding = (ring: readonly Point[]): number =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0);

const row = (region: string, more: Partial<Row> = {}): Row => ({
  region,
  name: `Plaats ${region}`,
  level: 'gemeente',
  period: '2021',
  indicator: 'kans',
  breakdown: {},
  kind: 'value',
  value: 12.34,
  text: '12,3%',
  marks: [],
  class: 2,
  ...more,
});

const context: ExportContext = {
  indicators: new Map([
    ['kans', indicator('kans', { label: 'Kans', caution: 'Zegt niets.', sources: [{ label: 'CBS', href: null }] })],
  ]),
  meta: NO_META,
  texts: TEXTS,
};

interface Collection {
  readonly type: string;
  readonly source: string;
  readonly caution: string;
  readonly features: readonly {
    readonly type: string;
    readonly id: string;
    readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

const exported = (rows: readonly Row[], boundaries: Boundaries): Collection =>
  JSON.parse(JSON.stringify(toGeoJson(rows, boundaries, context))) as Collection;

describe('the geometry of a shape', () => {
  it('is null without rings', () => {
    const boundaries = boundariesOf({ GM0001: { type: 'Polygon', coordinates: [square(5, 52, 1)] }, GM0002: null });
    expect(geometryOf(boundaries, boundaries.codes.indexOf('GM0002'))).toBeNull();
  });

  it.each([
    ['counterclockwise', square(5, 52, 1)],
    ['clockwise', square(5, 52, 1).reverse()],
  ])('is a polygon that runs counterclockwise, also when it was wound %s', (_, ring) => {
    const geometry = geometryOf(one({ type: 'Polygon', coordinates: [ring] }), 0);
    expect(geometry?.type).toBe('Polygon');
    const [outline] = geometry?.coordinates as Point[][];
    expect(winding(outline)).toBeCloseTo(2, 9);
    expect(outline[0]).toEqual(outline.at(-1));
    expect(new Set(outline.map(String)).size).toBe(4);
  });

  it('has a hole that runs clockwise, whatever order and way the rings had', () => {
    const hole = square(5.4, 52.4, 0.2);
    const geometry = geometryOf(one({ type: 'Polygon', coordinates: [hole, square(5, 52, 1)] }), 0);
    const rings = geometry?.coordinates as Point[][];
    expect(geometry?.type).toBe('Polygon');
    expect(rings.map((ring) => Math.round(winding(ring) * 100) / 100)).toEqual([2, -0.08]);
  });

  it('has an island in a hole as a part of its own', () => {
    const rings = [square(5, 52, 1), square(5.2, 52.2, 0.6), square(5.4, 52.4, 0.2), square(7, 52, 1)];
    const geometry = geometryOf(one({ type: 'MultiPolygon', coordinates: [rings] }), 0);
    expect(geometry?.type).toBe('MultiPolygon');
    const polygons = geometry?.coordinates as Point[][][];
    expect(polygons.map((polygon) => polygon.length).sort()).toEqual([1, 1, 2]);
  });

  it('has a hole in an island in a hole where it belongs', () => {
    const rings = [square(5, 52, 1), square(5.1, 52.1, 0.8), square(5.2, 52.2, 0.6), square(5.3, 52.3, 0.4)];
    const geometry = geometryOf(one({ type: 'MultiPolygon', coordinates: [rings] }), 0);
    const polygons = geometry?.coordinates as Point[][][];
    expect(polygons.map((polygon) => polygon.length)).toEqual([2, 2]);
    expect(polygons.map(([, hole]) => Math.abs(winding(hole)).toFixed(2))).toEqual(['1.28', '0.32']);
  });

  it('knows a hole that touches the outline in a corner', () => {
    const geometry = geometryOf(one({ type: 'Polygon', coordinates: [square(5, 52, 1), square(5, 52, 0.5)] }), 0);
    expect(geometry?.coordinates).toHaveLength(2);
  });

  it('is rounded to some ten centimetres, so that noise makes no file larger', () => {
    const geometry = geometryOf(one({ type: 'Polygon', coordinates: [square(5.00000012345, 52, 1)] }), 0);
    expect((geometry?.coordinates as Point[][])[0].flat().every((degree) => String(degree).length < 11)).toBe(true);
  });
});

describe('a GeoJSON file', () => {
  const boundaries = boundariesOf({
    GM0001: { type: 'Polygon', coordinates: [square(5, 52, 1)] },
    GM0002: { type: 'Polygon', coordinates: [square(6, 52, 1)] },
  });

  it('has a feature for each row, in their order, with its own shape', () => {
    const { type, features } = exported([row('GM0002'), row('GM0001')], boundaries);
    expect(type).toBe('FeatureCollection');
    expect(features.map(({ id }) => id)).toEqual(['GM0002', 'GM0001']);
    const corner = features.map(({ geometry }) => Math.min(...(geometry?.coordinates as Point[][])[0].map(([x]) => x)));
    expect(corner).toEqual([6, 5]);
  });

  it('says of a figure what the map says', () => {
    expect(exported([row('GM0001', { marks: ['P'] })], boundaries).features[0].properties).toEqual({
      code: 'GM0001',
      name: 'Plaats GM0001',
      level: 'gemeente',
      period: '2021',
      indicator: 'Kans',
      text: '12,3%',
      kind: 'value',
      marks: ['P'],
      class: 2,
      value: 12.34,
    });
  });

  it.each(['withheld', 'unknown', 'impossible', 'none', 'uncovered'] as const)(
    'has no value for what is %s',
    (kind) => {
      const rows = [row('GM0001', { kind, value: 7319, text: TEXTS.missing[kind], class: null })];
      const { features } = exported(rows, boundaries);
      expect(features[0].properties).not.toHaveProperty('value');
      expect(features[0].properties.class).toBeNull();
      expect(JSON.stringify(features)).not.toContain('7319');
    },
  );

  it('keeps a row without a shape', () => {
    expect(exported([row('GM0009')], boundaries).features[0]).toMatchObject({ id: 'GM0009', geometry: null });
  });

  it('has source and caution', () => {
    expect(exported([row('GM0001')], boundaries)).toMatchObject({ source: 'CBS', caution: 'Zegt niets.' });
  });

  it('without rows has no features', () => {
    expect(exported([], boundaries)).toMatchObject({ type: 'FeatureCollection', features: [], source: '' });
  });

  it('reads again as boundaries of the same regions', () => {
    const document = parseBoundaries(exported([row('GM0002'), row('GM0001')], boundaries), {});
    const level = document.ok ? document.value.ofLevel('gemeente') : document;
    expect(level.ok && level.value.codes).toEqual(['GM0002', 'GM0001']);
  });
});

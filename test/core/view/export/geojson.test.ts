import { describe, expect, it } from 'vitest';
import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { indicator, NO_META } from '@zicht-op/core/model/dataset.js';
import type { ExportContext } from '@zicht-op/core/view/export/context.js';
import { toGeoJson } from '@zicht-op/core/view/export/geojson.js';
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

  it('is rounded to some ten centimetres, so that noise makes no file larger', () => {
    const noisy = boundariesOf({ GM0001: { type: 'Polygon', coordinates: [square(5.00000012345, 52, 1)] } });
    const [{ geometry }] = exported([row('GM0001')], noisy).features;
    expect((geometry?.coordinates as Point[][])[0].map(([x]) => x)).toEqual([5, 6, 6, 5, 5]);
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

import { describe, expect, it } from 'vitest';
import { interiorPoint } from '@zicht-op/core/geo/interior-point.js';
import { isInShape } from '@zicht-op/core/geo/rings.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { makeCountry } from '@zicht-op/voorbeeldland/small.js';
import { hasRealData, readLayer, REAL_LAYERS } from '../core/geo/support/real-layers.js';
import { shapesOf } from '../core/geo/support/shapes.js';
import { areaOf, coverage, made, places, readBack, usesOfArcs } from './support/compare.js';

const small = makeCountry();
const LAYERS = [
  ...(['gemeente', 'wijk', 'buurt'] as const).map((level) => ({
    name: `the ${level}s of a small Voorbeeldland`,
    isThere: true,
    read: (): unknown => small.boundaries(level),
    level: level as string,
  })),
  ...REAL_LAYERS.filter(({ file }) => /2024|buurten-2019|provincies/.test(file)).map(({ file, level }) => ({
    name: `${level} in ${file}`,
    isThere: hasRealData,
    read: (): unknown => readLayer(file),
    level,
  })),
];

/** What is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: make() }).value;
}

/** The plan for a map of the whole country, as the command's help names it. */
const NATIONAL = { simplify: 300, grid: 50 };
/** Half a kilometre, in degrees of longitude and latitude: more than that plan moves a border by. */
const AWAY = [0.0075, 0.0045] as const;

/** 200 shapes or all, spread evenly. */
const sample = ({ codes }: Boundaries): number[] => {
  const step = Math.max(1, codes.length / 200);
  return Array.from({ length: Math.floor(codes.length / step) }, (_, i) => Math.floor(i * step));
};

/** Four square kilometres, in square degrees. */
const LARGE = 5e-4;

/** Milliseconds: the largest layers have 14,566 shapes. */
const LIMIT = 60_000;

for (const { name, isThere, read, level } of LAYERS)
  describe.skipIf(!isThere)(name, { timeout: LIMIT }, () => {
    const load = once(() => {
      const json = read();
      return { before: shapesOf(json, level), json };
    });
    const loadNational = once(() => {
      const file = made(load().json, { ...NATIONAL, levels: [level] });
      return { file, after: readBack(file.bytes, level) };
    });

    it('is the same again on the grid of the source, to the last bit', () => {
      const { before, json } = load();
      const file = made(json);
      const after = readBack(file.bytes, level);
      expect(file.lost).toEqual([]);
      for (const what of ['level', 'year', 'codes', 'names', 'parents', 'attribution'] as const)
        expect(after[what]).toEqual(before[what]);
      const positions = (boundaries: Boundaries): Set<string> => {
        const used = new Set<string>();
        for (const reference of boundaries.ringArcs) {
          const arc = reference < 0 ? ~reference : reference;
          for (let p = boundaries.arcStart[arc]; p < boundaries.arcStart[arc + 1]; p++)
            used.add(`${boundaries.coordinates[2 * p]} ${boundaries.coordinates[2 * p + 1]}`);
        }
        return used;
      };
      const [had, has] = [positions(before), positions(after)];
      expect([...has].filter((position) => !had.has(position))).toEqual([]);
      // What a ring without any area had for itself is gone.
      expect(has.size).toBeGreaterThan(had.size * 0.999);
      for (const shape of sample(before)) {
        expect(areaOf(after, shape)).toBeCloseTo(areaOf(before, shape), 12);
        expect(isInShape(after, shape, ...interiorPoint(before, shape)!)).toBe(true);
      }
    });

    it('has no new gap or overlap at national detail, and loses no region', () => {
      const { before } = load();
      const { file, after } = loadNational();
      expect(file.lost).toEqual([]);
      expect([after.codes, after.names]).toEqual([before.codes, before.names]);
      for (const shape of sample(before)) {
        const area = areaOf(before, shape);
        if (area > LARGE) expect(Math.abs(areaOf(after, shape) / area - 1)).toBeLessThan(0.05);
      }
      const [coverBefore, coverAfter] = [coverage(before), coverage(after)];
      const isInland = (x: number, y: number): boolean =>
        [-1, 0, 1].every((dx) =>
          [-1, 0, 1].every((dy) => coverBefore(x + dx * AWAY[0], y + dy * AWAY[1]).length === 1),
        );
      const inland = places(before, 500).filter(([x, y]) => isInland(x, y));
      expect(inland.length).toBeGreaterThan(100);
      expect(inland.filter(([x, y]) => coverAfter(x, y).length !== 1)).toEqual([]);
    });

    it('keeps well inside a region what lies there, at national detail', () => {
      const { before } = load();
      const { after } = loadNational();
      for (const shape of sample(before)) {
        const [x, y] = interiorPoint(before, shape)!;
        const isDeep = [-1, 0, 1].every((dx) =>
          [-1, 0, 1].every((dy) => isInShape(before, shape, x + dx * AWAY[0], y + dy * AWAY[1])),
        );
        if (isDeep) expect([before.codes[shape], isInShape(after, shape, x, y)]).toEqual([before.codes[shape], true]);
      }
    });
  });

describe('borders of neighbours', () => {
  it('stand in the file once', () => {
    const json = small.boundaries('gemeente');
    const [none, one, two, more] = usesOfArcs(readBack(made(json, { levels: ['gemeente'] }).bytes, 'gemeente'));
    expect([none, more]).toEqual([0, 0]);
    expect(two).toBeGreaterThan(one);
  });

  it('stand there once where the source repeats them, as GeoJSON does', () => {
    const json = {
      type: 'FeatureCollection',
      features: [0, 1].map((i) => ({
        type: 'Feature',
        properties: { statcode: `GM000${i}` },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [5 + i, 52],
              [6 + i, 52],
              [6 + i, 53],
              [5 + i, 53],
              [5 + i, 52],
            ],
          ],
        },
      })),
    };
    expect(usesOfArcs(readBack(made(json).bytes, 'gemeente'))).toEqual([0, 2, 1, 0]);
  });

  it('are the same arcs for the levels of one file', () => {
    const bytes = made(small.boundaries('gemeente')).bytes;
    const [gemeenten, provincies] = [readBack(bytes, 'gemeente'), readBack(bytes, 'provincie')];
    expect(provincies.coordinates).toEqual(gemeenten.coordinates);
    expect(usesOfArcs(provincies)[0]).toBeGreaterThan(0);
  });
});

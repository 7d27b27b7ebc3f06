import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import { parseJsonStat } from '@zicht-op/core/formats/json-stat.js';
import { KINDS } from '@zicht-op/core/model/observation.js';
import { resolveSelection } from '@zicht-op/core/view/selection.js';
import { sliceOf } from '@zicht-op/core/view/slice.js';
import { joinRegions } from '@zicht-op/core/view/join.js';
import { makeCountry } from '@zicht-op/voorbeeldland/small.js';
import { countCrossings } from './support/topology.js';

const small = makeCountry();
const LEVELS = ['gemeente', 'wijk', 'buurt'] as const;

describe('a small country', () => {
  it.each([4, 5, 6, 9, 10, 12, 25, 60])('has the %d gemeenten that were asked for', (gemeenten) => {
    const { country } = makeCountry({ gemeenten });
    expect(country.after.gemeenten.length).toBe(gemeenten);
    expect(country.after.wijken.length).toBe(4 * gemeenten);
    expect(country.after.buurten.length).toBe(12 * gemeenten);
  });

  it.each([0, 3, 61, 12.5, NaN])('refuses %d gemeenten', (gemeenten) => {
    expect(() => makeCountry({ gemeenten })).toThrow(RangeError);
  });

  it('is the same each time, and another with another seed', () => {
    const text = (seed?: number): string => {
      const made = makeCountry(seed === undefined ? {} : { seed });
      return JSON.stringify([made.boundaries('buurt'), made.vastgoed('buurt'), made.brancheOmzet('gemeente')]);
    };
    expect(text()).toBe(text());
    expect(text(8)).not.toBe(text());
  });

  it.each(LEVELS)('has clean shapes of each %s, in both years', (level) => {
    for (const year of [2022, 2024]) {
      const topology = small.boundaries(level, year);
      expect(countCrossings(topology)).toBe(0);
      const parsed = parseBoundaries(topology, { year });
      expect([parsed.ok, parsed.problems]).toEqual([true, []]);
    }
  });

  it.each(LEVELS)('has every kind of observation among the first figures of each %s', (level) => {
    const boundaries = parseBoundaries(small.boundaries(level), { year: 2024 });
    if (!boundaries.ok) throw new Error('no shapes');
    const shapes = boundaries.value.ofLevel(level);
    if (!shapes.ok) throw new Error('no shapes of the level');
    for (const document of [small.vastgoed(level), small.jongeAanwas(level)]) {
      const dataset = parseJsonStat(document);
      if (!dataset.ok) throw new Error(JSON.stringify(dataset.problems));
      expect(dataset.problems).toEqual([]);
      const selection = resolveSelection(dataset.value, { level });
      if (!selection.ok) throw new Error('no selection');
      expect(selection.value.period).toBe('2024');
      const { regionOfShape } = joinRegions(dataset.value.geo, shapes.value);
      const { kinds } = sliceOf(dataset.value, selection.value);
      const found = Array.from(regionOfShape, (region) => (region < 0 ? 'uncovered' : KINDS[kinds[region]]));
      expect(new Set(found)).toEqual(new Set(KINDS));
    }
  });

  it('has turnover with an interval, by branch', () => {
    const dataset = parseJsonStat(small.brancheOmzet('gemeente'));
    expect(dataset.ok && dataset.value.outlier?.actual).toBe('omzet');
  });

  it('needs nothing of Node: it bundles for a browser as it is', async () => {
    const result = await build({
      entryPoints: [fileURLToPath(new URL('../../packages/voorbeeldland/src/small.ts', import.meta.url))],
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'esm',
      logLevel: 'silent',
    });
    expect(result.errors).toEqual([]);
    expect(result.outputFiles[0].text).not.toMatch(/\b(Math\.random|Date\.now|new Date)\b/);
  });
});

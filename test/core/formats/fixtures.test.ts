import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAny } from '../../support/read-any.js';
import { look, unmasked, valueOf } from '../../support/observe.js';

const folder = new URL('../../fixtures/datasets/', import.meta.url);
const names = readdirSync(folder);
const read = (name: string) => readAny(readFileSync(new URL(name, folder), 'utf8'));

/** A broken file says in its name what it is refused for: `sdmx.key-outside.invalid-dataset.json`. */
const codeOf = (name: string): string | undefined => /\.([a-z-]+)\.\w+$/.exec(name)?.[1];

describe('the files of fixtures/datasets', () => {
  it('are there', () => expect(names.length).toBeGreaterThan(15));

  it.each(names.filter((name) => !codeOf(name)))('%s is read without a word', (name) => {
    const result = read(name);
    expect(result.problems).toEqual([]);
    expect(unmasked(valueOf(result))).toEqual([]);
  });

  it.each(names.filter(codeOf))('%s is refused by its name', (name) => {
    expect(read(name)).toMatchObject({ ok: false, problems: [{ code: codeOf(name), severity: 'error' }] });
  });

  it.each<[string, Record<string, unknown>]>([
    ['json-stat.json', { indicator: 'aandeel', NLV0: 1.5, GMV001: '2.5 P', GMV002: 'withheld', GMV003: 0 }],
    ['json-stat.json', { indicator: 'aantal', NLV0: 1200, GMV001: 310, GMV002: 'withheld', GMV003: 0 }],
    ['odata-v4.json', { indicator: 'M000001', GMV001: 12.5, GMV002: 'impossible' }],
    ['odata-v4.json', { indicator: 'M000002', GMV001: 'withheld', GMV002: 'none' }],
    ['odata-v3.json', { indicator: 'Panden_1', GMV001: 1200, GMV002: 'unknown', GMV003: 0 }],
    ['odata-v3.json', { indicator: 'Aandeel_2', GMV001: 12.5, GMV002: 'impossible', GMV003: 'withheld' }],
    ['sdmx.json', { period: '2023', GMV001: 12.5, GMV002: 'none' }],
    ['sdmx.json', { period: '2024', GMV001: 'withheld', GMV002: 'withheld' }],
    ['table.csv', { indicator: 'aandeel', GMV001: 12.5, GMV002: 'withheld', GMV003: 0 }],
    ['table.csv', { indicator: 'panden', GMV001: 1200, GMV002: 'withheld', GMV003: 'none' }],
  ])('%s holds %j', (name, { indicator, period, ...expected }) => {
    const dataset = valueOf(read(name));
    const at = {
      ...(indicator !== undefined && { indicator: String(indicator) }),
      ...(period !== undefined && { period: String(period) }),
    };
    expect(Object.fromEntries(dataset.geo.codes.map((region) => [region, look(dataset, { ...at, region })]))).toEqual(
      expected,
    );
  });
});

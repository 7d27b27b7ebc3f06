import { readFileSync } from 'node:fs';
import { applyMetadata } from '@zicht-op/core/formats/metadata.js';
import { applySettings } from '@zicht-op/core/formats/settings.js';
import { parseCbsOdataV3 } from '@zicht-op/core/formats/cbs-odata-v3.js';
import { parseCbsOdataV4 } from '@zicht-op/core/formats/cbs-odata-v4.js';
import { parseCsv } from '@zicht-op/core/formats/csv.js';
import { parseSdmxJson } from '@zicht-op/core/formats/sdmx-json.js';
import { DATASET_TYPES, detectFormat, typeOfJson } from '@zicht-op/core/formats/detect.js';
import type { Dataset } from '@zicht-op/core/model/dataset.js';
import { ERROR_CODES, WARNING_CODES, type Result } from '@zicht-op/core/model/problem.js';
import { describe, expect, it } from 'vitest';
import { look, told, unmasked, valueOf } from '../../support/observe.js';
import { readAs } from '../../support/read-any.js';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/datasets/${name}`, import.meta.url), 'utf8');

/** A row of numbers from 0 to 1 that is the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const circular: Record<string, unknown> = { value: 1 };
circular.self = circular;

/** Nothing but holes. */
const holes = new Array<unknown>(1000);

/** What a document never means to hold. */
const HOSTILE: readonly unknown[] = [
  null,
  undefined,
  true,
  false,
  0,
  -1,
  1.5,
  2 ** 53,
  NaN,
  Infinity,
  -Infinity,
  '',
  ' ',
  '0',
  'constructor',
  '__proto__',
  'toString',
  '<img src=x onerror=alert(1)>',
  '\u0000\ud800',
  'a'.repeat(10_000),
  [],
  [[]],
  [null],
  {},
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  circular,
  holes,
  Symbol('x'),
  10n,
  () => 1,
  new Date(NaN),
  new Map([[1, 2]]),
  Object.create(null),
  new Float64Array(3),
];

type Path = readonly (string | number)[];

/** Every place in a document. */
function placesOf(document: unknown, path: Path = []): Path[] {
  if (typeof document !== 'object' || document === null) return [path];
  return [
    path,
    ...Object.entries(document).flatMap(([key, value]) =>
      placesOf(value, [...path, Array.isArray(document) ? Number(key) : key]),
    ),
  ];
}

function withValueAt(document: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  if (path.length === 0) return change(document);
  const [key, ...rest] = path;
  const copy = (Array.isArray(document) ? [...(document as unknown[])] : { ...(document as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = withValueAt(copy[key], rest, change);
  return copy;
}

/** Ways to spoil a place: something else in it, less or more of it, other keys. */
function spoil(value: unknown, random: () => number): unknown {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const way = random();
  if (way < 0.5 || typeof value !== 'object' || value === null) return pick(HOSTILE);
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    if (way < 0.65) return list.slice(0, Math.floor(random() * list.length));
    return way < 0.8 ? [...list, ...list] : [...list, pick(HOSTILE)];
  }
  const entries = Object.entries(value);
  if (way < 0.65) return Object.fromEntries(entries.slice(1));
  return Object.fromEntries([
    ...entries,
    [pick(['__proto__', 'constructor', '-1', '01', '1e9', 'a:b', '']), pick(HOSTILE)],
  ]);
}

const CODES = new Set<string>([...ERROR_CODES, ...WARNING_CODES]);

/** What isn't right in an answer. */
function faultsOf(result: Result<Dataset>): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, what: string) => holds || faults.push(what);
  for (const { code, count, path } of result.problems)
    must(CODES.has(code) && count > 0 && typeof path === 'string', 'a problem with code, count and path');
  if (!result.ok) {
    must(
      result.problems.some(({ severity }) => severity === 'error'),
      'an error without a value',
    );
    return faults;
  }
  const { value: dataset } = result;
  const combinations = dataset.breakdowns.reduce((product, { codes }) => product * codes.length, 1);
  const cells = dataset.metric.codes.length * dataset.time.codes.length * combinations * dataset.geo.codes.length;
  must(dataset.values.length === cells && dataset.kinds.length === cells, 'a cell for each combination');
  must(dataset.indicators.map(({ id }) => id).join() === dataset.metric.codes.join(), 'an indicator for each code');
  must(dataset.periods.length === dataset.time.codes.length, 'a period for each code');
  for (const { id, codes, labels, index } of [dataset.geo, dataset.time, dataset.metric, ...dataset.breakdowns]) {
    must(
      codes.length > 0 && labels.length === codes.length && index.size === codes.length,
      `codes and labels of ${id}`,
    );
    must(
      [...codes, ...labels].every((text) => typeof text === 'string'),
      `codes and labels of ${id} as texts`,
    );
  }
  must(unmasked(dataset).length === 0, 'numbers in cells of kind value, and no other');
  return faults;
}

/** What must hold of any answer to any document. */
function expectSane(result: Result<Dataset>): void {
  const faults = faultsOf(result);
  if (faults.length > 0) expect(faults).toEqual([]);
}

const documents = [
  ['json-stat', 'json-stat.json'],
  ['cbs-odata-v4', 'odata-v4.json'],
  ['cbs-odata-v3', 'odata-v3.json'],
  ['sdmx-json', 'sdmx.json'],
] as const;

describe('no document, however spoilt, makes a reader throw or give a figure it should not', () => {
  it.each(documents)('%s with each hostile value at each of its places', (type, name) => {
    const document: unknown = JSON.parse(fixture(name));
    for (const path of placesOf(document))
      for (const hostile of HOSTILE) {
        const spoilt = withValueAt(document, path, () => hostile);
        expectSane(readAs[type](spoilt));
        typeOfJson(spoilt);
      }
  });

  it.each(documents)('%s spoilt in several places at once', (type, name) => {
    const random = randomFrom(20_241_101);
    const document: unknown = JSON.parse(fixture(name));
    for (let round = 0; round < 800; round++) {
      let spoilt = document;
      for (let times = 0; times < 1 + random() * 3; times++) {
        const places = placesOf(document);
        const path = places[Math.floor(random() * places.length)];
        try {
          spoilt = withValueAt(spoilt, path, (value) => spoil(value, random));
        } catch {
          // The place went with an earlier change.
        }
      }
      expectSane(readAs[type](spoilt));
    }
  });

  it.each(documents)('%s read as every other format', (_, name) => {
    const document: unknown = JSON.parse(fixture(name));
    for (const type of DATASET_TYPES) expectSane(readAs[type](document));
  });

  it('a body cut off or changed at any character', () => {
    const random = randomFrom(7);
    for (const [, name] of [...documents, ['csv', 'table.csv']] as const) {
      const text = fixture(name);
      for (let at = 0; at < text.length; at += 5) {
        const found = detectFormat(text.slice(0, at));
        if (found.ok)
          expectSane(readAs[found.value.type](found.value.type === 'csv' ? text.slice(0, at) : found.value.json));
        const changed = text.slice(0, at) + String.fromCharCode(32 + random() * 95) + text.slice(at + 1);
        const again = detectFormat(changed);
        if (again.ok) expectSane(readAs[again.value.type](again.value.type === 'csv' ? changed : again.value.json));
      }
    }
  });

  it('CSV of random lines', () => {
    const random = randomFrom(11);
    const tokens = [
      'code',
      'naam',
      'a',
      ',',
      ',',
      ';',
      ';',
      '"',
      '\n',
      '\r\n',
      '\n',
      'GMV001',
      'GMV002',
      '1',
      '1,5',
      '1.234',
      '-99997',
      'x',
      '.',
      '',
      ' ',
      'NaN',
      '\ufeff',
      '__proto__',
      'water',
      'JA',
      '2024',
    ];
    for (let round = 0; round < 1500; round++) {
      const body = Array.from({ length: 5 + random() * 40 }, () => tokens[Math.floor(random() * tokens.length)]).join(
        '',
      );
      expectSane(
        parseCsv(round % 2 ? body : `code;a;b\nGMV001;1;2\n${body}`, {
          columns: round % 3 ? '' : 'region=code&breakdown=a',
        }),
      );
    }
  });

  it('code lists, metadata and settings', () => {
    const [v4, v3] = ['odata-v4.json', 'odata-v3.json'].map((name) => JSON.parse(fixture(name)) as unknown);
    const dataset = valueOf(parseCsv(fixture('table.csv')));
    for (const hostile of HOSTILE) {
      const list = {
        '@odata.context': '#MeasureCodes',
        'odata.metadata': '#RegioS',
        value: [
          {
            Identifier: hostile,
            Key: hostile,
            Title: hostile,
            Unit: hostile,
            Decimals: hostile,
            Status: hostile,
            Type: hostile,
            Kind: hostile,
          },
        ],
      };
      for (const one of [hostile, list, { ...list, value: hostile }, { ...list, value: [hostile] }]) {
        expectSane(parseCbsOdataV4([v4], [one]));
        expectSane(parseCbsOdataV3([v3], [one]));
      }
      expectSane(parseCbsOdataV4([v4, hostile]));
      const column = { name: hostile, titles: hostile, null: hostile, datatype: hostile, notes: hostile };
      for (const metadata of [
        hostile,
        { label: hostile, source: hostile, indicators: hostile, dimension: hostile, extension: hostile },
        {
          indicators: { panden: hostile },
          dimension: { code: hostile, metric: { category: { unit: { panden: hostile }, label: hostile } } },
        },
        {
          tables: hostile,
          tableSchema: { columns: [hostile, column], null: hostile },
          'dc:source': hostile,
          'dc:license': hostile,
          notes: hostile,
          dialect: hostile,
        },
      ]) {
        expectSane({ ok: true, value: applyMetadata(dataset, metadata), problems: [] });
        expectSane(parseCsv(fixture('table.csv'), { metadata }));
      }
    }
    expectSane({
      ok: true,
      value: applySettings(dataset, { unit: '\ud800', decimals: NaN, sourceHref: 'x:\u0000' }),
      problems: [],
    });
  });

  it('leaves nothing on the prototype of all objects', () =>
    expect(({} as Record<string, unknown>).polluted).toBeUndefined());
});

/** Each of these takes minutes with a search inside a loop; the runner's own limit is the measure. */
describe('a reader is not kept busy', () => {
  const many = (count: number, make: (i: number) => unknown) => Array.from({ length: count }, (_, i) => make(i));

  const record = (count: number, make: (i: number) => readonly [string | number, unknown]): Record<string, unknown> =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => make(i)));

  it('by documents nested a hundred thousand deep', () => {
    const text = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(told(detectFormat(text))).toEqual(['not-supported ']);
    expect(detectFormat(`{"class":"dataset","x":${text}}`).ok).toBe(true);
  });

  it('by as many different codes as rows', () => {
    const rows = many(30_000, (i) => ({ Measure: `M${i}`, Value: 1, RegioS: `GM${i}`, Perioden: '2024JJ00' }));
    expect(told(parseCbsOdataV4([{ value: rows }]))).toEqual(['too-large /value']);
  });

  it('by as many columns, half of them of text', () => {
    const topics = record(20_000, (i) => [`T_${i}`, i % 2 ? 'tekst' : '1']);
    expect(valueOf(parseCbsOdataV3([{ value: [{ RegioS: 'GM0363', ...topics }] }])).indicators).toHaveLength(10_000);
    const header = many(20_000, (i) => `k${String(i)}`).join();
    const line = many(20_000, (i) => (i % 2 ? 'tekst' : i)).join();
    expect(valueOf(parseCsv(`code,${header}\nGM0363,${line}`)).indicators).toHaveLength(10_000);
  });

  it('by as many groups as observations', () => {
    const structure = {
      dimensions: { observation: [{ id: 'REF_AREA', values: many(2_000, (i) => ({ id: `GMV${i}` })) }] },
      attributes: { dimensionGroup: [{ id: 'OBS_STATUS' }] },
    };
    const observations = record(2_000, (i) => [i, [i]]);
    const dimensionGroupAttributes = record(2_000, (i) => [i, ['P']]);
    const dataset = valueOf(parseSdmxJson({ structure, dataSets: [{ observations, dimensionGroupAttributes }] }));
    expect(look(dataset, { region: 'GMV1999' })).toBe('1999 P');
  });
});

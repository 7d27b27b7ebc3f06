import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '@zicht-op/core/formats/csv.js';
import { parseJsonStat } from '@zicht-op/core/formats/json-stat.js';
import { indicator, observationAt, type Dataset, type Indicator } from '@zicht-op/core/model/dataset.js';
import type { Result } from '@zicht-op/core/model/problem.js';
import { toJsonStat } from '@zicht-op/core/view/export/json-stat.js';
import { statusOfMarks } from '@zicht-op/core/view/export/status-text.js';
import { createFormatter } from '@zicht-op/core/view/format.js';
import { rowsOf, type Row } from '@zicht-op/core/view/rows.js';
import { breakdownOf, type Selection } from '@zicht-op/core/view/selection.js';
import { makeDataset, TEXTS, type Cell } from '../figures.js';

const format = createFormatter('nl-NL', TEXTS);

function opened<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problems[0].code} ${result.problems[0].path}`);
  return result.value;
}

/** All selections there are in a dataset, metrics first. */
function selectionsOf(dataset: Dataset): Selection[] {
  const filters = dataset.breakdowns.reduce<Record<string, string>[]>(
    (all, { id, codes }) =>
      all.flatMap((filter) => codes.map((code) => ({ ...filter, ...Object.fromEntries([[id, code]]) }))),
    [{}],
  );
  return dataset.indicators.flatMap((each, metricIndex) =>
    dataset.time.codes.flatMap((period, timeIndex) =>
      filters.map((filter) => ({
        indicator: each,
        metricIndex,
        period,
        timeIndex,
        level: '',
        filter,
        breakdownIndex: breakdownOf(dataset, filter),
        reference: null,
      })),
    ),
  );
}

const rowsOfAll = (dataset: Dataset): Row[] =>
  selectionsOf(dataset).flatMap((selection) =>
    rowsOf(
      dataset,
      selection,
      Array.from(dataset.geo.codes.keys(), (region) => ({ region })),
      format,
      null,
    ),
  );

const exported = (dataset: Dataset, rows: readonly Row[] = rowsOfAll(dataset)): unknown =>
  JSON.parse(
    JSON.stringify(
      toJsonStat(rows, {
        indicators: new Map(dataset.indicators.map((each) => [each.id, each])),
        meta: dataset,
        texts: TEXTS,
        breakdowns: dataset.breakdowns,
      }),
    ),
  );

const readAgain = (dataset: Dataset, rows?: readonly Row[]): Dataset => opened(parseJsonStat(exported(dataset, rows)));

const observations = (dataset: Dataset) => Array.from(dataset.kinds, (_, cell) => observationAt(dataset, cell));

const rich: Indicator = indicator('omzet', {
  label: 'Omzet per inwoner',
  unit: { label: 'euro', symbol: '€', position: 'start', decimals: 2 },
  description: 'Wat er per inwoner omgaat.',
  caution: 'Zegt niets over een firma.',
  direction: 'risk',
  kind: 'amount',
  denominator: 'inwoners',
  breaks: [10, 20.5],
  sources: [{ label: 'CBS', href: 'https://example.org/' }],
  guidance: [{ label: 'Ga het gesprek aan', href: 'https://example.org/g', do: ['praat'], dont: ['beschuldig'] }],
});

const CELLS: Readonly<Record<string, Cell>> = {
  GMV001: 0,
  GMV002: 12.34,
  GMV003: -1.5e-9,
  GMV004: 'withheld',
  GMV005: 'unknown',
  GMV006: 'impossible',
  GMV007: 'none',
  GMV008: [7, 'P'],
  GMV009: [8, 'R'],
  GMV010: [9, 'P', 'B', 'E'],
  GMV011: [10, 'W'],
};

describe('a JSON-stat file', () => {
  it('reads again as the same values, kinds and marks, in every indicator, period and breakdown', () => {
    const dataset = makeDataset({
      indicators: [rich, indicator('b')],
      periods: ['2020', '2021-Q2'],
      breakdowns: { Branche: ['_T', '9602'], Leeftijd: ['8-12', '13-19', '20-23'] },
      regions: Object.keys(CELLS).map((code) => [code, `Plaats ${code}`] as const),
      cell: ({ indicator: id, period, breakdown, region }) => {
        const shift = (id + period + breakdown.join('')).length % 11;
        return Object.values(CELLS)[(Number(region.slice(3)) + shift) % 11];
      },
    });
    const again = readAgain(dataset);
    expect(observations(again)).toEqual(observations(dataset));
    expect(again.geo).toMatchObject({ codes: dataset.geo.codes, labels: dataset.geo.labels });
    expect(again.time.codes).toEqual(dataset.time.codes);
    expect(again.breakdowns.map(({ id, label, codes }) => ({ id, label, codes }))).toEqual(
      dataset.breakdowns.map(({ id, label, codes }) => ({ id, label, codes })),
    );
  });

  it('is written without a problem to report', () => {
    const dataset = makeDataset({ regions: Object.keys(CELLS), cell: ({ region }) => CELLS[region] });
    expect(parseJsonStat(exported(dataset)).problems).toEqual([]);
  });

  it('keeps what the publisher says about the indicators and the whole', () => {
    const dataset = makeDataset({
      indicators: [rich],
      regions: ['NLV0', 'GMV001'],
      cell: () => 1,
      more: {
        label: 'Omzet',
        theme: 'branches',
        notes: ['Een', 'Twee'],
        updated: '2026-11-24',
        reference: 'NLV0',
        rounding: '5',
        boundaries: {
          gemeente: { year: 2021, href: 'https://example.org/gemeenten.json' },
          wijk: { year: 2021, href: 'wijken.json' },
        },
        release: {
          publisher: 'Uitgever',
          id: 'x',
          modified: '2026',
          licence: 'CC BY',
          rules: ['n >= 10'],
          boundaryYear: 2021,
        },
        outlier: { actual: 'omzet', predicted: 'verwacht', lower: 'a', upper: 'b' },
      },
    });
    const again = readAgain(dataset);
    expect(again.indicators).toEqual([rich]);
    for (const key of ['label', 'theme', 'notes', 'updated', 'reference', 'rounding', 'release', 'outlier'] as const)
      expect(again[key]).toEqual(dataset[key]);
    expect({ ...again.boundaries }).toEqual({
      gemeente: { year: 2021, href: 'https://example.org/gemeenten.json' },
      // An address relative to the dataset leads nowhere from a saved file.
      wijk: { year: 2021, href: null },
    });
  });

  it('has nothing of a withheld figure but its status', () => {
    const dataset = makeDataset({
      regions: ['GMV001', 'GMV002'],
      cell: ({ region }) => (region === 'GMV001' ? 'withheld' : 5),
    });
    const smuggled = rowsOfAll(dataset).map((row) => (row.kind === 'withheld' ? { ...row, value: 7319 } : row));
    const document = exported(dataset, smuggled);
    expect(JSON.stringify(document)).not.toContain('7319');
    expect(document).toMatchObject({ value: [null, 5], status: { 0: 'Q' } });
  });

  it('leaves out what the data doesn’t cover, as it wasn’t in the data either', () => {
    const dataset = makeDataset({ regions: ['GMV001'], cell: () => 1 });
    const [selection] = selectionsOf(dataset);
    const rows = rowsOf(dataset, selection, [{ region: 0 }, { region: -1, code: 'GMV999' }], format, null);
    expect(readAgain(dataset, rows).geo.codes).toEqual(['GMV001']);
  });

  it('has the regions in the order of the rows, and no observation where there is no row', () => {
    const dataset = makeDataset({
      indicators: [indicator('a'), indicator('b')],
      regions: ['GMV001', 'GMV002'],
      cell: ({ region }) => Number(region.slice(3)),
    });
    const rows = rowsOfAll(dataset).filter((row) => !(row.indicator === 'b' && row.region === 'GMV001'));
    const again = readAgain(dataset, rows.reverse());
    expect(again.geo.codes).toEqual(['GMV002', 'GMV001']);
    expect(again.metric.codes).toEqual(['b', 'a']);
    expect(observations(again).map((each) => (each.kind === 'value' ? each.value : each.kind))).toEqual([
      2,
      'none',
      2,
      1,
    ]);
  });

  it('of data without time has no time', () => {
    const dataset = makeDataset({ periods: [''], regions: ['GMV001'], cell: () => 1 });
    expect(exported(dataset)).toMatchObject({ id: ['metric', 'geo'], role: { metric: ['metric'], geo: ['geo'] } });
    expect(readAgain(dataset).time.codes).toEqual(['']);
  });

  it.each(['geo', 'time', 'metric', '__proto__', 'constructor', ''])('survives a breakdown named %j', (name) => {
    const dataset = makeDataset({
      breakdowns: Object.fromEntries([[name, ['a', 'b']]]),
      regions: ['GMV001'],
      cell: ({ breakdown }) => (breakdown[0] === 'a' ? 1 : 2),
    });
    const again = readAgain(dataset);
    expect(again.breakdowns[0]).toMatchObject({ id: name, codes: ['a', 'b'] });
    expect([...again.values]).toEqual([1, 2]);
  });

  it('survives ids and codes that every object has', () => {
    const dataset = makeDataset({
      indicators: [indicator('__proto__', { label: 'a' }), indicator('constructor', { label: 'b' })],
      regions: ['GMV001'],
      cell: ({ indicator: id }) => id.length,
    });
    const again = readAgain(dataset);
    expect(again.indicators.map(({ id, label }) => [id, label])).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ]);
  });

  it('without rows has no categories', () => {
    expect(exported(makeDataset({ regions: ['GMV001'], cell: () => 1 }), [])).toMatchObject({
      size: [0, 0, 0],
      value: [],
    });
  });
});

describe('a status', () => {
  it.each([
    [[], null],
    [['P'], 'P'],
    [['W'], 'W'],
    [['R'], 'r'],
    [['P', 'B'], 'pb'],
    [['P', 'G'], 'p'],
    [['G', 'V'], 'G'],
    [['P', 'B', 'D', 'E', 'F'], 'pbde'],
  ] as const)('of %j is %j', (marks, text) => {
    expect(statusOfMarks(marks)).toBe(text);
  });
});

const REAL = '../shared/data/values/kerncijfers-gemeenten-2024.csv';

describe.skipIf(!existsSync(REAL))('a JSON-stat file of real figures', () => {
  it('reads again as the same', () => {
    const dataset = opened(parseCsv(readFileSync(REAL, 'utf8'), {}));
    const again = readAgain(dataset);
    expect(again.values).toEqual(dataset.values);
    expect(again.kinds).toEqual(dataset.kinds);
  });
});

import { describe, expect, it } from 'vitest';
import { indicator, type Dataset } from '@zicht-op/core/model/dataset.js';
import { dimension } from '@zicht-op/core/model/dataset.js';
import {
  breakdownOf,
  completeFilter,
  countByLevel,
  defaultCategory,
  defaultLevel,
  defaultPeriod,
  findPeriod,
  regionsOfLevel,
  resolveSelection,
  type Selection,
  type SelectionRequest,
} from '@zicht-op/core/view/selection.js';
import { makeDataset, type Cell } from './figures.js';

const gemeenten = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `GMV${String(i + 1).padStart(3, '0')}`);

function chosen(dataset: Dataset, request: SelectionRequest = {}): Selection {
  const result = resolveSelection(dataset, request);
  if (!result.ok) throw new Error(result.problems[0].code);
  return result.value;
}

const codeOf = (dataset: Dataset, request: SelectionRequest): string => {
  const result = resolveSelection(dataset, request);
  return result.ok ? 'ok' : result.problems[0].code;
};

describe('levels', () => {
  const dataset = makeDataset({ regions: ['NLV0', 'GMV001', 'WKV00101', 'WKV00102', 'BUV0010101'], cell: () => 1 });

  it('are counted by the prefix of the codes', () => {
    expect([...countByLevel(dataset)]).toEqual([
      ['land', 1],
      ['gemeente', 1],
      ['wijk', 2],
      ['buurt', 1],
    ]);
    expect(regionsOfLevel(dataset, 'wijk')).toEqual([2, 3]);
    expect(regionsOfLevel(dataset, 'riec')).toEqual([]);
  });

  it('default to the one with most regions', () => {
    expect(defaultLevel(dataset)).toBe('wijk');
  });

  it('default to one with shapes, where there is one', () => {
    expect(defaultLevel(dataset, new Set(['buurt', 'riec']))).toBe('buurt');
    expect(defaultLevel(dataset, new Set(['riec']))).toBe('wijk');
  });
});

describe('the default category', () => {
  it.each([
    [['9602', 'T001038', '4711'], undefined, 'T001038'],
    [['_T', 'A'], undefined, '_T'],
    [['A', 'tot'], undefined, 'tot'],
    [['A', 'B'], ['Vis', 'Totaal branches'], 'B'],
    [['A', 'B'], ['Vis', 'Total'], 'B'],
    [['A', 'B'], ['Totalisator', 'Vis'], 'A'],
    [['TOTO', 'B'], undefined, 'TOTO'],
  ])('of %j labelled %j is %s: a total where there is one, else the first', (codes, labels, expected) => {
    expect(defaultCategory(dimension('x', 'x', codes, labels))).toBe(expected);
  });

  it('of nothing is nothing', () => {
    expect(defaultCategory(dimension('x', 'x', []))).toBe('');
  });
});

describe('a filter', () => {
  const dataset = makeDataset({
    regions: ['GMV001'],
    breakdowns: { Branche: ['9602', '4711'], Leeftijd: ['8-12', '_T', '13-19'] },
    cell: () => 1,
  });

  it('is completed with the default of each dimension', () => {
    expect(completeFilter(dataset)).toEqual({ Branche: '9602', Leeftijd: '_T' });
  });

  it('keeps what was asked, and ignores what the dataset doesn’t know', () => {
    expect(completeFilter(dataset, { Branche: '4711', Leeftijd: 'oud', Onbekend: 'x' })).toEqual({
      Branche: '4711',
      Leeftijd: '_T',
    });
  });

  it('is not confused by names that every object has', () => {
    const odd = makeDataset({ regions: ['GMV001'], breakdowns: { constructor: ['a', 'b'] }, cell: () => 1 });
    expect(completeFilter(odd, {})).toEqual({ constructor: 'a' });
    expect(completeFilter(odd, { constructor: 'b' })).toEqual({ constructor: 'b' });
  });

  it('keeps a dimension that is called __proto__', () => {
    const odd = makeDataset({
      regions: ['GMV001'],
      breakdowns: Object.fromEntries([['__proto__', ['a', 'b']]]),
      cell: () => 1,
    });
    const filter = completeFilter(odd, Object.fromEntries([['__proto__', 'b']]));
    expect(Object.keys(filter)).toEqual(['__proto__']);
    expect(breakdownOf(odd, filter)).toBe(1);
  });

  it.each([
    [{ Branche: '9602', Leeftijd: '8-12' }, 0],
    [{ Branche: '9602', Leeftijd: '13-19' }, 2],
    [{ Branche: '4711', Leeftijd: '8-12' }, 3],
    [{ Branche: '4711', Leeftijd: '13-19' }, 5],
  ])('%j is combination %d: the last dimension is the fastest', (filter, expected) => {
    expect(breakdownOf(dataset, filter)).toBe(expected);
  });
});

describe('a period', () => {
  const dataset = makeDataset({
    regions: ['GMV001'],
    periods: ['2019JJ00', '2020-Q2', '2021MM06', 'lustrum'],
    cell: () => 1,
  });

  it.each([
    ['2019JJ00', 0],
    ['2019', 0],
    ['2020KW02', 1],
    ['2020-Q1', -1],
    ['2021-06', 2],
    ['2021', -1],
    ['lustrum', 3],
    ['eeuw', -1],
    ['', -1],
  ])('%j is found at %d, also when it is written in another way', (id, expected) => {
    expect(findPeriod(dataset, id)).toBe(expected);
  });
});

describe('the default period', () => {
  /** Ten regions; each period is given by how many have a figure, and what the others are. */
  const filled = (counts: Readonly<Record<string, number>>, rest: Cell = 'none'): Dataset =>
    makeDataset({
      regions: gemeenten(10),
      periods: Object.keys(counts),
      cell: ({ period, region }) => (Number(region.slice(3)) <= counts[period] ? 1 : rest),
    });
  const periodOf = (dataset: Dataset): string => dataset.time.codes[defaultPeriod(dataset, 0, 0, 'gemeente')];

  it('is the newest that is as good as full', () => {
    expect(periodOf(filled({ '2019': 10, '2020': 9, '2021': 8 }))).toBe('2020');
  });

  it('goes by time, not by the order of the data', () => {
    expect(periodOf(filled({ '2021': 10, '2019': 10, '2020-Q4': 10 }))).toBe('2021');
  });

  it('measures fullness by the fullest period, not by the number of regions', () => {
    expect(periodOf(filled({ '2019': 4, '2020': 2, '2021': 0 }))).toBe('2019');
  });

  it('counts withheld figures as present: they were published as withheld', () => {
    expect(periodOf(filled({ '2020': 10, '2021': 2 }, 'withheld'))).toBe('2021');
  });

  it.each<Cell>(['unknown', 'impossible', 'none'])('doesn’t count what is %s', (rest) => {
    expect(periodOf(filled({ '2020': 10, '2021': 2 }, rest))).toBe('2020');
  });

  it('is the newest where no period has any', () => {
    expect(periodOf(filled({ '2019': 0, '2020': 0 }))).toBe('2020');
  });

  it('is one of this indicator and this breakdown', () => {
    const dataset = makeDataset({
      indicators: [indicator('a'), indicator('b')],
      breakdowns: { Branche: ['x', 'y'] },
      periods: ['2020', '2021'],
      regions: gemeenten(10),
      cell: ({ indicator: id, period, breakdown }) =>
        period === '2020' || (id === 'b' && breakdown[0] === 'y') ? 1 : null,
    });
    expect(chosen(dataset, { indicator: 'a' }).period).toBe('2020');
    expect(chosen(dataset, { indicator: 'b', filter: { Branche: 'x' } }).period).toBe('2020');
    expect(chosen(dataset, { indicator: 'b', filter: { Branche: 'y' } }).period).toBe('2021');
  });

  it('looks at the regions of the level only', () => {
    const dataset = makeDataset({
      periods: ['2020', '2021'],
      regions: ['NLV0', ...gemeenten(5)],
      cell: ({ period, region }) => (period === '2020' || region === 'NLV0' ? 1 : null),
    });
    expect(chosen(dataset, { level: 'gemeente' }).period).toBe('2020');
    expect(chosen(dataset, { level: 'land' }).period).toBe('2021');
  });
});

describe('resolveSelection', () => {
  const dataset = makeDataset({
    indicators: [indicator('a'), indicator('b')],
    periods: ['2020', '2021'],
    regions: ['NLV0', 'GMV001', 'GMV002'],
    cell: () => 1,
  });

  it('has a default for everything', () => {
    expect(chosen(dataset)).toMatchObject({
      metricIndex: 0,
      period: '2021',
      timeIndex: 1,
      level: 'gemeente',
      filter: {},
      breakdownIndex: 0,
      reference: 'NLV0',
    });
  });

  it.each<[SelectionRequest, string]>([
    [{ indicator: 'c' }, 'no-such-indicator'],
    [{ indicator: '__proto__' }, 'no-such-indicator'],
    [{ period: '1999' }, 'no-such-period'],
    [{ level: 'riec' }, 'no-match'],
  ])('of %j fails with %s', (request, code) => {
    expect(codeOf(dataset, request)).toBe(code);
  });

  it.each([
    ['Misdrijven', 'Misdrijven'],
    ['misdrijven', 'Misdrijven'],
    [' MISDRIJVEN ', 'Misdrijven'],
    ['los', ' los '],
    ['Twee', 'Twee'],
    ['twee', 'twee'],
  ])('takes an indicator asked for as %j, which is %j', (asked, id) => {
    const ids = ['eerst', 'Misdrijven', ' los ', 'Twee', 'twee'];
    const typed = makeDataset({
      indicators: ids.map((each) => indicator(each)),
      regions: ['GMV001'],
      cell: () => 1,
    });
    expect(chosen(typed, { indicator: asked }).indicator.id).toBe(id);
    expect(codeOf(typed, { indicator: 'TWEE' }), 'one of two').toBe('no-such-indicator');
  });

  it('lists what there is to choose from', () => {
    const result = resolveSelection(dataset, { indicator: 'c' });
    expect(result.problems[0].items).toEqual(['a', 'b']);
  });

  it.each([
    ['what is asked for', { reference: 'GMV001' }, 'PV20', 'GMV001'],
    ['the dataset’s own', {}, 'PV20', 'PV20'],
    ['the country', {}, null, 'NLV0'],
  ])('compares with %s', (_, request, reference, expected) => {
    expect(chosen({ ...dataset, reference }, request).reference).toBe(expected);
  });

  it('compares with nothing where there is no country and nobody asked', () => {
    expect(chosen(makeDataset({ regions: ['GMV001'], cell: () => 1 })).reference).toBeNull();
  });
});

it('a dataset may have more periods than a call can have arguments', () => {
  const periods = Array.from({ length: 200_000 }, (_, i) => `p${i}`);
  const dataset = makeDataset({ regions: ['GMV001'], periods, cell: () => 1 });
  expect(chosen(dataset).period).toBe('p199999');
});

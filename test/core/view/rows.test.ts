import { describe, expect, it } from 'vitest';
import { indicator } from '@zicht-op/core/model/dataset.js';
import { parsePeriod } from '@zicht-op/core/model/period.js';
import { createFormatter } from '@zicht-op/core/view/format.js';
import { rowsOf, type RowTarget } from '@zicht-op/core/view/rows.js';
import { resolveSelection } from '@zicht-op/core/view/selection.js';
import { makeDataset, TEXTS } from './figures.js';

const format = createFormatter('nl-NL', TEXTS);
const dataset = makeDataset({
  indicators: [indicator('kans', { unit: { label: 'aandeel', symbol: '%', position: 'end', decimals: 1 } })],
  breakdowns: { Branche: ['_T', '9602'] },
  regions: [['GMV001', 'Aardal'], ['GMV002', 'Beemd'], 'GMV003'],
  cell: ({ region, breakdown }) => (breakdown[0] === '9602' ? null : region === 'GMV002' ? 'withheld' : [12.34, 'E']),
});
const classification = { method: 'manual', breaks: [10, 20] } as const;

function rows(targets: readonly RowTarget[], classes: typeof classification | null = classification) {
  const selection = resolveSelection(dataset, {});
  if (!selection.ok) throw new Error(selection.problems[0].code);
  return rowsOf(dataset, selection.value, targets, format, classes);
}

describe('rows', () => {
  it('of nothing are none', () => {
    expect(rows([])).toEqual([]);
  });

  it('have all that the contract says, with a value only for what is one', () => {
    expect(rows([{ region: 0 }, { region: 1 }])).toEqual([
      {
        region: 'GMV001',
        name: 'Aardal',
        level: 'gemeente',
        period: '2021',
        indicator: 'kans',
        breakdown: { Branche: '_T' },
        kind: 'value',
        value: 12.34,
        text: '12,3%',
        marks: ['E'],
        class: 1,
      },
      {
        region: 'GMV002',
        name: 'Beemd',
        level: 'gemeente',
        period: '2021',
        indicator: 'kans',
        breakdown: { Branche: '_T' },
        kind: 'withheld',
        text: 'niet gepubliceerd',
        marks: [],
        class: null,
      },
    ]);
    expect(rows([{ region: 1 }])[0]).not.toHaveProperty('value');
  });

  it('keep the order that is asked for', () => {
    expect(rows([{ region: 2 }, { region: 0 }, { region: 1 }]).map((row) => row.region)).toEqual([
      'GMV003',
      'GMV001',
      'GMV002',
    ]);
  });

  it.each<[string, RowTarget, string, string]>([
    ['the dataset’s', { region: 0, name: 'Elders' }, 'GMV001', 'Aardal'],
    ['the shape’s where the dataset has none', { region: 2, name: 'Elders' }, 'GMV003', 'Elders'],
    ['the code where neither has one', { region: 2 }, 'GMV003', 'GMV003'],
    [
      'the shape’s for what the dataset doesn’t list',
      { region: -1, code: 'GMV009', name: 'Elders' },
      'GMV009',
      'Elders',
    ],
    ['the code for a shape without a name', { region: -1, code: 'GMV009', name: null }, 'GMV009', 'GMV009'],
  ])('have a name: %s', (_, target, region, name) => {
    expect(rows([target])[0]).toMatchObject({ region, name });
  });

  it('are uncovered for a shape that the dataset doesn’t list', () => {
    expect(rows([{ region: -1, code: 'GMV009' }])[0]).toMatchObject({
      kind: 'uncovered',
      text: 'buiten dekking',
      class: null,
    });
  });

  it('have no class without a classification', () => {
    expect(rows([{ region: 0 }], null)[0].class).toBeNull();
  });

  it('are provisional where the period is as a whole', () => {
    const provisional = { ...dataset, periods: [parsePeriod('2021', null, true)] };
    const selection = resolveSelection(provisional, {});
    if (!selection.ok) throw new Error(selection.problems[0].code);
    const [first, second] = rowsOf(provisional, selection.value, [{ region: 0 }, { region: 1 }], format, null);
    expect(first.marks).toEqual(['P', 'E']);
    expect(second.marks).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { indicator } from '@zicht-op/core/model/dataset.js';
import { observationIn, sliceOf } from '@zicht-op/core/view/slice.js';
import { makeDataset } from './figures.js';

const dataset = makeDataset({
  indicators: [indicator('a'), indicator('b')],
  periods: ['2020', '2021'],
  breakdowns: { x: ['0', '1'] },
  regions: ['GMV001', 'GMV002', 'GMV003'],
  cell: ({ indicator: id, period, breakdown, region }) =>
    Number(id === 'b') * 1000 + Number(period === '2021') * 100 + Number(breakdown[0]) * 10 + Number(region.slice(3)),
});

describe('a slice', () => {
  it.each([
    [0, 0, 0, [1, 2, 3]],
    [0, 0, 1, [11, 12, 13]],
    [0, 1, 0, [101, 102, 103]],
    [1, 1, 1, [1111, 1112, 1113]],
  ])(
    'of metric %d, period %d, breakdown %d holds one figure per region',
    (metricIndex, timeIndex, breakdownIndex, values) => {
      expect([...sliceOf(dataset, { metricIndex, timeIndex, breakdownIndex }).values]).toEqual(values);
    },
  );

  it('copies nothing', () => {
    const slice = sliceOf(dataset, { metricIndex: 1, timeIndex: 0, breakdownIndex: 0 });
    expect(slice.values.buffer).toBe(dataset.values.buffer);
  });
});

describe('the observation of a region', () => {
  const slice = sliceOf(
    makeDataset({
      regions: ['value', 'marked', 'withheld', 'unknown', 'impossible', 'none'],
      cell: ({ region }) => {
        if (region === 'value') return 0;
        if (region === 'marked') return [7, 'P', 'B'];
        return region as 'withheld' | 'unknown' | 'impossible' | 'none';
      },
    }),
    { metricIndex: 0, timeIndex: 0, breakdownIndex: 0 },
  );

  it('is its figure, zero too', () => {
    expect(observationIn(slice, 0)).toEqual({ kind: 'value', value: 0, marks: [] });
  });

  it('has its marks', () => {
    expect(observationIn(slice, 1)).toEqual({ kind: 'value', value: 7, marks: ['P', 'B'] });
  });

  it('of a provisional period is provisional, once', () => {
    expect(observationIn(slice, 0, true)).toMatchObject({ marks: ['P'] });
    expect(observationIn(slice, 1, true)).toMatchObject({ marks: ['P', 'B'] });
  });

  it.each([
    [2, 'withheld'],
    [3, 'unknown'],
    [4, 'impossible'],
    [5, 'none'],
    [-1, 'uncovered'],
  ])('at %d is %s, without a member for a number, provisional or not', (region, kind) => {
    expect(observationIn(slice, region)).toEqual({ kind, marks: [] });
    expect(observationIn(slice, region, true)).toEqual({ kind, marks: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { chronological, isPeriod, parsePeriod } from '@zicht-op/core/model/period.js';

describe('periods', () => {
  it.each([
    ['', null, 'other', 0],
    ['alle jaren', null, 'other', 0],
    ['20210', null, 'other', 0],
    ['2021MM13', null, 'other', 0],
    ['2021KW05', null, 'other', 0],
    ['2021', 2021, 'year', 0],
    [' 2021JJ00 ', 2021, 'year', 0],
    ['2021-Q2', 2021, 'quarter', 2],
    ['2021Q2', 2021, 'quarter', 2],
    ['2021KW02', 2021, 'quarter', 2],
    ['2021MM06', 2021, 'month', 6],
    ['2021-06', 2021, 'month', 6],
  ] as const)('%j is of year %s, a %s', (id, year, unit, part) => {
    expect(parsePeriod(id)).toMatchObject({ id, year, unit, part });
    expect(isPeriod(id)).toBe(year !== null);
  });

  it('keeps a label only where it says more than the id', () => {
    expect(parsePeriod('2021', '2021').label).toBeNull();
    expect(parsePeriod('2021', '2021*').label).toBe('2021*');
  });

  it('come in order of time, a year after its own parts, unknown forms last as they stood', () => {
    const ids = ['anders', '2022', '2021', '2021KW04', '2021MM12', '2022MM01', 'nog iets', '2021KW01'];
    const order = chronological(ids.map((id) => parsePeriod(id))).map((at) => ids[at]);
    expect(order).toEqual(['2021KW01', '2021MM12', '2021KW04', '2021', '2022MM01', '2022', 'anders', 'nog iets']);
    expect(chronological([])).toEqual([]);
  });
});

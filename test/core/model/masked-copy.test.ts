import { describe, expect, it } from 'vitest';
import { parseJsonStat } from '@zicht-op/core/formats/json-stat.js';
import type { Dataset } from '@zicht-op/core/model/dataset.js';
import { isDataset, maskedCopy } from '@zicht-op/core/model/masked-copy.js';
import { KIND_CODE } from '@zicht-op/core/model/observation.js';
import { jsonStat } from '../../support/grid-country.js';

function dataset(): Dataset {
  const read = parseJsonStat(jsonStat(['GM0001', 'GM0002'], { a: { '2023': { GM0001: 1, GM0002: 'Q' } } }));
  if (!read.ok) throw new Error('the fixture is not read');
  return read.value;
}

describe('a dataset given back by a host', () => {
  it.each([
    null,
    undefined,
    1,
    'text',
    {},
    [],
    { values: [], kinds: [] },
    { values: new Float64Array(1), kinds: new Uint8Array(2), geo: {}, indicators: [] },
  ])('is not taken for one: %j', (input) => {
    expect(isDataset(input)).toBe(false);
  });

  it('is recognised, and copied', () => {
    const own = dataset();
    const copy = maskedCopy(own);
    expect(isDataset(own)).toBe(true);
    expect(copy).toEqual(own);
    expect(copy.values).not.toBe(own.values);
  });

  it('loses a number that was put in a withheld cell', () => {
    const own = dataset();
    own.values[1] = 12345;
    expect(Number.isNaN(maskedCopy(own).values[1])).toBe(true);
  });

  it('has unknown where a figure was made no number', () => {
    const own = dataset();
    own.values[0] = Infinity;
    expect(maskedCopy(own).kinds[0]).toBe(KIND_CODE.unknown);
  });

  it('shows nothing of a cell whose kind is no kind', () => {
    const own = dataset();
    own.kinds[0] = 77;
    expect(maskedCopy(own).kinds[0]).toBe(KIND_CODE.unknown);
    expect(Number.isNaN(maskedCopy(own).values[0])).toBe(true);
  });
});

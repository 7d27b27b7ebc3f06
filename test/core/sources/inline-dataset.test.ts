import { describe, expect, it } from 'vitest';
import { observationAt } from '@zicht-op/core/model/dataset.js';
import { readDataset, type ReadOptions } from '@zicht-op/core/sources/inline-dataset.js';

const JSON_STAT = {
  version: '2.0',
  class: 'dataset',
  id: ['regio'],
  size: [2],
  role: { geo: ['regio'] },
  dimension: { regio: { category: { index: ['GMV001', 'GMV002'] } } },
  value: [7, 4711],
  status: ['A', 'Q'],
};
const ODATA = {
  '@odata.context': 'https://datasets.example/$metadata#Observations',
  '@odata.nextLink': 'https://datasets.example/Observations?$skip=1',
  value: [{ Id: 1, Measure: 'M1', ValueAttribute: 'None', Value: 7, RegioS: 'GMV001', Perioden: '2024JJ00' }],
};
const SECOND = {
  ...ODATA,
  value: [{ ...ODATA.value[0], Id: 2, RegioS: 'GMV002', Value: null, ValueAttribute: 'Impossible' }],
};
const MEASURES = {
  '@odata.context': 'https://datasets.example/$metadata#MeasureCodes',
  value: [{ Identifier: 'M1', Title: 'Misdrijven' }],
};

async function kinds(input: unknown, options?: ReadOptions): Promise<string> {
  const result = await readDataset(input, options);
  if (!result.ok) return result.problems[0].code;
  const { geo } = result.value;
  return geo.codes.map((code, cell) => `${code} ${observationAt(result.value, cell).kind}`).join(', ');
}

describe('a dataset that the page holds itself', () => {
  it.each<[string, unknown, ReadOptions | undefined, string]>([
    ['a JSON-stat object', JSON_STAT, undefined, 'GMV001 value, GMV002 withheld'],
    ['JSON-stat as text', JSON.stringify(JSON_STAT), undefined, 'GMV001 value, GMV002 withheld'],
    ['CSV', 'code;x\nGMV001;1\nGMV002;-99997', undefined, 'GMV001 value, GMV002 withheld'],
    ['CSV with roles', 'a;x\nGMV001;1', { columns: 'region=a' }, 'GMV001 value'],
    ['one page of OData', ODATA, undefined, 'GMV001 value'],
    ['pages of OData', [ODATA, SECOND], undefined, 'GMV001 value, GMV002 impossible'],
    ['nothing', null, undefined, 'not-supported'],
    ['undefined', undefined, undefined, 'not-supported'],
    ['a number', 7, undefined, 'not-supported'],
    ['an empty list', [], undefined, 'not-supported'],
    ['an empty text', '', undefined, 'not-json'],
    ['HTML', '<p>', undefined, 'not-json'],
    ['an object forced to be CSV', {}, { type: 'csv' }, 'not-supported'],
    ['a type that there is not', JSON_STAT, { type: 'xml' }, 'not-supported'],
    ['an object forced to be JSON-stat', {}, { type: 'json-stat' }, 'not-supported'],
  ])('may be %s', async (_, input, options, expected) => {
    expect(await kinds(input, options)).toBe(expected);
  });

  it('may come with code lists', async () => {
    const result = await readDataset(ODATA, { metadata: [MEASURES, null, 7] });
    expect(result.ok && result.value.indicators[0].label).toBe('Misdrijven');
  });

  it('is not kept: a later change to it changes nothing', async () => {
    const input = structuredClone(JSON_STAT);
    const result = await readDataset(input);
    input.value[0] = 99;
    expect(result.ok && result.value.values[0]).toBe(7);
  });

  it.each<[string, () => unknown]>([
    [
      'a getter that throws',
      () => ({
        get class(): string {
          throw new Error('4711');
        },
      }),
    ],
    [
      'a circle',
      () => {
        const circle: Record<string, unknown> = { ...JSON_STAT };
        circle.dimension = circle;
        return circle;
      },
    ],
    [
      'a proxy that throws',
      () =>
        new Proxy(
          {},
          {
            get: () => {
              throw new Error();
            },
            getOwnPropertyDescriptor: () => {
              throw new Error();
            },
          },
        ),
    ],
  ])('never throws, even on %s', async (_, make) => {
    expect((await readDataset(make())).ok).toBe(false);
  });
});

import { parseCbsOdataV3 } from '@zicht-op/core/formats/cbs-odata-v3.js';
import { parseCbsOdataV4 } from '@zicht-op/core/formats/cbs-odata-v4.js';
import { describe, expect, it } from 'vitest';
import { SECRET, tracesOfSecret } from '../../support/leak.js';
import { look, told, valueOf } from '../../support/observe.js';

type Json = Record<string, unknown>;

/** Two regions; the first row has nothing to tell, as a publisher who leaves out what is null would send it. */
const v4 = (status: Json) => [
  { Measure: 'M1', RegioS: 'GM0344', Value: 5 },
  { Measure: 'M1', RegioS: 'GM0363', Value: SECRET, ...status },
];
const v3 = (status: Json) => [
  { RegioS: 'GM0344', Aantal_1: 5 },
  { RegioS: 'GM0363', Aantal_1: SECRET, ...status },
];
const formats = [
  ['v4', (status: Json) => parseCbsOdataV4([{ value: v4(status) }])],
  ['v3', (status: Json) => parseCbsOdataV3([{ value: v3(status) }])],
] as const;

describe.each(formats)('a status in a column of its own, in %s,', (_, read) => {
  it.each<Json>([
    { ObsStatus: 'Q' },
    { OBS_STATUS: 'c' },
    { ConfStatus: 'C' },
    { CONF_STATUS: 'N' },
    { OBS_CONF: 'D' },
    { ObsStatus: 'A', ConfStatus: 'S' },
    { ValueAttribute: 'Confidential' },
    { valueAttribute: 'Geheim' },
  ])('withholds the number: %j', (status) => {
    const result = read(status);
    const dataset = valueOf(result);
    expect(look(dataset, { region: 'GM0363' })).toBe('withheld');
    expect(look(dataset, { region: 'GM0344' })).toBe(5);
    expect(dataset.breakdowns).toEqual([]);
    expect(told(result)[0]).toMatch(/^withheld-number \/value\/1\//);
    expect(tracesOfSecret(result)).toEqual([]);
  });

  it.each<[Json, unknown]>([
    [{ ObsStatus: 'P', ConfStatus: 'F' }, `${SECRET} P`],
    [{ ObsStatus: null }, SECRET],
    [{ ObsStatus: 'M' }, 'impossible'],
    [{ ObsStatus: 'wat' }, 'unknown'],
    [{ ObsStatus: {} }, 'unknown'],
  ])('is read as in any other format: %j gives %s', (status, seen) =>
    expect(look(valueOf(read(status)), { region: 'GM0363' })).toBe(seen),
  );
});

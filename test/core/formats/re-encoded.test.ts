import { parseCbsOdataV3 } from '@zicht-op/core/formats/cbs-odata-v3.js';
import { parseCbsOdataV4 } from '@zicht-op/core/formats/cbs-odata-v4.js';
import { parseCsv } from '@zicht-op/core/formats/csv.js';
import { detectFormat, type DatasetType } from '@zicht-op/core/formats/detect.js';
import { parseJsonStat } from '@zicht-op/core/formats/json-stat.js';
import { parseSdmxJson } from '@zicht-op/core/formats/sdmx-json.js';
import { sliceStart, type Dataset } from '@zicht-op/core/model/dataset.js';
import { KIND_CODE, KINDS } from '@zicht-op/core/model/observation.js';
import type { Result } from '@zicht-op/core/model/problem.js';
import { classify, classOf } from '@zicht-op/core/view/classify.js';
import { describe, expect, it } from 'vitest';
import {
  toCsvText,
  toJsonStat,
  toOdataV3,
  toOdataV4,
  toSdmxJson,
  type JsonStatForm,
  type SentCell,
  type SentTable,
} from '../../support/encode-dataset.js';
import { told, unmasked, valueOf } from '../../support/observe.js';
import { hasRealData, realText, simpleCsv } from '../../support/real-data.js';

/** The real figures of all gemeenten, as plainly read as can be. */
function realTable(): SentTable {
  const { header, rows } = simpleCsv(realText('values/kerncijfers-gemeenten-2024.csv'));
  const indicators = header.slice(2);
  return {
    period: '2024',
    regions: rows.map(([code, name]) => ({ code, name })),
    indicators,
    cells: indicators.map((_, i) => rows.map((row): SentCell => (row[i + 2] === '' ? 'none' : Number(row[i + 2])))),
  };
}

/** The same with every kind of missing in it, at places that depend on nothing but their position. */
function withHoles(table: SentTable): SentTable {
  const kinds: SentCell[] = ['withheld', 'unknown', 'impossible', 'none'];
  const hole = (cell: SentCell, at: number): SentCell => (at % 11 === 0 ? kinds[(at / 11) % kinds.length] : cell);
  return { ...table, cells: table.cells.map((row, i) => row.map((cell, region) => hole(cell, i * 7 + region))) };
}

const orders = [
  ['geo', 'time', 'metric'],
  ['metric', 'geo', 'time'],
  ['time', 'metric', 'geo'],
] as const;

const jsonStatForms: JsonStatForm[] = orders.flatMap((order) =>
  (['array', 'object'] as const).flatMap((value) =>
    (['array', 'object'] as const).flatMap((status) =>
      (['array', 'object'] as const).map((index) => ({ order, value, status, index, roles: index === 'array' })),
    ),
  ),
);

interface Wire {
  readonly name: string;
  readonly type: DatasetType;
  readonly send: (table: SentTable) => { readonly body: string; readonly read: () => Result<Dataset> };
}

const wire = (name: string, type: DatasetType, send: Wire['send']): Wire => ({ name, type, send });

/** What a body would be after the network: nothing of the sender's objects gets across. */
const overTheWire = (documents: readonly unknown[]): unknown[] =>
  documents.map((one) => JSON.parse(JSON.stringify(one)) as unknown);

const json = (
  name: string,
  type: DatasetType,
  make: (table: SentTable) => unknown,
  parse: (input: unknown) => Result<Dataset>,
) =>
  wire(name, type, (table) => {
    const body = JSON.stringify(make(table));
    return { body, read: () => parse(JSON.parse(body)) };
  });

const pages = (
  name: string,
  type: DatasetType,
  make: (table: SentTable) => { pages: unknown[]; codeLists: unknown[] },
  parse: (pages: readonly unknown[], lists: readonly unknown[]) => Result<Dataset>,
  withLists = true,
) =>
  wire(name, type, (table) => {
    const sent = make(table);
    return {
      body: JSON.stringify(sent.pages[0]),
      read: () => parse(overTheWire(sent.pages), withLists ? overTheWire(sent.codeLists) : []),
    };
  });

const csv = (name: string, form: Parameters<typeof toCsvText>[1]) =>
  wire(`CSV, ${name}`, 'csv', (table) => {
    const body = toCsvText(table, form);
    return { body, read: () => parseCsv(body) };
  });

const wires: Wire[] = [
  ...jsonStatForms.map((form) =>
    json(
      `JSON-stat ${form.order.join('·')}, value ${form.value}, status ${form.status}, index ${form.index}`,
      'json-stat',
      (table) => toJsonStat(table, form),
      parseJsonStat,
    ),
  ),
  pages('OData v4, one page', 'cbs-odata-v4', (table) => toOdataV4(table, 1e6), parseCbsOdataV4),
  pages('OData v4, pages of 100', 'cbs-odata-v4', (table) => toOdataV4(table, 100), parseCbsOdataV4),
  pages(
    'OData v4, pages of 7, without code lists',
    'cbs-odata-v4',
    (table) => toOdataV4(table, 7),
    parseCbsOdataV4,
    false,
  ),
  pages('OData v3, untyped', 'cbs-odata-v3', (table) => toOdataV3(table, 'UntypedDataSet'), parseCbsOdataV3),
  pages(
    'OData v3, untyped, decimal commas',
    'cbs-odata-v3',
    (table) => toOdataV3(table, 'UntypedDataSet', ','),
    parseCbsOdataV3,
  ),
  pages(
    'OData v3, untyped, without metadata',
    'cbs-odata-v3',
    (table) => toOdataV3(table, 'UntypedDataSet'),
    parseCbsOdataV3,
    false,
  ),
  ...(['1.0', '2.1'] as const).flatMap((version) =>
    (['series', 'flat'] as const).map((layout) =>
      json(
        `SDMX-JSON ${version}, ${layout}`,
        'sdmx-json',
        (table) => toSdmxJson(table, { version, layout }),
        parseSdmxJson,
      ),
    ),
  ),
  csv('comma, decimal point', { delimiter: ',', decimal: '.' }),
  csv('comma, decimal comma, quoted', { delimiter: ',', decimal: ',', quoted: true }),
  csv('semicolon, decimal comma', { delimiter: ';', decimal: ',' }),
  csv('semicolon, decimal point', { delimiter: ';', decimal: '.' }),
  csv('semicolon, decimal comma, byte order mark, CRLF, quoted', {
    delimiter: ';',
    decimal: ',',
    bom: true,
    newline: '\r\n',
    quoted: true,
  }),
];

const typed = pages('OData v3, typed', 'cbs-odata-v3', (table) => toOdataV3(table, 'TypedDataSet'), parseCbsOdataV3);

/** Kind and value of every cell of an indicator, in the order of the table's regions; absent regions are `none`. */
function columnOf(dataset: Dataset, metric: number, table: SentTable): string[] {
  const start = sliceStart(dataset, metric, 0, 0);
  return table.regions.map(({ code }) => {
    const region = dataset.geo.index.get(code);
    if (region === undefined) return 'none';
    const kind = KINDS[dataset.kinds[start + region]];
    return kind === 'value' ? String(dataset.values[start + region]) : kind;
  });
}

/** Class per region for the method the map starts with, as from a list of figures. */
function classesOf(cells: readonly string[]): (number | string)[] {
  const classification = classify(cells.map((cell) => Number(cell)));
  return cells.map((cell) => (Number.isNaN(Number(cell)) ? cell : classOf(Number(cell), classification)));
}

describe.skipIf(!hasRealData)('the same real figures', () => {
  const real = hasRealData ? realTable() : { period: '', regions: [], indicators: [], cells: [] };
  const holed = withHoles(real);

  const check = (table: SentTable, { type, send }: Wire, nullIsAll = false): void => {
    const { body, read } = send(table);
    const detected = detectFormat(body);
    expect(detected.ok && detected.value.type).toBe(type);
    const result = read();
    expect(told(result)).toEqual([]);
    const dataset = valueOf(result);
    expect(unmasked(dataset)).toEqual([]);
    expect(dataset.indicators).toHaveLength(table.indicators.length);
    expect(dataset.periods).toMatchObject(type === 'csv' ? [{ id: '' }] : [{ year: 2024, unit: 'year' }]);
    const start = classify(table.cells[0].map((cell) => (typeof cell === 'number' ? cell : NaN))).breaks;
    expect(start.length).toBeGreaterThan(2);
    table.cells.forEach((row, metric) => {
      const expected = row.map((cell) => (nullIsAll && typeof cell !== 'number' ? 'none' : String(cell)));
      const column = columnOf(dataset, metric, table);
      expect(column).toEqual(expected);
      expect(classesOf(column)).toEqual(classesOf(expected));
    });
  };

  it.each([...wires, typed].map((one) => [one.name, one] as const))('are read from %s', (_, one) => check(real, one));
  it.each(wires.map((one) => [one.name, one] as const))('are read with every kind of missing from %s', (_, one) =>
    check(holed, one),
  );
  it('lose their kinds of missing in OData v3, typed, but never become figures', () => check(holed, typed, true));

  it('have their names in every format that sends them', () => {
    for (const one of wires.filter(({ name }) => !/without/.test(name))) {
      const { geo } = valueOf(one.send(real).read());
      expect([one.name, geo.labels[geo.index.get('GM0363') ?? -1]]).toEqual([one.name, 'Amsterdam']);
    }
  });

  it('have figures in the cells of which the kinds say so, and no more', () => {
    const numbers = holed.cells.flat().filter((cell) => typeof cell === 'number').length;
    for (const one of wires) {
      const { kinds } = valueOf(one.send(holed).read());
      expect([one.name, kinds.filter((kind) => kind === KIND_CODE.value).length]).toEqual([one.name, numbers]);
    }
  });
});

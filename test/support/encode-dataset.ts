/** A cell to be sent: a number, or why there is none. */
export type SentCell = number | 'withheld' | 'unknown' | 'impossible' | 'none';

/** A table of regions by indicators in one period, to be sent in any wire format. */
export interface SentTable {
  readonly period: string;
  readonly regions: readonly { readonly code: string; readonly name: string }[];
  readonly indicators: readonly string[];
  /** Per indicator, per region. */
  readonly cells: readonly (readonly SentCell[])[];
}

type Json = Record<string, unknown>;

const each = <T>(table: SentTable, make: (cell: SentCell, indicator: number, region: number) => T): T[] =>
  table.cells.flatMap((row, indicator) => row.map((cell, region) => make(cell, indicator, region)));

const numberOf = (cell: SentCell): number | null => (typeof cell === 'number' ? cell : null);

const STATUS: Record<Exclude<SentCell, number>, string | null> = {
  withheld: 'Q',
  unknown: 'O',
  impossible: 'M',
  none: null,
};

const statusOf = (cell: SentCell): string | null => (typeof cell === 'number' ? null : STATUS[cell]);

const sparse = (list: readonly unknown[]): Json =>
  Object.fromEntries(list.map((value, i) => [i, value]).filter(([, value]) => value !== null));

export interface JsonStatForm {
  readonly order: readonly ('geo' | 'time' | 'metric')[];
  readonly value: 'array' | 'object';
  readonly status: 'array' | 'object';
  readonly index: 'array' | 'object';
  readonly roles: boolean;
}

/** JSON-stat 2.0. The period is a dimension of one category: without an index where indexes are objects. */
export function toJsonStat(table: SentTable, form: JsonStatForm): Json {
  const codes = {
    geo: table.regions.map(({ code }) => code),
    time: [table.period],
    metric: [...table.indicators],
  };
  const size = form.order.map((id) => codes[id].length);
  const places = { geo: 0, time: 0, metric: 0 };
  const cells: SentCell[] = Array.from({ length: size.reduce((a, b) => a * b, 1) }, (_, position) => {
    let rest = position;
    for (let d = form.order.length - 1; d >= 0; d--) {
      places[form.order[d]] = rest % size[d];
      rest = Math.floor(rest / size[d]);
    }
    return table.cells[places.metric][places.geo];
  });
  const indexOf = (ids: readonly string[]) =>
    form.index === 'array' ? ids : Object.fromEntries(ids.map((id, i) => [id, i]));
  const list = { value: cells.map(numberOf), status: cells.map(statusOf) };
  return {
    version: '2.0',
    class: 'dataset',
    label: 'Kerncijfers',
    id: form.order,
    size,
    ...(form.roles && { role: { geo: ['geo'], time: ['time'], metric: ['metric'] } }),
    dimension: {
      geo: {
        category: {
          index: indexOf(codes.geo),
          label: Object.fromEntries(table.regions.map(({ code, name }) => [code, name])),
        },
      },
      time: { category: form.index === 'array' ? { index: codes.time } : { label: { [table.period]: table.period } } },
      metric: {
        category: {
          index: indexOf(codes.metric),
          ...(!form.roles && { unit: { [codes.metric[0]]: { label: 'aantal' } } }),
        },
      },
    },
    value: form.value === 'array' ? list.value : sparse(list.value),
    status: form.status === 'array' ? list.status : sparse(list.status),
  };
}

const V4 = 'https://datasets.cbs.nl/odata/v1/CBS/84000NED';

/** Observations of OData v4, padded codes, cut in pages with a link to the next. Absent cells have no row. */
export function toOdataV4(table: SentTable, pageSize: number): { pages: Json[]; codeLists: Json[] } {
  const attribute = { withheld: 'Confidential', unknown: 'NotAvailable', impossible: 'Impossible', none: 'None' };
  const rows = each(table, (cell, indicator, region) => ({
    Measure: `M${String(indicator).padStart(6, '0')}`,
    ValueAttribute: typeof cell === 'number' ? 'None' : attribute[cell],
    Value: numberOf(cell),
    StringValue: null,
    WijkenEnBuurten: table.regions[region].code.padEnd(10),
    Perioden: `${table.period}JJ00`,
    isAbsent: cell === 'none',
  }))
    .filter(({ isAbsent }) => !isAbsent)
    .map(({ isAbsent: _, ...row }, Id) => ({ Id, ...row }));
  const pages: Json[] = [];
  for (let start = 0; start < rows.length; start += pageSize)
    pages.push({
      '@odata.context': `${V4}/$metadata#Observations`,
      value: rows.slice(start, start + pageSize),
      ...(start + pageSize < rows.length && { '@odata.nextLink': `${V4}/Observations?$skip=${start + pageSize}` }),
    });
  const list = (name: string, value: Json[]) => ({ '@odata.context': `${V4}/$metadata#${name}`, value });
  return {
    pages,
    codeLists: [
      list(
        'MeasureCodes',
        table.indicators.map((Title, i) => ({
          Identifier: `M${String(i).padStart(6, '0')}`,
          Index: i,
          Title,
          Unit: 'aantal',
        })),
      ),
      list(
        'WijkenEnBuurtenCodes',
        table.regions.map(({ code, name }) => ({ Identifier: code.padEnd(10), Title: name })),
      ),
      list('PeriodenCodes', [{ Identifier: `${table.period}JJ00`, Title: table.period, Status: 'Definitief' }]),
      list('Dimensions', [
        { Identifier: 'WijkenEnBuurten', Title: 'Regio', Kind: 'GeoDimension' },
        { Identifier: 'Perioden', Title: 'Perioden', Kind: 'TimeDimension' },
      ]),
    ],
  };
}

const V3 = 'https://opendata.cbs.nl/ODataApi/OData/84000NED';

/** Rows of OData v3 with a topic per indicator. Typed knows no kinds of missing; untyped pads its texts on the left. */
export function toOdataV3(
  table: SentTable,
  set: 'TypedDataSet' | 'UntypedDataSet',
  decimal: '.' | ',' = '.',
): { pages: Json[]; codeLists: Json[] } {
  const symbol = { withheld: 'x', unknown: '.', impossible: '', none: null };
  const untyped = (cell: SentCell): string | null => {
    const text = typeof cell === 'number' ? String(cell).replace('.', decimal) : symbol[cell];
    return text === null ? null : text.padStart(8);
  };
  const key = (i: number) => `Onderwerp_${i + 1}`;
  const value = table.regions.map(({ code }, region) => ({
    ID: region,
    RegioS: code.padEnd(10),
    Perioden: `${table.period}JJ00`,
    ...Object.fromEntries(
      table.indicators.map((_, i) => [
        key(i),
        set === 'TypedDataSet' ? numberOf(table.cells[i][region]) : untyped(table.cells[i][region]),
      ]),
    ),
  }));
  const list = (name: string, rows: Json[]) => ({
    'odata.metadata': `${V3}/$metadata#Cbs.OData.WebAPI.${name}`,
    value: rows,
  });
  return {
    pages: [list(set, value)],
    codeLists: [
      list('DataProperties', [
        { ID: 0, Type: 'GeoDimension', Key: 'RegioS', Title: "Regio's" },
        { ID: 1, Type: 'TimeDimension', Key: 'Perioden', Title: 'Perioden' },
        ...table.indicators.map((Title, i) => ({
          ID: i + 2,
          Type: 'Topic',
          Key: key(i),
          Title,
          Datatype: 'Float',
          Unit: 'aantal',
          Decimals: 1,
        })),
      ]),
      list(
        'RegioS',
        table.regions.map(({ code, name }) => ({ Key: code.padEnd(10), Title: name, Description: null })),
      ),
      list('Perioden', [{ Key: `${table.period}JJ00`, Title: table.period, Status: 'Definitief' }]),
    ],
  };
}

export interface SdmxForm {
  readonly version: '1.0' | '2.1';
  readonly layout: 'series' | 'flat';
}

/** SDMX-JSON with OBS_STATUS per observation; a trailing status that is the default is left out. */
export function toSdmxJson(table: SentTable, { version, layout }: SdmxForm): Json {
  const codes = ['A', 'Q', 'O', 'M'];
  const values = (ids: readonly string[], names: readonly string[] = ids) =>
    ids.map((id, i) => ({ id, name: names[i] }));
  const regions = {
    id: 'REF_AREA',
    name: 'Regio',
    keyPosition: 0,
    values: values(
      table.regions.map(({ code }) => code),
      table.regions.map(({ name }) => name),
    ),
  };
  const metric = { id: 'INDICATOR', name: 'Onderwerp', keyPosition: 1, values: values(table.indicators) };
  const time = { id: 'TIME_PERIOD', name: 'Periode', keyPosition: 2, values: values([table.period]) };
  const dimensions =
    layout === 'flat'
      ? { series: [], observation: [regions, metric, time] }
      : { series: [regions, metric], observation: [time] };
  const structure = {
    name: 'Kerncijfers',
    dimensions: { dataSet: [], ...dimensions },
    ...(version === '2.1' && { measures: { observation: [{ id: 'OBS_VALUE', name: 'Waarde' }] } }),
    attributes: {
      dataSet: [],
      series: [],
      observation: [{ id: 'OBS_STATUS', name: 'Status', default: 'A', values: values(codes) }],
    },
  };
  const sent = (cell: SentCell): unknown[] =>
    typeof cell === 'number' ? [cell] : [null, codes.indexOf(statusOf(cell) ?? 'A')];
  const present = each(table, (cell, indicator, region) => ({ cell, key: `${region}:${indicator}` })).filter(
    ({ cell }) => cell !== 'none',
  );
  const data =
    layout === 'flat'
      ? { observations: Object.fromEntries(present.map(({ cell, key }) => [`${key}:0`, sent(cell)])) }
      : {
          series: Object.fromEntries(
            present.map(({ cell, key }) => [key, { attributes: [], observations: { 0: sent(cell) } }]),
          ),
        };
  const dataSets = [{ action: 'Information', ...(version === '2.1' && { structure: 0 }), ...data }];
  const sender = { id: 'CBS', name: 'Centraal Bureau voor de Statistiek' };
  return version === '2.1'
    ? { meta: { prepared: '2025-03-01T12:00:00Z', sender }, data: { structures: [structure], dataSets } }
    : { header: { prepared: '2025-03-01T12:00:00Z', sender }, dataSets, structure };
}

export interface CsvForm {
  readonly delimiter: ',' | ';';
  readonly decimal: '.' | ',';
  readonly bom?: boolean;
  readonly newline?: '\n' | '\r\n';
  readonly quoted?: boolean;
}

/** CSV with signs and stand-in numbers for what is missing. */
export function toCsvText(
  table: SentTable,
  { delimiter, decimal, bom = false, newline = '\n', quoted = false }: CsvForm,
): string {
  const symbol = { withheld: '-99997', unknown: '.', impossible: 'Impossible', none: '' };
  const text = (cell: SentCell) => (typeof cell === 'number' ? String(cell).replace('.', decimal) : symbol[cell]);
  const write = (field: string) => (quoted || /["\r\n,;]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  const lines = [
    ['code', 'naam', ...table.indicators],
    ...table.regions.map(({ code, name }, region) => [code, name, ...table.cells.map((row) => text(row[region]))]),
  ];
  return (bom ? '\ufeff' : '') + lines.map((line) => line.map(write).join(delimiter) + newline).join('');
}

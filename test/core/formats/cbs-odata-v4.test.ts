import { parseCbsOdataV4 } from '@zicht-op/core/formats/cbs-odata-v4.js';
import { describe, expect, it } from 'vitest';
import { SECRET, tracesOfSecret } from '../../support/leak.js';
import { look, told, unmasked, valueOf } from '../../support/observe.js';

type Json = Record<string, unknown>;

const BASE = 'https://datasets.cbs.nl/odata/v1/CBS/84000NED/$metadata#';
const page = (value: unknown, name = 'Observations'): Json => ({ '@odata.context': BASE + name, value });
const row = (Value: unknown, more: Json = {}): Json => ({
  Id: 1,
  Measure: 'M1',
  ValueAttribute: 'None',
  Value,
  StringValue: null,
  RegioS: 'GM0363    ',
  Perioden: '2024JJ00',
  ...more,
});
const read = (...rows: unknown[]) => parseCbsOdataV4([page(rows)]);
const seen = (...rows: unknown[]) => look(valueOf(read(...rows)), { region: 'GM0363' });

describe('parseCbsOdataV4 refuses', () => {
  it.each<[string, unknown[]]>([
    ['invalid-dataset /value', []],
    ['not-supported ', [null]],
    ['not-supported ', [{}]],
    ['not-supported ', [{ value: {} }]],
    ['not-supported ', [page([row(1)]), { error: { code: '429' } }]],
    ['invalid-dataset /value', [page([])]],
    ['invalid-dataset /value', [page([7])]],
    ['invalid-dataset /value', [page([{ Value: 1, RegioS: 'GM0363' }])]],
    ['invalid-dataset /value', [page([{ Measure: 'M1', Value: 1, Perioden: '2024JJ00' }])]],
    ['invalid-dataset /value', [page([{ Measure: 'M1', Value: null, StringValue: 'Centrum', RegioS: 'GM0363' }])]],
    ['invalid-dataset /value', [page([row(1, { RegioS: 'GM9999' })])]],
  ])('as %s: %j', (problem, pages) => expect(told(parseCbsOdataV4(pages))).toEqual([problem]));

  it('as too-large more cells than a cube may have', () => {
    const many = Array.from({ length: 3_000 }, (_, i) => ({
      Measure: `M${i}`,
      Value: 1,
      RegioS: `GM${i + 1000}`,
      A: `a${i}`,
      B: `b${i}`,
    }));
    expect(told(parseCbsOdataV4([page(many)]))).toEqual(['too-large /value']);
  });
});

describe('parseCbsOdataV4 reads', () => {
  it.each<[unknown, Json, unknown]>([
    [12.5, {}, 12.5],
    [0, {}, 0],
    [null, {}, 'none'],
    [undefined, {}, 'none'],
    [3, { ValueAttribute: null }, 3],
    [3, { ValueAttribute: undefined }, 3],
    [null, { ValueAttribute: 'Impossible' }, 'impossible'],
    [null, { ValueAttribute: 'Confidential' }, 'withheld'],
    [null, { ValueAttribute: 'Geheim' }, 'withheld'],
    [null, { ValueAttribute: 'NotAvailable' }, 'unknown'],
    [null, { ValueAttribute: 'none' }, 'unknown'],
    [null, { ValueAttribute: '' }, 'unknown'],
    [null, { ValueAttribute: 7 }, 'unknown'],
    [-99997, {}, -99997],
  ])('Value %j with %j as %s', (value, more, expected) => expect(seen(row(value, more))).toBe(expected));

  it.each(['12', true, {}, [], Infinity, NaN])('Value %j as a bad cell', (value) => {
    const result = read(row(value));
    expect(told(result)).toEqual(['bad-cell /value/0/Value']);
    expect(look(valueOf(result), { region: 'GM0363' })).toBe('unknown');
  });

  it.each([
    ['Confidential', 'withheld', 'withheld-number /value/1/Value'],
    ['Impossible', 'impossible', 'bad-cell /value/1/Value'],
    ['NotAvailable', 'unknown', 'bad-cell /value/1/Value'],
  ])('drops a number beside %s, and reports it', (ValueAttribute, kind, problem) => {
    const result = read(row(1, { RegioS: 'GM0362' }), row(SECRET, { ValueAttribute }));
    expect(told(result)).toEqual([problem]);
    expect(look(valueOf(result), { region: 'GM0363' })).toBe(kind);
    expect(unmasked(valueOf(result))).toEqual([]);
    expect(tracesOfSecret(result)).toEqual([]);
  });

  it('no row as none, never as zero', () => {
    const dataset = valueOf(read(row(1), row(2, { Measure: 'M2', RegioS: 'GM0362' })));
    expect(look(dataset, { indicator: 'M2', region: 'GM0363' })).toBe('none');
    expect(look(dataset, { indicator: 'M1', region: 'GM0362' })).toBe('none');
  });

  it('pages as one table, whatever was padded how', () => {
    const result = parseCbsOdataV4([
      page([row(1), row(5, { Perioden: '2023JJ00' })]),
      page([row(2, { RegioS: 'GM0362' }), row(1, { RegioS: ' GM0363' })]),
    ]);
    expect(told(result)).toEqual([]);
    const dataset = valueOf(result);
    expect(dataset.geo.codes).toEqual(['GM0363', 'GM0362']);
    expect(['2023JJ00', '2024JJ00'].map((period) => look(dataset, { region: 'GM0363', period }))).toEqual([5, 1]);
  });

  it('two answers for one cell as unknown, and reports them', () => {
    const result = read(row(1), row(2), row(1));
    expect(told(result)).toEqual(['bad-cell /value/1']);
    expect(look(valueOf(result), { region: 'GM0363' })).toBe('unknown');
  });

  it('rows without a place, and what is no row, as bad cells', () => {
    const result = read(
      row(1),
      null,
      'x',
      row(2, { RegioS: null }),
      row(2, { Perioden: ' ' }),
      row(2, { Measure: undefined }),
    );
    expect(told(result)).toEqual(['bad-cell /value/1 ×5']);
    expect(look(valueOf(result), { region: 'GM0363' })).toBe(1);
  });

  it('measures of texts as no indicator, and reports them', () => {
    const result = read(
      row(1),
      row(null, { Measure: 'T1', StringValue: 'Centrum   ' }),
      row(null, { Measure: 'T1', RegioS: 'GM0362' }),
    );
    expect(valueOf(result).metric.codes).toEqual(['M1']);
    expect(told(result)).toEqual(['text-column /value']);
    expect(result.problems[0].items).toEqual(['T1']);
  });

  it('further columns as breakdowns', () => {
    const dataset = valueOf(read(row(1, { SoortMisdrijf: '1.1 ' }), row(2, { SoortMisdrijf: '1.2 ' })));
    expect(dataset.breakdowns).toMatchObject([{ id: 'SoortMisdrijf', codes: ['1.1', '1.2'] }]);
    expect(look(dataset, { region: 'GM0363', SoortMisdrijf: '1.2' })).toBe(2);
  });

  it('no annotations of the protocol as columns', () =>
    expect(valueOf(read(row(1, { '@odata.id': 'x', 'Value@odata.type': 'y' }))).breakdowns).toEqual([]));

  it('names table and publisher from the envelope alone', () =>
    expect(valueOf(read(row(1))).sources).toEqual([{ label: 'CBS, 84000NED', href: null }]));
});

describe('parseCbsOdataV4 with code lists', () => {
  const lists = [
    page(
      [
        { Identifier: 'M2', Title: 'Tweede', Unit: '%', Decimals: 1 },
        { Identifier: 'M1', Title: 'Eerste', Unit: 'x 1 000 euro', Description: 'Wat.' },
      ],
      'MeasureCodes',
    ),
    page(
      [
        { Identifier: 'NL01  ', Title: 'Nederland' },
        { Identifier: 'GM0362', Title: 'Amstelveen' },
        { Identifier: 'GM0363', Title: 'Amsterdam' },
        { Identifier: 'GM9999', Title: 'Buitenland' },
      ],
      'RegioSCodes',
    ),
    page(
      [
        { Identifier: '2024JJ00', Title: '2024*', Status: 'Voorlopig' },
        { Identifier: '2023JJ00', Title: '2023', Status: 'Definitief' },
      ],
      'PeriodenCodes',
    ),
    page(
      [
        { Identifier: 'RegioS', Title: "Regio's", Kind: 'GeoDimension' },
        { Identifier: 'Perioden', Title: 'Perioden', Kind: 'TimeDimension' },
      ],
      'Dimensions',
    ),
    {
      '@odata.context': `${BASE}Properties`,
      Identifier: '84000NED',
      Title: 'Kerncijfers',
      Modified: '2025-03-01T02:00:00Z',
      Description: 'Over de tabel.',
    },
  ];
  const rows = [row(1), row(2, { Measure: 'M2' }), row(3, { Perioden: '2023JJ00' })];
  const dataset = valueOf(parseCbsOdataV4([page(rows)], lists));

  it('takes order, titles, units and decimals of measures', () =>
    expect(dataset.indicators).toMatchObject([
      { id: 'M2', label: 'Tweede', unit: { label: '', symbol: '%', decimals: 1 } },
      { id: 'M1', label: 'Eerste', unit: { label: 'x 1 000 euro', symbol: '', decimals: null }, description: 'Wat.' },
    ]));

  it('lists the regions of a level that has rows, those without any as none', () => {
    expect(dataset.geo).toMatchObject({
      label: "Regio's",
      codes: ['GM0362', 'GM0363'],
      labels: ['Amstelveen', 'Amsterdam'],
    });
    expect(look(dataset, { indicator: 'M1', region: 'GM0362' })).toBe('none');
  });

  it('marks periods whose figures may change', () =>
    expect(dataset.periods).toMatchObject([
      { id: '2024JJ00', label: '2024*', provisional: true },
      { id: '2023JJ00', provisional: false },
    ]));

  it('describes the table', () =>
    expect(dataset).toMatchObject({
      label: 'Kerncijfers',
      updated: '2025-03-01T02:00:00Z',
      notes: ['Over de tabel.'],
      sources: [{ label: 'CBS, 84000NED' }],
    }));

  it('knows a list without a context by its codes', () => {
    const bare = lists.slice(0, 3).map((list) => ({ value: list.value }));
    const again = valueOf(parseCbsOdataV4([page(rows)], bare));
    expect(again.indicators.map(({ label }) => label)).toEqual(['Tweede', 'Eerste']);
    expect(again.geo.labels).toContain('Amsterdam');
  });

  it.each([[null], [7], [[]], [{}], [{ value: [null, 7, {}, { Identifier: {} }] }], [page('x', 'MeasureCodes')]])(
    'ignores what is no list: %j',
    (list) => expect(valueOf(parseCbsOdataV4([page(rows)], [list])).metric.codes).toEqual(['M1', 'M2']),
  );

  it('finds regions that a list says are something else', () => {
    const wrong = page([{ Identifier: 'RegioS', Title: 'R', Kind: 'Dimension' }], 'Dimensions');
    expect(valueOf(parseCbsOdataV4([page(rows)], [wrong])).geo.id).toBe('RegioS');
  });
});

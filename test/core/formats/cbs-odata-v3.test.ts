import { parseCbsOdataV3 } from '@zicht-op/core/formats/cbs-odata-v3.js';
import { describe, expect, it } from 'vitest';
import { SECRET, tracesOfSecret } from '../../support/leak.js';
import { look, told, unmasked, valueOf } from '../../support/observe.js';

type Json = Record<string, unknown>;

const BASE = 'https://opendata.cbs.nl/ODataApi/OData/84000NED/$metadata#Cbs.OData.WebAPI.';
const page = (value: unknown, name = 'UntypedDataSet'): Json => ({ 'odata.metadata': BASE + name, value });
const row = (Aantal_1: unknown, more: Json = {}): Json => ({
  ID: 0,
  RegioS: 'GM0363    ',
  Perioden: '2024JJ00',
  Aantal_1,
  ...more,
});
const read = (...rows: unknown[]) => parseCbsOdataV3([page(rows)]);

describe('parseCbsOdataV3 refuses', () => {
  it.each<[string, unknown[]]>([
    ['invalid-dataset /value', []],
    ['not-supported ', [{}]],
    ['not-supported ', ['x']],
    ['invalid-dataset /value', [page([])]],
    ['invalid-dataset /value', [page([null])]],
    ['invalid-dataset /value', [page([{ ID: 0, Perioden: '2024JJ00', Aantal_1: 3 }])]],
    ['invalid-dataset /value', [page([{ ID: 0, RegioS: 'GM0363' }])]],
    ['invalid-dataset /value', [page([row('Amsterdam')])]],
  ])('as %s: %j', (problem, pages) => expect(told(parseCbsOdataV3(pages))).toEqual([problem]));
});

describe('parseCbsOdataV3 reads', () => {
  it.each([
    ['     12', 12],
    ['    12.5', 12.5],
    ['    12,5', 12.5],
    ['  1.234', 1.234],
    ['      -3', -3],
    ['       0', 0],
    ['       .', 'unknown'],
    ['       -', 'unknown'],
    ['       x', 'withheld'],
    ['        ', 'impossible'],
    ['', 'impossible'],
    [null, 'none'],
    [undefined, 'none'],
    [12.5, 12.5],
    [0, 0],
    ['  -99997', -99997],
  ])('a cell %j as %s', (text, seen) =>
    expect(look(valueOf(read(row(text), row('1', { RegioS: 'GM0362' }))), { region: 'GM0363' })).toBe(seen),
  );

  it.each(['  n.v.t.', '1.2.3', '1e999', true, {}, Infinity])('a cell %j among figures as a bad cell', (bad) => {
    const result = read(row('1', { RegioS: 'GM0362' }), row('2', { RegioS: 'GM0361' }), row(bad));
    expect(told(result)).toEqual(['bad-cell /value/2/Aantal_1']);
    expect(look(valueOf(result), { region: 'GM0363' })).toBe('unknown');
    expect(unmasked(valueOf(result))).toEqual([]);
  });

  it('topics of texts as no indicator, and reports them', () => {
    const result = read(row('  1', { Gemeentenaam_2: 'Amsterdam   ', Codering_3: 'GM0363', Postcode_4: '  1011' }));
    expect(valueOf(result).metric.codes).toEqual(['Aantal_1', 'Postcode_4']);
    expect(told(result)).toEqual(['text-column /value/0/Gemeentenaam_2 ×2']);
    expect(result.problems[0].items).toEqual(['Gemeentenaam_2', 'Codering_3']);
  });

  it('keys that a table of districts uses', () => {
    const rows = ['GM0363    ', 'WK0363AA  ', 'BU0363AA01'].map((WijkenEnBuurten, i) => ({
      ID: i,
      WijkenEnBuurten,
      SoortRegio_2: 'x',
      AantalInwoners_5: i,
    }));
    const { geo, time } = valueOf(read(...rows));
    expect(geo).toMatchObject({ id: 'WijkenEnBuurten', codes: ['GM0363', 'WK0363AA', 'BU0363AA01'] });
    expect(time.codes).toEqual(['']);
  });

  it('two answers for one cell as unknown, and the same twice as one', () => {
    const result = read(row('1', { Ander_2: ' 5' }), row('2', { Ander_2: ' 5' }));
    expect(told(result)).toEqual(['bad-cell /value/1/Aantal_1']);
    expect(look(valueOf(result), { indicator: 'Ander_2', region: 'GM0363' })).toBe(5);
  });

  it('keeps back a number that another row says is secret', () => {
    const result = read(row(`  ${SECRET}`), row('  x'));
    expect(look(valueOf(result), { region: 'GM0363' })).toBe('unknown');
    expect(tracesOfSecret(result)).toEqual([]);
  });

  it('rows without a place as bad cells, and fillers not at all', () => {
    const result = read(row('1'), row('2', { RegioS: '' }), row('3', { RegioS: 'GM9999' }), 7);
    expect(told(result)).toEqual(['bad-cell /value/3 ×2']);
    expect(valueOf(result).geo.codes).toEqual(['GM0363']);
  });
});

describe('parseCbsOdataV3 with metadata', () => {
  const lists = [
    page(
      [
        { ID: 0, Type: 'Dimension', Key: 'SoortMisdrijf', Title: 'Soort misdrijf' },
        { ID: 1, Type: 'GeoDimension', Key: 'RegioS', Title: "Regio's" },
        { ID: 2, Type: 'TimeDimension', Key: 'Perioden', Title: 'Perioden' },
        { ID: 3, Type: 'TopicGroup', Key: '', Title: 'Groep' },
        {
          ID: 4,
          Type: 'Topic',
          Key: 'Aantal_1',
          Title: 'Misdrijven',
          Unit: 'aantal',
          Decimals: 0,
          Description: 'Wat.',
        },
        { ID: 5, Type: 'Topic', Key: 'Naam_2', Title: 'Naam', Datatype: 'String' },
      ],
      'DataProperties',
    ),
    page(
      [
        { Key: '0.0.0 ', Title: 'Totaal misdrijven' },
        { Key: '1.1.1 ', Title: 'Inbraak' },
      ],
      'SoortMisdrijf',
    ),
    page(
      [
        { Key: 'GM0363', Title: 'Amsterdam' },
        { Key: 'PV27  ', Title: 'Noord-Holland' },
      ],
      'RegioS',
    ),
    page([{ Key: '2024JJ00', Title: '2024', Status: 'NaderVoorlopig' }], 'Perioden'),
    page(
      [
        {
          ID: 0,
          Title: 'Misdrijven',
          Identifier: '84000NED',
          Modified: '2025-12-15T02:00:00',
          Catalog: 'Politie',
          ShortDescription: 'Over.',
        },
      ],
      'TableInfos',
    ),
  ];
  const rows = [
    row('  3', { SoortMisdrijf: '1.1.1 ', Naam_2: '  7' }),
    row('  9', { SoortMisdrijf: '0.0.0 ', Naam_2: '  8' }),
  ];
  const result = parseCbsOdataV3([page(rows)], lists);
  const dataset = valueOf(result);

  it('takes titles, units and decimals of topics', () =>
    expect(dataset.indicators).toMatchObject([
      { id: 'Aantal_1', label: 'Misdrijven', unit: { label: 'aantal', decimals: 0 }, description: 'Wat.' },
    ]));

  it('believes a datatype over cells that look like figures', () =>
    expect(told(result)).toEqual(['text-column /value/0/Naam_2']));

  it('takes order and titles of the dimensions', () => {
    expect(dataset.breakdowns).toMatchObject([
      {
        id: 'SoortMisdrijf',
        label: 'Soort misdrijf',
        codes: ['0.0.0', '1.1.1'],
        labels: ['Totaal misdrijven', 'Inbraak'],
      },
    ]);
    expect(look(dataset, { region: 'GM0363', SoortMisdrijf: '1.1.1' })).toBe(3);
    expect(dataset.geo).toMatchObject({ codes: ['GM0363'], labels: ['Amsterdam'] });
  });

  it('marks a revised provisional period', () =>
    expect(dataset.periods[0]).toMatchObject({ provisional: true, year: 2024 }));

  it('describes the table', () =>
    expect(dataset).toMatchObject({
      label: 'Misdrijven',
      updated: '2025-12-15T02:00:00',
      notes: ['Over.'],
      sources: [{ label: 'Politie, 84000NED' }],
    }));
});

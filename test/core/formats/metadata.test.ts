import { parseCsv } from '@zicht-op/core/formats/csv.js';
import { applyMetadata } from '@zicht-op/core/formats/metadata.js';
import { applySettings, type DatasetSettings } from '@zicht-op/core/formats/settings.js';
import { describe, expect, it } from 'vitest';
import { look, told, valueOf } from '../../support/observe.js';

const TEXT = 'code,naam,pct,n\nGMV001,Een,12.5,3\nGMV002,Twee,0.5,geen\n';
const plain = valueOf(parseCsv('code,pct,n\nGMV001,12.5,3\n'));
const one = valueOf(parseCsv('code,pct\nGMV001,12.5\n'));

describe('applyMetadata', () => {
  it.each([
    [null],
    [undefined],
    [7],
    ['x'],
    [[]],
    [{}],
    [{ indicators: 7, dimension: [], tableSchema: null, extension: 'x', source: {} }],
  ])('leaves a dataset as it is under %j', (metadata) => expect(applyMetadata(plain, metadata)).toEqual(plain));

  const profile = {
    theme: 'property',
    reference: 'NLV0',
    indicators: {
      pct: { label: 'Aandeel', unit: { label: 'procent', symbol: '%' }, caution: 'Zegt niets.', breaks: [1, 2] },
      weg: { label: 'Is er niet' },
      n: 'aantal',
    },
  };
  const expected = {
    theme: 'property',
    reference: 'NLV0',
    indicators: [
      {
        id: 'pct',
        label: 'Aandeel',
        caution: 'Zegt niets.',
        breaks: [1, 2],
        unit: { label: 'procent', symbol: '%', decimals: 1 },
      },
      { id: 'n', label: 'n', unit: { decimals: 0 } },
    ],
    metric: { labels: ['Aandeel', 'n'] },
  };

  it.each([
    ['at the top', { label: 'Panden', source: 'CBS', updated: '2024-01-01', ...profile }],
    ['as an extension', { label: 'Panden', source: 'CBS', updated: '2024-01-01', extension: { 'zicht-op': profile } }],
  ])('lays the profile over it, with its members %s', (_, metadata) =>
    expect(applyMetadata(plain, metadata)).toMatchObject({
      ...expected,
      label: 'Panden',
      sources: [{ label: 'CBS', href: null }],
      updated: '2024-01-01',
    }),
  );

  it('keeps decimals that were observed, unless others are said', () => {
    const said = (unit: unknown) => applyMetadata(plain, { indicators: { pct: { unit } } }).indicators[0].unit;
    expect(said('per 1.000 inwoners')).toEqual({
      label: 'per 1.000 inwoners',
      symbol: '',
      position: 'end',
      decimals: 1,
    });
    expect(said({ symbol: '%', decimals: 0 }).decimals).toBe(0);
    expect(said({ symbol: '%', decimals: 99 }).decimals).toBe(1);
  });

  it('takes labels and units from dimensions', () => {
    const dataset = valueOf(parseCsv('code,sbi,n\nGMV001,96,3', { columns: 'breakdown=sbi' }));
    const laid = applyMetadata(dataset, {
      dimension: {
        sbi: { label: 'Branche', category: { label: { 96: 'Persoonlijke diensten' } } },
        code: { category: { label: { GMV001: 'Een' } } },
        metric: { category: { label: { n: 'Vestigingen' }, unit: { n: { label: 'aantal' } } } },
      },
    });
    expect(laid.breakdowns[0]).toMatchObject({ label: 'Branche', labels: ['Persoonlijke diensten'] });
    expect(laid.geo.labels).toEqual(['Een']);
    expect(laid.indicators[0]).toMatchObject({ label: 'Vestigingen', unit: { label: 'aantal' } });
  });

  it('changes nothing the second time, and never the figures', () => {
    const metadata = { label: 'Panden', extension: { 'zicht-op': profile } };
    const once = applyMetadata(plain, metadata);
    expect(applyMetadata(once, metadata)).toEqual(once);
    expect([once.values, once.kinds]).toEqual([plain.values, plain.kinds]);
  });

  it('hears no key of a prototype', () => {
    const laid = applyMetadata(
      plain,
      JSON.parse('{"__proto__":{"label":"x"},"indicators":{"__proto__":{"label":"y"}}}'),
    );
    expect(laid).toEqual(plain);
  });
});

describe('CSVW table metadata', () => {
  const table = {
    '@context': 'http://www.w3.org/ns/csvw',
    'dc:title': { en: 'Premises', nl: 'Panden' },
    'dc:source': 'https://example.nl/bron',
    'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    'dc:publisher': { 'schema:name': 'CBS' },
    'dc:modified': '2024-05-01',
    notes: ['Voorlopig.'],
    tableSchema: {
      columns: [
        { name: 'code', datatype: 'string' },
        { name: 'naam' },
        {
          name: 'pct',
          titles: { nl: 'Aandeel', en: 'Share' },
          'dc:description': 'Van alle woningen.',
          datatype: 'number',
        },
        { name: 'n', null: ['geen', '3'] },
      ],
    },
  };

  it.each([
    ['a table', table],
    ['a group of tables', { '@context': 'http://www.w3.org/ns/csvw', tables: [{ url: 'x.csv', ...table }] }],
  ])('of %s gives titles, source, licence and notes', (_, metadata) => {
    const dataset = valueOf(parseCsv(TEXT, { metadata }));
    expect(dataset).toMatchObject({
      label: 'Panden',
      notes: ['Voorlopig.'],
      sources: [{ label: 'https://example.nl/bron', href: 'https://example.nl/bron' }],
      updated: '2024-05-01',
      release: { publisher: 'CBS', licence: 'https://creativecommons.org/licenses/by/4.0/' },
      indicators: [
        { id: 'pct', label: 'Aandeel', description: 'Van alle woningen.' },
        { id: 'n', label: 'n' },
      ],
    });
  });

  it('names the texts that stand for nothing', () => {
    const dataset = valueOf(parseCsv(TEXT, { metadata: table }));
    expect(['GMV001', 'GMV002'].map((region) => look(dataset, { region, indicator: 'n' }))).toEqual(['none', 'none']);
  });

  it.each([
    ['the column', { tableSchema: { columns: [{ name: 'n', null: '?' }] } }],
    ['the schema', { tableSchema: { null: '?', columns: [{ name: 'n' }] } }],
    ['the table', { null: ['?'], tableSchema: { columns: [] } }],
    ['the group', { null: '?', tables: [{ tableSchema: { columns: [{ name: 'n' }] } }] }],
  ])('inherits them from %s', (_, metadata) => {
    const dataset = valueOf(parseCsv('code,n\nGMV001,?\nGMV002,1', { metadata }));
    expect(look(dataset, { region: 'GMV001' })).toBe('none');
  });

  it('does not make a secret nothing: signs and stand-ins that are named keep their meaning', () => {
    const metadata = { tableSchema: { columns: [{ name: 'n', null: ['x', '.', '-99997', '-99995'] }] } };
    const dataset = valueOf(
      parseCsv('code,n\nGMV001,x\nGMV002,.\nGMV003,-99997\nGMV004,-99995\nGMV005,', { metadata }),
    );
    const seen = dataset.geo.codes.map((region) => look(dataset, { region }));
    expect(seen).toEqual(['withheld', 'unknown', 'withheld', 'unknown', 'none']);
  });

  it('settles delimiter and decimal sign', () => {
    const columns = [{ name: 'n', datatype: { base: 'decimal', format: { decimalChar: ',' } } }];
    const dataset = valueOf(
      parseCsv('code;n\nGMV001;1.234\n', { metadata: { dialect: { delimiter: ';' }, tableSchema: { columns } } }),
    );
    expect(look(dataset, { region: 'GMV001' })).toBe(1234);
  });

  it('says which columns are text, and which are not to be put out', () => {
    const columns = [
      { titles: ['postcode'], datatype: 'string' },
      { name: 'intern', suppressOutput: true },
    ];
    const result = parseCsv('code,postcode,intern,n\nGMV001,7551,5,1', { metadata: { tableSchema: { columns } } });
    expect(valueOf(result).metric.codes).toEqual(['n']);
    expect(told(result)).toEqual(['text-column postcode/2']);
  });
});

describe('applySettings', () => {
  it.each<[DatasetSettings]>([
    [{}],
    [{ unit: '', decimals: '', sourceLabel: ' ', sourceHref: null, caution: undefined }],
    [{ decimals: 'x' }],
    [{ decimals: -1 }],
  ])('changes nothing by %j', (settings) => expect(applySettings(one, settings)).toEqual(one));

  it.each([
    ['%', { label: '', symbol: '%', position: 'end' }],
    ['€', { label: '', symbol: '€', position: 'start' }],
    ['km²', { label: '', symbol: 'km²', position: 'end' }],
    ['per 1.000 inwoners', { label: 'per 1.000 inwoners', symbol: '', position: 'end' }],
  ])('writes the unit %s where it belongs', (unit, expected) =>
    expect(applySettings(one, { unit }).indicators[0].unit).toMatchObject(expected),
  );

  it('sets decimals, source and caution', () => {
    const settings = { decimals: '2', sourceLabel: 'Gemeente', sourceHref: 'https://example.nl', caution: 'Let op.' };
    expect(applySettings(one, settings)).toMatchObject({
      indicators: [{ caution: 'Let op.', unit: { decimals: 2 } }],
      sources: [{ label: 'Gemeente', href: 'https://example.nl' }],
    });
  });

  it('gives several indicators the caution and the source, but not a unit that can be true of one only', () => {
    const dataset = applySettings(plain, {
      unit: '%',
      decimals: 3,
      sourceHref: 'https://example.nl',
      caution: 'Let op.',
    });
    expect(dataset.sources).toEqual([{ label: 'https://example.nl', href: 'https://example.nl' }]);
    expect(dataset.indicators.map(({ caution, unit }) => [caution, unit.symbol, unit.decimals])).toEqual([
      ['Let op.', '', 1],
      ['Let op.', '', 0],
    ]);
  });

  it.each(['javascript:alert(1)', ' java\tscript:alert(1)', 'data:text/html,x', 'vbscript:x'])(
    'takes no link from %j',
    (sourceHref) =>
      expect(applySettings(one, { sourceLabel: 'X', sourceHref }).sources).toEqual([{ label: 'X', href: null }]),
  );
});

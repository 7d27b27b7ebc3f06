import { dsvFormat } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { dimension, indicator, NO_META, type Indicator } from '@zicht-op/core/model/dataset.js';
import { EXPORT_COLUMNS, type ExportContext } from '@zicht-op/core/view/export/context.js';
import { toCsv } from '@zicht-op/core/view/export/csv.js';
import type { Row } from '@zicht-op/core/view/rows.js';
import { TEXTS } from '../figures.js';

const rate = indicator('kans', {
  label: 'Kans',
  unit: { label: 'aandeel', symbol: '%', position: 'end', decimals: 1 },
  caution: 'Zegt niets over personen.',
  sources: [{ label: 'CBS', href: 'https://example.org/t' }],
});

const row = (more: Partial<Row> = {}): Row => ({
  region: 'GMV001',
  name: 'Aardal',
  level: 'gemeente',
  period: '2021',
  indicator: 'kans',
  breakdown: {},
  kind: 'value',
  value: 12.34,
  text: '12,3%',
  marks: [],
  class: 0,
  ...more,
});

const context = (indicators: readonly Indicator[] = [rate], more: Partial<ExportContext> = {}): ExportContext => ({
  indicators: new Map(indicators.map((each) => [each.id, each])),
  meta: { ...NO_META, sources: [{ label: 'Bron van het geheel', href: null }] },
  texts: TEXTS,
  ...more,
});

const withoutMark = (text: string): string => text.slice(1);

/** As an independent reader of delimited text has it, one object per row. */
const read = (text: string) => [...dsvFormat(';').parse(withoutMark(text))];

describe('a table file', () => {
  it('begins with a byte order mark, has semicolons, and ends each line with CRLF', () => {
    const text = toCsv([row(), row()], context());
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const lines = withoutMark(text).split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(EXPORT_COLUMNS.map((column) => TEXTS.columns[column]).join(';'));
    expect(lines[3]).toBe('');
  });

  it('has no more than its header without rows', () => {
    expect(withoutMark(toCsv([], context())).split('\r\n')).toHaveLength(2);
  });

  it('says of a figure all there is to say', () => {
    expect(read(toCsv([row({ marks: ['P', 'B'] })], context()))).toMatchObject([
      {
        Code: 'GMV001',
        Gebied: 'Aardal',
        Niveau: 'gemeente',
        Periode: '2021',
        Indicator: 'Kans',
        Waarde: '12,34',
        Eenheid: 'aandeel',
        Soort: 'cijfer',
        Cijfer: '12,3%',
        Toelichting: 'voorlopig, trendbreuk',
        Bron: 'CBS (https://example.org/t)',
        'Wat zegt dit niet': 'Zegt niets over personen.',
      },
    ]);
  });

  it('names the source of the whole where an indicator has none, and the id where it is unknown', () => {
    const [first] = read(toCsv([row({ indicator: 'anders' })], context()));
    expect(first).toMatchObject({
      Indicator: 'anders',
      Bron: 'Bron van het geheel',
      Eenheid: '',
      'Wat zegt dit niet': '',
    });
  });

  it.each(['withheld', 'unknown', 'impossible', 'none', 'uncovered'] as const)(
    'has no value for what is %s',
    (kind) => {
      const text = toCsv([{ ...row({ kind, value: 7319, text: TEXTS.missing[kind], class: null }) }], context());
      expect(read(text)).toMatchObject([{ Waarde: '', Soort: TEXTS.missing[kind], Cijfer: TEXTS.missing[kind] }]);
      expect(text).not.toContain('7319');
    },
  );

  it.each([
    [0, '0'],
    [-0, '0'],
    [-1.5, '-1,5'],
    [1234567.891, '1234567,891'],
    [0.1 + 0.2, '0,30000000000000004'],
    [1e21, '1e+21'],
    [1.5e-7, '1,5e-7'],
  ])('writes %d as a number that stays one', (value, text) => {
    expect(read(toCsv([row({ value })], context()))[0].Waarde).toBe(text);
  });

  it.each(['=1+1', '+1+1', '-1+cmd', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '\uff1d1+1', '=HYPERLINK("x";"y")'])(
    'guards against a name that a spreadsheet would compute: %j',
    (name) => {
      const [first] = read(toCsv([row({ name })], context()));
      expect(first.Gebied).toBe(`'${name}`);
    },
  );

  it('guards the headers, the sources and the labels too', () => {
    const odd = indicator('kans', { label: '=a', caution: '@b', sources: [{ label: '+c', href: null }] });
    const dataset = { breakdowns: [dimension('branche', '=Branche', ['x'], ['-y'])] };
    const text = toCsv([row({ breakdown: { branche: 'x' } })], context([odd], dataset));
    expect(read(text)[0]).toMatchObject({
      Indicator: "'=a",
      'Wat zegt dit niet': "'@b",
      Bron: "'+c",
      "'=Branche": "'-y",
    });
  });

  it.each(['-1,5%', '-12', '+3', '-1.234,5', '-12 %'])('leaves the text of a negative figure as it is: %s', (text) => {
    expect(read(toCsv([row({ text })], context()))[0].Cijfer).toBe(text);
  });

  it.each(['a;b', 'a "quoted" name', 'two\nlines', 'two\r\nlines', ' spaces ', '"', ';', 'tab\there'])(
    'reads again as it was: %j',
    (name) => {
      const text = toCsv([row({ name })], context());
      expect(read(text)[0].Gebied).toBe(name);
    },
  );

  it('has a column for each breakdown, with the labels of its categories where they are known', () => {
    const breakdowns = [dimension('branche', 'Branche', ['_T', '9602'], ['Totaal', 'Kappers'])];
    const rows = [
      row({ breakdown: { branche: '9602' } }),
      row({ breakdown: { branche: 'xx', leeftijd: '8-12' } }),
      row(),
    ];
    expect(read(toCsv(rows, context([rate], { breakdowns })))).toMatchObject([
      { Branche: 'Kappers', leeftijd: '' },
      { Branche: 'xx', leeftijd: '8-12' },
      { Branche: '', leeftijd: '' },
    ]);
  });

  it('is not confused by names that every object has', () => {
    const rows = [row({ indicator: 'constructor', breakdown: Object.fromEntries([['__proto__', 'toString']]) })];
    const text = toCsv(rows, context([]));
    expect(withoutMark(text).split('\r\n')[0]).toContain('__proto__');
    expect(read(text)[0].Indicator).toBe('constructor');
  });
});

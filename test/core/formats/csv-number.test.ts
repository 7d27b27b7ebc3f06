import {
  decimalSigns,
  numberForm,
  parseNumber,
  signOf,
  type NumberForm,
  QuickNumber,
} from '@zicht-op/core/formats/csv-number.js';
import { describe, expect, it } from 'vitest';

describe('numberForm', () => {
  it.each<[NumberForm, string[]]>([
    [
      'plain',
      [
        '0',
        '12',
        '-12',
        '+3',
        '007',
        '1e5',
        '1E-5',
        '-99997',
        '1 234',
        '1\u00a0234\u00a0567',
        '\u22125',
        '99999999999999999999',
      ],
    ],
    [
      'point',
      [
        '1.5',
        '.5',
        '-0.25',
        '0.123',
        '0.1234',
        '1234.567',
        '12.50',
        '1,234.5',
        '1,234,567',
        '1,234,567.89',
        '1 234.567',
        '1.5e3',
        '\u22121.5',
      ],
    ],
    ['comma', ['1,5', ',5', '0,123', '1234,567', '1.234,5', '1.234.567', '-1.234.567,8', '1 234,567', '1,5E3']],
    ['maybe-point', ['1.234', '-12.345', '123.456', '+1.000']],
    ['maybe-comma', ['1,234', '-12,345', '\u22121,234']],
    ['not-finite', ['NaN', 'nan', 'Infinity', '-inf']],
    [
      'text',
      [
        '',
        'a',
        '12%',
        '€ 5',
        '1.2.3',
        '1,2,3',
        '12.34.567',
        '1..5',
        '1.5.',
        '12 34',
        '1 23 456',
        '0x1F',
        '1_000',
        'GM0363',
        '1.234,567.8',
        '1-2',
        '2021-06',
        'e5',
        '١٢',
      ],
    ],
  ])('calls %s: %j', (form, texts) => {
    for (const text of texts) expect([text, numberForm(text)]).toEqual([text, form]);
  });

  it('answers at once for a cell of a megabyte', () => {
    for (const text of [
      '1'.repeat(1e6),
      `${'1.234'.repeat(2e5)}x`,
      `1${' 234'.repeat(2.5e5)}x`,
      `${'1'.repeat(1e6)},x`,
    ])
      numberForm(text);
  });
});

describe('parseNumber', () => {
  it.each<[string, '.' | ',' | null, number, number]>([
    ['12', null, 12, 0],
    ['1.5', null, 1.5, 1],
    ['1,50', null, 1.5, 2],
    ['1.5', '.', 1.5, 1],
    ['1.5', ',', NaN, 0],
    ['1,5', '.', NaN, 0],
    ['1.234', '.', 1.234, 3],
    ['1.234', ',', 1234, 0],
    ['1,234', ',', 1.234, 3],
    ['1,234', '.', 1234, 0],
    ['1.234', null, NaN, 0],
    ['1,234', null, NaN, 0],
    ['1.234,5', ',', 1234.5, 1],
    ['1.234,5', '.', NaN, 0],
    ['1,234,567.89', '.', 1234567.89, 2],
    ['1.234.567', ',', 1234567, 0],
    ['1 234,5', ',', 1234.5, 1],
    ['1 234', null, 1234, 0],
    ['\u22121,5', ',', -1.5, 1],
    ['.5', '.', 0.5, 1],
    ['1,5E3', ',', 1500, 1],
    ['1e999', null, Infinity, 0],
    ['NaN', '.', NaN, 0],
    ['x', '.', NaN, 0],
  ])('reads %j with sign %j', (text, sign, value, decimals) =>
    expect(parseNumber(text, numberForm(text), sign)).toEqual({ value, decimals }),
  );
});

describe('decimalSigns', () => {
  const signs = (columns: string[][], delimiter: ',' | ';' = ';') =>
    decimalSigns(
      columns.map((cells) => new Set(cells.map(numberForm))),
      delimiter,
    );

  it.each<[string, string[][], ',' | ';', ('.' | ',' | null)[]]>([
    ['no separators at all', [['1', '2']], ';', [null]],
    [
      'one sure cell settles every column',
      [
        ['1,5', '2'],
        ['1.234', '12'],
      ],
      ';',
      [',', ','],
    ],
    ['thousands that are sure settle the decimal sign', [['1.234.567'], ['1.234']], ';', [',', ',']],
    ['columns that contradict each other are read by themselves', [['1.5'], ['1,5'], ['1.234']], ';', ['.', ',', null]],
    ['a column that contradicts itself is undecided', [['1.5', '1,5']], ';', [null]],
    ['a point in a comma file is the decimal sign', [['1.234', '12.345']], ',', ['.']],
    ['a comma in a semicolon file is the decimal sign', [['1,234']], ';', [',']],
    ['a point in a semicolon file could part thousands', [['1.234']], ';', [null]],
    ['a quoted comma in a comma file could part thousands', [['1,234']], ',', [null]],
    ['both, and neither sure', [['1.234'], ['1,234']], ';', [null, null]],
  ])('%s', (_, columns, delimiter, expected) => expect(signs(columns, delimiter)).toEqual(expected));

  it('takes no sign from no forms', () => expect(signOf(new Set())).toBeNull());
});

describe('QuickNumber', () => {
  const TEXTS = [
    ...['0', '-0', '+7', '42', '007', '123456789012345', '-999999999999999', '-99997'],
    ...['0.5', '.5', '-.25', '12.34', '0.123', '1234.567', '-0.0', '99999999999.9999', '0,5', '-1234,25', '0,125'],
  ];

  it.each(TEXTS)('reads %s as the slower way does', (text) => {
    const quick = new QuickNumber();
    const form = quick.read(text);
    expect(form).toBe(numberForm(text));
    const slow = parseNumber(text, numberForm(text), form === 'comma' ? ',' : '.');
    expect(Object.is(quick.value, slow.value)).toBe(true);
    expect(quick.decimals).toBe(slow.decimals);
  });

  it.each([
    ...['', '+', '-', '.', ',', '5.', '1.234', '-1.234', '12,345', '123.456', '1.2.3', '1,2.3', '--1', '1-2', '1e3'],
    ...[' 1', '1 ', '1 000', '\u22121', 'NaN', '12%', '0x10', '1234567890123456', '0.1234567890123456', '\u0661'],
  ])('leaves %j to the slower way', (text) => expect(new QuickNumber().read(text)).toBe(null));

  it('reads a thousand decimals to the last bit', () => {
    const quick = new QuickNumber();
    for (let i = 1; i <= 1000; i++) {
      const text = `${(i * 7919) % 100_003}.${String((i * 104_729) % 1_000_003).padStart(7, '0')}`;
      expect(quick.read(text)).toBe('point');
      expect(quick.value).toBe(Number(text));
    }
  });
});

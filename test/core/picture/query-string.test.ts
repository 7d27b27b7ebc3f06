import { describe, expect, it } from 'vitest';
import { attributeText, formatFilter, parseFilter, parseTokens } from '@zicht-op/core/picture/query-string.js';

describe('parseFilter', () => {
  it.each([
    ['', {}],
    ['?', {}],
    ['Branche=9602', { Branche: '9602' }],
    ['Branche=9602&Leeftijd=13-19', { Branche: '9602', Leeftijd: '13-19' }],
    ['Branche=1&Branche=2', { Branche: '2' }],
    ['Branche', { Branche: '' }],
    ['=9602', { '': '9602' }],
    ['a=b%20c+d', { a: 'b c d' }],
    ['a=%26%3D', { a: '&=' }],
    ['a=%zz', { a: '%zz' }],
    ['&&a=1&', { a: '1' }],
  ])('reads %j', (text, record) => {
    expect({ ...parseFilter(text) }).toEqual(record);
  });

  it('has no prototype, so that a dimension may be called after one of its members', () => {
    const filter = parseFilter('__proto__=x&constructor=y&toString=z');
    expect(Object.getPrototypeOf(filter)).toBe(null);
    expect(Object.entries(filter)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['toString', 'z'],
    ]);
    expect('x' in {}).toBe(false);
  });
});

describe('formatFilter', () => {
  it.each([[{}], [{ Branche: '9602', Leeftijd: '13-19' }], [{ 'a&b': 'c=d', é: ' ', '+': '%' }]])(
    'writes what parseFilter reads: %j',
    (record) => {
      expect({ ...parseFilter(formatFilter(record)) }).toEqual(record);
    },
  );

  it('is empty for nothing', () => {
    expect(formatFilter({})).toBe('');
  });
});

describe('attributeText', () => {
  it.each([
    [null, ''],
    [undefined, ''],
    ['', ''],
    ['  GM0001 ', 'GM0001'],
    [2023, '2023'],
    [0, '0'],
    [['GM0001', 'GM0002'], 'GM0001 GM0002'],
    [[], ''],
  ])('says of %j: %j', (value, text) => {
    expect(attributeText(value)).toBe(text);
  });
});

describe('parseTokens', () => {
  it.each([
    ['', []],
    [null, []],
    ['  ', []],
    ['a', ['a']],
    [' a  b\n\tc ', ['a', 'b', 'c']],
    ['b a b a', ['b', 'a']],
    [
      ['a b', 'c'],
      ['a', 'b', 'c'],
    ],
    ['__proto__ constructor', ['__proto__', 'constructor']],
  ])('reads %j', (value, words) => {
    expect(parseTokens(value)).toEqual(words);
  });
});

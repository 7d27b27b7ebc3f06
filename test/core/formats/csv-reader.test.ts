import { findDelimiter, readRecords } from '@zicht-op/core/formats/csv-reader.js';
import { describe, expect, it } from 'vitest';

describe('readRecords', () => {
  it.each<[string, string[][] | null]>([
    ['', []],
    ['a', [['a']]],
    ['a\n', [['a']]],
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,\n,b\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['"a","b"', [['a', 'b']]],
    ['"a,b",c', [['a,b', 'c']]],
    ['"a\r\nb",c\r\n', [['a\r\nb', 'c']]],
    ['"a""b"', [['a"b']]],
    ['""', [['']]],
    ['"",""\n', [['', '']]],
    ['a"b,c', [['a"b', 'c']]],
    ['"a"b,c', [['ab', 'c']]],
    ['"a",', [['a', '']]],
    ['"a"\n"b"', [['a'], ['b']]],
    ['"a"\r"b"', [['a'], ['b']]],
    ['"a","b\n1,2', null],
    ['a,"', null],
    ['"a""', null],
  ])('reads %j as RFC 4180 has it', (text, records) => expect(readRecords(text, ',')).toEqual(records));

  it('reads a semicolon file with commas in its fields', () =>
    expect(readRecords('a;"b;c"\n1,5;2', ';')).toEqual([
      ['a', 'b;c'],
      ['1,5', '2'],
    ]));
});

describe('findDelimiter', () => {
  it.each<[string, string, ',' | ';']>([
    ['no delimiter at all', 'code\nGM0363', ','],
    ['commas', 'code,naam\nGM0363,Amsterdam', ','],
    ['semicolons', 'code;naam\nGM0363;Amsterdam', ';'],
    ['semicolons with decimal commas', 'code;a;b\nGM0363;1,5;2,5\nGM0362;1,0;3,5', ';'],
    ['commas with semicolons in names', 'code,naam\nGM0363,Oost; West\nGM0362,Zuid', ','],
    ['semicolons with a comma in a title', 'code;inwoners, totaal\nGM0363;1\nGM0362;2', ';'],
    ['commas with quoted decimal commas', '"code","waarde"\n"GM0363","1,5"', ','],
    ['a header alone', 'code;naam;waarde', ';'],
  ])('finds it in a file with %s', (_, text, delimiter) => expect(findDelimiter(text)).toBe(delimiter));
});

import { missingSymbol, packStatus, parseStatus, statusReader, unpackStatus } from '@zicht-op/core/formats/status.js';
import { KIND_CODE, KINDS, MARKS, marksOf } from '@zicht-op/core/model/observation.js';
import { describe, expect, it } from 'vitest';

const read = (text: string): string => {
  const { kind, marks } = parseStatus(text);
  return [KINDS[kind], ...marksOf(marks)].join(' ');
};

describe('parseStatus', () => {
  it.each([
    ['', 'value'],
    ['  ', 'value'],
    ['A', 'value'],
    ...['P', 'B', 'D', 'E', 'F', 'G', 'I', 'N', 'S', 'U', 'V', 'W'].map((code) => [code, `value ${code}`]),
    ['Q', 'withheld'],
    ['M', 'impossible'],
    ...['O', 'L', 'H', 'J', 'K'].map((code) => [code, 'unknown']),
  ])('reads OBS_STATUS "%s" as %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each(['C', 'R', 'T', 'X', 'Y', 'Z', 'PE', 'AA', '?', '1', '-', 'None', 'geheim', 'abcdefg', '__proto__', 'ÿ'])(
    'fails closed on "%s", which nobody explained',
    (text) => expect(read(text)).toMatch(/unknown|withheld/),
  );

  it.each([
    ['A/C', 'withheld'],
    ['/D', 'withheld'],
    ['P/N', 'withheld'],
    ['A/E', 'withheld'],
    ['M/C', 'withheld'],
    ['A/c', 'withheld'],
    ['A/f', 'withheld'],
    ['A/F/C', 'withheld'],
    ['A/?', 'withheld'],
    ['A/F', 'value'],
    ['/F', 'value'],
    [' P / F ', 'value P'],
    ['P/', 'value P'],
    ['Q/F', 'withheld'],
    ['O/F', 'unknown'],
  ])('reads "%s", with a CONF_STATUS behind the slash, as %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['a', 'value'],
    ['b', 'value B'],
    ['d', 'value D'],
    ['e', 'value E'],
    ['f', 'value F'],
    ['i', 'value I'],
    ['n', 'value N'],
    ['p', 'value P'],
    ['r', 'value R'],
    ['s', 'value S'],
    ['u', 'value U'],
    ['bp', 'value P B'],
    ['pb', 'value P B'],
    ['b p', 'value P B'],
    ['c', 'withheld'],
    ['bc', 'withheld'],
    [':c', 'withheld'],
    [': c', 'withheld'],
    ['cy', 'withheld'],
    ['z', 'impossible'],
    [':z', 'impossible'],
    [':', 'unknown'],
    [':u', 'unknown'],
    ['zy', 'unknown'],
    ['py', 'unknown'],
  ])('reads Eurostat flag "%s" as %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['x', 'withheld'],
    ['.', 'unknown'],
    ['*', 'value P'],
    ['**', 'value P'],
    ['Impossible', 'impossible'],
  ])('reads CBS sign "%s" as %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('statusReader', () => {
  it.each([null, undefined])('takes %s for no status', (raw) =>
    expect(statusReader()(raw)).toEqual({ kind: KIND_CODE.value, marks: 0 }),
  );

  it.each([0, 1, true, {}, [], ['Q'], NaN])('fails closed on a status that is no text: %j', (raw) =>
    expect(statusReader()(raw).kind).toBe(KIND_CODE.unknown),
  );

  it('answers the same for the same text, whatever came between', () => {
    const read = statusReader();
    const kinds = ['Q', 'A', null, 'Q', 7, 'Q', 'A'].map((raw) => KINDS[read(raw).kind]);
    expect(kinds).toEqual(['withheld', 'value', 'value', 'withheld', 'unknown', 'withheld', 'value']);
  });
});

describe('packStatus', () => {
  it('keeps every kind with every mark in 16 bits', () => {
    for (const kind of KINDS.keys())
      for (const marks of [0, 1, (1 << MARKS.length) - 1]) {
        const packed = packStatus({ kind, marks });
        expect(packed).toBeLessThan(65_536);
        expect(unpackStatus(packed)).toEqual({ kind, marks });
      }
  });
});

describe('missingSymbol', () => {
  it.each([
    ['.', 'unknown'],
    ['-', 'unknown'],
    [':', 'unknown'],
    [':c', 'withheld'],
    ['x', 'withheld'],
    ['Q', 'withheld'],
    ['A/C', 'withheld'],
    ['/D', 'withheld'],
    ['M', 'impossible'],
    ['Impossible', 'impossible'],
  ] as const)('takes "%s" in place of a number for %s', (text, kind) =>
    expect(missingSymbol(text)).toBe(KIND_CODE[kind]),
  );

  it.each(['', 'zuid', 'nee', 'A', 'P', 'bp', '*', '**', 'n/a', 'A/F', 'x.', '..'])('takes "%s" for text', (text) =>
    expect(missingSymbol(text)).toBeNull(),
  );
});

import { describe, expect, it } from 'vitest';
import { ancestorsOf, isInside, parentLookup } from '@zicht-op/core/view/hierarchy.js';

const parentOf = parentLookup(
  new Map([
    ['GMV001', 'PVV1'],
    ['BUV0990101', 'WKV00101'],
  ]),
  new Map([
    ['GMV001', 'PVV9'],
    ['PVV1', 'NLV0'],
  ]),
);

describe('parents', () => {
  it.each([
    ['the first map that knows it', 'GMV001', 'PVV1'],
    ['a later map', 'PVV1', 'NLV0'],
    ['a map before the code itself', 'BUV0990101', 'WKV00101'],
    ['the code itself', 'BUV0010101', 'WKV00101'],
    ['nothing', 'NLV0', null],
    ['nothing, for a name that every object has', 'constructor', null],
  ])('come from %s', (_, code, parent) => {
    expect(parentOf(code)).toBe(parent);
  });
});

describe('ancestors', () => {
  it('run from near to wide', () => {
    expect(ancestorsOf('BUV0010101', parentOf)).toEqual(['WKV00101', 'GMV001', 'PVV1', 'NLV0']);
  });

  it.each([
    ['itself', [['a', 'a']], []],
    [
      'one another',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      ['b'],
    ],
    [
      'a circle further on',
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'b'],
      ],
      ['b', 'c'],
    ],
  ])('end where bad data says that a region lies in %s', (_, pairs, expected) => {
    expect(ancestorsOf('a', parentLookup(new Map(pairs as [string, string][])))).toEqual(expected);
  });
});

describe('a region is inside', () => {
  it.each([
    ['GMV001', 'GMV001', true],
    ['BUV0010101', 'GMV001', true],
    ['BUV0020101', 'GMV001', false],
    ['GMV001', 'BUV0010101', false],
    ['GMV777', 'NLV0', true],
    ['GMV777', 'NL', true],
    ['GMV777', 'PVV1', false],
  ])('%s in %s: %s', (code, area, expected) => {
    expect(isInside(code, area, parentOf)).toBe(expected);
  });
});

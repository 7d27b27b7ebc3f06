import { describe, expect, it } from 'vitest';
import {
  ancestorsOf,
  isInside,
  parentLookup,
  parentsLookup,
  type KnownParents,
} from '@zicht-op/core/view/hierarchy.js';

const KNOWN: readonly KnownParents[] = [
  new Map<string, string | readonly string[]>([
    ['GMV001', 'PVV1'],
    ['GMV002', ['PVV1', 'RIV03']],
    ['BUV0990101', 'WKV00101'],
  ]),
  new Map([
    ['GMV001', 'PVV9'],
    ['PVV1', 'NLV0'],
  ]),
];
const parentOf = parentLookup(...KNOWN);
const parentsOf = parentsLookup(...KNOWN);

describe('parents', () => {
  it.each([
    ['the first map that knows it', 'GMV001', 'PVV1'],
    ['the narrowest level where there are several', 'GMV002', 'RIV03'],
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

describe('all parents', () => {
  it('are told, those of the code itself last, each once and never the region itself', () => {
    expect(parentsOf('GMV002')).toEqual(['PVV1', 'RIV03']);
    expect(parentsOf('BUV0990101')).toEqual(['WKV00101', 'WKV09901']);
    expect(parentsLookup(new Map([['a', ['a', 'b', 'b']]]))('a')).toEqual(['b']);
    expect(parentsOf('constructor')).toEqual([]);
  });

  it('in a circle end the search', () => {
    expect(
      isInside(
        'a',
        'z',
        parentsLookup(
          new Map([
            ['a', 'b'],
            ['b', 'a'],
          ]),
        ),
      ),
    ).toBe(false);
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
    ['GMV002', 'PVV1', true],
    ['GMV002', 'RIV03', true],
    ['BUV0020101', 'PVV1', true],
    ['BUV0020101', 'RIV03', true],
    ['GMV001', 'RIV03', false],
  ])('%s in %s: %s', (code, area, expected) => {
    expect(isInside(code, area, parentsOf)).toBe(expected);
  });
});

describe('a chain of thousands of areas in each other', () => {
  const chain = new Map(Array.from({ length: 14_500 }, (_, i) => [`X${i}`, [`X${i + 1}`]]));

  it('is followed for a while, not to its end', () => {
    expect(ancestorsOf('X0', parentLookup(chain)).slice(0, 3)).toEqual(['X1', 'X2', 'X3']);
    expect(ancestorsOf('X0', parentLookup(chain)).length).toBeLessThan(1_000);
  });

  it('does not make asking for each of them take long', () => {
    const lookup = parentsLookup(chain);
    const looked = { count: 0 };
    const counting = (code: string) => {
      looked.count++;
      return lookup(code);
    };
    expect(Array.from(chain.keys(), (code) => isInside(code, 'GMV001', counting))).not.toContain(true);
    expect(looked.count).toBeLessThan(14_500 * 1_000);
  });
});

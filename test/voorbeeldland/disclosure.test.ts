import { describe, expect, it } from 'vitest';
import type { AreaTree } from '@zicht-op/voorbeeldland/figures/area-tree.js';
import { isSmallCount, isUnsafeShare, withholdSecondary } from '@zicht-op/voorbeeldland/figures/disclosure.js';

describe('what may not be shown', () => {
  it.each([
    [0, false],
    [1, true],
    [9, true],
    [10, false],
  ])('a count of %d is small: %s', (count, wanted) => {
    expect(isSmallCount(count)).toBe(wanted);
  });

  it.each([
    ['nothing to be a share of', 0, 0, false],
    ['nine units', 0, 9, true],
    ['none of ten', 0, 10, false],
    ['one of many', 1, 500, true],
    ['four of many', 4, 500, true],
    ['five of many', 5, 500, false],
    ['just under nine tenths', 89, 100, false],
    ['nine tenths', 90, 100, true],
    ['all', 100, 100, true],
  ])('a share of %s: %s', (_, count, base, wanted) => {
    expect(isUnsafeShare(count, base)).toBe(wanted);
  });
});

describe('withholding a second one', () => {
  // Area 0 holds 1, 2 and 3; area 1 holds 4 and 5; area 2 holds 6, 7 and 8.
  const tree = {
    families: [
      { parent: 0, children: [1, 2, 3] },
      { parent: 1, children: [4, 5] },
      { parent: 2, children: [6, 7, 8] },
    ],
  } as unknown as AreaTree;
  const hidden = (first: readonly number[], size: readonly number[]): number[] => {
    const withheld = new Uint8Array(9);
    for (const area of first) withheld[area] = 1;
    withholdSecondary(tree, withheld, Float64Array.from(size));
    return Array.from(withheld, (flag, area) => (flag ? area : -1)).filter((area) => area >= 0);
  };
  const SIZE = [900, 300, 400, 200, 120, 180, 90, 130, 180];

  it('leaves all as it is where nothing is withheld', () => {
    expect(hidden([], SIZE)).toEqual([]);
  });

  it('takes the smallest sibling along with a lone one', () => {
    expect(hidden([7], SIZE)).toEqual([6, 7]);
  });

  it('leaves two in one family as they are', () => {
    expect(hidden([7, 8], SIZE)).toEqual([7, 8]);
  });

  it('takes two parts of an area that hides for another, as these would add up to it', () => {
    expect(hidden([3], SIZE)).toEqual([1, 3, 4, 5]);
  });

  it('passes over siblings without anything in them: they could hide nothing', () => {
    expect(hidden([7], [900, 300, 400, 200, 120, 180, 0, 130, 180])).toEqual([7, 8]);
    expect(hidden([7], [900, 300, 400, 200, 120, 180, NaN, 130, NaN])).toEqual([7]);
  });
});

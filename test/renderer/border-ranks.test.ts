import { describe, expect, it } from 'vitest';
import { borderRanks } from '@zicht-op/renderer/border-ranks.js';

/** Borders between pairs of shapes. */
const between = (...pairs: [number, number][]) => ({
  arcs: Uint32Array.from(pairs, (_, i) => i),
  sides: Int32Array.from(pairs.flat()),
});

describe('borderRanks', () => {
  it('gives none without borders', () => expect(borderRanks(between(), [[0, 1]])).toHaveLength(0));

  it('sets only the outer edge apart without groups', () =>
    expect([...borderRanks(between([0, 1], [1, -1]), [])]).toEqual([0, 1]));

  it('gives the widest level that a border parts', () => {
    const gemeenten = [0, 0, 1, 2];
    const provincies = [0, 0, 0, 1];
    const sides = between([0, 1], [1, 2], [2, 3], [3, -1]);
    expect([...borderRanks(sides, [gemeenten, provincies])]).toEqual([0, 1, 2, 3]);
  });

  it('counts a wide level that parts two, also where a narrower one does not', () =>
    expect([
      ...borderRanks(between([0, 1]), [
        [5, 5],
        [0, 1],
      ]),
    ]).toEqual([2]));

  it.each([
    [[-1, 3], 'unknown'],
    [[-1, -1], 'both unknown'],
    [[4], 'absent'],
    [[NaN, 3], 'no number'],
  ])('leaves a level out where a group is %j: %s', (group) => {
    expect([...borderRanks(between([0, 1]), [[0, 1], group])]).toEqual([1]);
    expect([...borderRanks(between([0, 1]), [group])]).toEqual([0]);
  });
});

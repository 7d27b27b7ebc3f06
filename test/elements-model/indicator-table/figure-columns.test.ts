import { describe, expect, it } from 'vitest';
import { barScale, roundUp } from '../../../packages/elements/src/indicator-table/bar-scale.js';
import { compareFigures } from '../../../packages/elements/src/indicator-table/comparison.js';
import { chooseIndicators } from '../../../packages/elements/src/indicator-table/figure-columns.js';
import { searchKey } from '../../../packages/elements/src/indicator-table/row-search.js';
import { datasetOf } from './table-fixture.js';

describe('chooseIndicators', () => {
  const dataset = datasetOf(['a', 'b', 'a b', 'c'], [['GM0001', 'A', 1, 2, 3, 4]]);

  it.each([
    ['', [0, 1, 2, 3]],
    [' ', [0, 1, 2, 3]],
    ['b', [1]],
    ['a b', [2]],
    ['c a', [3, 0]],
    ['c  a c', [3, 0]],
    ['C', [3]],
    [' A B ', [2]],
    ['B c b', [1, 3]],
  ])('reads %j as %j', (asked, expected) => {
    const chosen = chooseIndicators(dataset, asked);
    expect(chosen.ok && chosen.value).toEqual(expected);
  });

  it.each(['x', 'a x', '__proto__'])('lists what there is for %j', (asked) => {
    const chosen = chooseIndicators(dataset, asked);
    expect(chosen.ok).toBe(false);
    expect(chosen.problems[0]).toMatchObject({ code: 'no-such-indicator', items: ['a', 'b', 'a b', 'c'] });
  });
});

describe('roundUp', () => {
  it.each([
    [0, 0],
    [-3, 0],
    [NaN, 0],
    [1, 1],
    [1.2, 2],
    [2.1, 2.5],
    [47, 50],
    [51, 100],
    [98765, 100000],
    [0.003, 0.005],
  ])('of %d is %d', (value, expected) => expect(roundUp(value)).toBeCloseTo(expected, 12));
});

describe('barScale', () => {
  it.each([
    ['nothing', []],
    ['only missing', [NaN, NaN]],
    ['only zero', [0, 0]],
    ['figures too large to divide', [1.7e308, -1.7e308]],
  ])('has no bars for %s', (_, values) => expect(barScale(values)).toBeNull());

  it('starts at zero and ends at a round number, so that a full bar is not the largest figure', () => {
    expect(barScale([10, 47, NaN])?.bar(47)).toEqual({ start: 0, size: 0.94 });
    expect(barScale([10, 47])?.bar(0)).toEqual({ start: 0, size: 0 });
  });

  it('draws figures below zero to the left of it', () => {
    const scale = barScale([-10, 30]);
    expect(scale?.zero).toBeCloseTo(10 / 60);
    expect(scale?.bar(-10)).toEqual({ start: 0, size: 10 / 60 });
    expect(scale?.bar(30)).toEqual({ start: 10 / 60, size: 0.5 });
  });
});

describe('compareFigures', () => {
  const unit = (decimals: number | null) => ({ label: '', symbol: '', position: 'end' as const, decimals });
  it.each([
    [NaN, 1, 0, null],
    [1, NaN, 0, null],
    [NaN, NaN, null, null],
    [1.04, 1, 1, 'equal'],
    [1.06, 1, 1, 'higher'],
    [0.94, 1, 1, 'lower'],
    [1.0001, 1, null, 'higher'],
    [0, 0, null, 'equal'],
    [-1, 0, 0, 'lower'],
  ])('of %d with %d at %j decimals is %j', (value, yardstick, decimals, expected) => {
    expect(compareFigures(value, yardstick, unit(decimals))).toBe(expected);
  });
});

describe('searchKey', () => {
  it.each([
    ['', ''],
    [' Súdwest-Fryslân ', 'sudwest-fryslan'],
    ['GM0363', 'gm0363'],
    ['’s-Hertogenbosch', "'s-hertogenbosch"],
  ])('of %j is %j', (text, key) => expect(searchKey(text)).toBe(key));
});

import { legendSymbols, symbolAt, symbolRadius } from '@zicht-op/renderer/symbols.js';
import { describe, expect, it } from 'vitest';

describe('symbolRadius', () => {
  it.each([
    [null, 100],
    [0, 100],
    [-5, 100],
    [NaN, 100],
    [Infinity, 100],
    [5, 0],
    [5, -1],
    [5, NaN],
  ])('is none for %j of %d', (value, maxValue) => expect(symbolRadius(value, maxValue, 30)).toBe(0));

  it('is none without room', () => expect(symbolRadius(5, 10, 0)).toBe(0));

  it('makes areas, not radii, go with values', () => {
    expect(symbolRadius(100, 100, 30)).toBe(30);
    expect(symbolRadius(25, 100, 30)).toBe(15);
    const area = (value: number): number => symbolRadius(value, 100, 30) ** 2;
    expect(area(30) + area(40)).toBeCloseTo(area(70), 9);
  });
});

describe('legendSymbols', () => {
  it.each([0, -1, NaN, Infinity])('has no values for a largest of %d', (max) => expect(legendSymbols(max)).toEqual([]));

  it.each([
    [837, [500, 100, 20]],
    [500, [500, 100, 20]],
    [499, [200, 50, 10]],
    [1000, [1000, 200, 50]],
    [999.9, [500, 100, 20]],
    [0.03, [0.02, 0.005, 0.001]],
    [1e-7, [1e-7, 2e-8, 5e-9]],
    [6e-25, [5e-25, 1e-25, 2e-26]],
    [1.7e308, [1e308, 2e307, 5e306]],
  ])('has round values up to %d: %j', (max, values) => expect(legendSymbols(max)).toEqual(values));

  it('leaves out what no count can be', () => {
    expect(legendSymbols(7, 1)).toEqual([5, 1]);
    expect(legendSymbols(0.5, 1)).toEqual([]);
  });

  it('ends for the smallest number there is', () => expect(legendSymbols(5e-324).length).toBeLessThan(4));
});

describe('symbolAt', () => {
  const VIEW = { scale: 2, originX: 100, originY: 0, width: 200, height: 100, pixelRatio: 2 };
  /** At 100, 50 in the view. */
  const symbol = (radius: number, x = 100, y = 25) => ({ x, y, radius });

  it('finds none where there is none', () => {
    expect(symbolAt([], 100, 50, VIEW)).toBe(-1);
    expect(symbolAt([symbol(0), symbol(NaN), symbol(-3)], 100, 50, VIEW)).toBe(-1);
    expect(symbolAt([symbol(10, NaN)], 100, 50, VIEW)).toBe(-1);
    expect(symbolAt([symbol(10)], 100, 65, VIEW)).toBe(-1);
    expect(symbolAt([symbol(10)], NaN, 50, VIEW)).toBe(-1);
  });

  it('finds the smallest of those that lie over each other', () =>
    expect(symbolAt([symbol(20), symbol(5), symbol(10)], 102, 50, VIEW)).toBe(1));

  it('finds the nearest of equal ones', () =>
    expect(symbolAt([symbol(20, 96), symbol(20), symbol(20, 95)], 103, 50, VIEW)).toBe(1));

  it('reaches for a small one beside the pointer, but not over one that is hit', () => {
    expect(symbolAt([symbol(1), symbol(1, 101)], 104, 50, VIEW)).toBe(1);
    expect(symbolAt([symbol(1), symbol(30, 110)], 102, 50, VIEW)).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { canBeLog, createAxis } from '../../../packages/elements/src/branch-outlier/axis.js';

describe('createAxis', () => {
  it.each([
    ['no figures', [], 'linear'],
    ['nothing but missing ones', [NaN, NaN], 'linear'],
    ['a spread below ten times', [10, 99], 'linear'],
    ['a spread of ten times', [10, 100], 'log'],
    ['a zero among them', [0, 10, 100_000], 'linear'],
    ['a figure below zero', [-1, 100_000], 'linear'],
    ['one figure', [42], 'linear'],
    ['infinite ones, which are left out', [1, 2, Infinity], 'linear'],
  ] as const)('chooses by itself for %s', (_, values, kind) => {
    expect(createAxis(values, 'auto').kind).toBe(kind);
  });

  it('is linear where a log axis was asked for and zero occurs', () => {
    expect(createAxis([0, 5], 'log').kind).toBe('linear');
  });

  it('has zero at the low end of a linear axis when all figures are above it', () => {
    const axis = createAxis([80, 100], 'linear');
    expect(axis.domain[0]).toBe(0);
    expect(axis.position(0)).toBe(0);
  });

  it.each(['log', 'linear'] as const)('keeps all figures inside a %s domain, away from its ends', (kind) => {
    const axis = createAxis([3, 40, 700], kind);
    for (const value of [3, 40, 700]) {
      expect(axis.position(value)).toBeGreaterThan(0);
      expect(axis.position(value)).toBeLessThan(1);
    }
  });

  it('gives equal ratios equal distances on a log axis', () => {
    const { position } = createAxis([1, 1000], 'log');
    expect(position(20) - position(10)).toBeCloseTo(position(400) - position(200), 10);
  });

  it.each([
    ['within a decade', [12, 55], 'log', [20, 50]],
    ['a few decades', [3, 1500], 'log', [10, 100, 1000]],
    ['close together', [100, 104], 'log', [100, 101, 102, 103, 104]],
    ['linear', [0, 1000], 'linear', [0, 200, 400, 600, 800, 1000]],
  ] as const)('has round ticks inside the domain: %s', (_, values, kind, expected) => {
    const { ticks, domain } = createAxis(values, kind);
    expect(ticks).toEqual(expect.arrayContaining([...expected]));
    expect(ticks.length).toBeLessThanOrEqual(12);
    for (const tick of ticks) {
      expect(tick).toBeGreaterThanOrEqual(domain[0]);
      expect(tick).toBeLessThanOrEqual(domain[1]);
    }
  });

  it('has no ticks without figures, and still a place for every number', () => {
    const axis = createAxis([], 'auto');
    expect(axis.ticks).toEqual([]);
    expect(axis.position(0.5)).toBeGreaterThan(0);
  });

  it.each([
    ['the largest numbers', [1, Number.MAX_VALUE], 'log'],
    ['the smallest numbers', [Number.MIN_VALUE, 1], 'log'],
    ['the whole line', [-Number.MAX_VALUE, Number.MAX_VALUE], 'linear'],
    ['one figure twice on a log axis', [7, 7], 'log'],
    ['zeros alone', [0, 0], 'linear'],
    ['negative figures alone', [-5, -2], 'linear'],
  ] as const)('stays finite for %s', (_, values, kind) => {
    const axis = createAxis(values, kind);
    expect(axis.domain.every(Number.isFinite)).toBe(true);
    expect(axis.ticks.every(Number.isFinite)).toBe(true);
    for (const value of values) expect(Number.isFinite(axis.position(value))).toBe(true);
  });

  it('has no place for zero on a log axis', () => {
    expect(createAxis([1, 100], 'log').position(0)).toBeNaN();
  });
});

describe('canBeLog', () => {
  it.each([
    [[], false],
    [[NaN], false],
    [[1, NaN], true],
    [[0, 1], false],
    [[-1, 1], false],
  ] as const)('%j: %s', (values, expected) => {
    expect(canBeLog(values)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { fractalNoise } from '@zicht-op/voorbeeldland/random/noise.js';
import { exp, ln, power, smoothStep } from '@zicht-op/voorbeeldland/random/portable-math.js';
import { fractionOf, hashOf, Random } from '@zicht-op/voorbeeldland/random/random.js';
import { apportion } from '@zicht-op/voorbeeldland/regions/apportion.js';

const RECORDED = {
  hashes: [2901138804, 4288662295, 0.3227192466147244],
  draws: [0.6268084226176143, 798, 0.3140974014531821],
};

describe('portable arithmetic', () => {
  it.each([0, 1, -1, 0.5, 3.7, -12.3, 33])('exp(%d) is what Math.exp says, to 13 digits', (x) => {
    expect(exp(x) / Math.exp(x)).toBeCloseTo(1, 13);
  });

  it.each([1e-9, 0.2, 0.75, 1, 1.5, 2, 17, 3.4e6])('ln(%d) is what Math.log says, to 13 digits', (x) => {
    expect(ln(x)).toBeCloseTo(Math.log(x), 12);
  });

  it.each([
    [exp(-Infinity), 0],
    [exp(Infinity), Infinity],
    [ln(0), -Infinity],
    [ln(Infinity), Infinity],
  ])('ends at the ends of the scale: %d', (found, wanted) => {
    expect(found).toBe(wanted);
  });

  it('gives NaN for what is no number, and comes back', () => {
    expect([exp(NaN), ln(NaN), ln(-1)]).toEqual([NaN, NaN, -1]);
  });

  it('raises to a power and steps smoothly', () => {
    expect(power(2, 10)).toBeCloseTo(1024, 8);
    expect([-1, 0, 0.5, 1, 2].map((x) => smoothStep(0, 1, x))).toEqual([0, 0, 0.5, 1, 1]);
  });
});

describe('seeded chance', () => {
  it('is the same for ever: these were drawn when the country was made', () => {
    const random = new Random(2024, 'places');
    expect([hashOf(1, 2, 3), hashOf(-1), fractionOf(7, 7)]).toEqual(RECORDED.hashes);
    expect([random.next(), random.int(1000), random.normal()]).toEqual(RECORDED.draws);
  });

  it('draws another stream for another subject or seed', () => {
    const first = [new Random(1, 'a'), new Random(1, 'b'), new Random(2, 'a')].map((random) => random.next());
    expect(new Set(first).size).toBe(3);
  });

  it('spreads evenly, and normally around 0', () => {
    const random = new Random(1, 'spread');
    const draws = Array.from({ length: 20_000 }, () => random.next());
    const normal = Array.from({ length: 20_000 }, () => random.normal());
    const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
    expect(mean(draws)).toBeCloseTo(0.5, 1);
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(mean(normal.map((x) => x * x))).toBeCloseTo(1, 1);
  });

  it('shuffles without losing or adding', () => {
    expect(new Random(1, 'cards').shuffled([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(new Random(1, 'cards').shuffled([])).toEqual([]);
  });

  it('makes noise that is smooth: near places are alike', () => {
    const step = Math.abs(fractalNoise(10, 10, 3, 20) - fractalNoise(10.01, 10, 3, 20));
    expect(step).toBeLessThan(0.02);
  });
});

describe('sharing a whole number by weight', () => {
  it.each([
    [[1, 1], 2, [9, 9], [1, 1]],
    [[1, 3], 10, [9, 9], [3, 7]],
    [[0, 0], 3, [9, 9], [2, 1]],
    [[1, 1000], 6, [9, 3], [3, 3]],
    [[], 0, [], []],
  ])('weights %j share %d with maxima %j as %j', (weights, total, maxima, wanted) => {
    expect(apportion(weights, total, maxima)).toEqual(wanted);
  });

  it('refuses a total that the bounds contradict', () => {
    expect(() => apportion([1, 1], 1, [9, 9])).toThrow(RangeError);
    expect(() => apportion([1, 1], 5, [2, 2])).toThrow(RangeError);
  });
});

import { quantileSorted } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { CLASS_METHODS, classify, classOf, loadClassMethod, type ClassMethod } from '@zicht-op/core/view/classify.js';

/** Same figures in every run, without a pattern. */
function someFigures(count: number): number[] {
  let state = 42;
  return Array.from({ length: count }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.round(Math.exp((state / 2147483648) * 6) * 10) / 10;
  });
}

const COMPUTED = CLASS_METHODS.filter((method) => method !== 'manual');
await Promise.all(COMPUTED.map(loadClassMethod));

describe('classify', () => {
  describe.each(COMPUTED)('by %s', (method) => {
    it.each<[string, number[]]>([
      ['no figures', []],
      ['nothing but missing figures', [NaN, NaN]],
      ['figures that are no finite number', [Infinity, -Infinity]],
      ['one figure', [7]],
      ['figures that are all equal', [3, 3, 3, 3, 3, 3]],
      ['minus zero and zero', [-0, 0, 0, -0]],
    ])('makes one class of %s', (_, values) => {
      expect(classify(values, { method })).toEqual({ method, breaks: [] });
    });

    it('gives boundaries that ascend strictly, none of which leaves an end class empty', () => {
      for (const values of [someFigures(200), [0, 0, 0, 0, 1], [1, 2], [-5, -1, 0, 4, 4, 4, 90], [1e-9, 1e9]]) {
        const { breaks } = classify(values, { method, classes: 9 });
        expect(breaks).toEqual([...new Set(breaks)].sort((a, b) => a - b));
        if (breaks.length === 0) continue;
        expect(values.some((value) => value < breaks[0])).toBe(true);
        expect(values.some((value) => value >= breaks[breaks.length - 1])).toBe(true);
      }
    });

    it('takes no notice of missing figures, wherever they stand', () => {
      const values = someFigures(60);
      const withGaps = [NaN, ...values.flatMap((value, i) => (i % 7 === 0 ? [NaN, value] : [value])), NaN];
      expect(classify(withGaps, { method })).toEqual(classify(values, { method }));
    });

    it('leaves the figures as they were, in their order', () => {
      const values = Float64Array.of(5, 1, NaN, 3);
      classify(values, { method });
      expect([...values]).toEqual([5, 1, NaN, 3]);
    });

    it('never gives more than nine classes, nor fewer than can be told apart of two figures', () => {
      expect(classify(someFigures(500), { method, classes: 40 }).breaks.length).toBeLessThanOrEqual(8);
      expect(classify([1, 2], { method, classes: 1 }).breaks.length).toBeGreaterThanOrEqual(1);
    });

    it('survives figures at the limits of what a number can be', () => {
      const { breaks } = classify([-1.7e308, 0, 1.7e308, 5e-324], { method });
      expect(breaks.every(Number.isFinite)).toBe(true);
    });
  });

  describe('by quantile', () => {
    it('uses the R-7 method', () => {
      // Type 7 of R 4.3: quantile(c(3, 6, 7, 8, 8, 10, 13, 15, 16, 20), c(.25, .5, .75)).
      expect(classify([3, 6, 7, 8, 8, 10, 13, 15, 16, 20], { classes: 4 }).breaks).toEqual([7.25, 9, 14.5]);
    });

    it('is the default, with five classes', () => {
      expect(classify([0, 10, 20, 30, 40, 50])).toEqual({ method: 'quantile', breaks: [10, 20, 30, 40] });
    });

    it('takes boundaries that coincide together, also with the lowest figure', () => {
      expect(classify([0, 0, 0, 0, 0, 0, 5, 5, 5, 5, 10], { classes: 5 }).breaks).toEqual([5]);
    });

    it('keeps a boundary that equals the highest figure', () => {
      expect(classify([1, 2, 9, 9, 9, 9], { classes: 2 }).breaks).toEqual([9]);
    });
  });

  describe('by jenks', () => {
    it('begins each class at its smallest member', () => {
      // Worked example of the R package Ckmeans.1d.dp: three clusters of c(-1, 2, -1, 2, 4, 5, 6, -1, 2, -1).
      expect(classify([-1, 2, -1, 2, 4, 5, 6, -1, 2, -1], { method: 'jenks', classes: 3 }).breaks).toEqual([2, 4]);
    });

    it('has as many classes as there are different figures, where that is less than was asked for', () => {
      expect(classify([1, 1, 5, 5, 5, 9], { method: 'jenks', classes: 9 }).breaks).toEqual([5, 9]);
    });

    it('finds the partition with the least squares, as trying all of them does', () => {
      const values = [1, 2, 4, 7, 8, 12, 13, 13.5, 21].map((value) => value * 1.1);
      const squares = (members: number[]) => {
        const centre = members.reduce((sum, x) => sum + x, 0) / members.length;
        return members.reduce((sum, x) => sum + (x - centre) ** 2, 0);
      };
      let best = { cost: Infinity, breaks: [0, 0] };
      for (let i = 1; i < values.length - 1; i++)
        for (let j = i + 1; j < values.length; j++) {
          const cost = squares(values.slice(0, i)) + squares(values.slice(i, j)) + squares(values.slice(j));
          if (cost < best.cost) best = { cost, breaks: [values[i], values[j]] };
        }
      expect(classify(values, { method: 'jenks', classes: 3 }).breaks).toEqual(best.breaks);
    });
  });

  it('by equal makes classes of the same width', () => {
    expect(classify([0, 1, 2, 50], { method: 'equal' }).breaks).toEqual([10, 20, 30, 40]);
  });

  it('by pretty makes fewer classes where round numbers would make more than nine', () => {
    expect(classify([0, 12.7], { method: 'pretty', classes: 9 }).breaks).toEqual([2, 4, 6, 8, 10, 12]);
  });

  it.each([
    ['between the ends', [3, 97], 5, [20, 40, 60, 80]],
    ['but not at the lowest figure, which no class lies below', [0, 97], 5, [20, 40, 60, 80]],
    ['and one at the highest figure, which has a member', [3, 100], 5, [20, 40, 60, 80, 100]],
    ['below zero and between fractions', [-0.3, 0.4], 4, [-0.2, 0, 0.2, 0.4]],
  ])('by pretty puts boundaries at round numbers %s', (_, values, classes, breaks) => {
    expect(classify(values, { method: 'pretty', classes }).breaks).toEqual(breaks);
  });

  it.each([
    ['odd, the mean lies in the middle class', 5, [-1.5, -0.5, 0.5, 1.5]],
    ['even, the mean is a boundary', 4, [-1, 0, 1]],
  ])('by stddev makes classes of a sample standard deviation: with a number that is %s', (_, classes, steps) => {
    // NIST/SEMATECH e-Handbook, 1.3.5.6: mean and n - 1. Of these figures: mean 5, standard deviation √(32 / 7).
    const deviation = Math.sqrt(32 / 7);
    const { breaks } = classify([2, 4, 4, 4, 5, 5, 7, 9], { method: 'stddev', classes });
    const expected = steps.map((step) => 5 + step * deviation).filter((value) => value > 2 && value <= 9);
    expect(breaks).toHaveLength(expected.length);
    breaks.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 12));
  });

  describe('with boundaries that were given', () => {
    it('holds manual ones as they are, also outside the range of the figures and without any', () => {
      const options = { method: 'manual', breaks: [10, 20, 20, 300] } as const;
      expect(classify([12, 14], options)).toEqual({ method: 'manual', breaks: [10, 20, 300] });
      expect(classify([], options).breaks).toEqual([10, 20, 300]);
    });

    it('holds the publisher’s unless a method is set', () => {
      const publisherBreaks = [5, 50];
      expect(classify([1, 2, 3], { publisherBreaks })).toEqual({ method: 'publisher', breaks: [5, 50] });
      expect(classify([1, 2, 3], { publisherBreaks, method: null }).method).toBe('publisher');
      expect(classify([1, 2, 3], { publisherBreaks, method: 'equal', classes: 2 }).breaks).toEqual([2]);
    });

    it.each<[string, number[]]>([
      ['that descend', [20, 10]],
      ['with something that is no number', [1, NaN, 3]],
      ['that never end', [1, Infinity]],
      ['of which there are none', []],
      ['of which there are more than can be told apart', Array.from({ length: 16 }, (_, i) => i)],
    ])('ignores a list %s', (_, breaks) => {
      expect(classify([0, 1], { method: 'manual', breaks, classes: 2 })).toEqual({ method: 'quantile', breaks: [0.5] });
      expect(classify([0, 1], { publisherBreaks: breaks, classes: 2 }).method).toBe('quantile');
      expect(classify([0, 1], { method: 'manual', breaks, publisherBreaks: [7] }).method).toBe('publisher');
    });

    it('takes no notice of manual boundaries with another method', () => {
      expect(classify([0, 1], { breaks: [0.9], classes: 2 }).breaks).toEqual([0.5]);
    });

    it('has no minus zero', () => {
      expect(Object.is(classify([], { method: 'manual', breaks: [-0] }).breaks[0], 0)).toBe(true);
    });
  });

  it.each([
    [undefined, 5],
    [NaN, 5],
    [0, 2],
    [-3, 2],
    [2.6, 3],
    [9, 9],
    [10, 9],
    [Infinity, 9],
  ])('makes of %s classes %d', (classes, made) => {
    const values = Array.from({ length: 100 }, (_, i) => i);
    expect(classify(values, { classes }).breaks).toHaveLength(made - 1);
  });

  it('takes a word that is no method for none, as attributes come from web editors', () => {
    expect(classify([0, 1], { method: '__proto__' as ClassMethod, classes: 2 }).method).toBe('quantile');
  });

  it('agrees with another library on the quantiles of many figures', () => {
    const values = someFigures(14_566);
    const sorted = [...values].sort((a, b) => a - b);
    const { breaks } = classify(values, { classes: 9 });
    expect(breaks).toHaveLength(8);
    // That library takes the mean where a quantile lies on a boundary; these figures lie close together there.
    breaks.forEach((value, i) => expect(value).toBeCloseTo(quantileSorted(sorted, (i + 1) / 9), 0));
  });
});

describe('classOf', () => {
  const classification = { breaks: [10, 20, 30] };

  it.each([
    [-1e300, 0],
    [9.999, 0],
    [10, 1],
    [19.999, 1],
    [20, 2],
    [30, 3],
    [1e300, 3],
  ])('puts %d in class %d, as classes are half-open', (value, expected) => {
    expect(classOf(value, classification)).toBe(expected);
  });

  it('has one class without boundaries', () => {
    expect(classOf(5, { breaks: [] })).toBe(0);
  });

  it('refuses a missing figure, which would be painted as the lowest class', () => {
    expect(() => classOf(NaN, classification)).toThrow(RangeError);
  });
});

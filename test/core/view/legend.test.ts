import { describe, expect, it } from 'vitest';
import { KIND_CODE } from '@zicht-op/core/model/observation.js';
import { classify, classOf, loadClassMethod } from '@zicht-op/core/view/classify.js';
import { legendOf, writtenBreaks } from '@zicht-op/core/view/legend.js';

const { value, withheld, unknown, impossible, none, uncovered } = KIND_CODE;

describe('a legend', () => {
  it('has open ends, and one class without boundaries', () => {
    expect(legendOf({ breaks: [10, 20] }, [value], 0).classes).toEqual([
      { class: 0, from: null, to: 10 },
      { class: 1, from: 10, to: 20 },
      { class: 2, from: 20, to: null },
    ]);
    expect(legendOf({ breaks: [] }, [value], 0).classes).toEqual([{ class: 0, from: null, to: null }]);
  });

  it('has no classes without figures', () => {
    expect(legendOf({ breaks: [10] }, [withheld], 0)).toEqual({ classes: [], missing: ['withheld'] });
    expect(legendOf({ breaks: [] }, [], 0)).toEqual({ classes: [], missing: [] });
  });

  it('names the kinds of missing that occur, in a fixed order, and never how often', () => {
    const kinds = [uncovered, none, value, impossible, withheld, unknown];
    const legend = legendOf({ breaks: [10] }, kinds, 0);
    expect(legend.missing).toEqual(['withheld', 'unknown', 'impossible', 'none', 'uncovered']);
    expect(legendOf({ breaks: [10] }, [...kinds, ...kinds], 0)).toEqual(legend);
    expect(legendOf({ breaks: [10] }, Uint8Array.of(none, value), 0).missing).toEqual(['none']);
  });
});

describe('boundaries as they are written', () => {
  it.each<[number[], number | null, number[]]>([
    [[], 1, []],
    [[2.44], 1, [2.5]],
    [[2.4], 1, [2.4]],
    [[1.1, 2.2, 3.3], 1, [1.1, 2.2, 3.3]],
    [[0.1 + 0.2], 1, [0.3]],
    [[1.9999999999999973], 0, [2]],
    [[5848.8], 0, [5849]],
    [[-2.44, -0.04], 1, [-2.4, 0]],
    [[1.00589991], null, [1.0059]],
    [[123456.789, 2000000], null, [123457, 2000000]],
    [[0.000123456789], null, [0.000123457]],
    [[0], null, [0]],
    [[1.7e308], 15, [1.7e308]],
  ])('of %j with %s decimals are %j', (breaks, decimals, expected) => {
    const written = writtenBreaks(breaks, decimals);
    expect(written).toHaveLength(expected.length);
    written.forEach((each, i) => expect(each).toBeCloseTo(expected[i], 12));
    expect(written.some((each) => Object.is(each, -0))).toBe(false);
  });

  it('are left as they are where rounding would make two of them equal', () => {
    expect(writtenBreaks([0.91, 0.93], 1)).toEqual([0.91, 0.93]);
  });

  it('part the figures as the exact ones do, by every method', async () => {
    const figures = Array.from({ length: 400 }, (_, i) => Math.round(((i * 7919) % 1000) ** 1.3) / 10);
    for (const method of ['quantile', 'jenks', 'equal', 'pretty', 'stddev'] as const) {
      await loadClassMethod(method);
      const { breaks } = classify(figures, { method, classes: 7 });
      const written = writtenBreaks(breaks, 1);
      for (const figure of figures) expect(classOf(figure, { breaks: written })).toBe(classOf(figure, { breaks }));
    }
  });
});

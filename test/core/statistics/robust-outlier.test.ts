import { medianAbsoluteDeviation, median, probit } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import {
  FEWEST_RATIOS,
  NORMAL_CONSISTENCY,
  robustBand,
  USUAL_DEVIATIONS,
} from '@zicht-op/core/statistics/robust-outlier.js';

describe('robustBand', () => {
  it.each<[string, number[]]>([
    ['no ratios', []],
    ['fewer ratios than can tell what is usual', [0.1, 0.2, 0.3, 0.4]],
    ['nothing but missing ones', [NaN, NaN, NaN, NaN, NaN, NaN]],
    ['too few that are finite', [0.1, 0.2, 0.3, 0.4, NaN, -Infinity, Infinity]],
    ['ratios that are all the same', [0.5, 0.5, 0.5, 0.5, 0.5]],
    ['more than half that are the same', [0, 0, 0, 0, 1, 2, -3]],
  ])('gives none for %s', (_, ratios) => {
    expect(robustBand(ratios)).toBeNull();
  });

  it('is the median and 2.5 scaled median absolute deviations to either side', () => {
    // Example of R's mad(): mad(c(1:9)) is 2.9652; the median absolute deviation itself is 2.
    const band = robustBand([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(band?.median).toBe(5);
    expect(band?.deviation).toBeCloseTo(2.965204437011204, 12);
    expect(band?.lower).toBeCloseTo(5 - 2.5 * 2.965204437011204, 12);
    expect(band?.upper).toBeCloseTo(5 + 2.5 * 2.965204437011204, 12);
  });

  it('agrees with the worked example of Leys and others: of 1, 3, 3, 6, 8, 10, 10 and 1000 only the last is unusual', () => {
    // The median is 7, the median absolute deviation 3.5, and 1.4826 times that 5.1891.
    const figures = [1, 3, 3, 6, 8, 10, 10, 1000];
    const band = robustBand(figures, 3);
    expect(band?.median).toBe(7);
    expect(band?.deviation).toBeCloseTo(5.1891, 4);
    expect(figures.filter((figure) => figure < (band?.lower ?? 0) || figure > (band?.upper ?? 0))).toEqual([1000]);
  });

  it('agrees with another library to nine decimals', () => {
    const ratios = Array.from({ length: 342 }, (_, i) => Math.sin(i * 12.9898) * 2 + (i % 17 === 0 ? 9 : 0));
    const band = robustBand(ratios);
    expect(band?.median).toBeCloseTo(median(ratios), 9);
    expect(band?.deviation).toBeCloseTo(NORMAL_CONSISTENCY * medianAbsoluteDeviation(ratios), 9);
  });

  it('leaves out what isn’t finite, and puts nothing in its place', () => {
    const ratios = [0.1, -0.2, 0.3, 0.05, -0.6, 0.4];
    expect(robustBand([NaN, ...ratios, -Infinity, NaN, Infinity])).toEqual(robustBand(ratios));
  });

  it('isn’t moved by one region that is far out', () => {
    expect(robustBand([-2, -1, 0, 1, 2, 1e6])?.upper).toBeLessThan(12);
  });

  it('is as wide as is asked for', () => {
    const ratios = [-2, -1, 0, 1, 2];
    const [narrow, wide] = [robustBand(ratios, 1), robustBand(ratios, 3)];
    expect(wide?.upper).toBeCloseTo(3 * (narrow?.upper ?? 0), 12);
  });

  it.each([0, -1, NaN])('refuses a width of %d', (deviations) => {
    expect(() => robustBand([1, 2, 3, 4, 5], deviations)).toThrow(RangeError);
  });

  it('scales by what makes the deviation of a normal distribution one', () => {
    expect(NORMAL_CONSISTENCY).toBeCloseTo(1 / probit(0.75), 2);
    expect(USUAL_DEVIATIONS).toBe(2.5);
    expect(robustBand(Array.from({ length: FEWEST_RATIOS }, (_, i) => i))).not.toBeNull();
  });
});

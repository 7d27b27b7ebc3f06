import { median } from 'd3-array';

/**
 * Makes the median absolute deviation an estimate of the standard deviation for figures that are normally distributed:
 * one divided by the third quartile of the standard normal distribution.
 * Source: Rousseeuw and Croux, "Alternatives to the Median Absolute Deviation", JASA 88 (1993), section 1.
 */
export const NORMAL_CONSISTENCY = 1.482602218505602;

/**
 * How many deviations from the median still count as usual.
 * Source: Leys and others, "Detecting outliers: Do not use standard deviation around the mean, use absolute deviation
 * around the median", Journal of Experimental Social Psychology 49 (2013), who advise 2.5 where nothing speaks for another.
 */
export const USUAL_DEVIATIONS = 2.5;

/** Below this a median deviation says more about the few figures than about what is usual. */
export const FEWEST_RATIOS = 5;

/** What is usual among log ratios; all in the unit of the log ratios themselves. */
export interface RobustBand {
  readonly median: number;
  /** Median absolute deviation, scaled by `NORMAL_CONSISTENCY`. */
  readonly deviation: number;
  /** Ends of the band: the median and `deviations` times the deviation to either side. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * The band of usual log ratios: median ± deviations × scaled median absolute deviation. One extreme region moves neither.
 *
 * What isn't finite has no part in it: NaN where a figure is missing or a prediction isn't above zero, -Infinity where the
 * actual figure is zero. Nothing is put in their place. Null with fewer than `FEWEST_RATIOS` log ratios, and where more than
 * half are the same: such a band would have no width, and call every other region an outlier.
 * Throws a RangeError when `deviations` isn't above zero.
 */
export function robustBand(logRatios: readonly number[], deviations = USUAL_DEVIATIONS): RobustBand | null {
  if (!(deviations > 0)) throw new RangeError('a band needs a width above zero');
  const finite = logRatios.filter(Number.isFinite);
  const centre = median(finite);
  if (centre === undefined || finite.length < FEWEST_RATIOS) return null;
  const deviation = NORMAL_CONSISTENCY * (median(finite, (ratio) => Math.abs(ratio - centre)) ?? 0);
  if (deviation === 0) return null;
  return {
    median: centre,
    deviation,
    lower: centre - deviations * deviation,
    upper: centre + deviations * deviation,
  };
}

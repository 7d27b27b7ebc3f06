import { ticks } from 'd3-array';
import { ckmeans, mean, sampleStandardDeviation } from 'simple-statistics';
import { innerBreaks, MOST_CLASSES, type BreaksOf, type ComputedMethod } from './classify.js';

/** Above this the natural breaks are found on every n-th value in order of size: the exact search is too slow to wait for. */
export const MOST_JENKS_VALUES = 50_000;

/** Classes of equal width between the lowest and the highest figure. */
const equalBreaks: BreaksOf = (sorted, classes) => {
  const lowest = sorted[0];
  const width = (sorted[sorted.length - 1] - lowest) / classes;
  return innerBreaks(classes, (i) => lowest + i * width);
};

/**
 * Natural breaks: the partition with the least squared deviation within classes, found exactly; beyond
 * `MOST_JENKS_VALUES` figures on an even sample of them. A class begins at its smallest member.
 * Source: Wang and Song, "Ckmeans.1d.dp", The R Journal 3/2 (2011), as implemented by simple-statistics.
 */
const jenksBreaks: BreaksOf = (sorted, classes) => {
  const step = Math.ceil(sorted.length / MOST_JENKS_VALUES);
  const sample = step === 1 ? Array.from(sorted) : Array.from(sorted).filter((_, i) => i % step === 0);
  return ckmeans(sample, Math.min(classes, sample.length))
    .slice(1)
    .map((members) => members[0]);
};

/**
 * Round numbers (1, 2 or 5 times a power of ten) inside the range, about as many as asked for: fewer where that would make
 * more than nine classes.
 */
const prettyBreaks: BreaksOf = (sorted, classes) => {
  const [lowest, highest] = [sorted[0], sorted[sorted.length - 1]];
  for (let count = classes; count > 0; count--) {
    const round = ticks(lowest, highest, count).filter((tick) => tick > lowest);
    if (round.length < MOST_CLASSES) return round;
  }
  return [];
};

/** One sample standard deviation (n - 1) wide each, placed evenly around the mean. */
const deviationBreaks: BreaksOf = (sorted, classes) => {
  if (sorted.length < 2) return [];
  const figures = Array.from(sorted);
  const [centre, width] = [mean(figures), sampleStandardDeviation(figures)];
  return innerBreaks(classes, (i) => centre + (i - classes / 2) * width);
};

/** The methods besides the default: few pages ask for them, so they are fetched by those that do. */
export const FURTHER_METHODS: Readonly<Record<Exclude<ComputedMethod, 'quantile'>, BreaksOf>> = {
  equal: equalBreaks,
  jenks: jenksBreaks,
  pretty: prettyBreaks,
  stddev: deviationBreaks,
};

/**
 * The classes that every page shows, written here once more and without the library, so that it can't be wrong in the same
 * way: five quantiles, R-7, half-open, in the colours of our default palette.
 */
export const COLOURS = ['#e0f3b2', '#6ec5be', '#1e8ebf', '#2554a3', '#12256c'];
/** Areas without a figure. Never among the samples: our own element hatches them. */
export const MISSING = '#e3e7ec';

/** Inner boundaries of the five classes. */
export function quantiles(values) {
  const sorted = Float64Array.from(values).sort();
  return [0.2, 0.4, 0.6, 0.8].map((share) => {
    const at = (sorted.length - 1) * share;
    const low = Math.floor(at);
    return sorted[low] + (at - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
  });
}

/** Class of a figure, from 0. */
export const classOf = (value, breaks) => breaks.filter((at) => at <= value).length;

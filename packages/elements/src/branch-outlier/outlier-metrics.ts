import type { Dataset } from '@zicht-op/core/model/dataset.js';
import { failure, success, type Result } from '@zicht-op/core/model/problem.js';
import { findIndicator } from '@zicht-op/core/view/selection.js';

/** Positions in the metric dimension of what the analysis compares. */
export interface OutlierMetrics {
  readonly actual: number;
  readonly predicted: number;
  /** Published interval of the prediction; null without one. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
}

/** Metric ids as the embedder wrote them; empty: the default. */
export interface AskedMetrics {
  readonly actual: string;
  readonly predicted: string;
}

/** Ids that publishers without a profile may have used, in the order they are tried. */
const USUAL = {
  actual: ['actual', 'gerealiseerd', 'gerealiseerde-omzet'],
  predicted: ['predicted', 'voorspeld', 'voorspelde-omzet'],
} as const;

function position(dataset: Dataset, asked: string, role: keyof AskedMetrics): number {
  if (asked !== '') return findIndicator(dataset, asked);
  const named = [dataset.outlier?.[role], ...USUAL[role]].filter((id) => id != null);
  return named.map((id) => findIndicator(dataset, id)).find((at) => at >= 0) ?? -1;
}

function interval(dataset: Dataset, predicted: number): OutlierMetrics['interval'] {
  const { outlier, metric } = dataset;
  if (!outlier?.lower || !outlier.upper || metric.codes[predicted] !== outlier.predicted) return null;
  const lower = metric.index.get(outlier.lower);
  const upper = metric.index.get(outlier.upper);
  return lower === undefined || upper === undefined ? null : { lower, upper };
}

/**
 * Finds the metrics to compare: as asked, else as the dataset's profile names them, else by their usual ids. The
 * interval belongs to the profile's own prediction and is left out when another one is asked for.
 * Error: `no-such-indicator`, listing the metrics there are, where one of both can't be found or both are the same.
 */
export function resolveOutlierMetrics(dataset: Dataset, asked: AskedMetrics): Result<OutlierMetrics> {
  const actual = position(dataset, asked.actual, 'actual');
  const predicted = position(dataset, asked.predicted, 'predicted');
  if (actual < 0 || predicted < 0 || actual === predicted) {
    return failure('no-such-indicator', '', { items: dataset.metric.codes });
  }
  return success({ actual, predicted, interval: interval(dataset, predicted) });
}

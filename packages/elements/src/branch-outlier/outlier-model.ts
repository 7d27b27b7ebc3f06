import { sliceStart, type Dataset } from '@zicht-op/core/model/dataset.js';
import { KINDS, KIND_CODE, type MissingKind } from '@zicht-op/core/model/observation.js';
import { robustBand, type RobustBand } from '@zicht-op/core/statistics/robust-outlier.js';
import type { Selection } from '@zicht-op/core/view/selection.js';
import type { OutlierMetrics } from './outlier-metrics.js';

/** Where a region lies against its expectation; `unrated` where there is no band or no ratio to judge it by. */
export type Side = 'above' | 'within' | 'below' | 'unrated';

/** A region with both figures. Regions that miss one are counted, and have no point. */
export interface OutlierPoint {
  /** Position in the geo dimension. */
  readonly region: number;
  readonly code: string;
  readonly actual: number;
  readonly predicted: number;
  /** Natural logarithm of actual / predicted; -Infinity where the actual figure is 0; NaN where there is no ratio. */
  readonly logRatio: number;
  readonly side: Side;
  /** Ends of the expected band in the unit of the figures; null where there is none. */
  readonly expected: readonly [lower: number, upper: number] | null;
}

/** How the expected band came about. */
export type Band =
  | { readonly kind: 'published' }
  /** Factors around the predicted figure. */
  | { readonly kind: 'robust'; readonly lower: number; readonly upper: number };

export interface OutlierModel {
  readonly metrics: OutlierMetrics;
  /** By deviation, from most above to most below the expectation; without a ratio last. */
  readonly points: readonly OutlierPoint[];
  /** Furthest from the expectation first, each. */
  readonly above: readonly OutlierPoint[];
  readonly below: readonly OutlierPoint[];
  readonly within: readonly OutlierPoint[];
  readonly unrated: readonly OutlierPoint[];
  /** Number of regions without a point, by kind; only kinds that occur. */
  readonly missing: ReadonlyMap<MissingKind, number>;
  /** Positions in the geo dimension of the regions without a point, in the dataset's order. */
  readonly missingRegions: readonly number[];
  readonly band: Band | null;
}

export interface OutlierRequest {
  readonly metrics: OutlierMetrics;
  readonly selection: Pick<Selection, 'timeIndex' | 'breakdownIndex'>;
  /** Regions shown, by position in the geo dimension. */
  readonly regions: readonly number[];
  /** All regions of the level: what is expected doesn't change with the area one looks at. */
  readonly levelRegions: readonly number[];
}

/** A metric's figure of a region: NaN for every kind of missing, as the dataset has no other number there. */
type Reader = (region: number) => number;

function reader(dataset: Dataset, metric: number, { timeIndex, breakdownIndex }: OutlierRequest['selection']): Reader {
  const start = sliceStart(dataset, metric, timeIndex, breakdownIndex);
  return (region) => dataset.values[start + region];
}

/** NaN unless both are figures, the prediction above zero and the actual one not below. */
export function logRatioOf(actual: number, predicted: number): number {
  return predicted > 0 && actual >= 0 ? Math.log(actual) - Math.log(predicted) : NaN;
}

/**
 * The kind a region without a point is counted under: that of its missing figure, the weightiest where both miss. Null
 * for a region with both figures.
 */
function missingKinds(
  dataset: Dataset,
  { metrics, selection }: OutlierRequest,
): (region: number) => MissingKind | null {
  const { kinds } = dataset;
  const [actual, predicted] = [metrics.actual, metrics.predicted].map((metric) =>
    sliceStart(dataset, metric, selection.timeIndex, selection.breakdownIndex),
  );
  return (region) => {
    const [one, other] = [kinds[actual + region], kinds[predicted + region]];
    if (one === KIND_CODE.value && other === KIND_CODE.value) return null;
    const code = one === KIND_CODE.value ? other : other === KIND_CODE.value ? one : Math.min(one, other);
    const kind = KINDS[code];
    return kind === undefined || kind === 'value' ? 'unknown' : kind;
  };
}

function findBand(dataset: Dataset, request: OutlierRequest): Band | null {
  const { metrics, selection, levelRegions } = request;
  if (metrics.interval) {
    const lower = reader(dataset, metrics.interval.lower, selection);
    const upper = reader(dataset, metrics.interval.upper, selection);
    if (levelRegions.some((region) => lower(region) <= upper(region))) return { kind: 'published' };
  }
  const actual = reader(dataset, metrics.actual, selection);
  const predicted = reader(dataset, metrics.predicted, selection);
  const robust: RobustBand | null = robustBand(
    levelRegions.map((region) => logRatioOf(actual(region), predicted(region))),
  );
  if (!robust) return null;
  // What equals its prediction is as expected, also where most regions lie to one side of theirs.
  const lower = Math.max(Number.MIN_VALUE, Math.min(1, Math.exp(robust.lower)));
  const upper = Math.min(Number.MAX_VALUE, Math.max(1, Math.exp(robust.upper)));
  return { kind: 'robust', lower, upper };
}

type Expectation = (region: number, predicted: number) => OutlierPoint['expected'];

function expectation(dataset: Dataset, request: OutlierRequest, band: Band | null): Expectation {
  const { interval } = request.metrics;
  if (band?.kind === 'robust') {
    return (_, predicted) => (predicted > 0 ? [band.lower * predicted, band.upper * predicted] : null);
  }
  if (band?.kind !== 'published' || !interval) return () => null;
  const lower = reader(dataset, interval.lower, request.selection);
  const upper = reader(dataset, interval.upper, request.selection);
  return (region) => (lower(region) <= upper(region) ? [lower(region), upper(region)] : null);
}

function sideOf(actual: number, expected: OutlierPoint['expected']): Side {
  if (!expected) return 'unrated';
  if (actual > expected[1]) return 'above';
  return actual < expected[0] ? 'below' : 'within';
}

/** From most above to most below; without a ratio last; equal ones by code, so that the order never wavers. */
function byDeviation(a: OutlierPoint, b: OutlierPoint): number {
  const noRatio = Number(Number.isNaN(a.logRatio)) - Number(Number.isNaN(b.logRatio));
  if (noRatio !== 0) return noRatio;
  if (a.logRatio !== b.logRatio && !Number.isNaN(a.logRatio)) return b.logRatio - a.logRatio;
  return a.code < b.code ? -1 : Number(a.code > b.code);
}

const mirrored = (point: OutlierPoint): OutlierPoint => ({ ...point, logRatio: -point.logRatio });

/**
 * Lays actual figures beside predicted ones. A region gets a point only when both are of kind `value`; the others are
 * counted by kind and have no part in band, order or axes. Without regions everything is empty.
 *
 * The band is the published interval of the prediction where there is one, else the robust one of the log ratios of the
 * level; a region whose own interval isn't published is `unrated`.
 */
export function createOutlierModel(dataset: Dataset, request: OutlierRequest): OutlierModel {
  const { metrics, selection, regions } = request;
  const band = findBand(dataset, request);
  const expectedOf = expectation(dataset, request, band);
  const actualOf = reader(dataset, metrics.actual, selection);
  const predictedOf = reader(dataset, metrics.predicted, selection);
  const kindOf = missingKinds(dataset, request);
  const points: OutlierPoint[] = [];
  const missing = new Map<MissingKind, number>();
  const missingRegions: number[] = [];
  for (const region of regions) {
    const kind = kindOf(region);
    if (kind !== null) {
      missing.set(kind, (missing.get(kind) ?? 0) + 1);
      missingRegions.push(region);
      continue;
    }
    const actual = actualOf(region);
    const predicted = predictedOf(region);
    const expected = expectedOf(region, predicted);
    points.push({
      region,
      code: dataset.geo.codes[region],
      actual,
      predicted,
      logRatio: logRatioOf(actual, predicted),
      side: sideOf(actual, expected),
      expected,
    });
  }
  points.sort(byDeviation);
  const ofSide = (side: Side) => points.filter((point) => point.side === side);
  return {
    metrics,
    points,
    above: ofSide('above'),
    below: ofSide('below').sort((a, b) => byDeviation(mirrored(a), mirrored(b))),
    within: ofSide('within'),
    unrated: ofSide('unrated'),
    missing,
    missingRegions,
    band,
  };
}

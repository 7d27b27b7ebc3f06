import { breakdownIndex } from '../model/cube-builder.js';
import { sliceStart, type Dataset, type Dimension, type Indicator } from '../model/dataset.js';
import { KIND_CODE } from '../model/observation.js';
import { chronological, parsePeriod } from '../model/period.js';
import { failure, success, type Result } from '../model/problem.js';
import { levelOf } from '../model/region.js';

/** What a host or a visitor asks to see. Null or empty: the default of the contract, section 4. */
export interface SelectionRequest {
  readonly indicator?: string | null;
  readonly period?: string | null;
  readonly level?: string | null;
  /** Breakdown choice: dimension id → category code. What the dataset doesn't know is ignored. */
  readonly filter?: Readonly<Record<string, string>>;
  readonly reference?: string | null;
  /** Levels that have shapes; the default level is one of these where it can be. */
  readonly levelsWithBoundaries?: ReadonlySet<string>;
}

/** One choice out of a dataset: everything an element needs to find its figures. */
export interface Selection {
  readonly indicator: Indicator;
  readonly metricIndex: number;
  readonly period: string;
  readonly timeIndex: number;
  readonly level: string;
  /** Category code per breakdown dimension, all of them. */
  readonly filter: Readonly<Record<string, string>>;
  readonly breakdownIndex: number;
  /** Region code to compare with, or null. */
  readonly reference: string | null;
}

/** By the geo dimension, which doesn't change: levels are asked for with every change of indicator. */
const known = new WeakMap<Dimension, ReadonlyMap<string, readonly number[]>>();

/** Positions in the geo dimension per level, levels in the order of appearance. */
function regionsByLevel({ geo }: Dataset): ReadonlyMap<string, readonly number[]> {
  const found = known.get(geo);
  if (found) return found;
  const levels = new Map<string, number[]>();
  geo.codes.forEach((code, i) => {
    const level = levelOf(code);
    const regions = levels.get(level);
    if (regions) regions.push(i);
    else levels.set(level, [i]);
  });
  known.set(geo, levels);
  return levels;
}

/** Number of regions per level, in the order of appearance. */
export const countByLevel = (dataset: Dataset): Map<string, number> =>
  new Map([...regionsByLevel(dataset)].map(([level, regions]) => [level, regions.length]));

/** Positions in the geo dimension of the regions of a level, in the dataset's order. */
export const regionsOfLevel = (dataset: Dataset, level: string): readonly number[] =>
  regionsByLevel(dataset).get(level) ?? [];

/** The level with most regions among those with shapes; among all, where none has. */
export function defaultLevel(dataset: Dataset, withBoundaries: ReadonlySet<string> = new Set()): string {
  const counts = [...countByLevel(dataset)].sort((a, b) => b[1] - a[1]);
  return (counts.find(([level]) => withBoundaries.has(level)) ?? counts[0])?.[0] ?? '';
}

/** A category that stands for all: CBS `T001038`, SDMX `_T`, or a label that begins with "totaal". */
const isTotal = (code: string, label: string): boolean =>
  /^(_T|T|TOT|TOTAL|T\d{6})$/i.test(code) || /^tota(a)?l\b/i.test(label);

/** The category shown unless another is chosen: the total where there is one, else the first. */
export function defaultCategory(dimension: Dimension): string {
  const total = dimension.codes.findIndex((code, i) => isTotal(code, dimension.labels[i]));
  return dimension.codes[Math.max(total, 0)] ?? '';
}

/** A full breakdown choice: what was asked where the dataset knows it, the default elsewhere. */
export function completeFilter(dataset: Dataset, asked: Readonly<Record<string, string>> = {}): Record<string, string> {
  const entries = dataset.breakdowns.map((dimension) => {
    const wanted = Object.hasOwn(asked, dimension.id) ? asked[dimension.id] : undefined;
    return [
      dimension.id,
      wanted !== undefined && dimension.index.has(wanted) ? wanted : defaultCategory(dimension),
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** Position of a complete filter among the breakdown combinations. */
export function breakdownOf(dataset: Dataset, filter: Readonly<Record<string, string>>): number {
  return breakdownIndex(
    dataset.breakdowns,
    dataset.breakdowns.map((dimension) => dimension.index.get(filter[dimension.id]) ?? 0),
  );
}

/** An id as an embedder may have typed it. */
const typed = (id: string): string => id.trim().toLowerCase();

/**
 * Position of an indicator by its id, else by one that differs in capitals or outer spaces only; -1 where there is none,
 * or more than one.
 */
export function findIndicator({ metric }: Pick<Dataset, 'metric'>, id: string): number {
  const exact = metric.index.get(id);
  if (exact !== undefined) return exact;
  const asked = typed(id);
  const first = metric.codes.findIndex((code) => typed(code) === asked);
  const last = metric.codes.findLastIndex((code) => typed(code) === asked);
  return first === last ? first : -1;
}

/** Position of a period by its id, or by another way to write the same (`2021` for `2021JJ00`); -1 where there is none. */
export function findPeriod(dataset: Dataset, id: string): number {
  const exact = dataset.time.index.get(id);
  if (exact !== undefined) return exact;
  const asked = parsePeriod(id);
  if (asked.year === null) return -1;
  return dataset.periods.findIndex((p) => p.year === asked.year && p.unit === asked.unit && p.part === asked.part);
}

/**
 * The newest period that is as good as complete: regions of kind `value` or `withheld` are at least 90% of those in the
 * fullest period of this indicator and level; else the newest with any; else the newest.
 */
export function defaultPeriod(dataset: Dataset, metric: number, breakdown: number, level: string): number {
  const regions = regionsOfLevel(dataset, level);
  const order = chronological(dataset.periods);
  const filled = order.map((time) => {
    const start = sliceStart(dataset, metric, time, breakdown);
    let count = 0;
    for (const region of regions) if (dataset.kinds[start + region] <= KIND_CODE.withheld) count++;
    return count;
  });
  // Not spread into Math.max: a document may have more periods than a call can have arguments.
  const fullest = filled.reduce((most, count) => Math.max(most, count), 0);
  const enough = Math.max(1, 0.9 * fullest);
  return order[filled.findLastIndex((count) => count >= enough)] ?? order[order.length - 1] ?? 0;
}

/** The country in a dataset that doesn't name a yardstick. */
const countryOf = (dataset: Dataset): string | null => {
  const [country] = regionsOfLevel(dataset, 'land');
  return country === undefined ? null : dataset.geo.codes[country];
};

/**
 * Turns a request into one choice, with the contract's defaults.
 * Errors: `no-such-indicator`, `no-such-period` (both list what there is), `no-match` where the dataset has no region of
 * the level that was asked for.
 */
export function resolveSelection(dataset: Dataset, request: SelectionRequest): Result<Selection> {
  const metricIndex = request.indicator ? findIndicator(dataset, request.indicator) : 0;
  if (metricIndex < 0) return failure('no-such-indicator', '', { items: dataset.metric.codes });
  const level = request.level || defaultLevel(dataset, request.levelsWithBoundaries);
  if (request.level && !countByLevel(dataset).has(level))
    return failure('no-match', '', { items: [...countByLevel(dataset).keys()] });
  const filter = completeFilter(dataset, request.filter);
  const breakdown = breakdownOf(dataset, filter);
  const timeIndex = request.period
    ? findPeriod(dataset, request.period)
    : defaultPeriod(dataset, metricIndex, breakdown, level);
  if (timeIndex < 0) return failure('no-such-period', '', { items: dataset.time.codes });
  return success({
    indicator: dataset.indicators[metricIndex],
    metricIndex,
    period: dataset.time.codes[timeIndex] ?? '',
    timeIndex,
    level,
    filter,
    breakdownIndex: breakdown,
    reference: request.reference || dataset.reference || countryOf(dataset),
  });
}

import { quantileSorted } from 'd3-array';

/** Ways to make classes; the words of the attribute `method`. */
export const CLASS_METHODS = ['quantile', 'jenks', 'equal', 'pretty', 'stddev', 'manual'] as const;

export type ClassMethod = (typeof CLASS_METHODS)[number];

/** Classes [a, b), counted from 0; the first has no lower end and the last no upper end. */
export interface Classification {
  /** How the boundaries came about: by a method, or given by the publisher. */
  readonly method: ClassMethod | 'publisher';
  /** Inner boundaries, strictly ascending: one less than there are classes. */
  readonly breaks: readonly number[];
}

export interface ClassifyOptions {
  /** Null: the publisher's boundaries where there are any, else `quantile`. A word that is no method counts as null. */
  readonly method?: ClassMethod | null;
  /** How many classes to make: 2 to 9, default 5. What lies outside is brought inside; what is no number is 5. */
  readonly classes?: number;
  /** Inner boundaries, for the method `manual` only. */
  readonly breaks?: readonly number[] | null;
  readonly publisherBreaks?: readonly number[] | null;
}

export const FEWEST_CLASSES = 2;
export const MOST_CLASSES = 9;
export const DEFAULT_CLASSES = 5;

/** Boundaries that someone wrote may make more classes than a computed method, but no more than can be told apart. */
export const MOST_GIVEN_BREAKS = 15;

export type ComputedMethod = Exclude<ClassMethod, 'manual'>;

/** From the figures in ascending order, at least one, to boundaries in ascending order. */
export type BreaksOf = (sorted: Float64Array, classes: number) => number[];

/** The inner boundaries of so many classes, by number from 1. */
export const innerBreaks = (classes: number, boundary: (i: number) => number): number[] =>
  Array.from({ length: classes - 1 }, (_, i) => boundary(i + 1));

/** d3 reads positions alone, though its types ask for an array: no copy is made. */
const quantileBreaks: BreaksOf = (sorted, classes) =>
  innerBreaks(classes, (i) => quantileSorted(sorted as unknown as number[], i / classes) ?? NaN);

/** The default is at hand; the others are put here by the first who asks. */
const methods: Partial<Record<ComputedMethod, BreaksOf>> = { quantile: quantileBreaks };

/** Makes a method ready for `classify`. Any other word needs nothing. Rejects when its module can't be had. */
export async function loadClassMethod(method: ClassMethod | null | undefined): Promise<void> {
  if (!method || method === 'manual' || methods[method] || !CLASS_METHODS.includes(method)) return;
  Object.assign(methods, (await import('./class-methods.js')).FURTHER_METHODS);
}

/** The figures in ascending order, without what is no finite number. */
function sortedFigures(values: ArrayLike<number>): Float64Array {
  const figures = new Float64Array(values.length);
  let count = 0;
  for (let i = 0; i < values.length; i++) if (Number.isFinite(values[i])) figures[count++] = values[i];
  return figures.subarray(0, count).sort();
}

/** Boundaries that are finite and ascending, equal ones taken together; null for a list that is anything else. */
function givenBreaks(breaks: readonly number[] | null | undefined): number[] | null {
  if (!breaks || breaks.length === 0 || breaks.length > MOST_GIVEN_BREAKS) return null;
  if (!breaks.every((value, i) => Number.isFinite(value) && (i === 0 || value >= breaks[i - 1]))) return null;
  return breaks.filter((value, i) => i === 0 || value !== breaks[i - 1]).map(withoutMinusZero);
}

const withoutMinusZero = (value: number): number => value + 0;

function classCount(asked: number | undefined): number {
  if (asked === undefined || Number.isNaN(asked)) return DEFAULT_CLASSES;
  return Math.min(MOST_CLASSES, Math.max(FEWEST_CLASSES, Math.round(asked)));
}

/**
 * Finds class boundaries over the figures shown. NaN, which every kind of missing is, has no part in it.
 *
 * - `quantile`: R-7 (Hyndman and Fan's definition 7) on the figures as released.
 * - `equal`, `jenks`, `pretty`, `stddev`: see `FURTHER_METHODS`. Throws an Error for one that wasn't loaded before.
 * - `manual` and the publisher's own: as given, also outside the range of the figures.
 *
 * Boundaries that coincide are one, and a computed one at or below the lowest figure or above the highest is left out: no
 * class could have a member there. One that equals the highest figure stays. So there may be fewer classes than asked for,
 * and no boundary at all without figures or when all are equal.
 *
 * Given lists that aren't finite and ascending, or have more than `MOST_GIVEN_BREAKS` boundaries, come from a slip in an
 * attribute: they are ignored. `manual` then falls back to the publisher's boundaries, and those to `quantile`.
 */
export function classify(values: ArrayLike<number>, options: ClassifyOptions = {}): Classification {
  const method = CLASS_METHODS.find((known) => known === options.method);
  const manual = method === 'manual' ? givenBreaks(options.breaks) : null;
  if (manual) return { method: 'manual', breaks: manual };
  const publisher = method === undefined || method === 'manual' ? givenBreaks(options.publisherBreaks) : null;
  if (publisher) return { method: 'publisher', breaks: publisher };
  const computed: ComputedMethod = method === undefined || method === 'manual' ? 'quantile' : method;
  const breaksOf = methods[computed];
  if (!breaksOf) throw new Error(`loadClassMethod('${computed}') comes first`);
  const sorted = sortedFigures(values);
  if (sorted.length === 0) return { method: computed, breaks: [] };
  const [lowest, highest] = [sorted[0], sorted[sorted.length - 1]];
  const breaks = breaksOf(sorted, classCount(options.classes))
    .map(withoutMinusZero)
    .filter((value, i, all) => value > lowest && value <= highest && value !== all[i - 1]);
  return { method: computed, breaks };
}

/**
 * Class of a figure: the number of boundaries at or below it.
 * Throws a RangeError for NaN: what is missing has no class, and must not be painted as the lowest one.
 */
export function classOf(value: number, classification: Pick<Classification, 'breaks'>): number {
  if (Number.isNaN(value)) throw new RangeError('a missing figure has no class');
  const { breaks } = classification;
  let at = 0;
  while (at < breaks.length && breaks[at] <= value) at++;
  return at;
}

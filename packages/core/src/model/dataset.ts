import type { Period } from './period.js';
import { KINDS, marksOf, type Observation } from './observation.js';

/** An axis of a dataset: codes in the publisher's order, each with a label (the code where there is none). */
export interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly codes: readonly string[];
  readonly labels: readonly string[];
  readonly index: ReadonlyMap<string, number>;
}

/** How figures of an indicator are written. */
export interface Unit {
  /** In words: "per 1.000 inwoners". Empty where unknown. */
  readonly label: string;
  /** Written beside the figure: "%", "€". Empty where there is none. */
  readonly symbol: string;
  /** Where the symbol stands. */
  readonly position: 'start' | 'end';
  /** Decimals as released; null: as many as the figure itself has. */
  readonly decimals: number | null;
}

export interface Source {
  readonly label: string;
  readonly href: string | null;
}

/** What to do, and not to do, with a figure; with a link onward. */
export interface Guidance {
  readonly label: string;
  readonly href: string | null;
  readonly do: readonly string[];
  readonly dont: readonly string[];
}

/** A metric, with the meaning its publisher gave it. */
export interface Indicator {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly description: string;
  /** What the figure does not say. Travels with it into tooltip, table, picture and file. */
  readonly caution: string;
  readonly direction: 'risk' | 'neutral' | 'good';
  readonly kind: 'rate' | 'count' | 'index' | 'amount';
  readonly denominator: string;
  /** Inner class boundaries set by the publisher, ascending; null: computed. */
  readonly breaks: readonly number[] | null;
  readonly sources: readonly Source[];
  readonly guidance: readonly Guidance[];
}

/** Where the shapes of a level are, as the dataset names them. `href` is as written, not yet resolved. */
export interface BoundaryReference {
  readonly year: number | null;
  readonly href: string | null;
}

export interface Release {
  readonly publisher: string;
  readonly id: string;
  readonly modified: string;
  readonly licence: string;
  readonly rules: readonly string[];
  readonly boundaryYear: number | null;
}

/** Metrics of a predicted-against-realised analysis, as the profile names them. */
export interface OutlierProfile {
  readonly actual: string | null;
  readonly predicted: string | null;
  /** Published interval of the prediction; both or none. */
  readonly lower: string | null;
  readonly upper: string | null;
}

/** What a publisher says about a dataset as a whole; every part may be empty. */
export interface DatasetMeta {
  readonly label: string;
  readonly theme: string;
  readonly notes: readonly string[];
  readonly sources: readonly Source[];
  /** ISO 8601, or empty. */
  readonly updated: string;
  /** Region code of the yardstick, or null. */
  readonly reference: string | null;
  /** What the publisher rounded to, in words or as a number; empty: not said. */
  readonly rounding: string;
  readonly boundaries: Readonly<Record<string, BoundaryReference>>;
  readonly release: Release | null;
  readonly outlier: OutlierProfile | null;
}

/**
 * Published observations after the gate, whatever format they came in.
 *
 * A dense cube in a canonical order, regions fastest: cell `((metric * times + time) * breakdowns + breakdown) * regions
 * + region`, where `breakdown` runs over the breakdown dimensions, last fastest. So one indicator in one period for one
 * choice of breakdowns is one contiguous slice, and drawing it copies nothing.
 *
 * `values[cell]` is NaN unless `kinds[cell]` is `KIND_CODE.value`: there is no number to leak for any other kind.
 * Build one with `CubeBuilder`, which keeps that promise; nothing else writes the arrays.
 */
export interface Dataset extends DatasetMeta {
  /** Region codes, normalised. */
  readonly geo: Dimension;
  /** Periods; one period with id '' where the data has no time. */
  readonly time: Dimension;
  readonly periods: readonly Period[];
  /** One indicator for each code of this dimension, in its order. At least one. */
  readonly metric: Dimension;
  readonly indicators: readonly Indicator[];
  readonly breakdowns: readonly Dimension[];
  readonly values: Float64Array;
  readonly kinds: Uint8Array;
  /** Bit set of `MARKS` per cell; null: no cell has a mark. */
  readonly marks: Uint16Array | null;
  /** Codes of the regions each region lies in, as far as the data says so; codes that nest by themselves are left out. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
}

/** Number of breakdown combinations: the product of their sizes, 1 without any. */
export const breakdownCount = (dataset: Pick<Dataset, 'breakdowns'>): number =>
  dataset.breakdowns.reduce((product, dimension) => product * dimension.codes.length, 1);

/** Cell of the first region for an indicator, period and breakdown combination. */
export const sliceStart = (dataset: Dataset, metric: number, time: number, breakdown: number): number =>
  ((metric * dataset.time.codes.length + time) * breakdownCount(dataset) + breakdown) * dataset.geo.codes.length;

/** One cell as a tagged union. Throws a RangeError outside the cube: a programming mistake. */
export function observationAt(dataset: Dataset, cell: number): Observation {
  if (!(cell >= 0 && cell < dataset.kinds.length)) throw new RangeError('cell outside the dataset');
  const kind = KINDS[dataset.kinds[cell]];
  const marks = dataset.marks ? marksOf(dataset.marks[cell]) : [];
  return kind === 'value' ? { kind, value: dataset.values[cell], marks } : { kind, marks };
}

/** A dimension from its codes; labels default to the codes. Codes must be unique: the parser has seen to that. */
export function dimension(
  id: string,
  label: string,
  codes: readonly string[],
  labels: readonly string[] = codes,
): Dimension {
  const index = new Map<string, number>();
  for (let i = 0; i < codes.length; i++) index.set(codes[i], i);
  return { id, label: label || id, codes, labels, index };
}

export const NO_UNIT: Unit = { label: '', symbol: '', position: 'end', decimals: null };

/** An indicator of which nothing is known but its id, completed with what is. */
export function indicator(id: string, known: Partial<Indicator> = {}): Indicator {
  return {
    id,
    label: id,
    unit: NO_UNIT,
    description: '',
    caution: '',
    direction: 'neutral',
    kind: 'rate',
    denominator: '',
    breaks: null,
    sources: [],
    guidance: [],
    ...known,
  };
}

/** Meta of a dataset of which nothing is known. */
export const NO_META: DatasetMeta = {
  label: '',
  theme: '',
  notes: [],
  sources: [],
  updated: '',
  reference: null,
  rounding: '',
  boundaries: {},
  release: null,
  outlier: null,
};

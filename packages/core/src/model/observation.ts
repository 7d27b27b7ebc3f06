/**
 * What a cell of a dataset can be. The order is the storage order of `Dataset.kinds`; never reorder.
 *
 * - `value`: there is a figure. Zero is a figure.
 * - `withheld`: the publisher may not show it. Never carries a number anywhere past the parser, and primary and
 *   secondary withholding can't be told apart.
 * - `unknown`: not known, or a status nobody explained (fails closed).
 * - `impossible`: can't occur.
 * - `none`: the region is listed, without an observation.
 * - `uncovered`: a shape whose region the dataset doesn't list. Never stored in a dataset.
 */
export const KINDS = ['value', 'withheld', 'unknown', 'impossible', 'none', 'uncovered'] as const;

export type ObservationKind = (typeof KINDS)[number];
export type MissingKind = Exclude<ObservationKind, 'value'>;

/** Storage codes of `KINDS`, for typed arrays. */
export const KIND_CODE = {
  value: 0,
  withheld: 1,
  unknown: 2,
  impossible: 3,
  none: 4,
  uncovered: 5,
} as const satisfies Record<ObservationKind, number>;

/**
 * Marks beside a figure: SDMX OBS_STATUS codes that leave the number standing, and `R` (revised, Eurostat's `r`).
 * Position is the bit of `Dataset.marks`.
 * Source: SDMX code list CL_OBS_STATUS 2.2.
 */
export const MARKS = ['P', 'B', 'D', 'E', 'F', 'G', 'I', 'N', 'S', 'U', 'V', 'W', 'R'] as const;

export type Mark = (typeof MARKS)[number];

/** One cell as later layers may see it: a withheld or otherwise missing cell has no number to leak. */
export type Observation =
  | { readonly kind: 'value'; readonly value: number; readonly marks: readonly Mark[] }
  | { readonly kind: MissingKind; readonly marks: readonly Mark[] };

/** Bit set of one mark, to be or-ed into `Dataset.marks`. */
export const markBit = (mark: Mark): number => 1 << MARKS.indexOf(mark);

/** The marks of a bit set, in the order of `MARKS`. Zero gives an empty list. */
export const marksOf = (bits: number): Mark[] => (bits === 0 ? [] : MARKS.filter((_, i) => bits & (1 << i)));

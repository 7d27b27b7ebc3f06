import { KINDS, type MissingKind } from '../model/observation.js';
import type { Classification } from './classify.js';

/** A class as a legend names it. The outer ends are open: a lowest or highest figure may not be published. */
export interface LegendClass {
  readonly class: number;
  /** From this figure on; null for the first class. */
  readonly from: number | null;
  /** Up to, but without this figure; null for the last class. */
  readonly to: number | null;
}

/** What a picture needs explained. No counts: "1 region" would give a figure away. */
export interface Legend {
  readonly classes: readonly LegendClass[];
  /** The kinds of missing that occur, in the order of `KINDS`. */
  readonly missing: readonly MissingKind[];
}

/** Digits that are shown of a boundary where nobody said with how many decimals figures were released. */
const SIGNIFICANT_DIGITS = 6;

/** Below this share of itself a boundary is a round number with noise, not one just above it. */
const NOISE = 1e-12;

function roundedUp(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  const scaled = value * factor;
  return Number.isFinite(scaled) ? (Math.ceil(scaled - Math.abs(scaled) * NOISE) + 0) / factor : value;
}

function decimalsFor(breaks: readonly number[]): number {
  const largest = Math.max(...breaks.map(Math.abs));
  return largest > 0 ? Math.min(20, Math.max(0, SIGNIFICANT_DIGITS - 1 - Math.floor(Math.log10(largest)))) : 0;
}

/**
 * Boundaries as they can be written with the decimals that figures were released with (null: not said): rounded up, as no
 * figure lies between the boundary and the next that can be written, so that "3 of meer" holds for every figure of the
 * class and for none of the class below. Where rounding would make boundaries equal they are left as they are.
 */
export function writtenBreaks(breaks: readonly number[], decimals: number | null): readonly number[] {
  const rounded = breaks.map((value) => roundedUp(value, decimals ?? decimalsFor(breaks)));
  return new Set(rounded).size === breaks.length ? rounded : breaks;
}

/**
 * The legend of a classification, with the kinds that occur among what is shown (storage codes, as in a slice). Without
 * figures there is no class to explain.
 */
export function legendOf(
  { breaks }: Pick<Classification, 'breaks'>,
  kinds: Iterable<number>,
  decimals: number | null,
): Legend {
  const used = new Set(kinds);
  const ends = writtenBreaks(breaks, decimals);
  const classes = Array.from({ length: breaks.length + 1 }, (_, at) => ({
    class: at,
    from: ends[at - 1] ?? null,
    to: ends[at] ?? null,
  }));
  const missing = KINDS.filter((kind, code): kind is MissingKind => kind !== 'value' && used.has(code));
  return { classes: used.has(KINDS.indexOf('value')) ? classes : [], missing };
}

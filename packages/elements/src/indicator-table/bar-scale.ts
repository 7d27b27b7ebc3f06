/** From a figure to the place of its bar, as fractions of the cell's width. */
export interface BarScale {
  /** Where zero stands: 0 unless there are figures below zero. */
  readonly zero: number;
  /** Start and length of a figure's bar; a figure of zero has length 0. */
  bar(value: number): { readonly start: number; readonly size: number };
}

const STEPS = [1, 2, 2.5, 5, 10];

/**
 * The first round number (1, 2, 2.5 or 5 times a power of ten) that is at least `value`; zero and less give 0. A full bar
 * then stands for a round number, not for the largest figure.
 */
export function roundUp(value: number): number {
  if (!(value > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.find((candidate) => candidate * power >= value) ?? 10;
  return step * power;
}

/**
 * A scale over the figures shown; NaN (every kind of missing) is skipped. Null where there is nothing to compare: no figure
 * but zero, or none at all.
 */
export function barScale(values: Iterable<number>): BarScale | null {
  let highest = 0;
  let lowest = 0;
  for (const value of values) {
    if (value > highest) highest = value;
    else if (value < lowest) lowest = value;
  }
  const above = roundUp(highest);
  const below = roundUp(-lowest);
  const width = above + below;
  if (!(width > 0) || !Number.isFinite(width)) return null;
  const zero = below / width;
  return {
    zero,
    bar: (value) => ({ start: value < 0 ? zero + value / width : zero, size: Math.abs(value) / width }),
  };
}

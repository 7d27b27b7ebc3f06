import type { Unit } from '@zicht-op/core/model/dataset.js';

/** How a figure stands to its yardstick. Null: one of the two is missing, so nothing can be said. */
export type Comparison = 'higher' | 'lower' | 'equal' | null;

/** Positions of a comparison in an order; NaN where there is none, which sorts last. */
export const COMPARISON_ORDER: Readonly<Record<Exclude<Comparison, null>, number>> = { lower: -1, equal: 0, higher: 1 };

/**
 * Compares two figures as they are released: what is written the same is equal, whatever digits a file has beyond the
 * unit's decimals. NaN, which stands for every kind of missing, gives null.
 */
export function compareFigures(value: number, yardstick: number, unit: Unit): Comparison {
  if (Number.isNaN(value) || Number.isNaN(yardstick)) return null;
  const scale = unit.decimals === null ? null : 10 ** unit.decimals;
  const [a, b] = scale === null ? [value, yardstick] : [Math.round(value * scale), Math.round(yardstick * scale)];
  return a === b ? 'equal' : a > b ? 'higher' : 'lower';
}

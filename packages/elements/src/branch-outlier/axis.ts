import { ticks as linearTicks } from 'd3-array';

export type AxisKind = 'log' | 'linear';

/** A scale for both directions of the scatter, so that equal figures lie on the diagonal. */
export interface Axis {
  readonly kind: AxisKind;
  readonly domain: readonly [low: number, high: number];
  /** Round figures inside the domain, ascending. */
  readonly ticks: readonly number[];
  /** Where a figure lies: 0 at the low end, 1 at the high end. NaN for what has no place (zero on a log axis). */
  readonly position: (value: number) => number;
}

/** From this factor between largest and smallest a linear axis would press most points into its corner. */
const LARGE_SPREAD = 10;
const PADDING = 0.04;

interface Extent {
  readonly low: number;
  readonly high: number;
}

function extentOf(values: ArrayLike<number>): Extent | null {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? { low, high } : null;
}

const clampToNumbers = (value: number): number => Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, value));

/** Multiples of powers of ten inside a domain, as many as fit: 1-2-5, else the powers, else every so many powers. */
function logTicks([low, high]: readonly [number, number], count: number): number[] {
  const from = Math.floor(Math.log10(low));
  const to = Math.ceil(Math.log10(high));
  const within = (factors: readonly number[], step = 1): number[] => {
    const found: number[] = [];
    for (let power = Math.ceil(from / step) * step; power <= to; power += step) {
      for (const factor of factors) {
        const tick = Number(`${factor}e${power}`);
        if (tick >= low && tick <= high) found.push(tick);
      }
    }
    return found;
  };
  const detailed = within([1, 2, 5]);
  if (detailed.length < 3) return linearTicks(low, high, count).filter((tick) => tick > 0);
  if (detailed.length <= count + 3) return detailed;
  for (const step of [1, 2, 3, 5, 10, 20, 50, 100]) {
    const powers = within([1], step);
    if (powers.length <= count) return powers.length >= 2 ? powers : detailed;
  }
  return [];
}

function logAxis({ low, high }: Extent, count: number): Axis {
  const spread = low === high ? Math.LN2 : Math.log(high) - Math.log(low);
  const bottom = Math.log(low) - spread * PADDING;
  const top = Math.log(high) + spread * PADDING;
  const domain = [Math.max(Number.MIN_VALUE, Math.exp(bottom)), clampToNumbers(Math.exp(top))] as const;
  const position = (value: number): number => (value > 0 ? (Math.log(value) - bottom) / (top - bottom) : NaN);
  return { kind: 'log', domain, ticks: logTicks(domain, count), position };
}

/** Zero is always on a linear axis: the distance to the diagonal would mislead without it. */
function linearAxis({ low, high }: Extent, count: number): Axis {
  const bottom = Math.min(0, low);
  const reach = high > bottom ? Math.max(0, high) : bottom + 1;
  // Halved before subtracting, as the difference of the largest numbers there are is infinite.
  const half = reach / 2 - bottom / 2;
  const domain = [
    bottom < 0 ? clampToNumbers(bottom - half * PADDING * 2) : 0,
    clampToNumbers(reach + half * PADDING * 2),
  ] as const;
  const range = domain[1] / 2 - domain[0] / 2;
  const position = (value: number): number => (value / 2 - domain[0] / 2) / range;
  const ticks = linearTicks(domain[0], domain[1], count).filter(Number.isFinite);
  return { kind: 'linear', domain, ticks, position };
}

/** True where every figure can stand on a log axis. False for an empty list. */
export function canBeLog(values: ArrayLike<number>): boolean {
  const extent = extentOf(values);
  return extent !== null && extent.low > 0;
}

/**
 * An axis for the figures shown. `auto` is logarithmic where all are above zero and the largest is ten times the
 * smallest or more; a log axis that can't be becomes linear. What is no finite number is left out, so a missing figure
 * never stretches it. An empty list gives a linear axis from 0 to 1 without ticks.
 */
export function createAxis(values: ArrayLike<number>, kind: AxisKind | 'auto', count = 6): Axis {
  const extent = extentOf(values);
  if (!extent) return { ...linearAxis({ low: 0, high: 1 }, count), ticks: [] };
  const wantsLog = kind === 'log' || (kind === 'auto' && extent.high / extent.low >= LARGE_SPREAD);
  return wantsLog && extent.low > 0 ? logAxis(extent, count) : linearAxis(extent, count);
}

import type { Boundaries } from '../model/boundaries.js';
import { levelOf } from '../model/region.js';

/** Regions and shapes of one level laid beside each other by code. */
export interface Join {
  /** Per shape the position of its region in the geo dimension; -1 where the dataset doesn't list it. */
  readonly regionOfShape: Int32Array;
  /** Codes of the level that have a row and no shape, and the other way about. */
  readonly withoutShape: readonly string[];
  readonly withoutRow: readonly string[];
  readonly matched: number;
}

const known = new WeakMap<Boundaries, { readonly geo: Codes; readonly join: Join }>();

/** The codes of a geo dimension. */
interface Codes {
  readonly codes: readonly string[];
  readonly index: ReadonlyMap<string, number>;
}

/**
 * Joins by normalised code. Nothing is summed or guessed: a code without a partner is counted and reported. Worked out once
 * for the same two, as they are joined anew with every change of indicator.
 */
export function joinRegions(geo: Codes, boundaries: Boundaries): Join {
  const found = known.get(boundaries);
  if (found?.geo === geo) return found.join;
  const join = layBeside(geo, boundaries);
  known.set(boundaries, { geo, join });
  return join;
}

function layBeside(geo: Codes, boundaries: Boundaries): Join {
  const regionOfShape = new Int32Array(boundaries.codes.length);
  const withoutRow: string[] = [];
  const shapes = new Set<string>();
  boundaries.codes.forEach((code, shape) => {
    const region = geo.index.get(code) ?? -1;
    regionOfShape[shape] = region;
    shapes.add(code);
    if (region < 0) withoutRow.push(code);
  });
  const withoutShape = geo.codes.filter((code) => levelOf(code) === boundaries.level && !shapes.has(code));
  return { regionOfShape, withoutShape, withoutRow, matched: boundaries.codes.length - withoutRow.length };
}

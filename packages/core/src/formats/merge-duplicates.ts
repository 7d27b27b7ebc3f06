import { interiorPointOf } from '../geo/interior-point.js';
import { flattenShape, isInRings, type FlatRings } from '../geo/rings.js';
import type { Boundaries } from '../model/boundaries.js';

/** Parts of one code that are looked at; a document that repeats a code more often than that is no division. */
const MAX_PARTS = 64;

/**
 * Makes one shape of those with the same code, as a publisher sends them who has a feature for every island. A part
 * that lies over another one (the same feature on two pages, or two vintages that nothing tells apart) is left out:
 * filled even-odd, the two would blot each other out. `repeated` are the shapes that were no longer needed.
 */
export function mergeDuplicates(boundaries: Boundaries): { boundaries: Boundaries; repeated: readonly number[] } {
  const { codes } = boundaries;
  if (new Set(codes).size === codes.length) return { boundaries, repeated: [] };
  const partsOf = new Map<string, number[]>();
  const repeated: number[] = [];
  codes.forEach((code, shape) => {
    const parts = partsOf.get(code);
    if (!parts) partsOf.set(code, [shape]);
    else {
      repeated.push(shape);
      if (parts.length < MAX_PARTS) parts.push(shape);
    }
  });

  const { ringArcs, ringStart, shapeRings } = boundaries;
  const arcs: number[] = [];
  const starts = [0];
  const shapes = [0];
  for (const parts of partsOf.values()) {
    for (const part of parts.length > 1 ? apart(boundaries, parts) : parts)
      for (let ring = shapeRings[part]; ring < shapeRings[part + 1]; ring++) {
        for (let at = ringStart[ring]; at < ringStart[ring + 1]; at++) arcs.push(ringArcs[at]);
        starts.push(arcs.length);
      }
    shapes.push(starts.length - 1);
  }
  const merged = {
    ...boundaries,
    codes: [...partsOf.keys()],
    names: [...partsOf.values()].map((parts) => nameOf(boundaries, parts)),
    ringArcs: new Int32Array(arcs),
    ringStart: new Uint32Array(starts),
    shapeRings: new Uint32Array(shapes),
  };
  return { boundaries: merged, repeated };
}

const nameOf = ({ names }: Boundaries, parts: readonly number[]): string | null => {
  const named = parts.find((part) => names[part] !== null);
  return named === undefined ? null : names[named];
};

/** The parts that lie over none of those before them. */
function apart(boundaries: Boundaries, parts: readonly number[]): number[] {
  const kept: { readonly part: number; readonly rings: FlatRings; readonly inside: [number, number] }[] = [];
  for (const part of parts) {
    const rings = flattenShape(boundaries, part);
    const inside = interiorPointOf(rings);
    if (!inside) continue;
    const isOver = kept.some((other) => isInRings(other.rings, ...inside) || isInRings(rings, ...other.inside));
    if (!isOver) kept.push({ part, rings, inside });
  }
  return kept.map(({ part }) => part);
}

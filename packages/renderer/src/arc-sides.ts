import type { Boundaries } from '@zicht-op/core/model/boundaries.js';

/**
 * Arcs with the shapes on either side: border `b` runs along arc `arcs[b]`, between the shapes `sides[2b]` and
 * `sides[2b + 1]`, of which the second is -1 at an outer edge. Which of them lies left isn't told, and needn't be:
 * crossing the border leaves the one and enters the other.
 *
 * An arc that a shape walks twice (there and back, as along a seam) parts nothing and isn't listed. One that more than two
 * shapes walk, as where shapes lie over each other, is listed once for every two.
 */
export interface ArcSides {
  readonly arcs: Uint32Array;
  readonly sides: Int32Array;
}

const known = new WeakMap<Boundaries, ArcSides>();

/** Worked out once per document, in one pass over the rings. Without shapes there are no borders. */
export function arcSides(boundaries: Boundaries): ArcSides {
  const found = known.get(boundaries) ?? findSides(boundaries);
  known.set(boundaries, found);
  return found;
}

function findSides({ arcStart, ringArcs, ringStart, shapeRings, codes }: Boundaries): ArcSides {
  const pairs = new Int32Array((arcStart.length - 1) * 2).fill(-1);
  /** Third and further shapes along an arc. */
  const crowded = new Map<number, number[]>();
  let borders = 0;
  for (let shape = 0; shape < codes.length; shape++) {
    const end = ringStart[shapeRings[shape + 1]];
    for (let at = ringStart[shapeRings[shape]]; at < end; at++) {
      const arc = ringArcs[at] < 0 ? ~ringArcs[at] : ringArcs[at];
      const pair = arc * 2;
      if (pairs[pair] < 0) {
        pairs[pair] = shape;
        borders++;
      } else if (pairs[pair] === shape) {
        pairs[pair] = pairs[pair + 1];
        pairs[pair + 1] = -1;
        if (pairs[pair] < 0) borders--;
      } else if (pairs[pair + 1] < 0) pairs[pair + 1] = shape;
      else if (pairs[pair + 1] === shape) pairs[pair + 1] = -1;
      else crowd(crowded, arc, shape);
    }
  }
  for (const shapes of crowded.values()) borders += Math.ceil(shapes.length / 2);
  const arcs = new Uint32Array(borders);
  const sides = new Int32Array(borders * 2);
  let border = 0;
  const add = (arc: number, first: number, second: number): void => {
    arcs[border] = arc;
    sides[border * 2] = first;
    sides[border * 2 + 1] = second;
    border++;
  };
  for (let arc = 0; arc < arcStart.length - 1; arc++)
    if (pairs[arc * 2] >= 0) add(arc, pairs[arc * 2], pairs[arc * 2 + 1]);
  for (const [arc, shapes] of crowded)
    for (let i = 0; i < shapes.length; i += 2) add(arc, shapes[i], shapes[i + 1] ?? -1);
  return { arcs, sides };
}

/** Twice the same shape cancels out, as above. Shapes come in order: one that is there already is the last. */
function crowd(crowded: Map<number, number[]>, arc: number, shape: number): void {
  const shapes = crowded.get(arc) ?? [];
  crowded.set(arc, shapes);
  if (shapes.at(-1) === shape) shapes.pop();
  else shapes.push(shape);
}

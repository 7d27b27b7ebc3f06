import type { Boundaries } from '../model/boundaries.js';

/**
 * The same boundaries with only some of their shapes, in the order given; arcs are shared, nothing is copied but the
 * rings' lists. Without shapes it has none.
 */
export function subsetBoundaries(boundaries: Boundaries, shapes: readonly number[]): Boundaries {
  const { shapeRings, ringStart, ringArcs } = boundaries;
  const rings: number[] = [];
  const newShapeRings = new Uint32Array(shapes.length + 1);
  shapes.forEach((shape, i) => {
    for (let ring = shapeRings[shape]; ring < shapeRings[shape + 1]; ring++) rings.push(ring);
    newShapeRings[i + 1] = rings.length;
  });
  const newRingStart = new Uint32Array(rings.length + 1);
  const arcs: number[] = [];
  rings.forEach((ring, i) => {
    for (let at = ringStart[ring]; at < ringStart[ring + 1]; at++) arcs.push(ringArcs[at]);
    newRingStart[i + 1] = arcs.length;
  });
  return {
    ...boundaries,
    codes: shapes.map((shape) => boundaries.codes[shape]),
    names: shapes.map((shape) => boundaries.names[shape]),
    shapeRings: newShapeRings,
    ringStart: newRingStart,
    ringArcs: Int32Array.from(arcs),
  };
}

import { nextHalfedge, type Mesh } from '../mesh/mesh.js';

/** A border as half-edges of the mesh: each crosses from a cell of one region to one of the other. */
export type Chain = readonly number[];

/** Borders of a division, each between two regions or a region and the water, standing there once. */
export interface ArcSet {
  readonly chains: readonly Chain[];
  /** Arc that each half-edge is part of, -1 for those inside a region. */
  readonly arcOf: Int32Array;
}

/** Per region its rings, each a list of arcs; `~a` is arc `a` backwards. Water has none. */
export type Rings = readonly (readonly (readonly number[])[])[];

const isBorder = ({ triangles, halfedges }: Mesh, regionOf: Int32Array, e: number): boolean =>
  halfedges[e] >= 0 && regionOf[triangles[e]] !== regionOf[triangles[halfedges[e]]];

/** The half-edge that a border goes on with behind `e`, or -1 where three regions meet. */
function onward(mesh: Mesh, regionOf: Int32Array, e: number): number {
  const { triangles, halfedges } = mesh;
  // Crossing `e` from its own triangle to the other one: the border enters the triangle on the other side.
  const o = halfedges[e];
  const left = regionOf[triangles[e]];
  const right = regionOf[triangles[o]];
  const apex = regionOf[triangles[nextHalfedge(nextHalfedge(o))]];
  if (apex !== left && apex !== right) return -1;
  return alongside(mesh, regionOf, e);
}

/** The half-edge that the outline of `e`'s own region goes on with, whatever lies on the other side. */
function alongside({ triangles, halfedges }: Mesh, regionOf: Int32Array, e: number): number {
  const o = halfedges[e];
  const apexEdge = nextHalfedge(nextHalfedge(o));
  // `o` runs from the far cell to the near one; behind it come near → apex and apex → far.
  return regionOf[triangles[apexEdge]] === regionOf[triangles[e]] ? apexEdge : nextHalfedge(o);
}

/**
 * Finds all borders of a division. A half-edge from a cell of region A to one of region B stands for the border there
 * as A walks it; its twin is the same as B walks it. Every triangle has three cells, so at most three regions meet in a
 * corner and no ring can touch itself.
 */
export function findArcs(mesh: Mesh, regionOf: Int32Array): ArcSet {
  const { halfedges } = mesh;
  const arcOf = new Int32Array(halfedges.length).fill(-1);
  const chains: number[][] = [];
  const walk = (first: number): void => {
    const chain: number[] = [];
    for (let e = first; e >= 0 && arcOf[e] < 0; e = onward(mesh, regionOf, e)) {
      arcOf[e] = chains.length;
      arcOf[halfedges[e]] = chains.length;
      chain.push(e);
    }
    chains.push(chain);
  };
  const isOpen = (e: number): boolean => arcOf[e] < 0 && isBorder(mesh, regionOf, e);
  for (let e = 0; e < halfedges.length; e++) if (isOpen(e) && onward(mesh, regionOf, halfedges[e]) < 0) walk(e);
  // What is left are closed lines: an island without neighbours, a hole.
  for (let e = 0; e < halfedges.length; e++) if (isOpen(e)) walk(e);
  return { chains, arcOf };
}

/**
 * Rings of regions along these arcs. The regions may be those of the arcs, or unions of them: provinces along the
 * borders of gemeenten.
 */
export function findRings(mesh: Mesh, regionOf: Int32Array, count: number, { chains, arcOf }: ArcSet): Rings {
  const { triangles, halfedges } = mesh;
  const rings = Array.from({ length: count }, (): number[][] => []);
  const seen = new Uint8Array(halfedges.length);
  const isFirst = (e: number): boolean => chains[arcOf[e]][0] === e;
  const isLast = (e: number): boolean => {
    const chain = chains[arcOf[e]];
    return halfedges[chain[chain.length - 1]] === e;
  };
  for (let first = 0; first < halfedges.length; first++) {
    if (seen[first] || !isBorder(mesh, regionOf, first) || regionOf[triangles[first]] < 0) continue;
    // A ring is walked from the start of an arc, so that it never begins halfway one.
    if (!isFirst(first) && !isLast(first)) continue;
    const ring: number[] = [];
    for (let e = first; !seen[e]; e = alongside(mesh, regionOf, e)) {
      seen[e] = 1;
      if (isFirst(e)) ring.push(arcOf[e]);
      else if (isLast(e)) ring.push(~arcOf[e]);
    }
    // The walk keeps the region on its left: turned round, outlines run clockwise and holes against it.
    rings[regionOf[triangles[first]]].push(ring.reverse().map((arc) => ~arc));
  }
  return rings;
}

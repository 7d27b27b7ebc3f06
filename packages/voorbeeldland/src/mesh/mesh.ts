import { Delaunay } from 'd3-delaunay';
import { clamp } from '../random/portable-math.js';
import { fractionOf } from '../random/random.js';
import type { Land } from '../land/land.js';

/**
 * The plane cut into cells, one per site, as the dual of a Delaunay triangulation. Each triangle holds one corner that
 * three cells share; each pair of neighbours shares one edge, which crosses the line between their sites.
 *
 * Corners lie strictly inside their triangle and an edge inside the two triangles it joins, so no two edges can cross
 * and no cell can touch another in a single point, however rough the edges are drawn.
 */
export interface Mesh {
  readonly count: number;
  /** x, y per site. */
  readonly sites: Float64Array;
  /** Three sites per triangle, and per half-edge the one on its other side (-1 on the hull): as Delaunator has them. */
  readonly triangles: Int32Array;
  readonly halfedges: Int32Array;
  /** x, y per triangle. */
  readonly corners: Float64Array;
  /** Neighbours of site `s`: `neighbours[start[s] … start[s + 1]]`. */
  readonly start: Int32Array;
  readonly neighbours: Int32Array;
  /** 1 for land. */
  readonly isLand: Uint8Array;
  /** Square kilometres. */
  readonly area: Float64Array;
}

export const nextHalfedge = (e: number): number => (e % 3 === 2 ? e - 2 : e + 1);

/** How far from site `a` to site `b` the coast lies, 0 to 1, kept off both ends; null where both are on one side. */
export function coastBetween(land: Land, ax: number, ay: number, bx: number, by: number): number | null {
  const atA = land(ax, ay);
  if (atA > 0 === land(bx, by) > 0) return null;
  let low = 0;
  let high = 1;
  for (let i = 0; i < 12; i++) {
    const mid = (low + high) / 2;
    if (land(ax + mid * (bx - ax), ay + mid * (by - ay)) > 0 === atA > 0) low = mid;
    else high = mid;
  }
  return clamp((low + high) / 2, 0.15, 0.85);
}

/** Corner of a triangle: on the coast where that runs through it, else somewhere inside. */
function placeCorner(
  mesh: Pick<Mesh, 'sites' | 'triangles'>,
  land: Land,
  triangle: number,
  seed: number,
): [number, number] {
  const { sites, triangles } = mesh;
  const point = (k: number): [number, number] => {
    const site = triangles[3 * triangle + (k % 3)];
    return [sites[2 * site], sites[2 * site + 1]];
  };
  for (let k = 0; k < 3; k++) {
    const [[ax, ay], [bx, by], [cx, cy]] = [point(k), point(k + 1), point(k + 2)];
    const toB = coastBetween(land, ax, ay, bx, by);
    const toC = coastBetween(land, ax, ay, cx, cy);
    if (toB === null || toC === null) continue;
    return [(ax + toB * (bx - ax) + ax + toC * (cx - ax)) / 2, (ay + toB * (by - ay) + ay + toC * (cy - ay)) / 2];
  }
  const weights = [0, 1, 2].map((k) => 0.55 + 0.9 * fractionOf(seed, triangle, k));
  const total = weights[0] + weights[1] + weights[2];
  const [a, b, c] = [point(0), point(1), point(2)];
  return [0, 1].map((axis) => (weights[0] * a[axis] + weights[1] * b[axis] + weights[2] * c[axis]) / total) as [
    number,
    number,
  ];
}

/** Neighbour lists, from the half-edges that leave each site. The hull has none to miss: it is all sea. */
function listNeighbours(
  triangles: Int32Array,
  halfedges: Int32Array,
  count: number,
): Pick<Mesh, 'start' | 'neighbours'> {
  const start = new Int32Array(count + 1);
  for (const site of triangles) start[site + 1]++;
  for (let s = 0; s < count; s++) start[s + 1] += start[s];
  const fill = start.slice();
  const neighbours = new Int32Array(halfedges.length);
  for (let e = 0; e < triangles.length; e++) neighbours[fill[triangles[e]]++] = triangles[nextHalfedge(e)];
  return { start, neighbours };
}

/** Triangulates the sites and lays corners, sides of the coast and areas. */
export function buildMesh(sites: Float64Array, land: Land, seed: number): Mesh {
  const delaunay = new Delaunay(sites);
  const triangles = Int32Array.from(delaunay.triangles);
  const halfedges = Int32Array.from(delaunay.halfedges);
  const count = sites.length / 2;
  const corners = new Float64Array((2 * triangles.length) / 3);
  for (let t = 0; t < triangles.length / 3; t++) corners.set(placeCorner({ sites, triangles }, land, t, seed), 2 * t);
  const isLand = Uint8Array.from({ length: count }, (_, s) => (land(sites[2 * s], sites[2 * s + 1]) > 0 ? 1 : 0));
  const area = new Float64Array(count);
  for (let e = 0; e < halfedges.length; e++) {
    if (halfedges[e] < 0) continue;
    const site = triangles[e];
    const [t, o] = [Math.floor(e / 3), Math.floor(halfedges[e] / 3)];
    const [px, py] = [corners[2 * t] - sites[2 * site], corners[2 * t + 1] - sites[2 * site + 1]];
    const [qx, qy] = [corners[2 * o] - sites[2 * site], corners[2 * o + 1] - sites[2 * site + 1]];
    area[site] += Math.abs(px * qy - py * qx) / 2;
  }
  return { count, sites, triangles, halfedges, corners, isLand, area, ...listNeighbours(triangles, halfedges, count) };
}

/** Makes specks of land water and puddles land: parts smaller than the given square kilometres. */
export function dropSpecks(mesh: Mesh, smallestIsland: number, smallestLake: number): void {
  const { count, isLand, start, neighbours, area } = mesh;
  const seen = new Uint8Array(count);
  for (let first = 0; first < count; first++) {
    if (seen[first]) continue;
    seen[first] = 1;
    const part = [first];
    let size = 0;
    for (let i = 0; i < part.length; i++) {
      size += area[part[i]];
      for (let n = start[part[i]]; n < start[part[i] + 1]; n++) {
        const other = neighbours[n];
        if (!seen[other] && isLand[other] === isLand[first]) {
          seen[other] = 1;
          part.push(other);
        }
      }
    }
    if (size < (isLand[first] ? smallestIsland : smallestLake)) for (const site of part) isLand[site] ^= 1;
  }
}

import type { Land } from '../land/land.js';
import { clamp } from '../random/portable-math.js';
import { fractionOf } from '../random/random.js';
import { coastBetween, nextHalfedge, type Mesh } from './mesh.js';

/** Draws the edges of a mesh in detail. */
export interface EdgeDrawer {
  /** Points between the two corners of half-edge `e`, from its own triangle to the other: x, y, x, y … */
  pointsOf(e: number): readonly number[];
}

/**
 * Roughens each edge by seeded midpoint displacement, the same from both sides. A point halfway between a corner and
 * the line between the two sites may move along that line's direction within the triangle, so nothing can cross.
 * Along the coast points aren't moved by chance but to where the coast is.
 */
export function edgeDrawer(mesh: Mesh, land: Land, seed: number, longEdge = 0.3): EdgeDrawer {
  const { sites, corners, triangles, halfedges, isLand } = mesh;

  const draw = (e: number): number[] => {
    const o = halfedges[e];
    const [a, b] = [triangles[e], triangles[nextHalfedge(e)]];
    const [ax, ay, bx, by] = [sites[2 * a], sites[2 * a + 1], sites[2 * b], sites[2 * b + 1]];
    const isCoast = isLand[a] !== isLand[b];
    const ends = [Math.floor(e / 3), Math.floor(o / 3)].map((t) => [corners[2 * t], corners[2 * t + 1]]);
    const middle = (isCoast ? coastBetween(land, ax, ay, bx, by) : null) ?? crossingOf(e, o, seed);
    const across = [ax + middle * (bx - ax), ay + middle * (by - ay)];
    const length = Math.sqrt((ends[0][0] - ends[1][0]) ** 2 + (ends[0][1] - ends[1][1]) ** 2);
    if (length < longEdge) return across;
    const between = (corner: number[], chance: number): number[] => {
      const [px, py, qx, qy] = [(ax + corner[0]) / 2, (ay + corner[1]) / 2, (bx + corner[0]) / 2, (by + corner[1]) / 2];
      const shore = isCoast ? coastBetween(land, px, py, qx, qy) : null;
      const along = shore ?? clamp(middle + 0.42 * (chance - 0.5), 0.1, 0.9);
      return [px + along * (qx - px), py + along * (qy - py)];
    };
    return [...between(ends[0], fractionOf(seed, e, 1)), ...across, ...between(ends[1], fractionOf(seed, e, 2))];
  };

  return {
    pointsOf(e) {
      const o = halfedges[e];
      if (e < o) return draw(e);
      const reversed = draw(o);
      const result: number[] = [];
      for (let i = reversed.length - 2; i >= 0; i -= 2) result.push(reversed[i], reversed[i + 1]);
      return result;
    },
  };
}

/**
 * Moves corners where only two regions meet to the line between the two edges they join, so that a border runs smoothly
 * instead of zigzagging from cell to cell. Where three meet, or at the coast, a corner stays. `regionOf` is the finest
 * division: borders of all others are among its own.
 */
export function smoothCorners(mesh: Mesh, regionOf: Int32Array, seed: number): void {
  const { sites, triangles, halfedges, corners, isLand } = mesh;
  const crossing = (e: number, axis: 0 | 1): number => {
    const t = crossingOf(e, halfedges[e], seed);
    return sites[2 * triangles[e] + axis] * (1 - t) + sites[2 * triangles[nextHalfedge(e)] + axis] * t;
  };
  for (let first = 0; first < triangles.length; first += 3) {
    for (let e = first; e < first + 3; e++) {
      const before = e === first ? first + 2 : e - 1;
      const [a, b, c] = [triangles[e], triangles[nextHalfedge(e)], triangles[before]];
      if (regionOf[b] !== regionOf[c] || regionOf[a] === regionOf[b]) continue;
      if (halfedges[e] < 0 || halfedges[before] < 0 || isLand[a] !== isLand[b] || isLand[b] !== isLand[c]) continue;
      for (const axis of [0, 1] as const)
        corners[2 * (first / 3) + axis] = (crossing(e, axis) + crossing(before, axis)) / 2;
    }
  }
}

/** How far from its own cell to the other an edge crosses the line between them: near the middle, by chance. */
function crossingOf(e: number, o: number, seed: number): number {
  const t = 0.5 + 0.34 * (fractionOf(seed, Math.min(e, o), 0) - 0.5);
  return e < o ? t : 1 - t;
}

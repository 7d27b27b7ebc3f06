import { Delaunay } from 'd3-delaunay';
import { fractionOf } from '../random/random.js';
import type { Point } from '../land/shapes.js';
import type { Ground } from './ground.js';
import { grow, siteDistance, type GrowthSource } from './grow.js';

/** Crossing water is possible, so that islets belong to someone, and felt as this much farther. */
export const WATER_RESISTANCE = 3.2;

/**
 * Grows a gemeente around each centre. A town's own built-up area is inside from the start; a village, once reached, is
 * taken whole. Gives the gemeente per cell, for land and water; water isn't anyone's.
 */
export function growGemeenten(ground: Ground, seed: number): Int32Array {
  const { mesh, settlements, settlementOf, resistance, hearts } = ground;
  const centres = settlements.filter(({ isCentre }) => isCentre);
  const sources: GrowthSource[] = centres.map((_, owner) => ({ site: hearts[owner], owner, start: 0 }));
  for (let s = 0; s < mesh.count; s++) {
    const settlement = settlementOf[s];
    if (settlement >= 0 && settlement < centres.length) sources.push({ site: s, owner: settlement, start: 0 });
  }
  const owner = grow(mesh, sources, {
    cost(from, to, gemeente) {
      const distance = siteDistance(mesh, from, to);
      if (!mesh.isLand[to]) return distance * WATER_RESISTANCE;
      const isSameVillage = settlementOf[to] >= 0 && settlementOf[to] === settlementOf[from];
      const pace = 0.78 + 0.44 * fractionOf(seed, gemeente, 71);
      return distance * (isSameVillage ? 0.12 : resistance[to] ** 2 * pace);
    },
  });
  return owner.map((gemeente, s) => (mesh.isLand[s] ? gemeente : -1));
}

/** Which regions touch over land. */
export function touching(ground: Ground, regionOf: Int32Array, count: number): Set<number>[] {
  const { mesh } = ground;
  const result = Array.from({ length: count }, () => new Set<number>());
  for (let s = 0; s < mesh.count; s++) {
    if (regionOf[s] < 0) continue;
    for (let n = mesh.start[s]; n < mesh.start[s + 1]; n++) {
      const other = regionOf[mesh.neighbours[n]];
      if (other >= 0 && other !== regionOf[s]) result[regionOf[s]].add(other);
    }
  }
  return result;
}

/** Gemeenten as points that know their neighbours: by land, or else across the water to the nearest. */
export interface GemeenteGraph {
  readonly at: readonly Point[];
  readonly byLand: readonly ReadonlySet<number>[];
  readonly near: readonly (readonly number[])[];
}

export function gemeenteGraph(ground: Ground, gemeenteOf: Int32Array): GemeenteGraph {
  const at = ground.settlements.filter(({ isCentre }) => isCentre).map(({ x, y }): Point => [x, y]);
  const byLand = touching(ground, gemeenteOf, at.length);
  const delaunay = Delaunay.from(at as [number, number][]);
  const near = at.map((_, i) => [...new Set([...byLand[i], ...delaunay.neighbors(i)])].sort((a, b) => a - b));
  return { at, byLand, near };
}

/**
 * Gathers gemeenten in groups around the given ones, each to the group that reaches it first; only those allowed take
 * part, the rest is -1.
 */
export function gather(
  graph: GemeenteGraph,
  seeds: readonly number[],
  allowed: (gemeente: number) => boolean,
): Int32Array {
  const { at, near, byLand } = graph;
  const group = new Int32Array(at.length).fill(-1);
  const distance = new Float64Array(at.length).fill(Infinity);
  const done = new Set<number>();
  seeds.forEach((gemeente, number) => {
    group[gemeente] = number;
    distance[gemeente] = 0;
  });
  for (;;) {
    let next = -1;
    for (let g = 0; g < at.length; g++)
      if (!done.has(g) && distance[g] < Infinity && (next < 0 || distance[g] < distance[next])) next = g;
    if (next < 0) return group;
    done.add(next);
    for (const other of near[next]) {
      if (done.has(other) || !allowed(other)) continue;
      const length = Math.sqrt((at[next][0] - at[other][0]) ** 2 + (at[next][1] - at[other][1]) ** 2);
      const reached = distance[next] + length * (byLand[next].has(other) ? 1 : 2.5);
      if (reached >= distance[other]) continue;
      distance[other] = reached;
      group[other] = group[next];
    }
  }
}

/** The gemeente whose centre is nearest to a point, among those allowed. */
export function gemeenteNear(
  graph: GemeenteGraph,
  [x, y]: Point,
  allowed: (gemeente: number) => boolean = () => true,
): number {
  let best = -1;
  let nearest = Infinity;
  graph.at.forEach((at, g) => {
    const squared = (at[0] - x) ** 2 + (at[1] - y) ** 2;
    if (allowed(g) && squared < nearest) {
      nearest = squared;
      best = g;
    }
  });
  return best;
}

import type { Ground } from './ground.js';
import { apportion } from './apportion.js';
import { WATER_RESISTANCE } from './gemeenten.js';
import { grow, siteDistance, type GrowthSource } from './grow.js';
import { power } from '../random/portable-math.js';

/** A division of cells in numbered regions, and what each region lies in. */
export interface Division {
  /** Region per cell; -1 in water. */
  readonly of: Int32Array;
  readonly parent: Int32Array;
}

/** The cells of each region. */
export function cellsOf(regionOf: Int32Array, count: number): number[][] {
  const result = Array.from({ length: count }, (): number[] => []);
  regionOf.forEach((region, site) => {
    if (region >= 0) result[region].push(site);
  });
  return result;
}

export const sumOver = (cells: readonly number[], amounts: Float64Array): number =>
  cells.reduce((sum, site) => sum + amounts[site], 0);

/** Picks cells far apart, closer together where more people live; starts from the most crowded one. */
export function spreadSeeds(ground: Ground, cells: readonly number[], count: number, pull: number): number[] {
  const { mesh, population } = ground;
  const weight = cells.map((s) => power(1 + population[s] / mesh.area[s] / 60, pull));
  const distance = cells.map(() => Infinity);
  const seeds: number[] = [];
  let best = weight.indexOf(Math.max(...weight));
  while (seeds.length < count) {
    seeds.push(cells[best]);
    let score = -1;
    const latest = cells[best];
    cells.forEach((site, i) => {
      distance[i] = Math.min(distance[i], siteDistance(mesh, site, latest));
      if (distance[i] * weight[i] > score) {
        score = distance[i] * weight[i];
        best = i;
      }
    });
  }
  return seeds;
}

/** Cells nobody reached go to the region of the same parent whose seed is nearest. */
export function adoptOrphans(
  ground: Ground,
  regionOf: Int32Array,
  parentOf: Int32Array,
  seeds: readonly GrowthSource[],
): void {
  const byParent = new Map<number, GrowthSource[]>();
  for (const seed of seeds) {
    const parent = parentOf[seed.site];
    byParent.set(parent, [...(byParent.get(parent) ?? []), seed]);
  }
  regionOf.forEach((region, site) => {
    if (region >= 0 || parentOf[site] < 0) return;
    let nearest = Infinity;
    for (const seed of byParent.get(parentOf[site]) ?? []) {
      const distance = siteDistance(ground.mesh, site, seed.site);
      if (distance < nearest) {
        nearest = distance;
        regionOf[site] = seed.owner;
      }
    }
  });
}

/** Cuts each gemeente in wijken: more where more people live, hugging the built-up areas. */
export function growWijken(ground: Ground, gemeenteOf: Int32Array, gemeenten: number, total: number): Division {
  const { mesh, population, settlementOf, resistance } = ground;
  const cells = cellsOf(gemeenteOf, gemeenten);
  const seats = apportion(
    cells.map((list) => power(sumOver(list, population) / 5000 + sumOver(list, mesh.area) / 22, 0.9)),
    total,
    cells.map((list) => Math.min(list.length, 90)),
  );
  const parent: number[] = [];
  const sources: GrowthSource[] = [];
  cells.forEach((list, gemeente) => {
    for (const site of spreadSeeds(ground, list, seats[gemeente], 0.36)) {
      sources.push({ site, owner: parent.length, start: 0 });
      parent.push(gemeente);
    }
  });
  const grown = grow(mesh, sources, {
    cost(from, to, wijk) {
      const distance = siteDistance(mesh, from, to);
      if (!mesh.isLand[to]) return distance * WATER_RESISTANCE;
      if (gemeenteOf[to] !== parent[wijk]) return Infinity;
      const isSame = settlementOf[to] === settlementOf[from];
      return distance * (isSame && settlementOf[to] >= 0 ? 0.6 : resistance[to]) + (isSame ? 0 : 0.7);
    },
  });
  const of = grown.map((wijk, site) =>
    gemeenteOf[site] >= 0 && wijk >= 0 && parent[wijk] === gemeenteOf[site] ? wijk : -1,
  );
  adoptOrphans(ground, of, gemeenteOf, sources);
  return { of, parent: Int32Array.from(parent) };
}

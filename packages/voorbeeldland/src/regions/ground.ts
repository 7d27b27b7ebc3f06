import { landOf, type Land } from '../land/land.js';
import { settle, type Settlement } from '../land/settlement.js';
import { urbanField, type UrbanField } from '../land/urban-field.js';
import { buildMesh, dropSpecks, type Mesh } from '../mesh/mesh.js';
import { scatterSites } from '../mesh/sites.js';
import { fractalNoise } from '../random/noise.js';
import type { CountryPlan } from './plan.js';

/** The country before anyone drew a border in it: coast, towns, and the small cells all areas are made of. */
export interface Ground {
  readonly land: Land;
  readonly urban: UrbanField;
  readonly settlements: readonly Settlement[];
  readonly mesh: Mesh;
  /** Settlement whose built-up area each cell is in, or -1. */
  readonly settlementOf: Int16Array;
  /** Cell in the middle of each settlement. */
  readonly hearts: Int32Array;
  /** People living in each cell. */
  readonly population: Float64Array;
  /** How hard it is to cross each cell, about 0.4 to 1.8: borders follow what is hard to cross. */
  readonly resistance: Float64Array;
}

export function layGround(plan: CountryPlan): Ground {
  const { seed } = plan;
  const { width, height } = plan.land;
  const land = landOf(plan.land, seed);
  const settlements = settle(plan.settlements, { land, width, height }, seed);
  const urban = urbanField(settlements, { land, width, height }, seed, plan.grain.village / 2);
  const mesh = buildMesh(scatterSites({ land, width, height }, urban, plan.grain, seed), land, seed);
  dropSpecks(mesh, plan.smallestIsland, plan.smallestLake);
  const { sites, count } = mesh;
  const settlementOf = new Int16Array(count).fill(-1);
  const population = new Float64Array(count);
  const resistance = new Float64Array(count);
  for (let s = 0; s < count; s++) {
    const [x, y] = [sites[2 * s], sites[2 * s + 1]];
    resistance[s] = 1.05 + 0.65 * fractalNoise(x, y, seed + 60, 9, 4);
    if (!mesh.isLand[s]) continue;
    settlementOf[s] = urban.settlementAt(x, y);
    population[s] = mesh.area[s] * urban.densityAt(x, y);
  }
  const hearts = heartsOf({ settlements, mesh, settlementOf });
  return { land, urban, settlements, mesh, settlementOf, hearts, population, resistance };
}

/**
 * The cell each settlement's middle lies in: the nearest of its own cells, or the nearest land at all where a denser
 * neighbour took them.
 */
export function heartsOf({
  mesh,
  settlements,
  settlementOf,
}: Pick<Ground, 'mesh' | 'settlements' | 'settlementOf'>): Int32Array {
  const hearts = new Int32Array(settlements.length).fill(-1);
  const nearest = new Float64Array(settlements.length).fill(Infinity);
  const consider = (settlement: number, site: number): void => {
    const { x, y } = settlements[settlement];
    const squared = (mesh.sites[2 * site] - x) ** 2 + (mesh.sites[2 * site + 1] - y) ** 2;
    if (squared >= nearest[settlement]) return;
    nearest[settlement] = squared;
    hearts[settlement] = site;
  };
  settlementOf.forEach((settlement, site) => {
    if (settlement >= 0) consider(settlement, site);
  });
  hearts.forEach((heart, settlement) => {
    if (heart >= 0) return;
    for (let site = 0; site < mesh.count; site++) if (mesh.isLand[site]) consider(settlement, site);
  });
  return hearts;
}

import { clamp, power } from '../random/portable-math.js';
import type { Ground } from './ground.js';
import { apportion } from './apportion.js';
import { WATER_RESISTANCE } from './gemeenten.js';
import { grow, siteDistance, type GrowthSource } from './grow.js';
import { adoptOrphans, cellsOf, spreadSeeds, sumOver, type Division } from './wijken.js';

/** How many buurten of a wijk lie outside the built-up area: few and large. */
function ruralShare(ground: Ground, built: readonly number[], open: readonly number[], seats: number): number {
  if (built.length === 0) return seats;
  if (open.length === 0 || seats < 2) return 0;
  const least = Math.max(1, seats - built.length);
  const most = Math.max(least, Math.min(open.length, seats - 1, Math.ceil(seats / 2)));
  return clamp(Math.round(sumOver(open, ground.mesh.area) / 16), least, most);
}

/**
 * Cuts each wijk in buurten. What is built up is divided among buurten of its own; the outlying area is one buurt or a
 * few, and so often lies all around a village.
 */
export function growBuurten(ground: Ground, wijken: Division, total: number): Division {
  const { mesh, population, settlementOf, resistance } = ground;
  const cells = cellsOf(wijken.of, wijken.parent.length);
  const seats = apportion(
    cells.map((list) => power(0.15 + sumOver(list, population) / 1300 + sumOver(list, mesh.area) / 14, 0.85)),
    total,
    cells.map((list) => Math.min(list.length, 60)),
  );
  const parent: number[] = [];
  const isRural: boolean[] = [];
  const sources: GrowthSource[] = [];
  cells.forEach((list, wijk) => {
    const built = list.filter((site) => settlementOf[site] >= 0);
    const open = list.filter((site) => settlementOf[site] < 0);
    const rural = ruralShare(ground, built, open, seats[wijk]);
    for (const [group, count, flag] of [
      [built, seats[wijk] - rural, false],
      [open, rural, true],
    ] as const) {
      for (const site of spreadSeeds(ground, group, count, 0.3)) {
        sources.push({ site, owner: parent.length, start: 0 });
        parent.push(wijk);
        isRural.push(flag);
      }
    }
  });
  const cost = (from: number, to: number): number => siteDistance(mesh, from, to) * (0.5 + resistance[to]);
  const inside = grow(mesh, sources, {
    cost: (from, to, buurt) =>
      wijken.of[to] === parent[buurt] && settlementOf[to] < 0 === isRural[buurt] ? cost(from, to) : Infinity,
  });
  // A second round takes what was cut off from its own kind.
  const known = Array.from(inside, (owner, site): GrowthSource => ({ site, owner, start: 0 })).filter(
    ({ owner }) => owner >= 0,
  );
  const grown = grow(mesh, known, {
    cost: (from, to, buurt) =>
      wijken.of[to] === parent[buurt] ? cost(from, to) : mesh.isLand[to] ? Infinity : cost(from, to) * WATER_RESISTANCE,
  });
  const of = grown.map((buurt, site) =>
    wijken.of[site] >= 0 && buurt >= 0 && parent[buurt] === wijken.of[site] ? buurt : -1,
  );
  adoptOrphans(ground, of, wijken.of, sources);
  return { of, parent: Int32Array.from(parent) };
}

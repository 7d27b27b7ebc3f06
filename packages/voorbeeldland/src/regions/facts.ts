import { fractionOf } from '../random/random.js';
import type { BuurtKind } from './division.js';
import type { Ground } from './ground.js';
import { cellsOf, sumOver, type Division } from './wijken.js';

/** What is known of a buurt before any figure: how it lies and who lives there. */
export interface BuurtFacts {
  readonly kind: BuurtKind;
  /** Kilometres from the south-west corner. */
  readonly x: number;
  readonly y: number;
  /** Square kilometres. */
  readonly area: number;
  readonly population: number;
  /** The town or village it belongs to, or lies nearest to within its gemeente; -1 where there is none. */
  readonly settlement: number;
}

/** The settlement most people of these cells live in, or -1. */
export function mainSettlement(ground: Ground, cells: readonly number[]): number {
  const people = new Map<number, number>();
  for (const site of cells) {
    const settlement = ground.settlementOf[site];
    if (settlement >= 0) people.set(settlement, (people.get(settlement) ?? 0) + ground.population[site]);
  }
  let best = -1;
  for (const [settlement, count] of people) if (best < 0 || count > (people.get(best) ?? 0)) best = settlement;
  return best;
}

function kindOf(
  ground: Ground,
  cells: readonly number[],
  settlement: number,
  isHeart: boolean,
  chance: number,
): BuurtKind {
  const built = cells.filter((site) => ground.settlementOf[site] >= 0).length;
  if (built < cells.length / 2) return chance < 0.08 ? 'natuur' : 'buitengebied';
  const people = ground.settlements[settlement].population;
  if (isHeart && people > 7000) return 'centrum';
  return people > 6000 && chance < 0.085 ? 'bedrijven' : 'wonen';
}

/** Part of the people a cell's density promises who do live there, by kind. */
const LIVED_IN: Readonly<Record<BuurtKind, number>> = {
  centrum: 0.9,
  wonen: 1.05,
  bedrijven: 0.012,
  buitengebied: 1,
  natuur: 0.1,
};

/** Facts of every buurt, in the order of the division. */
export function factsOf(ground: Ground, buurten: Division, seed: number): BuurtFacts[] {
  const { mesh } = ground;
  const hearts = new Set(Array.from(ground.hearts, (site) => buurten.of[site]));
  return cellsOf(buurten.of, buurten.parent.length).map((cells, buurt) => {
    const area = sumOver(cells, mesh.area);
    const settlement = mainSettlement(ground, cells);
    const kind = kindOf(ground, cells, settlement, hearts.has(buurt), fractionOf(seed, buurt, 81));
    const middle = (axis: 0 | 1): number =>
      cells.reduce((sum, site) => sum + mesh.sites[2 * site + axis] * mesh.area[site], 0) / area;
    const spread = 0.75 + 0.5 * fractionOf(seed, buurt, 82);
    // On most business parks and in most nature nobody lives at all.
    const isEmpty = (kind === 'bedrijven' || kind === 'natuur') && fractionOf(seed, buurt, 84) < 0.65;
    const population = isEmpty ? 0 : Math.round(sumOver(cells, ground.population) * LIVED_IN[kind] * spread);
    return { kind, area, settlement, population, x: middle(0), y: middle(1) };
  });
}

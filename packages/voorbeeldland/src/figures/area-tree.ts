import type { Country } from '../country.js';
import { areaOfBuurt, type Region } from '../regions/division.js';

export const FIGURE_LEVELS = ['land', 'provincie', 'riec', 'gemeente', 'wijk', 'buurt'] as const;
export type FigureLevel = (typeof FIGURE_LEVELS)[number];

export interface Area {
  readonly code: string;
  readonly name: string;
  readonly level: FigureLevel;
}

/** An area and the areas one level down that make it up: whose figures add up to its own. */
export interface Family {
  readonly parent: number;
  readonly children: readonly number[];
}

/** All areas of a country in one list, widest first, and how they add up from buurten. */
export interface AreaTree {
  readonly areas: readonly Area[];
  /** First area of a level and the one behind its last. */
  readonly range: Readonly<Record<FigureLevel, readonly [from: number, to: number]>>;
  /** Per level the area each buurt is in. */
  readonly areaOfBuurt: Readonly<Record<FigureLevel, Int32Array>>;
  /** Families top down: country, provinces and RIEC regions, gemeenten, wijken. */
  readonly families: readonly Family[];
  /** Gemeente that an area lies in, -1 for wider ones. */
  readonly gemeenteOf: Int32Array;
}

/** The areas of the newer year: figures of all years are given in that division. */
export function areaTree(country: Country): AreaTree {
  const division = country.after;
  const levels: readonly (readonly [FigureLevel, readonly Region[]])[] = [
    ['land', [division.country]],
    ['provincie', division.provincies],
    ['riec', division.riecs],
    ['gemeente', division.gemeenten],
    ['wijk', division.wijken],
    ['buurt', division.buurten],
  ];
  const areas: Area[] = [];
  const range: Partial<Record<FigureLevel, readonly [number, number]>> = {};
  for (const [level, regions] of levels) {
    range[level] = [areas.length, areas.length + regions.length];
    for (const { code, name } of regions) areas.push({ code, name, level });
  }
  const known = range as AreaTree['range'];
  const shifted = (level: FigureLevel, of: Int32Array): Int32Array => of.map((area) => area + known[level][0]);
  const ofBuurt: AreaTree['areaOfBuurt'] = {
    land: new Int32Array(division.buurten.length),
    provincie: shifted('provincie', areaOfBuurt(division, 'provincies')),
    riec: shifted('riec', areaOfBuurt(division, 'riecs')),
    gemeente: shifted('gemeente', areaOfBuurt(division, 'gemeenten')),
    wijk: shifted('wijk', areaOfBuurt(division, 'wijken')),
    buurt: shifted('buurt', areaOfBuurt(division, 'buurten')),
  };
  const gemeenteOf = new Int32Array(areas.length).fill(-1);
  for (const level of ['gemeente', 'wijk', 'buurt'] as const)
    ofBuurt[level].forEach((area, buurt) => (gemeenteOf[area] = ofBuurt.gemeente[buurt]));
  return { areas, range: known, areaOfBuurt: ofBuurt, families: familiesOf(ofBuurt), gemeenteOf };
}

function familiesOf(ofBuurt: AreaTree['areaOfBuurt']): Family[] {
  const steps: readonly (readonly [FigureLevel, FigureLevel])[] = [
    ['land', 'provincie'],
    ['land', 'riec'],
    ['provincie', 'gemeente'],
    ['riec', 'gemeente'],
    ['gemeente', 'wijk'],
    ['wijk', 'buurt'],
  ];
  return steps.flatMap(([wide, narrow]) => {
    const children = new Map<number, Set<number>>();
    ofBuurt[wide].forEach((parent, buurt) => {
      const list = children.get(parent) ?? new Set();
      children.set(parent, list.add(ofBuurt[narrow][buurt]));
    });
    return [...children].map(([parent, list]) => ({ parent, children: [...list] }));
  });
}

/** Sums per area of an amount per buurt. */
export function totals(tree: AreaTree, perBuurt: Float64Array): Float64Array {
  const result = new Float64Array(tree.areas.length);
  for (const level of FIGURE_LEVELS)
    tree.areaOfBuurt[level].forEach((area, buurt) => (result[area] += perBuurt[buurt]));
  return result;
}

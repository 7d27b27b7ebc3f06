import type { Country } from '../country.js';
import { areaTree, totals, type AreaTree, type FigureLevel } from './area-tree.js';
import { RULES } from './disclosure.js';
import { UPDATED, type Breakdown, type DatasetText, type Metric } from './json-stat-writer.js';
import { societyOf, type Society } from './traits.js';

/** What all analyses draw from. */
export interface Statistics {
  readonly country: Country;
  readonly society: Society;
  readonly tree: AreaTree;
  readonly lastYear: number;
  totalsOf(perBuurt: Float64Array): Float64Array;
}

export function statisticsOf(country: Country): Statistics {
  const tree = areaTree(country);
  return {
    country,
    tree,
    society: societyOf(country),
    lastYear: country.after.year,
    totalsOf: (perBuurt) => totals(tree, perBuurt),
  };
}

/** Levels in the file of each level: its own, and what it is compared with. */
const LEVELS_IN_FILE: Readonly<Record<'riec' | 'gemeente' | 'wijk' | 'buurt', readonly FigureLevel[]>> = {
  riec: ['land', 'riec'],
  gemeente: ['land', 'provincie', 'riec', 'gemeente'],
  wijk: ['land', 'gemeente', 'wijk'],
  buurt: ['land', 'gemeente', 'wijk', 'buurt'],
};

export type FileLevel = keyof typeof LEVELS_IN_FILE;

export interface PublicationPlan {
  readonly text: DatasetText;
  readonly level: FileLevel;
  readonly metrics: readonly Metric[];
  readonly years: readonly number[];
  readonly breakdowns?: readonly Breakdown[];
  /** Metric and year from which a figure was made another way: marked `B`. */
  readonly break?: { readonly metric: string; readonly year: number };
  /** Metrics whose last year is provisional: all, unless given. */
  readonly provisional?: readonly string[];
  /** Number of gemeenten that did not take part; they and their parts are left out. */
  readonly leftOut?: number;
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly isSparse?: boolean;
  /** Makes sure that every kind of missing occurs among the level's last areas, in the first metric. */
  readonly hasExamples?: boolean;
}

/** Which areas stand in a file. The gemeenten left out are those of the smallest population that are no new ones. */
export function rowsOf(
  { tree, society, totalsOf, country }: Statistics,
  { level, leftOut = 0 }: PublicationPlan,
): number[] {
  const people = totalsOf(society.bases.inwoners);
  const [from, to] = tree.range.gemeente;
  const smallest = Array.from({ length: to - from }, (_, i) => from + i)
    .filter((area) => !country.newGemeenten.has(tree.areas[area].code))
    .sort((a, b) => people[a] - people[b] || a - b);
  const out = new Set(smallest.slice(0, leftOut));
  return LEVELS_IN_FILE[level].flatMap((included) => {
    const [first, end] = tree.range[included];
    return Array.from({ length: end - first }, (_, i) => first + i).filter((area) => !out.has(tree.gemeenteOf[area]));
  });
}

/** Gemeenten per province and RIEC region: what the codes don't tell. The RIEC regions last, as theirs hold in doubt. */
export function childrenOf({ tree }: Statistics, rows: readonly number[], level: FileLevel): Record<string, string[]> {
  if (level !== 'gemeente') return {};
  const present = new Set(rows);
  return Object.fromEntries(
    tree.families
      .filter(
        ({ parent, children }) =>
          ['provincie', 'riec'].includes(tree.areas[parent].level) && tree.areas[children[0]].level === 'gemeente',
      )
      .sort((a, b) => a.parent - b.parent)
      .map(({ parent, children }) => [
        tree.areas[parent].code,
        children.filter((child) => present.has(child)).map((child) => tree.areas[child].code),
      ]),
  );
}

/** The profile of contract 2 that all datasets share. */
export function profileOf({ country }: Statistics, text: DatasetText): Record<string, unknown> {
  const { year } = country.after;
  const at = (file: string): { year: number; href: string } => ({ year, href: `${file}-${year}.topojson` });
  return {
    boundaries: {
      provincie: at('gemeenten'),
      riec: at('gemeenten'),
      gemeente: at('gemeenten'),
      wijk: at('wijken'),
      buurt: at('buurten'),
    },
    reference: country.after.country.code,
    rounding: 'Aandelen zijn afgerond op één decimaal, aantallen zijn niet afgerond.',
    release: {
      publisher: 'Statistisch bureau van Voorbeeldland',
      id: `${text.id}-${year}`,
      modified: UPDATED,
      licence: 'CC0-1.0',
      rules: RULES,
      boundaryYear: year,
    },
  };
}

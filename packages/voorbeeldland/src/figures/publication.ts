import type { Country } from '../country.js';
import { fractionOf, hashOf } from '../random/random.js';
import { areaTree, totals, type AreaTree, type FigureLevel } from './area-tree.js';
import { isSmallCount, isUnsafeShare, RULES, withholdSecondary } from './disclosure.js';
import {
  JsonStatWriter,
  UPDATED,
  type Breakdown,
  type DatasetText,
  type JsonStatDataset,
  type Metric,
} from './json-stat-writer.js';
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
  /** Makes sure that every kind of missing occurs among the level's last areas, in the first metric and last year. */
  readonly hasExamples?: boolean;
}

/** Kinds of missing of a level's last areas, where a plan asks for examples; two withheld, as one alone never is. */
const EXAMPLES = ['O', 'M', 'none', 'Q', 'Q'] as const;
type Gap = '' | (typeof EXAMPLES)[number];

/** Figures per area of the whole tree, for one metric, year and combination of breakdowns. */
export interface Slice {
  readonly metric: string;
  readonly year: number;
  readonly combination?: number;
}

/** One dataset on its way out: applies the rules of disclosure, and the gaps and marks of real publications. */
export class Publication {
  readonly #statistics: Statistics;
  readonly #plan: PublicationPlan;
  readonly #writer: JsonStatWriter;
  /** Area of the tree per row of the file. */
  readonly #rows: readonly number[];
  readonly #topics: ReadonlyMap<string, number>;

  constructor(statistics: Statistics, plan: PublicationPlan) {
    this.#statistics = statistics;
    this.#plan = plan;
    this.#rows = rowsOf(statistics, plan);
    const { areas } = statistics.tree;
    this.#writer = new JsonStatWriter(
      this.#rows.map((area) => areas[area]),
      plan.metrics,
      plan.years,
      plan.breakdowns,
    );
    this.#topics = new Map(
      plan.metrics.map(({ id }) => [id, hashOf(...Array.from(id, (sign) => sign.codePointAt(0) ?? 0))]),
    );
  }

  /** Shares, `scale` times count by base: `M` where there is nothing to be a share of. */
  addShares(slice: Slice, counts: Float64Array, bases: Float64Array, scale = 100): void {
    this.#add(slice, this.withheldShares(counts, bases), bases, (area) => (scale * counts[area]) / bases[area]);
  }

  /** Shares of many, as per 10.000 inhabitants: the count is what must not be small. */
  addRates(
    slice: Slice,
    counts: Float64Array,
    bases: Float64Array,
    scale: number,
    withheld = this.withheldCounts(counts),
  ): void {
    this.#add(slice, withheld, bases, (area) => (scale * counts[area]) / bases[area]);
  }

  addCounts(slice: Slice, counts: Float64Array, withheld = this.withheldCounts(counts)): void {
    this.#add(slice, withheld, null, (area) => counts[area]);
  }

  /** Any other figure, resting on the given number of units. NaN is a cell without a figure. */
  addFigures(slice: Slice, figures: Float64Array, units: Float64Array, withheld = this.withheldCounts(units)): void {
    this.#add(slice, withheld, units, (area) => figures[area]);
  }

  /** 1 per area of the tree where a count is too small to show, or must hide one. */
  withheldCounts(counts: Float64Array): Uint8Array {
    const withheld = Uint8Array.from(counts, (count) => Number(isSmallCount(count)));
    withholdSecondary(this.#statistics.tree, withheld, counts);
    return withheld;
  }

  /** The same for shares. */
  withheldShares(counts: Float64Array, bases: Float64Array): Uint8Array {
    const withheld = Uint8Array.from(counts, (count, area) => Number(isUnsafeShare(count, bases[area])));
    withholdSecondary(this.#statistics.tree, withheld, bases);
    return withheld;
  }

  #add(slice: Slice, withheld: Uint8Array, bases: Float64Array | null, figure: (area: number) => number): void {
    const { metric, year, combination = 0 } = slice;
    this.#rows.forEach((area, row) => {
      const gap = this.#gapOf(area, metric, year);
      if (gap === 'none') return;
      if (gap) this.#writer.setMissing(metric, year, combination, row, gap);
      else if (bases && bases[area] === 0) this.#writer.setMissing(metric, year, combination, row, 'M');
      else if (withheld[area]) this.#writer.setMissing(metric, year, combination, row, 'Q');
      else {
        const value = figure(area);
        if (Number.isFinite(value))
          this.#writer.setValue(metric, year, combination, row, value, this.#markOf(area, metric, year));
      }
    });
  }

  /** No figure yet of a gemeente that is new, or one the publisher could not get: of all of it, or of one part. */
  #gapOf(area: number, metric: string, year: number): Gap {
    const { tree, country, society, lastYear } = this.#statistics;
    const { hasExamples, level, metrics } = this.#plan;
    if (hasExamples && year === lastYear && metric === metrics[0].id) {
      const example = this.#rows
        .filter((row) => tree.areas[row].level === level)
        .reverse()
        .indexOf(area);
      if (example >= 0 && example < EXAMPLES.length) return EXAMPLES[example];
    }
    const gemeente = tree.gemeenteOf[area];
    if (gemeente < 0) return '';
    if (year < country.after.year - 1 && country.newGemeenten.has(tree.areas[gemeente].code)) return 'none';
    const topic = this.#topics.get(metric) ?? 0;
    if (fractionOf(society.seed, topic, gemeente, year) < 0.005) return 'O';
    return area !== gemeente && fractionOf(society.seed, topic, area, year) < 0.003 ? 'O' : '';
  }

  #markOf(area: number, metric: string, year: number): string {
    const { tree, country, lastYear } = this.#statistics;
    const { provisional, break: broken } = this.#plan;
    if (year === lastYear && (provisional?.includes(metric) ?? true)) return 'P';
    if (broken?.metric === metric && broken.year === year) return 'B';
    const gemeente = tree.gemeenteOf[area];
    return gemeente >= 0 && year < country.after.year - 1 && country.changedGemeenten.has(tree.areas[gemeente].code)
      ? 'E'
      : '';
  }

  write(): JsonStatDataset {
    const { text, level, extra, isSparse } = this.#plan;
    return this.#writer.write(
      text,
      { ...profileOf(this.#statistics, text), ...extra },
      childrenOf(this.#statistics, this.#rows, level),
      isSparse,
    );
  }
}

/** Which areas stand in a file. The gemeenten left out are those of the smallest population that are no new ones. */
function rowsOf({ tree, society, totalsOf, country }: Statistics, { level, leftOut = 0 }: PublicationPlan): number[] {
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
function childrenOf({ tree }: Statistics, rows: readonly number[], level: FileLevel): Record<string, string[]> {
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

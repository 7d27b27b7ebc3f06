import { fractionOf, hashOf } from '../random/random.js';
import type { PublicationPlan, Statistics } from './publication-plan.js';

/** Kinds of missing of a level's last areas, where a plan asks for examples; two withheld, as one alone never is. */
const EXAMPLES = ['O', 'M', 'none', 'Q', 'Q'] as const;

/** Why there is no figure: a status, or `none` for a cell left empty; empty where there is one. */
export type Gap = '' | (typeof EXAMPLES)[number];

/** The gaps and marks of real publications, at places that the seed chooses. */
export class Gaps {
  readonly #statistics: Statistics;
  readonly #plan: PublicationPlan;
  readonly #topics: ReadonlyMap<string, number>;
  readonly #examples: ReadonlyMap<number, Gap>;

  /** `rows`: the areas of the tree that stand in the file. */
  constructor(statistics: Statistics, plan: PublicationPlan, rows: readonly number[]) {
    this.#statistics = statistics;
    this.#plan = plan;
    this.#topics = new Map(
      plan.metrics.map(({ id }) => [id, hashOf(...Array.from(id, (sign) => sign.codePointAt(0) ?? 0))]),
    );
    const own = rows.filter((area) => statistics.tree.areas[area].level === plan.level).reverse();
    this.#examples = new Map(plan.hasExamples ? EXAMPLES.map((gap, i) => [own[i], gap]) : []);
  }

  /** No figure yet of a gemeente that is new, or one the publisher could not get: of all of it, or of one part. */
  gapOf(area: number, metric: string, year: number): Gap {
    const { tree, country, society, lastYear } = this.#statistics;
    const example = this.#examples.get(area);
    if (example !== undefined && metric === this.#plan.metrics[0].id) return example;
    const gemeente = tree.gemeenteOf[area];
    if (gemeente < 0) return '';
    if (year < lastYear - 1 && country.newGemeenten.has(tree.areas[gemeente].code)) return 'none';
    const topic = this.#topics.get(metric) ?? 0;
    if (fractionOf(society.seed, topic, gemeente, year) < 0.005) return 'O';
    return area !== gemeente && fractionOf(society.seed, topic, area, year) < 0.003 ? 'O' : '';
  }

  /** `P`rovisional in the last year, `B`reak in the series, `E`stimated for a gemeente that changed since; or none. */
  markOf(area: number, metric: string, year: number): string {
    const { tree, country, lastYear } = this.#statistics;
    const { provisional, break: broken } = this.#plan;
    if (year === lastYear && (provisional?.includes(metric) ?? true)) return 'P';
    if (broken?.metric === metric && broken.year === year) return 'B';
    const gemeente = tree.gemeenteOf[area];
    const isChanged = gemeente >= 0 && country.changedGemeenten.has(tree.areas[gemeente].code);
    return isChanged && year < lastYear - 1 ? 'E' : '';
  }
}

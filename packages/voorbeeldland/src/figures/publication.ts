import { isSmallCount, isUnsafeShare, withholdSecondary } from './disclosure.js';
import { Gaps } from './gaps.js';
import { JsonStatWriter, type JsonStatDataset } from './json-stat-writer.js';
import { childrenOf, profileOf, rowsOf, type PublicationPlan, type Statistics } from './publication-plan.js';

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
  readonly #gaps: Gaps;

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
    this.#gaps = new Gaps(statistics, plan, this.#rows);
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

  /** The same for shares. `size`: how much of a figure there is to hide another behind; its base, unless given. */
  withheldShares(counts: Float64Array, bases: Float64Array, size = bases): Uint8Array {
    const withheld = Uint8Array.from(counts, (count, area) =>
      Number(size[area] > 0 && isUnsafeShare(count, bases[area])),
    );
    withholdSecondary(this.#statistics.tree, withheld, size);
    return withheld;
  }

  #add(slice: Slice, withheld: Uint8Array, bases: Float64Array | null, figure: (area: number) => number): void {
    const { metric, year, combination = 0 } = slice;
    this.#rows.forEach((area, row) => {
      const gap = this.#gaps.gapOf(area, metric, year);
      if (gap === 'none') return;
      if (gap) this.#writer.setMissing(metric, year, combination, row, gap);
      else if (bases && bases[area] === 0) this.#writer.setMissing(metric, year, combination, row, 'M');
      else if (withheld[area]) this.#writer.setMissing(metric, year, combination, row, 'Q');
      else {
        const value = figure(area);
        if (Number.isFinite(value))
          this.#writer.setValue(metric, year, combination, row, value, this.#gaps.markOf(area, metric, year));
      }
    });
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

import type { Dataset, Indicator } from '@zicht-op/core/model/dataset.js';
import type { Observation } from '@zicht-op/core/model/observation.js';
import { failure, success, type Result } from '@zicht-op/core/model/problem.js';
import { findIndicator, type Selection } from '@zicht-op/core/view/selection.js';
import { observationIn, sliceOf, type Slice } from '@zicht-op/core/view/slice.js';
import { barScale, type BarScale } from './bar-scale.js';
import { COMPARISON_ORDER, compareFigures, type Comparison } from './comparison.js';
import type { SortableColumn } from './sort-order.js';

/**
 * Which indicators to show, as positions in the metric dimension. Nothing asked: all. An id that exists as it stands counts
 * before a list of several, as an id may hold a space. Error `no-such-indicator` lists what there is.
 */
export function chooseIndicators(dataset: Dataset, asked: string): Result<readonly number[]> {
  const { codes } = dataset.metric;
  if (asked.trim() === '') return success(codes.map((_, metric) => metric));
  const whole = findIndicator(dataset, asked);
  const words = asked.split(/\s+/).filter(Boolean);
  const found = whole >= 0 ? [whole] : [...new Set(words.map((id) => findIndicator(dataset, id)))];
  return found.includes(-1) ? failure('no-such-indicator', '', { items: codes }) : success(found);
}

/** The figures of one indicator in the chosen period and breakdown: a view on the dataset's arrays, nothing copied. */
export class FigureColumn implements SortableColumn {
  readonly id: string;
  readonly selection: Selection;
  readonly slice: Slice;
  readonly #regions: readonly number[];
  readonly #provisional: boolean;
  #isProvisional: boolean | null = null;
  #scale: BarScale | null | undefined;

  /** `regions`: those of the table, which the bars are drawn to scale over. */
  constructor(dataset: Dataset, selection: Selection, regions: readonly number[]) {
    // Not the indicator's own id: that is text from outside, and the table library makes keys of these.
    this.id = `figure-${selection.metricIndex}`;
    this.selection = selection;
    this.slice = sliceOf(dataset, selection);
    this.#regions = regions;
    this.#provisional = dataset.periods[selection.timeIndex]?.provisional ?? false;
  }

  get indicator(): Indicator {
    return this.selection.indicator;
  }

  /** True when there are figures and each is provisional: then the heading says so once. */
  get isProvisional(): boolean {
    return (this.#isProvisional ??= this.#areProvisional());
  }

  #areProvisional(): boolean {
    const figures = this.#regions.map((region) => this.observationAt(region)).filter(({ kind }) => kind === 'value');
    return figures.length > 0 && figures.every(({ marks }) => marks.includes('P'));
  }

  /** NaN for every kind of missing, and for a region that isn't listed (-1). */
  readonly valueAt = (region: number): number => (region < 0 ? NaN : this.slice.values[region]);

  observationAt(region: number): Observation {
    return observationIn(this.slice, region, this.#provisional);
  }

  /** Null where bars would say nothing. */
  get scale(): BarScale | null {
    if (this.#scale === undefined) this.#scale = barScale(this.#values());
    return this.#scale;
  }

  *#values(): Iterable<number> {
    for (const region of this.#regions) yield this.slice.values[region];
  }
}

/** Beside a column of figures: how each stands to the reference, or to the area that it lies in. */
export class ComparisonColumn implements SortableColumn {
  readonly id: string;
  readonly figure: FigureColumn;
  readonly yardstick: 'reference' | 'parent';
  /** Position of the region compared with, or -1. */
  readonly yardstickOf: (region: number) => number;

  constructor(figure: FigureColumn, yardstick: 'reference' | 'parent', yardstickOf: (region: number) => number) {
    this.id = `${yardstick}-${figure.selection.metricIndex}`;
    this.figure = figure;
    this.yardstick = yardstick;
    this.yardstickOf = yardstickOf;
  }

  comparisonAt(region: number): Comparison {
    const { figure } = this;
    return compareFigures(figure.valueAt(region), figure.valueAt(this.yardstickOf(region)), figure.indicator.unit);
  }

  /** Sorts lower, equal, higher; what can't be compared last. */
  readonly valueAt = (region: number): number => {
    const comparison = this.comparisonAt(region);
    return comparison === null ? NaN : COMPARISON_ORDER[comparison];
  };
}

export type TableColumn = FigureColumn | ComparisonColumn;

export const isComparison = (column: TableColumn): column is ComparisonColumn => column instanceof ComparisonColumn;

/** A count or amount of an area is always below that of the country around it: only what doesn't grow with it is compared. */
export const isComparable = ({ kind }: Indicator): boolean => kind !== 'count' && kind !== 'amount';

import type { Dataset } from '@zicht-op/core/model/dataset.js';
import { KIND_CODE, KINDS, MARKS, type Mark, type MissingKind } from '@zicht-op/core/model/observation.js';
import { levelOf } from '@zicht-op/core/model/region.js';
import { ancestorsOf, type ParentOf } from '@zicht-op/core/view/hierarchy.js';
import type { Selection } from '@zicht-op/core/view/selection.js';
import { ComparisonColumn, FigureColumn, isComparable, type TableColumn } from './figure-columns.js';
import { RowSearch } from './row-search.js';
import type { RowSorter } from './row-sorter.js';
import { FIRST, type SortOrder } from './sort-order.js';

/** What the table is made of: a dataset and one choice out of it. */
export interface TableParts {
  readonly dataset: Dataset;
  readonly selection: Selection;
  /** Positions in the geo dimension of the regions inside `within`. */
  readonly regions: readonly number[];
  readonly parentOf: ParentOf;
  /** Positions in the metric dimension of the indicators to show, in this order. */
  readonly metrics: readonly number[];
  readonly nameOf: (code: string) => string;
  readonly locale: string;
}

let Sorter: typeof RowSorter | null = null;

/** Fetches what puts rows in another order than the first, which needs nothing. Rejects when it can't be had. */
export async function loadSorter(): Promise<void> {
  Sorter ??= (await import('./row-sorter.js')).RowSorter;
}

/** Which rows, in which order. */
export interface RowChoice {
  readonly order: SortOrder;
  readonly query: string;
  /** Region codes to keep; null: all. */
  readonly only: ReadonlySet<string> | null;
}

/** Columns a visitor chose. */
export interface ColumnChoice {
  /** Positions in the metric dimension of the columns put away. */
  readonly hidden: ReadonlySet<number>;
  readonly withReference: boolean;
  readonly withParent: boolean;
}

/**
 * A table over a dataset's typed arrays: which regions in which order, which columns. Knows no DOM. Nothing is made per
 * cell; a row is a region's position. Empty `regions` or `metrics` give an empty table.
 */
export class TableModel {
  readonly dataset: Dataset;
  readonly selection: Selection;
  /** By name, then by code. */
  readonly regions: readonly number[];
  readonly figures: readonly FigureColumn[];
  /** Position of the region to compare with; -1 without one, or where the dataset doesn't list it. */
  readonly reference: number;
  readonly #names: ReadonlyMap<number, string>;
  readonly #parts: TableParts;
  readonly #search: RowSearch;
  #sorter: RowSorter | null = null;
  readonly #parents = new Map<number, number>();
  #hasTwins: boolean | null = null;
  #hasParents: boolean | null = null;
  #sorted: { readonly order: SortOrder; readonly regions: readonly number[] };

  constructor(parts: TableParts) {
    const { dataset, selection, metrics } = parts;
    this.#parts = parts;
    this.dataset = dataset;
    this.selection = selection;
    this.reference = dataset.geo.index.get(selection.reference ?? '') ?? -1;
    this.#names = new Map(parts.regions.map((region) => [region, parts.nameOf(dataset.geo.codes[region])]));
    this.regions = this.#byName(parts.regions, parts.locale);
    this.figures = metrics.map((metric) => {
      const own = { ...selection, metricIndex: metric, indicator: dataset.indicators[metric] };
      return new FigureColumn(dataset, own, this.regions);
    });
    this.#sorted = { order: FIRST, regions: this.regions };
    this.#search = new RowSearch((region) => `${this.nameOf(region)} ${this.codeOf(region)} ${this.aroundOf(region)}`);
  }

  codeOf(region: number): string {
    return this.dataset.geo.codes[region];
  }

  nameOf(region: number): string {
    return this.#names.get(region) ?? this.#parts.nameOf(this.codeOf(region));
  }

  /** Name of the nearest area around a region that has one, other than the reference; empty without one. */
  aroundOf(region: number): string {
    const { parentOf, nameOf, selection } = this.#parts;
    const around = ancestorsOf(this.codeOf(region), parentOf).find((code) => nameOf(code) !== code);
    return around === undefined || around === selection.reference ? '' : nameOf(around);
  }

  /** Position of the nearest listed area that a region lies in, other than the reference; -1 without one. */
  readonly parentOf = (region: number): number => {
    const known = this.#parents.get(region);
    if (known !== undefined) return known;
    const { index } = this.dataset.geo;
    const listed = ancestorsOf(this.codeOf(region), this.#parts.parentOf).map((code) => index.get(code) ?? -1);
    const parent = listed.find((at) => at >= 0 && at !== this.reference) ?? -1;
    this.#parents.set(region, parent);
    return parent;
  };

  /** True when names alone don't tell the regions apart: many districts are called "Centrum". */
  get hasTwins(): boolean {
    return (this.#hasTwins ??= new Set(this.#names.values()).size < this.#names.size);
  }

  /** True when some region lies in an area that the dataset lists, other than the reference. */
  get hasParents(): boolean {
    return (this.#hasParents ??= this.#listsOtherLevels() && this.regions.some((region) => this.parentOf(region) >= 0));
  }

  /** True when some indicator can be compared between areas at all. */
  get canCompare(): boolean {
    return this.figures.some((figure) => isComparable(figure.indicator));
  }

  /** The columns shown, in order: each indicator, followed by its comparisons. */
  columns({ hidden, withReference, withParent }: ColumnChoice): readonly TableColumn[] {
    return this.figures
      .filter((figure) => !hidden.has(figure.selection.metricIndex))
      .flatMap((figure) => {
        if (!isComparable(figure.indicator)) return [figure];
        const reference = withReference && this.reference >= 0;
        return [
          figure,
          ...(reference ? [new ComparisonColumn(figure, 'reference', () => this.reference)] : []),
          ...(withParent ? [new ComparisonColumn(figure, 'parent', this.parentOf)] : []),
        ];
      });
  }

  /** Regions that pass, in the order asked for. Throws an Error for another than the first before `loadSorter`. */
  shown({ order, query, only }: RowChoice): readonly number[] {
    const sorted = this.#inOrder(order);
    const kept = only === null ? sorted : sorted.filter((region) => only.has(this.codeOf(region)));
    return this.#search.matching(kept, query);
  }

  /** Marks and kinds of missing that occur in these columns, for the legend. */
  inUse(columns: readonly TableColumn[]): { readonly marks: readonly Mark[]; readonly kinds: readonly MissingKind[] } {
    let marks = 0;
    const kinds = new Set<number>();
    for (const column of columns) {
      if (column instanceof ComparisonColumn) continue;
      if (this.dataset.periods[column.selection.timeIndex]?.provisional) marks |= 1;
      const { slice } = column;
      for (const region of this.regions) {
        kinds.add(slice.kinds[region]);
        if (slice.marks && slice.kinds[region] === KIND_CODE.value) marks |= slice.marks[region];
      }
    }
    kinds.delete(KIND_CODE.value);
    return {
      marks: MARKS.filter((_, bit) => marks & (1 << bit)),
      kinds: KINDS.filter((kind, code): kind is MissingKind => kind !== 'value' && kinds.has(code)),
    };
  }

  /** Spares a walk over 14,500 regions in a dataset that lists nothing they could lie in. */
  #listsOtherLevels(): boolean {
    const { level } = this.selection;
    return this.dataset.geo.codes.some((code, at) => at !== this.reference && levelOf(code) !== level);
  }

  #inOrder(order: SortOrder): readonly number[] {
    const known = this.#sorted;
    if (known.order.column === order.column && known.order.descending === order.descending) return known.regions;
    if (!Sorter) throw new Error('loadSorter comes first');
    this.#sorter ??= new Sorter(
      this.regions,
      this.columns({ hidden: new Set(), withReference: true, withParent: true }),
    );
    const regions = this.#sorter.sorted(order);
    this.#sorted = { order, regions };
    return regions;
  }

  #byName(regions: readonly number[], locale: string): readonly number[] {
    const { compare } = new Intl.Collator(locale, { numeric: true });
    const byCode = (a: number, b: number): number => (this.codeOf(a) < this.codeOf(b) ? -1 : 1);
    return [...regions].sort((a, b) => compare(this.nameOf(a), this.nameOf(b)) || byCode(a, b));
  }
}

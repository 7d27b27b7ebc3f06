import { createSortedRowModel } from '@tanstack/table-core';
import { BY_NAME, FIRST, type SortableColumn, type SortOrder } from './sort-order.js';

/** A row as the library's sorter reads it. `original` is the region's position in the dataset's typed arrays. */
interface SortedRow {
  readonly original: number;
  readonly index: number;
  readonly subRows: readonly never[];
}

interface RowModel {
  readonly rows: readonly SortedRow[];
  readonly flatRows: readonly SortedRow[];
  readonly rowsById: Readonly<Record<string, SortedRow>>;
}

type Compare = (a: SortedRow, b: SortedRow) => number;

const NO_ROWS: readonly never[] = [];

/** A column as far as the sorter asks. It never asks a cell's value: the comparison reads the typed arrays. */
const sorterColumn = (id: string, sortFn: Compare) => ({
  id,
  columnDef: { sortFn, sortUndefined: false },
  accessorFn: Number,
  table: { options: {}, _rowModelFns: {} },
});

/**
 * The part of a table that the library's sorted row model needs. The whole of `constructTable` would add 6.5 kB to a page
 * and 8 MB to a table of 14,500 rows (a row there has ten fields and two caches), for columns, headers and cells that the
 * templates draw themselves.
 */
function sortedRows(
  rows: readonly SortedRow[],
  columns: ReadonlyMap<string, unknown>,
  order: () => SortOrder,
): () => RowModel {
  const model: RowModel = { rows, flatRows: rows, rowsById: {} };
  let known = order();
  let sorting = [{ id: known.column, desc: known.descending }];
  const table = {
    options: {},
    atoms: {
      sorting: {
        get: () => {
          if (order() !== known) {
            known = order();
            sorting = [{ id: known.column, desc: known.descending }];
          }
          return sorting;
        },
      },
    },
    getPreSortedRowModel: () => model,
    getColumn: (id: string) => columns.get(id),
    // What the library would do after sorting, it does for pages of rows; there are none.
    _reactivity: { schedule: () => undefined, untrack: () => undefined },
  };
  return createSortedRowModel()(table as never) as unknown as () => RowModel;
}

/**
 * Sorts regions by a column with the table library's sorter, stably: rows that are equal keep the order given, which is
 * by name. Missing figures of whatever kind come last in both directions, by name, so that no place in the order hints
 * at a figure that isn't there.
 */
export class RowSorter {
  readonly #sorted: () => RowModel;
  #order: SortOrder = FIRST;

  /** `regions`: positions in the geo dimension, by name. */
  constructor(regions: readonly number[], columns: readonly SortableColumn[]) {
    const byName = sorterColumn(BY_NAME, (a, b) => a.index - b.index);
    const byFigure = columns.map(({ id, valueAt }) =>
      sorterColumn(id, (a, b) => this.#compare(valueAt(a.original), valueAt(b.original))),
    );
    const rows = regions.map((original, index) => ({ original, index, subRows: NO_ROWS }));
    const known = new Map([byName, ...byFigure].map((column) => [column.id, column]));
    this.#sorted = sortedRows(rows, known, () => this.#order);
  }

  /** All regions in this order; an unknown column leaves them by name. */
  sorted(order: SortOrder): readonly number[] {
    this.#order = order;
    return this.#sorted().rows.map((row) => row.original);
  }

  /** The library turns the answer round for a descending order; missing stays last, so its answer is turned before. */
  #compare(a: number, b: number): number {
    const last = this.#order.descending ? -1 : 1;
    if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : last;
    if (Number.isNaN(b)) return -last;
    return a - b;
  }
}

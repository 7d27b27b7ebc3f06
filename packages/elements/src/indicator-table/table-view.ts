import type { FigureColumn, TableColumn } from './figure-columns.js';
import { BY_NAME, FIRST, type SortOrder } from './sort-order.js';
import type { TableModel } from './table-model.js';

/** What a visitor set. A value: each change makes a new one. */
export interface TableChoice {
  readonly order: SortOrder;
  readonly query: string;
  readonly onlySelected: boolean;
  /** Positions in the metric dimension of the columns put away. */
  readonly hidden: ReadonlySet<number>;
  readonly withReference: boolean;
  readonly withParent: boolean;
}

export const NO_CHOICE: TableChoice = {
  order: FIRST,
  query: '',
  onlySelected: false,
  hidden: new Set(),
  withReference: false,
  withParent: false,
};

/** What is on screen of a table. */
export interface TableView {
  readonly table: TableModel;
  readonly figures: readonly FigureColumn[];
  readonly columns: readonly TableColumn[];
  readonly order: SortOrder;
  /** Positions in the geo dimension, in the order shown. */
  readonly shown: readonly number[];
}

/**
 * A choice applied to a table. `selected` are region codes, read where only those are shown. Sorted by a column that is put
 * away or gone: by name again.
 */
export function viewOf(table: TableModel, choice: TableChoice, selected: readonly string[]): TableView {
  const { hidden, withReference, withParent, query, onlySelected } = choice;
  const columns = table.columns({ hidden, withReference, withParent: withParent && table.hasParents });
  const order =
    columns.some(({ id }) => id === choice.order.column) || choice.order.column === BY_NAME ? choice.order : FIRST;
  return {
    table,
    figures: table.figures.filter((figure) => !hidden.has(figure.selection.metricIndex)),
    columns,
    order,
    shown: table.shown({ order, query, only: onlySelected ? new Set(selected) : null }),
  };
}

/** The order after a click on a heading: names from a, figures from the highest; the second time the other way. */
export const orderAfter = (order: SortOrder, column: string): SortOrder => ({
  column,
  descending: order.column === column ? !order.descending : column !== BY_NAME,
});

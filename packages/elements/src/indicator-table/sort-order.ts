/** What rows can be sorted by. `valueAt` gives NaN for every kind of missing: there is nothing to put in an order. */
export interface SortableColumn {
  readonly id: string;
  valueAt(region: number): number;
}

/** Column id, or `name`. */
export interface SortOrder {
  readonly column: string;
  readonly descending: boolean;
}

/** The column that every table has: the rows as given, which is by name. */
export const BY_NAME = 'name';

/** How a table begins. */
export const FIRST: SortOrder = { column: BY_NAME, descending: false };

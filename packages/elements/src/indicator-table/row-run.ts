/** Rows kept above and below what is in view. */
const OVERSCAN = 3;

/** Sizes that rows are laid out by, in pixels as drawn. */
export interface RowSizes {
  readonly count: number;
  readonly rowHeight: number;
  /** Height of the sticky head, under which no row may hide when it is revealed. */
  readonly headHeight: number;
}

/** A run of rows to have on the page, and the empty height above and below it, in pixels. */
export interface RowRun {
  readonly first: number;
  readonly length: number;
  readonly above: number;
  readonly below: number;
}

/** A run of so many rows, with the space of those that aren't in it. */
export const runOf = (first: number, length: number, { count, rowHeight }: RowSizes): RowRun => ({
  first,
  length,
  above: first * rowHeight,
  below: (count - first - length) * rowHeight,
});

/**
 * The rows in a view of this height whose first is at `top`, with some more on both sides. Their number stays the same while
 * scrolling, so that each row that leaves on one side can be filled anew on the other. None in a view without height.
 */
export function runInView(top: number, height: number, sizes: RowSizes): RowRun {
  const { count, rowHeight } = sizes;
  const length = height > 0 ? Math.min(count, Math.ceil(height / rowHeight) + 1 + 2 * OVERSCAN) : 0;
  return runOf(Math.max(0, Math.min(top - OVERSCAN, count - length)), length, sizes);
}

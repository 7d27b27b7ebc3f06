import {
  Virtualizer,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
} from '@tanstack/virtual-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RowRun } from './row-pool.js';

/** Rows kept above and below what is in view. */
const OVERSCAN = 3;

export interface WindowOptions {
  /** The element that scrolls; null before it is drawn. */
  readonly scroller: () => HTMLElement | null;
  /** Called when other rows come into view. */
  readonly changed: () => void;
}

/** Sizes that the window is laid over, in pixels as drawn. */
export interface WindowSize {
  readonly count: number;
  readonly rowHeight: number;
  /** Height of the sticky head, under which no row may hide when it is revealed. */
  readonly headHeight: number;
}

/**
 * Which rows are in view, from a virtualiser. The number of rows drawn stays the same while scrolling, so that each row
 * that leaves on one side can be filled anew on the other.
 */
export class RowWindow implements ReactiveController {
  readonly #options: WindowOptions;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #size: WindowSize = { count: 0, rowHeight: 40, headHeight: 0 };
  #unmount: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, options: WindowOptions) {
    this.#options = options;
    this.#virtualizer = new Virtualizer(this.#virtualizerOptions());
    host.addController(this);
  }

  hostConnected(): void {
    this.#unmount = this.#virtualizer._didMount();
  }

  hostDisconnected(): void {
    this.#unmount?.();
    this.#unmount = null;
  }

  /** Lays the window over this many rows of this height. True when that changed anything. */
  resize(size: WindowSize): boolean {
    const { count, rowHeight, headHeight } = this.#size;
    const isNews = size.count !== count || size.rowHeight !== rowHeight || size.headHeight !== headHeight;
    this.#size = size;
    if (isNews) {
      this.#virtualizer.setOptions(this.#virtualizerOptions());
      if (size.rowHeight !== rowHeight || size.headHeight !== headHeight) this.#virtualizer.measure();
    }
    // Looks for the scroller, which may be another one than before.
    this.#virtualizer._willUpdate();
    return isNews;
  }

  get size(): WindowSize {
    return this.#size;
  }

  /** The run of rows to draw, and the empty height above and below it. Nothing without a box on screen. */
  get run(): RowRun {
    const { count, rowHeight } = this.#size;
    const items = this.#virtualizer.getVirtualItems();
    const [first, length] = [items[0]?.index ?? 0, items.length];
    return { first, length, above: first * rowHeight, below: (count - first - length) * rowHeight };
  }

  /** Number of whole rows in view. */
  get page(): number {
    const { rowHeight, headHeight } = this.#size;
    const height = (this.#virtualizer.scrollRect?.height ?? 0) - headHeight;
    return Math.max(1, Math.floor(height / rowHeight));
  }

  /** Scrolls as little as needed to bring a row into view, below the head. */
  reveal(row: number): void {
    this.#virtualizer.scrollToIndex(row, { align: 'auto' });
  }

  /** Brings a row to the middle, unless it is in view already. */
  centre(row: number): void {
    const { rowHeight, headHeight } = this.#size;
    const [offset, { height }] = [this.#virtualizer.scrollOffset ?? 0, this.#virtualizer.scrollRect ?? { height: 0 }];
    const top = row * rowHeight - offset;
    if (top < 0 || top + rowHeight + headHeight > height) this.#virtualizer.scrollToIndex(row, { align: 'center' });
  }

  /** Back to the first row. */
  rewind(): void {
    this.#virtualizer.scrollToOffset(0);
  }

  #virtualizerOptions() {
    const { count, rowHeight, headHeight } = this.#size;
    return {
      count,
      estimateSize: () => rowHeight,
      scrollMargin: headHeight,
      scrollPaddingStart: headHeight,
      overscan: OVERSCAN,
      getScrollElement: this.#options.scroller,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      rangeExtractor: (range: Range) => this.#rowsFor(range),
      onChange: () => this.#options.changed(),
    };
  }

  #rowsFor({ startIndex, count }: Range): number[] {
    const height = this.#virtualizer.scrollRect?.height ?? 0;
    const length = Math.min(count, Math.ceil(height / this.#size.rowHeight) + 1 + 2 * OVERSCAN);
    const first = Math.max(0, Math.min(startIndex - OVERSCAN, count - length));
    return Array.from({ length }, (_, i) => first + i);
  }
}

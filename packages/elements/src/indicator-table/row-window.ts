import {
  Virtualizer,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type Range,
} from '@tanstack/virtual-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { runInView, runOf, type RowRun, type RowSizes } from './row-run.js';

export interface WindowOptions {
  /** The element that scrolls; null before it is drawn. */
  readonly scroller: () => HTMLElement | null;
  /** Called when other rows come into view. */
  readonly changed: () => void;
}

/** Which rows are in view, from a virtualiser. */
export class RowWindow implements ReactiveController {
  readonly #options: WindowOptions;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  #sizes: RowSizes;
  #unmount: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, options: WindowOptions, sizes: RowSizes) {
    this.#options = options;
    this.#sizes = sizes;
    this.#virtualizer = new Virtualizer(this.#virtualizerOptions());
    host.addController(this);
  }

  hostConnected(): void {
    this.#unmount = this.#virtualizer._didMount();
    // Looks for the scroller.
    this.#virtualizer._willUpdate();
  }

  hostDisconnected(): void {
    this.#unmount?.();
    this.#unmount = null;
  }

  /** Lays the window over rows of these sizes. */
  resize(sizes: RowSizes): void {
    const { count, rowHeight, headHeight } = this.#sizes;
    const isOtherHeight = sizes.rowHeight !== rowHeight || sizes.headHeight !== headHeight;
    this.#sizes = sizes;
    if (isOtherHeight || sizes.count !== count) this.#virtualizer.setOptions(this.#virtualizerOptions());
    if (isOtherHeight) this.#virtualizer.measure();
    // The scroller may be another one than before.
    this.#virtualizer._willUpdate();
  }

  /** The run of rows to draw. Nothing without a box on screen. */
  get run(): RowRun {
    const items = this.#virtualizer.getVirtualItems();
    return runOf(items[0]?.index ?? 0, items.length, this.#sizes);
  }

  /** Scrolls as little as needed to bring a row into view, below the head. */
  reveal(row: number): void {
    this.#virtualizer.scrollToIndex(row, { align: 'auto' });
  }

  /** Brings a row to the middle, unless it is in view already. */
  centre(row: number): void {
    const { rowHeight, headHeight } = this.#sizes;
    const [offset, { height }] = [this.#virtualizer.scrollOffset ?? 0, this.#virtualizer.scrollRect ?? { height: 0 }];
    const top = row * rowHeight - offset;
    if (top < 0 || top + rowHeight + headHeight > height) this.#virtualizer.scrollToIndex(row, { align: 'center' });
  }

  /** Back to the first row. */
  rewind(): void {
    this.#virtualizer.scrollToOffset(0);
  }

  #virtualizerOptions() {
    const { count, rowHeight, headHeight } = this.#sizes;
    return {
      count,
      estimateSize: () => rowHeight,
      scrollMargin: headHeight,
      scrollPaddingStart: headHeight,
      // A visitor may have scrolled before the window was there.
      initialOffset: () => this.#options.scroller()?.scrollTop ?? 0,
      getScrollElement: this.#options.scroller,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
      rangeExtractor: (range: Range) => this.#rowsFor(range),
      onChange: () => this.#options.changed(),
    };
  }

  #rowsFor({ startIndex }: Range): number[] {
    const { first, length } = runInView(startIndex, this.#virtualizer.scrollRect?.height ?? 0, this.#sizes);
    return Array.from({ length }, (_, i) => first + i);
  }
}

import type { LitElement, ReactiveController } from 'lit';
import { RowPool } from './row-pool.js';
import { runInView, type RowRun, type RowSizes } from './row-run.js';
import { fillRow, type RegionRow, type RowsModel } from './row-template.js';
import { rowInWords } from './row-words.js';
import type { RowWindow } from './row-window.js';
import { moveInHead, moveInRows } from './table-keyboard.js';

/** Rows that go on paper: more is a book, and the file has them all. */
export const PRINT_LIMIT = 500;

export interface BodyOptions {
  /** Null while another layout, or nothing, is on screen. */
  readonly model: () => RowsModel | null;
  readonly hovered: () => string | null;
  readonly toggle: (region: string, add: boolean) => void;
  readonly hover: (region: string | null) => void;
}

/**
 * The rows of the table: draws those in view, and only those, without drawing the rest of the element again; moves the
 * focus among them and the headings; tells what a visitor points at and picks.
 */
export class TableBody implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: BodyOptions;
  #sizes: RowSizes = { count: 0, rowHeight: 40, headHeight: 0 };
  /** Follows the scrolling. Comes behind the first rows where there are more of them, or with the first it has to find. */
  #window: RowWindow | null = null;
  #pool: RowPool | null = null;
  /** The row and the heading that Tab reaches. */
  #activeRow = 0;
  #activeHeading = 0;
  /** Row that gets the focus once it is drawn. */
  #focusNext: number | null = null;
  #isPrinting = false;

  constructor(host: LitElement, options: BodyOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#handleBeforePrint);
    window.addEventListener('afterprint', this.#handleAfterPrint);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#handleBeforePrint);
    window.removeEventListener('afterprint', this.#handleAfterPrint);
  }

  hostUpdated(): void {
    const model = this.#options.model();
    const table = this.#part('table.regions');
    if (!model || !table) return;
    table.style.setProperty('--_columns', String(model.columns.length));
    this.#resize({ ...this.#sizes, count: model.shown.length });
    this.#draw(true);
    if (this.#measure(model)) this.#draw(false);
    if (this.#hasMore) this.#inWindow(() => {});
  }

  get activeHeading(): number {
    return this.#activeHeading;
  }

  /** Shows a row that was chosen elsewhere. */
  reveal(position: number): void {
    this.#activeRow = position;
    this.#inWindow((window) => window.centre(position));
  }

  /** Other rows or another order: back to the top. */
  rewind(): void {
    this.#activeRow = 0;
    this.#focusNext = null;
    this.#window?.rewind();
  }

  /** Marks the row that is pointed at in the group; nothing is drawn again. */
  showHover(): void {
    const hovered = this.#options.hovered();
    for (const row of this.#rows) row.toggleAttribute('data-hovered', hovered !== null && row.regionCode === hovered);
  }

  readonly handleClick = (event: MouseEvent): void => {
    const row = this.#rowOf(event);
    if (!row) return;
    this.#activeRow = row.position;
    this.#options.toggle(row.regionCode, event.ctrlKey || event.metaKey);
  };

  readonly handlePointerOver = (event: PointerEvent): void => {
    const row = this.#rowOf(event);
    if (row) this.#options.hover(row.regionCode);
  };

  readonly handlePointerLeave = (): void => this.#options.hover(null);

  readonly handleFocusIn = (event: FocusEvent): void => {
    const row = this.#rowOf(event);
    if (!row) return;
    this.#options.hover(row.regionCode);
    this.#activeRow = row.position;
    this.#setTabStop();
    this.#describe(row);
  };

  readonly handleFocusOut = (event: FocusEvent): void => {
    if (!this.#body?.contains(event.relatedTarget as Node | null)) this.#options.hover(null);
  };

  readonly handleRowKey = (event: KeyboardEvent): void => {
    const row = this.#rowOf(event);
    if (!row || event.altKey || event.metaKey) return;
    // With Ctrl too: the browser would scroll by itself, and the row with the focus would be gone.
    if (event.ctrlKey && event.key !== 'Home' && event.key !== 'End') return;
    const target = moveInRows(event.key, row.position, this.#sizes.count, this.#page);
    if (target === null) return;
    event.preventDefault();
    if (target === 'head') this.#focusHeading(this.#activeHeading);
    else this.#focusRow(target);
  };

  readonly handleHeadKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = this.#headings();
    const at = buttons.findIndex((button) => button === event.target);
    const target = at < 0 ? null : moveInHead(event.key, at, buttons.length);
    if (target === null) return;
    event.preventDefault();
    if (target === 'rows') this.#focusRow(this.#tabStop?.position ?? 0);
    else this.#focusHeading(target);
  };

  get #body(): HTMLElement | null {
    return this.#part('table.regions > tbody.rows');
  }

  /** Height of the view, head included; 0 without a box on screen. */
  get #height(): number {
    return this.#part('.scroller')?.offsetHeight ?? 0;
  }

  /** The rows to draw; before there is a window, the first. */
  get #run(): RowRun {
    return this.#window?.run ?? runInView(0, this.#height, this.#sizes);
  }

  /** True when not all rows are drawn. */
  get #hasMore(): boolean {
    return this.#run.length < this.#sizes.count;
  }

  /** Number of whole rows in view. */
  get #page(): number {
    const { rowHeight, headHeight } = this.#sizes;
    return Math.max(1, Math.floor((this.#height - headHeight) / rowHeight));
  }

  #part(selector: string): HTMLElement | null {
    return this.#host.renderRoot?.querySelector<HTMLElement>(selector) ?? null;
  }

  get #rows(): readonly RegionRow[] {
    return this.#pool?.rows ?? [];
  }

  #headings(): HTMLButtonElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLButtonElement>('table.regions > thead button')];
  }

  #rowOf(event: Event): RegionRow | null {
    const row = event.target instanceof Element ? event.target.closest<RegionRow>('tr') : null;
    return row && row.regionCode !== undefined ? row : null;
  }

  /** The row that Tab reaches: the active one, or the first in view when that is out of sight. */
  get #tabStop(): RegionRow | undefined {
    return this.#rows.find(({ position }) => position === this.#activeRow) ?? this.#rows[0];
  }

  #setTabStop(): void {
    const stop = this.#tabStop;
    for (const row of this.#rows) {
      const button = row.querySelector('button');
      if (button) button.tabIndex = row === stop ? 0 : -1;
    }
  }

  /** What is heard of the row that has the focus; no other points to it. */
  #describe(row: RegionRow): void {
    const model = this.#options.model();
    const words = this.#part('#row-words');
    const region = model?.shown[row.position];
    if (!model || !words || region === undefined) return;
    words.textContent = rowInWords(model, region);
    for (const each of this.#rows) each.querySelector('button')?.removeAttribute('aria-describedby');
    row.querySelector('button')?.setAttribute('aria-describedby', 'row-words');
  }

  /** True when that changed anything. */
  #resize(sizes: RowSizes): boolean {
    const { count, rowHeight, headHeight } = this.#sizes;
    this.#sizes = sizes;
    this.#window?.resize(sizes);
    return sizes.count !== count || sizes.rowHeight !== rowHeight || sizes.headHeight !== headHeight;
  }

  /** Does what needs the window: at once, or when it has come. Where it can't be had, it is asked for anew next time. */
  #inWindow(act: (window: RowWindow) => void): void {
    if (this.#window) act(this.#window);
    else this.#openWindow().then(act, () => undefined);
  }

  async #openWindow(): Promise<RowWindow> {
    const { RowWindow } = await import('./row-window.js');
    if (this.#window) return this.#window;
    const options = { scroller: () => this.#part('.scroller'), changed: () => this.#draw(false) };
    this.#window = new RowWindow(this.#host, options, this.#sizes);
    this.#draw(false);
    return this.#window;
  }

  /** Draws the rows in view; those that are drawn already only when `isStale`. */
  #draw(isStale: boolean): void {
    const model = this.#options.model();
    const body = this.#body;
    if (!model || !body) return;
    if (this.#pool?.body !== body) this.#pool = new RowPool(body);
    const count = model.shown.length;
    const run = this.#isPrinting ? { first: 0, length: PRINT_LIMIT, above: 0, below: 0 } : this.#run;
    // Between a change of rows and the window's own update, it may still speak of rows that are gone.
    const length = Math.max(0, Math.min(run.length, count - run.first));
    this.#keepFocus(run.first, length);
    this.#pool.show({ ...run, length }, model.columns.length + 1, isStale, (row, position) =>
      fillRow(row, model, position),
    );
    this.showHover();
    this.#setTabStop();
    this.#focusPending();
    const focused = (this.#host.renderRoot as ShadowRoot).activeElement?.closest<RegionRow>('tbody.rows > tr');
    if (focused) this.#describe(focused);
  }

  /** A focused row that scrolls out of sight is filled with another: the focus must not silently be on that one. */
  #keepFocus(first: number, length: number): void {
    const row = (this.#host.renderRoot as ShadowRoot).activeElement?.closest<RegionRow>('tbody > tr');
    const isLeaving = row && (row.position < first || row.position >= first + length);
    if (isLeaving) this.#part('.scroller')?.focus({ preventScroll: true });
  }

  #focusRow(position: number): void {
    if (position >= this.#sizes.count) return;
    this.#activeRow = position;
    this.#focusNext = position;
    if (this.#hasMore) this.#inWindow((window) => window.reveal(position));
    this.#draw(false);
  }

  /** The focus is moved within the table, and never taken from elsewhere: a visitor who went on is left alone. */
  #focusPending(): void {
    const focused = (this.#host.renderRoot as ShadowRoot).activeElement;
    if (!focused?.closest('.scroller')) this.#focusNext = null;
    const row = this.#rows.find(({ position }) => position === this.#focusNext);
    if (!row) return;
    this.#focusNext = null;
    row.querySelector('button')?.focus({ preventScroll: true });
  }

  #focusHeading(position: number): void {
    this.#activeHeading = position;
    this.#focusNext = null;
    const buttons = this.#headings();
    buttons.forEach((button, i) => (button.tabIndex = i === position ? 0 : -1));
    buttons[position]?.focus();
  }

  /** Reads the heights as drawn, with the page's own letter sizes. True when they changed what is in view. */
  #measure(model: RowsModel): boolean {
    const table = this.#part('table.regions');
    const scroller = this.#part('.scroller');
    const head = table?.querySelector('thead')?.offsetHeight ?? 0;
    const row = this.#rows[0]?.getBoundingClientRect().height ?? 0;
    if (!table || !scroller || head === 0) return false;
    const rowHeight = row > 0 ? row : this.#sizes.rowHeight;
    scroller.style.setProperty('--_content', `${Math.ceil(head + rowHeight * Math.max(model.shown.length, 1) + 2)}px`);
    return this.#resize({ count: model.shown.length, rowHeight, headHeight: head });
  }

  #handleBeforePrint = (): void => {
    this.#isPrinting = true;
    this.#draw(false);
  };

  #handleAfterPrint = (): void => {
    this.#isPrinting = false;
    this.#draw(false);
  };
}

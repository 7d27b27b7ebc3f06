import type { LitElement, ReactiveController } from 'lit';
import { RowPool } from './row-pool.js';
import { fillRow, type RegionRow, type RowsModel } from './row-template.js';
import { RowWindow } from './row-window.js';
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
  readonly #window: RowWindow;
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
    this.#window = new RowWindow(host, { scroller: () => this.#part('.scroller'), changed: () => this.#draw(false) });
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
    this.#window.resize({ ...this.#window.size, count: model.shown.length });
    this.#draw(true);
    if (this.#measure(model)) this.#draw(false);
  }

  get activeHeading(): number {
    return this.#activeHeading;
  }

  /** Shows a row that was chosen elsewhere. */
  reveal(position: number): void {
    this.#activeRow = position;
    this.#window.centre(position);
  }

  /** Other rows or another order: back to the top. */
  rewind(): void {
    this.#activeRow = 0;
    this.#window.rewind();
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
  };

  readonly handleFocusOut = (event: FocusEvent): void => {
    if (!this.#body?.contains(event.relatedTarget as Node | null)) this.#options.hover(null);
  };

  readonly handleRowKey = (event: KeyboardEvent): void => {
    const row = this.#rowOf(event);
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = moveInRows(event.key, row.position, this.#window.size.count, this.#window.page);
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

  /** Draws the rows in view; those that are drawn already only when `isStale`. */
  #draw(isStale: boolean): void {
    const model = this.#options.model();
    const body = this.#body;
    if (!model || !body) return;
    if (this.#pool?.body !== body) this.#pool = new RowPool(body);
    const count = model.shown.length;
    const run = this.#isPrinting ? { first: 0, length: PRINT_LIMIT, above: 0, below: 0 } : this.#window.run;
    // Between a change of rows and the window's own update, it may still speak of rows that are gone.
    const length = Math.max(0, Math.min(run.length, count - run.first));
    this.#keepFocus(run.first, length);
    this.#pool.show({ ...run, length }, model.columns.length + 1, isStale, (row, position) =>
      fillRow(row, model, position),
    );
    this.showHover();
    this.#setTabStop();
    this.#focusPending();
  }

  /** A focused row that scrolls out of sight is filled with another: the focus must not silently be on that one. */
  #keepFocus(first: number, length: number): void {
    const row = (this.#host.renderRoot as ShadowRoot).activeElement?.closest<RegionRow>('tbody > tr');
    const isLeaving = row && (row.position < first || row.position >= first + length);
    if (isLeaving) this.#part('.scroller')?.focus({ preventScroll: true });
  }

  #focusRow(position: number): void {
    this.#activeRow = position;
    this.#focusNext = position;
    this.#window.reveal(position);
    this.#draw(false);
  }

  #focusPending(): void {
    const row = this.#rows.find(({ position }) => position === this.#focusNext);
    if (!row) return;
    this.#focusNext = null;
    row.querySelector('button')?.focus({ preventScroll: true });
  }

  #focusHeading(position: number): void {
    this.#activeHeading = position;
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
    const rowHeight = row > 0 ? row : this.#window.size.rowHeight;
    scroller.style.setProperty('--_content', `${Math.ceil(head + rowHeight * Math.max(model.shown.length, 1) + 2)}px`);
    return this.#window.resize({ count: model.shown.length, rowHeight, headHeight: head });
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

import { render, type LitElement, type ReactiveController } from 'lit';
import { RowWindow } from './row-window.js';
import { rowsTemplate, type RegionRow, type RowsModel } from './rows-template.js';
import { moveInHead, moveInRows } from './table-keyboard.js';

/** Rows that go on paper: more is a book, and the file has them all. */
export const PRINT_LIMIT = 500;

/** What the rows show; the body itself decides which of them are drawn. */
export type BodyModel = Omit<RowsModel, 'rows' | 'above' | 'below' | 'active'>;

export interface BodyOptions {
  /** Null while another layout, or nothing, is on screen. */
  readonly model: () => BodyModel | null;
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
  /** The row and the heading that Tab reaches. */
  #activeRow = 0;
  #activeHeading = 0;
  /** Row that gets the focus once it is drawn. */
  #focusNext: number | null = null;
  #isPrinting = false;

  constructor(host: LitElement, options: BodyOptions) {
    this.#host = host;
    this.#options = options;
    this.#window = new RowWindow(host, { scroller: () => this.#part('.scroller'), changed: () => this.#draw() });
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
    this.#draw();
    if (this.#measure(model)) this.#draw();
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
    for (const row of this.#rows()) row.toggleAttribute('data-hovered', hovered !== null && row.regionCode === hovered);
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
    if (row.position !== this.#activeRow) {
      this.#activeRow = row.position;
      this.#draw();
    }
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
    if (target === 'rows') this.#focusRow(this.#tabbable(this.#window.view.rows));
    else this.#focusHeading(target);
  };

  get #body(): HTMLElement | null {
    return this.#part('table.regions > tbody.rows');
  }

  #part(selector: string): HTMLElement | null {
    return this.#host.renderRoot?.querySelector<HTMLElement>(selector) ?? null;
  }

  #rows(): RegionRow[] {
    return [...(this.#body?.querySelectorAll<RegionRow>(':scope > tr:not(.spacer)') ?? [])];
  }

  #headings(): HTMLButtonElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLButtonElement>('table.regions > thead button')];
  }

  #rowOf(event: Event): RegionRow | null {
    const row = event.target instanceof Element ? event.target.closest<RegionRow>('tr') : null;
    return row && row.regionCode !== undefined ? row : null;
  }

  /** The row that Tab reaches: the active one, or the first in view when that is out of sight. */
  #tabbable(rows: readonly number[]): number {
    return rows.includes(this.#activeRow) ? this.#activeRow : (rows[0] ?? 0);
  }

  #draw(): void {
    const model = this.#options.model();
    const body = this.#body;
    if (!model || !body) return;
    const count = model.shown.length;
    const printed = Array.from({ length: Math.min(count, PRINT_LIMIT) }, (_, i) => i);
    // Between a change of rows and the window's own update, it may still speak of rows that are gone.
    const view = this.#isPrinting ? { rows: printed, above: 0, below: 0 } : this.#window.view;
    const rows = view.rows.filter((position) => position < count);
    this.#keepFocus(rows);
    render(rowsTemplate({ ...model, ...view, rows, active: this.#tabbable(rows) }), body);
    this.showHover();
    this.#focusPending(rows);
  }

  /** A focused row that scrolls out of sight is filled with another: the focus must not silently be on that one. */
  #keepFocus(rows: readonly number[]): void {
    const row = (this.#host.renderRoot as ShadowRoot).activeElement?.closest<RegionRow>('tbody > tr');
    if (row && !rows.includes(row.position)) this.#part('.scroller')?.focus({ preventScroll: true });
  }

  #focusRow(position: number): void {
    this.#activeRow = position;
    this.#focusNext = position;
    this.#window.reveal(position);
    this.#draw();
  }

  #focusPending(rows: readonly number[]): void {
    if (this.#focusNext === null || !rows.includes(this.#focusNext)) return;
    const row = this.#rows().find(({ position }) => position === this.#focusNext);
    this.#focusNext = null;
    row?.querySelector('button')?.focus({ preventScroll: true });
  }

  #focusHeading(position: number): void {
    this.#activeHeading = position;
    const buttons = this.#headings();
    buttons.forEach((button, i) => (button.tabIndex = i === position ? 0 : -1));
    buttons[position]?.focus();
  }

  /** Reads the heights as drawn, with the page's own letter sizes. True when they changed what is in view. */
  #measure(model: BodyModel): boolean {
    const table = this.#part('table.regions');
    const scroller = this.#part('.scroller');
    const head = table?.querySelector('thead')?.offsetHeight ?? 0;
    const row = this.#rows()[0]?.getBoundingClientRect().height ?? 0;
    if (!table || !scroller || head === 0) return false;
    const rowHeight = row > 0 ? row : this.#window.size.rowHeight;
    scroller.style.setProperty('--_content', `${Math.ceil(head + rowHeight * Math.max(model.shown.length, 1) + 2)}px`);
    return this.#window.resize({ count: model.shown.length, rowHeight, headHeight: head });
  }

  #handleBeforePrint = (): void => {
    this.#isPrinting = true;
    this.#draw();
  };

  #handleAfterPrint = (): void => {
    this.#isPrinting = false;
    this.#draw();
  };
}

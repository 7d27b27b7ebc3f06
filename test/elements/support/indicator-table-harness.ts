import { fixture, html } from '@open-wc/testing';
import type { ZoIndicatorTable } from '@zicht-op/elements/indicator-table/zo-indicator-table.js';
import { loadSorter } from '@zicht-op/elements/indicator-table/table-model.js';
import '@zicht-op/elements/indicator-table/define.js';

export const textOf = (element: Element | null | undefined): string =>
  element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

type KeyInit = Readonly<Pick<KeyboardEventInit, 'ctrlKey'>>;

/** Knows the shadow DOM of the table, so that tests say what a user sees and does. */
export class IndicatorTableHarness {
  readonly element: ZoIndicatorTable;

  constructor(element: ZoIndicatorTable) {
    this.element = element;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot as ShadowRoot;
  }

  get table(): HTMLTableElement {
    return this.root.querySelector('table') as HTMLTableElement;
  }

  get scroller(): HTMLElement {
    return this.root.querySelector('.scroller') as HTMLElement;
  }

  get title(): string {
    return textOf(this.root.querySelector('[part~="title"]'));
  }

  get count(): string {
    return textOf(this.root.querySelector('[part~="count"]'));
  }

  get caption(): string {
    return textOf(this.table.caption);
  }

  get legend(): string {
    return textOf(this.root.querySelector('[part~="legend"]'));
  }

  /** What is said instead of rows or of a table. */
  get placeholder(): string {
    return textOf(this.root.querySelector('.nothing td, .empty'));
  }

  /** Headings in order, without their arrows. */
  get headings(): string[] {
    return [...this.root.querySelectorAll('thead th')].map((th) => textOf(th).replace(/[▲▼↕]/g, '').trim());
  }

  heading(label: string): HTMLTableCellElement {
    const cells = [...this.root.querySelectorAll<HTMLTableCellElement>('thead th')];
    const found = cells.find((cell) => textOf(cell).includes(label));
    if (!found) throw new Error(`no heading "${label}"`);
    return found;
  }

  /** Rows that are drawn, in order. */
  get rows(): HTMLTableRowElement[] {
    return [...this.root.querySelectorAll<HTMLTableRowElement>('tbody:not(.nothing) > tr:not(.spacer)')];
  }

  /** Texts of the drawn rows, cell by cell, the row's own heading first. */
  get cells(): string[][] {
    return this.rows.map((row) => [...row.cells].map(textOf));
  }

  get names(): string[] {
    return this.rows.map((row) => textOf(row.querySelector('th .label')));
  }

  row(name: string): HTMLTableRowElement {
    const found = this.rows.find((row) => textOf(row.querySelector('th .label')) === name);
    if (!found) throw new Error(`no row "${name}"`);
    return found;
  }

  rowButton(name: string): HTMLButtonElement {
    return this.row(name).querySelector('button') as HTMLButtonElement;
  }

  /** The rows that are drawn as selected. */
  get selected(): string[] {
    return this.rows
      .filter((row) => row.querySelector('[aria-pressed="true"]'))
      .map((row) => textOf(row.querySelector('th .label')));
  }

  get hovered(): string[] {
    return this.rows
      .filter((row) => row.hasAttribute('data-hovered'))
      .map((row) => textOf(row.querySelector('th .label')));
  }

  /** The text of what has the focus inside the table. */
  get focused(): string {
    return textOf(this.root.activeElement).replace(/[▲▼↕]/g, '').trim();
  }

  /** Elements that Tab reaches inside the table itself. */
  get tabStops(): string[] {
    const stops = [...this.table.querySelectorAll<HTMLElement>('button')].filter((button) => button.tabIndex === 0);
    return stops.map((button) => textOf(button).replace(/[▲▼↕]/g, '').trim());
  }

  get domSize(): number {
    return this.root.querySelectorAll('*').length;
  }

  /** Everything that a page can read of what was drawn. */
  get markup(): string {
    return this.root.innerHTML;
  }

  async sortBy(label: string): Promise<void> {
    this.heading(label).querySelector('button')?.click();
    await loadSorter();
    // The element waits for the same; by the next frame it has had its turn.
    await nextFrame();
    await this.element.updateComplete;
  }

  async search(query: string): Promise<void> {
    const input = this.root.querySelector('[part~="search"] input') as HTMLInputElement;
    input.value = query;
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await nextFrame();
    await this.element.updateComplete;
  }

  checkbox(label: string): HTMLInputElement {
    const labels = [...this.root.querySelectorAll('label')];
    const input = labels.find((each) => textOf(each) === label)?.querySelector('input');
    if (!input) throw new Error(`no checkbox "${label}"`);
    return input;
  }

  async check(label: string): Promise<void> {
    this.checkbox(label).click();
    await this.element.updateComplete;
  }

  async click(name: string, options: KeyInit = {}): Promise<void> {
    const { lastElementChild } = this.row(name);
    lastElementChild?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...options }));
    await this.element.updateComplete;
  }

  /** A key on what has the focus. */
  async press(key: string, options: KeyInit = {}): Promise<void> {
    const target = this.root.activeElement as HTMLElement;
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...options }),
    );
    if (key === ' ' && target instanceof HTMLButtonElement) target.click();
    await nextFrame();
    await this.element.updateComplete;
  }

  point(name: string): void {
    this.row(name).dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
  }

  async scrollTo(top: number): Promise<void> {
    const scrolled = new Promise((resolve) => this.scroller.addEventListener('scroll', resolve, { once: true }));
    this.scroller.scrollTop = top;
    await scrolled;
    await nextFrame();
  }
}

export const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** A table with these properties, when it is ready and has been drawn. */
export async function indicatorTable(
  properties: Readonly<Record<string, unknown>> = {},
  size: Readonly<{ height?: string; width?: string }> = {},
): Promise<IndicatorTableHarness> {
  const element = await fixture<ZoIndicatorTable>(html`<zo-indicator-table></zo-indicator-table>`);
  for (const [property, value] of Object.entries(size)) element.style.setProperty(property, value);
  Object.assign(element, properties);
  await element.ready;
  // What comes behind the first rows: with the module at hand it takes no longer than the frame.
  await import('@zicht-op/elements/indicator-table/row-window.js');
  await nextFrame();
  return new IndicatorTableHarness(element);
}

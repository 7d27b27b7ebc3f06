import type { RowRun } from './row-run.js';
import type { RegionRow } from './row-template.js';

function spacer(body: HTMLElement): HTMLTableCellElement {
  const row = document.createElement('tr');
  row.className = 'spacer';
  row.setAttribute('aria-hidden', 'true');
  body.append(row);
  return row.insertCell();
}

const setHeight = (cell: HTMLTableCellElement, height: number): void => cell.style.setProperty('height', `${height}px`);

/**
 * The rows on the page between two spacers. Scrolling by three rows moves three rows to the other end and fills those
 * anew; the others are not touched, so that the browser has no more to lay out and paint than what is new.
 */
export class RowPool {
  readonly body: HTMLElement;
  readonly #above: HTMLTableCellElement;
  readonly #below: HTMLTableCellElement;
  #rows: RegionRow[] = [];
  #first = 0;

  constructor(body: HTMLElement) {
    this.body = body;
    this.#above = spacer(body);
    this.#below = spacer(body);
  }

  /** In the order of the page. */
  get rows(): readonly RegionRow[] {
    return this.#rows;
  }

  /** Shows this run. `fill` is called for each row whose position is new to it, or for all with `isStale`. */
  show(run: RowRun, columns: number, isStale: boolean, fill: (row: RegionRow, position: number) => void): void {
    setHeight(this.#above, run.above);
    setHeight(this.#below, run.below);
    this.#above.colSpan = columns;
    this.#below.colSpan = columns;
    this.#resize(run.length);
    this.#rotate(run.first - this.#first);
    this.#first = run.first;
    this.#rows.forEach((row, i) => {
      if (isStale || row.position !== run.first + i) fill(row, run.first + i);
    });
  }

  #resize(length: number): void {
    for (const row of this.#rows.splice(length)) row.remove();
    while (this.#rows.length < length) {
      const row = document.createElement('tr') as HTMLTableRowElement as RegionRow;
      row.position = -1;
      this.#rows.push(row);
      this.#below.parentElement?.before(row);
    }
  }

  /** Moves what leaves on one side to the other; beyond the length, all rows are filled anew where they stand. */
  #rotate(shift: number): void {
    if (shift === 0 || Math.abs(shift) >= this.#rows.length) return;
    if (shift > 0) {
      const moved = this.#rows.splice(0, shift);
      this.#rows.push(...moved);
      this.#below.parentElement?.before(...moved);
    } else {
      const moved = this.#rows.splice(shift);
      this.#rows.unshift(...moved);
      this.#above.parentElement?.after(...moved);
    }
  }
}

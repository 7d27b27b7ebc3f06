import type { Places } from './direction.js';

/** Finds near places without looking at all of them: a uniform grid, about two places to a cell. */
export class PointGrid {
  readonly #places: Places;
  readonly #west: number;
  readonly #south: number;
  /** Side of a cell. */
  readonly #side: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #start: Uint32Array;
  readonly #ids: Uint32Array;

  /** Places with NaN are in no cell, and never found. */
  constructor(places: Places) {
    const { x, y } = places;
    let [west, south, east, north, count] = [Infinity, Infinity, -Infinity, -Infinity, 0];
    for (let i = 0; i < x.length; i++) {
      if (Number.isNaN(x[i])) continue;
      west = Math.min(west, x[i]);
      east = Math.max(east, x[i]);
      south = Math.min(south, y[i]);
      north = Math.max(north, y[i]);
      count++;
    }
    this.#places = places;
    this.#west = west;
    this.#south = south;
    this.#side = Math.max(east - west, north - south) / Math.ceil(Math.sqrt(count / 2)) || 1;
    this.#columns = count > 0 ? Math.floor((east - west) / this.#side) + 1 : 0;
    this.#rows = count > 0 ? Math.floor((north - south) / this.#side) + 1 : 0;
    this.#start = new Uint32Array(this.#columns * this.#rows + 1);
    this.#ids = new Uint32Array(count);
    this.#fill();
  }

  /**
   * The place that costs least to reach; -1 where everything costs Infinity. `cost` may never be less than the
   * distance: cells are looked at from near to far until none that is left can be better.
   */
  cheapest(from: number, cost: (to: number) => number): number {
    const column = this.#columnOf(from);
    const row = this.#rowOf(from);
    const reach = Math.max(this.#columns, this.#rows);
    let best = -1;
    let least = Infinity;
    // A cell on ring `far` is at least `far - 1` sides away.
    for (let far = 0; far < reach && (far - 1) * this.#side < least; far++) {
      this.#forEachOnRing(column, row, far, (to) => {
        const price = cost(to);
        if (price >= least) return;
        least = price;
        best = to;
      });
    }
    return best;
  }

  #forEachOnRing(column: number, row: number, far: number, visit: (id: number) => void): void {
    const lastRow = Math.min(row + far, this.#rows - 1);
    const lastColumn = Math.min(column + far, this.#columns - 1);
    for (let r = Math.max(row - far, 0); r <= lastRow; r++) {
      const isWhole = Math.abs(r - row) === far;
      for (let c = isWhole ? Math.max(column - far, 0) : column - far; c <= lastColumn; c += isWhole ? 1 : 2 * far) {
        if (c < 0) continue;
        const cell = r * this.#columns + c;
        for (let i = this.#start[cell]; i < this.#start[cell + 1]; i++) visit(this.#ids[i]);
      }
    }
  }

  #columnOf(id: number): number {
    return Math.floor((this.#places.x[id] - this.#west) / this.#side);
  }

  #rowOf(id: number): number {
    return Math.floor((this.#places.y[id] - this.#south) / this.#side);
  }

  #fill(): void {
    const { x } = this.#places;
    const cells = Int32Array.from(x, (_, id) =>
      Number.isNaN(x[id]) ? -1 : this.#rowOf(id) * this.#columns + this.#columnOf(id),
    );
    for (const cell of cells) if (cell >= 0) this.#start[cell + 1]++;
    for (let cell = 0; cell < this.#start.length - 1; cell++) this.#start[cell + 1] += this.#start[cell];
    const next = this.#start.slice();
    cells.forEach((cell, id) => {
      if (cell >= 0) this.#ids[next[cell]++] = id;
    });
  }
}

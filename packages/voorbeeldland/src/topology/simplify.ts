/**
 * Visvalingam's method over all arcs of a topology at once: the point that spans the smallest triangle with its two
 * neighbours goes first, until all span `least` or more (in squared grid units).
 *
 * A point stays where another one lies in its triangle, so lines never cross; ends of arcs stay, so shared borders stay
 * shared; rings keep at least three corners. Coordinates are whole, so every test is exact.
 */
export function simplifyArcs(arcs: readonly Int32Array[], least: number): Int32Array[] {
  const vertices = new Vertices(arcs);
  const queue = new AreaQueue(vertices.count);
  for (let v = 0; v < vertices.count; v++) if (vertices.isInner(v)) queue.set(v, vertices.area(v));
  for (;;) {
    const v = queue.pop(least);
    if (v < 0) return vertices.toArcs();
    if (!vertices.mayGo(v)) continue;
    const [before, after] = vertices.remove(v);
    if (vertices.isInner(before)) queue.set(before, vertices.area(before));
    if (vertices.isInner(after)) queue.set(after, vertices.area(after));
  }
}

/** All points of all arcs, linked along their arc and hashed by place. */
class Vertices {
  readonly count: number;
  readonly #x: Int32Array;
  readonly #y: Int32Array;
  readonly #before: Int32Array;
  readonly #after: Int32Array;
  readonly #arc: Int32Array;
  readonly #first: Int32Array;
  /** Points an arc may not go below. */
  readonly #fewest: Int32Array;
  readonly #left: Int32Array;
  readonly #grid = new Map<number, number[]>();
  readonly #cell: number;
  readonly #arcs: readonly Int32Array[];

  constructor(arcs: readonly Int32Array[]) {
    this.#arcs = arcs;
    this.count = arcs.reduce((sum, arc) => sum + arc.length / 2, 0);
    const make = (): Int32Array => new Int32Array(this.count);
    [this.#x, this.#y, this.#before, this.#after, this.#arc] = [make(), make(), make(), make(), make()];
    this.#first = new Int32Array(arcs.length);
    this.#left = Int32Array.from(arcs, (arc) => arc.length / 2);
    this.#fewest = fewestPoints(arcs);
    let v = 0;
    arcs.forEach((arc, number) => {
      this.#first[number] = v;
      const last = v + arc.length / 2 - 1;
      for (let i = 0; i < arc.length; i += 2, v++) {
        this.#x[v] = arc[i];
        this.#y[v] = arc[i + 1];
        this.#arc[v] = number;
        this.#before[v] = i === 0 ? -1 : v - 1;
        this.#after[v] = v === last ? -1 : v + 1;
      }
    });
    this.#cell = this.#cellSize();
    for (let u = 0; u < this.count; u++) this.#bucket(this.#x[u], this.#y[u], true)?.push(u);
  }

  /** So that a cell holds a few points where they lie close. */
  #cellSize(): number {
    let length = 0;
    for (let v = 0; v < this.count; v++)
      if (this.#after[v] >= 0) length += Math.abs(this.#x[v + 1] - this.#x[v]) + Math.abs(this.#y[v + 1] - this.#y[v]);
    return Math.max(1, Math.ceil((2 * length) / this.count));
  }

  #key(x: number, y: number): number {
    return Math.floor(y / this.#cell) * 1_000_003 + Math.floor(x / this.#cell);
  }

  #bucket(x: number, y: number, make: boolean): number[] | undefined {
    const key = this.#key(x, y);
    let bucket = this.#grid.get(key);
    if (!bucket && make) this.#grid.set(key, (bucket = []));
    return bucket;
  }

  isInner(v: number): boolean {
    return v >= 0 && this.#before[v] >= 0 && this.#after[v] >= 0;
  }

  /** Of the triangle with both neighbours. */
  area(v: number): number {
    const [a, c] = [this.#before[v], this.#after[v]];
    const [x, y] = [this.#x[v], this.#y[v]];
    return Math.abs((this.#x[a] - x) * (this.#y[c] - y) - (this.#x[c] - x) * (this.#y[a] - y)) / 2;
  }

  /** False where its triangle holds another point, or its arc would become too short. */
  mayGo(v: number): boolean {
    const arc = this.#arc[v];
    if (this.#left[arc] <= this.#fewest[arc]) return false;
    const [a, c] = [this.#before[v], this.#after[v]];
    const [ax, ay, bx, by, cx, cy] = [this.#x[a], this.#y[a], this.#x[v], this.#y[v], this.#x[c], this.#y[c]];
    const cell = this.#cell;
    const firstColumn = Math.floor(Math.min(ax, bx, cx) / cell);
    const lastColumn = Math.floor(Math.max(ax, bx, cx) / cell);
    const firstRow = Math.floor(Math.min(ay, by, cy) / cell);
    const lastRow = Math.floor(Math.max(ay, by, cy) / cell);
    for (let row = firstRow; row <= lastRow; row++)
      for (let column = firstColumn; column <= lastColumn; column++)
        for (const u of this.#grid.get(row * 1_000_003 + column) ?? []) {
          if (u === a || u === v || u === c) continue;
          const [x, y] = [this.#x[u], this.#y[u]];
          if ((x === ax && y === ay) || (x === cx && y === cy)) continue;
          const p = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
          const q = (cx - bx) * (y - by) - (cy - by) * (x - bx);
          const r = (ax - cx) * (y - cy) - (ay - cy) * (x - cx);
          const isOutside = (p < 0 || q < 0 || r < 0) && (p > 0 || q > 0 || r > 0);
          if (!isOutside) return false;
        }
    return true;
  }

  remove(v: number): readonly [before: number, after: number] {
    const [a, c] = [this.#before[v], this.#after[v]];
    this.#after[a] = c;
    this.#before[c] = a;
    this.#before[v] = -1;
    this.#left[this.#arc[v]]--;
    const bucket = this.#bucket(this.#x[v], this.#y[v], false);
    if (bucket) {
      bucket[bucket.indexOf(v)] = bucket[bucket.length - 1];
      bucket.pop();
    }
    return [a, c];
  }

  toArcs(): Int32Array[] {
    return this.#arcs.map((_, number) => {
      const points: number[] = [];
      for (let v = this.#first[number]; v >= 0; v = this.#after[v]) points.push(this.#x[v], this.#y[v]);
      return Int32Array.from(points);
    });
  }
}

/** Two points for an arc; three where another arc joins the same ends; four for one that closes on itself. */
function fewestPoints(arcs: readonly Int32Array[]): Int32Array {
  const ends = arcs.map((arc) => {
    const [x, y, u, v] = [arc[0], arc[1], arc[arc.length - 2], arc[arc.length - 1]];
    return x < u || (x === u && y < v) ? `${x},${y},${u},${v}` : `${u},${v},${x},${y}`;
  });
  const uses = new Map<string, number>();
  for (const end of ends) uses.set(end, (uses.get(end) ?? 0) + 1);
  return Int32Array.from(arcs, (arc, i) => {
    if (arc[0] === arc[arc.length - 2] && arc[1] === arc[arc.length - 1]) return 5;
    return (uses.get(ends[i]) ?? 0) > 1 ? 3 : 2;
  });
}

/** Points by area, smallest first; a point whose area changed stands in it again, and the old entry is passed over. */
class AreaQueue {
  readonly #heap: number[] = [];
  readonly #keys: number[] = [];
  readonly #current: Float64Array;

  constructor(count: number) {
    this.#current = new Float64Array(count).fill(-1);
  }

  set(v: number, area: number): void {
    this.#current[v] = area;
    const heap = this.#heap;
    const keys = this.#keys;
    let i = heap.length;
    heap.push(v);
    keys.push(area);
    for (; i > 0; i = (i - 1) >> 1) {
      const parent = (i - 1) >> 1;
      if (keys[parent] < area || (keys[parent] === area && heap[parent] <= v)) break;
      heap[i] = heap[parent];
      keys[i] = keys[parent];
    }
    heap[i] = v;
    keys[i] = area;
  }

  /** The point with the smallest area below the limit, or -1. */
  pop(limit: number): number {
    for (;;) {
      if (this.#heap.length === 0 || this.#keys[0] >= limit) return -1;
      const v = this.#heap[0];
      const area = this.#keys[0];
      this.#dropTop();
      if (this.#current[v] !== area) continue;
      this.#current[v] = -1;
      return v;
    }
  }

  #dropTop(): void {
    const heap = this.#heap;
    const keys = this.#keys;
    const v = heap.pop() as number;
    const area = keys.pop() as number;
    const count = heap.length;
    if (count === 0) return;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= count) break;
      if (
        child + 1 < count &&
        (keys[child + 1] < keys[child] || (keys[child + 1] === keys[child] && heap[child + 1] < heap[child]))
      )
        child++;
      if (keys[child] > area || (keys[child] === area && heap[child] >= v)) break;
      heap[i] = heap[child];
      keys[i] = keys[child];
      i = child;
    }
    heap[i] = v;
    keys[i] = area;
  }
}

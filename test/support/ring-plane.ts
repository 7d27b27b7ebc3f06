/** Positions of a ring in a plane, closed or open; filled even-odd together with the other rings of its shape. */
export type PlaneRing = readonly (readonly [x: number, y: number])[];

/** A rectangle in the plane. */
export interface Cell {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How much border runs through a cell: its extent along either axis, each border once, though two shapes share it. */
export interface BorderLength {
  readonly horizontal: number;
  readonly vertical: number;
}

/**
 * Says by brute force which shape lies at a place, to judge a rasteriser by. It knows rings and nothing else: no arcs, no
 * order, no neighbours. A place is in a shape when a ray upwards from it meets the shape's edges an odd number of times; of
 * several shapes the one with the smallest size is on top, of equal ones the first. Edges are kept in columns, so that a
 * ray needn't look at all of them: that is the only cleverness.
 */
export class RingPlane {
  readonly #sizes: readonly number[];
  /** x, y, x, y per edge, and the shape it belongs to. */
  readonly #edges: Float64Array;
  readonly #owners: Uint32Array;
  /** False for an edge that stands here already. */
  readonly #isFirst: Uint8Array;
  readonly #firstColumn: Uint32Array;
  readonly #left: number;
  readonly #step: number;
  readonly #count: number;
  readonly #columns: readonly Uint32Array[];

  /** `sizes` tells which shape is on top, and needn't be in the plane's units. */
  constructor(shapes: readonly (readonly PlaneRing[])[], sizes: readonly number[], columns = 64) {
    this.#sizes = sizes;
    this.#count = columns;
    const edges: number[] = [];
    const owners: number[] = [];
    shapes.forEach((rings, shape) => {
      for (const ring of rings) {
        ring.forEach(([x, y], at) => {
          const [nextX, nextY] = ring[(at + 1) % ring.length];
          if (x === nextX && y === nextY) return;
          edges.push(x, y, nextX, nextY);
          owners.push(shape);
        });
      }
    });
    this.#edges = Float64Array.from(edges);
    this.#owners = Uint32Array.from(owners);
    this.#isFirst = firstOfEach(this.#edges);
    const xs = this.#edges.filter((_, at) => at % 2 === 0);
    this.#left = xs.reduce((a, b) => Math.min(a, b), Infinity);
    const right = xs.reduce((a, b) => Math.max(a, b), -Infinity);
    this.#step = (right - this.#left) / columns || 1;
    const lists: number[][] = Array.from({ length: columns }, () => []);
    this.#firstColumn = new Uint32Array(owners.length);
    for (let edge = 0; edge < owners.length; edge++) {
      const [a, b] = [this.#columnOf(xs[edge * 2]), this.#columnOf(xs[edge * 2 + 1])];
      this.#firstColumn[edge] = Math.min(a, b);
      for (let column = Math.min(a, b); column <= Math.max(a, b); column++) lists[column].push(edge);
    }
    this.#columns = lists.map((list) => Uint32Array.from(list));
  }

  /** Position of the uppermost shape at a place; -1 for none. */
  shapeAt(x: number, y: number): number {
    const inside = new Set<number>();
    for (const crossing of this.#crossingsAt(x)) if (crossing.y < y) toggle(inside, crossing.shape);
    return this.#topOf(inside);
  }

  /** Share of each shape in a cell, and of none (-1): of `samples` by `samples` places in the middle of equal parts. */
  partsOf({ left, top, right, bottom }: Cell, samples = 16): Map<number, number> {
    const parts = new Map<number, number>();
    for (let i = 0; i < samples; i++) {
      const inside = new Set<number>();
      const crossings = this.#crossingsAt(left + ((right - left) * (i + 0.5)) / samples);
      let next = 0;
      for (let j = 0; j < samples; j++) {
        const y = top + ((bottom - top) * (j + 0.5)) / samples;
        for (; next < crossings.length && crossings[next].y < y; next++) toggle(inside, crossings[next].shape);
        const shape = this.#topOf(inside);
        parts.set(shape, (parts.get(shape) ?? 0) + 1 / samples ** 2);
      }
    }
    return parts;
  }

  /** Borders in a cell, cut off at its sides. */
  bordersIn({ left, top, right, bottom }: Cell): BorderLength {
    let [horizontal, vertical] = [0, 0];
    const edges = this.#edges;
    const from = Math.max(0, this.#columnOf(left));
    const to = this.#columnOf(right);
    for (let column = from; column <= to; column++) {
      for (const edge of this.#columns[column]) {
        // An edge in several columns is looked at in the first of them.
        if (!this.#isFirst[edge] || column !== Math.max(from, this.#firstColumn[edge])) continue;
        const [x, y, toX, toY] = [edges[edge * 4], edges[edge * 4 + 1], edges[edge * 4 + 2], edges[edge * 4 + 3]];
        if (Math.max(x, toX) < left || Math.min(x, toX) > right) continue;
        if (Math.max(y, toY) < top || Math.min(y, toY) > bottom) continue;
        const [start, end] = overlap(overlap([0, 1], x, toX - x, left, right), y, toY - y, top, bottom);
        if (start >= end) continue;
        horizontal += Math.abs(toX - x) * (end - start);
        vertical += Math.abs(toY - y) * (end - start);
      }
    }
    return { horizontal, vertical };
  }

  #columnOf(x: number): number {
    return Math.min(this.#count - 1, Math.floor((x - this.#left) / this.#step));
  }

  /** Where the vertical through `x` meets edges, from above; an edge has its left end and not its right one. */
  #crossingsAt(x: number): { y: number; shape: number }[] {
    const column = this.#columnOf(x);
    const found: { y: number; shape: number }[] = [];
    for (const edge of this.#columns[column] ?? []) {
      const [ax, bx] = [this.#edges[edge * 4], this.#edges[edge * 4 + 2]];
      if (ax > x === bx > x) continue;
      const [ay, by] = [this.#edges[edge * 4 + 1], this.#edges[edge * 4 + 3]];
      found.push({ y: ay + ((x - ax) / (bx - ax)) * (by - ay), shape: this.#owners[edge] });
    }
    return found.sort((a, b) => a.y - b.y);
  }

  #topOf(inside: ReadonlySet<number>): number {
    let top = -1;
    for (const shape of inside) {
      const difference = top < 0 ? -1 : this.#sizes[shape] - this.#sizes[top];
      if (difference < 0 || (difference === 0 && shape < top)) top = shape;
    }
    return top;
  }
}

/** What rings enclose, each by itself, whichever way they are wound. */
export function outlineOf(rings: readonly PlaneRing[]): number {
  let total = 0;
  for (const ring of rings) {
    let sum = 0;
    ring.forEach(([x, y], at) => {
      const [nextX, nextY] = ring[(at + 1) % ring.length];
      sum += (x - ring[0][0]) * (nextY - ring[0][1]) - (nextX - ring[0][0]) * (y - ring[0][1]);
    });
    total += Math.abs(sum) / 2;
  }
  return total;
}

function toggle(inside: Set<number>, shape: number): void {
  if (!inside.delete(shape)) inside.add(shape);
}

/** The part of `[from, to]` in which `start + t * change` lies between `low` and `high`. */
function overlap(
  [from, to]: readonly [number, number],
  start: number,
  change: number,
  low: number,
  high: number,
): [number, number] {
  if (change === 0) return start >= low && start <= high ? [from, to] : [1, 0];
  const [a, b] = [(low - start) / change, (high - start) / change];
  return [Math.max(from, Math.min(a, b)), Math.min(to, Math.max(a, b))];
}

/** 1 for every edge but those that stand before it already, in either direction. */
function firstOfEach(edges: Float64Array): Uint8Array {
  const known = new Set<string>();
  return Uint8Array.from({ length: edges.length / 4 }, (_, edge) => {
    const [ax, ay, bx, by] = edges.subarray(edge * 4, edge * 4 + 4);
    const key = ax < bx || (ax === bx && ay < by) ? `${ax} ${ay} ${bx} ${by}` : `${bx} ${by} ${ax} ${ay}`;
    return known.has(key) ? 0 : (known.add(key), 1);
  });
}

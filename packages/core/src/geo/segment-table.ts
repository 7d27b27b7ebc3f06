/** Positions are the same within this many degrees: a centimetre. */
const PRECISION = 1e7;

/**
 * Segments by where they lie, whichever way they run: two shapes that have the same one share a border. A hash table in
 * typed arrays, as a document has half a million of them.
 */
export class SegmentTable {
  readonly #coordinates: Float64Array;
  readonly #points: Uint32Array;
  readonly #owners: Uint32Array;
  /** 1 for a segment that another shape has too, or that has no length. */
  readonly #isDone: Uint8Array;

  /** Segment `i` runs from point `points[i]` to the next one and belongs to shape `owners[i]`. */
  constructor(
    coordinates: Float64Array,
    { points, owners }: { readonly points: Uint32Array; readonly owners: Uint32Array },
    join: (a: number, b: number) => void,
  ) {
    this.#coordinates = coordinates;
    this.#points = points;
    this.#owners = owners;
    this.#isDone = new Uint8Array(points.length);
    this.#match(join);
  }

  /** Total length of the segments without a partner, in degrees along the longer axis. */
  lengthWithoutPartner(): number {
    let length = 0;
    this.forEachWithoutPartner((_owner, p) => {
      const dx = this.#coordinates[2 * p + 2] - this.#coordinates[2 * p];
      const dy = this.#coordinates[2 * p + 3] - this.#coordinates[2 * p + 1];
      length += Math.max(Math.abs(dx), Math.abs(dy));
    });
    return length;
  }

  forEachWithoutPartner(visit: (owner: number, firstPoint: number) => void): void {
    for (let i = 0; i < this.#points.length; i++) if (!this.#isDone[i]) visit(this.#owners[i], this.#points[i]);
  }

  #match(join: (a: number, b: number) => void): void {
    const count = this.#points.length;
    const mask = 2 ** Math.ceil(Math.log2(count * 2 + 2)) - 1;
    /** Number of a segment plus one; 0 is free. */
    const slots = new Uint32Array(mask + 1);
    const keys = new Int32Array(count * 4);
    for (let i = 0; i < count; i++) {
      if (!this.#writeKey(keys, i)) {
        this.#isDone[i] = 1;
        continue;
      }
      let slot = hash(keys, i) & mask;
      while (slots[slot] !== 0 && !isSame(keys, slots[slot] - 1, i)) slot = (slot + 1) & mask;
      if (slots[slot] === 0) slots[slot] = i + 1;
      else {
        const other = slots[slot] - 1;
        if (this.#owners[other] === this.#owners[i]) continue;
        join(this.#owners[other], this.#owners[i]);
        this.#isDone[i] = 1;
        this.#isDone[other] = 1;
      }
    }
  }

  /** Both ends in whole steps, the western one first. False for a segment without length. */
  #writeKey(keys: Int32Array, i: number): boolean {
    const p = this.#points[i] * 2;
    const ax = Math.round(this.#coordinates[p] * PRECISION);
    const ay = Math.round(this.#coordinates[p + 1] * PRECISION);
    const bx = Math.round(this.#coordinates[p + 2] * PRECISION);
    const by = Math.round(this.#coordinates[p + 3] * PRECISION);
    const isForward = ax < bx || (ax === bx && ay < by);
    keys[4 * i] = isForward ? ax : bx;
    keys[4 * i + 1] = isForward ? ay : by;
    keys[4 * i + 2] = isForward ? bx : ax;
    keys[4 * i + 3] = isForward ? by : ay;
    return ax !== bx || ay !== by;
  }
}

function hash(keys: Int32Array, i: number): number {
  let mixed = 0;
  for (let k = 4 * i; k < 4 * i + 4; k++) {
    mixed = Math.imul(mixed ^ keys[k], 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed >>> 0;
}

function isSame(keys: Int32Array, a: number, b: number): boolean {
  for (let k = 0; k < 4; k++) if (keys[4 * a + k] !== keys[4 * b + k]) return false;
  return true;
}

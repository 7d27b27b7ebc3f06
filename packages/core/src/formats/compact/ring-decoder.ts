import type { ByteReader } from './byte-reader.js';

/** Points that all arcs may have, and that all rings together may walk: a small file can name one long arc over and over. */
const MAX_POINTS = 30_000_000;

/** How a ring goes on: along the next new arc, or along one that is known by now. */
const NEW = 0;
const BACKWARDS = 1;

/** The lists of a level that say how its rings run; see docs/compact-boundaries.md. */
export interface RingLists {
  /** One a step of a ring: 0 a new arc, 1 a known one backwards, 2 a known one as it stands. */
  readonly kinds: Uint32Array;
  /** One a known arc: how many arcs before the newest. */
  readonly known: Uint32Array;
  /** As `Boundaries` has it. */
  readonly ringStart: Uint32Array;
  /** Place of the lists, for a report of what is wrong. */
  readonly position: number;
}

const unzigzag = (number: number): number => (number >>> 1) ^ -(number & 1);

/**
 * Draws the arcs of a file while it walks its rings, level after level. A new arc begins where its ring has come, and the
 * last one of a ring ends where that began, so neither place stands in the file, and most rings close without a check.
 */
export class RingDecoder {
  /** In steps of the grid, until `toDegrees` has been through. */
  readonly coordinates: Float64Array;
  readonly arcStart: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #steps: Uint32Array;
  #arcs = 0;
  #start = 0;
  #step = 0;
  #walked = 0;
  #known = 0;
  /** Where the walk has come. */
  #x = 0;
  #y = 0;

  private constructor(lengths: Uint32Array, starts: Uint32Array, steps: Uint32Array) {
    this.arcStart = new Uint32Array(lengths.length + 1);
    for (let arc = 0; arc < lengths.length; arc++) this.arcStart[arc + 1] = this.arcStart[arc] + lengths[arc] + 1;
    this.coordinates = new Float64Array(this.arcStart[lengths.length] * 2);
    this.#starts = starts;
    this.#steps = steps;
  }

  /** Reads the lists of the arcs. Null where they contradict each other, which the reader then knows. */
  static read(reader: ByteReader): RingDecoder | null {
    const place = reader.position;
    const lengths = reader.numbers();
    const starts = reader.numbers();
    const steps = reader.numbers();
    let points = 0;
    let isLine = true;
    for (let arc = 0; arc < lengths.length; arc++) {
      points += lengths[arc];
      if (lengths[arc] === 0) isLine = false;
    }
    const isPaired = starts.length % 2 === 0 && steps.length % 2 === 0;
    // An arc that closes a ring has one step less than it has points beyond its first.
    const isCovered = points <= steps.length / 2 + lengths.length && points + lengths.length <= MAX_POINTS;
    if (!isLine || !isPaired || !isCovered) reader.fail(place);
    return reader.damage < 0 ? new RingDecoder(lengths, starts, steps) : null;
  }

  /** True when nothing of the lists is left over. */
  get isDone(): boolean {
    return (
      this.#arcs === this.arcStart.length - 1 &&
      this.#start === this.#starts.length &&
      this.#step === this.#steps.length
    );
  }

  /** To be called before the first ring of a level. */
  beginLevel(): void {
    this.#known = 0;
  }

  /** How many of the level's known arcs have been named. */
  get named(): number {
    return this.#known;
  }

  /**
   * Walks a ring, and writes its arcs to `ringArcs`. False where an arc isn't there, doesn't begin where the one before
   * it ended, the ring doesn't close, or has no area.
   */
  walk({ kinds, known, ringStart }: RingLists, ring: number, ringArcs: Int32Array): boolean {
    const from = ringStart[ring];
    const to = ringStart[ring + 1];
    const { arcStart, coordinates } = this;
    let firstX = 0;
    let firstY = 0;
    let length = 0;
    for (let at = from; at < to; at++) {
      const kind = kinds[at];
      let arc = this.#arcs;
      let begin = 0;
      if (kind === NEW) {
        if (arc >= arcStart.length - 1) return false;
        if (at === from && !this.#jump()) return false;
        begin = arcStart[arc];
        if (at === from) {
          firstX = this.#x;
          firstY = this.#y;
        }
        if (!this.#draw(arc, at === to - 1, firstX, firstY)) return false;
        this.#arcs = arc + 1;
        ringArcs[at] = arc;
      } else {
        if (kind > 2 || this.#known >= known.length) return false;
        arc -= 1 + known[this.#known++];
        if (arc < 0) return false;
        const low = arcStart[arc];
        const high = arcStart[arc + 1] - 1;
        begin = kind === BACKWARDS ? high : low;
        const end = kind === BACKWARDS ? low : high;
        if (at === from) {
          firstX = coordinates[2 * begin];
          firstY = coordinates[2 * begin + 1];
        } else if (coordinates[2 * begin] !== this.#x || coordinates[2 * begin + 1] !== this.#y) return false;
        this.#x = coordinates[2 * end];
        this.#y = coordinates[2 * end + 1];
        ringArcs[at] = kind === BACKWARDS ? ~arc : arc;
      }
      length += arcStart[arc + 1] - arcStart[arc] - 1;
    }
    this.#walked += length;
    return length >= 3 && this.#x === firstX && this.#y === firstY && this.#walked <= MAX_POINTS;
  }

  /** Goes to where a ring begins that begins with a new arc. */
  #jump(): boolean {
    const at = this.#start;
    if (at >= this.#starts.length) return false;
    this.#x += unzigzag(this.#starts[at]);
    this.#y += unzigzag(this.#starts[at + 1]);
    this.#start = at + 2;
    return true;
  }

  #draw(arc: number, closes: boolean, firstX: number, firstY: number): boolean {
    const { coordinates } = this;
    const steps = this.#steps;
    let x = this.#x;
    let y = this.#y;
    let step = this.#step;
    let at = this.arcStart[arc] * 2;
    const end = this.arcStart[arc + 1] * 2 - (closes ? 2 : 0);
    if (step + end - at - 2 > steps.length) return false;
    coordinates[at++] = x;
    coordinates[at++] = y;
    while (at < end) {
      x += unzigzag(steps[step++]);
      y += unzigzag(steps[step++]);
      coordinates[at++] = x;
      coordinates[at++] = y;
    }
    if (closes) {
      coordinates[at++] = x = firstX;
      coordinates[at++] = y = firstY;
    }
    this.#x = x;
    this.#y = y;
    this.#step = step;
    return true;
  }
}

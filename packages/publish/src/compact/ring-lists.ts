import type { Position } from '../geometry/layer.js';
import type { SharedArcs } from '../geometry/shared-arcs.js';

/** The lists of a level; see docs/compact-boundaries.md. */
export interface LevelLists {
  readonly ringsOfShape: readonly number[];
  readonly arcsOfRing: readonly number[];
  readonly kinds: readonly number[];
  readonly known: readonly number[];
}

const zigzag = (number: number): number => (number < 0 ? -2 * number - 1 : 2 * number);

/** An arc that stands in the lists by now, and whether it was first walked against the order of its points. */
interface Written {
  readonly number: number;
  readonly isReversed: boolean;
}

/** Walks all rings and writes down each arc where it is first met. */
export class RingWriter {
  readonly lengths: number[] = [];
  readonly starts: number[] = [];
  readonly steps: number[] = [];
  readonly #arcs: SharedArcs['arcs'];
  readonly #written = new Map<number, Written>();
  #at: Position = [0, 0];

  constructor(arcs: SharedArcs['arcs']) {
    this.#arcs = arcs;
  }

  writeLevel(shapes: SharedArcs['rings'][number]): LevelLists {
    const kinds: number[] = [];
    const known: number[] = [];
    for (const ring of shapes.flat()) this.#writeRing(this.#turned(ring), kinds, known);
    return {
      ringsOfShape: shapes.map((rings) => rings.length),
      arcsOfRing: shapes.flatMap((rings) => rings.map((ring) => ring.length)),
      kinds,
      known,
    };
  }

  /** The ring from a known arc on that a new one leads to: then neither its beginning nor its end needs to be written. */
  #turned(ring: readonly number[]): readonly number[] {
    const isKnown = ring.map((reference) => this.#written.has(numberOf(reference)));
    const first = isKnown.findIndex((known, i) => known && !isKnown.at(i - 1));
    return first < 1 ? ring : [...ring.slice(first), ...ring.slice(0, first)];
  }

  #writeRing(ring: readonly number[], kinds: number[], known: number[]): void {
    ring.forEach((reference, i) => {
      const arc = numberOf(reference);
      const written = this.#written.get(arc);
      if (written) {
        kinds.push(reference < 0 === written.isReversed ? 2 : 1);
        known.push(this.#written.size - 1 - written.number);
      } else {
        this.#written.set(arc, { number: this.#written.size, isReversed: reference < 0 });
        kinds.push(0);
        this.#writeArc(this.#pointsOf(reference), i === 0, i === ring.length - 1);
      }
      this.#at = this.#pointsOf(reference).at(-1)!;
    });
  }

  #writeArc(points: readonly Position[], isFirst: boolean, isLast: boolean): void {
    this.lengths.push(points.length - 1);
    if (isFirst) this.starts.push(zigzag(points[0][0] - this.#at[0]), zigzag(points[0][1] - this.#at[1]));
    for (let i = 1; i < points.length - (isLast ? 1 : 0); i++)
      this.steps.push(zigzag(points[i][0] - points[i - 1][0]), zigzag(points[i][1] - points[i - 1][1]));
  }

  #pointsOf(reference: number): readonly Position[] {
    return reference < 0 ? [...this.#arcs[~reference]].reverse() : this.#arcs[reference];
  }
}

const numberOf = (reference: number): number => (reference < 0 ? ~reference : reference);

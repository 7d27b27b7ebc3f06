import type { Mix } from './mix.js';

/**
 * Rows of pixels as runs of equal content. Row `r` has the runs `rowStart[r] … rowStart[r + 1]`; run `i` ends before
 * column `end[i]` and begins where the one before ends, at 0 for the first of a row.
 *
 * `content[i]` is a shape's position plus one, or 0 for no shape; where negative, `~content[i]` is the place in `mixes` of a
 * pixel that several share: their number, then for each its position plus one times 256 plus its part in 255ths. The parts
 * add up to 255.
 */
export interface Runs {
  readonly rowStart: Uint32Array;
  readonly end: Uint16Array;
  readonly content: Int32Array;
  readonly mixes: Uint32Array;
}

const WHOLE = 255;

/** Takes runs in order, row by row. */
export class RunWriter {
  readonly #rowStart: Uint32Array;
  #row = 0;
  #end = new Uint16Array(1 << 12);
  #content = new Int32Array(1 << 12);
  #count = 0;
  #mixes = new Uint32Array(1 << 12);
  #mixed = 0;

  constructor(rows: number) {
    this.#rowStart = new Uint32Array(rows + 1);
  }

  /** A run up to a column; the parts of its content add up to `total`. */
  add(end: number, mix: Mix, total: number): void {
    const content = mix.count === 1 ? mix.shapes[0] + 1 : this.#addMix(mix, total);
    const last = this.#count - 1;
    if (content >= 0 && last >= this.#rowStart[this.#row] && this.#content[last] === content) {
      this.#end[last] = end;
      return;
    }
    if (this.#count === this.#end.length) {
      this.#end = wider(this.#end, new Uint16Array(this.#count * 2));
      this.#content = wider(this.#content, new Int32Array(this.#count * 2));
    }
    this.#end[this.#count] = end;
    this.#content[this.#count++] = content;
  }

  endRow(): void {
    this.#rowStart[++this.#row] = this.#count;
  }

  finish(): Runs {
    return {
      rowStart: this.#rowStart,
      end: this.#end.slice(0, this.#count),
      content: this.#content.slice(0, this.#count),
      mixes: this.#mixes.slice(0, this.#mixed),
    };
  }

  #addMix({ count, shapes, parts }: Mix, total: number): number {
    if (this.#mixed + count + 1 > this.#mixes.length)
      this.#mixes = wider(this.#mixes, new Uint32Array(this.#mixes.length * 2 + count));
    const start = this.#mixed;
    let written = 0;
    let sum = 0;
    let before = 0;
    for (let i = 0; i < count; i++) {
      // The sum is rounded and not the part: however many there are, they add up, and each is less than one off.
      sum += parts[i];
      const upTo = i === count - 1 ? WHOLE : Math.round((sum * WHOLE) / total);
      if (upTo > before) this.#mixes[start + ++written] = (shapes[i] + 1) * 256 + upTo - before;
      before = upTo;
    }
    if (written === 1) return (this.#mixes[start + 1] - WHOLE) / 256;
    this.#mixes[start] = written;
    this.#mixed = start + written + 1;
    return ~start;
  }
}

function wider<T extends Uint16Array | Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

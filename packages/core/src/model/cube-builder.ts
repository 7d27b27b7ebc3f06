import type { Dimension } from './dataset.js';
import { KIND_CODE } from './observation.js';

/** Above this a table can't be held as a cube: 20 million cells are 220 MB. */
export const MAX_CELLS = 20_000_000;

/**
 * The gate: the only writer of a dataset's cells. A number is stored for kind `value` and for nothing else, so that no
 * later layer can show, colour, sort or export one that was withheld.
 * Every cell starts as `none`: an absent row or key is not a zero.
 */
export class CubeBuilder {
  readonly values: Float64Array;
  readonly kinds: Uint8Array;
  #marks: Uint16Array | null = null;

  /** Sizes in canonical order: metrics, times, breakdown combinations, regions. */
  constructor(
    readonly metrics: number,
    readonly times: number,
    readonly breakdowns: number,
    readonly regions: number,
  ) {
    const cells = metrics * times * breakdowns * regions;
    if (!(cells <= MAX_CELLS)) throw new RangeError('more cells than MAX_CELLS: check with cellCount first');
    this.values = new Float64Array(cells).fill(NaN);
    this.kinds = new Uint8Array(cells).fill(KIND_CODE.none);
  }

  /** Number of cells for these sizes; compare with `MAX_CELLS` before building. */
  static cellCount(metrics: number, times: number, breakdowns: number, regions: number): number {
    return metrics * times * breakdowns * regions;
  }

  cell(metric: number, time: number, breakdown: number, region: number): number {
    return ((metric * this.times + time) * this.breakdowns + breakdown) * this.regions + region;
  }

  /** Stores a figure. What is no finite number becomes `unknown`; the caller reports it. */
  setValue(cell: number, value: number, marks = 0): void {
    if (!Number.isFinite(value)) {
      this.setMissing(cell, KIND_CODE.unknown);
      return;
    }
    this.values[cell] = value;
    this.kinds[cell] = KIND_CODE.value;
    if (marks !== 0 || this.#marks) this.#setMarks(cell, marks);
  }

  /** Stores a kind of missing; whatever number stood there is gone. */
  setMissing(cell: number, kind: number, marks = 0): void {
    this.values[cell] = NaN;
    this.kinds[cell] = kind;
    if (marks !== 0 || this.#marks) this.#setMarks(cell, marks);
  }

  get marks(): Uint16Array | null {
    return this.#marks;
  }

  #setMarks(cell: number, marks: number): void {
    this.#marks ??= new Uint16Array(this.kinds.length);
    this.#marks[cell] = marks;
  }
}

/** Index in a combination of breakdowns, last dimension fastest. */
export function breakdownIndex(dimensions: readonly Dimension[], indexes: readonly number[]): number {
  return dimensions.reduce((sum, dimension, i) => sum * dimension.codes.length + indexes[i], 0);
}

import type { CubeBuilder } from '../model/cube-builder.js';
import { KIND_CODE } from '../model/observation.js';
import type { ProblemList } from '../model/problem.js';

const WRITTEN = 1;
const IN_CONFLICT = 2;

/**
 * Writes the cells of formats that send rows, in which a cell may come twice. The same again is fine, and so is nothing
 * (`none`) beside something; two different answers are `unknown` and a `bad-cell`, whichever came first.
 */
export class RowCells {
  readonly #cube: CubeBuilder;
  readonly #problems: ProblemList;
  readonly #state: Uint8Array;

  constructor(cube: CubeBuilder, problems: ProblemList) {
    this.#cube = cube;
    this.#problems = problems;
    this.#state = new Uint8Array(cube.kinds.length);
  }

  /** `value` counts only for kind `value`, and must be finite there. `path` and `key` together are the place. */
  write(cell: number, kind: number, value: number, marks: number, path: string, key: string | number): void {
    if (kind === KIND_CODE.none) return;
    if (this.#state[cell] === 0) {
      this.#state[cell] = WRITTEN;
      if (kind === KIND_CODE.value) this.#cube.setValue(cell, value, marks);
      else this.#cube.setMissing(cell, kind, marks);
    } else if (this.#state[cell] === WRITTEN && !this.#isSame(cell, kind, value)) {
      this.#state[cell] = IN_CONFLICT;
      this.#cube.setMissing(cell, KIND_CODE.unknown);
      this.#problems.add('bad-cell', `${path}/${key}`);
    }
  }

  #isSame(cell: number, kind: number, value: number): boolean {
    return this.#cube.kinds[cell] === kind && (kind !== KIND_CODE.value || this.#cube.values[cell] === value);
  }
}

import type { CubeBuilder } from '../model/cube-builder.js';
import { KIND_CODE } from '../model/observation.js';
import type { ProblemList } from '../model/problem.js';
import type { Status } from './status.js';

/**
 * Writes one published cell through the gate: its number, as far as its status lets it stand. Null and undefined are
 * `none`. What should be a number and isn't is `unknown`, reported as `bad-cell`. A number beside a status that takes it
 * away is dropped: reported as `withheld-number` where it was to be withheld, else as `bad-cell`.
 * `path` and `key` together are the place, joined only when there is something to report.
 */
export function writeObservation(
  cube: CubeBuilder,
  cell: number,
  raw: unknown,
  status: Status,
  problems: ProblemList,
  path: string,
  key: string | number,
): void {
  if (status.kind === KIND_CODE.value && typeof raw === 'number' && Number.isFinite(raw)) {
    cube.setValue(cell, raw, status.marks);
    return;
  }
  const empty = raw === null || raw === undefined;
  if (status.kind === KIND_CODE.value) {
    cube.setMissing(cell, empty ? KIND_CODE.none : KIND_CODE.unknown);
    if (!empty) problems.add('bad-cell', `${path}/${key}`);
    return;
  }
  cube.setMissing(cell, status.kind, status.marks);
  if (!empty) problems.add(status.kind === KIND_CODE.withheld ? 'withheld-number' : 'bad-cell', `${path}/${key}`);
}

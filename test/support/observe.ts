import { breakdownIndex } from '@zicht-op/core/model/cube-builder.js';
import { observationAt, sliceStart, type Dataset } from '@zicht-op/core/model/dataset.js';
import { KIND_CODE } from '@zicht-op/core/model/observation.js';
import type { Problem, Result } from '@zicht-op/core/model/problem.js';

/** What a cell holds: its number, its kind of missing, or `absent` where the dataset has no such cell. */
export type Seen = number | string;

export interface CellOf {
  readonly indicator?: string;
  readonly region: string;
  readonly period?: string;
  readonly [breakdown: string]: string | undefined;
}

/** Looks a cell up by its codes. Marks follow the number: `12 P`. */
export function look(dataset: Dataset, { indicator, region, period, ...choice }: CellOf): Seen {
  const metric = indicator === undefined ? 0 : dataset.metric.index.get(indicator);
  const time = period === undefined ? 0 : dataset.time.index.get(period);
  const geo = dataset.geo.index.get(region);
  const indexes = dataset.breakdowns.map(({ id, index }) => index.get(choice[id] ?? '') ?? 0);
  if (metric === undefined || time === undefined || geo === undefined) return 'absent';
  const cell = sliceStart(dataset, metric, time, breakdownIndex(dataset.breakdowns, indexes)) + geo;
  const observation = observationAt(dataset, cell);
  const marks = observation.marks.join(' ');
  if (observation.kind !== 'value') return [observation.kind, marks].filter(Boolean).join(' ');
  return marks ? `${observation.value} ${marks}` : observation.value;
}

/** The value of a result, or an error that lists its problems. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`no value: ${JSON.stringify(result.problems)}`);
  return result.value;
}

/** Problems as `code path ×count`. */
export const told = (result: Result<unknown>): string[] =>
  result.problems.map(({ code, path, count }: Problem) => `${code} ${path}${count > 1 ? ` ×${count}` : ''}`);

/** Cells that hold a number although their kind isn't `value`, or the other way about: must be none in any dataset. */
export const unmasked = ({ kinds, values }: Dataset): number[] =>
  [...kinds.keys()].filter((cell) => Number.isFinite(values[cell]) !== (kinds[cell] === KIND_CODE.value));

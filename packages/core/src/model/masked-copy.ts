import type { Dataset } from './dataset.js';
import { KIND_CODE } from './observation.js';

/** True for what is shaped like a dataset after the gate: given back to us by a host that read it from an element. */
export function isDataset(input: unknown): input is Dataset {
  if (typeof input !== 'object' || input === null) return false;
  const { values, kinds, geo, time, metric, indicators, periods, breakdowns } = input as Partial<Dataset>;
  if (!(values instanceof Float64Array && kinds instanceof Uint8Array && values.length === kinds.length)) return false;
  if (!Array.isArray(indicators) || !Array.isArray(periods) || !Array.isArray(breakdowns)) return false;
  const sizes = [geo, time, metric, ...breakdowns].map((dimension) => dimension?.codes?.length ?? NaN);
  return sizes.reduce((product, size) => product * size, 1) === values.length;
}

/** The same dataset through the gate again: whatever a host did to it, a cell that isn't a value has no number. */
export function maskedCopy(dataset: Dataset): Dataset {
  const values = new Float64Array(dataset.values.length).fill(NaN);
  const kinds = dataset.kinds.map((kind, cell) => {
    if (kind !== KIND_CODE.value) return kind <= KIND_CODE.none ? kind : KIND_CODE.unknown;
    if (!Number.isFinite(dataset.values[cell])) return KIND_CODE.unknown;
    values[cell] = dataset.values[cell];
    return kind;
  });
  return { ...dataset, kinds, values, marks: dataset.marks?.slice() ?? null };
}

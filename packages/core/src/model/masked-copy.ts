import type { Dataset } from './dataset.js';
import { KIND_CODE } from './observation.js';

/** True for what is shaped like a dataset after the gate: given back to us by a host that read it from an element. */
export function isDataset(input: unknown): input is Dataset {
  if (typeof input !== 'object' || input === null) return false;
  const { values, kinds, geo, indicators } = input as Partial<Dataset>;
  return (
    values instanceof Float64Array &&
    kinds instanceof Uint8Array &&
    values.length === kinds.length &&
    geo !== undefined &&
    Array.isArray(indicators)
  );
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
  return { ...dataset, kinds, values };
}

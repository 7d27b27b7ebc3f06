import { sliceStart, type Dataset } from '../model/dataset.js';
import { KINDS, marksOf, type Mark, type Observation } from '../model/observation.js';
import type { Selection } from './selection.js';

/** The figures of one selection, one per region of the whole geo dimension. Views on the dataset: nothing is copied. */
export interface Slice {
  /** NaN unless the kind is `value`. */
  readonly values: Float64Array;
  readonly kinds: Uint8Array;
  readonly marks: Uint16Array | null;
}

export function sliceOf(
  dataset: Dataset,
  selection: Pick<Selection, 'metricIndex' | 'timeIndex' | 'breakdownIndex'>,
): Slice {
  const start = sliceStart(dataset, selection.metricIndex, selection.timeIndex, selection.breakdownIndex);
  const end = start + dataset.geo.codes.length;
  return {
    values: dataset.values.subarray(start, end),
    kinds: dataset.kinds.subarray(start, end),
    marks: dataset.marks ? dataset.marks.subarray(start, end) : null,
  };
}

/**
 * The figure of a region by its position. A period that is provisional as a whole gives its figures the mark `P`
 * (`provisional`). A position of -1 is a region the dataset doesn't list: `uncovered`.
 */
export function observationIn(slice: Slice, region: number, provisional = false): Observation {
  if (region < 0) return { kind: 'uncovered', marks: [] };
  const kind = KINDS[slice.kinds[region]];
  const own: Mark[] = slice.marks ? marksOf(slice.marks[region]) : [];
  if (kind !== 'value') return { kind, marks: own };
  const marks: Mark[] = provisional && !own.includes('P') ? ['P', ...own] : own;
  return { kind, value: slice.values[region], marks };
}

import type { Dataset } from '../model/dataset.js';
import type { Mark, ObservationKind } from '../model/observation.js';
import { levelOf } from '../model/region.js';
import { classOf, type Classification } from './classify.js';
import type { Formatter } from './format.js';
import type { Selection } from './selection.js';
import { observationIn, sliceOf } from './slice.js';

/** One figure as every element shows, speaks and exports it. `value` is there only where `kind` is `value`. */
export interface Row {
  readonly region: string;
  readonly name: string;
  readonly level: string;
  readonly period: string;
  readonly indicator: string;
  readonly breakdown: Readonly<Record<string, string>>;
  readonly kind: ObservationKind;
  readonly value?: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Class number from 0; null for every kind of missing. */
  readonly class: number | null;
}

/** A shape or region to make a row for: position in the geo dimension, or -1 with the code and name a shape gave. */
export interface RowTarget {
  readonly region: number;
  readonly code?: string;
  readonly name?: string | null;
}

/**
 * Rows for the given regions, in the given order: the one place where a figure gets its text, marks and class, so that
 * map, table, chart and file can't disagree. An empty list gives an empty list.
 */
export function rowsOf(
  dataset: Dataset,
  selection: Selection,
  targets: readonly RowTarget[],
  format: Formatter,
  classification: Classification | null,
): Row[] {
  const slice = sliceOf(dataset, selection);
  const provisional = dataset.periods[selection.timeIndex]?.provisional ?? false;
  return targets.map(({ region, code = '', name = null }) => {
    const observation = observationIn(slice, region, provisional);
    const id = region < 0 ? code : dataset.geo.codes[region];
    const label = region < 0 ? null : dataset.geo.labels[region];
    const row = {
      region: id,
      name: label !== null && label !== id ? label : (name ?? id),
      level: levelOf(id),
      period: selection.period,
      indicator: selection.indicator.id,
      breakdown: selection.filter,
      kind: observation.kind,
      text: format.observation(observation, selection.indicator.unit),
      marks: observation.marks,
    };
    if (observation.kind !== 'value') return { ...row, class: null };
    return {
      ...row,
      value: observation.value,
      class: classification ? classOf(observation.value, classification) : null,
    };
  });
}

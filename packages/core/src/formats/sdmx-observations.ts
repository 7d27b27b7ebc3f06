import { failure, success, type Result } from '../model/problem.js';
import { isObject, listAt, member, objectAt, pointer, type JsonObject } from './json-access.js';
import { GroupAttributes, type LevelValues } from './sdmx-attributes.js';
import type { SdmxDimension, SdmxStructure } from './sdmx-structure.js';

/** One observation of a data set. The same object is used for all: nothing may keep it. */
export interface SdmxObservation {
  /** Index of its value per dimension, in the structure's order. */
  readonly indexes: ArrayLike<number>;
  /** What was sent for each measure. */
  readonly measured: readonly unknown[];
  readonly values: LevelValues;
}

/** Reads the indexes of a key into their dimensions; false for a key that doesn't fit them. */
function readKey(key: string, dimensions: readonly SdmxDimension[], at: readonly number[], into: Int32Array): boolean {
  const parts = key.split(':');
  if (parts.length !== at.length) return false;
  for (let i = 0; i < at.length; i++) {
    const index = /^\d+$/.test(parts[i]) ? Number(parts[i]) : NaN;
    if (!(index < dimensions[at[i]].codes.length)) return false;
    into[at[i]] = index;
  }
  return true;
}

/** Stands for each measure of an observation that is no array: neither number nor one of the words for missing. */
const UNREADABLE = false;

/**
 * Visits every observation of a data set, by series or flat.
 * Error: `invalid-dataset` at a key that doesn't fit the structure.
 */
export function forEachObservation(
  dataSet: JsonObject,
  structure: SdmxStructure,
  path: string,
  visit: (observation: SdmxObservation, path: string, key: string) => void,
): Result<null> {
  const { dimensions, measures } = structure;
  const read = GroupAttributes.read(dataSet, structure, path);
  if (!read.ok) return read;
  const groups = read.value;
  const indexes = new Int32Array(dimensions.length);
  const levelAt = (level: string): number[] => dimensions.flatMap((one, i) => (one.level === level ? [i] : []));
  const bySeries = levelAt('series');
  const inObservation = levelAt('observation');
  const forDataSet = listAt(dataSet, 'attributes');

  const readAll = (
    observations: JsonObject,
    at: readonly number[],
    series: readonly unknown[],
    base: string,
  ): string | null => {
    for (const key of Object.keys(observations)) {
      if (!readKey(key, dimensions, at, indexes)) return pointer(key);
      const raw = observations[key];
      const sent: readonly unknown[] = Array.isArray(raw) ? raw : measures.map(() => UNREADABLE);
      visit(
        {
          indexes,
          measured: sent.slice(0, measures.length),
          values: {
            dataSet: forDataSet,
            dimensionGroup: groups.isEmpty ? [] : groups.valuesOf(indexes),
            series,
            observation: sent.slice(measures.length),
          },
        },
        base,
        key,
      );
    }
    return null;
  };

  if (isObject(member(dataSet, 'observations'))) {
    const base = `${path}/observations`;
    const wrong = readAll(objectAt(dataSet, 'observations'), [...bySeries, ...inObservation], [], base);
    if (wrong !== null) return failure('invalid-dataset', base + wrong);
  }
  const series = objectAt(dataSet, 'series');
  for (const key of Object.keys(series)) {
    const base = `${path}${pointer('series', key)}`;
    if (!readKey(key, dimensions, bySeries, indexes)) return failure('invalid-dataset', base);
    const wrong = readAll(
      objectAt(series[key], 'observations'),
      inObservation,
      listAt(series[key], 'attributes'),
      `${base}/observations`,
    );
    if (wrong !== null) return failure('invalid-dataset', `${base}/observations${wrong}`);
  }
  return success(null);
}

import { failure, success, type Result } from '../model/problem.js';
import type { Steps } from '../tasks/steps.js';
import { listAt, objectAt, pointer, type JsonObject } from './json-access.js';
import { GroupAttributes, type LevelValues } from './sdmx-attributes.js';
import type { SdmxDimension, SdmxStructure } from './sdmx-structure.js';

/** One observation of a data set. The same object is used for all, with other content: nothing may keep it. */
export interface SdmxObservation {
  /** Index of its value per dimension, in the structure's order. */
  readonly indexes: ArrayLike<number>;
  /** What was sent: a value for each measure, then the attributes. */
  readonly sent: readonly unknown[];
  readonly values: LevelValues;
}

/** Takes what `SdmxObservation` holds, and the place of it: a path and a key that needs no escaping. */
export type VisitObservation = (observation: SdmxObservation, path: string, key: string) => void;

const COLON = 58;
const ZERO = 48;

/**
 * Reads the indexes of a key (`0:12:3`) into their dimensions; false for a key that doesn't fit them. By hand, as
 * splitting makes three texts of every observation.
 */
function readKey(key: string, dimensions: readonly SdmxDimension[], at: readonly number[], into: Int32Array): boolean {
  let position = 0;
  for (let i = 0; i < at.length; i++) {
    let index = -1;
    for (; position < key.length; position++) {
      const code = key.charCodeAt(position);
      if (code === COLON) break;
      if (code < ZERO || code > ZERO + 9) return false;
      index = Math.max(index, 0) * 10 + code - ZERO;
    }
    if (index < 0 || !(index < dimensions[at[i]].codes.length)) return false;
    into[at[i]] = index;
    if (i < at.length - 1 ? key.charCodeAt(position) !== COLON : position !== key.length) return false;
    position++;
  }
  return at.length > 0 || key === '';
}

/** Stands for each measure of an observation that is no array: neither number nor one of the words for missing. */
const UNREADABLE = false;

/** Observations between two yields. */
const CHUNK = 512;

/** Visits the observations of one data set. */
class DataSetWalk {
  readonly #structure: SdmxStructure;
  readonly #groups: GroupAttributes;
  readonly #visit: VisitObservation;
  readonly #unreadable: readonly unknown[];
  readonly #indexes: Int32Array;
  #visited = 0;
  readonly #values: { -readonly [K in keyof LevelValues]: LevelValues[K] };

  constructor(dataSet: JsonObject, structure: SdmxStructure, groups: GroupAttributes, visit: VisitObservation) {
    this.#structure = structure;
    this.#groups = groups;
    this.#visit = visit;
    this.#unreadable = structure.measures.map(() => UNREADABLE);
    this.#indexes = new Int32Array(structure.dimensions.length);
    this.#values = { dataSet: listAt(dataSet, 'attributes'), dimensionGroup: [], series: [], observation: [] };
  }

  /** Visits a list of observations, of which the keys hold these dimensions. Returns the first key that doesn't fit. */
  *readAll(observations: JsonObject, at: readonly number[], path: string): Steps<string | null> {
    const observation = { indexes: this.#indexes, sent: this.#unreadable, values: this.#values };
    for (const key of Object.keys(observations)) {
      if (!readKey(key, this.#structure.dimensions, at, this.#indexes)) return key;
      const raw = observations[key];
      observation.sent = Array.isArray(raw) ? raw : this.#unreadable;
      this.#values.observation = observation.sent;
      if (!this.#groups.isEmpty) this.#values.dimensionGroup = this.#groups.valuesOf(this.#indexes);
      this.#visit(observation, path, key);
      if (++this.#visited % CHUNK === 0) yield;
    }
    return null;
  }

  /** Turns to a series; false where its key doesn't fit. */
  turnTo(key: string, at: readonly number[], series: unknown): boolean {
    this.#values.series = listAt(series, 'attributes');
    return readKey(key, this.#structure.dimensions, at, this.#indexes);
  }
}

/**
 * Visits every observation of a data set, by series or flat.
 * Error: `invalid-dataset` at a key that doesn't fit the structure.
 */
export function* forEachObservation(
  dataSet: JsonObject,
  structure: SdmxStructure,
  path: string,
  visit: VisitObservation,
): Steps<Result<null>> {
  const groups = GroupAttributes.read(dataSet, structure, path);
  if (!groups.ok) return groups;
  const walk = new DataSetWalk(dataSet, structure, groups.value, visit);
  const levelAt = (level: string) => structure.dimensions.flatMap((one, i) => (one.level === level ? [i] : []));
  const bySeries = levelAt('series');
  const inObservation = levelAt('observation');

  const flat = yield* walk.readAll(
    objectAt(dataSet, 'observations'),
    [...bySeries, ...inObservation],
    `${path}/observations`,
  );
  if (flat !== null) return failure('invalid-dataset', path + pointer('observations', flat));
  const series = objectAt(dataSet, 'series');
  for (const key of Object.keys(series)) {
    if (!walk.turnTo(key, bySeries, series[key])) return failure('invalid-dataset', path + pointer('series', key));
    const base = `${path}/series/${key}/observations`;
    const wrong = yield* walk.readAll(objectAt(series[key], 'observations'), inObservation, base);
    if (wrong !== null) return failure('invalid-dataset', base + pointer(wrong));
  }
  return success(null);
}

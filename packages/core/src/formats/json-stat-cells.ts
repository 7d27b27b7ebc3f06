import type { CubeBuilder } from '../model/cube-builder.js';
import { failure, success, type ProblemList, type Result } from '../model/problem.js';
import { inChunks, type Steps } from '../tasks/steps.js';
import { isObject, member, pointer, type JsonObject } from './json-access.js';
import { packStatus, statusReader, unpackStatus } from './status.js';
import { writeObservation } from './write-observation.js';

/** Cells of a document by their position in it, last dimension fastest, and what a step along each is in the cube. */
export interface Layout {
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
}

/** Values as received: all of them in a row, or those that are there by position. */
export type Values = readonly unknown[] | JsonObject;

/** Packed statuses by position, or the one that all cells have. 0 is no status. */
export type Statuses = Uint16Array | number;

const invalid = <T>(...path: readonly (string | number)[]): Result<T> => failure('invalid-dataset', pointer(...path));

/** Position of a key of a sparse list; -1 for what is none, or lies outside. */
function positionOf(key: string, count: number): number {
  if (!/^(?:0|[1-9]\d*)$/.test(key)) return -1;
  const position = Number(key);
  return position < count ? position : -1;
}

/** Positions that are walked between two yields. */
const CHUNK = 2048;

/** Visits what a sparse list holds, until the first key that lies outside, which is returned. */
function* forEachHeld(
  list: JsonObject,
  count: number,
  visit: (position: number, raw: unknown) => void,
): Steps<string | null> {
  const cells = list as Readonly<Record<number, unknown>>;
  const held = Object.values(list).length;
  if (held * 8 >= count) {
    // Counting up is many times faster than making a text of every position, which Object.keys does.
    let seen = 0;
    yield* inChunks(
      count,
      (from, to) => {
        for (let position = from; position < to; position++) {
          if (!Object.hasOwn(list, position)) continue;
          seen++;
          visit(position, cells[position]);
        }
      },
      CHUNK,
    );
    if (seen === held) return null;
  }
  let visited = 0;
  for (const key of Object.keys(list)) {
    const position = positionOf(key, count);
    if (position < 0) return key;
    if (held * 8 < count) visit(position, cells[position]);
    if (++visited % CHUNK === 0) yield;
  }
  return null;
}

/** Reads `value`: an array of all cells, or an object of those that have one. */
export function readValues(document: JsonObject, count: number): Result<Values> {
  const value = member(document, 'value');
  if (Array.isArray(value)) return value.length === count ? success<Values>(value) : invalid('value');
  return isObject(value) ? success<Values>(value) : invalid('value');
}

/** Reads `status`: one text or an array of one for all cells, an array of all, or an object of those that have one. */
export function* readStatuses(document: JsonObject, count: number): Steps<Result<Statuses>> {
  const status = member(document, 'status');
  const read = statusReader();
  const packed = (raw: unknown): number => packStatus(read(raw));
  if (Array.isArray(status)) {
    if (status.length === 1) return success<Statuses>(packed(status[0]));
    if (status.length !== count) return invalid('status');
  } else if (!isObject(status)) {
    return success<Statuses>(packed(status));
  }
  const statuses = new Uint16Array(count);
  const put = (position: number, raw: unknown) => (statuses[position] = packed(raw));
  if (Array.isArray(status)) {
    const all: readonly unknown[] = status;
    yield* inChunks(
      count,
      (from, to) => {
        for (let position = from; position < to; position++) put(position, all[position]);
      },
      CHUNK,
    );
    return success<Statuses>(statuses);
  }
  const wrong = yield* forEachHeld(status, count, put);
  return wrong === null ? success<Statuses>(statuses) : invalid('status', wrong);
}

/** Position in the cube of a position in the document. */
function cellOf(position: number, { sizes, strides }: Layout): number {
  let rest = position;
  let cell = 0;
  for (let d = sizes.length - 1; d >= 0; d--) {
    const size = sizes[d];
    const above = Math.floor(rest / size);
    cell += (rest - above * size) * strides[d];
    rest = above;
  }
  return cell;
}

/** Visits every position with its cell: an odometer over all dimensions but the last, and a plain loop over that. */
function* forEachCell(
  { sizes, strides }: Layout,
  count: number,
  visit: (position: number, cell: number) => void,
): Steps<void> {
  const last = sizes.length - 1;
  const wheel = sizes.map(() => 0);
  let start = 0;
  /** Visits whole rows of the last dimension, at least as many positions as a chunk has; answers the next position. */
  const turn = (first: number): number => {
    const most = Math.min(first + CHUNK, count);
    let position = first;
    let base = start;
    while (position < most) {
      for (let i = 0, cell = base; i < sizes[last]; i++, cell += strides[last]) visit(position++, cell);
      for (let d = last - 1; d >= 0; d--) {
        base += strides[d];
        if (++wheel[d] < sizes[d]) break;
        base -= wheel[d] * strides[d];
        wheel[d] = 0;
      }
    }
    start = base;
    return position;
  };
  for (let position = 0; position < count; yield) position = turn(position);
}

/**
 * Writes all cells through the gate. What a sparse list doesn't hold stays `none`, unless a status speaks of it.
 * Fails with `invalid-dataset` at a key that lies outside the sizes.
 */
export function* fillCube(
  cube: CubeBuilder,
  values: Values,
  statuses: Statuses,
  layout: Layout,
  problems: ProblemList,
): Steps<Result<null>> {
  const count = cube.kinds.length;
  const write = (position: number, cell: number, raw: unknown): void => {
    const packed = typeof statuses === 'number' ? statuses : statuses[position];
    // Most cells by far: a number without a status.
    if (packed === 0 && typeof raw === 'number' && Number.isFinite(raw)) cube.setValue(cell, raw);
    else writeObservation(cube, cell, raw, unpackStatus(packed), problems, '/value', position);
  };

  if (Array.isArray(values)) {
    const dense: readonly unknown[] = values;
    yield* forEachCell(layout, count, (position, cell) => write(position, cell, dense[position]));
    return success(null);
  }
  const sparse = values as JsonObject;
  if (statuses !== 0)
    yield* forEachCell(layout, count, (position, cell) => {
      if (typeof statuses === 'number' || statuses[position] !== 0) write(position, cell, null);
    });
  const wrong = yield* forEachHeld(sparse, count, (position, raw) => write(position, cellOf(position, layout), raw));
  return wrong === null ? success(null) : invalid('value', wrong);
}

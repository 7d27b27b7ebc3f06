import { failure, success, type Result } from '../model/problem.js';
import { isObject, member, objectAt, pointer, textAt, toText, type JsonObject } from './json-access.js';

/** A dimension as a JSON-stat document describes it, in the document's order of dimensions. */
export interface JsonStatDimension {
  readonly id: string;
  readonly label: string;
  readonly codes: readonly string[];
  readonly labels: readonly string[];
  /** The category object, for units, notes and children. */
  readonly category: JsonObject;
}

const invalid = <T>(...path: readonly (string | number)[]): Result<T> => failure('invalid-dataset', pointer(...path));

/** Codes from an index array, in its order; null where it isn't of the dimension's size. */
function codesOfList(index: readonly unknown[], size: number): string[] | null {
  if (index.length !== size) return null;
  // A number here is illegal, though its meaning isn't in doubt.
  const codes = new Array<string>(size);
  for (let i = 0; i < size; i++) {
    const code = index[i];
    codes[i] = typeof code === 'string' ? code : toText(code);
  }
  return codes;
}

/** Codes from an index object, by position; null where the positions aren't 0 up to the size, each once. */
function codesOfObject(index: JsonObject, size: number): string[] | null {
  const keys = Object.keys(index);
  if (keys.length !== size) return null;
  const codes = new Array<string | null>(size).fill(null);
  for (const key of keys) {
    const position = index[key];
    if (typeof position !== 'number' || codes[position] !== null) return null;
    codes[position] = key;
  }
  return codes as string[];
}

/** Codes of a category: index as array or object; absent for a dimension of one category, which its label names. */
function codesOf(category: JsonObject, size: number): string[] | null {
  const index = member(category, 'index');
  if (Array.isArray(index)) return codesOfList(index, size);
  if (isObject(index)) return codesOfObject(index, size);
  const labels = Object.keys(objectAt(category, 'label'));
  return index === undefined && size === 1 && labels.length === 1 ? labels : null;
}

function readDimension(document: JsonObject, id: string, size: number): Result<JsonStatDimension> {
  const dimension = member(objectAt(document, 'dimension'), id);
  if (!isObject(dimension)) return invalid('dimension', id);
  const category = member(dimension, 'category');
  if (!isObject(category)) return invalid('dimension', id, 'category');
  const codes = codesOf(category, size);
  if (!codes) return invalid('dimension', id, 'category', 'index');
  const known = objectAt(category, 'label');
  const labels = codes.map((code) => textAt(known, code) || code);
  return success({ id, label: textAt(dimension, 'label') || id, codes, labels, category });
}

/**
 * Reads `id`, `size` and `dimension` of a JSON-stat 2.0 dataset. All three must agree: what contradicts is
 * `invalid-dataset` with the pointer to it. A dimension of no category is refused too: there is nothing to show.
 */
export function readDimensions(document: JsonObject): Result<JsonStatDimension[]> {
  const ids = member(document, 'id');
  const sizes = member(document, 'size');
  if (!Array.isArray(ids) || ids.length === 0 || new Set(ids).size !== ids.length) return invalid('id');
  if (!Array.isArray(sizes) || sizes.length !== ids.length) return invalid('size');
  const dimensions: JsonStatDimension[] = [];
  for (const [i, id] of ids.entries()) {
    const size: unknown = sizes[i];
    if (typeof id !== 'string') return invalid('id', i);
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 1) return invalid('size', i);
    const dimension = readDimension(document, id, size);
    if (!dimension.ok) return dimension;
    dimensions.push(dimension.value);
  }
  return success(dimensions);
}

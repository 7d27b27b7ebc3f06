import { DATASET_TYPES, detectFormat, typeOfJson, type DatasetType } from '../formats/detect.js';
import { parseJson } from '../formats/json-text.js';
import { failure, success, type Result } from '../model/problem.js';
import type { Recognised } from './dataset-reader.js';

/** See `recognise`. `json` is what the text was read as already, where it begins as an object does. */
export function recogniseOther(text: string, json: Result<unknown>, forced: string): Result<Recognised> {
  if (forced === '') return json.ok ? recogniseJson(json.value, '') : detectFormat(text);
  const type = forcedType(forced);
  if (!type.ok) return type;
  if (type.value === 'csv') return /^\s*(<|$)/.test(text) ? failure('not-json') : success({ type: 'csv', json: null });
  const read = json.ok ? json : parseJson(text);
  return read.ok ? success({ type: type.value, json: read.value }) : read;
}

/** What a document is, or a list of its pages. `not-supported` for what is of no known kind. */
export function recogniseJson(json: unknown, forced: string): Result<Recognised> {
  const type = forced === '' ? success(typeOfJson(Array.isArray(json) ? json[0] : json)) : forcedType(forced);
  if (!type.ok) return type;
  return type.value === null || type.value === 'csv' ? failure('not-supported') : success({ type: type.value, json });
}

/** A type as an embedder writes it; `not-supported`, with those there are, for any other word. */
function forcedType(word: string): Result<DatasetType> {
  const type = DATASET_TYPES.find((known) => known === word);
  return type === undefined ? failure('not-supported', '', { items: DATASET_TYPES }) : success(type);
}

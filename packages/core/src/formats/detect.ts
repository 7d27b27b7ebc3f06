import { failure, success, type Result } from '../model/problem.js';
import { isObject, listAt, member, objectAt, type JsonObject } from './json-access.js';
import { parseJson, withoutBom } from './json-text.js';

/** The formats that figures are read from. Contract, section 3. */
export const DATASET_TYPES = ['json-stat', 'cbs-odata-v4', 'cbs-odata-v3', 'sdmx-json', 'csv'] as const;

export type DatasetType = (typeof DATASET_TYPES)[number];

/** What a body turned out to be; `json` is the parsed document, null for CSV. */
export interface Detected {
  readonly type: DatasetType;
  readonly json: unknown;
}

/** Characters within which the header of a CSV file shows that it has columns. */
const LONGEST_HEADER = 100_000;

/** JSON-stat 2.0 and 1.x: a class, or a dimension with its ids; in 1.x also one level down, in a bundle. */
function isJsonStat(json: JsonObject): boolean {
  const looksLike = (candidate: unknown): boolean => {
    const dimension = member(candidate, 'dimension');
    return isObject(dimension) && (Array.isArray(member(candidate, 'id')) || Array.isArray(member(dimension, 'id')));
  };
  const kind = member(json, 'class');
  if (kind === 'dataset' || kind === 'collection' || kind === 'dimension') return true;
  return looksLike(json) || Object.values(json).slice(0, 20).some(looksLike);
}

const isSdmxJson = (json: JsonObject): boolean =>
  [json, objectAt(json, 'data')].some((part) => Array.isArray(member(part, 'dataSets')));

/** OData of CBS, by its envelope, else by the columns of its first row. */
function odataVersion(json: JsonObject): 'cbs-odata-v4' | 'cbs-odata-v3' | null {
  if (!Array.isArray(member(json, 'value'))) return null;
  if (typeof member(json, '@odata.context') === 'string') return 'cbs-odata-v4';
  if (typeof member(json, 'odata.metadata') === 'string') return 'cbs-odata-v3';
  const [row] = listAt(json, 'value');
  if (!isObject(row)) return null;
  if (Object.hasOwn(row, 'Measure') && (Object.hasOwn(row, 'Value') || Object.hasOwn(row, 'StringValue')))
    return 'cbs-odata-v4';
  return Object.keys(row).some((key) => /^[A-Za-z]\w*_\d+$/.test(key)) ? 'cbs-odata-v3' : null;
}

/** The format of a parsed document, by its content; null where it is none that we know. Never looks deeper than needed. */
export function typeOfJson(json: unknown): Exclude<DatasetType, 'csv'> | null {
  if (!isObject(json)) return null;
  if (isJsonStat(json)) return 'json-stat';
  if (isSdmxJson(json)) return 'sdmx-json';
  return odataVersion(json);
}

/**
 * Finds the format of a body by its content, whatever its name or content type.
 * Errors: `not-json` for an empty body, for HTML or XML, and for a start of `{` or `[` that doesn't parse;
 * `not-supported` for JSON of no known kind and for text without columns.
 */
export function detectFormat(text: string): Result<Detected> {
  const body = withoutBom(text);
  const first = body.search(/\S/);
  const start = body[first];
  if (start === undefined || start === '<') return failure('not-json');
  if (start !== '{' && start !== '[') {
    const line = /[\r\n]/.exec(body.slice(first, first + LONGEST_HEADER))?.index ?? LONGEST_HEADER;
    const hasColumns = /[,;]/.test(body.slice(first, first + line));
    return hasColumns ? success<Detected>({ type: 'csv', json: null }) : failure('not-supported');
  }
  const json = parseJson(body);
  if (!json.ok) return json;
  const type = typeOfJson(json.value);
  return type ? success<Detected>({ type, json: json.value }) : failure('not-supported');
}

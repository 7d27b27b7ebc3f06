import { NO_UNIT, type DatasetMeta, type Unit } from '../model/dataset.js';
import { failure, success, type ProblemList, type Result } from '../model/problem.js';
import { inChunks, type Steps } from '../tasks/steps.js';
import { Axis } from './axis.js';
import { isStatusKey } from './odata-status.js';
import {
  decimalsOf,
  firstText,
  isObject,
  isoDate,
  listAt,
  member,
  textAt,
  toText,
  type JsonObject,
} from './json-access.js';

/** A code with what its list says of it. */
export interface CodeEntry {
  readonly code: string;
  readonly title: string;
  readonly row: JsonObject;
}

/** A list of codes: `MeasureCodes` and `RegioSCodes` of v4, `DataProperties` and `RegioS` of v3. */
export interface CodeList {
  /** Name of the entity set, from the envelope's context; empty where it has none. */
  readonly name: string;
  readonly entries: readonly CodeEntry[];
  readonly byCode: ReadonlyMap<string, CodeEntry>;
}

const contextOf = (document: unknown): string => firstText(document, '@odata.context', 'odata.metadata');

/** Name of the entity set: `…/$metadata#MeasureCodes`, `…/$metadata#Cbs.OData.WebAPI.RegioS`. */
function entitySet(document: unknown): string {
  const fragment = contextOf(document).split('#')[1] ?? '';
  return fragment.split(/[(/]/)[0].split('.').pop() ?? '';
}

/** A row of a code list; v4 calls its code `Identifier`, v3 `Key`. Codes come padded. */
function readEntry(row: unknown): CodeEntry[] {
  if (!isObject(row)) return [];
  const code = firstText(row, 'Identifier', 'Key');
  return code ? [{ code, title: textAt(row, 'Title'), row }] : [];
}

/** Reads a code list in its envelope; a document that isn't one gives an empty list. A singleton is a list of one. */
function readCodeList(document: unknown): CodeList {
  const rows = Array.isArray(member(document, 'value')) ? listAt(document, 'value') : [document];
  const entries = rows.flatMap(readEntry);
  return { name: entitySet(document), entries, byCode: new Map(entries.map((entry) => [entry.code, entry])) };
}

/** All code lists of a table; several documents of one name (pages) are one list. */
export function readCodeLists(documents: readonly unknown[]): CodeList[] {
  const lists: CodeList[] = [];
  for (const document of documents) {
    const list = readCodeList(document);
    const known = list.name === '' ? -1 : lists.findIndex(({ name }) => name === list.name);
    if (known < 0) lists.push(list);
    else {
      const entries = [...lists[known].entries, ...list.entries];
      lists[known] = { name: list.name, entries, byCode: new Map(entries.map((entry) => [entry.code, entry])) };
    }
  }
  return lists;
}

/** The list of this name, else one without a name that knows all these codes. */
export const findList = (
  lists: readonly CodeList[],
  names: readonly string[],
  codes: readonly string[],
): CodeList | null =>
  lists.find(({ name }) => names.includes(name)) ??
  lists.find(({ name, byCode }) => name === '' && byCode.size > 0 && codes.every((code) => byCode.has(code))) ??
  null;

/**
 * The rows of all pages, in order. Errors: `not-supported` for a page that is no OData answer; `invalid-dataset` at
 * `/value` when there are no rows at all.
 */
export function readPages(pages: readonly unknown[]): Result<readonly (readonly unknown[])[]> {
  if (pages.some((page) => !Array.isArray(member(page, 'value')))) return failure('not-supported');
  const rows = pages.map((page) => listAt(page, 'value'));
  return rows.some((page) => page.length > 0) ? success(rows) : failure('invalid-dataset', '/value');
}

/** Rows of all pages, each with the place it stands in its page. */
export interface TableRows {
  readonly rows: readonly JsonObject[];
  readonly keys: readonly number[];
}

/** Rows between two yields: each of them has a dozen members. */
const CHUNK = 512;

/** Walks all rows, in steps. */
export const eachRow = (rows: readonly unknown[], visit: (row: number) => void): Steps<void> =>
  inChunks(
    rows.length,
    (from, to) => {
      for (let row = from; row < to; row++) visit(row);
    },
    CHUNK,
  );

/** All rows of all pages. What is no row is reported as `bad-cell`. */
export function* collectRows(pages: readonly (readonly unknown[])[], problems: ProblemList): Steps<TableRows> {
  const rows: JsonObject[] = [];
  const keys: number[] = [];
  for (const page of pages)
    yield* eachRow(page, (key) => {
      const row = page[key];
      if (isObject(row)) {
        rows.push(row);
        keys.push(key);
      } else problems.add('bad-cell', `/value/${key}`);
    });
  return { rows, keys };
}

/** A column of codes: which there are, and which each row has. */
export function* readColumn(rows: readonly JsonObject[], id: string): Steps<{ axis: Axis; positions: Int32Array }> {
  const axis = new Axis();
  const positions = new Int32Array(rows.length);
  yield* eachRow(rows, (row) => (positions[row] = axis.positionOf(member(rows[row], id))));
  return { axis, positions };
}

/** Keys of a row that are columns of the table: neither annotations of the protocol nor statuses of what stands beside. */
export const columnKeys = (row: JsonObject): string[] =>
  Object.keys(row).filter((key) => !/[.@]/.test(key) && !isStatusKey(key));

/** CBS writes one text: `%` is a sign beside the figure, all else (`aantal`, `x 1 000 euro`) a unit in words. */
export function readCbsUnit(row: JsonObject | undefined): Unit {
  const text = textAt(row, 'Unit');
  const decimals = decimalsOf(member(row, 'Decimals'));
  return text === '%' ? { ...NO_UNIT, symbol: '%', decimals } : { ...NO_UNIT, label: text, decimals };
}

/** Periods of which CBS says that their figures may change: `Voorlopig`, `NaderVoorlopig`. */
export const isProvisional = (entry: CodeEntry | undefined): boolean => /voorlopig/i.test(textAt(entry?.row, 'Status'));

/** Publisher and table, as far as the documents themselves say: the catalogue, else the host of the envelope. */
function sourceOf(documents: readonly unknown[], about: JsonObject | undefined): string {
  const context = documents.map(contextOf).find((text) => text !== '') ?? '';
  const table = textAt(about, 'Identifier') || (/\/([^/]+)\/\$metadata/.exec(context)?.[1] ?? '');
  const publisher = textAt(about, 'Catalog') || (/^https?:\/\/[\w.-]*\bcbs\.nl\//i.test(context) ? 'CBS' : '');
  return [publisher, table].filter(Boolean).join(', ');
}

/** What `TableInfos` (v3) or `Properties` (v4) says of the table; the source also without it. */
export function readTableMeta(documents: readonly unknown[], lists: readonly CodeList[]): Partial<DatasetMeta> {
  const about = lists.find(({ name }) => name === 'TableInfos' || name === 'Properties')?.entries[0]?.row;
  const label = sourceOf(documents, about);
  return {
    label: textAt(about, 'Title'),
    notes: [toText(member(about, 'ShortDescription')) || toText(member(about, 'Description'))].filter(Boolean),
    sources: label ? [{ label, href: null }] : [],
    updated: isoDate(member(about, 'Modified')),
  };
}

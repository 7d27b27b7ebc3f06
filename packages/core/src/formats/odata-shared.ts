import { NO_UNIT, type Dataset, type DatasetMeta, type Unit } from '../model/dataset.js';
import { failure, ProblemList, type Result } from '../model/problem.js';
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

/** A column of codes: which there are, and which each row has. */
export interface CodeColumn {
  readonly axis: Axis;
  readonly positions: ArrayLike<number>;
}

/**
 * The rows of a table, taken from its pages as they come, in order. Columns of codes are read at the same time, as far as
 * their keys tell that they are such.
 */
export class TableRows {
  readonly rows: JsonObject[] = [];
  /** Where each row stands in its page. */
  readonly keys: number[] = [];
  /** The pages, as received. */
  readonly pages: unknown[] = [];
  /** What is no row. */
  readonly problems = new ProblemList();
  #isOdata = true;
  #hasAny = false;
  readonly #isColumn: (key: string) => boolean;
  readonly #columns = new Map<string, { readonly axis: Axis; readonly positions: number[] }>();

  constructor(isColumn: (key: string) => boolean) {
    this.#isColumn = isColumn;
  }

  *add(page: unknown): Steps<void> {
    this.pages.push(page);
    if (!Array.isArray(member(page, 'value'))) this.#isOdata = false;
    const list = listAt(page, 'value');
    this.#hasAny ||= list.length > 0;
    const first = this.rows.length;
    yield* eachRow(list, (key) => {
      const row = list[key];
      if (isObject(row)) {
        this.rows.push(row);
        this.keys.push(key);
      } else this.problems.add('bad-cell', `/value/${key}`);
    });
    const [row] = this.rows;
    if (first === 0 && row) for (const key of columnKeys(row).filter(this.#isColumn)) this.#open(key);
    for (const id of this.#columns.keys()) yield* this.#read(id);
  }

  /**
   * Null where all is well. Errors: `not-supported` for a page that is no OData answer; `invalid-dataset` at `/value`
   * where there are no rows at all.
   */
  get failure(): Result<never> | null {
    if (!this.#isOdata) return failure('not-supported');
    return this.#hasAny && this.rows.length > 0 ? null : failure('invalid-dataset', '/value');
  }

  *column(id: string): Steps<CodeColumn> {
    const column = this.#columns.get(id) ?? this.#open(id);
    yield* this.#read(id);
    return column;
  }

  #open(id: string) {
    const column = { axis: new Axis(), positions: [] as number[] };
    this.#columns.set(id, column);
    return column;
  }

  /** Reads a column on to the last row that is there. */
  *#read(id: string): Steps<void> {
    const { axis, positions } = this.#columns.get(id) ?? this.#open(id);
    const { rows } = this;
    const start = positions.length;
    yield* inChunks(
      rows.length - start,
      (from, to) => {
        for (let row = start + from; row < start + to; row++) positions.push(axis.positionOf(member(rows[row], id)));
      },
      CHUNK,
    );
  }
}

/** Reads a table that comes in pages: each when it is there, the dataset when all are. */
export interface PagedParser {
  add(page: unknown): Steps<void>;
  /** With the code lists that were fetched beside the pages. */
  end(codeLists: readonly unknown[]): Steps<Result<Dataset>>;
}

/** All pages at once. */
export function* parsePages(
  parser: PagedParser,
  pages: readonly unknown[],
  codeLists: readonly unknown[],
): Steps<Result<Dataset>> {
  for (const page of pages) yield* parser.add(page);
  return yield* parser.end(codeLists);
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

import { failure, success, type ProblemList, type ProblemReason, type Result } from '../model/problem.js';
import { normaliseCode } from '../model/region.js';
import { inChunks, type Steps } from '../tasks/steps.js';
import { withoutBom } from './json-text.js';
import { numberForm } from './csv-number.js';
import { findDelimiter, readRecordsInSteps } from './csv-reader.js';
import { isKnownRegion } from './roles.js';

/** A record with its number as a spreadsheet counts: the header is 1. */
export interface CsvRow {
  readonly number: number;
  readonly cells: readonly string[];
  /** False where it has other columns than the header: nobody can tell which cell is which. */
  readonly isRegular: boolean;
}

export interface CsvTable {
  readonly header: readonly string[];
  /** The header's line, as a spreadsheet counts. */
  readonly line: number;
  readonly rows: readonly CsvRow[];
  readonly delimiter: ',' | ';';
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

/** A title that is a figure or a region: the file begins with its data. A year may well be a title. */
const isData = (title: string): boolean =>
  isKnownRegion(normaliseCode(title)) ||
  (numberForm(title.replace(/\s*%$/, '')) !== 'text' && !/^(?:19|20)\d{2}$/.test(title));

/**
 * A table whose header doesn't do: `invalid-dataset` with the reason, and the headers there are. A header line that
 * holds data is told as `no-header`, by its line alone: figures are not to be told as names.
 */
export function headerFailure<T>(
  reason: ProblemReason,
  { header, line }: Pick<CsvTable, 'header' | 'line'>,
  path = '',
): Result<T> {
  return header.some(isData)
    ? failure('invalid-dataset', `/${line}`, { reason: 'no-header' })
    : failure('invalid-dataset', path, { reason, items: header.filter((title) => title !== '') });
}

/** A first line `sep=;`, by which spreadsheets are told the delimiter. */
const SEPARATOR_LINE = /^sep=([,;])[^\S\r\n]*(?:\r\n?|\n)/i;

function headerOf(record: readonly string[] | undefined): string[] {
  const header = (record ?? []).map((title) => title.trim());
  while (header.length > 0 && header[header.length - 1] === '') header.pop();
  return header;
}

/** Lines and columns that are read, at most: no published table has as many, and to split empty ones takes many seconds. */
const MOST_LINES = 4_000_000;
const MOST_COLUMNS = 100_000;
/** Lines that are counted between two yields. */
const LINES = 16_384;

function* hasTooManyLines(text: string): Steps<boolean> {
  const end = text.includes('\n') ? '\n' : '\r';
  let lines = 0;
  for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) {
    if (++lines > MOST_LINES) return true;
    if (lines % LINES === 0) yield;
  }
  return false;
}

/**
 * Splits a file into its header and rows. Blank lines are left out, and empty cells beyond the header's last title.
 * Errors: `not-json` for an empty body or a web page, as for any format; `invalid-dataset` at the header's line for a
 * file without columns, without header or with two of one title, and for a quote that is never closed; `too-large` above `MOST_LINES` or
 * `MOST_COLUMNS`.
 */
export function* readTable(text: string, delimiter: ',' | ';' | null): Steps<Result<CsvTable>> {
  let body = withoutBom(text);
  if (/^\s*(?:<|$)/.test(body)) return failure('not-json');
  const told = SEPARATOR_LINE.exec(body);
  if (told) body = body.slice(told[0].length);
  if (yield* hasTooManyLines(body)) return failure('too-large');
  const used = (told?.[1] as ',' | ';' | undefined) ?? delimiter ?? findDelimiter(body);
  yield;
  const records = yield* readRecordsInSteps(body, used);
  if (!records) return failure('invalid-dataset');
  const first = records.findIndex((record) => !isBlank(record));
  const header = headerOf(records[first]);
  const offset = told ? 2 : 1;
  const line = first + offset;
  if (header.length > MOST_COLUMNS) return failure('too-large', `/${line}`);
  // A file that begins with its figures: they are no names, and not to be told as such.
  if (header.some((title) => isKnownRegion(normaliseCode(title))))
    return failure('invalid-dataset', `/${line}`, { reason: 'no-header' });
  const titles = header.filter((title) => title !== '');
  if (header.length < 2) return headerFailure('no-header', { header, line }, `/${line}`);
  if (new Set(titles).size !== titles.length) return headerFailure('double-header', { header, line }, `/${line}`);
  const rows: CsvRow[] = [];
  const width = header.length;
  yield* inChunks(records.length - first - 1, (from, to) => {
    for (let i = first + 1 + from; i <= first + to; i++) {
      const cells = records[i];
      if (isBlank(cells)) continue;
      const isRegular = cells.length === width || (cells.length > width && isBlank(cells.slice(width)));
      rows.push({ number: i + offset, cells, isRegular });
    }
  });
  return success({ header, line, rows, delimiter: used });
}

/** Place of a cell: column and row. */
export const cellPath = (header: string, row: CsvRow): string => `${header}/${row.number}`;

/** Reports rows that can't be read as a whole. */
export function reportRow(problems: ProblemList, header: string, row: CsvRow): void {
  problems.add('bad-cell', cellPath(header, row));
}

import { finish } from '../tasks/slices.js';
import type { Steps } from '../tasks/steps.js';

/** Records of a CSV file, the header among them. Record `i` is line `i + 1` for whoever counts as spreadsheets do. */
export type CsvRecords = readonly (readonly string[])[];

const QUOTE = 34;
const RETURN = 13;
const NEWLINE = 10;

/** Records between two yields. */
const CHUNK = 256;

/** Lines without any quote: plain splitting, which is what nearly all files need. */
function* splitPlain(text: string, delimiter: string): Steps<string[][]> {
  const end = text.includes('\n') ? '\n' : '\r';
  const records: string[][] = [];
  for (let at = 0; at < text.length;) {
    const next = text.indexOf(end, at);
    const stop = next < 0 ? text.length : next;
    const hasReturn = stop > at && text.charCodeAt(stop - 1) === RETURN;
    records.push(text.slice(at, hasReturn ? stop - 1 : stop).split(delimiter));
    at = stop + 1;
    if (records.length % CHUNK === 0) yield;
  }
  return records;
}

/** Reads one record from `at` on into `record`, and answers where the next begins; -1 for a quote that is never closed. */
function readRecord(text: string, separator: number, from: number, record: string[]): number {
  let at = from;
  while (at < text.length) {
    let field = '';
    if (text.charCodeAt(at) === QUOTE) {
      for (let open = at + 1; ;) {
        const close = text.indexOf('"', open);
        if (close < 0) return -1;
        field += text.slice(open, close);
        at = close + 1;
        if (text.charCodeAt(at) !== QUOTE) break;
        field += '"';
        open = at + 1;
      }
    }
    const bare = at;
    let code = NaN;
    while (at < text.length) {
      code = text.charCodeAt(at);
      if (code === separator || code === NEWLINE || code === RETURN) break;
      at++;
    }
    record.push(bare === at ? field : field + text.slice(bare, at));
    if (at >= text.length || code !== separator)
      return at + (code === RETURN && text.charCodeAt(at + 1) === NEWLINE ? 2 : 1);
    at++;
  }
  // A delimiter at the very end of the text opens one more, empty field.
  record.push('');
  return at;
}

function* splitQuoted(text: string, delimiter: string): Steps<string[][] | null> {
  const separator = delimiter.charCodeAt(0);
  const records: string[][] = [];
  // Most lines of a file that has quotes have none.
  let quote = -1;
  let other = -1;
  for (let at = 0; at < text.length;) {
    if (quote < at) quote = indexFrom(text, '"', at);
    if (other < at) other = indexFrom(text, '\r', at);
    const end = indexFrom(text, '\n', at);
    if (end < quote && end < text.length && other >= end - 1) {
      records.push(text.slice(at, Math.min(end, other)).split(delimiter));
      at = end + 1;
    } else {
      const record: string[] = [];
      at = readRecord(text, separator, at, record);
      if (at < 0) return null;
      records.push(record);
    }
    if (records.length % CHUNK === 0) yield;
  }
  return records;
}

/** Where a sign stands next; the end of the text where it doesn't. */
function indexFrom(text: string, sign: string, at: number): number {
  const found = text.indexOf(sign, at);
  return found < 0 ? text.length : found;
}

/**
 * Reads records as RFC 4180 writes them: fields in double quotes may hold delimiters, line ends and doubled quotes. Line
 * ends are CRLF, LF or CR. A quote inside a bare field stands for itself. Null where a quote is never closed: what
 * follows it can't be told from what it should have held.
 */
export const readRecordsInSteps = (text: string, delimiter: ',' | ';'): Steps<string[][] | null> =>
  text.includes('"') ? splitQuoted(text, delimiter) : splitPlain(text, delimiter);

/** `readRecordsInSteps`, at once. */
export const readRecords = (text: string, delimiter: ',' | ';'): string[][] | null =>
  finish(readRecordsInSteps(text, delimiter));

/** Share of records with as many fields as the header. */
function regularity(records: readonly string[][]): number {
  const width = records[0]?.length ?? 0;
  return width < 2 ? 0 : records.filter((record) => record.length === width).length / records.length;
}

/** Characters that are looked at to find the delimiter. */
const SAMPLE = 65_536;

/**
 * The delimiter that makes the first records regular: comma or semicolon. With both equally regular the one that makes
 * more columns; without any the comma.
 */
export function findDelimiter(text: string): ',' | ';' {
  const end = text.length > SAMPLE ? text.lastIndexOf('\n', SAMPLE) : text.length;
  const sample = text.slice(0, end > 0 ? end : SAMPLE);
  const score = (delimiter: ',' | ';') => {
    const records = readRecords(sample, delimiter) ?? [];
    return { regular: regularity(records), width: records[0]?.length ?? 0 };
  };
  const comma = score(',');
  const semicolon = score(';');
  if (semicolon.regular !== comma.regular) return semicolon.regular > comma.regular ? ';' : ',';
  return semicolon.width > comma.width ? ';' : ',';
}

/** Records of a CSV file, the header among them. Record `i` is line `i + 1` for whoever counts as spreadsheets do. */
export type CsvRecords = readonly (readonly string[])[];

const QUOTE = 34;
const RETURN = 13;
const NEWLINE = 10;

/** Lines without any quote: plain splitting, which is what nearly all files need. */
function splitPlain(text: string, delimiter: string): string[][] {
  const lines = text.split(text.includes('\n') ? '\n' : '\r');
  if (lines[lines.length - 1] === '') lines.pop();
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line).split(delimiter));
}

/**
 * Reads records as RFC 4180 writes them: fields in double quotes may hold delimiters, line ends and doubled quotes. Line
 * ends are CRLF, LF or CR. A quote inside a bare field stands for itself. Null where a quote is never closed: what
 * follows it can't be told from what it should have held.
 */
export function readRecords(text: string, delimiter: ',' | ';'): string[][] | null {
  if (!text.includes('"')) return splitPlain(text, delimiter);
  const separator = delimiter.charCodeAt(0);
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text.charCodeAt(at) === QUOTE) {
      for (let open = at + 1; ;) {
        const close = text.indexOf('"', open);
        if (close < 0) return null;
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
    if (at < text.length && code === separator) {
      at++;
      // A delimiter at the very end of the text opens one more, empty field.
      if (at < text.length) continue;
      record.push('');
    } else {
      at += code === RETURN && text.charCodeAt(at + 1) === NEWLINE ? 2 : 1;
    }
    records.push(record);
    record = [];
  }
  return records;
}

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

import { KIND_CODE } from '../model/observation.js';
import type { CsvRow } from './csv-table.js';
import { NO_STATUS, parseStatus, soundsWithheld, strictest, type Status } from './status.js';

/** Headers that SDMX-CSV gives to its two columns of status, and those that others give to the same. */
const OBSERVATION = /^(?:obs|observation)[ _.-]?(?:status|flag)$/i;
const CONFIDENTIALITY = /^(?:obs[ _.-]?conf|conf[ _.-]?status(?:[ _.-]?obs)?|confidentiality(?:[ _.-]?status)?)$/i;
/** A status by its plain name, of the whole row or of the column it is named after. */
const PLAIN = /^(?:status|flags?)$/i;
const OF_COLUMN = /^(.+?)[ _.-](?:(conf[ _.-]?status)|(?:obs[ _.-]?)?(?:status|flag))$/i;

/** A column that tells how the figures beside it are to be taken. */
interface StatusColumn {
  readonly position: number;
  /** Header of the one column it is about; null: all figures of the row. */
  readonly about: string | null;
  readonly isConfidentiality: boolean;
}

/** What the columns of status of a table say. */
export interface CsvStatuses {
  /** Their positions: they are no figures, whatever role they were given. */
  readonly positions: ReadonlySet<number>;
  /** Status of a row's figure in the column of this header. */
  statusOf(row: CsvRow, header: string): Status;
}

/** SDMX-CSV may write a code with its name behind it: `Q: Missing value; suppressed`. */
const codeOf = (text: string): string => /^\s*([A-Za-z]{1,2}):\s/.exec(text)?.[1] ?? text.trim();

function parseCell(text: string, isConfidentiality: boolean): Status {
  const code = codeOf(text);
  if (code === '') return NO_STATUS;
  if (isConfidentiality) return parseStatus(`/${code}`);
  return soundsWithheld(code) ? parseStatus('Q') : parseStatus(code);
}

/** Reads each different cell once. */
function statusReader(): typeof parseCell {
  const known = [new Map<string, Status>(), new Map<string, Status>()];
  return (text, isConfidentiality) => {
    const read = known[Number(isConfidentiality)];
    const status = read.get(text) ?? parseCell(text, isConfidentiality);
    read.set(text, status);
    return status;
  };
}

/**
 * True for a column called `status` that holds codes: some cell is one that takes a number away, or all are codes that we
 * know. A column of other words (`definitief`) is a column of text.
 */
function holdsStatuses(rows: readonly CsvRow[], position: number): boolean {
  const texts = new Set(rows.map(({ cells }) => (cells[position] ?? '').trim()));
  texts.delete('');
  const statuses = [...texts].map((text) => parseCell(text, false).kind);
  if (statuses.includes(KIND_CODE.withheld)) return true;
  return statuses.length > 0 && statuses.every((kind) => kind !== KIND_CODE.unknown);
}

function columnOf(header: readonly string[], rows: readonly CsvRow[], position: number): StatusColumn | null {
  const title = header[position];
  if (OBSERVATION.test(title)) return { position, about: null, isConfidentiality: false };
  if (CONFIDENTIALITY.test(title)) return { position, about: null, isConfidentiality: true };
  const [, about, confidentiality] = OF_COLUMN.exec(title) ?? [];
  const known = about === undefined ? undefined : header.find((other) => other.toLowerCase() === about.toLowerCase());
  if (known !== undefined && confidentiality !== undefined) return { position, about: known, isConfidentiality: true };
  if (known === undefined && !PLAIN.test(title)) return null;
  return holdsStatuses(rows, position) ? { position, about: known ?? null, isConfidentiality: false } : null;
}

/**
 * Finds the columns of status by their headers: SDMX-CSV's `OBS_STATUS` and `CONF_STATUS`, `status`, and `<header>_status`
 * beside a column of that header. They are read as in any other format, so that a figure that was to be withheld never
 * gets past. `ignored` are columns that the embedder doesn't want: a plain `status` among them is none, but SDMX's are.
 */
export function findStatuses(
  header: readonly string[],
  rows: readonly CsvRow[],
  ignored: ReadonlySet<number>,
): CsvStatuses {
  const readStatus = statusReader();
  const columns = header.flatMap((title, position) => {
    const isSdmx = OBSERVATION.test(title) || CONFIDENTIALITY.test(title);
    const column = isSdmx || !ignored.has(position) ? columnOf(header, rows, position) : null;
    return column ? [column] : [];
  });
  const byHeader = new Map(
    header.map((title) => [title, columns.filter(({ about }) => about === null || about === title)]),
  );
  return {
    positions: new Set(columns.map(({ position }) => position)),
    statusOf: (row, title) =>
      strictest(
        (byHeader.get(title) ?? columns).map(({ position, isConfidentiality }) =>
          readStatus(row.cells[position] ?? '', isConfidentiality),
        ),
      ),
  };
}

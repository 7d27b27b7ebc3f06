import { KIND_CODE } from '../model/observation.js';
import type { CsvRow } from './csv-table.js';
import { numberForm, parseNumber, type DecimalSign, type NumberForm } from './csv-number.js';
import type { CsvwColumn } from './csvw.js';
import { missingSymbol } from './status.js';

/** CBS's stand-in numbers: this one is secret, all others from the limit down are not known. */
const SECRET = -99_997;
const STAND_IN_LIMIT = -99_990;

const CELL_FORMS = ['empty', 'symbol', 'plain', 'point', 'comma', 'maybe-point', 'maybe-comma', 'not-finite'] as const;

type CellForm = (typeof CELL_FORMS)[number];

const FORM_NUMBER = new Map<CellForm | NumberForm, number>(CELL_FORMS.map((form, i) => [form, i]));

/** A column of figures, looked through once; or of text, where `text` is the first row that has some. */
export interface ScannedColumn {
  readonly position: number;
  readonly header: string;
  readonly csvw: CsvwColumn | undefined;
  readonly text: CsvRow | null;
  /** Of the cells that aren't empty, most are figures: a text among them is more likely a slip than meant. */
  readonly isMostlyFigures: boolean;
  /** What stands behind each figure: `%`, or nothing. */
  readonly suffix: '' | '%';
  /** Form of the cell per row, by its position in `CELL_FORMS`. */
  readonly forms: Uint8Array;
  readonly occurring: ReadonlySet<NumberForm>;
}

/** A null token is no value, unless it is one of the signs and numbers that say why there is none. */
function formOf(text: string, nulls: ReadonlySet<string> | undefined): CellForm | 'text' {
  if (text === '') return 'empty';
  const form = numberForm(text);
  if (form !== 'text' && form !== 'not-finite') {
    const isToken = nulls?.has(text) && !(Number(text) <= STAND_IN_LIMIT);
    return isToken ? 'empty' : form;
  }
  if (missingSymbol(text) !== null) return 'symbol';
  return nulls?.has(text) ? 'empty' : form;
}

/** A figure without the percent sign behind it; any other cell as it is. */
const withoutPercent = (text: string): string => (text.endsWith('%') ? text.slice(0, -1).trimEnd() : text);

/** The form of a cell in a column where `%` stands behind each figure: a bare figure is none there. */
function percentForm(text: string, nulls: ReadonlySet<string> | undefined): CellForm | 'text' {
  const isPercent = text.endsWith('%');
  const form = formOf(withoutPercent(text), nulls);
  return isPercent === (form !== 'empty' && form !== 'symbol') ? form : 'text';
}

/**
 * Looks at all cells of a column. Rows that aren't regular count as empty. Where `%` stands behind every figure, the
 * figures are read without it.
 */
export function scanColumn(
  rows: readonly CsvRow[],
  position: number,
  header: string,
  csvw: CsvwColumn | undefined,
  nulls: ReadonlySet<string> | undefined,
): ScannedColumn {
  const tokens = csvw?.nulls ?? nulls;
  const bare = scanCells(rows, position, (text) => formOf(text, tokens));
  const hasPercent = bare.text?.cells[position].trim().endsWith('%') ?? false;
  const percent = hasPercent ? scanCells(rows, position, (text) => percentForm(text, tokens)) : null;
  const isPercent = percent !== null && percent.text === null;
  const scan = isPercent ? percent : bare;
  const text = scan.text ?? (csvw?.isText ? (rows[0] ?? null) : null);
  return { position, header, csvw, ...scan, text, suffix: isPercent ? '%' : '' };
}

type Scan = Pick<ScannedColumn, 'text' | 'isMostlyFigures' | 'forms' | 'occurring'>;

function scanCells(rows: readonly CsvRow[], position: number, form: (text: string) => CellForm | 'text'): Scan {
  const forms = new Uint8Array(rows.length);
  const occurring = new Set<NumberForm>();
  let text: CsvRow | null = null;
  let figures = 0;
  let others = 0;
  for (let i = 0; i < rows.length; i++) {
    if (!rows[i].isRegular) continue;
    const found = form(rows[i].cells[position].trim());
    if (found === 'text') text ??= rows[i];
    else if (found !== 'empty' && found !== 'symbol') occurring.add(found);
    forms[i] = FORM_NUMBER.get(found) ?? 0;
    if (found === 'text' || found === 'symbol') others++;
    else if (found !== 'empty') figures++;
  }
  return { text, isMostlyFigures: figures > others, forms, occurring };
}

/** A cell as it goes through the gate; `isBad` where it is no number though it should be. */
export interface CsvCell {
  readonly kind: number;
  readonly value: number;
  readonly decimals: number;
  readonly isBad: boolean;
}

const missing = (kind: number, isBad = false): CsvCell => ({ kind, value: NaN, decimals: 0, isBad });

/** Reads the cell of a row. A row that isn't regular gives `unknown`, as no cell of it is sure. */
export function readCell(column: ScannedColumn, row: CsvRow, i: number, sign: DecimalSign): CsvCell {
  if (!row.isRegular) return missing(KIND_CODE.unknown);
  const form = CELL_FORMS[column.forms[i]];
  if (form === 'empty') return missing(KIND_CODE.none);
  const cell = row.cells[column.position].trim();
  const text = column.suffix === '%' ? withoutPercent(cell) : cell;
  if (form === 'symbol') return missing(missingSymbol(text) ?? KIND_CODE.unknown);
  const { value, decimals } = parseNumber(text, form, sign);
  if (!Number.isFinite(value)) return missing(KIND_CODE.unknown, true);
  if (value === SECRET) return missing(KIND_CODE.withheld);
  if (value <= STAND_IN_LIMIT) return missing(KIND_CODE.unknown);
  return { kind: KIND_CODE.value, value, decimals, isBad: false };
}

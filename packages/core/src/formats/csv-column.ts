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

/** Looks at all cells of a column. Rows that aren't regular count as empty. */
export function scanColumn(
  rows: readonly CsvRow[],
  position: number,
  header: string,
  csvw: CsvwColumn | undefined,
  nulls: ReadonlySet<string> | undefined,
): ScannedColumn {
  const forms = new Uint8Array(rows.length);
  const occurring = new Set<NumberForm>();
  const tokens = csvw?.nulls ?? nulls;
  let text: CsvRow | null = null;
  for (let i = 0; i < rows.length && !text; i++) {
    if (!rows[i].isRegular) continue;
    const form = formOf(rows[i].cells[position].trim(), tokens);
    if (form === 'text') text = rows[i];
    else if (form !== 'empty' && form !== 'symbol') occurring.add(form);
    forms[i] = FORM_NUMBER.get(form) ?? 0;
  }
  if (csvw?.isText) text ??= rows[0] ?? null;
  return { position, header, csvw, text, forms, occurring };
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
  const text = row.cells[column.position].trim();
  if (form === 'symbol') return missing(missingSymbol(text) ?? KIND_CODE.unknown);
  const { value, decimals } = parseNumber(text, form, sign);
  if (!Number.isFinite(value)) return missing(KIND_CODE.unknown, true);
  if (value === SECRET) return missing(KIND_CODE.withheld);
  if (value <= STAND_IN_LIMIT) return missing(KIND_CODE.unknown);
  return { kind: KIND_CODE.value, value, decimals, isBad: false };
}

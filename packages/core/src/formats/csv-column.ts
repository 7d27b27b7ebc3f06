import { KIND_CODE } from '../model/observation.js';
import { inChunks, type Steps } from '../tasks/steps.js';
import type { CsvRow } from './csv-table.js';
import { numberForm, parseNumber, QuickNumber, type DecimalSign, type NumberForm } from './csv-number.js';
import type { CsvwColumn } from './csvw.js';
import { missingSymbol } from './status.js';

/** CBS's stand-in numbers: this one is secret, all others from the limit down are not known. */
const SECRET = -99_997;
const STAND_IN_LIMIT = -99_990;

const NUMBER_FORMS = ['plain', 'point', 'comma', 'maybe-point', 'maybe-comma', 'not-finite'] as const;
const CELL_FORMS = ['empty', 'symbol', ...NUMBER_FORMS] as const;

type CellForm = (typeof CELL_FORMS)[number];

const FORM_NUMBER = new Map<CellForm | NumberForm, number>(CELL_FORMS.map((form, i) => [form, i]));
const [EMPTY, SYMBOL, PLAIN, POINT, COMMA] = CELL_FORMS.keys();
/** The decimal sign that a form can only be read with. */
const SIGNS: readonly DecimalSign[] = CELL_FORMS.map((form) => (form === 'comma' ? ',' : '.'));

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
  /** Number of the cell per row with its decimals, where its form tells it for sure; NaN where it has yet to be read. */
  readonly numbers: Float64Array;
  readonly decimals: Uint8Array;
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
export function* scanColumn(
  rows: readonly CsvRow[],
  position: number,
  header: string,
  csvw: CsvwColumn | undefined,
  nulls: ReadonlySet<string> | undefined,
): Steps<ScannedColumn> {
  const tokens = csvw?.nulls ?? nulls;
  const bare = yield* scanCells(rows, position, (text) => formOf(text, tokens), tokens);
  const hasPercent = bare.text?.cells[position].trim().endsWith('%') ?? false;
  const percent = hasPercent ? yield* scanCells(rows, position, (text) => percentForm(text, tokens), null) : null;
  const isPercent = percent !== null && percent.text === null;
  const scan = isPercent ? percent : bare;
  const text = scan.text ?? (csvw?.isText ? (rows[0] ?? null) : null);
  return { position, header, csvw, ...scan, text, suffix: isPercent ? '%' : '' };
}

type Scan = Pick<ScannedColumn, 'text' | 'isMostlyFigures' | 'forms' | 'numbers' | 'decimals' | 'occurring'>;

/** Cells are read by hand where they can be, but for the tokens among `nulls`; with null none is. */
function* scanCells(
  rows: readonly CsvRow[],
  position: number,
  form: (text: string) => CellForm | 'text',
  nulls: ReadonlySet<string> | null | undefined,
): Steps<Scan> {
  const forms = new Uint8Array(rows.length);
  const numbers = new Float64Array(rows.length).fill(NaN);
  const decimals = new Uint8Array(rows.length);
  const occurring = new Set<NumberForm>();
  const quick = new QuickNumber();
  const counts = new Uint32Array(CELL_FORMS.length);
  let text: CsvRow | null = null;
  let texts = 0;

  const scan = (i: number): void => {
    const cell = rows[i].cells[position];
    if (cell === '') return void counts[EMPTY]++;
    const known = nulls === null || nulls?.has(cell) ? null : quick.read(cell);
    if (known !== null) {
      forms[i] = known === 'plain' ? PLAIN : known === 'point' ? POINT : COMMA;
      numbers[i] = quick.value;
      decimals[i] = quick.decimals;
    } else {
      const found = form(cell.trim());
      if (found === 'text') {
        text ??= rows[i];
        texts++;
        return;
      }
      forms[i] = FORM_NUMBER.get(found) ?? EMPTY;
    }
    counts[forms[i]]++;
  };
  yield* inChunks(rows.length, (from, to) => {
    for (let i = from; i < to; i++) if (rows[i].isRegular) scan(i);
  });

  let figures = 0;
  for (const [i, name] of NUMBER_FORMS.entries()) {
    const count = counts[PLAIN + i];
    if (count > 0) occurring.add(name);
    figures += count;
  }
  return { text, isMostlyFigures: figures > texts + counts[SYMBOL], forms, numbers, decimals, occurring };
}

/** Reads the cells of a column, one after the other: what the last one holds stands in its members. */
export class CellReader {
  kind: number = KIND_CODE.none;
  /** NaN unless the kind is `value`. */
  value = NaN;
  decimals = 0;
  /** True where the cell is no number though it should be. */
  isBad = false;
  readonly #column: ScannedColumn;
  readonly #sign: DecimalSign;

  constructor(column: ScannedColumn, sign: DecimalSign) {
    this.#column = column;
    this.#sign = sign;
  }

  /** Reads the cell of a row. A row that isn't regular gives `unknown`, as no cell of it is sure. */
  read(row: CsvRow, i: number): void {
    const { forms, numbers, decimals } = this.#column;
    if (!row.isRegular) return this.#setMissing(KIND_CODE.unknown);
    const form = forms[i];
    if (form === EMPTY) return this.#setMissing(KIND_CODE.none);
    if (form === SYMBOL) return this.#setMissing(missingSymbol(this.#textOf(row)) ?? KIND_CODE.unknown);
    if (!Number.isNaN(numbers[i]) && (form === PLAIN || this.#sign === null || this.#sign === SIGNS[form]))
      this.#setNumber(numbers[i], decimals[i]);
    else {
      const read = parseNumber(this.#textOf(row), NUMBER_FORMS[form - PLAIN], this.#sign);
      this.#setNumber(read.value, read.decimals);
    }
  }

  #textOf(row: CsvRow): string {
    const cell = row.cells[this.#column.position].trim();
    return this.#column.suffix === '%' ? withoutPercent(cell) : cell;
  }

  #setNumber(value: number, decimals: number): void {
    if (!Number.isFinite(value)) return this.#setMissing(KIND_CODE.unknown, true);
    if (value === SECRET) return this.#setMissing(KIND_CODE.withheld);
    if (value <= STAND_IN_LIMIT) return this.#setMissing(KIND_CODE.unknown);
    this.kind = KIND_CODE.value;
    this.value = value;
    this.decimals = decimals;
    this.isBad = false;
  }

  #setMissing(kind: number, isBad = false): void {
    this.kind = kind;
    this.value = NaN;
    this.decimals = 0;
    this.isBad = isBad;
  }
}

/** What the signs in a cell tell about its number. */
export type NumberForm =
  /** Nothing but digits and a sign, or an exponent without a separator. */
  | 'plain'
  /** Can only be read with a decimal point, or with a decimal comma. */
  | 'point'
  | 'comma'
  /** `1.234` or `1,234`: thousands or thousandths. */
  | 'maybe-point'
  | 'maybe-comma'
  /** A number in name only: NaN, infinity. */
  | 'not-finite'
  /** No number. */
  | 'text';

const PLAIN = /^[+-]?\d+(?:[eE][+-]?\d+)?$/;
const NOT_FINITE = /^[+-]?(?:nan|inf(?:inity)?)$/i;
const MAYBE = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/;
/** One separator that can't part thousands. */
const DECIMAL = /^[+-]?\d*([.,])\d+(?:[eE][+-]?\d+)?$/;
/** Groups of three, parted at least twice, or followed by the other separator. */
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:(?:([.,])\d{3}(?:\1\d{3})+)|(?:([.,])\d{3}(?:\2\d{3})*(?!\2)[.,]\d+))$/;
/** Thousands parted by spaces, as they are typeset in Dutch and French. */
const SPACED = /^([+-]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:([.,])\d+)?$/;

/** A typographic minus is a minus; spaces between thousands are nothing. */
function withoutTypography(text: string): string {
  const signed = text.startsWith('\u2212') ? `-${text.slice(1)}` : text;
  return SPACED.test(signed) ? signed.replace(/[ \u00a0\u202f]/g, '') : signed;
}

const decimalForm = (text: string): NumberForm | null => {
  const separator = DECIMAL.exec(text)?.[1];
  return separator === undefined ? null : separator === '.' ? 'point' : 'comma';
};

/** The form of a cell without spaces around it; empty is text. */
export function numberForm(text: string): NumberForm {
  if (PLAIN.test(text)) return 'plain';
  const maybe = MAYBE.exec(text)?.[1];
  if (maybe !== undefined) return maybe === '.' ? 'maybe-point' : 'maybe-comma';
  const decimal = decimalForm(text);
  if (decimal) return decimal;
  if (!/\d/.test(text)) return NOT_FINITE.test(text) ? 'not-finite' : 'text';
  const grouped = GROUPED.exec(text);
  if (grouped) return (grouped[1] ?? grouped[2]) === '.' ? 'comma' : 'point';
  const bare = withoutTypography(text);
  if (bare === text) return 'text';
  // `1 234,567` is parted by spaces already: what follows can only be decimals.
  return SPACED.test(text) && !PLAIN.test(bare) ? (decimalForm(bare) ?? 'text') : numberForm(bare);
}

/** Digits that a number holds exactly. */
const MOST_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);
const [PLUS, COMMA, MINUS, POINT, ZERO, NINE] = Array.from('+,-.09', (sign) => sign.charCodeAt(0));

/**
 * Reads by hand what nearly all cells are: up to 15 digits with at most one separator among them, that can't part
 * thousands. The form and number are those that `numberForm` and `parseNumber` find, some times quicker: a whole number
 * below 2^53 and a power of ten are exact, so their quotient is the number nearest to what was written.
 */
export class QuickNumber {
  /** What the last cell read holds, with its own separator as the decimal sign. */
  value = NaN;
  decimals = 0;

  /** The form of a cell without spaces around it; null for one that has to be looked at more closely. */
  read(text: string): 'plain' | 'point' | 'comma' | null {
    const { length } = text;
    let code = text.charCodeAt(0);
    const isNegative = code === MINUS;
    const first = isNegative || code === PLUS ? 1 : 0;
    if (length - first > MOST_DIGITS + 1) return null;
    let whole = 0;
    let separator = -1;
    for (let i = first; i < length; i++) {
      code = text.charCodeAt(i);
      if (code >= ZERO && code <= NINE) whole = whole * 10 + code - ZERO;
      else if (separator < 0 && (code === POINT || code === COMMA)) separator = i;
      else return null;
    }
    const digits = length - first - (separator < 0 ? 0 : 1);
    const decimals = separator < 0 ? 0 : length - separator - 1;
    if (digits === 0 || digits > MOST_DIGITS || (separator >= 0 && decimals === 0)) return null;
    // `1.234` may be thousands; `0.234`, `.234` and `1234.567` can't.
    if (decimals === 3 && digits > 3 && digits <= 6 && text.charCodeAt(first) !== ZERO) return null;
    this.value = (isNegative ? -whole : whole) / POWERS_OF_TEN[decimals];
    this.decimals = decimals;
    if (separator < 0) return 'plain';
    return text.charCodeAt(separator) === POINT ? 'point' : 'comma';
  }
}

/** The decimal sign of a column; null: it can't be told, so that a cell that could be read in two ways is no number. */
export type DecimalSign = '.' | ',' | null;

/** A number with how many decimals were written; NaN where the cell can't be read with this sign. */
export interface ParsedNumber {
  readonly value: number;
  readonly decimals: number;
}

const NOT_READ: ParsedNumber = { value: NaN, decimals: 0 };

/** Digits between the decimal point and the exponent or end. */
function decimalsIn(number: string): number {
  const point = number.indexOf('.');
  if (point < 0) return 0;
  const exponent = number.search(/[eE]/);
  return (exponent < 0 ? number.length : exponent) - point - 1;
}

/** Reads a cell of a given form. Fails closed: what contradicts the sign, or has two readings and no sign, is NaN. */
export function parseNumber(text: string, form: NumberForm, sign: DecimalSign): ParsedNumber {
  if (form === 'text' || form === 'not-finite') return NOT_READ;
  const bare = /[^\x21-\x7e]/.test(text) ? withoutTypography(text) : text;
  if (form === 'plain') return { value: Number(bare), decimals: 0 };
  const own = form === 'point' ? '.' : form === 'comma' ? ',' : null;
  if (own && sign && own !== sign) return NOT_READ;
  const decimal = sign ?? own;
  if (!decimal) return NOT_READ;
  const thousands = decimal === '.' ? ',' : '.';
  const joined = bare.includes(thousands) ? bare.replaceAll(thousands, '') : bare;
  const number = decimal === ',' ? joined.replace(',', '.') : joined;
  return { value: Number(number), decimals: decimalsIn(number) };
}

/** The forms that occur in a column or file. */
export type Forms = ReadonlySet<NumberForm>;

/** The sign that the unambiguous cells agree on; null where there are none, or where they contradict each other. */
export function signOf(forms: Forms): DecimalSign {
  if (forms.has('point') === forms.has('comma')) return null;
  return forms.has('point') ? '.' : ',';
}

/**
 * The decimal sign of each column, from its cells and those of the whole file.
 *
 * - One cell of the file with a single reading (`0,5`, `12.50`, `1.234,5`) settles all columns, as a file has one writer.
 * - Where columns contradict each other, each is read by its own cells only.
 * - Where all separators could part thousands (`1.234`), the file's form decides as far as it can: a point in a
 *   comma-delimited file, a comma in a semicolon-delimited one, is the decimal sign, for only that fits the way such a
 *   file is made. The other way about stays undecided, and such cells are no number.
 */
export function decimalSigns(columns: readonly Forms[], delimiter: ',' | ';'): DecimalSign[] {
  const file = new Set(columns.flatMap((forms) => [...forms]));
  const agreed = signOf(file);
  if (agreed) return columns.map(() => agreed);
  if (file.has('point')) return columns.map(signOf);
  if (file.has('maybe-point') && file.has('maybe-comma')) return columns.map(() => null);
  if (delimiter === ',' && file.has('maybe-point')) return columns.map(() => '.');
  if (delimiter === ';' && file.has('maybe-comma')) return columns.map(() => ',');
  return columns.map(() => null);
}

import type { Unit } from '../model/dataset.js';
import type { MissingKind, Observation } from '../model/observation.js';
import type { Period } from '../model/period.js';

/** The words that figures and periods need: a locale's, never ours. */
export interface FormatTexts {
  readonly missing: Readonly<Record<MissingKind, string>>;
  /** A quarter in words, part 1 to 4; without it the id of the period is shown. */
  readonly quarter?: (part: number, year: number) => string;
}

export interface Formatter {
  /** A figure with its unit's decimals and symbol. A number that isn't finite reads as unknown. */
  number(value: number, unit: Unit): string;
  /** A figure as above; the word for its kind where it is missing. */
  observation(observation: Observation, unit: Unit): string;
  /** A figure without a symbol. Decimals null or left out: as many as the figure has. */
  plain(value: number, decimals?: number | null): string;
  /** A number of things, without decimals. */
  count(n: number): string;
  /** The publisher's own label; else year, quarter or month in words; else the id. */
  period(period: Period): string;
  /** A day in words, from the start of an ISO 8601 text, as the publisher wrote it; what is no date stays as it is. */
  date(iso: string): string;
}

/** Intl's own limit where it is tightest; a double has no more to show. */
const MOST_DECIMALS = 20;

const NO_BREAK_SPACE = '\u00a0';

/** Symbols that stand right behind a figure, and signs of currency, which stand before it whatever the unit says. */
const GLUED = /^[%‰°′″]/;
const CURRENCY = /^\p{Sc}$/u;

const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])/;

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Decimals that Intl takes, else null: a publisher's slip is no reason to round. */
const usableDecimals = (decimals: number | null): number | null =>
  decimals !== null && Number.isInteger(decimals) && decimals >= 0 && decimals <= MOST_DECIMALS ? decimals : null;

/** Formats are costly to make and few: made once for each locale and number of decimals. */
function numberFormat(locale: string, decimals: number | null): Intl.NumberFormat {
  const known = usableDecimals(decimals);
  const key = `${locale} ${known}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: known ?? 0,
      maximumFractionDigits: known ?? MOST_DECIMALS,
      // A figure that rounds to zero has no sign.
      signDisplay: 'negative',
    });
    numberFormats.set(key, format);
  }
  return format;
}

/** What stands before the digits of a positive and a negative amount, up to the symbol: `€ ` and `€ -`, or `€` and `-€`. */
function amountPrefixes(locale: string): (symbol: string, isNegative: boolean) => string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const before = (value: number) => {
    const parts = format.formatToParts(value);
    return parts.slice(
      0,
      parts.findIndex(({ type }) => type === 'integer'),
    );
  };
  const [positive, negative] = [before(1), before(-1)];
  return (symbol, isNegative) =>
    (isNegative ? negative : positive).map(({ type, value }) => (type === 'currency' ? symbol : value)).join('');
}

/** A day, month or year in words, or null where there is no such day. Counted in UTC, so that no time zone shifts it. */
function dateInWords(locale: string, year: number, month?: number, day?: number): string | null {
  const date = new Date(0);
  date.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1);
  if (month !== undefined && date.getUTCMonth() !== month - 1) return null;
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: month === undefined ? undefined : 'long',
    day: day === undefined ? undefined : 'numeric',
    timeZone: 'UTC',
  }).format(date);
}

/**
 * Writes figures, periods and dates the way a locale does (`nl-NL`, `en`), with the decimals that were released and never
 * more. Each kind of missing is one word, whatever the reason. Throws a RangeError for a locale that is no language tag.
 */
export function createFormatter(locale: string, texts: FormatTexts): Formatter {
  Intl.getCanonicalLocales(locale);
  // Made for the first amount: asking how a locale writes one takes a while, and most figures are none.
  let amountPrefix: ReturnType<typeof amountPrefixes> | null = null;

  const plain = (value: number, decimals: number | null = null): string =>
    Number.isFinite(value) ? numberFormat(locale, decimals).format(value) : texts.missing.unknown;

  const amount = (value: number, symbol: string, decimals: number | null): string => {
    const size = plain(Math.abs(value), decimals);
    amountPrefix ??= amountPrefixes(locale);
    return amountPrefix(symbol, value < 0 && plain(value, decimals) !== size) + size;
  };

  const number = (value: number, { symbol, position, decimals }: Unit): string => {
    if (!Number.isFinite(value) || symbol === '') return plain(value, decimals);
    if (position === 'start' || CURRENCY.test(symbol)) return amount(value, symbol, decimals);
    return plain(value, decimals) + (GLUED.test(symbol) ? '' : NO_BREAK_SPACE) + symbol;
  };

  return {
    number,
    observation: (observation, unit) =>
      observation.kind === 'value' ? number(observation.value, unit) : texts.missing[observation.kind],
    plain,
    count: (n) => plain(n, 0),
    period: ({ id, label, year, unit, part }) => {
      if (label !== null) return label;
      if (year === null) return id;
      if (unit === 'year') return String(year);
      if (unit === 'month') return dateInWords(locale, year, part) ?? id;
      return texts.quarter?.(part, year) ?? id;
    },
    date: (iso) => {
      const match = ISO_DATE.exec(iso.trim());
      if (!match) return iso;
      const [year, month, day] = match.slice(1).map((part?: string) => (part === undefined ? part : Number(part)));
      return dateInWords(locale, year ?? 0, month, day) ?? iso;
    },
  };
}

/** A JSON object of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

const EMPTY: JsonObject = Object.freeze(Object.create(null) as JsonObject);

export const isObject = (input: unknown): input is JsonObject =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

/** An own member of an object; undefined for anything else, so that `__proto__` and `toString` are never found. */
export const member = (input: unknown, key: string): unknown =>
  isObject(input) && Object.hasOwn(input, key) ? input[key] : undefined;

/** An own member that is an object; an empty object for anything else. */
export function objectAt(input: unknown, key: string): JsonObject {
  const found = member(input, key);
  return isObject(found) ? found : EMPTY;
}

/** Longest list that is looked at: more than a cube has cells, so that a list of holes costs no more than it could hold. */
const LONGEST_LIST = 20_000_000;

/** An own member that is an array, holes filled with undefined; an empty array for anything else. */
export function listAt(input: unknown, key: string): readonly unknown[] {
  const found = member(input, key);
  return Array.isArray(found) && found.length <= LONGEST_LIST ? Array.from<unknown>(found) : [];
}

/** Text as it is shown: trimmed; a finite number in its plain form; empty for anything else. */
export function toText(input: unknown): string {
  if (typeof input === 'string') return input.trim();
  return typeof input === 'number' && Number.isFinite(input) ? String(input) : '';
}

export const textAt = (input: unknown, key: string): string => toText(member(input, key));

/** The first of the members that has a text; empty where none has. */
export function firstText(input: unknown, ...keys: readonly string[]): string {
  for (const key of keys) {
    const text = textAt(input, key);
    if (text) return text;
  }
  return '';
}

/** Texts of an array, or of one text; what is no text is left out. */
export function textsAt(input: unknown, key: string): string[] {
  const found = member(input, key);
  return (Array.isArray(found) ? found : [found]).map(toText).filter((text) => text !== '');
}

/** A whole number within bounds, also written as text; null for anything else. */
export function integerIn(input: unknown, least: number, most: number): number | null {
  const number = typeof input === 'string' && /^-?\d+$/.test(input.trim()) ? Number(input) : input;
  return typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most ? number : null;
}

/** Decimals of a unit: 0 to 15; null for anything else. */
export const decimalsOf = (input: unknown): number | null => integerIn(input, 0, 15);

/** A JSON pointer (RFC 6901) of these members. */
export const pointer = (...keys: readonly (string | number)[]): string =>
  keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** An object keyed by data: without a prototype, so that no key can reach one. */
export const recordOf = <T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null) as Record<string, T>, Object.fromEntries(entries));

/** A link as published: relative, or of a scheme that opens a page. Null for anything else, `javascript:` included. */
export function linkOf(input: unknown): string | null {
  // Browsers skip control characters and spaces inside a scheme, so they may not hide one.
  const href = toText(input).replace(/[\u0000-\u0020]/g, '');
  if (href === '') return null;
  const scheme = /^([^/?#:]*):/.exec(href)?.[1];
  return scheme === undefined || /^(https?|mailto|tel)$/i.test(scheme) ? href : null;
}

/** An ISO 8601 date, with or without a time; empty for anything else. */
export function isoDate(input: unknown): string {
  const text = toText(input);
  return /^\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?)?)?$/.test(text) ? text : '';
}

import { pluralOf } from '../model/region.js';

/** What the placeholders of an address stand for; null or empty where it isn't known. */
export interface AddressValues {
  readonly level?: string | null;
  /** Default: the plural of `level`. */
  readonly levels?: string | null;
  readonly period?: string | null;
  readonly year?: number | string | null;
  readonly within?: string | null;
}

const PLACEHOLDER = /\{(levels?|period|year|within)\}/g;

/**
 * An address with its placeholders filled in, percent-encoded. Null, and so nothing to fetch, when one that is used is
 * empty; also when its value could lead elsewhere: a value of dots alone, a lone surrogate, or any placeholder before
 * the path (values come from data, and the embedder wrote the host). Other words in braces stay as they are.
 */
export function expandAddress(template: string, values: AddressValues): string | null {
  const known: Record<string, number | string | null | undefined> = {
    ...values,
    levels: values.levels ?? (values.level ? pluralOf(values.level) : null),
  };
  const head = /^(?:[^/?#]*:)?(?:\/\/[^/?#]*)?/.exec(template)?.[0] ?? '';
  if (head.search(PLACEHOLDER) >= 0) return null;
  let complete = true;
  const address = template.replace(PLACEHOLDER, (_, name: string) => {
    const value = encoded(String(known[name] ?? ''));
    complete &&= value !== '';
    return value;
  });
  return complete ? address : null;
}

/** An absolute address, or null where it can't be read as one. An empty one is null: it would be the page itself. */
export function resolveAddress(address: string, base: string): string | null {
  if (address.trim() === '') return null;
  return parseUrl(address, base)?.href ?? null;
}

/**
 * A list of addresses, separated by spaces, made absolute. One that can't be read stays as written, so that asking for
 * it is reported.
 */
export const resolveAddresses = (addresses: string, base: string): string =>
  splitAddresses(addresses)
    .map((address) => resolveAddress(address, base) ?? address)
    .join(' ');

/** The addresses of a list; none for an empty or absent one. */
export const splitAddresses = (addresses: string | null | undefined): string[] =>
  (addresses ?? '').split(/\s+/).filter((address) => address !== '');

/** Whose addresses a document may name. */
export interface AddressRules {
  /** The document that names the other address. */
  readonly documentUrl: string;
  /** The page, or its origin. */
  readonly pageUrl: string;
  /** Further origins, from the attribute `allow-origins`: `https://example.org`. */
  readonly allowOrigins: readonly string[];
}

/**
 * True for an absolute address that a document may have fetched: http or https, without a name or password, on the
 * document's own origin, the page's, or one that the embedder allows.
 */
export function isAllowedAddress(address: string, { documentUrl, pageUrl, allowOrigins }: AddressRules): boolean {
  const url = parseUrl(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return false;
  return [documentUrl, pageUrl, ...allowOrigins].some((allowed) => parseUrl(allowed)?.origin === url.origin);
}

/** The parts of an address, or null where it can't be read. */
export function parseUrl(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

function encoded(value: string): string {
  const trimmed = value.trim();
  if (/^\.*$/.test(trimmed)) return '';
  try {
    return encodeURIComponent(trimmed);
  } catch {
    return '';
  }
}

import { parseJson } from '../formats/json-text.js';
import { failure, success, type Result } from '../model/problem.js';
import { parseUrl } from './address.js';
import { MAX_SIZE } from './attempt.js';
import type { FirstPage, PageOptions } from './pages.js';
import { fetchText, type Transport } from './transport.js';

/** More pages than any published table has; an endless row of small ones would pass the size limit. */
const MAX_PAGES = 1000;

/** The first page and those its links lead to, one after the other. See `fetchAllPages`. */
export async function followLinks(
  first: FirstPage,
  transport: Transport,
  { nextOf, refused }: PageOptions,
): Promise<Result<readonly unknown[]>> {
  const home = homeOf(first);
  const pages = [first.json];
  const seen = new Set([first.url, first.answer.url]);
  let { size, url } = first.answer;
  for (let link = nextOf(first.json); link !== null; link = nextOf(pages[pages.length - 1])) {
    const next = typeof link.href === 'string' ? nextPageAddress(link.href, url, home) : null;
    if (next === null || seen.has(next)) return failure(refused, link.path, { url });
    if (pages.length >= MAX_PAGES) return failure('too-large', '', { url: first.url });
    seen.add(next);
    const left = (transport.maxSize ?? MAX_SIZE) - size;
    const answer = await fetchText(next, { ...transport, maxSize: left });
    const json = parseJson(answer.text);
    if (!json.ok) return failure('not-json', '', { url: next });
    pages.push(json.value);
    size += answer.size;
    url = answer.url;
  }
  return success(pages);
}

/**
 * True when both absolute addresses have the same origin and path; only the query may differ. Capitals in the path
 * don't matter: CBS writes `OData` in answers to `odata`.
 */
export function samePath(next: string, first: string): boolean {
  const a = parseUrl(next);
  const b = parseUrl(first);
  if (!a || !b || a.username !== '' || a.password !== '') return false;
  return a.origin !== 'null' && a.origin === b.origin && a.pathname.toLowerCase() === b.pathname.toLowerCase();
}

/**
 * The absolute address of a next page, or null when it is not on the origin and path of `first`. A plain http link to
 * the host that `first` asks by https is read as https: CBS names its own pages so.
 */
export function nextPageAddress(link: string, page: string, first: string): string | null {
  const url = parseUrl(link, page);
  if (!url) return null;
  const home = parseUrl(first);
  if (url.protocol === 'http:' && home?.protocol === 'https:' && url.hostname === home.hostname)
    url.protocol = 'https:';
  url.hash = '';
  return samePath(url.href, first) ? url.href : null;
}

/** Where links may lead: what a redirect led to counts when it stayed on the origin, or on the host and went to https. */
function homeOf({ url, answer }: FirstPage): string {
  const asked = parseUrl(url);
  const final = parseUrl(answer.url);
  if (!asked || !final) return url;
  const isSecured = asked.protocol === 'http:' && final.protocol === 'https:' && asked.hostname === final.hostname;
  return final.origin === asked.origin || isSecured ? answer.url : url;
}

import { parseJson } from '../formats/detect.js';
import { listAt, member } from '../formats/json-access.js';
import { failure, success, type ErrorCode, type Result } from '../model/problem.js';
import { nextPageAddress, parseUrl } from './address.js';
import { MAX_SIZE } from './attempt.js';
import { fetchText, type TextAnswer, type Transport } from './transport.js';

/** More pages than any published table has; an endless row of small ones would pass the size limit. */
const MAX_PAGES = 1000;

/** A link to the next page, and where in its page it stands. */
export interface NextLink {
  readonly href: unknown;
  /** JSON pointer. */
  readonly path: string;
}

export interface PageOptions {
  /** The link of a page to the next; null on the last. */
  readonly nextOf: (page: unknown) => NextLink | null;
  /** What a link is called that leads away, or back to a page that has been read. */
  readonly refused: ErrorCode;
}

/** The page that was asked for, read. */
export interface FirstPage {
  /** As it was asked for. */
  readonly url: string;
  readonly answer: TextAnswer;
  readonly json: unknown;
}

/**
 * All pages of a document, from the first on. Follows links on the origin and path that were asked for, or those a
 * redirect on the same origin led to; any other link, and a circle, is refused with its path and not fetched.
 * `too-large` when all pages together pass the size limit or there are more than a thousand; `not-json` for a page
 * that doesn't parse.
 *
 * Rejects with a `SourceError` or an `AbortError`.
 */
export async function fetchAllPages(
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

/** OData's own link, of version 4 and of version 3. */
export function odataNext(page: unknown): NextLink | null {
  for (const key of ['@odata.nextLink', 'odata.nextLink']) {
    const href = member(page, key);
    if (href !== undefined && href !== null) return { href, path: `/${key}` };
  }
  return null;
}

/** The first link with relation `next` of an OGC API Features page. */
export function featuresNext(page: unknown): NextLink | null {
  const links = listAt(page, 'links');
  const at = links.findIndex((link) => member(link, 'rel') === 'next');
  return at < 0 ? null : { href: member(links[at], 'href'), path: `/links/${at}/href` };
}

/** Where links may lead: what a redirect led to counts when it stayed on the origin, or on the host and went to https. */
function homeOf({ url, answer }: FirstPage): string {
  const asked = parseUrl(url);
  const final = parseUrl(answer.url);
  if (!asked || !final) return url;
  const isSecured = asked.protocol === 'http:' && final.protocol === 'https:' && asked.hostname === final.hostname;
  return final.origin === asked.origin || isSecured ? answer.url : url;
}

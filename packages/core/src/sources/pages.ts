import { listAt, member } from '../formats/json-access.js';
import { success, type ErrorCode, type Result } from '../model/problem.js';
import { onDemand } from './reading.js';
import type { AnswerFacts, Transport } from './transport.js';

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
  readonly answer: AnswerFacts;
  readonly json: unknown;
}

/**
 * Hands on all pages of a document, from the first on, each while the next is on its way. Follows links on the origin and
 * path that were asked for, or those a redirect on the same origin led to; any other link, and a circle, is refused with
 * its path and not fetched. `too-large` when all pages together pass the size limit or there are more than a thousand;
 * `not-json` for a page that doesn't parse. What follows links is itself fetched where there is one.
 *
 * Rejects with a `SourceError` or an `AbortError`, or with what `take` rejects with.
 */
export async function eachPage(
  first: FirstPage,
  transport: Transport,
  options: PageOptions,
  take: (page: unknown) => Promise<void>,
): Promise<Result<null>> {
  if (options.nextOf(first.json) === null) {
    await take(first.json);
    return success(null);
  }
  const further = await onDemand(() => import('./further-pages.js'), transport);
  return further.ok ? further.value.followLinks(first, transport, options, take) : further;
}

/** `eachPage`, all together. */
export async function fetchAllPages(
  first: FirstPage,
  transport: Transport,
  options: PageOptions,
): Promise<Result<readonly unknown[]>> {
  const pages: unknown[] = [];
  const read = await eachPage(first, transport, options, async (page) => void pages.push(page));
  return read.ok ? success(pages) : read;
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

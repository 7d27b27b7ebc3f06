import { parseJson } from '../formats/json-text.js';
import { failure, success, type Result } from '../model/problem.js';
import { parseUrl } from './address.js';
import { MAX_SIZE } from './body.js';
import type { FirstPage, PageOptions } from './pages.js';
import { fetchText, type TextAnswer, type Transport } from './transport.js';

/** More pages than any published table has; an endless row of small ones would pass the size limit. */
const MAX_PAGES = 1000;

/** The first page and those its links lead to, each taken while the next is on its way. See `eachPage`. */
export async function followLinks(
  first: FirstPage,
  transport: Transport,
  { nextOf, refused }: PageOptions,
  take: (page: unknown) => Promise<void>,
): Promise<Result<null>> {
  const home = homeOf(first);
  const seen = new Set([first.url, first.answer.url]);
  const flight = new Flight(first, transport);
  let { json } = first;
  let { url } = first.answer;
  try {
    for (let pages = 1; ; pages++) {
      const link = nextOf(json);
      const next = typeof link?.href === 'string' ? nextPageAddress(link.href, url, home) : null;
      if (link !== null && (next === null || seen.has(next))) return failure(refused, link.path, { url });
      if (next !== null && pages >= MAX_PAGES) return failure('too-large', '', { url: first.url });
      const coming = next === null ? null : flight.ask(next, pages);
      await take(json);
      if (next === null || coming === null) return success(null);
      seen.add(next);
      const answer = await coming;
      url = answer.url;
      const guess = peekOdataNext(answer.text);
      const guessed = guess === null ? null : nextPageAddress(guess, url, home);
      if (guessed !== null && !seen.has(guessed) && pages + 1 < MAX_PAGES) void flight.ask(guessed, pages + 1);
      const read = parseJson(answer.text);
      if (!read.ok) return failure('not-json', '', { url: next });
      json = read.value;
    }
  } finally {
    flight.end();
  }
}

/** Far more than the address of a page, and what else stands beside it in an envelope. */
const ENVELOPE = 4096;

/**
 * OData's own link in a text that isn't parsed yet, before its rows or behind them; null without any. A guess, so that the
 * next page can be asked for meanwhile: it costs a request where it is wrong.
 */
function peekOdataNext(text: string): string | null {
  const ends = text.length > 2 * ENVELOPE ? [text.slice(-ENVELOPE), text.slice(0, ENVELOPE)] : [text];
  for (const end of ends) {
    const link = /"@?odata\.nextLink"\s*:\s*"([^"\\]+)"/.exec(end)?.[1];
    if (link !== undefined) return link;
  }
  return null;
}

/** The one page that is under way, asked for with what is left of the size limit. */
class Flight {
  readonly #first: FirstPage;
  readonly #transport: Transport;
  /** Bytes of the pages that have come. */
  #size: number;
  #url: string | null = null;
  #answer: Promise<TextAnswer> | null = null;
  #controller = new AbortController();

  constructor(first: FirstPage, transport: Transport) {
    this.#first = first;
    this.#transport = transport;
    this.#size = first.answer.size;
  }

  /** Asks for a page, once; one that was asked for before and hasn't come is given up. `pages` have come in full. */
  ask(url: string, pages: number): Promise<TextAnswer> {
    if (this.#answer && this.#url === url) return this.#answer;
    this.end();
    const { maxSize = MAX_SIZE, onProgress, signal } = this.#transport;
    const size = this.#size;
    const controller = new AbortController();
    this.#controller = controller;
    const stop = () => controller.abort();
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    const answer = fetchText(url, {
      ...this.#transport,
      signal: controller.signal,
      maxSize: maxSize - size,
      onProgress:
        onProgress &&
        (({ received }) => onProgress({ url: this.#first.url, received: size + received, total: null, pages })),
    })
      .then((come) => {
        this.#size = size + come.size;
        return come;
      })
      .finally(() => signal.removeEventListener('abort', stop));
    // What is given up, or fails while a page is still being taken, is heard of where it is waited for, if anywhere.
    answer.catch(() => undefined);
    this.#url = url;
    this.#answer = answer;
    return answer;
  }

  /** Gives up what is under way. */
  end(): void {
    this.#controller.abort();
    this.#answer = null;
  }
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

import { attempt } from './attempt.js';
import { keepText, TIMEOUT, type KeepBody } from './body.js';
import { delay, delayAfter } from './retry.js';

export { abortError, problemOf, SourceError, type SourceErrorCode } from './source-error.js';
export { MAX_SIZE, TIMEOUT } from './body.js';

/** How addresses are asked. The same for all requests that one widget makes for one picture. */
export interface Transport {
  /** The page's own function, or what it wants used instead. Pass the same one each time: the cache is kept by it. */
  readonly fetch: typeof fetch;
  readonly credentials: RequestCredentials;
  /** Aborting it rejects with an `AbortError`, at once. */
  readonly signal: AbortSignal;
  /** Bytes, decoded, of all pages of a document together. Default 64 MB. */
  readonly maxSize?: number;
  /** Past all caches, and replacing what they hold. */
  readonly reload?: boolean;
  /** Milliseconds until the headers. Default 20,000. */
  readonly headersTimeout?: number;
  /** Milliseconds without a byte of the body. Default 20,000. */
  readonly idleTimeout?: number;
  /** At most; default 3. */
  readonly tries?: number;
  /** Told how far each body has come, at most every 100 ms. */
  readonly onProgress?: (progress: Progress) => void;
  /** Waits between tries, in milliseconds; must reject when the signal is aborted. Default: a timer. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** How far a body has come. */
export interface Progress {
  /** As it was asked for; of further pages that of the first. */
  readonly url: string;
  /** Bytes; of further pages those before it too. */
  readonly received: number;
  /** Bytes in all; null where that can't be told. */
  readonly total: number | null;
  /** Pages that have come in full, of a document that is sent in pages. */
  readonly pages?: number;
}

/** What an address answered, besides its body. */
export interface AnswerFacts {
  /** Bytes of the body, decoded and unpacked. */
  readonly size: number;
  /** Where the body came from in the end, after redirects. */
  readonly url: string;
  /** As sent; empty where it wasn't. */
  readonly contentType: string;
  /** The coordinate system that an OGC API names (`Content-Crs`), as sent. */
  readonly contentCrs: string | null;
}

export interface Answer<T> extends AnswerFacts {
  readonly body: T;
}

export interface TextAnswer extends AnswerFacts {
  /** Without a byte order mark. Empty for an empty body. */
  readonly text: string;
}

/** How long an address may be silent over all tries, as a multiple of the headers' timeout: 36 seconds. */
const SILENCE = 1.8;

/**
 * Fetches a text. Asks again after a network fault (a cut body is one; not of a `file:` address), a 429 or a 5xx; not after a timeout, another
 * status, or a body that is too large.
 *
 * However the tries go, an address is given up within 36 seconds after the last it gave: a byte, or the headers of an
 * answer that can be read. All tries and the waits between them share that time, and what is left of it limits the last
 * one. It holds for each address by itself, and what comes after each other starts when the one before has come: the
 * next page, the boundaries that a dataset names. Code lists and metadata are asked for beside the dataset. That leaves
 * a widget 4 of the 40 seconds in which `ready` must settle when nothing more comes. A server that keeps sending a
 * little is waited for.
 *
 * Rejects with a `SourceError`, or an `AbortError` when the signal is aborted.
 */
export async function fetchText(url: string, transport: Transport): Promise<TextAnswer> {
  const { body: text, ...facts } = await fetchBody(url, transport, keepText);
  return { text, ...facts };
}

/** `fetchText`, of a body that is kept in another way. Each try keeps its own. */
export async function fetchBody<T>(url: string, transport: Transport, keep: KeepBody<T>): Promise<Answer<T>> {
  const { headersTimeout = TIMEOUT, tries = 3, wait = delay, signal } = transport;
  let heardAt = performance.now();
  for (let made = 1; ; made++) {
    const left = SILENCE * headersTimeout - (performance.now() - heardAt);
    const outcome = await attempt(url, transport, Math.min(headersTimeout, left), keep);
    if ('answer' in outcome) return outcome.answer;
    const { fault } = outcome;
    heardAt = fault.heardAt ?? heardAt;
    const pause = fault.passing && made < tries ? delayAfter(made, fault.retryAfter) : null;
    if (pause === null || performance.now() - heardAt + pause >= SILENCE * headersTimeout) throw fault.error;
    await wait(pause, signal);
  }
}

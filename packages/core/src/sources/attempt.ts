import { isPassing, retryAfter } from './retry.js';
import { abortError, SourceError, type SourceErrorCode } from './source-error.js';
import type { TextAnswer, Transport } from './transport.js';
import { Watch } from './watch.js';

/** One try that gave no text. */
export interface Fault {
  readonly error: SourceError;
  /** Whether another try may do better. */
  readonly passing: boolean;
  /** Milliseconds that the server asks to wait, or null. */
  readonly retryAfter: number | null;
  /** When the last byte of a body came, on the clock of `performance.now`; null when none did. */
  readonly heardAt: number | null;
}

export type Outcome = { readonly answer: TextAnswer } | { readonly fault: Fault };

/**
 * Asks an address once. `headersTimeout` is in milliseconds and replaces the transport's own. Never rejects but with
 * an `AbortError`, when the transport's signal is aborted.
 */
export async function attempt(url: string, transport: Transport, headersTimeout: number): Promise<Outcome> {
  const watch = new Watch(transport.signal);
  const body = new BodyReader(transport.maxSize ?? MAX_SIZE);
  let response: Response | null = null;
  try {
    // The function is called bare: a browser's own `fetch` refuses any other `this`.
    const { fetch } = transport;
    response = await watch.race(Promise.resolve(fetch(url, requestOptions(transport, watch.signal))), headersTimeout);
    if (!response.ok) return { fault: httpFault(url, response) };
    const text = await body.read(response, watch, transport.idleTimeout ?? TIMEOUT);
    return text === null ? { fault: faultOf('too-large', url, body.heardAt) } : answer(url, response, text, body.size);
  } catch {
    if (transport.signal.aborted) throw abortError();
    return { fault: faultOf(watch.interruption === 'timeout' ? 'timeout' : 'network', url, body.heardAt) };
  } finally {
    watch.end();
  }
}

/** Milliseconds to the headers, and between two parts of a body. */
export const TIMEOUT = 20_000;

/** Bytes of a decoded body, 64 MB. */
export const MAX_SIZE = 64_000_000;

const requestOptions = (transport: Transport, signal: AbortSignal): RequestInit => ({
  signal,
  credentials: transport.credentials,
  redirect: 'follow',
  // Left out otherwise, so that the browser's HTTP cache works as the server says.
  ...(transport.reload ? { cache: 'reload' } : {}),
});

const answer = (url: string, response: Response, text: string, size: number): Outcome => ({
  answer: {
    text,
    size,
    url: response.url || url,
    contentType: response.headers.get('content-type') ?? '',
    contentCrs: response.headers.get('content-crs'),
  },
});

const faultOf = (code: SourceErrorCode, url: string, heardAt: number | null): Fault => ({
  error: new SourceError(code, url),
  // What a browser won't give from disk it won't give the next time either.
  passing: code === 'network' && !/^file:/i.test(url),
  retryAfter: null,
  heardAt,
});

/** Status 0 is an answer that the page may not read (a page's own `fetch` with `no-cors`): no answer to us. */
function httpFault(url: string, response: Response): Fault {
  const { status } = response;
  if (!(status > 0)) return { ...faultOf('network', url, null), passing: false };
  return {
    error: new SourceError('http', url, status),
    passing: isPassing(status),
    retryAfter: retryAfter(response.headers.get('retry-after'), Date.now()),
    heardAt: null,
  };
}

/** Reads a body to its end, counting, and decodes it as it comes. */
class BodyReader {
  size = 0;
  heardAt: number | null = null;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The text, without a byte order mark; null where the body is larger than the limit. */
  async read(response: Response, watch: Watch, idleTimeout: number): Promise<string | null> {
    // Of a compressed body this is the smaller size: too much is too much all the same.
    if (Number(response.headers.get('content-length')) > this.#limit) return null;
    const reader = response.body?.getReader();
    if (!reader) return '';
    const decoder = new TextDecoder(charsetOf(response.headers.get('content-type') ?? ''));
    const parts: string[] = [];
    for (;;) {
      const { done, value } = await watch.race(reader.read(), idleTimeout);
      if (done) break;
      this.heardAt = performance.now();
      this.size += value.byteLength;
      if (this.size > this.#limit) return null;
      parts.push(decoder.decode(value, { stream: true }));
    }
    parts.push(decoder.decode());
    return parts.join('');
  }
}

/** UTF-8, unless the answer itself says that it is Windows-1252 (as which browsers read ISO 8859-1 too). */
const charsetOf = (contentType: string): string =>
  /;\s*charset\s*=\s*"?\s*(windows-1252|cp1252|iso-8859-1|latin1)\b/i.test(contentType) ? 'windows-1252' : 'utf-8';

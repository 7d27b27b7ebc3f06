import { isPassing, retryAfter } from './retry.js';
import { abortError, SourceError, type SourceErrorCode } from './source-error.js';
import { BodyReader, type KeepBody } from './body.js';
import type { Answer, Transport } from './transport.js';
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

export type Outcome<T> = { readonly answer: Answer<T> } | { readonly fault: Fault };

/**
 * Asks an address once. `headersTimeout` is in milliseconds and replaces the transport's own. Never rejects but with
 * an `AbortError`, when the transport's signal is aborted.
 */
export async function attempt<T>(
  url: string,
  transport: Transport,
  headersTimeout: number,
  keep: KeepBody<T>,
): Promise<Outcome<T>> {
  const watch = new Watch(transport.signal);
  const body = new BodyReader(url, transport, watch);
  let response: Response | null = null;
  try {
    // The function is called bare: a browser's own `fetch` refuses any other `this`.
    const { fetch } = transport;
    response = await watch.race(Promise.resolve(fetch(url, requestOptions(transport, watch.signal))), headersTimeout);
    if (!response.ok) return { fault: httpFault(url, response) };
    const kept = keep(response.headers.get('content-type') ?? '');
    const isWhole = await body.read(response, kept);
    return isWhole ? answer(url, response, kept.end(), body.size) : { fault: faultOf('too-large', url, body.heardAt) };
  } catch {
    if (transport.signal.aborted) throw abortError();
    return { fault: faultOf(watch.interruption === 'timeout' ? 'timeout' : 'network', url, body.heardAt) };
  } finally {
    watch.end();
  }
}

const requestOptions = (transport: Transport, signal: AbortSignal): RequestInit => ({
  signal,
  credentials: transport.credentials,
  redirect: 'follow',
  // Left out otherwise, so that the browser's HTTP cache works as the server says.
  ...(transport.reload ? { cache: 'reload' } : {}),
});

const answer = <T>(url: string, response: Response, body: T, size: number): Outcome<T> => ({
  answer: {
    body,
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

import { abortError } from './source-error.js';

/** The longest `Retry-After` that is waited for, in milliseconds; a server that asks for more is not asked again. */
export const LONGEST_WAIT = 10_000;

const FIRST_WAIT = 500;

/** Statuses that a later try may not meet: too many requests, and faults of the server. */
export const isPassing = (status: number): boolean => status === 429 || (status >= 500 && status < 600);

/**
 * Milliseconds that a `Retry-After` header asks for: whole seconds, or an HTTP date. A date in the past is 0.
 * Null without one, or where it can't be read.
 * Source: RFC 9110, section 10.2.3.
 */
export function retryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Date.parse would read nearly anything that has a number in it.
  const date = /[a-z]{3}.*GMT$/i.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/**
 * Milliseconds before the try that follows the `failed`th one: half a second, doubled each time, a random half of it
 * taken off so that the widgets of many visitors don't come back together; or what the server asked for, where that
 * is longer. Null where it asks for more than `LONGEST_WAIT`.
 */
export function delayAfter(failed: number, asked: number | null, random: () => number = Math.random): number | null {
  if (asked !== null && asked > LONGEST_WAIT) return null;
  const backoff = FIRST_WAIT * 2 ** (failed - 1) * (1 - random() / 2);
  return Math.max(backoff, asked ?? 0);
}

/** Waits, and rejects with an `AbortError` at once when the signal is aborted. */
export function delay(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(abortError());
      return;
    }
    const stop = () => {
      clearTimeout(timer);
      reject(abortError());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

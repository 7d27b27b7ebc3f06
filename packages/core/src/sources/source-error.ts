import { problem, type Problem } from '../model/problem.js';

/** What can go wrong between here and an address; what is in the answer is for the parsers to judge. */
export type SourceErrorCode = 'network' | 'timeout' | 'http' | 'too-large';

/**
 * An address that gave no text.
 *
 * The message has the code, the status and the address without its query and fragment: those can hold values, and a
 * message ends up in logs. `url` is the whole address, as it was asked for.
 */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly code: SourceErrorCode;
  /** The HTTP status, for `http`; else null. */
  readonly status: number | null;
  readonly url: string;

  constructor(code: SourceErrorCode, url: string, status: number | null = null) {
    super(`${code}${status === null ? '' : ` ${status}`}: ${withoutQuery(url)}`);
    this.code = code;
    this.status = status;
    this.url = url;
  }
}

/** The same, as the element and its events report it. */
export const problemOf = (error: SourceError): Problem =>
  problem(error.code, '', error.status === null ? { url: error.url } : { url: error.url, status: error.status });

/** What an aborted request rejects with, whatever reason the signal was given. */
export const abortError = (): DOMException => new DOMException('The request was aborted.', 'AbortError');

/** Scheme, host and path of an address; of a `data:` address no more than the scheme. */
function withoutQuery(url: string): string {
  const scheme = /^([a-z][a-z0-9+.-]*:)(?!\/\/)/i.exec(url);
  return scheme ? scheme[1] : url.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//');
}

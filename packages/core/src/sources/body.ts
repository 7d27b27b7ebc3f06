import type { Transport } from './transport.js';
import type { Watch } from './watch.js';

/** Milliseconds to the headers, and between two parts of a body. */
export const TIMEOUT = 20_000;

/** Bytes of a decoded body, 64 MB. */
export const MAX_SIZE = 64_000_000;

/** Milliseconds between two words on how far a body has come. */
const TELL_EVERY = 100;

/** The first byte of a gzip file, which no text begins with. */
const GZIP = 0x1f;

/** What becomes of a body, part by part as they come. */
export interface KeptBody<T> {
  add(part: Uint8Array): void;
  end(): T;
}

/** Makes what keeps a body of this content type. */
export type KeepBody<T> = (contentType: string) => KeptBody<T>;

/** A part of a body; null behind the last. */
export type NextPart = () => Promise<Uint8Array | null>;

/** As text, decoded as it comes, without a byte order mark. */
export function keepText(contentType: string): KeptBody<string> {
  const decoder = new TextDecoder(charsetOf(contentType));
  const texts: string[] = [];
  return {
    add: (part) => texts.push(decoder.decode(part, { stream: true })),
    end: () => texts.join('') + decoder.decode(),
  };
}

/** UTF-8, unless the answer itself says that it is Windows-1252 (as which browsers read ISO 8859-1 too). */
export const charsetOf = (contentType: string): string =>
  /;\s*charset\s*=\s*"?\s*(windows-1252|cp1252|iso-8859-1|latin1)\b/i.test(contentType) ? 'windows-1252' : 'utf-8';

/** Reads a body to its end, counting. One that is a gzip file by itself, however it was sent, is unpacked. */
export class BodyReader {
  /** Bytes handed on: unpacked. */
  size = 0;
  heardAt: number | null = null;
  readonly #url: string;
  readonly #transport: Transport;
  readonly #watch: Watch;
  #received = 0;
  #toldAt = -Infinity;

  constructor(url: string, transport: Transport, watch: Watch) {
    this.#url = url;
    this.#transport = transport;
    this.#watch = watch;
  }

  /** Hands the body on as it comes; false, and no more of it, where it is larger than the limit. */
  async read(response: Response, kept: KeptBody<unknown>): Promise<boolean> {
    const limit = this.#transport.maxSize ?? MAX_SIZE;
    // Of a compressed body this is the smaller size: too much is too much all the same.
    if (Number(response.headers.get('content-length')) > limit) return false;
    const sent = this.#partsOf(response);
    let part = await sent();
    let next = sent;
    if (part?.[0] === GZIP) {
      next = (await import('./inflate.js')).inflate(part, sent);
      part = await next();
    }
    for (; part; part = await next()) {
      this.size += part.byteLength;
      if (this.size > limit) return false;
      kept.add(part);
    }
    return true;
  }

  #partsOf(response: Response): NextPart {
    const { idleTimeout = TIMEOUT } = this.#transport;
    const reader = response.body?.getReader();
    const total = totalOf(response);
    return async () => {
      if (!reader) return null;
      const { done, value } = await this.#watch.race(reader.read(), idleTimeout);
      if (done) return null;
      this.heardAt = performance.now();
      this.#received += value.byteLength;
      this.#tell(total);
      return value;
    };
  }

  #tell(total: number | null): void {
    const { onProgress } = this.#transport;
    const now = performance.now();
    if (!onProgress || now - this.#toldAt < TELL_EVERY) return;
    this.#toldAt = now;
    const received = this.#received;
    onProgress({ url: this.#url, received, total: total !== null && total >= received ? total : null });
  }
}

/**
 * Bytes that will come, as far as the headers tell: those of a compressed body are counted before they are unpacked, and
 * an answer from another origin doesn't show whether it is compressed.
 */
function totalOf({ headers, type }: Response): number | null {
  const length = Number(headers.get('content-length'));
  return type !== 'cors' && !headers.get('content-encoding') && length > 0 ? length : null;
}

import type { KeepBody } from './body.js';
import { joinParts } from './join-parts.js';
import { requestKey, shared } from './shared-cache.js';
import { fetchBody, type AnswerFacts, type Transport } from './transport.js';

export interface BytesAnswer extends AnswerFacts {
  readonly bytes: Uint8Array;
}

/**
 * The bytes of an address, once for all who ask at the same time; as for a text (`fetchSharedText`), nothing is kept. A
 * gzip file is unpacked. Rejects with a `SourceError`, or an `AbortError`.
 */
export const fetchSharedBytes = (url: string, transport: Transport): Promise<BytesAnswer> =>
  shared(transport, {
    key: requestKey('bytes', url, transport),
    load: async (own) => {
      const { body: bytes, ...facts } = await fetchBody(url, own, keepBytes);
      return { bytes, ...facts };
    },
    keep: () => false,
  });

const keepBytes: KeepBody<Uint8Array> = () => {
  const parts: Uint8Array[] = [];
  return { add: (part) => parts.push(part), end: () => joinParts(parts) };
};

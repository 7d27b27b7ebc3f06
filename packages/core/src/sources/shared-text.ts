import { requestKey, shared } from './shared-cache.js';
import { fetchText, type TextAnswer, type Transport } from './transport.js';

/**
 * `fetchText`, once for all who ask at the same time, however they mean to read it. Nothing is kept: only what parsers
 * make of a text stays on the page. `heard` is told the content type when the headers come, where this is the call that
 * asks.
 */
export const fetchSharedText = (
  url: string,
  transport: Transport,
  heard?: (contentType: string) => void,
): Promise<TextAnswer> =>
  shared(transport, {
    key: requestKey('text', url, transport),
    load: (own) => fetchText(url, heard ? { ...own, fetch: overheard(own.fetch, heard) } : own),
    keep: () => false,
  });

const overheard =
  (fetch: Transport['fetch'], heard: (contentType: string) => void): Transport['fetch'] =>
  async (input, init) => {
    const response = await fetch(input, init);
    heard(response.headers.get('content-type') ?? '');
    return response;
  };

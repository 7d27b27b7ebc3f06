import { requestKey, shared } from './shared-cache.js';
import { fetchText, type TextAnswer, type Transport } from './transport.js';

/**
 * `fetchText`, once for all who ask at the same time, however they mean to read it. Nothing is kept: only what parsers
 * make of a text stays on the page.
 */
export const fetchSharedText = (url: string, transport: Transport): Promise<TextAnswer> =>
  shared(transport, {
    key: requestKey('text', url, transport),
    load: (own) => fetchText(url, own),
    keep: () => false,
  });

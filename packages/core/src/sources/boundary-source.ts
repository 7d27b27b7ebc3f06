import { parseBoundaries, type BoundaryDocument } from '../formats/boundaries.js';
import { parseJson } from '../formats/json-text.js';
import { member } from '../formats/json-access.js';
import type { Result } from '../model/problem.js';
import { featuresNext, fetchAllPages } from './pages.js';
import { guarded, settled } from './reading.js';
import { requestKey, shared } from './shared-cache.js';
import { fetchSharedText } from './shared-text.js';
import type { Transport } from './transport.js';

/** Shapes to load. */
export interface BoundaryRequest {
  /** Absolute address. */
  readonly src: string;
  /** Year of the division wanted, for documents that hold several; absent or null: as the document says. */
  readonly year?: number | null;
  /** What the caller is after. All levels of a document are read together, so it makes for no other request. */
  readonly level?: string;
}

/**
 * Loads a document with shapes, once for all widgets of the page and all levels in it: TopoJSON, GeoJSON, or OGC API
 * Features with all the pages that are linked on the same origin and path.
 *
 * Rejects with an `AbortError` only. Errors: those of transport (with address and status), `not-json`, `not-supported`,
 * `invalid-boundaries` (with the path). Failures aren't kept.
 */
export const loadBoundaries = (request: BoundaryRequest, transport: Transport): Promise<Result<BoundaryDocument>> =>
  shared(transport, {
    key: requestKey('boundaries', request.src, transport, request.year ?? null),
    load: (own) => settled(request.src, own, () => fetchBoundaries(request, own)),
    keep: ({ ok }) => ok,
  });

async function fetchBoundaries(request: BoundaryRequest, transport: Transport): Promise<Result<BoundaryDocument>> {
  const { src: url, year = null } = request;
  const answer = await fetchSharedText(url, transport);
  const json = parseJson(answer.text);
  if (!json.ok) return json;
  const pages = await fetchAllPages({ url, answer, json: json.value }, transport, {
    nextOf: (page) => (Array.isArray(member(page, 'features')) ? featuresNext(page) : null),
    refused: 'invalid-boundaries',
  });
  if (!pages.ok) return pages;
  const document = pages.value.length === 1 ? pages.value[0] : pages.value;
  return guarded('invalid-boundaries', () => parseBoundaries(document, { year }));
}

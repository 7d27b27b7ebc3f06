import { parseBoundariesInSteps, type BoundaryDocument } from '../formats/boundaries.js';
import { isCompactBoundaries } from '../formats/compact/is-compact-boundaries.js';
import { parseJson } from '../formats/json-text.js';
import { member } from '../formats/json-access.js';
import type { Result } from '../model/problem.js';
import { inSlices } from '../tasks/slices.js';
import type { Steps } from '../tasks/steps.js';
import { keepText } from './body.js';
import { featuresNext, fetchAllPages } from './pages.js';
import { guardedSteps, onDemand, settled } from './reading.js';
import { requestKey, shared } from './shared-cache.js';
import { fetchSharedBytes, type BytesAnswer } from './shared-bytes.js';
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
 * Loads a document with shapes, once for all widgets of the page and all levels in it: TopoJSON, GeoJSON, OGC API
 * Features with all the pages that are linked on the same origin and path, or compact boundaries.
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
  const { src: url, year = null, level } = request;
  if (isNamedCompact(url)) importCompactReader().catch(() => undefined);
  const answer = await fetchSharedBytes(url, transport);
  if (isCompactBoundaries(answer.bytes)) return readCompact(answer.bytes, transport);
  const first = parseJson(await inSlices(decode(answer), transport));
  if (!first.ok) return first;
  const pages = await fetchAllPages({ url, answer, json: first.value }, transport, {
    nextOf: (page) => (Array.isArray(member(page, 'features')) ? featuresNext(page) : null),
    refused: 'invalid-boundaries',
  });
  if (!pages.ok) return pages;
  const json = pages.value.length === 1 ? pages.value[0] : pages.value;
  const document = await inSlices(
    guardedSteps('invalid-boundaries', () => parseBoundariesInSteps(json, { year })),
    transport,
  );
  if (document.ok) await inSlices(decodeAhead(document.value, level), transport);
  return document;
}

/** What reads compact boundaries comes on demand, and beside a file whose name tells that it will be needed. */
const importCompactReader = () => import('../formats/compact-boundaries.js');

const isNamedCompact = (url: string): boolean => /^[^?#]*\.zob(\.gz)?([?#]|$)/i.test(url);

async function readCompact(bytes: Uint8Array, transport: Transport): Promise<Result<BoundaryDocument>> {
  const reader = await onDemand(importCompactReader, transport);
  if (!reader.ok) return reader;
  const { parseCompactBoundariesInSteps } = reader.value;
  return inSlices(
    guardedSteps('invalid-boundaries', () => parseCompactBoundariesInSteps(bytes)),
    transport,
  );
}

/** Bytes that are decoded between two yields. */
const PIECE = 262_144;

function* decode({ bytes, contentType }: BytesAnswer): Steps<string> {
  const text = keepText(contentType);
  for (let at = 0; at < bytes.length; at += PIECE) {
    text.add(bytes.subarray(at, at + PIECE));
    yield;
  }
  return text.end();
}

/** Decodes the shapes that will be asked for, as far as that can be told: while the figures are still on their way. */
function* decodeAhead(document: BoundaryDocument, asked: string | undefined): Steps<void> {
  const [only] = document.levels.size === 1 ? document.levels.keys() : [asked];
  if (only !== undefined && document.levels.has(only)) yield* document.ofLevelInSteps(only);
}

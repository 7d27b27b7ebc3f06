import { parseBoundaries, type BoundaryDocument } from '../formats/boundaries.js';
import { failure, type Result } from '../model/problem.js';

/** Shapes that a page gave as data: read, or being read. It never rejects. */
export type GivenBoundaries = Result<BoundaryDocument> | Promise<Result<BoundaryDocument>>;

/**
 * Reads TopoJSON or GeoJSON at once, and the bytes of compact boundaries, packed or not, by a module that comes on demand:
 * from a copy, so that the page may do with its own what it likes.
 */
export function readGivenBoundaries(value: unknown): GivenBoundaries {
  const bytes = bytesOf(value);
  if (bytes === null) return parseBoundaries(value);
  return import('../sources/compact-bytes.js').then(
    ({ readCompactBytes }) => readCompactBytes(bytes),
    () => failure('network'),
  );
}

function bytesOf(value: unknown): Uint8Array | null {
  if (value instanceof ArrayBuffer) return new Uint8Array(value.slice(0));
  return ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice() : null;
}

import type { BoundaryDocument } from '../formats/boundaries.js';
import { parseCompactBoundariesInSteps } from '../formats/compact-boundaries.js';
import { failure, type Result } from '../model/problem.js';
import { inSlices } from '../tasks/slices.js';
import { MAX_SIZE } from './body.js';
import { inflate } from './inflate.js';
import { joinParts } from './join-parts.js';

const GZIP = 0x1f;

/**
 * Compact boundaries from bytes that the page has, packed with gzip or not. Never rejects: `too-large` for more than 64 MB
 * unpacked, `invalid-boundaries` for what can't be unpacked, and what the reader answers.
 */
export async function readCompactBytes(bytes: Uint8Array): Promise<Result<BoundaryDocument>> {
  try {
    const unpacked = bytes[0] === GZIP ? await unpack(bytes) : bytes;
    return unpacked === null ? failure('too-large') : await inSlices(parseCompactBoundariesInSteps(unpacked));
  } catch {
    return failure('invalid-boundaries');
  }
}

/** Null for more than there may be. */
async function unpack(bytes: Uint8Array): Promise<Uint8Array | null> {
  const next = await inflate(bytes, () => Promise.resolve(null));
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await next(); part; part = await next()) {
    size += part.byteLength;
    if (size > MAX_SIZE) return null;
    parts.push(part);
  }
  return joinParts(parts);
}

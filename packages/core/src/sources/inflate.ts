import type { NextPart } from './body.js';

/** Bytes that are unpacked at a time: at most a thousand times as many come of them, before their size is looked at. */
const PIECE = 16_384;

/**
 * The parts of a gzip file, unpacked as they are asked for. Rejects for one that is cut or damaged, as for a body that
 * is.
 */
export function inflate(head: Uint8Array, next: NextPart): NextPart {
  let packed: Uint8Array | null = head;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      while (packed !== null && packed.byteLength === 0) packed = await next();
      if (packed === null) return controller.close();
      controller.enqueue(packed.slice(0, PIECE));
      packed = packed.subarray(PIECE);
    },
  });
  const reader = source.pipeThrough(new DecompressionStream('gzip')).getReader();
  return async () => (await reader.read()).value ?? null;
}

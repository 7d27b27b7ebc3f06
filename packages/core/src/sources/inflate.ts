import type { NextPart } from './body.js';
import { joinParts } from './join-parts.js';

/** The second byte of a gzip file. */
const SECOND = 0x8b;

/** Bytes that are unpacked at a time: at most a thousand times as many come of them, before their size is looked at. */
const PIECE = 16_384;

/**
 * The parts of a body that begins as a gzip file does, unpacked as they are asked for; as they are where its second byte
 * is another. Rejects where the file is cut or damaged, as for a body that is.
 */
export function inflate(first: Uint8Array, next: NextPart): NextPart {
  let opened: Promise<NextPart> | null = null;
  return async () => (await (opened ??= open(first, next)))();
}

async function open(first: Uint8Array, next: NextPart): Promise<NextPart> {
  let head: Uint8Array | null = first;
  while (head.byteLength < 2) {
    const more = await next();
    if (more === null) break;
    head = joinParts([head, more]);
  }
  const isGzip = head[1] === SECOND;
  const sent: NextPart = async () => {
    const part = head ?? (await next());
    head = null;
    return part;
  };
  if (!isGzip) return sent;
  const reader = inPieces(sent).pipeThrough(new DecompressionStream('gzip')).getReader();
  return async () => (await reader.read()).value ?? null;
}

function inPieces(next: NextPart): ReadableStream<Uint8Array<ArrayBuffer>> {
  let packed: Uint8Array | null = new Uint8Array(0);
  return new ReadableStream({
    async pull(controller) {
      while (packed?.byteLength === 0) packed = await next();
      if (packed === null) return controller.close();
      controller.enqueue(packed.slice(0, PIECE));
      packed = packed.subarray(PIECE);
    },
  });
}

import type { Progress } from '../sources/transport.js';

/** How far all bodies together have come that a picture is waiting for. */
export interface LoadedSoFar {
  /** Bytes. */
  readonly received: number;
  /** Bytes in all; null where that isn't known of each. */
  readonly total: number | null;
  /** Pages that have come in full, of what is sent in pages; 0 without any. */
  readonly pages: number;
}

/** The last that was heard of each address, as one; null while nothing has come. */
export function sumProgress(heard: Iterable<Progress>): LoadedSoFar | null {
  let received = 0;
  let total: number | null = 0;
  let pages = 0;
  for (const progress of heard) {
    received += progress.received;
    total = total === null || progress.total === null ? null : total + progress.total;
    pages += progress.pages ?? 0;
  }
  return received > 0 ? { received, total, pages } : null;
}

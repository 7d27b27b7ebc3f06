import { abortError } from '../sources/source-error.js';

/** How work is cut. */
export interface SliceOptions {
  /** Aborting it rejects with an `AbortError` before the next slice. */
  readonly signal?: AbortSignal;
  /** Milliseconds of work before input gets a turn. Default 8: half a frame. */
  readonly budget?: number;
}

const BUDGET = 8;

/** Chromium's and Firefox's own way, which puts the rest of the work before what others have queued since. */
interface Scheduler {
  yield?: () => Promise<void>;
}

/**
 * Runs work in slices, between which the page can answer input and paint. The work is a generator that yields wherever it
 * can be cut, often: looking at the clock is all that a yield costs while there is time. Work that ends within the first
 * slice gives no turn away. Rejects with what the work throws, or an `AbortError`.
 */
export async function inSlices<T>(work: Iterator<void, T>, { signal, budget = BUDGET }: SliceOptions = {}): Promise<T> {
  for (;;) {
    if (signal?.aborted) throw abortError();
    const end = performance.now() + budget;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await nextTurn();
  }
}

/**
 * A seam between two pieces of work: gives a turn away where more than a slice has passed since `began`, on the clock of
 * `performance.now`. What takes no time goes on at once.
 */
export async function seam(began: number): Promise<void> {
  if (performance.now() - began > BUDGET) await nextTurn();
}

/** Runs the same work at once: the result is the same. */
export function finish<T>(work: Iterator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** A task of its own, also in a hidden tab, where timers may wait for a second. */
export function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

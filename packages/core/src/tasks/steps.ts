/** Work that can be cut: it yields where the page may have its turn, and returns what it makes. See `inSlices`. */
export type Steps<T> = Generator<void, T, void>;

/** Items between two yields: some tenths of a millisecond of the usual work, also while code is cold. */
const CHUNK = 256;

/**
 * Walks the numbers from 0 to `count`, a chunk at a time, with a yield behind each. The loop over a chunk is the caller's,
 * in a plain function: engines make those quick sooner than generators.
 */
export function* inChunks(count: number, visit: (from: number, to: number) => void, size = CHUNK): Steps<void> {
  for (let from = 0; from < count; from += size) {
    visit(from, Math.min(from + size, count));
    yield;
  }
}

/**
 * Work that several may wait for, and that is done once: each who runs the steps goes on where the last one stopped, so
 * that one who leaves loses nothing of it. Work that throws does so for all. What it worked on is let go at its end.
 */
export function sharedSteps<T>(start: () => Steps<T>): () => Steps<T> {
  let begin: (() => Steps<T>) | null = start;
  let running: Steps<T> | null = null;
  let outcome: (() => T) | null = null;
  const step = (): void => {
    try {
      running ??= begin!();
      begin = null;
      const { done, value } = running.next();
      if (done) outcome = () => value;
    } catch (error) {
      outcome = () => {
        throw error;
      };
    }
    if (outcome) running = null;
  };
  return function* () {
    for (;;) {
      if (!outcome) step();
      if (outcome) return outcome();
      yield;
    }
  };
}

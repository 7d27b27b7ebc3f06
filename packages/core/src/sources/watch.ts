import { abortError } from './source-error.js';

/** Why a watched step was given up. */
export type Interruption = 'abort' | 'timeout';

/**
 * Keeps watch over the steps of one request: each must come within a time, and none outlives the caller's signal.
 * `race` gives up at once, also on a promise that takes no notice of `signal` (a page's own `fetch` may not).
 */
export class Watch {
  /** To be handed to what is watched; aborted with the caller's signal, on a timeout and by `end`. */
  readonly signal: AbortSignal;
  readonly #caller: AbortSignal;
  readonly #controller = new AbortController();
  readonly #interrupted: Promise<never>;
  readonly #interrupt: (why: Interruption) => void;
  #why: Interruption | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(caller: AbortSignal) {
    this.#caller = caller;
    this.signal = this.#controller.signal;
    let reject: (reason: unknown) => void;
    this.#interrupted = new Promise((_, refuse) => (reject = refuse));
    this.#interrupted.catch(() => {}); // may come when nothing is being watched
    this.#interrupt = (why) => {
      this.#why ??= why;
      reject(abortError());
      this.#controller.abort();
    };
    caller.addEventListener('abort', this.#handleAbort, { once: true });
    if (caller.aborted) this.#interrupt('abort');
  }

  /** Why `race` rejected; null when what it watched did so itself. */
  get interruption(): Interruption | null {
    return this.#why;
  }

  /** Waits for a step; rejects once `ms` have passed since this call. */
  async race<T>(step: Promise<T>, ms: number): Promise<T> {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#interrupt('timeout'), ms);
    return Promise.race([step, this.#interrupted]);
  }

  /** Lets go of timer and signal, and cancels what is still under way. */
  end(): void {
    clearTimeout(this.#timer);
    this.#caller.removeEventListener('abort', this.#handleAbort);
    this.#controller.abort();
  }

  readonly #handleAbort = (): void => this.#interrupt('abort');
}

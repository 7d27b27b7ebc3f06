import { problem, type Problem, type Result } from '../model/problem.js';
import type { Transport } from '../sources/transport.js';
import { Deferred } from '../tasks/deferred.js';
import { seam } from '../tasks/slices.js';
import type { Inputs } from './inputs.js';
import { IDLE, loadPicture } from './load-picture.js';
import type { Picture } from './picture.js';

/** `idle` without a source, `loading`, `ready`, or `error`: the picture asked for can't be drawn. */
export type Status = 'idle' | 'loading' | 'ready' | 'error';

/** What a picture is made for: an element, or a layer in a host's own map. */
export interface CycleHost {
  /** All that decides the picture; read once a cycle. */
  readonly inputs: () => Inputs;
  /** How addresses are asked. */
  readonly transport: () => Pick<Transport, 'fetch' | 'credentials' | 'maxSize' | 'onProgress'>;
  /** Fetches what else the picture needs (texts), beside the data. Rejects only with the abort of the signal. */
  readonly prepare: (signal: AbortSignal) => Promise<void>;
  /** A choice that only this host makes, turned into a problem of the dataset; null where it holds. */
  readonly check: (picture: Picture) => Problem | null;
  /** `picture` is another one than `former`, or none any more. Not waited for. */
  readonly replaced: (former: Picture | null) => void;
  /** Fetches the words for `problems`. Never rejects. */
  readonly explain: (signal: AbortSignal) => Promise<void>;
  /** Draws a new picture. What it returns is waited for. */
  readonly draw: (picture: Picture) => Promise<void> | void;
  /** `status` is another one, and so it may be with `problems`. */
  readonly statusChanged: () => void;
  /** The newest change has its outcome: time to tell of it. What it returns is waited for before `ready` resolves. */
  readonly settled: (isReload: boolean) => Promise<unknown> | void;
  /** Hears of a mistake of ours; the picture is `invalid-dataset` then. */
  readonly mistaken: (error: unknown) => void;
}

/**
 * Keeps a picture in step with what is asked for: one cycle, from inputs to a settled status, for all changes of a turn.
 * A newer change takes over silently, and the last good picture stays where the next one fails.
 */
export class PictureCycle {
  readonly #host: CycleHost;
  #picture: Picture | null = null;
  #status: Status = 'idle';
  #problems: readonly Problem[] = [];
  #ready: Deferred<Status> | null = null;
  /** Counts changes: a cycle that isn't the newest any more settles nothing. */
  #newest = 0;
  #isQueued = false;
  #isReload = false;
  #abort = new AbortController();

  constructor(host: CycleHost) {
    this.#host = host;
  }

  /** The last good picture; null before the first, and without a source. */
  get picture(): Picture | null {
    return this.#picture;
  }

  get status(): Status {
    return this.#status;
  }

  /** What was found in data and transport. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Settles when the last change has its picture, or can't have one. Never rejects; gives the status. */
  get ready(): Promise<Status> {
    return this.#ready?.promise ?? Promise.resolve(this.#status);
  }

  /** Something that decides the picture has changed: starts one cycle for all changes of this turn. */
  invalidate(): void {
    this.#ready ??= new Deferred();
    this.#newest++;
    if (this.#isQueued) return;
    this.#isQueued = true;
    queueMicrotask(() => {
      this.#isQueued = false;
      void this.#run(this.#newest);
    });
  }

  /** Loads past the cache; answers `ready`. */
  reload(): Promise<Status> {
    this.#isReload = true;
    this.invalidate();
    return this.ready;
  }

  /** Adds what was found after the picture, until the next one. False where that has come before there were words for it. */
  async addProblems(found: readonly Problem[]): Promise<boolean> {
    this.#problems = [...this.#problems, ...found];
    await this.#host.explain(this.#abort.signal);
    return found.every((one) => this.#problems.includes(one));
  }

  async #run(cycle: number): Promise<void> {
    const isReload = this.#isReload;
    const outcome = await this.#attempt(() => cycle === this.#newest, isReload);
    if (outcome === null || cycle !== this.#newest) return;
    this.#isReload = false;
    this.#setStatus(outcome);
    await this.#host.settled(isReload);
    if (cycle !== this.#newest) return;
    this.#ready?.resolve(this.#status);
    this.#ready = null;
  }

  /** Loads and draws; null where a newer cycle has taken over. */
  async #attempt(isNewest: () => boolean, reload: boolean): Promise<Status | null> {
    const [former, abort] = [this.#abort, new AbortController()];
    const { signal } = (this.#abort = abort);
    let slow: ReturnType<typeof setTimeout> | undefined;
    try {
      const began = performance.now();
      const inputs = this.#host.inputs();
      if (inputs.src || inputs.data) slow = this.#startLoading();
      const loading = Promise.all([
        loadPicture(inputs, { ...this.#host.transport(), signal, reload }),
        this.#host.prepare(signal),
      ]);
      // The former cycle leaves only now: a request that both want goes on.
      former.abort();
      const [answer] = await loading;
      await seam(began);
      if (!isNewest()) return null;
      const outcome = answer === IDLE ? this.#clear() : this.#take(answer);
      await this.#host.explain(signal);
      if (!isNewest()) return null;
      if (outcome === 'ready' && this.#picture) await this.#host.draw(this.#picture);
      return outcome;
    } catch (error) {
      if (!isNewest()) return null;
      // Shown to developers, and to the visitor as data that can't be shown. Never a hanging `ready`.
      this.#host.mistaken(error);
      this.#problems = [problem('invalid-dataset')];
      await this.#host.explain(signal);
      return 'error';
    } finally {
      former.abort();
      clearTimeout(slow);
    }
  }

  /** Without a source there is nothing to show: what was on screen would be taken for figures of another source. */
  #clear(): 'idle' {
    const former = this.#picture;
    this.#picture = null;
    this.#problems = [];
    this.#host.replaced(former);
    return 'idle';
  }

  #take(answer: Result<Picture>): 'ready' | 'error' {
    const own = answer.ok ? this.#host.check(answer.value) : null;
    if (!answer.ok || own) {
      this.#problems = own ? [own] : answer.problems;
      return 'error';
    }
    const former = this.#picture;
    this.#picture = answer.value;
    this.#problems = answer.value.problems;
    this.#host.replaced(former);
    return 'ready';
  }

  /** Loading is told only when it outlasts this task: a change that needs no request must not flicker. */
  #startLoading(): ReturnType<typeof setTimeout> {
    this.#status = 'loading';
    return setTimeout(() => this.#setStatus('loading'));
  }

  #setStatus(status: Status): void {
    this.#status = status;
    this.#host.statusChanged();
  }
}

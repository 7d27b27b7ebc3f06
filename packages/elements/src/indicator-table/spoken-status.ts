import type { ReactiveController, ReactiveElement } from 'lit';

/** How long nothing may change before it is said: a reader of the page isn't interrupted by every letter typed. */
const PAUSE = 500;

/** Says in one polite line what changed, once it has stood still for a while. What there was at first is not said. */
export class SpokenStatus implements ReactiveController {
  readonly #host: ReactiveElement;
  #said: readonly string[] | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined = undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Tells what holds now, each sentence in its own place. */
  update(sentences: readonly string[]): void {
    this.#said ??= sentences;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say(sentences), PAUSE);
  }

  #say(sentences: readonly string[]): void {
    const changed = sentences.filter((sentence, i) => sentence !== this.#said?.[i]);
    this.#said = sentences;
    const line = this.#host.renderRoot.querySelector('.above > [role="status"]');
    if (line && changed.length > 0) line.textContent = changed.join(' ');
  }
}

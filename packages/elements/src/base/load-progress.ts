import { nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Progress } from '@zicht-op/core/sources/transport.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';

/** Milliseconds of loading before it is told how far it is: what is over sooner would only flicker. */
const SHOWN_AFTER = 500;

type Host = ReactiveControllerHost & { readonly status: string };

/** Tells how far loading is, where it takes over half a second. What shows it comes by then. */
export class LoadProgress implements ReactiveController {
  readonly #host: Host;
  readonly #texts: () => CommonTexts;
  readonly #heard = new Map<string, Progress>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #view: typeof import('./progress-template.js') | null = null;
  #spoken: string | null = null;

  constructor(host: Host, texts: () => CommonTexts) {
    this.#host = host;
    this.#texts = texts;
    host.addController(this);
  }

  /** Forgets what was heard of other requests; what it answers is to be told of the new ones. */
  readonly begin = (): ((progress: Progress) => void) => {
    this.#heard.clear();
    return (progress) => {
      this.#heard.set(progress.url, progress);
      if (this.#view) this.#host.requestUpdate();
    };
  };

  /** For a live region: said once a load, when it is first shown; null before. */
  get spoken(): string | null {
    return this.#spoken;
  }

  hostUpdate(): void {
    const isLoading = this.#host.status === 'loading';
    if (isLoading) this.#timer ??= setTimeout(() => void this.#show(), SHOWN_AFTER);
    else this.hostDisconnected();
    const text = this.#view?.progressText(this.#heard.values(), this.#texts());
    if (text) this.#spoken ??= text;
  }

  hostDisconnected(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = this.#view = this.#spoken = null;
  }

  render(): unknown {
    return this.#view ? this.#view.progressTemplate(this.#heard.values(), this.#texts()) : nothing;
  }

  async #show(): Promise<void> {
    const timer = this.#timer;
    const view = await import('./progress-template.js').catch(() => null);
    if (timer === null || this.#timer !== timer) return;
    this.#view = view;
    this.#host.requestUpdate();
  }
}

import type { ErrorCode, Problem, WarningCode } from '../model/problem.js';
import type { Picture } from './picture.js';

/** Of the event `zo-load`. */
export interface LoadDetail {
  readonly url: string;
}

/** Of the event `zo-error`. */
export interface ErrorDetail {
  readonly code: ErrorCode | WarningCode;
  /** In words a web editor understands, in the widget's language, with what to do next. */
  readonly message: string;
  readonly url: string;
  readonly severity: 'error' | 'warning';
  readonly path: string;
}

export interface AnnouncerHost {
  /** What the console calls it: `<zo-choropleth>`. */
  readonly name: string;
  readonly problemText: (problem: Problem) => string;
  readonly fireLoad: (detail: LoadDetail) => void;
  readonly fireError: (detail: ErrorDetail) => void;
}

/** Tells the page what was loaded and what was found, once each: as events, and problems on the console too. */
export class Announcer {
  readonly #host: AnnouncerHost;
  /** What the last `zo-load` was about, and the warnings told since. */
  #loaded: Pick<Picture, 'dataset' | 'boundaries'> | null = null;
  #told: readonly Problem[] = [];
  /** Code and address of each warning that the console had. */
  readonly #warned = new Set<string>();

  constructor(host: AnnouncerHost) {
    this.#host = host;
  }

  /** The source was taken away: what comes next is news. */
  reset(): void {
    this.#loaded = null;
    this.#told = [];
  }

  /** A load is told once; another choice of the same data isn't one. */
  load({ dataset, boundaries, url }: Picture, isReload: boolean): void {
    const isNews = isReload || dataset !== this.#loaded?.dataset || boundaries !== this.#loaded.boundaries;
    if (!isNews) return;
    this.#loaded = { dataset, boundaries };
    this.#told = [];
    this.#host.fireLoad({ url });
  }

  /** Errors are told each time, warnings once a load, and on the console once per address. */
  problems(problems: readonly Problem[]): void {
    for (const found of problems) {
      const { code, severity, path, url = '' } = found;
      if (severity === 'warning') {
        if (this.#told.some((known) => isSame(known, found))) continue;
        this.#told = [...this.#told, found];
      }
      const message = this.#host.problemText(found);
      this.#log(severity, `${code} ${url}`, `${code}: ${message}${url ? ` (${url})` : ''}`);
      this.#host.fireError({ code, message, url, severity, path });
    }
  }

  #log(severity: string, key: string, text: string): void {
    if (severity === 'error') console.error(`${this.#host.name} ${text}`);
    else if (!this.#warned.has(key)) console.warn(`${this.#host.name} ${text}`);
    this.#warned.add(key);
  }
}

const isSame = (one: Problem, other: Problem): boolean =>
  one.code === other.code && one.path === other.path && one.url === other.url;

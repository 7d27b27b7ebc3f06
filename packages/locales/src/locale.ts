import { common as nl, type CommonTexts } from './nl/common.js';
import type { ProblemText } from './nl/problems.js';

export type Language = 'nl' | 'en';

/** Texts of one subject in each language: at hand, or fetched when they are asked for. */
export class Localised<T> {
  readonly #standIn: T;
  readonly #fetch: Readonly<Partial<Record<Language, () => Promise<T>>>>;
  readonly #texts = new Map<Language, T>();
  readonly #fetching = new Map<Language, Promise<unknown>>();

  /** `standIn` is the texts of the languages that need no fetching, and stands in for the others until they are there. */
  constructor(standIn: T, fetch: Readonly<Partial<Record<Language, () => Promise<T>>>>) {
    this.#standIn = standIn;
    this.#fetch = fetch;
  }

  /** True once the texts can be read. */
  has(language: Language): boolean {
    return this.#texts.has(language) || !this.#fetch[language];
  }

  in(language: Language): T {
    return this.#texts.get(language) ?? this.#standIn;
  }

  /** Fetches the texts of a language, once. Never rejects: what can't be had is asked for anew next time. */
  async load(language: Language): Promise<void> {
    const fetch = this.#fetch[language];
    if (!fetch || this.has(language)) return;
    const fetching = this.#fetching.get(language) ?? fetch().then((texts) => this.#texts.set(language, texts));
    this.#fetching.set(language, fetching);
    try {
      await fetching;
    } catch {
      this.#fetching.delete(language);
    }
  }
}

/** Texts common to all data widgets. */
export const commonTexts = new Localised<CommonTexts>(nl, { en: async () => (await import('./en/common.js')).common });

/** The words for problems, without which there is only their code. */
export const problemTexts = new Localised<ProblemText>(({ code }) => code, {
  nl: async () => (await import('./nl/problems.js')).problemText,
  en: async () => (await import('./en/problems.js')).problemText,
});

import { common as nl, type CommonTexts } from './nl/common.js';

export type Language = 'nl' | 'en';

/** Texts of one subject in each language. Dutch is at hand; a translation is fetched by the first who asks for it. */
export class Localised<T> {
  readonly #texts: Partial<Record<Language, T>>;
  readonly #fetchEnglish: () => Promise<T>;
  #english: Promise<unknown> | null = null;

  constructor(dutch: T, fetchEnglish: () => Promise<T>) {
    this.#texts = { nl: dutch };
    this.#fetchEnglish = fetchEnglish;
  }

  /** True once the texts can be read. */
  has(language: Language): boolean {
    return this.#texts[language] !== undefined;
  }

  /** Dutch where the translation isn't there. */
  in(language: Language): T {
    return (this.#texts[language] ?? this.#texts.nl) as T;
  }

  /** Fetches the texts of a language, once. Never rejects: without a translation it stays Dutch, and is asked for anew next time. */
  async load(language: Language): Promise<void> {
    if (this.has(language)) return;
    this.#english ??= this.#fetchEnglish().then((texts) => (this.#texts.en = texts));
    try {
      await this.#english;
    } catch {
      this.#english = null;
    }
  }
}

/** Texts common to all data widgets. */
export const commonTexts = new Localised<CommonTexts>(nl, async () => (await import('./en/common.js')).common);

/** The nearest `lang` around an element, also through shadow roots: English where it says so, Dutch in all other cases. */
export function languageOf(element: Element): Language {
  for (let at: Element | null = element; at;) {
    const found: Element | null = at.closest('[lang]');
    const lang = found?.getAttribute('lang');
    if (lang) return lang.toLowerCase().startsWith('en') ? 'en' : 'nl';
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return 'nl';
}

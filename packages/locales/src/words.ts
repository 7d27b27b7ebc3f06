import type { Problem } from '@zicht-op/core/model/problem.js';
import { onDemand } from '@zicht-op/core/sources/reading.js';
import { createFormatter, type Formatter } from '@zicht-op/core/view/format.js';
import { commonTexts, problemTexts, type Language, type Localised } from './locale.js';
import type { CommonTexts } from './nl/common.js';

/** Milliseconds that a problem waits for its words. */
const WORDS_TIMEOUT = 2000;

/** The language of a widget and all it says in it, so that no text shows beside another language's. */
export class Words {
  readonly #asked: () => Language;
  readonly #ownTexts: () => Localised<unknown>;
  /** That of the texts on screen. */
  #language: Language = 'nl';
  #formatter: { readonly language: Language; readonly formatter: Formatter } | null = null;

  /** `asked` tells the language it should speak; `ownTexts` are those of this widget besides the common ones. */
  constructor(asked: () => Language, ownTexts: () => Localised<unknown>) {
    this.#asked = asked;
    this.#ownTexts = ownTexts;
  }

  /** The language asked for; until its texts are there, the one spoken before. */
  get language(): Language {
    const asked = this.#asked();
    if (this.#speaks(asked)) this.#language = asked;
    return this.#language;
  }

  get texts(): CommonTexts {
    return commonTexts.in(this.language);
  }

  get formatter(): Formatter {
    const { language, texts } = this;
    if (this.#formatter?.language !== language) {
      this.#formatter = { language, formatter: createFormatter(texts.locale, texts) };
    }
    return this.#formatter.formatter;
  }

  /** What a problem is called, and what to do about it. */
  problemText(problem: Problem): string {
    return problemTexts.in(this.language)(problem);
  }

  /** True where the language asked for needs no fetching. */
  isAtHand(hasProblems: boolean): boolean {
    const language = this.#asked();
    return this.#speaks(language) && (!hasProblems || problemTexts.has(language));
  }

  /** Fetches the texts of the language asked for, all together. True where there was something to fetch. */
  async learnLanguage(hasProblems: boolean, signal: AbortSignal): Promise<boolean> {
    const language = this.#asked();
    if (this.#speaks(language)) return false;
    const texts = [commonTexts, this.#ownTexts(), ...(hasProblems ? [problemTexts] : [])];
    await onDemand(() => Promise.all(texts.map((subject) => subject.load(language))), { signal });
    return true;
  }

  /**
   * Fetches the words for problems, so that nothing is told by its code alone. A visitor whose connection is gone waits a
   * moment only: the general sentence and the code are there. Never rejects.
   */
  async learnProblems(signal: AbortSignal): Promise<void> {
    const language = this.#asked();
    if (problemTexts.has(language)) return;
    const words = onDemand(() => problemTexts.load(language), { signal, headersTimeout: WORDS_TIMEOUT });
    await words.catch(() => undefined);
  }

  /** Has the words for problems come behind the picture: what goes wrong later may be that nothing can be fetched any more. */
  foresee(): void {
    void problemTexts.load(this.language);
  }

  #speaks(language: Language): boolean {
    return commonTexts.has(language) && this.#ownTexts().has(language);
  }
}

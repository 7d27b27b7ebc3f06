import { common as en } from './en/common.js';
import { common as nl, type CommonTexts } from './nl/common.js';

export type Language = 'nl' | 'en';

/** The same texts in each language. */
export type Localised<T> = Readonly<Record<Language, T>>;

const COMMON: Localised<CommonTexts> = { nl, en };

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

/** Texts common to all data widgets. */
export const commonTexts = (language: Language): CommonTexts => COMMON[language];

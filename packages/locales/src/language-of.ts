import type { Language } from './locale.js';

/** The language that a page names: English where it says so, Dutch in all other cases. */
export const languageNamed = (lang: string): Language => (lang.toLowerCase().startsWith('en') ? 'en' : 'nl');

/** The nearest `lang` around an element, also through shadow roots: English where it says so, Dutch in all other cases. */
export function languageOf(element: Element): Language {
  for (let at: Element | null = element; at;) {
    const found: Element | null = at.closest('[lang]');
    const lang = found?.getAttribute('lang');
    if (lang) return languageNamed(lang);
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return 'nl';
}

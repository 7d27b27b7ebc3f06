import type { Language } from '@zicht-op/locales/locale.js';

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

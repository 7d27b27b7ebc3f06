import { Localised } from './locale.js';
import { choropleth as nl, type ChoroplethTexts } from './nl/choropleth.js';

/** Texts of a map in classes, besides the common ones. */
export const choroplethTexts = new Localised<ChoroplethTexts>(nl, {
  en: async () => (await import('./en/choropleth.js')).choropleth,
});

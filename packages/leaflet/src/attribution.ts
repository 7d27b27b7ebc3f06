import type { Picture } from '@zicht-op/core/picture/picture.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for a place that takes markup: Leaflet's line of attributions is one. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

/** Who made shapes and figures, each once, as markup. */
export function attributionOf({ dataset, boundaries, selection }: Picture, texts: CommonTexts): string {
  const sources = new Set([...selection.indicator.sources, ...dataset.sources].map(({ label }) => label));
  sources.delete('');
  const parts = [boundaries?.attribution ?? '', sources.size > 0 ? texts.sourceLine([...sources].join(', '), '') : ''];
  return parts.filter(Boolean).map(escapeMarkup).join(' · ');
}

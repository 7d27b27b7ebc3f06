import { NO_META } from '@zicht-op/core/model/dataset.js';
import type { Picture } from '@zicht-op/core/picture/picture.js';
import type { ExportContext } from '@zicht-op/core/view/export/context.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';

/** What a file says about its rows: indicators, source, words. */
export function exportContext(picture: Picture | null, texts: CommonTexts): ExportContext {
  return {
    indicators: new Map(picture?.dataset.indicators.map((indicator) => [indicator.id, indicator])),
    meta: picture?.dataset ?? NO_META,
    texts,
    breakdowns: picture?.dataset.breakdowns ?? [],
  };
}

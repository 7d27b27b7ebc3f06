import type { Unit } from '@zicht-op/core/model/dataset.js';
import type { Formatter } from '@zicht-op/core/view/format.js';
import type { ChoroplethTexts } from './nl/choropleth.js';

export interface ClassLabelParts {
  readonly model: {
    /** Inner boundaries, as they are written. */
    readonly breaks: readonly number[];
  };
  readonly unit: Unit;
  readonly texts: Pick<ChoroplethTexts, 'allValues' | 'below' | 'between' | 'from'>;
  readonly formatter: Formatter;
}

/** A class's bounds in words; the outer ends are open, as a lowest and highest figure may not be published. */
export function classLabel({ model: { breaks }, unit, texts, formatter }: ClassLabelParts, style: number): string {
  const text = (value: number) => formatter.number(value, unit);
  if (breaks.length === 0) return texts.allValues;
  if (style === 0) return texts.below(text(breaks[0]));
  return style === breaks.length
    ? texts.from(text(breaks[style - 1]))
    : texts.between(text(breaks[style - 1]), text(breaks[style]));
}

import type { Picture } from '@zicht-op/core/picture/picture.js';
import type { Formatter } from '@zicht-op/core/view/format.js';
import { rowsOf } from '@zicht-op/core/view/rows.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';
import { compareInWords } from '../base/comparison.js';
import { unitWords, type RegionFacts } from './region-card.js';

/** What is needed to put facts in words. */
export interface FactsContext {
  readonly nameOf: (code: string) => string;
  /** Name of the shape, where no dataset names the region; null for none. */
  readonly shapeName: string | null;
  readonly formatter: Formatter;
  readonly texts: CommonTexts;
}

/** Everything that tooltip, card and spoken text say of one region; a region nobody lists is `uncovered`. */
export function regionFacts(
  picture: Picture,
  code: string,
  { nameOf, shapeName, formatter, texts }: FactsContext,
): RegionFacts {
  const { dataset, selection, parentOf, classification } = picture;
  const region = dataset.geo.index.get(code) ?? -1;
  const [row] = rowsOf(dataset, selection, [{ region, code, name: shapeName }], formatter, classification);
  const parent = parentOf(code);
  const period = dataset.periods[selection.timeIndex];
  const comparisons = [...new Set([parent, selection.reference])].map((other) =>
    compareInWords(picture, code, other, nameOf, formatter, texts),
  );
  return {
    row,
    label: selection.indicator.label,
    unit: unitWords(selection.indicator.unit),
    period: period?.id ? formatter.period(period) : '',
    around: parent !== null && nameOf(parent) !== parent && !parent.startsWith('NL') ? nameOf(parent) : '',
    comparisons: comparisons.filter(Boolean),
    caution: selection.indicator.caution,
  };
}

import type { Formatter } from '@zicht-op/core/view/format.js';
import type { BranchOutlierTexts } from '@zicht-op/locales/nl/branch-outlier.js';

/** From here on a factor says more than a percentage. Below it would be written as 2,0 after rounding. */
const FACTOR_FROM = 1.95;
const FACTOR_MOST = 1000;

/**
 * A deviation in words: "2,4 keer zo hoog als verwacht", "35% hoger dan verwacht", "60% lager dan verwacht". Takes the
 * natural logarithm of actual / predicted: -Infinity is an actual figure of zero, NaN has no ratio and says so.
 */
export function deviationText(logRatio: number, texts: BranchOutlierTexts, format: Pick<Formatter, 'plain'>): string {
  if (Number.isNaN(logRatio)) return texts.noRatio;
  const ratio = Math.exp(logRatio);
  if (ratio > FACTOR_MOST) return texts.timesOver(format.plain(FACTOR_MOST, 0));
  if (ratio >= FACTOR_FROM) return texts.times(format.plain(ratio, ratio < 9.95 ? 1 : 0));
  const percent = Math.round(Math.abs(ratio - 1) * 100);
  if (percent === 0) return texts.same;
  if (ratio > 1) return texts.higher(format.plain(percent, 0));
  return percent === 100 && ratio > 0 ? texts.lowerOver(format.plain(99, 0)) : texts.lower(format.plain(percent, 0));
}

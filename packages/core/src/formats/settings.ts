import type { Dataset } from '../model/dataset.js';
import { decimalsOf, linkOf } from './json-access.js';

/** What an embedder says of a file in attributes, where it comes without metadata. Empty and absent: not said. */
export interface DatasetSettings {
  readonly unit?: string | null;
  readonly decimals?: number | string | null;
  readonly sourceLabel?: string | null;
  readonly sourceHref?: string | null;
  readonly caution?: string | null;
}

/** Longest text that is written beside a figure instead of in a heading: "%", "€", "km²". */
const LONGEST_SYMBOL = 3;

/**
 * Lays the settings over a dataset. Source and caution hold for the dataset as a whole and so for every indicator;
 * `unit` and `decimals` only where there is one indicator, as they can't be true of several. A short unit is a symbol, a
 * currency sign stands in front.
 */
export function applySettings(dataset: Dataset, settings: DatasetSettings): Dataset {
  const text = settings.unit?.trim() ?? '';
  const isSymbol = [...text].length <= LONGEST_SYMBOL;
  const position = /^\p{Sc}$/u.test(text) ? 'start' : 'end';
  const decimals = decimalsOf(settings.decimals);
  const isOne = dataset.indicators.length === 1;
  const caution = settings.caution?.trim() ?? '';
  const href = linkOf(settings.sourceHref);
  const label = settings.sourceLabel?.trim() || (href ?? '');
  const indicators = dataset.indicators.map((indicator) => ({
    ...indicator,
    caution: caution || indicator.caution,
    unit: !isOne
      ? indicator.unit
      : {
          ...(text === '' ? indicator.unit : { label: isSymbol ? '' : text, symbol: isSymbol ? text : '', position }),
          decimals: decimals ?? indicator.unit.decimals,
        },
  })) as Dataset['indicators'];
  return { ...dataset, indicators, ...(label && { sources: [{ label, href }] }) };
}

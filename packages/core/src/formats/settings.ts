import type { Dataset, Unit } from '../model/dataset.js';
import { decimalsOf, linkOf } from './json-access.js';

/** What an embedder says of a file in attributes, where it comes without metadata. Empty and absent: not said. */
export interface DatasetSettings {
  /** Which indicator the unit, the decimals and the caution are about; not said: the only one, or for a caution all. */
  readonly indicator?: string | null;
  readonly unit?: string | null;
  readonly decimals?: number | string | null;
  readonly sourceLabel?: string | null;
  readonly sourceHref?: string | null;
  readonly caution?: string | null;
}

/** Longest text that is written beside a figure instead of in a heading: "%", "€", "km²". */
const LONGEST_SYMBOL = 3;

/**
 * Lays the settings over a dataset. A source holds for the dataset as a whole. `unit` and `decimals` hold for the
 * indicator named, else only where there is one, as they can't be true of several. A short unit is a symbol, a currency
 * sign stands in front. A caution comes after the publisher's own and never takes its place.
 */
export function applySettings(dataset: Dataset, settings: DatasetSettings): Dataset {
  const named = settings.indicator?.trim() ?? '';
  const only = named || (dataset.indicators.length === 1 ? dataset.indicators[0].id : '');
  const href = linkOf(settings.sourceHref);
  const label = settings.sourceLabel?.trim() || (href ?? '');
  const indicators = dataset.indicators.map((indicator) => ({
    ...indicator,
    caution: named === '' || named === indicator.id ? withCaution(indicator.caution, settings) : indicator.caution,
    unit: indicator.id === only ? unitOver(indicator.unit, settings) : indicator.unit,
  }));
  return { ...dataset, indicators, ...(label && { sources: [{ label, href }] }) };
}

function withCaution(known: string, settings: DatasetSettings): string {
  const said = settings.caution?.trim() ?? '';
  return known.includes(said) ? known : `${known} ${said}`.trim();
}

function unitOver(known: Unit, settings: DatasetSettings): Unit {
  const text = settings.unit?.trim() ?? '';
  const isSymbol = [...text].length <= LONGEST_SYMBOL;
  const decimals = decimalsOf(settings.decimals) ?? known.decimals;
  if (text === '') return { ...known, decimals };
  const position = /^\p{Sc}$/u.test(text) ? 'start' : 'end';
  return { label: isSymbol ? '' : text, symbol: isSymbol ? text : '', position, decimals };
}

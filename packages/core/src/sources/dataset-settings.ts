import { decimalsOf, linkOf, member, textAt } from '../formats/json-access.js';
import type { Dataset, Indicator, Source, Unit } from '../model/dataset.js';

/** What the embedder says in attributes of a dataset that doesn't say it itself. All optional; of a wrong type is absent. */
export interface DatasetSettings {
  /** The indicator it is about. */
  readonly indicator?: unknown;
  /** Unit in words, as `Unit.label`; one of a sign or two is its symbol as well. */
  readonly unit?: unknown;
  /** Decimals as released, 0-15. */
  readonly decimals?: unknown;
  readonly sourceLabel?: unknown;
  readonly sourceHref?: unknown;
  readonly caution?: unknown;
}

/**
 * The dataset with the embedder's words filled in where its own are empty. A caution comes after the publisher's own
 * and never replaces it. Figures and masks are the same arrays.
 *
 * Without `indicator`, source and caution hold for all indicators; unit and decimals only where there is one, as they
 * would be wrong for some column of a table. An `indicator` that isn't there changes nothing.
 */
export function applySettings(dataset: Dataset, settings: DatasetSettings): Dataset {
  const said = readSettings(settings);
  if (said === null) return dataset;
  const only = dataset.indicators.length === 1 ? dataset.indicators[0].id : '';
  const indicators = dataset.indicators.map((indicator) => {
    if (said.indicator !== '' && said.indicator !== indicator.id) return indicator;
    return complete(indicator, said, indicator.id === (said.indicator || only));
  });
  return { ...dataset, indicators };
}

interface Said {
  readonly indicator: string;
  readonly unit: string;
  readonly decimals: number | null;
  readonly sources: readonly Source[];
  readonly caution: string;
}

/** The settings, read; null where they say nothing. */
function readSettings(settings: DatasetSettings): Said | null {
  const unit = textAt(settings, 'unit');
  const decimals = decimalsOf(member(settings, 'decimals'));
  const href = linkOf(member(settings, 'sourceHref'));
  const label = textAt(settings, 'sourceLabel') || (href ?? '');
  const sources = label === '' ? [] : [{ label, href }];
  const caution = textAt(settings, 'caution');
  if (unit === '' && decimals === null && label === '' && caution === '') return null;
  return { indicator: textAt(settings, 'indicator'), unit, decimals, sources, caution };
}

function complete(indicator: Indicator, said: Said, withUnit: boolean): Indicator {
  const { caution, sources } = indicator;
  return {
    ...indicator,
    unit: withUnit ? completeUnit(indicator.unit, said) : indicator.unit,
    caution: caution.includes(said.caution) ? caution : `${caution} ${said.caution}`.trim(),
    sources: sources.length > 0 ? sources : said.sources,
  };
}

function completeUnit(unit: Unit, said: Said): Unit {
  const isUnknown = unit.label === '' && unit.symbol === '';
  return {
    ...unit,
    label: isUnknown ? said.unit : unit.label,
    symbol: isUnknown && said.unit.length <= 2 ? said.unit : unit.symbol,
    decimals: unit.decimals ?? said.decimals,
  };
}

import { textAt } from '../formats/json-access.js';
import { applyMetadata } from '../formats/metadata.js';
import { applySettings } from '../formats/settings.js';
import type { Dataset } from '../model/dataset.js';

/** Datasets with an embedder's words, so that asking again gives the same object and nothing is drawn anew. */
const worded = new WeakMap<Dataset, Map<string, Dataset>>();

/** The dataset with what the embedder says of it laid over; the same object for the same words. */
export function withSettings(dataset: Dataset, settings: Readonly<Record<string, unknown>>): Dataset {
  const key = JSON.stringify(settings);
  const known = worded.get(dataset) ?? new Map<string, Dataset>();
  worded.set(dataset, known);
  const found = known.get(key) ?? applySettings(applyMetadata(dataset, settings), textsOf(settings));
  known.set(key, found);
  return found;
}

/** What a JSON child says may be of any type; only texts and numbers are settings. */
const textsOf = (settings: Readonly<Record<string, unknown>>) => ({
  indicator: textAt(settings, 'indicator'),
  unit: textAt(settings, 'unit'),
  decimals: textAt(settings, 'decimals'),
  sourceLabel: textAt(settings, 'sourceLabel'),
  sourceHref: textAt(settings, 'sourceHref'),
  caution: textAt(settings, 'caution'),
});

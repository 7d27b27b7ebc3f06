import type { Picture } from '@zicht-op/core/picture/picture.js';
import type { Formatter } from '@zicht-op/core/view/format.js';
import { observationIn } from '@zicht-op/core/view/slice.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';

/**
 * A region's figure against another's, in words: "hoger dan Nederland (12,3%)". Empty where there is nothing to compare:
 * for counts and amounts (an area is always less than the country around it), for the reference itself, and where
 * either figure is missing and that isn't worth a word.
 */
export function compareInWords(
  picture: Picture,
  region: string,
  reference: string | null,
  nameOf: (code: string) => string,
  format: Formatter,
  texts: CommonTexts,
): string {
  const { dataset, selection, slice } = picture;
  const { kind, unit } = selection.indicator;
  if (reference === null || reference === region || kind === 'count' || kind === 'amount') return '';
  const own = observationIn(slice, dataset.geo.index.get(region) ?? -1);
  const at = dataset.geo.index.get(reference) ?? -1;
  if (at < 0 || own.kind !== 'value') return '';
  const other = observationIn(slice, at);
  if (other.kind !== 'value') return texts.compare.unavailable(nameOf(reference), texts.missing[other.kind]);
  const text = format.number(other.value, unit);
  // Compared as published: figures that read the same are the same.
  if (text === format.number(own.value, unit)) return texts.compare.equal(nameOf(reference), text);
  return own.value > other.value
    ? texts.compare.higher(nameOf(reference), text)
    : texts.compare.lower(nameOf(reference), text);
}

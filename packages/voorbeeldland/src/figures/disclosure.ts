import type { AreaTree } from './area-tree.js';

/** Fewest units a figure may rest on. */
export const FEWEST = 10;
/** Fewest of a share's numerator, unless there is none at all. */
export const FEWEST_IN_SHARE = 5;

/** What a published file says about the rules it was made by. */
export const RULES: readonly string[] = [
  `Elk cijfer rust op ten minste ${FEWEST} waarnemingen.`,
  `Een aandeel met een teller van 1 tot en met ${FEWEST_IN_SHARE - 1} wordt niet gepubliceerd, een aandeel van 90% of meer evenmin.`,
  'Waar één gebied zou wegvallen, valt een tweede mee weg, zodat het niet uit het totaal te berekenen is.',
];

/** True where a count may not be shown: some, but few. */
export const isSmallCount = (count: number): boolean => count > 0 && count < FEWEST;

/** True where a share may not be shown. A base of 0 is no small one: there the share can't occur. */
export const isUnsafeShare = (count: number, base: number): boolean =>
  (base > 0 && base < FEWEST) || (count > 0 && count < FEWEST_IN_SHARE) || (base > 0 && count >= 0.9 * base);

/**
 * Completes what is withheld: where exactly one area of a family is, the smallest other one follows; an area that is
 * withheld for another's sake takes two of its own along. Top down, until nothing changes.
 *
 * `withheld` has 1 per area that may not be shown and is completed in place; `size` ranks the areas, and one of 0 or NaN
 * has no figure that could hide anything.
 */
export function withholdSecondary(tree: AreaTree, withheld: Uint8Array, size: Float64Array): void {
  const { families } = tree;
  for (let changed = true; changed;) {
    changed = false;
    for (const { parent, children } of families) {
      const hidden = children.filter((child) => withheld[child]).length;
      const wanted = hidden === 1 || (withheld[parent] && hidden < 2) ? 2 - hidden : 0;
      if (wanted === 0) continue;
      const candidates = children.filter((child) => !withheld[child] && size[child] > 0);
      candidates.sort((a, b) => size[a] - size[b] || a - b);
      for (const child of candidates.slice(0, wanted)) {
        withheld[child] = 1;
        changed = true;
      }
    }
  }
}

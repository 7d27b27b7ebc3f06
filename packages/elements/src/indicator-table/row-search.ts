const MARKS_ABOVE = /\p{M}/gu;

/** Text as it is searched: without accents, capitals and curls, so that "sudwest" finds "Súdwest-Fryslân". */
export const searchKey = (text: string): string =>
  text.normalize('NFD').replace(MARKS_ABOVE, '').replace(/[‘’`]/g, "'").toLowerCase().trim();

/**
 * Finds regions by part of their name or code. Keys are made at the first search and kept: each further key press is one
 * pass over them.
 */
export class RowSearch {
  readonly #textOf: (region: number) => string;
  readonly #keys = new Map<number, string>();

  /** `textOf`: everything a region can be found by. */
  constructor(textOf: (region: number) => string) {
    this.#textOf = textOf;
  }

  /** The regions that match, in the order given. An empty query matches all. Every word has to be found. */
  matching(regions: readonly number[], query: string): readonly number[] {
    const words = searchKey(query).split(/\s+/).filter(Boolean);
    if (words.length === 0) return regions;
    return regions.filter((region) => {
      const key = this.#keyOf(region);
      return words.every((word) => key.includes(word));
    });
  }

  #keyOf(region: number): string {
    const known = this.#keys.get(region);
    if (known !== undefined) return known;
    const key = searchKey(this.#textOf(region));
    this.#keys.set(region, key);
    return key;
  }
}

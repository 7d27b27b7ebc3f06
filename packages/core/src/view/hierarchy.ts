import { LEVELS, levelOf, parentByCode } from '../model/region.js';

/** The areas a region lies in directly: a gemeente in a province and in a RIEC region, which don't nest in each other. */
export type ParentsOf = (code: string) => readonly string[];

/** The nearest of them, for one line of areas from near to wide; null where none is known. */
export type ParentOf = (code: string) => string | null;

/** What a document says of parents: one or several codes per region. */
export type KnownParents = ReadonlyMap<string, string | readonly string[]>;

/** All that the maps say, in their order, and what the code says itself (a buurt in its wijk, a wijk in its gemeente). */
export function parentsLookup(...known: readonly KnownParents[]): ParentsOf {
  return (code) => {
    const own = parentByCode(code);
    const told = known.flatMap((map) => map.get(code) ?? []);
    return [...new Set(own === null ? told : [...told, own])].filter((parent) => parent !== code);
  };
}

/** The parent of the narrowest level; the one named first where that doesn't tell. */
export function parentLookup(...known: readonly KnownParents[]): ParentOf {
  const parentsOf = parentsLookup(...known);
  return (code) =>
    parentsOf(code).reduce<string | null>((best, at) => (best === null || width(at) > width(best) ? at : best), null);
}

/** Position among the levels, widest first; unknown levels count as wide. */
const width = (code: string): number => (LEVELS as readonly string[]).indexOf(levelOf(code));

/** More areas than any region lies in: to follow a list beyond that, for each of thousands of regions, takes minutes. */
const MOST_ANCESTORS = 100;

/** The areas a region lies in, from near to wide. Stops at a circle in bad data. */
export function ancestorsOf(code: string, parentOf: ParentOf): string[] {
  const chain: string[] = [];
  for (let at = parentOf(code); at !== null && at !== code && !chain.includes(at); at = parentOf(at)) {
    if (chain.length >= MOST_ANCESTORS) break;
    chain.push(at);
  }
  return chain;
}

/** True when `code` is `area` or lies in it by any line. A country (`NL…`) holds everything. */
export function isInside(code: string, area: string, parentsOf: ParentsOf): boolean {
  if (code === area || area.startsWith('NL')) return true;
  const seen = new Set([code]);
  for (const at of seen) {
    if (seen.size > MOST_ANCESTORS) return false;
    for (const parent of parentsOf(at)) {
      if (parent === area) return true;
      seen.add(parent);
    }
  }
  return false;
}

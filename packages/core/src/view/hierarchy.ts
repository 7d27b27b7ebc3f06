import { parentByCode } from '../model/region.js';

/** Tells which region lies in which, from what data and shapes say and else from the codes themselves. */
export type ParentOf = (code: string) => string | null;

/** Looks in the maps in their order, then at the code itself (a buurt in its wijk, a wijk in its gemeente). */
export function parentLookup(...known: readonly ReadonlyMap<string, string>[]): ParentOf {
  return (code) => {
    for (const map of known) {
      const parent = map.get(code);
      if (parent !== undefined) return parent;
    }
    return parentByCode(code);
  };
}

/** The areas a region lies in, from near to wide. Stops at a circle in bad data. */
export function ancestorsOf(code: string, parentOf: ParentOf): string[] {
  const chain: string[] = [];
  for (let at = parentOf(code); at !== null && at !== code && !chain.includes(at); at = parentOf(at)) chain.push(at);
  return chain;
}

/** True when `code` is `area` or lies in it. A country (`NL…`) holds everything. */
export function isInside(code: string, area: string, parentOf: ParentOf): boolean {
  return code === area || area.startsWith('NL') || ancestorsOf(code, parentOf).includes(area);
}

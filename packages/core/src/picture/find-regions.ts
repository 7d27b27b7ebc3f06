/** One area that can be found. */
export interface SearchTarget {
  readonly code: string;
  readonly name: string;
  /** The area around it, to tell namesakes apart; empty where not known. */
  readonly around: string;
}

/** Lower case without accents, so that "Súdwest" is found as "sudwest". */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/**
 * The areas whose name or code has the words asked for: names that begin so first, then names with a word that begins
 * so, then the rest; each in alphabetical order. Empty text finds nothing.
 */
export function findRegions(targets: readonly SearchTarget[], text: string): SearchTarget[] {
  const asked = foldText(text.trim());
  if (asked === '') return [];
  const ranked: [number, SearchTarget][] = [];
  for (const target of targets) {
    const name = foldText(target.name);
    const at = name.indexOf(asked);
    if (at === 0) ranked.push([0, target]);
    else if (at > 0) ranked.push([/[\s('’-]/.test(name[at - 1]) ? 1 : 2, target]);
    else if (target.code.toLowerCase().startsWith(asked)) ranked.push([3, target]);
    else if (foldText(`${target.name} ${target.around}`).includes(asked)) ranked.push([4, target]);
  }
  return ranked
    .sort((a, b) => a[0] - b[0] || a[1].name.localeCompare(b[1].name, 'nl') || a[1].code.localeCompare(b[1].code))
    .map(([, target]) => target);
}

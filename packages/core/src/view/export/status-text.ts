import type { Mark } from '../../model/observation.js';

/** Marks that Eurostat has a flag for as well: such flags can be put together. */
const FLAGGED: ReadonlySet<Mark> = new Set(['B', 'D', 'E', 'F', 'I', 'N', 'P', 'R', 'S', 'U']);

/** More flags than this aren't read as flags. */
const MOST_FLAGS = 4;

/**
 * Marks beside a figure as a status text: the SDMX code for one, Eurostat's flags together for several. Null without
 * marks. `G`, `V` and `W` have no flag and can't stand beside others: the most telling mark is the one that is kept.
 */
export function statusOfMarks(marks: readonly Mark[]): string | null {
  if (marks.length === 0) return null;
  if (marks.length === 1 && marks[0] !== 'R') return marks[0];
  const flags = marks.filter((mark) => FLAGGED.has(mark)).slice(0, MOST_FLAGS);
  return flags.length > 0 ? flags.join('').toLowerCase() : marks[0];
}

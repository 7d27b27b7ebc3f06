import type { Problem } from '@zicht-op/core/model/problem.js';

/** Signs of a name that are shown; a longer one is cut. */
const LONGEST = 60;

/**
 * The file that a problem is about, as an embedder knows it: the last part of the path, without query; the host where
 * there is no path. Empty without an address, or for one that is no file on a server or disk (`data:`, `blob:`).
 */
export function fileName({ url = '' }: Pick<Problem, 'url'>): string {
  if (!/^(?:https?|file):/i.test(url) || !URL.canParse(url)) return '';
  const { pathname, host } = new URL(url);
  const name = decoded(pathname.split('/').findLast((part) => part !== '') ?? host);
  return name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
}

/** A sentence about that file, so that a wrong address of figures and one of boundaries can be told apart. */
export function aboutFile(problem: Problem, sentence: string): string {
  const name = fileName(problem);
  return name === '' ? sentence : `${name}: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

/** A file beside a page that was opened from disk: no browser gives it to a page. */
export const isOnDisk = ({ url = '' }: Problem): boolean => /^file:/i.test(url);

/** The line of a `column/line`, or `/line`, path; empty without one. A title may hold slashes itself. */
export const lineOf = ({ path }: Pick<Problem, 'path'>): string => /\/(\d+)$/.exec(path)?.[1] ?? '';

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** False on a machine without the folder of real figures beside the checkout: tests on them are skipped. */
export const hasRealData = existsSync(folder);

/** Text of a file in that folder. */
export const realText = (path: string): string => readFileSync(folder + path, 'utf8');

export const realJson = (path: string): unknown => JSON.parse(realText(path));

/** The least there is to reading these files, which have neither quotes with delimiters in numbers nor other surprises. */
export function simpleCsv(text: string): { header: string[]; rows: string[][] } {
  const split = (line: string): string[] =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '',
    );
  const [header, ...rows] = text
    .split('\n')
    .filter((line) => line !== '')
    .map(split);
  return { header, rows };
}

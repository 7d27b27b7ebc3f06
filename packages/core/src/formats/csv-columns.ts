import { success, type Result } from '../model/problem.js';
import { isRegionCode, levelOf, normaliseCode } from '../model/region.js';
import { numberForm } from './csv-number.js';
import { headerFailure, type CsvTable } from './csv-table.js';

/** Positions of the columns that aren't figures; -1 where a file has none. */
export interface CsvRoles {
  readonly region: number;
  readonly name: number;
  readonly period: number;
  readonly parent: number;
  readonly breakdowns: readonly number[];
  readonly ignored: ReadonlySet<number>;
}

/** Headers that say by themselves what they are, the narrowest level first. Contract, section 3. */
const REGION_HEADERS = ['code', 'statcode', 'buurtcode', 'wijkcode', 'gemeentecode'];
const NAME_HEADERS = ['naam', 'statnaam'];

/** Position of a header as written, else in other capitals; -1. */
function position(header: readonly string[], name: string): number {
  const exact = header.indexOf(name.trim());
  if (exact >= 0) return exact;
  const lower = name.trim().toLowerCase();
  return header.findIndex((other) => other.toLowerCase() === lower);
}

const firstOf = (header: readonly string[], names: readonly string[]): number =>
  names.map((name) => position(header, name)).find((at) => at >= 0) ?? -1;

/** The name beside a code: `naam`, or the one of the same level (`gemeentecode`, `gemeentenaam`). */
function defaultName(header: readonly string[], region: number): number {
  const code = header[region]?.toLowerCase() ?? '';
  const own = code.endsWith('code') && code !== 'code' ? [`${code.slice(0, -4)}naam`] : [];
  return firstOf(header, [...NAME_HEADERS, ...own]);
}

/**
 * Finds the columns by the query string of the `columns` attribute (`region`, `name`, `period`, `parent`; `breakdown` and
 * `ignore` repeatable), else by their usual headers. Of several region headers the narrowest level is the region.
 * Errors: `invalid-dataset`, for the reason `no-such-column`, with the name of a column that isn't there, and the headers
 * there are (see `headerFailure`); `ignore` may name any.
 */
export function resolveColumns(table: Pick<CsvTable, 'header' | 'line'>, query: string): Result<CsvRoles> {
  const { header } = table;
  const asked = new URLSearchParams(query);
  for (const role of ['region', 'name', 'period', 'parent', 'breakdown'])
    for (const name of asked.getAll(role))
      if (position(header, name) < 0) return headerFailure('no-such-column', table, name);
  const named = (role: string): number => {
    const name = asked.get(role);
    return name === null ? -1 : position(header, name);
  };
  const region = asked.has('region') ? named('region') : firstOf(header, REGION_HEADERS);
  return success({
    region,
    name: asked.has('name') ? named('name') : defaultName(header, region),
    period: named('period'),
    parent: named('parent'),
    breakdowns: [...new Set(asked.getAll('breakdown').map((name) => position(header, name)))],
    ignored: new Set(asked.getAll('ignore').map((name) => position(header, name))),
  });
}

/** Headers that name a level, or any region at all: of names, where codes stand beside them. */
const LEVEL_HEADERS: ReadonlySet<string> = new Set(['gemeente', 'wijk', 'buurt']);
const ANY_REGION_HEADERS = ['gebied', 'regio'];

/** Whether a column holds words: no figure and no code of a region. */
function isOfWords(table: CsvTable, at: number): boolean {
  const cells = table.rows.map(({ cells }) => (cells[at] ?? '').trim()).filter((cell) => cell !== '');
  return cells.length > 0 && cells.every((cell) => numberForm(cell) === 'text' && !isRegionCode(normaliseCode(cell)));
}

/**
 * The column of names in a table where nothing else says which it is: words under the level that the codes are of
 * (`Gemeente`, `Wijk`, `Buurt`), or under `Gebied` or `Regio`. A `Gemeente` beside codes of buurten isn't: there it
 * names the area around. -1 without one.
 */
export function findNameColumn(table: CsvTable, roles: CsvRoles): number {
  const taken = [roles.region, roles.period, roles.parent, ...roles.breakdowns, ...roles.ignored];
  const codes = table.rows.map(({ cells }) => normaliseCode(cells[roles.region] ?? '')).filter((code) => code !== '');
  const own = /^(.+)code$/.exec(table.header[roles.region]?.toLowerCase() ?? '')?.[1] ?? '';
  const level = LEVEL_HEADERS.has(own) ? own : codes.length > 0 ? levelOf(codes[0]) : '';
  const isOne = LEVEL_HEADERS.has(own) || codes.every((code) => levelOf(code) === level);
  return (
    [...(isOne && LEVEL_HEADERS.has(level) ? [level] : []), ...ANY_REGION_HEADERS]
      .map((name) => position(table.header, name))
      .find((at) => at >= 0 && !taken.includes(at) && isOfWords(table, at)) ?? -1
  );
}

import { success, type Result } from '../model/problem.js';
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

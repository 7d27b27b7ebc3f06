import { isPeriod } from '../model/period.js';
import { normaliseCode } from '../model/region.js';
import type { ProblemList } from '../model/problem.js';
import { Axis } from './axis.js';
import type { CsvRoles } from './csv-columns.js';
import { reportRow, type CsvRow, type CsvTable } from './csv-table.js';
import { isFiller } from './fillers.js';
import { isKnownRegion } from './roles.js';

/** Where each row goes: its position on every axis. Rows that have no place are left out. */
export interface CsvAxes {
  readonly rows: readonly CsvRow[];
  readonly regions: Axis;
  readonly names: ReadonlyMap<string, string>;
  readonly parents: ReadonlyMap<string, readonly string[]>;
  readonly periods: Axis | null;
  /** Position of the column of periods, told or found; -1. */
  readonly periodColumn: number;
  readonly breakdowns: readonly { readonly header: string; readonly axis: Axis }[];
  /** Per row: region, period (0 without), combination of breakdowns, last fastest. */
  readonly region: Int32Array;
  readonly period: Int32Array;
  readonly combination: Int32Array;
}

const PERIOD_HEADERS = /^(perioden?|period|jaar|year|time_period)$/i;

/** Prefix and digits of codes that some files write as bare numbers, by their header. */
const BARE_CODES: ReadonlyMap<string, readonly [string, number]> = new Map([
  ['gemeentecode', ['GM', 4]],
  ['wijkcode', ['WK', 6]],
  ['buurtcode', ['BU', 8]],
]);

const cellOf = (row: CsvRow, position: number): string => (position < 0 ? '' : (row.cells[position] ?? '').trim());

/** The column of regions by content, for a file whose header doesn't say: all codes of a level we know. */
export function findRegionColumn({ header, rows }: CsvTable): number {
  return header.findIndex(
    (_, position) => rows.length > 0 && rows.every((row) => isKnownRegion(normaliseCode(cellOf(row, position)))),
  );
}

/** How the codes of the region column are read. A column of bare numbers lost the prefix its header speaks of. */
function codeReader(rows: readonly CsvRow[], header: string, position: number): (row: CsvRow) => string {
  const bare = BARE_CODES.get(header.toLowerCase());
  const isBare =
    bare && rows.every((row) => /^\d*$/.test(cellOf(row, position)) && cellOf(row, position).length <= bare[1]);
  if (!isBare) return (row) => normaliseCode(cellOf(row, position));
  const [prefix, digits] = bare;
  return (row) => {
    const code = cellOf(row, position);
    return code === '' ? '' : prefix + code.padStart(digits, '0');
  };
}

/** The `water` column of CBS's files: `JA` is water, `B` abroad; neither is a place that figures are about. */
function waterTest({ header, rows }: CsvTable): (row: CsvRow) => boolean {
  const position = header.findIndex((title) => title.toLowerCase() === 'water');
  const isFlag =
    position >= 0 && rows.every((row) => ['JA', 'NEE', 'B', ''].includes(cellOf(row, position).toUpperCase()));
  return (row) => isFlag && ['JA', 'B'].includes(cellOf(row, position).toUpperCase());
}

/** A column of periods in a file that lists a region more than once, where nobody said which one it is. */
function findPeriodColumn({ header, rows }: CsvTable): number {
  return header.findIndex(
    (title, position) => PERIOD_HEADERS.test(title) && rows.every((row) => isPeriod(cellOf(row, position))),
  );
}

/**
 * Gives each row its place. Water and foreign fillers are left out silently; a row without region, period or breakdown
 * has no place and is reported as `bad-cell`.
 */
export function readAxes(table: CsvTable, roles: CsvRoles, problems: ProblemList): CsvAxes {
  const code = codeReader(table.rows, table.header[roles.region], roles.region);
  const isWater = waterTest(table);
  const land = table.rows.filter((row) => !isWater(row) && !isFiller(code(row)));
  const repeats = new Set(land.map(code)).size < land.length;
  const periodAt = roles.period < 0 && repeats ? findPeriodColumn(table) : roles.period;
  const regions = new Axis();
  const periods = periodAt < 0 ? null : new Axis();
  const breakdowns = roles.breakdowns.map((position) => ({
    header: table.header[position],
    position,
    axis: new Axis(),
  }));
  const names = new Map<string, string>();
  const parents = new Map<string, readonly string[]>();
  const rows: CsvRow[] = [];
  const places: number[][] = [];
  for (const row of land) {
    const region = regions.positionOf(code(row));
    const period = periods ? periods.positionOf(cellOf(row, periodAt)) : 0;
    const choice = breakdowns.map(({ axis, position }) => axis.positionOf(cellOf(row, position)));
    if (region < 0 || period < 0 || choice.includes(-1)) {
      reportRow(problems, table.header[roles.region], row);
      continue;
    }
    const id = regions.codes[region];
    const name = cellOf(row, roles.name);
    const parent = normaliseCode(cellOf(row, roles.parent));
    if (name && !names.has(id)) names.set(id, name);
    if (parent && parent !== id && !parents.has(id)) parents.set(id, [parent]);
    rows.push(row);
    places.push([region, period, ...choice]);
  }
  const sizes = breakdowns.map(({ axis }) => axis.codes.length);
  return {
    rows,
    regions,
    names,
    parents,
    periods,
    periodColumn: periodAt,
    breakdowns,
    region: Int32Array.from(places, ([region]) => region),
    period: Int32Array.from(places, ([, period]) => period),
    combination: Int32Array.from(places, ([, , ...choice]) => choice.reduce((sum, at, i) => sum * sizes[i] + at, 0)),
  };
}

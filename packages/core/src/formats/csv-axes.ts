import { isPeriod } from '../model/period.js';
import { normaliseCode } from '../model/region.js';
import type { ProblemList } from '../model/problem.js';
import { inChunks, type Steps } from '../tasks/steps.js';
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

/** Rows about land that is ours, with the code of each. */
interface Land {
  readonly rows: readonly CsvRow[];
  readonly codes: readonly string[];
}

/** Leaves out water and foreign fillers. */
function* readLand(table: CsvTable, region: number): Steps<Land> {
  const codeOf = codeReader(table.rows, table.header[region], region);
  const isWater = waterTest(table);
  const rows: CsvRow[] = [];
  const codes: string[] = [];
  yield* inChunks(table.rows.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = table.rows[i];
      const code = codeOf(row);
      if (isWater(row) || isFiller(code)) continue;
      rows.push(row);
      codes.push(code);
    }
  });
  return { rows, codes };
}

/**
 * Gives each row its place. Water and foreign fillers are left out silently; a row without region, period or breakdown
 * has no place and is reported as `bad-cell`.
 */
export function* readAxes(table: CsvTable, roles: CsvRoles, problems: ProblemList): Steps<CsvAxes> {
  const land = yield* readLand(table, roles.region);
  const repeats = new Set(land.codes).size < land.codes.length;
  yield;
  const periodColumn = roles.period < 0 && repeats ? findPeriodColumn(table) : roles.period;
  const regions = new Axis();
  const periods = periodColumn < 0 ? null : new Axis();
  const breakdowns = roles.breakdowns.map((position) => ({
    header: table.header[position],
    position,
    axis: new Axis(),
  }));
  const names = new Map<string, string>();
  const parents = new Map<string, readonly string[]>();
  const rows: CsvRow[] = [];
  const region = new Int32Array(land.rows.length);
  const period = new Int32Array(land.rows.length);
  const choices = breakdowns.map(() => new Int32Array(land.rows.length));

  /** Puts a row behind those that have a place; false for one that has none. */
  const place = (row: CsvRow, code: string): boolean => {
    const at = rows.length;
    region[at] = regions.positionOf(code);
    period[at] = periods ? periods.positionOf(cellOf(row, periodColumn)) : 0;
    let isPlaced = region[at] >= 0 && period[at] >= 0;
    for (let i = 0; i < choices.length; i++) {
      choices[i][at] = breakdowns[i].axis.positionOf(cellOf(row, breakdowns[i].position));
      isPlaced &&= choices[i][at] >= 0;
    }
    if (isPlaced) rows.push(row);
    return isPlaced;
  };
  const learn = (row: CsvRow, id: string): void => {
    const name = cellOf(row, roles.name);
    if (name && !names.has(id)) names.set(id, name);
    const parent = roles.parent < 0 ? '' : normaliseCode(cellOf(row, roles.parent));
    if (parent && parent !== id && !parents.has(id)) parents.set(id, [parent]);
  };
  yield* inChunks(land.rows.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = land.rows[i];
      if (place(row, land.codes[i])) learn(row, land.codes[i]);
      else reportRow(problems, table.header[roles.region], row);
    }
  });

  const combination = new Int32Array(rows.length);
  breakdowns.forEach(({ axis }, i) => {
    for (let at = 0; at < rows.length; at++) combination[at] = combination[at] * axis.codes.length + choices[i][at];
  });
  return {
    rows,
    regions,
    names,
    parents,
    periods,
    periodColumn,
    breakdowns,
    region: region.subarray(0, rows.length),
    period: period.subarray(0, rows.length),
    combination,
  };
}

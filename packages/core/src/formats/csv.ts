import { CubeBuilder, MAX_CELLS } from '../model/cube-builder.js';
import { breakdownCount, dimension, indicator, NO_UNIT, type Dataset, type Indicator } from '../model/dataset.js';
import { KIND_CODE } from '../model/observation.js';
import { parsePeriod } from '../model/period.js';
import { failure, ProblemList, success, type Problem, type Result } from '../model/problem.js';
import { assembleDataset, textColumns } from './assemble.js';
import { findRegionColumn, readAxes, type CsvAxes } from './csv-axes.js';
import { readCell, scanColumn, type ScannedColumn } from './csv-column.js';
import { findNameColumn, resolveColumns, type CsvRoles } from './csv-columns.js';
import { decimalSigns } from './csv-number.js';
import { findStatuses, type CsvStatuses } from './csv-status.js';
import { cellPath, headerFailure, readTable, reportRow, type CsvTable } from './csv-table.js';
import { csvwColumn, readCsvw, type CsvwTable } from './csvw.js';
import { applyMetadata } from './metadata.js';
import { RowCells } from './row-cells.js';
import { NO_STATUS } from './status.js';

export interface CsvOptions {
  /** Which headers are what, as a query string: the `columns` attribute. Empty: the usual headers. */
  readonly columns?: string | null;
  /** CSVW table metadata or metadata of the profile, parsed. */
  readonly metadata?: unknown;
}

/** All columns that have no role, looked through: figures and text. */
function scanColumns(
  table: CsvTable,
  roles: CsvRoles,
  axes: CsvAxes,
  statuses: CsvStatuses,
  csvw: CsvwTable | null,
): ScannedColumn[] {
  const { region, name, parent, breakdowns } = roles;
  const taken = new Set([region, name, parent, axes.periodColumn, ...breakdowns, ...statuses.positions]);
  return table.header
    .map((header, position) => ({ header, position, column: csvwColumn(csvw, header) }))
    .filter(({ position, column }) => !taken.has(position) && !roles.ignored.has(position) && !column?.isSuppressed)
    .map(({ header, position, column }) => scanColumn(axes.rows, position, header, column, csvw?.nulls));
}

/** Where rows go, and what stands beside their figures. */
interface Placed {
  readonly axes: CsvAxes;
  readonly statuses: CsvStatuses;
}

/** Writes the figures of all columns; returns the most decimals that were written in each. */
function fillCube(
  cube: CubeBuilder,
  columns: readonly ScannedColumn[],
  table: CsvTable,
  { axes, statuses }: Placed,
  problems: ProblemList,
): number[] {
  const signs = decimalSigns(
    columns.map(({ occurring }) => occurring),
    table.delimiter,
  );
  const cells = new RowCells(cube, problems);
  for (const row of axes.rows) if (!row.isRegular) reportRow(problems, table.header[0], row);
  return columns.map((column, metric) => {
    const sign = column.csvw?.decimalSign ?? signs[metric];
    let most = 0;
    axes.rows.forEach((row, i) => {
      const read = readCell(column, row, i, sign);
      const { value, decimals, isBad } = read;
      const status =
        statuses.positions.size === 0 || !row.isRegular ? NO_STATUS : statuses.statusOf(row, column.header);
      const kind = status.kind === KIND_CODE.value ? read.kind : status.kind;
      const cell = cube.cell(metric, axes.period[i], axes.combination[i], axes.region[i]);
      cells.write(cell, kind, value, status.marks, column.header, row.number);
      if (isBad) problems.add('bad-cell', cellPath(column.header, row));
      else if (kind !== read.kind && read.kind === KIND_CODE.value)
        problems.add(kind === KIND_CODE.withheld ? 'withheld-number' : 'bad-cell', cellPath(column.header, row));
      if (kind === KIND_CODE.value) most = Math.max(most, decimals);
    });
    return most;
  });
}

const toIndicator = ({ header, suffix }: ScannedColumn, decimals: number): Indicator =>
  indicator(header, { unit: { ...NO_UNIT, symbol: suffix, decimals } });

/** Tells of columns of text, and apart from them of those that would be figures but for a few cells. */
function tellTexts(scanned: readonly ScannedColumn[]): Problem[] {
  const told = (isSlip: boolean): Problem[] => {
    const texts = scanned.flatMap(({ header, text, csvw, isMostlyFigures }) =>
      text && isSlip === (isMostlyFigures && !csvw?.isText) ? [{ header, path: cellPath(header, text) }] : [],
    );
    return textColumns(
      texts[0]?.path ?? '',
      texts.map(({ header }) => header),
    );
  };
  return [...told(true).map((found): Problem => ({ ...found, reason: 'text-among-figures' })), ...told(false)];
}

/** The dataset of a table, without what its metadata say. Error: `too-large`. */
function buildDataset(
  table: CsvTable,
  roles: CsvRoles,
  placed: Placed,
  columns: readonly ScannedColumn[],
  problems: ProblemList,
): Result<Dataset> {
  const { axes } = placed;
  const periods = axes.periods?.codes ?? [''];
  const breakdowns = axes.breakdowns.map(({ header, axis }) => axis.toDimension(header, header));
  const sizes = [columns.length, periods.length, breakdownCount({ breakdowns }), axes.regions.codes.length] as const;
  if (!(CubeBuilder.cellCount(...sizes) <= MAX_CELLS)) return failure('too-large');
  const cube = new CubeBuilder(...sizes);
  const decimals = fillCube(cube, columns, table, placed, problems);
  return success(
    assembleDataset({
      meta: {},
      geo: axes.regions.toDimension(table.header[roles.region], '', axes.names),
      time: dimension(table.header[axes.periodColumn] ?? 'time', '', periods),
      periods: periods.map((id) => parsePeriod(id)),
      metricId: 'metric',
      indicators: columns.map((column, i) => toIndicator(column, decimals[i])),
      breakdowns,
      parents: axes.parents,
      cube,
    }),
  );
}

/**
 * Reads a table of regions by indicators, or of regions by periods and breakdowns (contract, section 3, CSV).
 *
 * Comma or semicolon, decimal point or comma are found by content (`decimalSigns`); a cell that could be read in two ways
 * is no number. An empty cell is `none`, `-99997` withheld, another number from -99990 down `unknown`; `.`, `x` and the
 * other signs are what `parseStatus` makes of them. A column of statuses (`OBS_STATUS`, `CONF_STATUS`, `status`,
 * `<header>_status`) holds for the figures beside it, as in any other format. A column with a cell that is none of these is text: left out and
 * reported, with the reason `text-among-figures` where most of it is figures. A column whose figures all end in `%` is
 * read without it, and has it as its unit. An indicator has as many decimals as were written. A file that lists regions more than once is read by a
 * column named `periode`, `jaar` or the like, without being told.
 *
 * Errors: `not-json` for nothing or a web page; `invalid-dataset` without region column (listing the headers), with
 * a header only, without any figures; `too-large` above `MAX_CELLS`. Warnings: `text-column`, `bad-cell`, `withheld-number`.
 */
export function parseCsv(text: string, options: CsvOptions = {}): Result<Dataset> {
  const csvw = readCsvw(options.metadata);
  const read = readTable(text, csvw?.delimiter ?? null);
  if (!read.ok) return read;
  const table = read.value;
  const resolved = resolveColumns(table, options.columns ?? '');
  if (!resolved.ok) return resolved;
  const found = resolved.value.region >= 0 ? resolved.value : { ...resolved.value, region: findRegionColumn(table) };
  if (found.region < 0) return headerFailure('no-region-column', table);
  const roles = found.name >= 0 ? found : { ...found, name: findNameColumn(table, found) };

  const problems = new ProblemList();
  const axes = readAxes(table, roles, problems);
  const statuses = findStatuses(table.header, axes.rows, roles.ignored);
  const scanned = scanColumns(table, roles, axes, statuses, csvw);
  const columns = scanned.filter((column) => !column.text && column.header !== '');
  if (axes.rows.length === 0 || columns.length === 0) return headerFailure('no-figures', table);
  const built = buildDataset(table, roles, { axes, statuses }, columns, problems);
  if (!built.ok) return built;
  return success(applyMetadata(built.value, options.metadata), [...problems.toArray(), ...tellTexts(scanned)]);
}

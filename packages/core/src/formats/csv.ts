import { CubeBuilder, MAX_CELLS } from '../model/cube-builder.js';
import { breakdownCount, dimension, indicator, NO_UNIT, type Dataset, type Indicator } from '../model/dataset.js';
import { KIND_CODE } from '../model/observation.js';
import { parsePeriod } from '../model/period.js';
import { failure, ProblemList, success, type Problem, type Result } from '../model/problem.js';
import { finish } from '../tasks/slices.js';
import { inChunks, type Steps } from '../tasks/steps.js';
import { assembleDataset, textColumns } from './assemble.js';
import { findRegionColumn, readAxes, type CsvAxes } from './csv-axes.js';
import { CellReader, scanColumn, type ScannedColumn } from './csv-column.js';
import { findNameColumn, resolveColumns, type CsvRoles } from './csv-columns.js';
import { decimalSigns } from './csv-number.js';
import { findStatuses, type CsvStatuses } from './csv-status.js';
import { cellPath, headerFailure, readTable, reportRow, type CsvRow, type CsvTable } from './csv-table.js';
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
function* scanColumns(
  table: CsvTable,
  roles: CsvRoles,
  axes: CsvAxes,
  statuses: CsvStatuses,
  csvw: CsvwTable | null,
): Steps<ScannedColumn[]> {
  const { region, name, parent, breakdowns } = roles;
  const taken = new Set([region, name, parent, axes.periodColumn, ...breakdowns, ...statuses.positions]);
  const scanned: ScannedColumn[] = [];
  for (const [position, header] of table.header.entries()) {
    const column = csvwColumn(csvw, header);
    if (taken.has(position) || roles.ignored.has(position) || column?.isSuppressed) continue;
    scanned.push(yield* scanColumn(axes.rows, position, header, column, csvw?.nulls));
  }
  return scanned;
}

/** Where rows go, and what stands beside their figures. */
interface Placed {
  readonly axes: CsvAxes;
  readonly statuses: CsvStatuses;
}

/** Writes the figures of all columns; returns the most decimals that were written in each. */
function* fillCube(
  cube: CubeBuilder,
  columns: readonly ScannedColumn[],
  table: CsvTable,
  { axes, statuses }: Placed,
  problems: ProblemList,
): Steps<number[]> {
  const { rows } = axes;
  const signs = decimalSigns(
    columns.map(({ occurring }) => occurring),
    table.delimiter,
  );
  const cells = new RowCells(cube, problems);
  for (const row of rows) if (!row.isRegular) reportRow(problems, table.header[0], row);
  const places = Int32Array.from(rows.keys(), (i) => cube.cell(0, axes.period[i], axes.combination[i], axes.region[i]));
  const hasStatuses = statuses.positions.size > 0;
  const most = columns.map(() => 0);
  for (const [metric, column] of columns.entries()) {
    const { header } = column;
    const base = cube.cell(metric, 0, 0, 0);
    const read = new CellReader(column, column.csvw?.decimalSign ?? signs[metric]);
    const write = (row: CsvRow, i: number): void => {
      read.read(row, i);
      const status = hasStatuses && row.isRegular ? statuses.statusOf(row, header) : NO_STATUS;
      const kind = status.kind === KIND_CODE.value ? read.kind : status.kind;
      cells.write(base + places[i], kind, read.value, status.marks, header, row.number);
      if (read.isBad) problems.add('bad-cell', cellPath(header, row));
      else if (kind !== read.kind && read.kind === KIND_CODE.value)
        problems.add(kind === KIND_CODE.withheld ? 'withheld-number' : 'bad-cell', cellPath(header, row));
      if (kind === KIND_CODE.value && read.decimals > most[metric]) most[metric] = read.decimals;
    };
    yield* inChunks(rows.length, (from, to) => {
      for (let i = from; i < to; i++) write(rows[i], i);
    });
  }
  return most;
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
function* buildDataset(
  table: CsvTable,
  roles: CsvRoles,
  placed: Placed,
  columns: readonly ScannedColumn[],
  problems: ProblemList,
): Steps<Result<Dataset>> {
  const { axes } = placed;
  const periods = axes.periods?.codes ?? [''];
  const breakdowns = axes.breakdowns.map(({ header, axis }) => axis.toDimension(header, header));
  const sizes = [columns.length, periods.length, breakdownCount({ breakdowns }), axes.regions.codes.length] as const;
  if (!(CubeBuilder.cellCount(...sizes) <= MAX_CELLS)) return failure('too-large');
  const cube = new CubeBuilder(...sizes);
  const decimals = yield* fillCube(cube, columns, table, placed, problems);
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
export const parseCsv = (text: string, options: CsvOptions = {}): Result<Dataset> =>
  finish(parseCsvInSteps(text, options));

/** `parseCsv`, in steps. */
export function* parseCsvInSteps(text: string, options: CsvOptions = {}): Steps<Result<Dataset>> {
  const csvw = readCsvw(options.metadata);
  const read = yield* readTable(text, csvw?.delimiter ?? null);
  if (!read.ok) return read;
  const table = read.value;
  const resolved = resolveColumns(table, options.columns ?? '');
  if (!resolved.ok) return resolved;
  const found = resolved.value.region >= 0 ? resolved.value : { ...resolved.value, region: findRegionColumn(table) };
  if (found.region < 0) return headerFailure('no-region-column', table);
  yield;
  const roles = found.name >= 0 ? found : { ...found, name: findNameColumn(table, found) };

  const problems = new ProblemList();
  const axes = yield* readAxes(table, roles, problems);
  const statuses = findStatuses(table.header, axes.rows, roles.ignored);
  const scanned = yield* scanColumns(table, roles, axes, statuses, csvw);
  const columns = scanned.filter((column) => !column.text && column.header !== '');
  if (axes.rows.length === 0 || columns.length === 0) return headerFailure('no-figures', table);
  yield;
  const built = yield* buildDataset(table, roles, { axes, statuses }, columns, problems);
  if (!built.ok) return built;
  return success(applyMetadata(built.value, options.metadata), [...problems.toArray(), ...tellTexts(scanned)]);
}

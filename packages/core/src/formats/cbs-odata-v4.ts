import { CubeBuilder, MAX_CELLS } from '../model/cube-builder.js';
import { indicator, type Dataset, type Indicator } from '../model/dataset.js';
import { KIND_CODE } from '../model/observation.js';
import { failure, success, type ProblemList, type Result } from '../model/problem.js';
import { finish } from '../tasks/slices.js';
import type { Steps } from '../tasks/steps.js';
import { assembleDataset, textColumns } from './assemble.js';
import { member, textAt } from './json-access.js';
import {
  columnKeys,
  eachRow,
  findList,
  readCbsUnit,
  readCodeLists,
  parsePages,
  readTableMeta,
  TableRows,
  type CodeList,
  type PagedParser,
} from './odata-shared.js';
import { rowStatusReader } from './odata-status.js';
import { RowCells } from './row-cells.js';
import { inListOrder, layoutTable, type TableColumn, type TableLayout } from './table-layout.js';

/** Properties of an observation that are no dimension. */
const OWN_PROPERTIES: ReadonlySet<string> = new Set(['Id', 'Measure', 'ValueAttribute', 'Value', 'StringValue']);

const MEASURE = 'Measure';

/** `Kind` in the list of dimensions: `GeoDimension`, `GeoDetailDimension`, `TimeDimension`, `Dimension`. */
function roleOf(kind: string): TableColumn['role'] {
  if (kind.startsWith('Geo')) return 'geo';
  return kind.startsWith('Time') ? 'time' : kind === '' ? null : 'other';
}

function* readColumns(table: TableRows, lists: readonly CodeList[]): Steps<TableColumn[]> {
  const dimensions = lists.find(({ name }) => name === 'Dimensions');
  const columns: TableColumn[] = [];
  for (const id of columnKeys(table.rows[0])) {
    if (OWN_PROPERTIES.has(id)) continue;
    const { axis, positions } = yield* table.column(id);
    const about = dimensions?.byCode.get(id);
    const list = findList(lists, [`${id}Codes`], axis.codes);
    columns.push({ id, label: about?.title || id, axis, positions, list, role: roleOf(textAt(about?.row, 'Kind')) });
  }
  return columns;
}

/** The measures of a table: which are figures, in the order of their list, and which of them each row is about. */
interface Measures {
  readonly codes: readonly string[];
  /** Measures that hold texts. */
  readonly texts: readonly string[];
  readonly list: CodeList | null;
  /** Indicator of a row; -1: it names none, -2: one of texts. */
  metricOf(row: number): number;
}

/** A measure is one of texts when a row has a text instead of a number, and none has a number. */
function* readMeasures(table: TableRows, lists: readonly CodeList[]): Steps<Measures> {
  const { rows } = table;
  const { axis, positions } = yield* table.column(MEASURE);
  const list = findList(lists, ['MeasureCodes'], axis.codes);
  const isText = new Set<number>();
  const hasNumber = new Uint8Array(axis.codes.length);
  yield* eachRow(rows, (row) => {
    if (positions[row] < 0) return;
    if (typeof rows[row].Value === 'number') hasNumber[positions[row]] = 1;
    else if (textAt(rows[row], 'StringValue') !== '') isText.add(positions[row]);
  });
  const texts = axis.codes.filter((_, i) => isText.has(i) && hasNumber[i] === 0);
  const figures = new Set(axis.codes);
  for (const text of texts) figures.delete(text);
  const codes = inListOrder([...figures], list);
  const metrics = new Map(codes.map((code, metric) => [code, metric]));
  const moved = axis.codes.map((code) => metrics.get(code) ?? -2);
  return { codes, texts, list, metricOf: (row) => (positions[row] < 0 ? -1 : moved[positions[row]]) };
}

/** Writes all observations. A number beside an attribute that takes it away is dropped and reported. */
function* fillCube(
  cube: CubeBuilder,
  { rows, keys }: TableRows,
  { metricOf }: Measures,
  layout: TableLayout,
  problems: ProblemList,
): Steps<void> {
  const cells = new RowCells(cube, problems);
  const statusOf = yield* rowStatusReader(rows);
  yield* eachRow(rows, (row) => {
    const metric = metricOf(row);
    const place = layout.placeOf(row);
    if (metric === -2 || place === -2) return;
    if (metric < 0 || place < 0) {
      problems.add('bad-cell', `/value/${keys[row]}`);
      return;
    }
    const value = member(rows[row], 'Value');
    const status = statusOf(rows[row]);
    const isTaken = status.kind !== KIND_CODE.value;
    const isNumber = typeof value === 'number' && Number.isFinite(value);
    const isEmpty = value === undefined || value === null;
    const kind = isTaken ? status.kind : isNumber ? KIND_CODE.value : isEmpty ? KIND_CODE.none : KIND_CODE.unknown;
    cells.write(
      metric * layout.places + place,
      kind,
      kind === KIND_CODE.value ? (value as number) : NaN,
      status.marks,
      '/value',
      keys[row],
    );
    if (isTaken ? !isEmpty : !isNumber && !isEmpty)
      problems.add(kind === KIND_CODE.withheld ? 'withheld-number' : 'bad-cell', `/value/${keys[row]}/Value`);
  });
}

const toIndicator = (id: string, list: CodeList | null): Indicator => {
  const entry = list?.byCode.get(id);
  return indicator(id, {
    label: entry?.title || id,
    unit: readCbsUnit(entry?.row),
    description: textAt(entry?.row, 'Description'),
  });
};

/**
 * Reads observations of CBS OData v4, in pages, with the code lists that were fetched beside them (`MeasureCodes`,
 * `<dimension>Codes`, `Dimensions`, `Properties`; all optional, known by their context, else by their codes).
 *
 * A `ValueAttribute` other than `None` means that there is no number: `Impossible` is impossible, what sounds like a
 * secret withheld, all else unknown; `OBS_STATUS` and `CONF_STATUS`, where a publisher has them, count too. A cell without a row is `none`. Measures of texts are left out and reported.
 *
 * Errors: `not-supported` for a page that is none; `invalid-dataset` at `/value` without rows, without measures and
 * without regions; `too-large`. Warnings: `bad-cell`, `withheld-number`, `text-column`.
 */
export const parseCbsOdataV4 = (pages: readonly unknown[], codeLists: readonly unknown[] = []): Result<Dataset> =>
  finish(parsePages(cbsOdataV4Parser(), pages, codeLists));

/** `parseCbsOdataV4`, in steps, of pages that may still be coming. */
export function cbsOdataV4Parser(): PagedParser {
  const table = new TableRows((id) => id === MEASURE || !OWN_PROPERTIES.has(id));
  return { add: (page) => table.add(page), end: (codeLists) => readTable(table, codeLists) };
}

function* readTable(table: TableRows, codeLists: readonly unknown[]): Steps<Result<Dataset>> {
  if (table.failure) return table.failure;
  const { rows, pages, problems } = table;
  if (!Object.hasOwn(rows[0], MEASURE)) return failure('invalid-dataset', '/value');
  const lists = readCodeLists(codeLists);
  const found = layoutTable(yield* readColumns(table, lists), '/value');
  if (!found.ok) return found;
  const layout = found.value;

  const measures = yield* readMeasures(table, lists);
  if (measures.codes.length === 0) return failure('invalid-dataset', '/value');
  if (!(measures.codes.length * layout.places <= MAX_CELLS)) return failure('too-large', '/value');
  const { geo, time, periods, breakdowns, combinations } = layout;
  const cube = new CubeBuilder(measures.codes.length, time.codes.length, combinations, geo.codes.length);
  yield* fillCube(cube, table, measures, layout, problems);
  const indicators = measures.codes.map((id) => toIndicator(id, measures.list));
  const meta = readTableMeta([...codeLists, ...pages], lists);
  return success(
    assembleDataset({ meta, geo, time, periods, metricId: MEASURE, indicators, breakdowns, parents: new Map(), cube }),
    [...problems.toArray(), ...textColumns('/value', measures.texts)],
  );
}

import { CubeBuilder, MAX_CELLS } from '../model/cube-builder.js';
import { indicator, type Dataset, type Indicator } from '../model/dataset.js';
import { KIND_CODE } from '../model/observation.js';
import { failure, success, type ProblemList, type Result } from '../model/problem.js';
import { finish } from '../tasks/slices.js';
import type { Steps } from '../tasks/steps.js';
import { assembleDataset, textColumns } from './assemble.js';
import { textAt, type JsonObject } from './json-access.js';
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
import { layoutTable, type TableColumn, type TableLayout } from './table-layout.js';
import { readTopicCell } from './v3-topic.js';

/** A topic's key ends in its number: `Aangiften_2`. */
const TOPIC_KEY = /_\d+$/;
/** Number of a row. */
const ID = 'ID';

interface Keys {
  readonly topics: readonly string[];
  readonly dimensions: readonly string[];
}

/** Which keys are topics and which dimensions: as `DataProperties` says, else by the form of the key. */
function sortKeys(rows: readonly JsonObject[], properties: CodeList | undefined): Keys {
  const topics: string[] = [];
  const dimensions: string[] = [];
  for (const key of columnKeys(rows[0])) {
    if (key === ID) continue;
    const type = textAt(properties?.byCode.get(key)?.row, 'Type');
    const isTopic = type === '' ? TOPIC_KEY.test(key) : type === 'Topic';
    (isTopic ? topics : dimensions).push(key);
  }
  return { topics, dimensions };
}

function roleOf(type: string): TableColumn['role'] {
  if (type.startsWith('Geo')) return 'geo';
  return type.startsWith('Time') ? 'time' : type === '' ? null : 'other';
}

/** The list that tells dimensions from topics, by its name, else by what is in it. */
const findProperties = (lists: readonly CodeList[]): CodeList | undefined =>
  lists.find(
    ({ name, entries }) => name === 'DataProperties' || entries.some(({ row }) => textAt(row, 'Type') === 'Topic'),
  );

function* readColumns(
  table: TableRows,
  keys: Keys,
  lists: readonly CodeList[],
  properties: CodeList | undefined,
): Steps<TableColumn[]> {
  const columns: TableColumn[] = [];
  for (const id of keys.dimensions) {
    const { axis, positions } = yield* table.column(id);
    const about = properties?.byCode.get(id);
    const list = findList(lists, [id], axis.codes);
    columns.push({ id, label: about?.title || id, axis, positions, list, role: roleOf(textAt(about?.row, 'Type')) });
  }
  return columns;
}

/**
 * True for a topic of texts (names, codes, kinds of area): declared as such, or with texts in at least as many cells as
 * numbers. A text among numbers is a bad cell of a topic of figures.
 */
function isTextTopic(rows: readonly JsonObject[], key: string, about: JsonObject | undefined): boolean {
  if (textAt(about, 'Datatype') === 'String') return true;
  let texts = 0;
  let numbers = 0;
  for (const row of rows) {
    const { form } = readTopicCell(row[key]);
    if (form === 'text') texts++;
    else if (form === 'number' && ++numbers * 2 > rows.length) return false;
  }
  return texts > 0 && texts >= numbers;
}

function* fillCube(
  cube: CubeBuilder,
  { rows, keys }: TableRows,
  topics: readonly string[],
  layout: TableLayout,
  problems: ProblemList,
): Steps<void> {
  const cells = new RowCells(cube, problems);
  const statusOf = yield* rowStatusReader(rows);
  yield* eachRow(rows, (row) => {
    const place = layout.placeOf(row);
    if (place === -1) problems.add('bad-cell', `/value/${keys[row]}`);
    if (place < 0) return;
    const status = statusOf(rows[row]);
    topics.forEach((topic, metric) => {
      const { kind: own, value, form } = readTopicCell(rows[row][topic]);
      const kind = status.kind === KIND_CODE.value ? own : status.kind;
      cells.write(metric * layout.places + place, kind, value, status.marks, `/value/${keys[row]}`, topic);
      if (kind === KIND_CODE.withheld && form === 'number')
        problems.add('withheld-number', `/value/${keys[row]}/${topic}`);
      if (form === 'text' || form === 'bad') problems.add('bad-cell', `/value/${keys[row]}/${topic}`);
    });
  });
}

const toIndicator = (id: string, about: JsonObject | undefined): Indicator =>
  indicator(id, {
    label: textAt(about, 'Title') || id,
    unit: readCbsUnit(about),
    description: textAt(about, 'Description'),
  });

/**
 * Reads rows of CBS OData v3, TypedDataSet or UntypedDataSet, in pages, with the metadata that were fetched beside them
 * (`DataProperties`, a table per dimension, `TableInfos`; all optional, known by their context, else by their codes).
 *
 * Untyped cells keep their kind of missing: `.` unknown, `x` withheld, blank impossible. Typed ones don't: null is `none`.
 * An indicator's id is the topic's key. Topics of texts are left out and reported.
 *
 * Errors: `not-supported` for a page that is none; `invalid-dataset` at `/value` without rows, without topics of figures
 * and without regions; `too-large`. Warnings: `bad-cell`, `text-column`,
 * and `withheld-number` where a publisher has a column of statuses (`OBS_STATUS`, `CONF_STATUS`).
 */
export const parseCbsOdataV3 = (pages: readonly unknown[], codeLists: readonly unknown[] = []): Result<Dataset> =>
  finish(parsePages(cbsOdataV3Parser(), pages, codeLists));

/** `parseCbsOdataV3`, in steps, of pages that may still be coming. */
export function cbsOdataV3Parser(): PagedParser {
  const table = new TableRows((id) => id !== ID && !TOPIC_KEY.test(id));
  return { add: (page) => table.add(page), end: (codeLists) => readTable(table, codeLists) };
}

function* readTable(table: TableRows, codeLists: readonly unknown[]): Steps<Result<Dataset>> {
  if (table.failure) return table.failure;
  const { pages, problems } = table;
  const lists = readCodeLists(codeLists);
  const properties = findProperties(lists);
  const keys = sortKeys(table.rows, properties);
  const found = layoutTable(yield* readColumns(table, keys, lists, properties), '/value');
  if (!found.ok) return found;
  const layout = found.value;

  const aboutTopic = (key: string): JsonObject | undefined => properties?.byCode.get(key)?.row;
  const texts: string[] = [];
  for (const key of keys.topics) {
    if (isTextTopic(table.rows, key, aboutTopic(key))) texts.push(key);
    yield;
  }
  const isText = new Set(texts);
  const topics = keys.topics.filter((key) => !isText.has(key));
  if (topics.length === 0) return failure('invalid-dataset', '/value');
  if (!(topics.length * layout.places <= MAX_CELLS)) return failure('too-large', '/value');
  const { geo, time, periods, breakdowns, combinations } = layout;
  const cube = new CubeBuilder(topics.length, time.codes.length, combinations, geo.codes.length);
  yield* fillCube(cube, table, topics, layout, problems);
  const indicators = topics.map((key) => toIndicator(key, aboutTopic(key)));
  const meta = readTableMeta([...codeLists, ...pages], lists);
  return success(
    assembleDataset({ meta, geo, time, periods, metricId: 'Topics', indicators, breakdowns, parents: new Map(), cube }),
    [...problems.toArray(), ...textColumns(`/value/0/${texts[0]}`, texts)],
  );
}

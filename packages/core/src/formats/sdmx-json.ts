import { CubeBuilder } from '../model/cube-builder.js';
import { indicator, NO_META, type Dataset, type DatasetMeta } from '../model/dataset.js';
import { KIND_CODE } from '../model/observation.js';
import { parsePeriod } from '../model/period.js';
import { failure, ProblemList, success, type Result } from '../model/problem.js';
import { finish } from '../tasks/slices.js';
import type { Steps } from '../tasks/steps.js';
import { withoutFillers } from './fillers.js';
import { isObject, isoDate, listAt, member, objectAt, pointer, type JsonObject } from './json-access.js';
import { RowCells } from './row-cells.js';
import { layoutMessage, type SdmxLayout } from './sdmx-layout.js';
import { forEachObservation, type VisitObservation } from './sdmx-observations.js';
import { MetricNotes, readMeasured, SdmxReading } from './sdmx-reading.js';
import { nameOf, readStructure, type SdmxStructure } from './sdmx-structure.js';

/** The data sets of a message that belong together, with their structure and where both stand. */
interface OpenMessage {
  readonly structure: JsonObject;
  readonly structurePath: string;
  readonly dataSets: readonly { readonly path: string; readonly dataSet: JsonObject }[];
}

/** The part that holds the data: the message itself, or its `data`. */
function bodyOf(input: unknown): { body: JsonObject; path: string } | null {
  for (const [body, path] of [
    [input, ''],
    [objectAt(input, 'data'), '/data'],
  ] as const)
    if (isObject(body) && Array.isArray(member(body, 'dataSets'))) return { body, path };
  return null;
}

function structureIndex(dataSet: unknown): number {
  const index = member(dataSet, 'structure');
  return typeof index === 'number' ? index : 0;
}

/**
 * Opens a message: 1.0 has one `structure`, 2.x a list of them. The first data set that isn't there to delete something
 * chooses the structure, and all others of that structure go with it. Null where there is no such thing.
 */
function openMessage(input: unknown): OpenMessage | null {
  const found = bodyOf(input);
  if (!found) return null;
  const { body, path } = found;
  const live = listAt(body, 'dataSets').flatMap((dataSet, i) =>
    isObject(dataSet) && member(dataSet, 'action') !== 'Delete'
      ? [{ path: `${path}${pointer('dataSets', i)}`, dataSet }]
      : [],
  );
  const structures = listAt(body, 'structures');
  const isNew = structures.length > 0;
  const index = structureIndex(live[0]?.dataSet);
  const structure = isNew ? structures[index] : member(body, 'structure');
  if (!isObject(structure) || live.length === 0) return null;
  return {
    structure,
    structurePath: path + (isNew ? pointer('structures', index) : '/structure'),
    dataSets: isNew ? live.filter(({ dataSet }) => structureIndex(dataSet) === index) : live,
  };
}

function* forAll({ dataSets }: OpenMessage, structure: SdmxStructure, visit: VisitObservation): Steps<Result<null>> {
  for (const { dataSet, path } of dataSets) {
    const visited = yield* forEachObservation(dataSet, structure, path, visit);
    if (!visited.ok) return visited;
  }
  return success(null);
}

/** Writes all observations through the gate; gives what their attributes say of each indicator. */
function* fillCube(
  cube: CubeBuilder,
  message: OpenMessage,
  structure: SdmxStructure,
  layout: SdmxLayout,
  problems: ProblemList,
): Steps<Result<MetricNotes[]>> {
  const { measures } = structure;
  const reading = new SdmxReading(structure);
  const notes = layout.metric.codes.map(() => new MetricNotes());
  const noteMultipliers: VisitObservation = (observation) => {
    for (let m = 0; m < measures.length; m++)
      reading.noteMultiplier(notes[layout.metricOf(observation.indexes, m)], observation);
  };
  const noted = reading.multiplierVaries ? yield* forAll(message, structure, noteMultipliers) : success(null);
  if (!noted.ok) return noted;
  const cells = new RowCells(cube, problems);
  const visited = yield* forAll(message, structure, (observation, path, key) => {
    const status = reading.statusOf(observation);
    const isFree = status.kind === KIND_CODE.value;
    const multiplier = reading.multiplierOf(observation);
    for (let m = 0; m < measures.length; m++) {
      const { kind, value, isBad } = readMeasured(observation.sent[m], measures[m]);
      const about = notes[layout.metricOf(observation.indexes, m)];
      reading.noteUnit(about, observation);
      if (!reading.multiplierVaries) reading.noteMultiplier(about, observation);
      const scaled = multiplier === about.multiplier ? value : value * 10 ** (multiplier - about.multiplier);
      cells.write(layout.cellOf(observation.indexes, m), isFree ? kind : status.kind, scaled, status.marks, path, key);
      const hasNumber = kind === KIND_CODE.value || isBad;
      if (status.kind === KIND_CODE.withheld && hasNumber) problems.add('withheld-number', `${path}/${key}`);
      else if (isFree ? isBad : hasNumber) problems.add('bad-cell', `${path}/${key}`);
    }
  });
  return visited.ok ? success(notes) : visited;
}

/** Sender and date of a message: `meta` in 2.x, `header` in 1.0. */
function readMeta(input: unknown, label: string): DatasetMeta {
  const envelope = isObject(member(input, 'header')) ? objectAt(input, 'header') : objectAt(input, 'meta');
  const sender = nameOf(member(envelope, 'sender'));
  const sources = sender ? [{ label: sender, href: null }] : [];
  return { ...NO_META, label, sources, updated: isoDate(member(envelope, 'prepared')) };
}

/**
 * Reads an SDMX-JSON data message, 1.0 (one `structure`) or 2.x (`structures`), by series or flat.
 *
 * OBS_STATUS and CONF_STATUS are read at whatever level they are attached; what a message omits has the default that the
 * structure gives. Null is `none`; "NaN", "#N/A" and sentinel values are `unknown`, or withheld where the sentinel's name
 * says so. UNIT_MULT is shown in the unit (`x 1 000 …`), figures stay as published; only where the cells of one indicator
 * differ in it they are brought to the smallest. Data sets to delete are left out.
 *
 * Errors: `not-supported` without data sets or structure; `invalid-dataset` with the pointer to what contradicts the
 * structure, or at its dimensions when none is of regions; `too-large`. Warnings: `bad-cell`, `withheld-number`.
 */
export const parseSdmxJson = (input: unknown): Result<Dataset> => finish(parseSdmxJsonInSteps(input));

/** `parseSdmxJson`, in steps. */
export function* parseSdmxJsonInSteps(input: unknown): Steps<Result<Dataset>> {
  const message = openMessage(input);
  if (!message) return failure('not-supported');
  const structure = readStructure(message.structure, message.structurePath);
  if (!structure.ok) return structure;
  const laid = layoutMessage(structure.value, message.structurePath);
  if (!laid.ok) return laid;
  const { geo, parents, time, metric, breakdowns, sizes } = laid.value;
  const cube = new CubeBuilder(...sizes);
  const problems = new ProblemList();
  const notes = yield* fillCube(cube, message, structure.value, laid.value, problems);
  if (!notes.ok) return notes;
  const indicators = metric.codes.map((id, i) =>
    indicator(id, { label: metric.labels[i], unit: notes.value[i].toUnit() }),
  );
  const periods = time.codes.map((id, i) => parsePeriod(id, time.labels[i] || null));
  const { values, kinds, marks } = cube;
  const figures = { geo, time, periods, metric, indicators, breakdowns, values, kinds, marks, parents };
  const dataset = withoutFillers({ ...readMeta(input, structure.value.label), ...figures });
  return dataset
    ? success(dataset, problems.toArray())
    : failure('invalid-dataset', `${message.structurePath}/dimensions`);
}

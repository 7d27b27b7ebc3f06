import { CubeBuilder, MAX_CELLS } from '../model/cube-builder.js';
import {
  breakdownCount,
  dimension,
  indicator,
  NO_META,
  type Dataset,
  type DatasetMeta,
  type Dimension,
  type Indicator,
} from '../model/dataset.js';
import { parsePeriod } from '../model/period.js';
import { failure, ProblemList, success, type Result } from '../model/problem.js';
import { normaliseCode, parentByCode } from '../model/region.js';
import { finish } from '../tasks/slices.js';
import type { Steps } from '../tasks/steps.js';
import { withoutFillers } from './fillers.js';
import { isObject, isoDate, member, objectAt, pointer, textAt, textsAt, type JsonObject } from './json-access.js';
import { fillCube, readStatuses, readValues, type Layout } from './json-stat-cells.js';
import { readDimensions, type JsonStatDimension } from './json-stat-dimension.js';
import { findRoles, type JsonStatRoles } from './json-stat-roles.js';
import { profileOf, readIndicatorProfile, readNotes, readProfile, readSources } from './profile.js';

/** A document that is JSON-stat 2.0 and a dataset; a collection, a dimension and JSON-stat 1.x are not. */
function isJsonStatDataset(input: unknown): input is JsonObject {
  if (!isObject(input)) return false;
  const version = textAt(input, 'version');
  if (version !== '' && !version.startsWith('2')) return false;
  const kind = member(input, 'class');
  return (
    kind === 'dataset' || (kind === undefined && isObject(member(input, 'dimension')) && Object.hasOwn(input, 'id'))
  );
}

function readMeta(document: JsonObject): Partial<DatasetMeta> {
  return {
    label: textAt(document, 'label'),
    notes: readNotes(document),
    sources: readSources(member(document, 'source')),
    updated: isoDate(member(document, 'updated')),
    ...readProfile(profileOf(document)),
  };
}

/**
 * The indicators: one for each category of the metric dimension, with its unit and what the profile says of it. Without
 * such a dimension the dataset is one indicator, named after its label (`value` where it has none).
 */
function readIndicators(document: JsonObject, metric: JsonStatDimension | undefined): Indicator[] {
  const profiles = objectAt(profileOf(document), 'indicators');
  const describe = (id: string, label: string, category: unknown): Indicator => {
    const profile = objectAt(profiles, id);
    const unit = member(objectAt(category, 'unit'), id) ?? member(profile, 'unit');
    const description = textsAt(objectAt(category, 'note'), id).join('\n');
    return { ...indicator(id, { label, description }), ...readIndicatorProfile({ ...profile, unit }) };
  };
  if (metric) return metric.codes.map((code, i) => describe(code, metric.labels[i], metric.category));
  const id = textAt(document, 'label') || 'value';
  return [describe(id, id, undefined)];
}

/** Regions each region lies in, from `child` of the geo categories; what the codes say by themselves is left out. */
function readParents(geo: JsonStatDimension, known: Dimension): Map<string, readonly string[]> {
  const parents = new Map<string, readonly string[]>();
  const children = objectAt(geo.category, 'child');
  for (const parent of Object.keys(children))
    for (const raw of textsAt(children, parent)) {
      const [child, region] = [normaliseCode(raw), normaliseCode(parent)];
      if (child === region || !known.index.has(child) || parentByCode(child) === region) continue;
      const others = parents.get(child) ?? [];
      if (!others.includes(region)) parents.set(child, [...others, region]);
    }
  return parents;
}

/** Steps in the canonical cube (metric, time, breakdowns, regions fastest) along each of the document's dimensions. */
function layoutOf(dimensions: readonly Dimension[], roles: JsonStatRoles, breakdowns: readonly number[]): Layout {
  const strides = dimensions.map(() => 0);
  let step = 1;
  for (const position of [roles.geo, ...[...breakdowns].reverse(), roles.time, roles.metric]) {
    if (position < 0) continue;
    strides[position] = step;
    step *= dimensions[position].codes.length;
  }
  return { sizes: dimensions.map(({ codes }) => codes.length), strides };
}

/** A dimension; regions get normalised codes, which also stand for a name that isn't there. */
function toDimension({ id, label, codes, labels }: JsonStatDimension, isGeo: boolean): Dimension {
  if (!isGeo) return dimension(id, label, codes, labels);
  const normalised = codes.map(normaliseCode);
  const names = labels.map((name, i) => (name === codes[i] ? normalised[i] : name));
  return dimension(id, label, normalised, names);
}

/** All dimensions. Error: `invalid-dataset` at one that has a code twice, or a region without a code. */
function toDimensions(sources: readonly JsonStatDimension[], geo: number): Result<Dimension[]> {
  const dimensions = sources.map((source, i) => toDimension(source, i === geo));
  const wrong = dimensions.find(({ codes, index }, i) => index.size !== codes.length || (i === geo && index.has('')));
  return wrong ? failure('invalid-dataset', pointer('dimension', wrong.id, 'category', 'index')) : success(dimensions);
}

/** Dimensions by what they are for. */
interface Parts {
  readonly geo: Dimension;
  readonly time: Dimension;
  readonly metric: Dimension;
  readonly breakdowns: readonly Dimension[];
  /** The breakdowns' positions in the document. */
  readonly others: readonly number[];
}

function sortDimensions(
  dimensions: readonly Dimension[],
  roles: JsonStatRoles,
  indicators: readonly Indicator[],
): Parts {
  const others = dimensions.map((_, i) => i).filter((i) => i !== roles.geo && i !== roles.time && i !== roles.metric);
  return {
    geo: dimensions[roles.geo],
    time: dimensions[roles.time] ?? dimension('time', '', ['']),
    metric: dimensions[roles.metric] ?? dimension('metric', '', [indicators[0].id]),
    breakdowns: others.map((i) => dimensions[i]),
    others,
  };
}

/** The figures of a document, through the gate. Errors as of the whole, where values or statuses don't fit. */
function* readCube(
  document: JsonObject,
  roles: JsonStatRoles,
  dimensions: readonly Dimension[],
  parts: Parts,
  problems: ProblemList,
): Steps<Result<CubeBuilder>> {
  const count = dimensions.reduce((product, { codes }) => product * codes.length, 1);
  const values = readValues(document, count);
  if (!values.ok) return values;
  // Before the statuses, which are laid out in full.
  if (!(count <= MAX_CELLS)) return failure('too-large', '/size');
  const statuses = yield* readStatuses(document, count);
  if (!statuses.ok) return statuses;
  const combinations = breakdownCount(parts);
  const cube = new CubeBuilder(
    parts.metric.codes.length,
    parts.time.codes.length,
    combinations,
    parts.geo.codes.length,
  );
  const filled = yield* fillCube(
    cube,
    values.value,
    statuses.value,
    layoutOf(dimensions, roles, parts.others),
    problems,
  );
  return filled.ok ? success(cube) : filled;
}

/**
 * Reads a JSON-stat 2.0 dataset with the profile of contract 2, in each legal form, into the canonical cube.
 *
 * Errors: `not-supported` for a collection, a dimension, JSON-stat 1.x and what isn't JSON-stat; `invalid-dataset` with
 * the JSON pointer to what contradicts itself, to two regions of one code, or `/role/geo` without regions; `too-large`
 * above `MAX_CELLS`. Warnings: `bad-cell`, `withheld-number`. Only `status` tells the kind of missing: no sentinel does.
 */
export const parseJsonStat = (input: unknown): Result<Dataset> => finish(parseJsonStatInSteps(input));

/** `parseJsonStat`, in steps. */
export function* parseJsonStatInSteps(input: unknown): Steps<Result<Dataset>> {
  if (!isJsonStatDataset(input)) return failure('not-supported');
  const read = readDimensions(input);
  if (!read.ok) return read;
  const sources = read.value;
  yield;
  const found = findRoles(input, sources);
  if (!found.ok) return found;
  const roles = found.value;
  const dimensions = toDimensions(sources, roles.geo);
  if (!dimensions.ok) return dimensions;
  const indicators = readIndicators(input, sources[roles.metric]);
  const parts = sortDimensions(dimensions.value, roles, indicators);
  const problems = new ProblemList();
  const cube = yield* readCube(input, roles, dimensions.value, parts, problems);
  if (!cube.ok) return cube;
  const { geo, time, metric, breakdowns } = parts;
  const { values, kinds, marks } = cube.value;
  const periods = time.codes.map((id, i) => parsePeriod(id, time.labels[i] || null));
  const parents = readParents(sources[roles.geo], geo);
  const figures = { geo, time, periods, metric, indicators, breakdowns, values, kinds, marks, parents };
  const dataset = withoutFillers({ ...NO_META, ...readMeta(input), ...figures });
  return dataset ? success(dataset, problems.toArray()) : failure('invalid-dataset', pointer('dimension', geo.id));
}

import { CubeBuilder, MAX_CELLS } from '../model/cube-builder.js';
import {
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

/** Region of each region, from `child` of the geo categories; what the codes say by themselves is left out. */
function readParents(geo: JsonStatDimension, known: Dimension): Map<string, string> {
  const parents = new Map<string, string>();
  const children = objectAt(geo.category, 'child');
  for (const parent of Object.keys(children))
    for (const raw of textsAt(children, parent)) {
      const [child, region] = [normaliseCode(raw), normaliseCode(parent)];
      if (child !== region && known.index.has(child) && parentByCode(child) !== region) parents.set(child, region);
    }
  return parents;
}

/** Steps in the canonical cube (metric, time, breakdowns, regions fastest) along each of the document's dimensions. */
function layoutOf(dimensions: readonly JsonStatDimension[], roles: JsonStatRoles, breakdowns: number[]): Layout {
  const strides = dimensions.map(() => 0);
  let step = 1;
  for (const position of [roles.geo, ...[...breakdowns].reverse(), roles.time, roles.metric]) {
    if (position < 0) continue;
    strides[position] = step;
    step *= dimensions[position].codes.length;
  }
  return { sizes: dimensions.map(({ codes }) => codes.length), strides };
}

const toDimension = ({ id, label, codes, labels }: JsonStatDimension): Dimension => dimension(id, label, codes, labels);

/** The regions, with normalised codes, which also stand for a name that isn't there. */
function toGeo({ id, label, codes, labels }: JsonStatDimension): Dimension {
  const normalised = codes.map(normaliseCode);
  const names = labels.map((name, i) => (name === codes[i] ? normalised[i] : name));
  return dimension(id, label, normalised, names);
}

/**
 * Reads a JSON-stat 2.0 dataset with the profile of contract 2, in each legal form, into the canonical cube.
 *
 * Errors: `not-supported` for a collection, a dimension, JSON-stat 1.x and what isn't JSON-stat; `invalid-dataset` with
 * the JSON pointer to what contradicts itself, to two regions of one code, or `/role/geo` without regions; `too-large`
 * above `MAX_CELLS`. Warnings: `bad-cell`, `withheld-number`. Only `status` tells the kind of missing: no sentinel does.
 */
export function parseJsonStat(input: unknown): Result<Dataset> {
  if (!isJsonStatDataset(input)) return failure('not-supported');
  const read = readDimensions(input);
  if (!read.ok) return read;
  const dimensions = read.value;
  const found = findRoles(input, dimensions);
  if (!found.ok) return found;
  const roles = found.value;

  const geoSource = dimensions[roles.geo];
  const geo = toGeo(geoSource);
  if (geo.index.size !== geo.codes.length || geo.index.has(''))
    return failure('invalid-dataset', pointer('dimension', geo.id, 'category', 'index'));

  const count = dimensions.reduce((product, { codes }) => product * codes.length, 1);
  const values = readValues(input, count);
  if (!values.ok) return values;
  const statuses = readStatuses(input, count);
  if (!statuses.ok) return statuses;
  if (!(count <= MAX_CELLS)) return failure('too-large', '/size');

  const others = dimensions.map((_, i) => i).filter((i) => i !== roles.geo && i !== roles.time && i !== roles.metric);
  const timeSource = roles.time < 0 ? undefined : dimensions[roles.time];
  const metricSource = roles.metric < 0 ? undefined : dimensions[roles.metric];
  const indicators = readIndicators(input, metricSource);
  const time = timeSource ? toDimension(timeSource) : dimension('time', '', ['']);
  const combinations = others.reduce((product, i) => product * dimensions[i].codes.length, 1);

  const cube = new CubeBuilder(indicators.length, time.codes.length, combinations, geo.codes.length);
  const problems = new ProblemList();
  const filled = fillCube(cube, values.value, statuses.value, layoutOf(dimensions, roles, others), problems);
  if (!filled.ok) return filled;
  return success<Dataset>(
    {
      ...NO_META,
      ...readMeta(input),
      geo,
      time,
      periods: time.codes.map((id, i) => parsePeriod(id, time.labels[i] || null)),
      metric: metricSource ? toDimension(metricSource) : dimension('metric', '', [indicators[0].id]),
      indicators,
      breakdowns: others.map((i) => toDimension(dimensions[i])),
      values: cube.values,
      kinds: cube.kinds,
      marks: cube.marks,
      parents: readParents(geoSource, geo),
    },
    problems.toArray(),
  );
}

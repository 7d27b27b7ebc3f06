import { CubeBuilder, MAX_CELLS } from '../model/cube-builder.js';
import { breakdownCount, dimension, type Dimension } from '../model/dataset.js';
import { failure, success, type Result } from '../model/problem.js';
import { normaliseCode, parentByCode } from '../model/region.js';
import { findGeo, findTime } from './roles.js';
import type { SdmxDimension, SdmxStructure } from './sdmx-structure.js';

const GEO = /^(ref_?area|reference_area|geo|region)$/i;
const TIME = /^time_?period$/i;
const METRIC = /^(indicator|measure|metric|variable|subject|onderwerp)$/i;

/** Positions of dimensions by role; -1 where there is none. */
interface Roles {
  readonly geo: number;
  readonly time: number;
  readonly metric: number;
}

/** Roles as declared or by id, else by content. With several measures these are the indicators. */
function findRoles({ dimensions, measures }: SdmxStructure): Roles {
  const declared = (form: RegExp, taken: readonly number[]): number => {
    const is = (test: (one: SdmxDimension) => boolean) =>
      dimensions.findIndex((one, i) => !taken.includes(i) && test(one));
    const byRole = is(({ roles }) => roles.some((role) => form.test(role)));
    return byRole >= 0 ? byRole : is(({ id }) => form.test(id));
  };
  const found = (taken: readonly number[], find: typeof findGeo): number => {
    const free = dimensions.map((_, i) => i).filter((i) => !taken.includes(i));
    const at = find(free.map((i) => ({ id: dimensions[i].id, codes: dimensions[i].codes.map(normaliseCode) })));
    return at < 0 ? -1 : free[at];
  };
  const geo = declared(GEO, []);
  const time = declared(TIME, [geo]);
  const metric = measures.length > 1 ? -1 : declared(METRIC, [geo, time]);
  const foundGeo = geo >= 0 ? geo : found([time, metric], findGeo);
  return { geo: foundGeo, time: time >= 0 ? time : found([foundGeo, metric], findTime), metric };
}

const toDimension = (one: SdmxDimension): Dimension => dimension(one.id, one.label, one.codes, one.labels);

function toGeo(one: SdmxDimension): { geo: Dimension; parents: Map<string, readonly string[]> } | null {
  const codes = one.codes.map(normaliseCode);
  const geo = dimension(
    one.id,
    one.label,
    codes,
    one.labels.map((label, i) => (label === one.codes[i] ? codes[i] : label)),
  );
  if (geo.index.size !== codes.length || geo.index.has('')) return null;
  const parents = new Map<string, readonly string[]>();
  one.parents.forEach((raw, i) => {
    const parent = normaliseCode(raw);
    if (parent && parent !== codes[i] && parentByCode(codes[i]) !== parent) parents.set(codes[i], [parent]);
  });
  return { geo, parents };
}

/** The dimensions of a message by what they are for, and where each observation lies among them. */
export interface SdmxLayout {
  readonly geo: Dimension;
  readonly parents: ReadonlyMap<string, readonly string[]>;
  readonly time: Dimension;
  readonly metric: Dimension;
  readonly breakdowns: readonly Dimension[];
  /** Sizes as `CubeBuilder` takes them. */
  readonly sizes: readonly [number, number, number, number];
  /** Indicator of a measure of an observation, by its index per dimension. */
  metricOf(indexes: ArrayLike<number>, measure: number): number;
  /** Cell of the same. */
  cellOf(indexes: ArrayLike<number>, measure: number): number;
}

/** The dimension of indicators: one of the message, or its measures. */
function metricOf({ measures, dimensions, label }: SdmxStructure, roles: Roles): Dimension {
  if (roles.metric >= 0) return toDimension(dimensions[roles.metric]);
  const ids = measures.map(({ id }) => id);
  return dimension(
    'metric',
    '',
    ids,
    measures.map((measure) => measure.label || label || measure.id),
  );
}

/**
 * Lays the dimensions out. Errors: `invalid-dataset` at the dimensions without regions or with two of one code, and at
 * measures of one id; `too-large`.
 */
export function layoutMessage(structure: SdmxStructure, path: string): Result<SdmxLayout> {
  const { dimensions } = structure;
  const roles = findRoles(structure);
  const regions = roles.geo < 0 ? null : toGeo(dimensions[roles.geo]);
  if (!regions) return failure('invalid-dataset', `${path}/dimensions`);
  const metric = metricOf(structure, roles);
  if (metric.index.size !== metric.codes.length) return failure('invalid-dataset', `${path}/measures/observation`);
  const others = dimensions.map((_, i) => i).filter((i) => i !== roles.geo && i !== roles.time && i !== roles.metric);
  const breakdowns = others.map((i) => toDimension(dimensions[i]));
  const time = roles.time < 0 ? dimension('time', '', ['']) : toDimension(dimensions[roles.time]);
  const combinations = breakdownCount({ breakdowns });
  const sizes = [metric.codes.length, time.codes.length, combinations, regions.geo.codes.length] as const;
  if (!(CubeBuilder.cellCount(...sizes) <= MAX_CELLS)) return failure('too-large', `${path}/dimensions`);
  const strides = dimensions.map(() => 0);
  let stride = 1;
  for (const i of [roles.geo, ...[...others].reverse(), roles.time, roles.metric]) {
    if (i < 0) continue;
    strides[i] = stride;
    stride *= dimensions[i].codes.length;
  }
  const perMeasure = roles.metric < 0 ? stride : 0;
  return success({
    ...regions,
    time,
    metric,
    breakdowns,
    sizes,
    metricOf: (indexes, measure) => (roles.metric < 0 ? measure : indexes[roles.metric]),
    cellOf(indexes, measure) {
      let cell = measure * perMeasure;
      for (let i = 0; i < strides.length; i++) cell += indexes[i] * strides[i];
      return cell;
    },
  });
}

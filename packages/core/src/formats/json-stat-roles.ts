import { failure, success, type Result } from '../model/problem.js';
import { normaliseCode } from '../model/region.js';
import { isObject, member, objectAt } from './json-access.js';
import type { JsonStatDimension } from './json-stat-dimension.js';
import { findGeo, findTime, type Candidate } from './roles.js';

/** Positions of the dimensions by role; -1 where a document has none. Geo is always there. */
export interface JsonStatRoles {
  readonly geo: number;
  readonly time: number;
  readonly metric: number;
}

/** Position of the first dimension that `role` names; -1: it names none; -2: it names one that isn't there. */
function declared(document: unknown, role: string, dimensions: readonly JsonStatDimension[]): number {
  const named = member(objectAt(document, 'role'), role);
  const [first] = Array.isArray(named) ? named : [named];
  if (first === undefined || first === null) return -1;
  const position = dimensions.findIndex(({ id }) => id === first);
  return position < 0 ? -2 : position;
}

/** Finds a role among the dimensions that have none yet. */
function found(
  dimensions: readonly JsonStatDimension[],
  taken: readonly number[],
  find: (candidates: readonly Candidate[]) => number,
): number {
  const free = dimensions.map((_, i) => i).filter((i) => !taken.includes(i));
  const at = find(free.map((i) => ({ id: dimensions[i].id, codes: dimensions[i].codes.map(normaliseCode) })));
  return at < 0 ? -1 : free[at];
}

/**
 * Roles as declared, the first of each: a further one is a breakdown. Without a declared role, geo and time are found
 * by name or content, and metric is the dimension whose categories have units.
 * Errors: `invalid-dataset` at the role that names no dimension, names one twice, or at `/role/geo` without regions.
 */
export function findRoles(document: unknown, dimensions: readonly JsonStatDimension[]): Result<JsonStatRoles> {
  const [declaredGeo, declaredTime, declaredMetric] = ['geo', 'time', 'metric'].map((role) =>
    declared(document, role, dimensions),
  );
  const taken = [declaredGeo, declaredTime, declaredMetric];
  for (const [i, role] of ['geo', 'time', 'metric'].entries())
    if (taken[i] === -2 || (taken[i] >= 0 && taken.indexOf(taken[i]) < i))
      return failure('invalid-dataset', `/role/${role}`);
  const geo = declaredGeo >= 0 ? declaredGeo : found(dimensions, taken, findGeo);
  if (geo < 0) return failure('invalid-dataset', '/role/geo');
  const time = declaredTime >= 0 ? declaredTime : found(dimensions, [...taken, geo], findTime);
  const withUnits = dimensions.findIndex(
    ({ category }, i) => i !== geo && i !== time && isObject(member(category, 'unit')),
  );
  return success({ geo, time, metric: declaredMetric >= 0 ? declaredMetric : withUnits });
}

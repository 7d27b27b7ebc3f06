import { levelOf, parentByCode } from '../model/region.js';
import { isObject, member, objectAt } from './json-access.js';
import { MAX_COLLECTION_DEPTH } from './ring-builder.js';
import { codeOf, isLeftOut, liesIn, nameOf, yearOf } from './shape-properties.js';

/** A feature of a boundary document that stands for a region, its geometry not yet read. */
export interface ShapeRecord {
  /** Normalised. */
  readonly code: string;
  readonly level: string;
  readonly name: string | null;
  /** Vintage of this very feature, where it says so. */
  readonly year: number | null;
  /** Areas it lies in, as its own properties say, from narrow to wide; mostly empty. */
  readonly lies: readonly string[];
  /** As received: an object of one of GeoJSON's or TopoJSON's types, or null. */
  readonly geometry: unknown;
  /** Where it stands: a JSON pointer to a list, and its number in it; -1 for a feature that is in none. */
  readonly list: string;
  readonly index: number;
}

/** JSON pointer of a feature. Written out only for those that something is wrong with. */
export const pathOf = ({ list, index }: Pick<ShapeRecord, 'list' | 'index'>): string =>
  index < 0 ? list : `${list}/${index}`;

const LINES_AND_POINTS: ReadonlySet<unknown> = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString']);

/** True for what is nothing but points and lines. Null, an area, and what we don't know is not. */
function isNoArea(geometry: unknown, depth = 0): boolean {
  const type = isObject(geometry) ? geometry.type : null;
  if (type === 'Polygon' || type === 'MultiPolygon') return false;
  if (LINES_AND_POINTS.has(type)) return true;
  const parts = type === 'GeometryCollection' && depth < MAX_COLLECTION_DEPTH ? member(geometry, 'geometries') : null;
  return Array.isArray(parts) && parts.length > 0 && parts.every((part) => isNoArea(part, depth + 1));
}

/**
 * Reads a feature as a region's shape. `left-out` for water, abroad, points and lines; `no-code` where nothing says
 * which region it is. Never throws, whatever the feature is.
 */
export function readShape(
  feature: unknown,
  geometry: unknown,
  list: string,
  index: number,
): ShapeRecord | 'left-out' | 'no-code' {
  if (isNoArea(geometry)) return 'left-out';
  const properties = objectAt(feature, 'properties');
  const code = codeOf(properties, member(feature, 'id'));
  if (code === '') return 'no-code';
  if (isLeftOut(properties, code)) return 'left-out';
  const level = levelOf(code);
  const lies = liesIn(properties, code, level);
  return { code, level, name: nameOf(properties, level), year: yearOf(properties), lies, geometry, list, index };
}

/**
 * Area each shape lies in, and the areas that those lie in, where the codes don't say so themselves. An area that
 * would lie in two at once (a safety region in two provinces) gets none: it doesn't nest.
 */
export function parentsOf(records: readonly ShapeRecord[]): Map<string, string> {
  const parents = new Map<string, string | null>();
  for (const { code, lies } of records) {
    let at = code;
    for (const wider of lies) {
      const known = parents.get(at);
      if (known === undefined) parents.set(at, wider);
      else if (known !== wider) parents.set(at, null);
      at = wider;
    }
  }
  const told = new Map<string, string>();
  for (const [code, parent] of parents) if (parent !== null && parent !== parentByCode(code)) told.set(code, parent);
  return told;
}

import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { parseBoundaries, type BoundaryOptions } from '@zicht-op/core/formats/boundaries.js';

export type Ring = readonly (readonly [number, number])[];

/** A square with its lower left corner at (x, y), counterclockwise and closed. */
export const square = (x: number, y: number, size = 1): Ring => box(x, y, x + size, y + size);

export const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

export const polygon = (...rings: Ring[]): object => ({ type: 'Polygon', coordinates: rings });
export const multiPolygon = (...polygons: Ring[][]): object => ({ type: 'MultiPolygon', coordinates: polygons });

export const feature = (code: string, geometry: unknown, properties: object = {}): object => ({
  type: 'Feature',
  properties: { statcode: code, ...properties },
  geometry,
});

export const collection = (...features: unknown[]): object => ({ type: 'FeatureCollection', features });

/** Shapes of one level from any document; throws where it can't be read, so that a test fails loudly. */
export function shapesOf(json: unknown, level = 'gemeente', options: BoundaryOptions = {}): Boundaries {
  const document = parseBoundaries(json, options);
  if (!document.ok) throw new Error(`unreadable: ${JSON.stringify(document.problems)}`);
  const boundaries = document.value.ofLevel(level);
  if (!boundaries.ok) throw new Error(`unreadable level: ${JSON.stringify(boundaries.problems)}`);
  return boundaries.value;
}

/** Shapes `GM0001`, `GM0002` … from their geometries. */
export function shapesFrom(...geometries: unknown[]): Boundaries {
  // A document without shapes has no level to ask for.
  if (geometries.length === 0) return { ...shapesFrom(null), codes: [], names: [], shapeRings: new Uint32Array(1) };
  return shapesOf(collection(...geometries.map((geometry, i) => feature(gemeente(i + 1), geometry))));
}

export const gemeente = (number: number): string => `GM${String(number).padStart(4, '0')}`;

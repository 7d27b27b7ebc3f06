import { describe, expect, it } from 'vitest';
import { toGeoJsonGeometry } from '@zicht-op/core/geo/to-geojson.js';
import { box, multiPolygon, polygon, shapesFrom, square, type Ring } from './support/shapes.js';

const reversed = (ring: Ring): Ring => [...ring].reverse();
const geometryOf = (geometry: unknown) => toGeoJsonGeometry(shapesFrom(geometry), 0);

/** Twice the area of a ring, positive when it runs counterclockwise. */
const winding = (ring: readonly (readonly number[])[]): number =>
  ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i][0] * y - x * ring[i][1], 0);

describe('toGeoJsonGeometry', () => {
  it.each([
    ['no geometry', null],
    ['no rings', polygon()],
    [
      'a ring that encloses nothing',
      polygon([
        [5, 52],
        [6, 53],
        [7, 54],
      ]),
    ],
  ])('is null for %s', (_what, geometry) => {
    expect(geometryOf(geometry)).toBeNull();
  });

  it('closes its rings', () => {
    expect(geometryOf(polygon(square(5, 52)))).toEqual(polygon(square(5, 52)));
  });

  it.each([
    ['as they should be', square(5, 52), reversed(square(5.2, 52.2, 0.6))],
    ['the wrong way round', reversed(square(5, 52)), square(5.2, 52.2, 0.6)],
    ['both alike', square(5, 52), square(5.2, 52.2, 0.6)],
  ])('winds outer rings counterclockwise and holes clockwise, which were wound %s', (_how, outer, hole) => {
    const geometry = geometryOf(polygon(outer, hole));
    if (geometry?.type !== 'Polygon') throw new Error('no polygon');
    expect(geometry.coordinates.map((ring) => Math.sign(winding(ring)))).toEqual([1, -1]);
  });

  it.each([
    ['a hole that stood before its outline', polygon(square(5.2, 52.2, 0.6), square(5, 52)), [2]],
    ['parts that stood in one polygon', polygon(square(5, 52), square(7, 52)), [1, 1]],
    ['an island in a hole', multiPolygon([square(5, 52), square(5.2, 52.2, 0.6)], [square(5.4, 52.4, 0.2)]), [2, 1]],
    [
      'a hole in an island in a hole',
      polygon(square(5, 52), square(5.1, 52.1, 0.8), square(5.2, 52.2, 0.6), square(5.3, 52.3, 0.4)),
      [2, 2],
    ],
    [
      'two holes, of different parts',
      multiPolygon([square(5, 52), square(5.4, 52.4, 0.2)], [box(7, 52, 8, 52.9), square(7.4, 52.4, 0.2)]),
      [2, 2],
    ],
    [
      'a hole that touches the outline',
      polygon(square(5, 52), [
        [5, 52],
        [5.5, 52.1],
        [5.1, 52.5],
      ]),
      [2],
    ],
    ['parts that touch each other', multiPolygon([square(5, 52)], [box(6, 52, 6.9, 53)]), [1, 1]],
  ])('sorts out %s', (_what, geometry, rings) => {
    const found = geometryOf(geometry);
    const polygons = found?.type === 'Polygon' ? [found.coordinates] : (found?.coordinates ?? []);
    expect(polygons.map((own) => own.length)).toEqual(rings);
    for (const [outer, ...holes] of polygons) {
      expect(winding(outer)).toBeGreaterThan(0);
      for (const hole of holes) expect(winding(hole)).toBeLessThan(0);
    }
  });

  it('rounds where it is asked to', () => {
    const geometry = toGeoJsonGeometry(shapesFrom(polygon(square(5.123456789, 52.1, 1))), 0, 6);
    expect(geometry?.coordinates[0][0]).toEqual([5.123457, 52.1]);
  });

  it('writes a shape of very many rings without end in sight', () => {
    const rings = Array.from({ length: 6000 }, (_, i) =>
      square((i % 80) * 0.01, 50 + Math.floor(i / 80) * 0.01, 0.005),
    );
    expect(geometryOf(multiPolygon(...rings.map((ring) => [ring])))?.coordinates).toHaveLength(6000);
  });
});

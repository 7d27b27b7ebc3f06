import { describe, expect, it } from 'vitest';
import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import {
  boxAround,
  fromWorld,
  toWorld,
  worldGeometry,
  type ProjectionName,
} from '@zicht-op/renderer/world-geometry.js';
import { gridTopology } from '../support/grid-country.js';
import { valueOf } from '../support/observe.js';

const PROJECTIONS: readonly ProjectionName[] = ['web-mercator', 'rd'];

const shapes = (json: unknown, level = 'gemeente'): Boundaries =>
  valueOf(valueOf(parseBoundaries(json, {})).ofLevel(level));

const GRID = shapes(gridTopology({ columns: 3, rows: 2 }));

const feature = (code: string, geometry: unknown) => ({ type: 'Feature', properties: { statcode: code }, geometry });
const square = (west: number, south: number, size = 0.1) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

describe('toWorld', () => {
  it.each<[ProjectionName, number, number, number, number]>([
    // A world of 256 pixels: the meridian of Greenwich and the equator in the middle.
    ['web-mercator', 0, 0, 128, 128],
    ['web-mercator', 180, 0, 256, 128],
    ['web-mercator', -180, 85.0511287798, 0, 0],
    // The tower of Amersfoort, 155,000 east and 463,000 north, on the Dutch tiling.
    ['rd', 5.38720621, 52.1551744, (155_000 + 285_401.92) / 3440.64, (903_401.92 - 463_000) / 3440.64],
  ])('puts %s %d, %d where its tiles have it', (projection, longitude, latitude, x, y) => {
    const [worldX, worldY] = toWorld(projection, longitude, latitude);
    expect(worldX).toBeCloseTo(x, 6);
    expect(worldY).toBeCloseTo(y, 6);
  });

  it.each(PROJECTIONS)('in %s, north is up and east is right', (projection) => {
    const [x, y] = toWorld(projection, 5, 52);
    expect(toWorld(projection, 5.1, 52)[0]).toBeGreaterThan(x);
    expect(toWorld(projection, 5, 52.1)[1]).toBeLessThan(y);
  });

  it.each(PROJECTIONS)('in %s, fromWorld leads back to within a metre', (projection) => {
    for (const [longitude, latitude] of [
      [3.4, 51.3],
      [5.4, 52.2],
      [7.1, 53.4],
    ]) {
      const [east, north] = fromWorld(projection, ...toWorld(projection, longitude, latitude));
      expect(Math.abs(east - longitude) * 68_000).toBeLessThan(1);
      expect(Math.abs(north - latitude) * 111_000).toBeLessThan(1);
    }
  });
});

describe('worldGeometry', () => {
  it.each(PROJECTIONS)('projects every point once, in %s, in the order it has', (projection) => {
    const { points } = worldGeometry(GRID, projection);
    expect(points).toHaveLength(GRID.coordinates.length);
    expect([points[0], points[1]]).toEqual(toWorld(projection, GRID.coordinates[0], GRID.coordinates[1]));
  });

  it('is made once per document and projection', () => {
    expect(worldGeometry(GRID, 'rd')).toBe(worldGeometry(GRID, 'rd'));
    expect(worldGeometry(GRID, 'rd')).not.toBe(worldGeometry(GRID, 'web-mercator'));
    const same = shapes(gridTopology({ columns: 3, rows: 2 }));
    expect(worldGeometry(same, 'rd')).not.toBe(worldGeometry(GRID, 'rd'));
  });

  it('leaves the document as it is', () => {
    const before = GRID.coordinates.slice();
    worldGeometry(GRID, 'web-mercator');
    expect(GRID.coordinates).toEqual(before);
  });

  it('puts a box around each shape that holds all its points', () => {
    const { boxes, points } = worldGeometry(GRID, 'web-mercator');
    expect(boxes).toHaveLength(GRID.codes.length * 4);
    const [minX, minY, maxX, maxY] = boxes.slice(0, 4);
    const [west, north] = toWorld('web-mercator', 5, 52.5);
    const [east, south] = toWorld('web-mercator', 5.1, 52.4);
    [minX - west, minY - north, maxX - east, maxY - south].forEach((gap) => expect(gap).toBeCloseTo(0, 9));
    expect(points.length).toBeGreaterThan(0);
  });

  it('takes several parts and a hole into one box, and gives a shape without area an empty one', () => {
    const document = {
      type: 'FeatureCollection',
      features: [
        feature('GM0001', { type: 'MultiPolygon', coordinates: [[square(5, 52)], [square(6, 53)]] }),
        feature('GM0002', null),
        feature('GM0003', { type: 'Polygon', coordinates: [square(4, 51, 0.4), square(4.1, 51.1)] }),
      ],
    };
    const boundaries = shapes(document);
    const geometry = worldGeometry(boundaries, 'web-mercator');
    const at = boundaries.codes.indexOf('GM0001');
    const [west] = toWorld('web-mercator', 5, 52);
    const [east] = toWorld('web-mercator', 6.1, 53);
    expect(geometry.boxes[at * 4]).toBeCloseTo(west, 9);
    expect(geometry.boxes[at * 4 + 2]).toBeCloseTo(east, 9);
    const none = boundaries.codes.indexOf('GM0002');
    if (none >= 0) {
      expect([...geometry.boxes.slice(none * 4, none * 4 + 4)]).toEqual([Infinity, Infinity, -Infinity, -Infinity]);
      expect(boxAround(geometry, [none])).toBe(null);
    }
  });
});

describe('boxAround', () => {
  const geometry = worldGeometry(GRID, 'web-mercator');

  it('is null for no shapes', () => {
    expect(boxAround(geometry, [])).toBe(null);
  });

  it('is the shape’s own box for one', () => {
    expect(boxAround(geometry, [2])).toEqual([...geometry.boxes.slice(8, 12)]);
  });

  it('is around all of several, whatever their order, and takes any iterable', () => {
    const all = boxAround(geometry, GRID.codes.keys());
    expect(boxAround(geometry, [5, 0])).toEqual(all);
    expect(boxAround(geometry, new Set([0, 5]))).toEqual(all);
  });
});

import { RD_PIXELS, rd, webMercator } from '@zicht-op/core/geo/projection.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';

export type ProjectionName = 'web-mercator' | 'rd';

/**
 * Shapes in the pixel space of a map at zoom 0, y down: at zoom `z` a point stands at `2 ** z` times its coordinates. Both
 * projections are made so, hence drawing and hit tests needn't know which one it is.
 */
export interface WorldGeometry {
  readonly boundaries: Boundaries;
  readonly projection: ProjectionName;
  /** x and y per point, in the order of `boundaries.coordinates`. */
  readonly points: Float64Array;
  /** min x, min y, max x, max y per shape; Infinity … -Infinity for a shape without rings. */
  readonly boxes: Float64Array;
}

/** A point of the earth in the pixel space at zoom 0. */
export function toWorld(projection: ProjectionName, longitude: number, latitude: number): [x: number, y: number] {
  if (projection === 'web-mercator') return webMercator.project(longitude, latitude);
  const [x, y] = rd.project(longitude, latitude);
  return [(x - RD_PIXELS.originX) / RD_PIXELS.resolution, (RD_PIXELS.originY - y) / RD_PIXELS.resolution];
}

/** The other way about. */
export function fromWorld(projection: ProjectionName, x: number, y: number): [longitude: number, latitude: number] {
  if (projection === 'web-mercator') return webMercator.unproject(x, y);
  return rd.unproject(RD_PIXELS.originX + x * RD_PIXELS.resolution, RD_PIXELS.originY - y * RD_PIXELS.resolution);
}

const known = new WeakMap<Boundaries, Map<ProjectionName, WorldGeometry>>();

/** Projects once per document and projection; maps on one page share the result. */
export function worldGeometry(boundaries: Boundaries, projection: ProjectionName): WorldGeometry {
  const byProjection = known.get(boundaries) ?? new Map<ProjectionName, WorldGeometry>();
  known.set(boundaries, byProjection);
  const geometry = byProjection.get(projection) ?? project(boundaries, projection);
  byProjection.set(projection, geometry);
  return geometry;
}

function project(boundaries: Boundaries, projection: ProjectionName): WorldGeometry {
  const { coordinates } = boundaries;
  const points = new Float64Array(coordinates.length);
  for (let i = 0; i < coordinates.length; i += 2) {
    const [x, y] = toWorld(projection, coordinates[i], coordinates[i + 1]);
    points[i] = x;
    points[i + 1] = y;
  }
  return { boundaries, projection, points, boxes: boxesOf(boundaries, points) };
}

function boxesOf(boundaries: Boundaries, points: Float64Array): Float64Array {
  const { arcStart, ringArcs, ringStart, shapeRings, codes } = boundaries;
  const arcBoxes = new Float64Array((arcStart.length - 1) * 4);
  for (let arc = 0; arc < arcStart.length - 1; arc++)
    extend(arcBoxes, arc * 4, points, arcStart[arc], arcStart[arc + 1]);
  const boxes = new Float64Array(codes.length * 4);
  for (let shape = 0; shape < codes.length; shape++) {
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = ringStart[shapeRings[shape]]; at < ringStart[shapeRings[shape + 1]]; at++) {
      const arc = (ringArcs[at] < 0 ? ~ringArcs[at] : ringArcs[at]) * 4;
      minX = Math.min(minX, arcBoxes[arc]);
      minY = Math.min(minY, arcBoxes[arc + 1]);
      maxX = Math.max(maxX, arcBoxes[arc + 2]);
      maxY = Math.max(maxY, arcBoxes[arc + 3]);
    }
    boxes.set([minX, minY, maxX, maxY], shape * 4);
  }
  return boxes;
}

function extend(boxes: Float64Array, at: number, points: Float64Array, start: number, end: number): void {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let p = start * 2; p < end * 2; p += 2) {
    if (points[p] < minX) minX = points[p];
    if (points[p] > maxX) maxX = points[p];
    if (points[p + 1] < minY) minY = points[p + 1];
    if (points[p + 1] > maxY) maxY = points[p + 1];
  }
  boxes.set([minX, minY, maxX, maxY], at);
}

/** Box around some shapes: min x, min y, max x, max y; null where none has an area. */
export function boxAround(geometry: WorldGeometry, shapes: Iterable<number>): [number, number, number, number] | null {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const shape of shapes) {
    const at = shape * 4;
    minX = Math.min(minX, geometry.boxes[at]);
    minY = Math.min(minY, geometry.boxes[at + 1]);
    maxX = Math.max(maxX, geometry.boxes[at + 2]);
    maxY = Math.max(maxY, geometry.boxes[at + 3]);
  }
  return minX <= maxX ? [minX, minY, maxX, maxY] : null;
}

import { RD_PIXELS, rd, webMercator } from '@zicht-op/core/geo/projection.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { joinEnds } from './join-ends.js';

/** `plain`: coordinates as they stand, x to the right and y up, as of a drawing or of data in a projection of its own. */
export type ProjectionName = 'web-mercator' | 'rd' | 'plain';

/**
 * Shapes in the pixel space of a map at zoom 0, y down: at zoom `z` a point stands at `2 ** z` times its coordinates. All
 * projections are made so, hence drawing and hit tests needn't know which one it is.
 */
export interface WorldGeometry {
  readonly boundaries: Boundaries;
  readonly projection: ProjectionName;
  /** x and y per point, in the order of `boundaries.coordinates`. */
  readonly points: Float64Array;
  /** min x, min y, max x, max y per shape; Infinity … -Infinity for a shape without rings. */
  readonly boxes: Float64Array;
  /** The same per arc, rounded outwards: enough to tell what can't be in view. */
  readonly arcBoxes: Float32Array;
}

/** A point of the earth in the pixel space at zoom 0. */
export function toWorld(projection: ProjectionName, longitude: number, latitude: number): [x: number, y: number] {
  if (projection === 'web-mercator') return webMercator.project(longitude, latitude);
  if (projection === 'plain') return [longitude, -latitude];
  const [x, y] = rd.project(longitude, latitude);
  return [(x - RD_PIXELS.originX) / RD_PIXELS.resolution, (RD_PIXELS.originY - y) / RD_PIXELS.resolution];
}

/** The other way about. */
export function fromWorld(projection: ProjectionName, x: number, y: number): [longitude: number, latitude: number] {
  if (projection === 'web-mercator') return webMercator.unproject(x, y);
  if (projection === 'plain') return [x, -y];
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
  const { coordinates, arcStart } = boundaries;
  const points = new Float64Array(coordinates.length);
  for (let i = 0; i < coordinates.length; i += 2) {
    const [x, y] = toWorld(projection, coordinates[i], coordinates[i + 1]);
    points[i] = x;
    points[i + 1] = y;
  }
  joinEnds(boundaries, points);
  const exact = new Float64Array((arcStart.length - 1) * 4);
  for (let arc = 0; arc < arcStart.length - 1; arc++) extend(exact, arc * 4, points, arcStart[arc], arcStart[arc + 1]);
  return { boundaries, projection, points, boxes: shapeBoxes(boundaries, exact), arcBoxes: roundOutwards(exact) };
}

function shapeBoxes({ ringArcs, ringStart, shapeRings, codes }: Boundaries, arcBoxes: Float64Array): Float64Array {
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
    boxes[shape * 4] = minX;
    boxes[shape * 4 + 1] = minY;
    boxes[shape * 4 + 2] = maxX;
    boxes[shape * 4 + 3] = maxY;
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
  boxes[at] = minX;
  boxes[at + 1] = minY;
  boxes[at + 2] = maxX;
  boxes[at + 3] = maxY;
}

/** Half a unit of the last place of a single, and a little. */
const SINGLE = 2 ** -23;

function roundOutwards(exact: Float64Array): Float32Array {
  const boxes = new Float32Array(exact.length);
  for (let at = 0; at < exact.length; at += 4) {
    // An arc without points has nothing to round: it would become NaN.
    if (exact[at] > exact[at + 2]) {
      boxes.set(exact.subarray(at, at + 4), at);
      continue;
    }
    boxes[at] = exact[at] - Math.abs(exact[at]) * SINGLE;
    boxes[at + 1] = exact[at + 1] - Math.abs(exact[at + 1]) * SINGLE;
    boxes[at + 2] = exact[at + 2] + Math.abs(exact[at + 2]) * SINGLE;
    boxes[at + 3] = exact[at + 3] + Math.abs(exact[at + 3]) * SINGLE;
  }
  return boxes;
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

import type { Boundaries } from '../model/boundaries.js';

/** Rings of one shape as plain points, each ring open: its last point isn't its first. */
export interface FlatRings {
  /** x, y, x, y … of all rings. */
  readonly points: Float64Array;
  /** Ring `r` has the points `start[r] … start[r + 1]`. */
  readonly start: Uint32Array;
}

/** Copies the rings `from … to` out of their arcs. A shape without rings gives none. */
export function flattenRings(boundaries: Boundaries, from: number, to: number): FlatRings {
  const { coordinates, arcStart, ringArcs, ringStart } = boundaries;
  const start = new Uint32Array(to - from + 1);
  let length = 0;
  for (let at = ringStart[from]; at < ringStart[to]; at++) {
    const arc = ringArcs[at] < 0 ? ~ringArcs[at] : ringArcs[at];
    length += arcStart[arc + 1] - arcStart[arc] - 1;
  }
  const points = new Float64Array(length * 2);
  let end = 0;
  for (let ring = from; ring < to; ring++) {
    for (let at = ringStart[ring]; at < ringStart[ring + 1]; at++) {
      const arc = ringArcs[at];
      // The last point of an arc is the first of the next one.
      if (arc < 0) for (let p = arcStart[~arc + 1] - 1; p > arcStart[~arc]; p--) write(p);
      else for (let p = arcStart[arc]; p < arcStart[arc + 1] - 1; p++) write(p);
    }
    start[ring - from + 1] = end / 2;
  }
  function write(p: number): void {
    points[end++] = coordinates[2 * p];
    points[end++] = coordinates[2 * p + 1];
  }
  return { points, start };
}

/** The rings of one shape. */
export const flattenShape = (boundaries: Boundaries, shape: number): FlatRings =>
  flattenRings(boundaries, boundaries.shapeRings[shape], boundaries.shapeRings[shape + 1]);

/** Twice the area of ring `r`, positive when it runs counterclockwise, in square degrees. */
export function signedArea({ points, start }: FlatRings, ring: number): number {
  const from = start[ring] * 2;
  const to = start[ring + 1] * 2;
  let sum = 0;
  // Relative to the first point, as the difference of large products would lose small areas.
  for (let i = from; i < to; i += 2) {
    const next = i + 2 < to ? i + 2 : from;
    sum +=
      (points[i] - points[from]) * (points[next + 1] - points[from + 1]) -
      (points[next] - points[from]) * (points[i + 1] - points[from + 1]);
  }
  return sum;
}

/**
 * Where the segment between two points crosses latitude `y`. Always reckoned from its lower end, so that two areas
 * that share the segment agree to the last bit and leave no gap between them.
 */
const crossing = (px: number, py: number, qx: number, qy: number, y: number): number =>
  py < qy ? px + ((y - py) / (qy - py)) * (qx - px) : qx + ((y - qy) / (py - qy)) * (px - qx);

/**
 * Longitudes at which the rings cross a latitude, ascending; between the first and second lies the area, and so on. A
 * point on the latitude counts as below it, so there is always an even number of them.
 */
export function crossingsAt({ points, start }: FlatRings, latitude: number): number[] {
  return crossingsAlong(points, start, latitude, 0);
}

/** The same the other way about: latitudes at which the rings cross a longitude. */
export function crossingsAtLongitude({ points, start }: FlatRings, longitude: number): number[] {
  return crossingsAlong(points, start, longitude, 1);
}

/** `axis` is the one along which the crossings are told: 0 for x, 1 for y. */
function crossingsAlong(points: Float64Array, start: Uint32Array, level: number, axis: 0 | 1): number[] {
  const found: number[] = [];
  const other = 1 - axis;
  for (let ring = 0; ring < start.length - 1; ring++) {
    const to = start[ring + 1] * 2;
    let previous = to - 2;
    for (let i = start[ring] * 2; i < to; i += 2) {
      const py = points[previous + other];
      const qy = points[i + other];
      if (py > level !== qy > level) found.push(crossing(points[previous + axis], py, points[i + axis], qy, level));
      previous = i;
    }
  }
  return found.sort((a, b) => a - b);
}

/** True for a point inside the rings by the even-odd rule; false for NaN. */
export function isInRings({ points, start }: FlatRings, x: number, y: number): boolean {
  let isInside = false;
  for (let ring = 0; ring < start.length - 1; ring++) {
    const to = start[ring + 1] * 2;
    let previous = to - 2;
    for (let i = start[ring] * 2; i < to; i += 2) {
      const py = points[previous + 1];
      const qy = points[i + 1];
      if (py > y !== qy > y && x < crossing(points[previous], py, points[i], qy, y)) isInside = !isInside;
      previous = i;
    }
  }
  return isInside;
}

/**
 * True for a point inside a shape by the even-odd rule, so that holes, islands in holes and rings wound either way come
 * out right. A border belongs to exactly one of the two areas beside it. False for a shape without rings and for NaN.
 * The same as `isInRings`, without copying the points.
 */
export function isInShape(boundaries: Boundaries, shape: number, x: number, y: number): boolean {
  const { coordinates, arcStart, ringArcs, ringStart, shapeRings } = boundaries;
  let isInside = false;
  for (let ring = shapeRings[shape]; ring < shapeRings[shape + 1]; ring++) {
    const last = ringArcs[ringStart[ring + 1] - 1];
    let p = last < 0 ? arcStart[~last] : arcStart[last + 1] - 1;
    let px = coordinates[2 * p];
    let py = coordinates[2 * p + 1];
    for (let at = ringStart[ring]; at < ringStart[ring + 1]; at++) {
      const arc = ringArcs[at];
      const step = arc < 0 ? -1 : 1;
      const end = arc < 0 ? arcStart[~arc] - 1 : arcStart[arc + 1];
      for (p = arc < 0 ? arcStart[~arc + 1] - 1 : arcStart[arc]; p !== end; p += step) {
        const qx = coordinates[2 * p];
        const qy = coordinates[2 * p + 1];
        if (py > y !== qy > y && x < crossing(px, py, qx, qy, y)) isInside = !isInside;
        px = qx;
        py = qy;
      }
    }
  }
  return isInside;
}

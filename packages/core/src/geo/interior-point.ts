import type { Boundaries } from '../model/boundaries.js';
import { crossingsAt, crossingsAtLongitude, flattenShape, isInRings, signedArea, type FlatRings } from './rings.js';

/** Heights in the largest part at which a place is looked for, as a share of its height; the second row in need. */
const HEIGHTS = [
  [0.5, 0.25, 0.75],
  [0.4, 0.6, 0.05, 0.95, 0.001, 0.999],
];

/**
 * A point inside a shape and well away from its border, for a label, for keyboard focus, and to try things at. Not
 * the farthest point from the border there is: the best of a few cuts through the largest part. Null for a shape without area.
 */
export function interiorPoint(boundaries: Boundaries, shape: number): [longitude: number, latitude: number] | null {
  return interiorPointOf(flattenShape(boundaries, shape));
}

/**
 * A point inside a shape at a fifth of the cost of `interiorPoint`: the middle of its largest part, as far as that can
 * be told from one cut. It may lie near the border of a shape that is all corners. Null for a shape without area.
 */
export function quickInteriorPoint(
  boundaries: Boundaries,
  shape: number,
): [longitude: number, latitude: number] | null {
  const rings = flattenShape(boundaries, shape);
  const largest = largestRing(rings);
  if (largest < 0) return null;
  const [south, north] = heightOf(rings, largest);
  const point = towardsCentre(rings, (south + north) / 2).at(-1);
  return point && isInRings(rings, point[0], point[1]) ? point : interiorPointOf(rings);
}

/** The same as `interiorPoint` for rings by themselves. */
export function interiorPointOf(rings: FlatRings): [longitude: number, latitude: number] | null {
  const largest = largestRing(rings);
  if (largest < 0) return null;
  const [south, north] = heightOf(rings, largest);
  const stretch = Math.cos((((south + north) / 2) * Math.PI) / 180);
  let best: [number, number] | null = null;
  let most = -1;
  for (const heights of HEIGHTS) {
    for (const height of heights) {
      for (const point of towardsCentre(rings, south + (north - south) * height)) {
        if (!isInRings(rings, point[0], point[1])) continue;
        const distance = distanceToBorder(rings, point[0], point[1], stretch);
        if (distance <= most) continue;
        most = distance;
        best = point;
      }
    }
    if (best) break;
  }
  return best;
}

/** The ring that encloses most; -1 where none encloses anything. */
function largestRing(rings: FlatRings): number {
  let largest = -1;
  let most = 0;
  for (let ring = 0; ring < rings.start.length - 1; ring++) {
    const area = Math.abs(signedArea(rings, ring));
    if (area > most) {
      most = area;
      largest = ring;
    }
  }
  return largest;
}

function heightOf({ points, start }: FlatRings, ring: number): [south: number, north: number] {
  let south = Infinity;
  let north = -Infinity;
  for (let p = start[ring]; p < start[ring + 1]; p++) {
    south = Math.min(south, points[2 * p + 1]);
    north = Math.max(north, points[2 * p + 1]);
  }
  return [south, north];
}

/**
 * The middle of the widest cut at a latitude, from there the middle between the borders above and below, and from there
 * the middle between those to the left and right.
 */
function towardsCentre(rings: FlatRings, latitude: number): [longitude: number, latitude: number][] {
  const x = middleOfWidest(crossingsAt(rings, latitude));
  if (x === null) return [];
  const y = middleAround(crossingsAtLongitude(rings, x), latitude) ?? latitude;
  const middle = middleAround(crossingsAt(rings, y), x) ?? x;
  return [
    [x, latitude],
    [x, y],
    [middle, y],
  ];
}

function middleOfWidest(crossings: readonly number[]): number | null {
  let widest = 0;
  let middle: number | null = null;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const width = crossings[i + 1] - crossings[i];
    if (width <= widest) continue;
    widest = width;
    middle = (crossings[i] + crossings[i + 1]) / 2;
  }
  return middle;
}

/** Middle of the stretch that a place lies in; null where it lies in none. */
function middleAround(crossings: readonly number[], at: number): number | null {
  for (let i = 0; i + 1 < crossings.length; i += 2)
    if (crossings[i] <= at && at <= crossings[i + 1]) return (crossings[i] + crossings[i + 1]) / 2;
  return null;
}

/** In degrees of latitude, squared; `stretch` makes a degree of longitude comparable. */
function distanceToBorder({ points, start }: FlatRings, x: number, y: number, stretch: number): number {
  let nearest = Infinity;
  for (let ring = 0; ring < start.length - 1; ring++) {
    let previous = start[ring + 1] * 2 - 2;
    for (let i = start[ring] * 2; i < start[ring + 1] * 2; i += 2) {
      const ax = (points[previous] - x) * stretch;
      const ay = points[previous + 1] - y;
      const dx = (points[i] - x) * stretch - ax;
      const dy = points[i + 1] - y - ay;
      const length = dx * dx + dy * dy;
      const along = length > 0 ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length)) : 0;
      const distance = (ax + along * dx) ** 2 + (ay + along * dy) ** 2;
      if (distance < nearest) nearest = distance;
      previous = i;
    }
  }
  return nearest;
}

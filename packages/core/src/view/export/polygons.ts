import { interiorPointOf } from '../../geo/interior-point.js';
import { flattenShape, isInRings, signedArea, type FlatRings } from '../../geo/rings.js';
import type { Boundaries } from '../../model/boundaries.js';

/** Six decimals of a degree are some ten centimetres. RFC 7946, section 11.2. */
const PRECISION = 1e6;

type Ring = [longitude: number, latitude: number][];

/** An area as RFC 7946 has it; degrees. */
export type AreaGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: Ring[][] };

/** One ring of a shape, with a place that lies inside it, whatever lies inside there. */
interface Part {
  readonly rings: FlatRings;
  readonly area: number;
  readonly inside: readonly [number, number];
}

const round = (degrees: number): number => Math.round(degrees * PRECISION) / PRECISION;

/** The rings apart, largest first; those that enclose nothing are left out. */
function partsOf({ points, start }: FlatRings): Part[] {
  const parts: Part[] = [];
  for (let ring = 0; ring < start.length - 1; ring++) {
    const own = points.subarray(start[ring] * 2, start[ring + 1] * 2);
    const rings: FlatRings = { points: own, start: Uint32Array.of(0, own.length / 2) };
    const inside = interiorPointOf(rings);
    if (inside) parts.push({ rings, area: signedArea(rings, 0), inside });
  }
  return parts.sort((a, b) => Math.abs(b.area) - Math.abs(a.area));
}

/** A closed ring, wound as asked for. */
function ringOf({ rings, area }: Part, isCounterclockwise: boolean): Ring {
  const ring: Ring = [];
  for (let i = 0; i < rings.points.length; i += 2) ring.push([round(rings.points[i]), round(rings.points[i + 1])]);
  if (area > 0 !== isCounterclockwise) ring.reverse();
  return [...ring, ring[0]];
}

/**
 * A shape as GeoJSON geometry, in degrees: its rings told apart into outlines and holes by which lies in which, however
 * they were wound. Outlines run counterclockwise and holes clockwise. Null for a shape without area.
 * Format: RFC 7946, section 3.1.6.
 */
export function geometryOf(boundaries: Boundaries, shape: number): AreaGeometry | null {
  const outlines: { readonly part: Part; readonly polygon: Ring[] }[] = [];
  const parts = partsOf(flattenShape(boundaries, shape));
  parts.forEach((part, i) => {
    const around = parts.slice(0, i).filter(({ rings }) => isInRings(rings, ...part.inside));
    const isHole = around.length % 2 === 1;
    if (!isHole) outlines.push({ part, polygon: [ringOf(part, true)] });
    // The smallest ring around a hole is an outline, as rings alternate.
    else outlines.find((outline) => outline.part === around.at(-1))?.polygon.push(ringOf(part, false));
  });
  const polygons = outlines.map(({ polygon }) => polygon);
  if (polygons.length === 0) return null;
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] }
    : { type: 'MultiPolygon', coordinates: polygons };
}

import type { Boundaries } from '../model/boundaries.js';
import { interiorPointOf } from './interior-point.js';
import { flattenRings, isInRings, signedArea, type FlatRings } from './rings.js';

export type Position = [longitude: number, latitude: number];

/** An area as RFC 7946 writes it. */
export type AreaGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };

/** Above this holes aren't sorted out any more: a shape of so many rings is no area of this country. */
const MAX_RINGS = 5000;

/**
 * The geometry of one shape as GeoJSON (RFC 7946): rings closed, outer rings counterclockwise and holes clockwise, each
 * hole with the part it lies in, whatever way the document had them; the largest part first. Null for a shape without
 * area. Coordinates are as they were read; with `decimals` they are rounded (six are some ten centimetres).
 */
export function toGeoJsonGeometry(boundaries: Boundaries, shape: number, decimals?: number): AreaGeometry | null {
  const rings = ringsOf(boundaries, shape);
  const factor = decimals === undefined ? null : 10 ** decimals;
  if (rings.length === 0) return null;
  const polygons: Position[][][] = [];
  const polygonOf = new Map<Ring, Position[][]>();
  for (const ring of rings) {
    const around = rings.length > MAX_RINGS ? [] : rings.filter((other) => holds(other, ring));
    // Rings are sorted by size, so the last one around is the innermost. A hole has no polygon of its own, so a ring
    // that lies in one begins another part.
    const innermost = around.at(-1);
    const polygon = innermost && polygonOf.get(innermost);
    if (polygon) polygon.push(positionsOf(ring, false, factor));
    else {
      const own = [positionsOf(ring, true, factor)];
      polygonOf.set(ring, own);
      polygons.push(own);
    }
  }
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0] }
    : { type: 'MultiPolygon', coordinates: polygons };
}

interface Ring {
  readonly flat: FlatRings;
  /** Positive when it runs counterclockwise. */
  readonly area: number;
  readonly inside: Position | null;
}

/** From large to small; what encloses nothing is left out. */
function ringsOf(boundaries: Boundaries, shape: number): Ring[] {
  const rings: Ring[] = [];
  for (let ring = boundaries.shapeRings[shape]; ring < boundaries.shapeRings[shape + 1]; ring++) {
    const flat = flattenRings(boundaries, ring, ring + 1);
    const area = signedArea(flat, 0);
    if (area !== 0) rings.push({ flat, area, inside: interiorPointOf(flat) });
  }
  return rings.sort((a, b) => Math.abs(b.area) - Math.abs(a.area));
}

const holds = (outer: Ring, inner: Ring): boolean =>
  Math.abs(outer.area) > Math.abs(inner.area) &&
  inner.inside !== null &&
  isInRings(outer.flat, inner.inside[0], inner.inside[1]);

function positionsOf({ flat: { points }, area }: Ring, isOuter: boolean, factor: number | null): Position[] {
  const round = (degrees: number): number => (factor === null ? degrees : Math.round(degrees * factor) / factor);
  const positions: Position[] = [];
  for (let i = 0; i < points.length; i += 2) positions.push([round(points[i]), round(points[i + 1])]);
  if (area > 0 !== isOuter) positions.reverse();
  return [...positions, [positions[0][0], positions[0][1]]];
}

import type { Map as LeafletMap, Point } from 'leaflet';
import { toWorld, type ProjectionName } from '@zicht-op/renderer/world-geometry.js';

/** How a map's pixels at one zoom follow from the world's at zoom 0: `world * scale + offset`. */
export interface MapPixels {
  readonly scale: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

/** Far apart, so that rounding counts for little; both inside the Netherlands, where the formulas for RD hold. */
const PLACES = [
  { lat: 51, lng: 3.5 },
  { lat: 53.4, lng: 7 },
] as const;

/**
 * The projection that a map draws in, by the name of its coordinate system. Throws a TypeError for one that regions can't
 * be drawn in: a mistake of whoever made the map.
 */
export function projectionOf(map: LeafletMap): ProjectionName {
  const { code } = map.options.crs ?? {};
  if (code === 'EPSG:3857' || code === 'EPSG:900913') return 'web-mercator';
  if (code === 'EPSG:28992') return 'rd';
  // `L.CRS.Simple` has none: a plan of a building, say, on which no place of the earth lies.
  throw new TypeError(`Regions can be drawn in EPSG:3857 and EPSG:28992, not in ${code ?? 'a CRS without a code'}.`);
}

/**
 * Found by asking the map where two places lie: its zoom levels may have any resolution, and its RD may be another
 * library's.
 */
export function mapPixels(map: LeafletMap, projection: ProjectionName, zoom: number): MapPixels {
  const [a, b] = PLACES.map((place) => map.project(place, zoom)) as [Point, Point];
  const [from, to] = PLACES.map(({ lat, lng }) => toWorld(projection, lng, lat));
  const scale = (b.x - a.x) / (to[0] - from[0]);
  return { scale, offsetX: a.x - from[0] * scale, offsetY: a.y - from[1] * scale };
}

import type * as Leaflet from 'leaflet';
import { RD_PIXELS } from '@zicht-op/core/geo/projection.js';
import { fromWorld, toWorld } from '@zicht-op/renderer/world-geometry.js';

/** The part of Leaflet that a coordinate system needs. */
export type LeafletCrs = Pick<typeof Leaflet, 'CRS' | 'Transformation' | 'Util' | 'latLng' | 'point'>;

/**
 * RD New (EPSG:28992) for a Leaflet map, with the zoom levels of the Dutch tiling: 3440.64 m a pixel at zoom 0. Within a
 * metre of the official transformation inside the Netherlands; see `rd` in `@zicht-op/core/geo/projection.js`.
 */
export function rdCrs({ CRS, Transformation, Util, latLng, point }: LeafletCrs): Leaflet.CRS {
  const project = ({ lat, lng }: { lat: number; lng: number }) => {
    const [x, y] = toWorld('rd', lng, lat);
    return point(x, y);
  };
  const unproject = ({ x, y }: { x: number; y: number }) => {
    const [longitude, latitude] = fromWorld('rd', x, y);
    return latLng(latitude, longitude);
  };
  return Util.extend({}, CRS.Simple, {
    code: 'EPSG:28992',
    projection: { project, unproject, bounds: undefined },
    transformation: new Transformation(1, 0, 1, 0),
    scale: (zoom: number) => 2 ** zoom,
    zoom: (scale: number) => Math.log2(scale),
    infinite: true,
    distance: CRS.EPSG3857.distance,
    R: 6371000,
    metresPerPixel: RD_PIXELS.resolution,
  }) as unknown as Leaflet.CRS;
}

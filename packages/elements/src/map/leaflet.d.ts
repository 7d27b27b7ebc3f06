// The names scripts/leaflet/leaflet.js keeps, with the types of @types/leaflet. leaflet.js beside it is made by
// scripts/prepare.mjs.
export {
  Bounds,
  Browser,
  CRS,
  Class,
  DomEvent,
  DomUtil,
  Evented,
  Handler,
  LatLng,
  LatLngBounds,
  Layer,
  Map,
  Point,
  Renderer,
  Transformation,
  Util,
  bounds,
  latLng,
  latLngBounds,
  point,
  transformation,
} from 'leaflet';
export type {
  LatLngExpression,
  LatLngBoundsExpression,
  LeafletMouseEvent,
  LeafletEvent,
  MapOptions,
  PathOptions,
  PointExpression,
  TileLayerOptions,
  WMSOptions,
} from 'leaflet';

import type { Projection as LeafletProjection } from 'leaflet';

/** Leaflet's projections that the reference systems kept here need. */
export const Projection: { readonly LonLat: LeafletProjection; readonly SphericalMercator: LeafletProjection };

// The names scripts/leaflet/entry.js keeps, with the types of @types/leaflet. leaflet.js beside it is made by
// scripts/prepare.mjs.
export {
  Bounds,
  Browser,
  CRS,
  Canvas,
  CircleMarker,
  Class,
  DomEvent,
  DomUtil,
  Evented,
  FeatureGroup,
  GeoJSON,
  GridLayer,
  Handler,
  LatLng,
  LatLngBounds,
  Layer,
  LayerGroup,
  Map,
  Path,
  Point,
  Polygon,
  Polyline,
  Renderer,
  TileLayer,
  Transformation,
  Util,
  bounds,
  canvas,
  circleMarker,
  featureGroup,
  geoJSON,
  latLng,
  latLngBounds,
  layerGroup,
  point,
  polygon,
  polyline,
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

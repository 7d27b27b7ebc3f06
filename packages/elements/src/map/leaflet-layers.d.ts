// The names scripts/leaflet/leaflet-layers.js keeps, with the types of @types/leaflet. leaflet-layers.js beside it is made
// by scripts/prepare.mjs.
export {
  Canvas,
  CircleMarker,
  FeatureGroup,
  GeoJSON,
  GridLayer,
  LayerGroup,
  Path,
  Polygon,
  Polyline,
  TileLayer,
  canvas,
  circleMarker,
  featureGroup,
  geoJSON,
  layerGroup,
  polygon,
  polyline,
} from 'leaflet';
export type { TileLayerOptions, WMSOptions } from 'leaflet';

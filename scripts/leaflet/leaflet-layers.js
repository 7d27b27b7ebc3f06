// Leaflet's own layers, for basemaps and the host's data: made into packages/elements/src/map/leaflet-layers.js, which
// shares one Leaflet with leaflet.js and is imported on demand. A third of Leaflet, and most pages never need it.
// A name added here needs its type in packages/elements/src/map/leaflet-layers.d.ts.
import { TileLayer } from 'leaflet/src/layer/tile/TileLayer.js';
import { TileLayerWMS } from 'leaflet/src/layer/tile/TileLayer.WMS.js';
import 'leaflet/src/layer/vector/Renderer.getRenderer.js';

TileLayer.WMS = TileLayerWMS;

export { TileLayer };
export { FeatureGroup, featureGroup } from 'leaflet/src/layer/FeatureGroup.js';
export { GeoJSON, geoJSON } from 'leaflet/src/layer/GeoJSON.js';
export { LayerGroup, layerGroup } from 'leaflet/src/layer/LayerGroup.js';
export { GridLayer } from 'leaflet/src/layer/tile/GridLayer.js';
export { Canvas, canvas } from 'leaflet/src/layer/vector/Canvas.js';
export { CircleMarker, circleMarker } from 'leaflet/src/layer/vector/CircleMarker.js';
export { Path } from 'leaflet/src/layer/vector/Path.js';
export { Polygon, polygon } from 'leaflet/src/layer/vector/Polygon.js';
export { Polyline, polyline } from 'leaflet/src/layer/vector/Polyline.js';

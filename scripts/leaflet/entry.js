// What zo-choropleth and zo-layer use of Leaflet 1.9.4, bundled by scripts/prepare.mjs into
// packages/elements/src/map/leaflet.js. Left out on purpose: controls, markers, popups, tooltips, overlays (they assign
// strings to innerHTML), the SVG renderer, and the keyboard handler (our keys move between regions).
// A name added here needs its type in packages/elements/src/map/leaflet.d.ts.
import { Map } from 'leaflet/src/map/Map.js';
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.ScrollWheelZoom.js';
import 'leaflet/src/map/handler/Map.TapHold.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';
import 'leaflet/src/layer/vector/Renderer.getRenderer.js';
import Browser from 'leaflet/src/core/Browser.js';
import { CRS } from 'leaflet/src/geo/crs/CRS.js';
import { Earth } from 'leaflet/src/geo/crs/CRS.Earth.js';
import { EPSG3857 } from 'leaflet/src/geo/crs/CRS.EPSG3857.js';
import { EPSG4326 } from 'leaflet/src/geo/crs/CRS.EPSG4326.js';
import { Simple } from 'leaflet/src/geo/crs/CRS.Simple.js';
import { TileLayer } from 'leaflet/src/layer/tile/TileLayer.js';
import { TileLayerWMS } from 'leaflet/src/layer/tile/TileLayer.WMS.js';
import { LonLat } from 'leaflet/src/geo/projection/Projection.LonLat.js';
import { SphericalMercator } from 'leaflet/src/geo/projection/Projection.SphericalMercator.js';

Object.assign(CRS, { Earth, EPSG3857, EPSG4326, Simple });
TileLayer.WMS = TileLayerWMS;

export { Browser, CRS, Map, TileLayer };
export const Projection = { LonLat, SphericalMercator };
export * as Util from 'leaflet/src/core/Util.js';
export { Class } from 'leaflet/src/core/Class.js';
export { Evented } from 'leaflet/src/core/Events.js';
export { Handler } from 'leaflet/src/core/Handler.js';
export * as DomEvent from 'leaflet/src/dom/DomEvent.js';
export * as DomUtil from 'leaflet/src/dom/DomUtil.js';
export { LatLng, toLatLng as latLng } from 'leaflet/src/geo/LatLng.js';
export { LatLngBounds, toLatLngBounds as latLngBounds } from 'leaflet/src/geo/LatLngBounds.js';
export { Bounds, toBounds as bounds } from 'leaflet/src/geometry/Bounds.js';
export { Point, toPoint as point } from 'leaflet/src/geometry/Point.js';
export { Transformation, toTransformation as transformation } from 'leaflet/src/geometry/Transformation.js';
export { FeatureGroup, featureGroup } from 'leaflet/src/layer/FeatureGroup.js';
export { GeoJSON, geoJSON } from 'leaflet/src/layer/GeoJSON.js';
export { Layer } from 'leaflet/src/layer/Layer.js';
export { LayerGroup, layerGroup } from 'leaflet/src/layer/LayerGroup.js';
export { GridLayer } from 'leaflet/src/layer/tile/GridLayer.js';
export { Canvas, canvas } from 'leaflet/src/layer/vector/Canvas.js';
export { CircleMarker, circleMarker } from 'leaflet/src/layer/vector/CircleMarker.js';
export { Path } from 'leaflet/src/layer/vector/Path.js';
export { Polygon, polygon } from 'leaflet/src/layer/vector/Polygon.js';
export { Polyline, polyline } from 'leaflet/src/layer/vector/Polyline.js';
export { Renderer } from 'leaflet/src/layer/vector/Renderer.js';

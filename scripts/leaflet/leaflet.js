// What zo-choropleth needs of Leaflet 1.9.4 to show regions, made into packages/elements/src/map/leaflet.js by
// scripts/prepare.mjs. Left out on purpose: controls, markers, popups, tooltips, overlays (they assign strings to
// innerHTML), the SVG renderer, and the keyboard handler (our keys move between regions).
// A name added here needs its type in packages/elements/src/map/leaflet.d.ts.
import { Map } from 'leaflet/src/map/Map.js';
import 'leaflet/src/map/handler/Map.DoubleClickZoom.js';
import 'leaflet/src/map/handler/Map.Drag.js';
import 'leaflet/src/map/handler/Map.ScrollWheelZoom.js';
import 'leaflet/src/map/handler/Map.TapHold.js';
import 'leaflet/src/map/handler/Map.TouchZoom.js';
import Browser from 'leaflet/src/core/Browser.js';
import { CRS } from 'leaflet/src/geo/crs/CRS.js';
import { Earth } from 'leaflet/src/geo/crs/CRS.Earth.js';
import { EPSG3857 } from 'leaflet/src/geo/crs/CRS.EPSG3857.js';
import { Simple } from 'leaflet/src/geo/crs/CRS.Simple.js';
import { LonLat } from 'leaflet/src/geo/projection/Projection.LonLat.js';
import { SphericalMercator } from 'leaflet/src/geo/projection/Projection.SphericalMercator.js';

Object.assign(CRS, { Earth, EPSG3857, Simple });

export { Browser, CRS, Map };
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
export { Layer } from 'leaflet/src/layer/Layer.js';
export { Renderer } from 'leaflet/src/layer/vector/Renderer.js';

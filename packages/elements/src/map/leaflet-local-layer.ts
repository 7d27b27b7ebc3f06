import type { GeoJsonObject } from 'geojson';
import { CircleMarker, GeoJSON, TileLayer, canvas } from './leaflet-layers.js';
import type { Layer } from './leaflet.js';

export type LayerType = 'geojson' | 'ogc-features' | 'wms' | 'wmts';

export interface LocalLayerOptions {
  readonly type: LayerType;
  readonly src: string;
  /** GeoJSON, for the types that have it. */
  readonly features: unknown;
  readonly pane: string;
  readonly opacity: number;
  readonly colour: string;
}

/** What an address most likely is. */
export function layerType(src: string): LayerType {
  if (/[?&]layers=/i.test(src) || /service=wms/i.test(src)) return 'wms';
  if (/\{(z|TileMatrix)\}/i.test(src)) return 'wmts';
  return /\/items(\?|$)/.test(src) ? 'ogc-features' : 'geojson';
}

/** A Leaflet layer of the host's own data, in a pane above or below the regions; it doesn't catch the pointer. */
export function localLayer(options: LocalLayerOptions): Layer {
  if (options.type === 'wms') return wms(options);
  if (options.type === 'wmts') return wmts(options);
  const { pane, opacity, colour } = options;
  const renderer = canvas({ pane });
  const style = {
    pane,
    renderer,
    interactive: false,
    color: colour,
    weight: 2,
    opacity,
    fillColor: colour,
    fillOpacity: opacity * 0.35,
  };
  return new GeoJSON(isGeoJson(options.features) ? options.features : undefined, {
    pane,
    interactive: false,
    style: () => style,
    pointToLayer: (_feature, place) =>
      new CircleMarker(place, { ...style, radius: 5, weight: 1.5, color: '#ffffff', fillOpacity: opacity }),
  });
}

const isGeoJson = (input: unknown): input is GeoJsonObject =>
  typeof input === 'object' &&
  input !== null &&
  'type' in input &&
  /^Feature|Collection$|^(Multi)?(Point|LineString|Polygon)$/.test(String(input.type));

/** A WMS address with its `layers` (and `styles`, `format`) in the query. */
function wms({ src, pane, opacity }: LocalLayerOptions): Layer {
  const url = new URL(src, document.baseURI);
  const given = Object.fromEntries([...url.searchParams].map(([key, value]) => [key.toLowerCase(), value]));
  url.search = '';
  const { layers = '', styles = '', format = 'image/png', version = '1.3.0' } = given;
  return new TileLayer.WMS(url.href, { layers, styles, format, version, transparent: true, pane, opacity });
}

/** A tile template, also with the names of WMTS' RESTful form. */
function wmts({ src, pane, opacity }: LocalLayerOptions): Layer {
  const template = src
    .replace(/\{TileMatrix\}/i, '{z}')
    .replace(/\{TileCol\}/i, '{x}')
    .replace(/\{TileRow\}/i, '{y}');
  return new TileLayer(template, { pane, opacity, maxZoom: 19 });
}

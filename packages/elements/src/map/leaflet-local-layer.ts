import type { GeoJsonObject } from 'geojson';
import { rd } from '@zicht-op/core/geo/projection.js';
import { listAt, member } from '@zicht-op/core/formats/json-access.js';
import { Util, point, type CRS, type Map as LeafletMap } from './leaflet.js';
import { CircleMarker, GeoJSON, TileLayer, canvas, type TileLayerOptions } from './leaflet-layers.js';

export type LayerType = 'geojson' | 'ogc-features' | 'wms' | 'wmts';

/** How a layer looks. */
export interface LayerLook {
  readonly pane: string;
  readonly opacity: number;
  readonly colour: string;
}

export interface PictureSource {
  readonly type: LayerType;
  readonly src: string;
  /** Called once when not one picture could be had. */
  readonly failed: () => void;
}

/** A layer on a map; it doesn't catch the pointer. */
export interface LocalLayer {
  remove(): void;
}

/** What an address most likely is. */
export function layerType(src: string): LayerType {
  if (/[?&]layers=/i.test(src) || /service=wms(&|$)/i.test(src)) return 'wms';
  if (/\{(z|TileMatrix)\}/i.test(src)) return 'wmts';
  return /\/items(\?|$)/.test(src) ? 'ogc-features' : 'geojson';
}

/** True for what is GeoJSON at first sight; its geometries may still be wrong. */
export const isGeoJson = (input: unknown): input is GeoJsonObject =>
  /^(Feature(Collection)?|GeometryCollection|(Multi)?(Point|LineString|Polygon))$/.test(String(member(input, 'type')));

/**
 * Puts points, lines and areas on a map. Features that can't be drawn are left out: `left` says how many were, of `all`.
 */
export function addFeatures(
  map: LeafletMap,
  json: GeoJsonObject,
  look: LayerLook,
): LocalLayer & { readonly left: number; readonly all: number } {
  const { pane, opacity, colour } = look;
  const renderer = canvas({ pane });
  const base = { pane, renderer, interactive: false, opacity };
  const lines = { ...base, color: colour, weight: 2, fillColor: colour, fillOpacity: opacity * 0.35 };
  const points = { ...base, color: '#ffffff', weight: 1.5, fillColor: colour, fillOpacity: opacity, radius: 5 };
  const layer = new GeoJSON(undefined, {
    pane,
    interactive: false,
    style: () => lines,
    pointToLayer: (_feature, place) => new CircleMarker(place, points),
  });
  // Style comes after the marker is made, and would take its looks away.
  layer.options.style = (feature) => (/Point$/.test(String(feature?.geometry?.type)) ? points : lines);
  const features = json.type === 'FeatureCollection' ? listAt(json, 'features') : [json];
  const left = features.filter((feature) => !isAdded(layer, feature)).length;
  layer.addTo(map);
  return {
    left,
    all: features.length,
    remove() {
      layer.remove();
      renderer.remove();
    },
  };
}

/** Leaflet throws for coordinates that are none, and says nothing of a geometry it doesn't know. */
function isAdded(layer: GeoJSON, feature: unknown): boolean {
  if (!isGeoJson(feature)) return false;
  const geometry = feature.type === 'Feature' ? member(feature, 'geometry') : feature;
  if (geometry === null) return true;
  try {
    layer.addData(feature);
    return isGeoJson(geometry);
  } catch {
    return false;
  }
}

/** Puts pictures of a WMS or of tiles on a map. Throws an Error for a template with a word that has no value. */
export function addPictures(map: LeafletMap, { type, src, failed }: PictureSource, look: LayerLook): LocalLayer {
  const { crs = null } = map.options;
  const options = { pane: look.pane, opacity: look.opacity };
  const layer = type === 'wms' ? wms(src, metric(crs), options) : wmts(src, crs?.code ?? '', options);
  let loaded = 0;
  let wrong = 0;
  layer.on('tileload', () => loaded++);
  layer.on('tileerror', () => wrong++);
  // At the end of a first round: servers answer with an error where their pictures end, which is none of a fault.
  layer.once('load', () => {
    if (loaded === 0 && wrong > 0) failed();
  });
  return layer.addTo(map);
}

/** The map's own reference system, in metres where ours counts in pixels. */
const metric = (crs: CRS | null): CRS | undefined =>
  crs?.code !== 'EPSG:28992'
    ? undefined
    : (Util.extend({}, crs, {
        project: ({ lat, lng }: { lat: number; lng: number }) => point(...rd.project(lng, lat)),
      }) as unknown as CRS);

/** Words of an address that are made for each picture, and so aren't kept. */
const OWN_WORDS = /^(service|request|version|layers|styles|format|transparent|width|height|bbox|crs|srs)$/i;

/** A WMS address with its `layers` (and `styles`, `format`, `version`) in the query; other words are passed on. */
function wms(src: string, crs: CRS | undefined, options: TileLayerOptions): TileLayer {
  const url = new URL(src, document.baseURI);
  const words = [...url.searchParams];
  const given = Object.fromEntries(words.map(([key, value]) => [key.toLowerCase(), value]));
  url.search = new URLSearchParams(words.filter(([key]) => !OWN_WORDS.test(key))).toString();
  const { layers = '', styles = '', format = 'image/png', version = '1.3.0' } = given;
  return new TileLayer.WMS(url.href, { layers, styles, format, version, transparent: true, crs, ...options });
}

/** A tile template, also with the names of WMTS' RESTful form. */
function wmts(src: string, crs: string, options: TileLayerOptions): TileLayer {
  const names: Readonly<Record<string, string>> = {
    tilematrix: '{z}',
    tilecol: '{x}',
    tilerow: '{y}',
    tilematrixset: crs,
    style: 'default',
  };
  const template = src.replace(/\{(\w+)\}/g, (word, name: string) => names[name.toLowerCase()] ?? word);
  const unknown = /\{(?!(?:[sxyzr]|-y)\})[^}]*\}/.exec(template);
  if (unknown) throw new Error(`a template with ${unknown[0]}`);
  return new TileLayer(template, { ...options, maxZoom: 19 });
}

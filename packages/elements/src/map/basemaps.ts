import type { ProjectionName } from '@zicht-op/renderer/world-geometry.js';

export interface BasemapSource {
  readonly template: string;
  readonly options: { readonly minZoom: number; readonly maxNativeZoom: number; readonly maxZoom: number };
  /** Text that has to be shown beside the map. */
  readonly attribution: string;
}

/**
 * BRT-achtergrondkaart of Kadaster, through PDOK: a named basemap counts as an address the embedder wrote.
 * Source: PDOK, BRT achtergrondkaart WMTS v2.0; licence CC BY 4.0.
 */
const BRT = 'https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0';
const BRT_LAYERS: Readonly<Record<string, string>> = {
  'brt-standaard': 'standaard',
  'brt-grijs': 'grijs',
  'brt-pastel': 'pastel',
  'brt-water': 'water',
};

/** A word of a template that has no value: Leaflet would throw for each tile. */
const UNKNOWN_WORD = /\{(?!(?:[sxyzr]|-y)\})[^}]*\}/;

/** Tiles of a basemap by name or template; null for `none`, an empty or an unknown name. */
export function basemapSource(name: string, projection: ProjectionName): BasemapSource | null {
  const layer = Object.hasOwn(BRT_LAYERS, name) ? BRT_LAYERS[name] : undefined;
  if (layer !== undefined) {
    const matrix = projection === 'rd' ? 'EPSG:28992' : 'EPSG:3857';
    return {
      template: `${BRT}/${layer}/${matrix}/{z}/{x}/{y}.png`,
      options: { minZoom: projection === 'rd' ? 0 : 6, maxNativeZoom: projection === 'rd' ? 14 : 19, maxZoom: 19 },
      attribution: 'Kaartgegevens © Kadaster',
    };
  }
  if (!/\{z\}/.test(name) || UNKNOWN_WORD.test(name)) return null;
  return { template: name, options: { minZoom: 0, maxNativeZoom: 19, maxZoom: 19 }, attribution: '' };
}

import type { LayerOptions } from 'leaflet';
import type { MissingKind } from '@zicht-op/core/model/observation.js';
import type { MapColours } from '@zicht-op/renderer/map-colours.js';

type Words = string | readonly string[];

/** Where the figures and shapes come from; as the attributes of `zo-choropleth`. */
export interface SourceOptions {
  /** Address of the dataset; may hold `{level}`, `{levels}`, `{period}`, `{year}` and `{within}`. */
  readonly src?: string;
  /** `json-stat`, `cbs-odata-v4`, `cbs-odata-v3`, `sdmx-json` or `csv`; found by content. */
  readonly type?: string;
  /** Roles of CSV headers, as a query string: `region=code&name=naam`. */
  readonly columns?: string;
  /** Address of CSVW or profile metadata, or of CBS code lists. */
  readonly metadata?: string;
  /** Levels that an address with `{level}` serves. */
  readonly levels?: Words;
  /** Further origins that a dataset may name addresses on. */
  readonly allowOrigins?: Words;
  /** Whether cookies go along, as for `fetch`; `same-origin`. */
  readonly credentials?: RequestCredentials;
  /** Largest answer that is read, in megabytes; 64. */
  readonly maxSize?: number;
  /** Address of the shapes, where the dataset doesn't name them. */
  readonly boundaries?: string;
  /** A JSON-stat dataset instead of an address; read at once and not kept. */
  readonly data?: unknown;
  /** TopoJSON or GeoJSON instead of an address; read at once and not kept. */
  readonly boundariesData?: unknown;
  /** Used instead of the page's `fetch`. */
  readonly fetch?: typeof fetch | null;
  /** Of the one indicator of a CSV. */
  readonly unit?: string;
  readonly decimals?: number | null;
  readonly sourceLabel?: string;
  readonly sourceHref?: string;
  readonly caution?: string;
}

/** What is shown of it. */
export interface ChoiceOptions {
  /** Metric id; the first. */
  readonly indicator?: string;
  /** Period id; the newest that is as good as complete. */
  readonly period?: string;
  /** Level id; the level that has boundaries and most regions. */
  readonly level?: string;
  /** Region code: only areas inside it are shown. */
  readonly within?: string;
  /** Breakdown choice as a query string. */
  readonly filter?: string;
  /** Codes of the selected regions. */
  readonly selected?: Words;
  /** Region code to compare with. */
  readonly reference?: string;
  /** `quantile` (default), `jenks`, `equal`, `pretty`, `stddev`, `manual`; the publisher's breaks hold where it is left out. */
  readonly method?: string;
  /** Number of classes, 2 to 9; 5. */
  readonly classes?: number;
  /** Inner class boundaries for `manual`, ascending. */
  readonly breaks?: string | readonly (string | number)[];
  /** `nl` or `en`; that of the page around the map. */
  readonly lang?: string;
}

/** How it looks on the map. */
export interface LookOptions {
  /** ColorBrewer or viridis name; a colour-blind-safe sequential palette. */
  readonly palette?: string;
  /** What lies below the regions: the palette and the colours of lines and hatches are fitted to it; `light`. */
  readonly background?: MapColours['scheme'];
  /** Colours of lines and hatches, as CSS writes them. */
  readonly colours?: Partial<Omit<MapColours, 'scheme'>>;
  /** Only this class or kind of missing is shown in full, the other classes are dimmed; null: all in full. */
  readonly highlighted?: number | MissingKind | null;
  /** 0 … 1, of all that the layer draws; at 0 it doesn't react to the pointer either. */
  readonly opacity?: number;
  /** Whether visitors point at regions and choose them; true. */
  readonly interactive?: boolean;
}

export type ChoroplethOptions = SourceOptions & ChoiceOptions & LookOptions;

/** With Leaflet's own. Without a `pane` the layer has one of its own between tiles and overlays. */
export interface ChoroplethLayerOptions extends SourceOptions, ChoiceOptions, LookOptions, LayerOptions {
  /** Drawn beyond each edge of the map, as a part of its size; 0.1. */
  readonly padding?: number;
}

/** What decides the picture: a change of one of these asks for a new one. */
export const PICTURE_OPTIONS: ReadonlySet<string> = new Set<keyof ChoroplethOptions>([
  'src',
  'type',
  'columns',
  'metadata',
  'levels',
  'allowOrigins',
  'credentials',
  'maxSize',
  'boundaries',
  'data',
  'boundariesData',
  'fetch',
  'unit',
  'decimals',
  'sourceLabel',
  'sourceHref',
  'caution',
  'indicator',
  'period',
  'level',
  'within',
  'filter',
  'reference',
  'method',
  'classes',
  'breaks',
]);

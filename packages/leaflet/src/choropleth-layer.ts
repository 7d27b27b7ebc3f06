import type * as Leaflet from 'leaflet';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import type { MissingKind } from '@zicht-op/core/model/observation.js';
import type { Problem } from '@zicht-op/core/model/problem.js';
import { normaliseCode } from '@zicht-op/core/model/region.js';
import type { ErrorDetail, LoadDetail } from '@zicht-op/core/picture/announcer.js';
import { classOfCode, MISSING_STYLE } from '@zicht-op/core/picture/choropleth-model.js';
import type { Status } from '@zicht-op/core/picture/picture-cycle.js';
import { attributeText, parseTokens } from '@zicht-op/core/picture/query-string.js';
import { mapRowTargets } from '@zicht-op/core/picture/row-targets.js';
import { widerAreasOf } from '@zicht-op/core/picture/wider-areas.js';
import { paletteColours } from '@zicht-op/core/view/colour.js';
import { rowsOf, type Row } from '@zicht-op/core/view/rows.js';
import { languageNamed, languageOf } from '@zicht-op/locales/language-of.js';
import type { Language } from '@zicht-op/locales/locale.js';
import { choroplethAppearance } from '@zicht-op/renderer/choropleth-appearance.js';
import { MAP_COLOURS, type MapColours } from '@zicht-op/renderer/map-colours.js';
import { boxAround, fromWorld, worldGeometry } from '@zicht-op/renderer/world-geometry.js';
import { attributionOf } from './attribution.js';
import { ChoroplethData, type Shown } from './choropleth-data.js';
import type { ChoroplethLayerOptions, ChoroplethOptions } from './choropleth-options.js';
import { legendOfLayer, type LayerLegend } from './layer-legend.js';
import type { LeafletLike } from './leaflet-like.js';
import { projectionOf } from './map-pixels.js';
import { regionLayer } from './region-layer.js';
import { RegionPointer } from './region-pointer.js';

export type { ChoroplethLayerOptions, ChoroplethOptions } from './choropleth-options.js';
export type { LayerLegend } from './layer-legend.js';

/** The part of Leaflet that a choropleth needs: the library itself will do, as a global or as a module. */
export interface ChoroplethLeaflet extends LeafletLike {
  readonly latLng: typeof Leaflet.latLng;
  readonly latLngBounds: typeof Leaflet.latLngBounds;
}

/** What the layer tells by Leaflet's events; codes, never figures. */
export interface ChoroplethEvents {
  /** A visitor chose regions; an empty list means that the choice was cleared. */
  'zo-select': { readonly regions: readonly string[]; readonly level: string; readonly source: string };
  /** A visitor points at a region; null: at none. */
  'zo-hover': { readonly region: string | null; readonly level: string };
  /** A dataset was read and drawn. */
  'zo-load': LoadDetail;
  /** Something is wrong with data or transport. */
  'zo-error': ErrorDetail;
}

type Listener<N extends keyof ChoroplethEvents> = (event: Leaflet.LeafletEvent & ChoroplethEvents[N]) => void;

/** What a choropleth can do besides what any layer of Leaflet can. */
export interface Choropleth {
  on<N extends keyof ChoroplethEvents>(type: N, listener: Listener<N>, context?: unknown): this;
  /** Changes some options; those of one turn together cost one new picture. Fires no event of a visitor. */
  set(options: ChoroplethOptions): this;
  /** Choices as they are in force: as drawn, and until there is a picture as asked. */
  readonly indicator: string;
  readonly period: string;
  readonly level: string;
  readonly within: string;
  readonly filter: string;
  /** Codes of the selected regions, space separated. */
  readonly selected: string;
  /** `idle` without a source or before the layer was on a map, `loading`, `ready`, or `error`: the last good picture stays. */
  readonly status: Status;
  /** What was found in data and transport: code, severity, path and count, never a value. */
  readonly problems: readonly Problem[];
  /** Settles when the last change has its picture, or can't have one. Never rejects. Starts a layer that is on no map yet. */
  readonly ready: Promise<Status>;
  /** Loads past the cache; answers `ready`. */
  reload(): Promise<Status>;
  /** Code of the region at a place, or null: geometry alone. Null while the layer isn't on a map. */
  regionAt(place: Leaflet.LatLngExpression): string | null;
  /** Class number, one of the kinds of missing, or null for a code the picture doesn't know. */
  classOf(code: string): number | MissingKind | null;
  /** For a legend of the host's own; null before there is a picture. */
  legend(): LayerLegend | null;
  /** All rows shown. `value` is there only where `kind` is `value`. */
  toRows(): Row[];
  /** The row of one region; null for a code the picture doesn't know. */
  rowOf(code: string): Row | null;
  /** Selects regions, and no others. */
  select(codes: string | readonly string[]): this;
  setOpacity(opacity: number): this;
  /** Order among layers in the same pane. */
  setZIndex(zIndex: number): this;
  /** Brings a region into view; a code without a shape does nothing. */
  zoomTo(code: string, options?: Leaflet.FitBoundsOptions): this;
  /** Around the shapes shown; not valid (as Leaflet says) without any. */
  getBounds(): Leaflet.LatLngBounds;
}

export type ChoroplethLayer = Choropleth & Leaflet.Layer;
type ChoroplethLayerClass = new (options: ChoroplethLayerOptions) => ChoroplethLayer;

const classes = new WeakMap<ChoroplethLeaflet, ChoroplethLayerClass>();

/**
 * A published indicator as a layer on a host's own map, made with the host's own Leaflet. The options are the attributes of
 * `zo-choropleth`, and Leaflet's. It loads when it comes on a map.
 */
export function choroplethLayer(L: ChoroplethLeaflet, options: ChoroplethLayerOptions = {}): ChoroplethLayer {
  if (typeof L?.Layer !== 'function') throw new TypeError('choroplethLayer needs Leaflet as its first argument.');
  let ChoroplethLayerOfL = classes.get(L);
  if (!ChoroplethLayerOfL) classes.set(L, (ChoroplethLayerOfL = makeClass(L)));
  return new ChoroplethLayerOfL(options);
}

/** Where the layer lies unless its host says otherwise: above Leaflet's tiles (200), below its overlays (400). */
const PANE = 'zo-choropleth';
const PANE_LEVEL = '350';
/** As near as `zoomTo` comes: a street, for one tiny area. */
const MAX_FIT_ZOOM = 16;
/** Options that the areas on the canvas show, besides the picture. */
const PAINTED = ['palette', 'background', 'colours', 'highlighted'] as const;

function makeClass(L: ChoroplethLeaflet): ChoroplethLayerClass {
  return class extends L.Layer implements Choropleth {
    #look: ChoroplethLayerOptions = {};
    #map: Leaflet.Map | null = null;
    #hovered = -1;
    /** Shapes of the selected regions, as far as they are shown. */
    #chosen: readonly number[] = [];
    /** What `#hovered` and `#chosen` are positions in. */
    #drawn: Boundaries | null = null;
    #zIndex: number | null = null;
    /** Who made shapes and figures, as markup. */
    #credit = '';
    readonly #regions: ReturnType<typeof regionLayer>;
    readonly #data = new ChoroplethData({
      language: () => this.#language,
      draw: (shown) => this.#draw(shown),
      cleared: () => this.#clear(),
      fireLoad: (detail) => this.#tell('zo-load', detail),
      fireError: (detail) => this.#tell('zo-error', detail),
    });
    readonly #pointer = new RegionPointer({
      element: () => this.#element,
      isOn: () => this.#isInteractive,
      shapeAt: (place) => this.#regions.shapeAt(place),
      point: (shape) => this.#point(shape),
      choose: (shape, add) => this.#choose(shape, add),
    });

    constructor(options: ChoroplethLayerOptions) {
      super();
      const { pane = PANE, padding } = options;
      this.#regions = regionLayer(L, padding === undefined ? { pane } : { pane, padding });
      this.options = { ...this.options, pane };
      this.#take(options);
    }

    get indicator(): string {
      return this.#data.read('indicator');
    }

    get period(): string {
      return this.#data.read('period');
    }

    get level(): string {
      return this.#data.read('level');
    }

    get within(): string {
      return this.#data.read('within');
    }

    get filter(): string {
      return this.#data.read('filter');
    }

    get selected(): string {
      return attributeText(this.#look.selected);
    }

    get status(): Status {
      return this.#data.status;
    }

    get problems(): readonly Problem[] {
      return this.#data.problems;
    }

    get ready(): Promise<Status> {
      return this.#data.ready.then(() => this.#regions.painted).then(() => this.status);
    }

    set(options: ChoroplethOptions): this {
      this.#take(options);
      if (!this.#map) return this;
      this.#data.ask();
      this.#applyLook();
      if (!this.#isInteractive) this.#forget();
      const { shown } = this.#data;
      // What is on screen, with its new looks; a new picture comes in a turn of its own.
      if (shown && PAINTED.some((name) => Object.hasOwn(options, name))) void this.#draw(shown);
      else if ('selected' in options) this.#showSelection();
      this.#setCredit(shown);
      return this;
    }

    reload(): Promise<Status> {
      return this.#data.reload();
    }

    regionAt(place: Leaflet.LatLngExpression): string | null {
      const shape = this.#map ? this.#regions.shapeAt(L.latLng(place as Leaflet.LatLngTuple)) : -1;
      return this.#codeOf(shape) || null;
    }

    classOf(code: string): number | MissingKind | null {
      const { shown } = this.#data;
      return shown && classOfCode(shown.picture, normaliseCode(code));
    }

    legend(): LayerLegend | null {
      const { shown, words } = this.#data;
      return shown && legendOfLayer(shown, this.#classColours(shown), this.#colours.pattern, words);
    }

    toRows(): Row[] {
      return this.#rowsOf(() => true);
    }

    rowOf(code: string): Row | null {
      const wanted = normaliseCode(code);
      return this.#rowsOf((one) => one === wanted)[0] ?? null;
    }

    select(codes: string | readonly string[]): this {
      return this.set({ selected: codes });
    }

    setOpacity(opacity: number): this {
      return this.set({ opacity });
    }

    setZIndex(zIndex: number): this {
      this.#zIndex = zIndex;
      this.#applyLook();
      return this;
    }

    zoomTo(code: string, options: Leaflet.FitBoundsOptions = {}): this {
      const shape = this.#data.shown?.shapes?.shapeOf(normaliseCode(code)) ?? -1;
      const bounds = this.#boundsOf(shape < 0 ? [] : [shape]);
      if (bounds.isValid()) this.#map?.fitBounds(bounds, { maxZoom: MAX_FIT_ZOOM, ...options });
      return this;
    }

    getBounds(): Leaflet.LatLngBounds {
      return this.#boundsOf(this.#data.shown?.picture.shapes ?? []);
    }

    // What Leaflet asks

    override getAttribution(): string | null {
      const { attribution } = this.options as ChoroplethLayerOptions;
      return [attribution, this.#credit].filter(Boolean).join(' · ') || null;
    }

    override getEvents(): Record<string, Leaflet.LeafletEventHandlerFn> {
      return this.#pointer.events;
    }

    override onAdd(map: Leaflet.Map): this {
      projectionOf(map);
      const { pane = PANE } = this.options as ChoroplethLayerOptions;
      if (pane === PANE && !map.getPane(PANE)) map.createPane(PANE).style.setProperty('z-index', PANE_LEVEL);
      if (!map.getPane(pane)) throw new TypeError(`This map has no pane ${pane}: make it with map.createPane first.`);
      const { shown } = this.#data;
      this.#map = map;
      // Leaflet tells it to its control itself, after this.
      this.#credit = this.#creditOf(shown);
      map.addLayer(this.#regions);
      this.#pointer.attach(map);
      this.#applyLook();
      if (shown) void this.#draw(shown);
      this.#data.ask();
      return this;
    }

    override onRemove(map: Leaflet.Map): this {
      this.#pointer.detach();
      this.#hovered = -1;
      this.#map = null;
      map.removeLayer(this.#regions);
      return this;
    }

    // Options

    #take(options: ChoroplethLayerOptions): void {
      // What was given as an object isn't kept as it came: it may hold what must not be told.
      const { data: _data, boundariesData: _boundaries, ...kept } = options;
      this.#look = { ...this.#look, ...kept };
      this.options = { ...this.options, ...kept } as Leaflet.LayerOptions;
      this.#data.set(options);
    }

    get #language(): Language {
      if (this.#look.lang) return languageNamed(this.#look.lang);
      return languageOf(this.#map?.getContainer() ?? document.documentElement);
    }

    get #isInteractive(): boolean {
      return this.#look.interactive !== false && this.#opacity > 0;
    }

    get #opacity(): number {
      const { opacity = 1 } = this.#look;
      return Number.isFinite(opacity) ? Math.min(1, Math.max(0, opacity)) : 1;
    }

    get #colours(): MapColours {
      const { background, colours } = this.#look;
      return { ...MAP_COLOURS[background === 'dark' ? 'dark' : 'light'], ...colours };
    }

    get #selected(): string[] {
      return parseTokens(this.selected.toUpperCase());
    }

    // Drawing

    get #element(): HTMLElement | null {
      return this.#regions.canvas?.parentElement ?? null;
    }

    #applyLook(): void {
      const style = this.#element?.style;
      if (this.#opacity < 1) style?.setProperty('opacity', String(this.#opacity));
      else style?.removeProperty('opacity');
      if (this.#zIndex === null) return;
      style?.setProperty('position', 'absolute');
      style?.setProperty('z-index', String(this.#zIndex));
    }

    /** Resolves when it is on screen, or where there is no map to draw on. */
    async #draw(shown: Shown): Promise<void> {
      this.#setCredit(shown);
      const { picture, model } = shown;
      if (!this.#map || !picture.boundaries) return;
      if (picture.boundaries !== this.#drawn || !picture.shapes.includes(this.#hovered)) this.#forget();
      this.#drawn = picture.boundaries;
      const { pattern, border } = this.#colours;
      const { highlighted = null } = this.#look;
      const appearance = choroplethAppearance({
        boundaries: picture.boundaries,
        styleOfShape: model.styleOfShape,
        shapes: picture.shapes,
        colours: this.#classColours(shown),
        hatch: pattern,
        border,
        highlighted: typeof highlighted === 'string' ? (MISSING_STYLE[highlighted] ?? null) : highlighted,
        widerAreas: widerAreasOf(picture),
      });
      this.#findChosen();
      this.#regions.setRegions(worldGeometry(picture.boundaries, projectionOf(this.#map)), appearance);
      this.#emphasise();
      await this.#regions.painted;
    }

    #classColours({ model }: Shown): readonly string[] {
      const { palette, background } = this.#look;
      return paletteColours(attributeText(palette), model.classCount, {
        background: background === 'dark' ? 'dark' : 'light',
      });
    }

    #emphasise(): void {
      const { highlight, halo } = this.#colours;
      this.#regions.setEmphasis({ hovered: this.#hovered, selected: this.#chosen, colour: highlight, halo });
    }

    #showSelection(): void {
      this.#findChosen();
      this.#emphasise();
    }

    #findChosen(): void {
      const { picture, shapes } = this.#data.shown ?? {};
      const found = new Set(this.#selected.map((code) => shapes?.shapeOf(code) ?? -1));
      this.#chosen = found.size > 0 ? (picture?.shapes ?? []).filter((shape) => found.has(shape)) : [];
    }

    #clear(): void {
      this.#chosen = [];
      this.#drawn = null;
      this.#forget();
      this.#regions.clear();
      this.#setCredit(null);
    }

    #forget(): void {
      this.#hovered = -1;
      this.#pointer.forget();
      this.#emphasise();
    }

    #creditOf(shown: Shown | null): string {
      return shown ? attributionOf(shown.picture, this.#data.words.texts) : '';
    }

    #setCredit(shown: Shown | null): void {
      const former = this.getAttribution();
      this.#credit = this.#creditOf(shown);
      const next = this.getAttribution();
      const control = this.#map?.attributionControl;
      if (next === former || !control) return;
      if (former) control.removeAttribution(former);
      if (next) control.addAttribution(next);
    }

    // A visitor's actions

    #point(shape: number): void {
      if (shape === this.#hovered) return;
      this.#hovered = shape;
      this.#emphasise();
      this.#tell('zo-hover', { region: this.#codeOf(shape) || null, level: this.level });
    }

    #choose(shape: number, add: boolean): void {
      const code = this.#codeOf(shape);
      const others = add ? this.#selected.filter((one) => one !== code) : [];
      const regions = this.#selected.includes(code) ? others : [...others, code];
      this.#take({ selected: regions });
      this.#showSelection();
      this.#tell('zo-select', { regions, level: this.level, source: 'map' });
    }

    /** A listener that throws is its host's affair: the layer goes on. */
    #tell<N extends keyof ChoroplethEvents>(name: N, detail: ChoroplethEvents[N]): void {
      try {
        this.fire(name, detail, true);
      } catch (error) {
        reportError(error);
      }
    }

    // Regions

    #codeOf(shape: number): string {
      return this.#data.shown?.shapes?.codeOf(shape) ?? '';
    }

    #rowsOf(isWanted: (code: string) => boolean): Row[] {
      const { shown, words } = this.#data;
      if (!shown) return [];
      const { picture } = shown;
      const { dataset, selection, classification } = picture;
      const targets = mapRowTargets(picture).filter(({ region, code = '' }) =>
        isWanted(region < 0 ? code : dataset.geo.codes[region]),
      );
      return rowsOf(dataset, selection, targets, words.formatter, classification);
    }

    /** In the map's projection, so that fitting them is exact there: by the corners upper left and lower right. */
    #boundsOf(shapes: Iterable<number>): Leaflet.LatLngBounds {
      const boundaries = this.#data.shown?.picture.boundaries;
      const projection = this.#map ? projectionOf(this.#map) : 'web-mercator';
      const box = boundaries ? boxAround(worldGeometry(boundaries, projection), shapes) : null;
      if (!box) return L.latLngBounds([]);
      const corners = [fromWorld(projection, box[0], box[1]), fromWorld(projection, box[2], box[3])];
      return L.latLngBounds(corners.map(([longitude, latitude]) => L.latLng(latitude, longitude)));
    }
  };
}

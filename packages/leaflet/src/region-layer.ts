import type { LatLng, LayerOptions, LeafletEventHandlerFn, Map as LeafletMap, ZoomAnimEvent } from 'leaflet';
import { deferHitIndex, type DeferredHitIndex } from '@zicht-op/core/geo/hit-index.js';
import { inSlices } from '@zicht-op/core/tasks/slices.js';
import type { Appearance } from '@zicht-op/renderer/appearance.js';
import { isSameView, type PixelView } from '@zicht-op/renderer/pixel-view.js';
import { RegionRenderer, type Emphasis, type Overlay, type PreparedView } from '@zicht-op/renderer/region-renderer.js';
import type { WorldGeometry } from '@zicht-op/renderer/world-geometry.js';
import type { LeafletLike } from './leaflet-like.js';
import { mapPixels, projectionOf } from './map-pixels.js';

export interface RegionLayerOptions extends LayerOptions {
  /** Drawn beyond each edge of the map, as a part of its size: how far it moves before something is missing; 0.1. */
  readonly padding?: number;
}

/** Areas drawn on a Leaflet map; made by `regionLayer`. */
export interface RegionLayer extends InstanceType<LeafletLike['Layer']> {
  /** Shapes with their looks: shown when they have been worked out, until when the former stay. */
  setRegions(geometry: WorldGeometry, appearance: Appearance): void;
  /** Outlines above all else; none for null. */
  setEmphasis(emphasis: Emphasis | null): void;
  /** Drawn over the areas, with every picture; see `Overlay`. */
  setOverlay(overlay: Overlay | null): void;
  /** Takes all regions away. */
  clear(): void;
  /** Position of the shape at a place of the earth among those drawn, or -1: geometry alone, whatever lies above it. */
  shapeAt(place: LatLng): number;
  /** Settles when what was asked last is on screen, or when the layer isn't on a map. Never rejects. */
  readonly painted: Promise<void>;
  /** The canvas with the areas, for a picture of what is on screen; null while the layer isn't on a map. */
  readonly canvas: HTMLCanvasElement | null;
}

type RegionLayerClass = new (options: RegionLayerOptions) => RegionLayer;

const classes = new WeakMap<LeafletLike, RegionLayerClass>();

/** A layer of areas for a map of this Leaflet. */
export function regionLayer(L: LeafletLike, options: RegionLayerOptions = {}): RegionLayer {
  let RegionLayerOfL = classes.get(L);
  if (!RegionLayerOfL) classes.set(L, (RegionLayerOfL = makeClass(L)));
  return new RegionLayerOfL(options);
}

const PADDING = 0.1;
/** A canvas may have at most this many pixels: phones refuse larger ones. */
const MAX_CANVAS_PIXELS = 16_000_000;
/** Milliseconds that a draft stands before it is drawn with care. */
const DRAFT_MS = 150;
/** Scaled more than this while the zoom changes, a picture is drawn anew in between. */
const COARSE = 2;
/** Sides are a multiple of this many CSS pixels: a whole number of canvas pixels at 125, 150 and 175%. */
const SIDE = 4;

/** Uses Leaflet's documented parts alone. */
function makeClass({ Layer, DomUtil }: LeafletLike): RegionLayerClass {
  return class extends Layer implements RegionLayer {
    #map: LeafletMap | null = null;
    #container: HTMLElement | null = null;
    #areas: HTMLCanvasElement | null = null;
    #outlines: HTMLCanvasElement | null = null;
    #renderer: RegionRenderer | null = null;
    #regions: { readonly geometry: WorldGeometry; readonly appearance: Appearance } | null = null;
    #emphasis: Emphasis | null = null;
    #overlay: Overlay | null = null;
    #hitIndex: { readonly geometry: WorldGeometry; readonly index: DeferredHitIndex } | null = null;
    #shown: { readonly shapes: readonly number[]; readonly set: ReadonlySet<number> } | null = null;
    /** The view being worked out. */
    #job: { readonly view: PixelView; readonly zoom: number; readonly abort: AbortController } | null = null;
    /** Worked out while the map was on its way there. */
    #waiting: { readonly prepared: PreparedView; readonly zoom: number } | null = null;
    #shownZoom = 0;
    #isAnimating = false;
    #painted: Promise<void> = Promise.resolve();

    constructor(options: RegionLayerOptions) {
      super(options);
      this.options = { ...this.options, padding: PADDING, ...options } as RegionLayerOptions;
    }

    get painted(): Promise<void> {
      return this.#painted;
    }

    get canvas(): HTMLCanvasElement | null {
      return this.#areas;
    }

    setRegions(geometry: WorldGeometry, appearance: Appearance): void {
      this.#regions = { geometry, appearance };
      const isSame = this.#renderer?.geometry === geometry;
      if (isSame && this.#renderer?.setAppearance(appearance)) return;
      this.#renderer?.setGeometry(geometry, appearance);
      this.#stop();
      this.#update();
    }

    setEmphasis(emphasis: Emphasis | null): void {
      this.#emphasis = emphasis;
      this.#renderer?.setEmphasis(emphasis);
    }

    setOverlay(overlay: Overlay | null): void {
      this.#overlay = overlay;
      this.#renderer?.setOverlay(overlay);
    }

    clear(): void {
      this.#stop();
      this.#regions = this.#emphasis = this.#overlay = this.#hitIndex = this.#shown = null;
      this.#renderer?.clear();
    }

    shapeAt({ lat, lng }: LatLng): number {
      if (!this.#regions) return -1;
      const { geometry, appearance } = this.#regions;
      if (this.#shown?.shapes !== appearance.shapes)
        this.#shown = { shapes: appearance.shapes, set: new Set(appearance.shapes) };
      const shape = this.#indexOf(geometry).shapeAt(lng, lat);
      return this.#shown.set.has(shape) ? shape : -1;
    }

    #indexOf(geometry: WorldGeometry): DeferredHitIndex {
      if (this.#hitIndex?.geometry !== geometry)
        this.#hitIndex = { geometry, index: deferHitIndex(geometry.boundaries) };
      return this.#hitIndex.index;
    }

    override onAdd(map: LeafletMap): this {
      this.#map = map;
      const isAnimated = map.options.zoomAnimation;
      this.#container = DomUtil.create('div', `zo-regions leaflet-zoom-${isAnimated ? 'animated' : 'hide'}`);
      this.#areas = this.#container.appendChild(document.createElement('canvas'));
      this.#outlines = this.#container.appendChild(document.createElement('canvas'));
      for (const canvas of [this.#areas, this.#outlines]) {
        // Pointers are for what lies around it: the map tells where they are.
        canvas.style.setProperty('pointer-events', 'none');
        canvas.style.setProperty('position', 'absolute');
      }
      this.getPane()?.appendChild(this.#container);
      this.#renderer = new RegionRenderer({ areas: this.#areas, outlines: this.#outlines });
      if (this.#regions) this.#renderer.setGeometry(this.#regions.geometry, this.#regions.appearance);
      this.#renderer.setOverlay(this.#overlay);
      this.#renderer.setEmphasis(this.#emphasis);
      this.#update();
      return this;
    }

    override onRemove(): this {
      this.#stop();
      this.#renderer?.clear();
      this.#container?.remove();
      this.#map = this.#container = this.#areas = this.#outlines = this.#renderer = null;
      this.#isAnimating = false;
      return this;
    }

    override getEvents(): Record<string, LeafletEventHandlerFn> {
      return {
        viewreset: () => this.#jump(),
        move: () => this.#keepAhead(),
        zoom: () => this.#follow(),
        zoomanim: (event) => this.#animate(event as ZoomAnimEvent),
        zoomend: () => this.#arrive(),
        moveend: () => this.#settle(),
      };
    }

    // Where the canvas lies

    /** The map's view with a margin around it, in whole pixels; null where there is nothing to draw in. */
    #viewAt(centre: LatLng, zoom: number, isDraft = false): PixelView | null {
      const map = this.#map;
      if (!map) return null;
      const size = map.getSize();
      if (size.x < 1 || size.y < 1) return null;
      const padding = isDraft ? 0 : ((this.options as RegionLayerOptions).padding ?? PADDING);
      const side = (length: number): number => Math.ceil((length * (1 + 2 * padding)) / SIDE) * SIDE;
      const [width, height] = [side(size.x), side(size.y)];
      const { scale, offsetX, offsetY } = mapPixels(map, projectionOf(map), zoom);
      const middle = map.project(centre, zoom);
      // Whole pixels from Leaflet's own origin, which is whole too: the canvas lies sharp.
      const left = Math.round(middle.x - width / 2);
      const top = Math.round(middle.y - height / 2);
      const pixelRatio = Math.min(window.devicePixelRatio || 1, Math.sqrt(MAX_CANVAS_PIXELS / (width * height)));
      return { scale, originX: left - offsetX, originY: top - offsetY, width, height, pixelRatio };
    }

    /** Puts the canvas where the map's newest state wants it, scaled while the zoom it was drawn for is another. */
    #place(centre: LatLng, zoom: number): void {
      const [map, container, view] = [this.#map, this.#container, this.#renderer?.view];
      if (!map || !container || !view) return;
      const projection = projectionOf(map);
      const { offsetX, offsetY } = mapPixels(map, projection, this.#shownZoom);
      const scale = map.getZoomScale(zoom, this.#shownZoom);
      // Leaflet's origin after the move: as `getPixelOrigin`, which tells the one before it.
      const origin = map
        .project(centre, zoom)
        .subtract(map.getSize().divideBy(2))
        .add(DomUtil.getPosition(map.getPanes().mapPane))
        .round();
      const corner = origin.clone();
      corner.x = (view.originX + offsetX) * scale - origin.x;
      corner.y = (view.originY + offsetY) * scale - origin.y;
      if (scale === 1) DomUtil.setPosition(container, corner.round());
      else DomUtil.setTransform(container, corner, scale);
    }

    // What happens on the map

    /** A pinch or a flight: the canvas is scaled along, and drawn anew where that gets too coarse. */
    #follow(): void {
      const map = this.#map;
      if (!map || this.#isAnimating) return;
      this.#place(map.getCenter(), map.getZoom());
      const scale = map.getZoomScale(map.getZoom(), this.#shownZoom);
      if ((scale > COARSE || scale < 1 / COARSE) && !this.#job) this.#update();
    }

    /** The browser moves and scales the canvas towards where the map goes; meanwhile that view is worked out. */
    #animate(event: ZoomAnimEvent): void {
      this.#isAnimating = true;
      this.#place(event.center, event.zoom);
      this.#prepare(event.center, event.zoom);
    }

    #arrive(): void {
      this.#isAnimating = false;
      const waiting = this.#waiting;
      this.#waiting = null;
      if (waiting) this.#show(waiting.prepared, waiting.zoom);
    }

    /** A leap to another view is drawn at once, as Leaflet's own layers are: the picture there is is of no use in it. */
    #jump(): void {
      const [map, renderer] = [this.#map, this.#renderer];
      if (!map || !renderer?.isShown) return this.#update();
      const zoom = map.getZoom();
      const view = this.#viewAt(map.getCenter(), zoom);
      const prepared = view && renderer.prepareNow(view);
      if (!prepared) return;
      this.#stop();
      this.#isAnimating = false;
      this.#show(prepared, zoom);
    }

    #update(): void {
      if (this.#map && !this.#isAnimating) this.#prepare(this.#map.getCenter(), this.#map.getZoom());
    }

    /** A pan has ended. One that has left the canvas behind is a leap. */
    #settle(): void {
      if (this.#isAnimating) return;
      if (this.#covers(0)) this.#update();
      else this.#jump();
    }

    /** While a hand moves the map: draws on before an edge of the canvas comes into sight. */
    #keepAhead(): void {
      // A view that is nearly done is worth more than a better one that never is.
      if (!this.#isAnimating && !this.#job && this.#map?.getZoom() === this.#shownZoom && !this.#covers(0.5))
        this.#update();
    }

    /** Whether the canvas reaches beyond the map's edges on all sides, by a part of the margin it was drawn with. */
    #covers(part: number): boolean {
      const [map, view] = [this.#map, this.#renderer?.view];
      if (!map || !view) return false;
      const size = map.getSize();
      const { offsetX, offsetY } = mapPixels(map, projectionOf(map), this.#shownZoom);
      const { x, y } = map.project(map.getCenter(), this.#shownZoom);
      const [left, top] = [x - size.x / 2 - offsetX - view.originX, y - size.y / 2 - offsetY - view.originY];
      const [marginX, marginY] = [view.width - size.x, view.height - size.y].map((room) => (room / 2) * part);
      return (
        left >= marginX &&
        top >= marginY &&
        left + size.x <= view.width - marginX &&
        top + size.y <= view.height - marginY
      );
    }

    // Drawing

    #stop(): void {
      this.#job?.abort.abort();
      this.#job = this.#waiting = null;
    }

    #prepare(centre: LatLng, zoom: number): void {
      const renderer = this.#renderer;
      // Of shapes that are new there is a draft first, of no more than can be seen: so early, code runs at its slowest.
      const isDraft = renderer !== null && !renderer.isShown;
      const view = this.#viewAt(centre, zoom, isDraft);
      if (!view || !renderer || !this.#regions) return;
      if (this.#job ? isSameView(this.#job.view, view) : renderer.hasDrawn(view)) return;
      this.#stop();
      const job = { view, zoom, abort: new AbortController() };
      this.#job = job;
      const isNewest = (): boolean => this.#job === job;
      // A newer view may have taken over: whoever waits, waits for that one.
      const newest = (): Promise<void> | undefined => (this.#job ? this.#painted : undefined);
      // In a turn of its own: whoever changes regions and view together has them worked out once.
      const ready = Promise.resolve().then(() => renderer.prepare(view, job.abort.signal, { isDraft }));
      this.#painted = ready.then(
        (prepared) => {
          if (!isNewest()) return newest();
          this.#job = null;
          if (!prepared) return;
          if (this.#isAnimating) this.#waiting = { prepared, zoom };
          else this.#show(prepared, zoom);
          // The frames that show the draft come first, and what else the page begins with.
          if (isDraft) setTimeout(() => this.#update(), DRAFT_MS);
        },
        (error: unknown) => {
          if (!isNewest()) return newest();
          this.#job = null;
          reportError(error);
        },
      );
    }

    #show(prepared: PreparedView, zoom: number): void {
      const [map, renderer] = [this.#map, this.#renderer];
      if (!map || !renderer) return;
      renderer.show(prepared);
      this.#shownZoom = zoom;
      for (const canvas of [this.#areas, this.#outlines]) {
        canvas?.style.setProperty('width', `${prepared.view.width}px`);
        canvas?.style.setProperty('height', `${prepared.view.height}px`);
      }
      this.#place(map.getCenter(), map.getZoom());
      // Behind the picture; whoever points before it is ready has the rest made at once.
      void inSlices(this.#indexOf(prepared.raster.geometry).inSteps());
    }
  };
}

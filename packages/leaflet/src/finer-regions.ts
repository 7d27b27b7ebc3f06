import type { LatLng, LeafletEventHandlerFn, Map as LeafletMap, ZoomAnimEvent } from 'leaflet';
import { boundsOfShapes, type Bounds } from '@zicht-op/core/geo/bounds.js';
import { isInBox, snappedBox } from '@zicht-op/core/geo/snapped-box.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import type { Appearance } from '@zicht-op/renderer/appearance.js';
import type { Emphasis } from '@zicht-op/renderer/region-renderer.js';
import type { WorldGeometry } from '@zicht-op/renderer/world-geometry.js';
import { FinerSet, overlaps, type Coarse } from './finer-set.js';
import type { RegionLayer } from './region-layer.js';

export interface FinerRegionsOptions {
  readonly map: LeafletMap;
  /** The layer with the shapes of the whole country, on the map. */
  readonly coarse: RegionLayer;
  /** Another layer in the same pane, not on the map; it comes and goes. */
  readonly fine: RegionLayer;
  readonly geometry: WorldGeometry;
  readonly appearance: Appearance;
  /** Every request gives the same shapes, of the whole country. */
  readonly isWhole: boolean;
  /** All shapes that meet a box; null where they can't be had. Rejects with the abort of its signal only. */
  readonly load: (box: Bounds, signal: AbortSignal) => Promise<Boundaries | null>;
  /** Other shapes are on screen: these, or for null the coarse ones. */
  readonly shown: (boundaries: Boundaries | null) => void;
  /** Shapes in view are lacking among those loaded, so the coarse ones stay. */
  readonly lacking: (codes: readonly string[]) => void;
}

/** Finer shapes are asked for where a pixel of the map is less than this on the ground, in metres. */
export const DETAIL_BELOW = 100;

/** Beyond each edge of the map, as a part of its size: what the layers draw. */
const PADDING = 0.2;
/** Of a degree of latitude, on the sphere that both projections are close to. */
const METRES = 111_195;
const WORLD: Bounds = [-180, -90, 180, 90];

/** What is drawn when the map shows a place. */
interface View {
  readonly bounds: Bounds;
  /** Of a pixel on the ground. */
  readonly metres: number;
}

/**
 * Draws finer shapes in the place of coarse ones, for what is in view of a map that has been zoomed in. The two are layers
 * over each other, of which one is visible: the finer one from the moment that all of the view is drawn in it, the coarse
 * one, which is kept up to date below, as soon as a move leads beyond. So no frame is empty, or of both.
 */
export class FinerRegions {
  readonly #options: FinerRegionsOptions;
  readonly #coarse: Coarse;
  #appearance: Appearance;
  #emphasis: Emphasis | null = null;
  #set: FinerSet | null = null;
  #flight: { readonly box: Bounds; readonly abort: AbortController } | null = null;
  /** A box that couldn't be had isn't asked for again and again. */
  #failed: Bounds | null = null;
  #isShown = false;
  #isMoving = false;
  #isRemoved = false;
  readonly #observer: ResizeObserver;
  readonly #events: Readonly<Record<string, LeafletEventHandlerFn>> = {
    movestart: () => (this.#isMoving = true),
    move: () => this.#leave(),
    zoomanim: (event) => this.#leave((event as ZoomAnimEvent).center, (event as ZoomAnimEvent).zoom),
    moveend: () => {
      this.#isMoving = false;
      // The layers hear of it first, also the one that came last.
      queueMicrotask(() => this.#look());
    },
  };

  constructor(options: FinerRegionsOptions) {
    this.#options = options;
    this.#coarse = { geometry: options.geometry, bounds: boundsOfShapes(options.geometry.boundaries) };
    this.#appearance = options.appearance;
    options.map.on(this.#events);
    // It tells of the first box too, and of one after none: what is hidden asks for nothing.
    this.#observer = new ResizeObserver(() => this.#look());
    this.#observer.observe(options.map.getContainer());
  }

  /** Other looks of the same coarse shapes. */
  setAppearance(appearance: Appearance): void {
    this.#appearance = appearance;
    this.#dress();
    this.#leave();
    queueMicrotask(() => this.#look());
  }

  /** Of coarse shapes. */
  setEmphasis(emphasis: Emphasis | null): void {
    this.#emphasis = emphasis;
    if (this.#set) this.#options.fine.setEmphasis(this.#set.emphasis(emphasis));
  }

  /** The coarse shape of the finer one at a place, or -1; null while the coarse ones are on screen. */
  shapeAt(place: LatLng): number | null {
    return this.#isShown && this.#set ? this.#set.coarseOf(this.#options.fine.shapeAt(place)) : null;
  }

  /** Settles when what is on screen has its newest looks. Never rejects. */
  get painted(): Promise<void> {
    return this.#isShown ? this.#options.fine.painted : Promise.resolve();
  }

  /** Back to the coarse shapes, for good. */
  remove(): void {
    this.#isRemoved = true;
    this.#observer.disconnect();
    this.#options.map.off(this.#events);
    this.#putAway();
    this.#set = null;
  }

  #view(centre = this.#options.map.getCenter(), zoom = this.#options.map.getZoom()): View {
    const { map } = this.#options;
    const size = map.getSize();
    const reach = size.multiplyBy(0.5 + PADDING);
    const middle = map.project(centre, zoom);
    // All four: a map in RD isn't upright.
    const corners = [-1, 1].flatMap((x) =>
      [-1, 1].map((y) => {
        const corner = middle.clone();
        corner.x += x * reach.x;
        corner.y += y * reach.y;
        return map.unproject(corner, zoom);
      }),
    );
    const [longitudes, latitudes] = [corners.map(({ lng }) => lng), corners.map(({ lat }) => lat)];
    const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
    const bounds: Bounds = [Math.min(...longitudes), south, Math.max(...longitudes), north];
    return { bounds, metres: ((north - south) * METRES) / (2 * reach.y) };
  }

  #isServed(view: View): boolean {
    return view.metres < DETAIL_BELOW && this.#set?.serves(view.bounds, this.#appearance.shapes) === true;
  }

  /** Back to the coarse shapes where the map is, or goes, beyond what the finer ones serve. */
  #leave(...to: [centre?: LatLng, zoom?: number]): void {
    if (this.#isShown && !this.#isServed(this.#view(...to))) this.#show(false);
  }

  /** The map rests: what can be seen now, and what has to be asked for? */
  #look(): void {
    const { map } = this.#options;
    const { clientWidth, clientHeight } = map.getContainer();
    if (this.#isRemoved || this.#isMoving || clientWidth === 0 || clientHeight === 0) return;
    const view = this.#view();
    if (view.metres >= DETAIL_BELOW) return this.#putAway();
    if (this.#set && isInBox(view.bounds, this.#set.box)) {
      this.#stop();
      void this.#reveal(this.#set);
      return;
    }
    this.#takeOff();
    if (this.#flight && isInBox(view.bounds, this.#flight.box)) return;
    if (this.#failed && isInBox(view.bounds, this.#failed)) return this.#stop();
    this.#stop();
    const box = this.#options.isWhole ? WORLD : snappedBox(view.bounds);
    const isUseful = box && this.#appearance.shapes.some((shape) => overlaps(this.#coarse.bounds, shape, box));
    if (isUseful) void this.#ask(box);
  }

  async #ask(box: Bounds): Promise<void> {
    const abort = new AbortController();
    this.#flight = { box, abort };
    try {
      const boundaries = await this.#options.load(box, abort.signal);
      if (abort.signal.aborted) return;
      this.#flight = null;
      this.#failed = boundaries ? null : box;
      if (!boundaries) return;
      this.#takeOff();
      this.#set = new FinerSet(this.#coarse, boundaries, box);
      this.#look();
    } catch (error) {
      if (!abort.signal.aborted) reportError(error);
    }
  }

  /** Draws the finer shapes out of sight, and shows them when they are there and still serve. */
  async #reveal(set: FinerSet): Promise<void> {
    const { map, fine } = this.#options;
    const view = this.#view();
    if (!this.#isServed(view)) {
      this.#takeOff();
      const codes = [...set.lacking(view.bounds, this.#appearance.shapes)];
      if (codes.length > 0) this.#options.lacking(codes);
      return;
    }
    if (!map.hasLayer(fine)) {
      this.#dress();
      map.addLayer(fine);
      setVisible(fine, false);
    }
    await fine.painted;
    if (set === this.#set && map.hasLayer(fine) && !this.#isMoving && this.#isServed(this.#view())) this.#show(true);
  }

  #dress(): void {
    const { fine } = this.#options;
    if (!this.#set) return;
    fine.setRegions(this.#set.geometry, this.#set.appearance(this.#appearance));
    fine.setEmphasis(this.#set.emphasis(this.#emphasis));
  }

  #show(isFine: boolean): void {
    const { coarse, fine, shown } = this.#options;
    if (isFine === this.#isShown) return;
    this.#isShown = isFine;
    setVisible(fine, isFine);
    setVisible(coarse, !isFine);
    shown(isFine && this.#set ? this.#set.geometry.boundaries : null);
  }

  /** A layer that nobody sees draws along with each move. */
  #takeOff(): void {
    this.#show(false);
    this.#options.fine.remove();
  }

  #putAway(): void {
    this.#stop();
    this.#takeOff();
  }

  #stop(): void {
    this.#flight?.abort.abort();
    this.#flight = null;
  }
}

/** A layer's canvases stay where they are, and are kept up to date. */
function setVisible({ canvas }: RegionLayer, isVisible: boolean): void {
  canvas?.parentElement?.style.setProperty('visibility', isVisible ? 'inherit' : 'hidden');
}

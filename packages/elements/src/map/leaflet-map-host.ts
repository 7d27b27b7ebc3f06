import type { FinerRegions } from '@zicht-op/leaflet/finer-regions.js';
import { rdCrs } from '@zicht-op/leaflet/rd-crs.js';
import { regionLayer, type RegionLayer } from '@zicht-op/leaflet/region-layer.js';
import type { Appearance } from '@zicht-op/renderer/appearance.js';
import type { Emphasis, Overlay } from '@zicht-op/renderer/region-renderer.js';
export { RegionRenderer } from '@zicht-op/renderer/region-renderer.js';
import { boxAround, fromWorld, type ProjectionName, type WorldGeometry } from '@zicht-op/renderer/world-geometry.js';
import {
  CRS,
  DomEvent,
  DomUtil,
  Layer,
  Map as LeafletMap,
  Transformation,
  Util,
  latLng,
  point,
  type LatLng,
} from './leaflet.js';
import type { TileLayer, TileLayerOptions } from './leaflet-layers.js';
import { basemapSource } from './basemaps.js';

const MAX_ZOOM = 19;
/** Room between the fitted regions and the edge, in pixels. */
const FIT_PADDING = 8;
/** As near as a fit comes: a street, for one tiny area. */
const MAX_FIT_ZOOM = 16;

/** A box in the map's pixel space at zoom 0, and the view that shows it. */
interface Fitted {
  readonly box: readonly [minX: number, minY: number, maxX: number, maxY: number];
  readonly zoom: number;
  readonly centre: LatLng;
}

export interface MapHostOptions {
  readonly projection: ProjectionName;
  readonly basemap: string;
  readonly reducedMotion: boolean;
}

/**
 * A Leaflet map in a container, showing one layer of regions. The only part of the element that drives Leaflet; made when
 * the container has a size, removed when the element leaves the page.
 */
export class MapHost {
  readonly map: LeafletMap;
  /** The shapes of `setRegions`. */
  readonly regions = this.makeRegions();
  /** As it was set last. */
  emphasis: Emphasis | null = null;
  /** What draws finer shapes in the place of `regions` while it can. */
  finer: FinerRegions | null = null;
  readonly projection: ProjectionName;
  #geometry: WorldGeometry | null = null;
  #basemap: TileLayer | null = null;
  #basemapName = 'none';
  #resize: ResizeObserver;
  /** What is fitted while nobody has moved the map; null afterwards. */
  #fitted: Fitted | null = null;
  #reserved = 0;

  constructor(container: HTMLElement, options: MapHostOptions) {
    this.projection = options.projection;
    const animate = !options.reducedMotion;
    this.map = new LeafletMap(container, {
      crs: options.projection === 'rd' ? rdCrs({ CRS, Transformation, Util, latLng, point }) : CRS.EPSG3857,
      // Controls are our own: these two assign markup, and cover regions.
      zoomControl: false,
      attributionControl: false,
      zoomSnap: 0,
      zoomDelta: 1,
      maxZoom: MAX_ZOOM,
      minZoom: 0,
      zoomAnimation: animate,
      fadeAnimation: animate,
      inertia: animate,
      keyboard: false,
      // On a phone one finger scrolls the page, as it does everywhere else; see `setDragging`.
      dragging: !matchMedia('(pointer: coarse)').matches,
      worldCopyJump: false,
    });
    for (const [name, level] of [
      ['zo-below', '350'],
      ['zo-regions', '400'],
      ['zo-above', '450'],
    ]) {
      this.map.createPane(name).style.setProperty('z-index', level);
    }
    this.map.setView([52.2, 5.3], 7);
    this.map.addLayer(this.regions);
    this.setBasemap(options.basemap);
    this.map.on('moveend', () => {
      if (this.#fitted && !this.#isAt(this.#fitted)) this.#fitted = null;
    });
    this.#resize = new ResizeObserver(() => this.measure());
    this.#resize.observe(container);
  }

  /** Draws shapes with their looks; see `painted`. */
  setRegions(geometry: WorldGeometry, appearance: Appearance): void {
    this.#geometry = geometry;
    this.regions.setRegions(geometry, appearance);
  }

  /** Drawn over the regions with every picture; null for nothing. */
  setOverlay(overlay: Overlay | null): void {
    this.regions.setOverlay(overlay);
  }

  setEmphasis(emphasis: Emphasis | null): void {
    this.emphasis = emphasis;
    this.regions.setEmphasis(emphasis);
    this.finer?.setEmphasis(emphasis);
  }

  /** Another layer for regions, not on the map yet. */
  makeRegions(): RegionLayer {
    return regionLayer({ Layer, DomUtil }, { pane: 'zo-regions' });
  }

  /** `none`, a name of a known basemap, or a tile template. */
  setBasemap(name: string): void {
    if (name === this.#basemapName) return;
    this.#basemap?.remove();
    this.#basemapName = name;
    this.#basemap = null;
    const source = basemapSource(name, this.projection);
    if (source) void this.#addBasemap(name, source.template, source.options);
  }

  /** Tiles come on demand: most pages have none, and they are a part of Leaflet that nothing else here needs. */
  async #addBasemap(name: string, template: string, options: TileLayerOptions): Promise<void> {
    const { TileLayer } = await import('./leaflet-layers.js');
    if (this.#basemapName !== name) return;
    this.#basemap = new TileLayer(template, { ...options, attribution: '' }).addTo(this.map);
  }

  /** Shape at a place on the page, or -1; geometry only, whatever lies above it. */
  shapeAt(clientX: number, clientY: number): number {
    if (!Number.isFinite(clientX + clientY)) return -1;
    const { left, top } = this.map.getContainer().getBoundingClientRect();
    const place = this.map.containerPointToLatLng([clientX - left, clientY - top]);
    return this.finer?.shapeAt(place) ?? this.regions.shapeAt(place);
  }

  /** Brings shapes into view; without any, does nothing. Without animation the first time. */
  fit(shapes: Iterable<number>, animate: boolean): void {
    if (!this.#geometry) return;
    const box = boxAround(this.#geometry, shapes);
    if (!box) return;
    this.#fitBox(box, animate);
  }

  /** Pixels along the lower edge that something else covers: no region lies there at the fitted view. */
  setReserved(pixels: number): void {
    if (pixels === this.#reserved) return;
    this.#reserved = pixels;
    if (this.#fitted) this.#fitBox(this.#fitted.box, false);
  }

  /** Where a place of the earth stands on the map's container, in CSS pixels. */
  containerPoint(longitude: number, latitude: number): { readonly x: number; readonly y: number } {
    return this.map.latLngToContainerPoint([latitude, longitude]);
  }

  /** Moves the map so that a place can be seen, where it can't. */
  reveal(longitude: number, latitude: number): void {
    if (!this.map.getBounds().pad(-0.05).contains([latitude, longitude])) this.map.panTo([latitude, longitude]);
  }

  /** Whether a finger or the mouse moves the map. */
  setDragging(isOn: boolean): void {
    if (isOn) this.map.dragging.enable();
    else this.map.dragging.disable();
  }

  zoomBy(steps: number): void {
    this.map.setZoom(this.map.getZoom() + steps);
  }

  /** Settles when what was asked last is on screen. */
  get painted(): Promise<void> {
    return this.regions.painted.then(() => this.finer?.painted);
  }

  remove(): void {
    this.#basemapName = 'none';
    // A last event of a map that is going must find nothing to compare itself with.
    this.#fitted = null;
    this.#resize.disconnect();
    this.finer?.remove();
    // Leaflet ends a zoom by a timer that a removed map doesn't survive; it looks at this first.
    (this.map as unknown as { _animatingZoom: boolean })._animatingZoom = false;
    const container = this.map.getContainer();
    this.map.remove();
    // The end of a wheel's turn and of a fling come by timers that outlive the map: they move nothing any more.
    const stay = (): LeafletMap => this.map;
    Object.assign(this.map, { panBy: stay, setZoomAround: stay });
    // Leaflet leaves its scroll listener on the container, which stays.
    DomEvent.off(container);
  }

  /** Takes in the container's size as it is now; whoever draws at once can't wait to be told of it. */
  measure(): void {
    const { clientWidth, clientHeight } = this.map.getContainer();
    const { x, y } = this.map.getSize();
    // Hidden for the moment: there is nothing to fit into, and it will be told again.
    if (clientWidth === 0 || clientHeight === 0 || (clientWidth === x && clientHeight === y)) return;
    const fitted = this.#fitted;
    this.map.invalidateSize({ animate: false, pan: false });
    if (fitted) this.#fitBox(fitted.box, false);
  }

  /** Fits exactly, in the map's own pixels: corners in degrees would be askew in RD. */
  #fitBox(box: Fitted['box'], animate: boolean): void {
    const [minX, minY, maxX, maxY] = box;
    const size = this.map.getSize();
    const scaleOf = (room: number, extent: number): number =>
      Math.max(1, room - 2 * FIT_PADDING) / Math.max(extent, Number.EPSILON);
    const scale = Math.min(scaleOf(size.x, maxX - minX), scaleOf(size.y - this.#reserved, maxY - minY));
    const zoom = Math.max(0, Math.min(MAX_FIT_ZOOM, Math.log2(scale)));
    const lower = this.#reserved / 2 / 2 ** zoom;
    const [longitude, latitude] = fromWorld(this.projection, (minX + maxX) / 2, (minY + maxY) / 2 + lower);
    this.#fitted = { box, zoom, centre: latLng(latitude, longitude) };
    this.map.setView(this.#fitted.centre, zoom, { animate });
  }

  #isAt({ zoom, centre }: Fitted): boolean {
    const middle = this.map.latLngToContainerPoint(centre).distanceTo(this.map.getSize().divideBy(2));
    return Math.abs(this.map.getZoom() - zoom) < 1e-6 && middle < 2;
  }
}

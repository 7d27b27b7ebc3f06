import { createHitIndex, type HitIndex } from '@zicht-op/core/geo/hit-index.js';
import { RD_PIXELS } from '@zicht-op/core/geo/projection.js';
import { CRS, DomEvent, Map as LeafletMap, Transformation, Util, latLng, point, type LatLng } from './leaflet.js';
import type { TileLayer, TileLayerOptions } from './leaflet-layers.js';
import { basemapSource } from './basemaps.js';
import { RegionLayer, type Emphasis } from './leaflet-region-layer.js';
import type { Fills } from './region-painter.js';
import { boxAround, fromWorld, toWorld, type ProjectionName, type WorldGeometry } from './world-geometry.js';

/** Leaflet's view on RD: its own projection to metres, and the zoom levels of the Dutch tiling (3440.64 m a pixel at zoom 0). */
function rdCrs(): CRS {
  const project = ({ lat, lng }: { lat: number; lng: number }) => {
    const [x, y] = toWorld('rd', lng, lat);
    return point(x, y);
  };
  const unproject = ({ x, y }: { x: number; y: number }) => {
    const [longitude, latitude] = fromWorld('rd', x, y);
    return latLng(latitude, longitude);
  };
  return Util.extend({}, CRS.Simple, {
    code: 'EPSG:28992',
    projection: { project, unproject, bounds: undefined },
    transformation: new Transformation(1, 0, 1, 0),
    scale: (zoom: number) => 2 ** zoom,
    zoom: (scale: number) => Math.log2(scale),
    infinite: true,
    distance: CRS.EPSG3857.distance,
    R: 6371000,
    metresPerPixel: RD_PIXELS.resolution,
  }) as unknown as CRS;
}

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
  readonly #regions: RegionLayer;
  readonly projection: ProjectionName;
  #geometry: WorldGeometry | null = null;
  #hitIndex: HitIndex | null = null;
  #shown: ReadonlySet<number> = new Set();
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
      crs: options.projection === 'rd' ? rdCrs() : CRS.EPSG3857,
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
    this.#regions = new RegionLayer({ pane: 'zo-regions', padding: 0.1 });
    this.map.setView([52.2, 5.3], 7);
    this.map.addLayer(this.#regions);
    this.setBasemap(options.basemap);
    this.map.on('moveend', () => {
      if (this.#fitted && !this.#isAt(this.#fitted)) this.#fitted = null;
    });
    this.#resize = new ResizeObserver(() => this.#resized());
    this.#resize.observe(container);
  }

  /** Takes in other shapes and brings some of them into view, before their fills come. */
  prepare(geometry: WorldGeometry, shapes: Iterable<number>, animate: boolean): void {
    if (this.#geometry !== geometry) this.#regions.clear();
    this.#useGeometry(geometry);
    this.fit(shapes, animate);
  }

  /** Draws shapes with their fills. */
  setRegions(geometry: WorldGeometry, fills: Fills): void {
    this.#useGeometry(geometry);
    this.#shown = new Set(fills.shapes);
    this.#regions.setFills(fills);
  }

  #useGeometry(geometry: WorldGeometry): void {
    if (this.#geometry === geometry) return;
    this.#geometry = geometry;
    this.#hitIndex = createHitIndex(geometry.boundaries);
    this.#regions.setGeometry(geometry);
  }

  setEmphasis(emphasis: Emphasis): void {
    this.#regions.setEmphasis(emphasis);
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
    if (!this.#hitIndex || !Number.isFinite(clientX + clientY)) return -1;
    const { left, top } = this.map.getContainer().getBoundingClientRect();
    const { lat, lng } = this.map.containerPointToLatLng([clientX - left, clientY - top]);
    const shape = this.#hitIndex.shapeAt(lng, lat);
    return this.#shown.has(shape) ? shape : -1;
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

  get canvas(): HTMLCanvasElement | null {
    return this.#regions.canvas;
  }

  remove(): void {
    this.#basemapName = 'none';
    // A last event of a map that is going must find nothing to compare itself with.
    this.#fitted = null;
    this.#resize.disconnect();
    // Leaflet ends a zoom by a timer that a removed map doesn't survive; it looks at this first.
    (this.map as unknown as { _animatingZoom: boolean })._animatingZoom = false;
    const container = this.map.getContainer();
    this.map.remove();
    // Leaflet leaves its scroll listener on the container, which stays.
    DomEvent.off(container);
  }

  #resized(): void {
    const { clientWidth, clientHeight } = this.map.getContainer();
    // Hidden for the moment: there is nothing to fit into, and it will be told again.
    if (clientWidth === 0 || clientHeight === 0) return;
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

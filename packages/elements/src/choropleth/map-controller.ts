import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { choroplethAppearance, type ChoroplethLook } from '@zicht-op/renderer/choropleth-appearance.js';
import type { Appearance } from '@zicht-op/renderer/appearance.js';
import type { Emphasis } from '@zicht-op/renderer/region-renderer.js';
import type { MapHost } from '../map/leaflet-map-host.js';
import { worldGeometry, type ProjectionName, type WorldGeometry } from '@zicht-op/renderer/world-geometry.js';

/** What an empty map is made of. */
export type MapOptions = Pick<Scene, 'projection' | 'basemap'>;

/** Everything the map shows; a new object for each change. */
export interface Scene extends ChoroplethLook {
  readonly projection: ProjectionName;
  readonly basemap: string;
  /** A change of this text brings the shapes into view again. */
  readonly fitKey: string;
}

export interface MapControllerOptions {
  readonly container: () => HTMLElement | null;
  /** Pixels along the lower edge of the container that something else covers. */
  readonly reserved?: () => number;
  /** The map was made: time to listen to it. */
  readonly created: (host: MapHost) => void;
  /** A scene has been handed to the map. */
  readonly drawn?: (drawing: Drawing) => void;
}

/** A scene on a map. */
export interface Drawing {
  readonly host: MapHost;
  readonly geometry: WorldGeometry;
  readonly appearance: Appearance;
}

/**
 * Keeps one Leaflet map in step with a scene, through everything that can happen to an element: no box yet, a hidden tab,
 * a move in the document, removal. Leaflet itself comes on demand.
 */
export class MapController implements ReactiveController {
  readonly #options: MapControllerOptions;
  #host: MapHost | null = null;
  #scene: Scene | null = null;
  #emphasis: Emphasis | null = null;
  #fitted: { readonly key: string; readonly boundaries: Boundaries } | null = null;
  #waiting: ResizeObserver | null = null;
  #module: typeof import('../map/leaflet-map-host.js') | null = null;
  #isConnected = false;

  constructor(host: ReactiveControllerHost, options: MapControllerOptions) {
    this.#options = options;
    host.addController(this);
  }

  get host(): MapHost | null {
    return this.#host;
  }

  hostConnected(): void {
    this.#isConnected = true;
    if (this.#scene) void this.show(this.#scene);
  }

  /** A move in the document is a removal and an addition in one task: only what is still gone afterwards is taken down. */
  hostDisconnected(): void {
    this.#isConnected = false;
    queueMicrotask(() => {
      if (!this.#isConnected) this.#remove();
    });
  }

  /** Fetches Leaflet before the data has come. */
  async preload(): Promise<void> {
    this.#module ??= await import('../map/leaflet-map-host.js');
  }

  /** Makes an empty map while the data is on its way, where there is a box for one. */
  async makeReady(options: MapOptions): Promise<void> {
    await this.preload();
    if (this.#isConnected && !this.#scene) this.#ensureHost(options);
  }

  /** Draws a scene, now or as soon as there is a box to draw in. Resolves when it is on screen, or waits for a box. */
  async show(scene: Scene): Promise<void> {
    this.#scene = scene;
    await this.preload();
    await this.#draw();
  }

  /** Takes the map down until there is a scene again. */
  clear(): void {
    this.#scene = null;
    this.#emphasis = null;
    this.#remove();
  }

  setEmphasis(emphasis: Emphasis): void {
    this.#emphasis = emphasis;
    this.#host?.setEmphasis(emphasis);
  }

  fit(animate: boolean): void {
    if (this.#scene) this.#host?.fit(this.#scene.shapes, animate);
  }

  async #draw(): Promise<void> {
    const scene = this.#scene;
    if (!scene || !this.#isConnected) return;
    const map = this.#ensureHost(scene);
    if (!map) return;
    map.measure();
    map.setBasemap(scene.basemap);
    map.setReserved(this.#options.reserved?.() ?? 0);
    const isNewView = this.#fitted?.key !== scene.fitKey || this.#fitted.boundaries !== scene.boundaries;
    const geometry = worldGeometry(scene.boundaries, scene.projection);
    const appearance = choroplethAppearance(scene);
    map.setRegions(geometry, appearance);
    // Both in one turn: the regions are worked out once, for where they come to lie.
    if (isNewView) map.fit(scene.shapes, this.#fitted !== null);
    this.#fitted = { key: scene.fitKey, boundaries: scene.boundaries };
    if (this.#emphasis) map.setEmphasis(this.#emphasis);
    this.#options.drawn?.({ host: map, geometry, appearance });
    await map.painted;
  }

  #ensureHost(options: MapOptions): MapHost | null {
    const container = this.#options.container();
    if (this.#host && (this.#host.map.getContainer() !== container || this.#host.projection !== options.projection))
      this.#remove();
    if (this.#host || !container || !this.#module) return this.#host;
    if (container.clientWidth === 0 || container.clientHeight === 0) {
      this.#awaitBox(container);
      return null;
    }
    const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#host = new this.#module.MapHost(container, {
      projection: options.projection,
      basemap: options.basemap,
      reducedMotion,
    });
    this.#options.created(this.#host);
    return this.#host;
  }

  /** A map made in a box without size would be wrong for good: wait for one, also in a hidden tab or a closed dialog. */
  #awaitBox(container: HTMLElement): void {
    this.#waiting?.disconnect();
    this.#waiting = new ResizeObserver(() => {
      if (container.clientWidth === 0 || container.clientHeight === 0) return;
      this.#waiting?.disconnect();
      this.#waiting = null;
      // After this round of the observer: the map observes its own box, and would be told within the same round.
      setTimeout(() => void this.#draw());
    });
    this.#waiting.observe(container);
  }

  #remove(): void {
    this.#waiting?.disconnect();
    this.#waiting = null;
    this.#host?.remove();
    this.#host = null;
    this.#fitted = null;
  }
}

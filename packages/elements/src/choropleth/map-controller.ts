import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import type { MissingKind } from '@zicht-op/core/model/observation.js';
import { MISSING_STYLE, STYLE_COUNT } from '@zicht-op/core/picture/choropleth-model.js';
import type { Emphasis } from '../map/leaflet-region-layer.js';
import type { MapHost } from '../map/leaflet-map-host.js';
import { createMissingPattern, type PatternColours } from '../map/patterns.js';
import { worldGeometry, type ProjectionName } from '../map/world-geometry.js';

/** Everything the map shows; a new object for each change. */
export interface Scene {
  readonly boundaries: Boundaries;
  readonly projection: ProjectionName;
  readonly basemap: string;
  readonly styleOfShape: Uint8Array;
  readonly shapes: readonly number[];
  readonly colours: readonly string[];
  readonly patternColours: PatternColours;
  readonly border: string;
  /** Only this style is shown in full; the others are dimmed. Null: all. */
  readonly highlighted: number | null;
  /** A change of this text brings the shapes into view again. */
  readonly fitKey: string;
}

export interface MapControllerOptions {
  readonly container: () => HTMLElement | null;
  /** Pixels along the lower edge of the container that something else covers. */
  readonly reserved?: () => number;
  /** The map was made: time to listen to it. */
  readonly created: (host: MapHost) => void;
}

const DIM = 0.2;

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

  /** Draws a scene, now or as soon as there is a box to draw in. Resolves when what can be done now is done. */
  async show(scene: Scene): Promise<void> {
    this.#scene = scene;
    await this.preload();
    this.#draw();
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

  #draw(): void {
    const scene = this.#scene;
    if (!scene || !this.#isConnected) return;
    const map = this.#ensureHost(scene);
    if (!map) return;
    map.setBasemap(scene.basemap);
    map.setReserved(this.#options.reserved?.() ?? 0);
    const geometry = worldGeometry(scene.boundaries, scene.projection);
    const isNewView = this.#fitted?.key !== scene.fitKey || this.#fitted.boundaries !== scene.boundaries;
    // Fitting first paints nothing yet: the regions come once, in their place.
    if (isNewView) map.prepare(geometry, scene.shapes, this.#fitted !== null);
    this.#fitted = { key: scene.fitKey, boundaries: scene.boundaries };
    map.setRegions(geometry, {
      styleOfShape: scene.styleOfShape,
      fills: fillsOf(scene, map.canvas),
      shapes: scene.shapes,
      border: scene.border,
    });
    if (this.#emphasis) map.setEmphasis(this.#emphasis);
  }

  #ensureHost(scene: Scene): MapHost | null {
    const container = this.#options.container();
    if (this.#host && (this.#host.map.getContainer() !== container || this.#host.projection !== scene.projection))
      this.#remove();
    if (this.#host || !container || !this.#module) return this.#host;
    if (container.clientWidth === 0 || container.clientHeight === 0) {
      this.#awaitBox(container);
      return null;
    }
    const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#host = new this.#module.MapHost(container, {
      projection: scene.projection,
      basemap: scene.basemap,
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
      setTimeout(() => this.#draw());
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

function fillsOf(scene: Scene, canvas: HTMLCanvasElement | null): (string | CanvasPattern)[] {
  const context = canvas?.getContext('2d') ?? null;
  const fills: (string | CanvasPattern)[] = new Array(STYLE_COUNT).fill(scene.patternColours.background);
  scene.colours.forEach((colour, style) => (fills[style] = colour));
  for (const kind of Object.keys(MISSING_STYLE) as MissingKind[]) {
    if (context) fills[MISSING_STYLE[kind]] = createMissingPattern(context, kind, scene.patternColours);
  }
  const { highlighted } = scene;
  if (highlighted === null) return fills;
  return fills.map((fill, style) =>
    style === highlighted || typeof fill !== 'string' ? fill : dim(fill, scene.patternColours.background),
  );
}

/** A colour far towards the background, opaque: what lies below must not shine through some areas only. */
function dim(colour: string, background: string): string {
  return `color-mix(in srgb, ${colour} ${DIM * 100}%, ${background})`;
}

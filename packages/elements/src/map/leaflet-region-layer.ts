import { type Bounds, DomUtil, Renderer, type Map as LeafletMap, type Point } from './leaflet.js';
import { RegionPainter, type Fills, type PaintView } from './region-painter.js';
import type { WorldGeometry } from './world-geometry.js';

/** Regions drawn above all others: pointed at, and selected. */
export interface Emphasis {
  readonly hovered: number;
  readonly selected: readonly number[];
  readonly colour: string;
  readonly halo: string;
}

/** What Leaflet 1.9's Renderer keeps under these names; it moves and scales the container while the map moves. */
interface RendererInternals {
  _map: LeafletMap | null;
  _container?: HTMLElement;
  _bounds?: Bounds;
}

interface RendererPrototype {
  _update(this: Renderer): void;
}

/** The canvas may be at most this many pixels: phones refuse larger ones. */
const MAX_CANVAS_PIXELS = 16_000_000;

/**
 * The regions as one Leaflet layer of two canvases: areas below, outlines of what is pointed at and selected above, so
 * that pointing redraws no areas. While the map pans and zooms the browser moves the canvases; they are painted anew
 * when it rests.
 */
export class RegionLayer extends Renderer {
  #painter: RegionPainter | null = null;
  #fills: Fills | null = null;
  #emphasis: Emphasis | null = null;
  #areas: HTMLCanvasElement | null = null;
  #outlines: HTMLCanvasElement | null = null;

  /** Shapes to draw; keeps what is drawn until `setFills`. */
  setGeometry(geometry: WorldGeometry): void {
    if (this.#painter?.geometry !== geometry) this.#painter = new RegionPainter(geometry);
  }

  setFills(fills: Fills): void {
    this.#fills = fills;
    this.#paintAreas();
  }

  setEmphasis(emphasis: Emphasis): void {
    this.#emphasis = emphasis;
    this.#paintOutlines();
  }

  /** Forgets fills that belong to other shapes; nothing is drawn until the next `setFills`. */
  clear(): void {
    this.#fills = null;
    this.#emphasis = null;
  }

  /** The canvas with the areas, for a picture of what is on screen; null before the layer is on a map. */
  get canvas(): HTMLCanvasElement | null {
    return this.#areas;
  }

  // Called by Leaflet

  protected _initContainer(): void {
    const container = DomUtil.create('div', 'zo-regions');
    this.#areas = container.appendChild(document.createElement('canvas'));
    this.#outlines = container.appendChild(document.createElement('canvas'));
    (this as unknown as RendererInternals)._container = container;
  }

  protected _destroyContainer(): void {
    const internals = this as unknown as RendererInternals;
    internals._container?.remove();
    delete internals._container;
    this.#areas = null;
    this.#outlines = null;
  }

  protected _update(): void {
    const map = (this as unknown as RendererInternals)._map;
    // Leaflet asks for an update amid its zoom animation too; the transform serves until it ends.
    if (!map || (map as unknown as { _animatingZoom?: boolean })._animatingZoom) return;
    (Renderer.prototype as unknown as RendererPrototype)._update.call(this);
    this.#paintAreas();
    this.#paintOutlines();
  }

  #view(): PaintView | null {
    const { _map: map, _bounds: bounds, _container: container } = this as unknown as RendererInternals;
    if (!map || !bounds?.min || !container) return null;
    const size: Point = bounds.getSize();
    if (size.x < 1 || size.y < 1) return null;
    const origin = map.getPixelOrigin().add(bounds.min);
    DomUtil.setPosition(container, bounds.min);
    const wanted = window.devicePixelRatio || 1;
    const pixelRatio = Math.min(wanted, Math.sqrt(MAX_CANVAS_PIXELS / (size.x * size.y)));
    return {
      scale: map.getZoomScale(map.getZoom(), 0),
      originX: origin.x,
      originY: origin.y,
      width: size.x,
      height: size.y,
      pixelRatio,
    };
  }

  #paintAreas(): void {
    const view = this.#view();
    if (!view || !this.#areas || !this.#painter || !this.#fills) return;
    fit(this.#areas, view);
    const context = this.#areas.getContext('2d');
    if (context) this.#painter.paint(context, view, this.#fills);
  }

  #paintOutlines(): void {
    const view = this.#view();
    if (!view || !this.#outlines || !this.#painter || !this.#emphasis) return;
    fit(this.#outlines, view);
    const context = this.#outlines.getContext('2d');
    if (!context) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.#outlines.width, this.#outlines.height);
    const { hovered, selected, colour, halo } = this.#emphasis;
    const pointed = hovered >= 0 ? [hovered] : [];
    this.#painter.outline(context, selected, view, halo, 5);
    this.#painter.outline(context, selected, view, colour, 2.5);
    this.#painter.outline(context, pointed, view, halo, 4);
    this.#painter.outline(context, pointed, view, colour, 1.75);
  }
}

function fit(canvas: HTMLCanvasElement, { width, height, pixelRatio }: PaintView): void {
  const [w, h] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  canvas.style.setProperty('width', `${width}px`);
  canvas.style.setProperty('height', `${height}px`);
}

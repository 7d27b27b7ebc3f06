import type { Context2d } from './context.js';
import { canvasSize, type PixelView } from './pixel-view.js';
import type { WorldGeometry } from './world-geometry.js';

/** Points nearer to each other than this, in canvas pixels, are one; ends of arcs always stay. */
const THINNING = 0.5;

/**
 * Adds arcs to a context's path, in canvas pixels, without what lies wholly beyond an edge of the canvas by more than a
 * margin in CSS pixels: the widest line's half.
 */
export class ArcPen {
  readonly #context: Context2d;
  readonly #geometry: WorldGeometry;
  readonly #scale: number;
  readonly #left: number;
  readonly #top: number;
  readonly #edges: readonly [number, number, number, number];

  constructor(context: Context2d, geometry: WorldGeometry, view: PixelView, margin: number) {
    const { pixelRatio } = view;
    const [width, height] = canvasSize(view);
    const beyond = margin * pixelRatio;
    this.#context = context;
    this.#geometry = geometry;
    this.#scale = view.scale * pixelRatio;
    this.#left = view.originX * pixelRatio;
    this.#top = view.originY * pixelRatio;
    this.#edges = [-beyond, -beyond, width + beyond, height + beyond];
  }

  trace(arc: number): void {
    const { points, boundaries } = this.#geometry;
    const context = this.#context;
    const [scale, left, top] = [this.#scale, this.#left, this.#top];
    const [minX, minY, maxX, maxY] = this.#edges;
    const first = boundaries.arcStart[arc] * 2;
    const last = boundaries.arcStart[arc + 1] * 2 - 2;
    let fromX = points[first] * scale - left;
    let fromY = points[first + 1] * scale - top;
    let isPenDown = false;
    for (let at = first + 2; at <= last; at += 2) {
      const x = points[at] * scale - left;
      const y = points[at + 1] * scale - top;
      if (at < last && Math.abs(x - fromX) < THINNING && Math.abs(y - fromY) < THINNING) continue;
      const isBeyond =
        (x < minX && fromX < minX) ||
        (x > maxX && fromX > maxX) ||
        (y < minY && fromY < minY) ||
        (y > maxY && fromY > maxY);
      if (isBeyond) isPenDown = false;
      else {
        if (!isPenDown) context.moveTo(fromX, fromY);
        context.lineTo(x, y);
        isPenDown = true;
      }
      fromX = x;
      fromY = y;
    }
  }
}

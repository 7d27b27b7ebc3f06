import type { WorldGeometry } from './world-geometry.js';

/** Where the canvas lies in the map's pixel space: a point at `world` stands at `world * scale - origin`, in CSS pixels. */
export interface PaintView {
  readonly scale: number;
  readonly originX: number;
  readonly originY: number;
  readonly width: number;
  readonly height: number;
  /** Canvas pixels per CSS pixel. */
  readonly pixelRatio: number;
}

/** What to fill shapes with. `styleOfShape` points into `fills`. */
export interface Fills {
  readonly styleOfShape: Uint8Array;
  readonly fills: readonly (string | CanvasPattern)[];
  /** Shapes that are drawn at all, in order. */
  readonly shapes: readonly number[];
  /** Colour of the borders between areas. */
  readonly border: string;
}

interface ThinnedArcs {
  readonly scale: number;
  readonly start: Uint32Array;
  readonly points: Float64Array;
}

/**
 * Draws areas on a canvas from flat arrays. Knows no map library: the seam behind which another way of drawing can
 * stand. Arcs are thinned once per zoom, the same for both neighbours, so that no gap opens between them.
 */
export class RegionPainter {
  #thinned: ThinnedArcs | null = null;

  readonly geometry: WorldGeometry;

  constructor(geometry: WorldGeometry) {
    this.geometry = geometry;
  }

  /** Fills every shape in view, then closes the hairlines between them and draws borders where areas are large enough. */
  paint(context: CanvasRenderingContext2D, view: PaintView, fills: Fills): void {
    const { width, height, pixelRatio } = view;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = 'source-over';
    context.clearRect(0, 0, width * pixelRatio, height * pixelRatio);
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    const visible = fills.shapes.filter((shape) => this.#isVisible(shape, view));
    let style = -1;
    for (const shape of visible) {
      if (fills.styleOfShape[shape] !== style) {
        style = fills.styleOfShape[shape];
        context.fillStyle = fills.fills[style];
      }
      context.beginPath();
      this.#trace(context, shape, view);
      context.fill('evenodd');
    }
    const lineWidth = this.#borderWidth(visible, view);
    if (lineWidth > 0) this.outline(context, visible, view, fills.border, lineWidth);
    else this.#closeHairlines(context);
  }

  /** Strokes the outline of shapes; used for borders and for what is pointed at or selected. */
  outline(
    context: CanvasRenderingContext2D,
    shapes: readonly number[],
    view: PaintView,
    colour: string,
    lineWidth: number,
  ): void {
    context.setTransform(view.pixelRatio, 0, 0, view.pixelRatio, 0, 0);
    context.strokeStyle = colour;
    context.lineWidth = lineWidth;
    context.lineJoin = 'round';
    for (const shape of shapes) {
      if (!this.#isVisible(shape, view)) continue;
      context.beginPath();
      this.#trace(context, shape, view);
      context.stroke();
    }
  }

  #isVisible(shape: number, { scale, originX, originY, width, height }: PaintView): boolean {
    const { boxes } = this.geometry;
    const at = shape * 4;
    return (
      boxes[at + 2] * scale - originX >= 0 &&
      boxes[at + 3] * scale - originY >= 0 &&
      boxes[at] * scale - originX <= width &&
      boxes[at + 1] * scale - originY <= height
    );
  }

  /** Anti-aliased neighbours leave a see-through line between them; the picture laid under itself, a pixel off, fills it. */
  #closeHairlines(context: CanvasRenderingContext2D): void {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalCompositeOperation = 'destination-over';
    context.drawImage(context.canvas, 1, 0);
    context.drawImage(context.canvas, 0, 1);
    context.globalCompositeOperation = 'source-over';
  }

  /** Thin where areas are small: a border on every tiny area would hide its colour. Zero: none. */
  #borderWidth(visible: readonly number[], { scale }: PaintView): number {
    if (visible.length === 0) return 0;
    const { boxes } = this.geometry;
    const sizes = visible.map((shape) =>
      Math.min(boxes[shape * 4 + 2] - boxes[shape * 4], boxes[shape * 4 + 3] - boxes[shape * 4 + 1]),
    );
    const middle = sizes.sort((a, b) => a - b)[sizes.length >> 1] * scale;
    return middle < 6 ? 0 : Math.min(1, middle / 24);
  }

  #trace(context: CanvasRenderingContext2D, shape: number, view: PaintView): void {
    const { ringArcs, ringStart, shapeRings } = this.geometry.boundaries;
    const { start, points } = this.#thinnedAt(view.scale);
    const { originX, originY } = view;
    for (let ring = shapeRings[shape]; ring < shapeRings[shape + 1]; ring++) {
      let isFirst = true;
      for (let at = ringStart[ring]; at < ringStart[ring + 1]; at++) {
        const arc = ringArcs[at];
        const forward = arc >= 0;
        const from = start[forward ? arc : ~arc];
        const to = start[(forward ? arc : ~arc) + 1];
        for (let i = 0; i < to - from; i++) {
          const p = (forward ? from + i : to - 1 - i) * 2;
          if (isFirst) context.moveTo(points[p] - originX, points[p + 1] - originY);
          else if (i > 0 || at === ringStart[ring]) context.lineTo(points[p] - originX, points[p + 1] - originY);
          isFirst = false;
        }
      }
      context.closePath();
    }
  }

  /** Arcs in pixels at a scale, without points nearer than half a pixel to the one before; ends always stay. */
  #thinnedAt(scale: number): ThinnedArcs {
    if (this.#thinned?.scale === scale) return this.#thinned;
    const { points } = this.geometry;
    const { arcStart } = this.geometry.boundaries;
    const start = new Uint32Array(arcStart.length);
    // Pixel numbers of the whole world outgrow 32 bits of precision on zooming in; few points are thinned away there.
    const kept = new Float64Array(points.length);
    let count = 0;
    for (let arc = 0; arc < arcStart.length - 1; arc++) {
      start[arc] = count;
      let [lastX, lastY] = [Infinity, Infinity];
      for (let p = arcStart[arc]; p < arcStart[arc + 1]; p++) {
        const [x, y] = [points[p * 2] * scale, points[p * 2 + 1] * scale];
        const isEnd = p === arcStart[arc] || p === arcStart[arc + 1] - 1;
        if (!isEnd && Math.abs(x - lastX) < 0.5 && Math.abs(y - lastY) < 0.5) continue;
        kept[count * 2] = lastX = x;
        kept[count * 2 + 1] = lastY = y;
        count++;
      }
    }
    start[arcStart.length - 1] = count;
    this.#thinned = { scale, start, points: kept.slice(0, count * 2) };
    return this.#thinned;
  }
}

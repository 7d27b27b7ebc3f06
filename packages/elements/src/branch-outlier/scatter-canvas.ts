import type { Side } from './outlier-model.js';
import { CanvasPen, drawSymbol, radiusFor } from './point-symbol.js';
import type { Scene } from './scatter-scene.js';

export type PointColours = Readonly<Record<Side, string>>;

/** What deviates is drawn last, so that it isn't hidden. */
export const PAINT_ORDER: readonly Side[] = ['unrated', 'within', 'below', 'above'];

/** Draws the points of a scene on a canvas of its size. Points without a place on the axes are left out. */
export function drawPoints(
  context: CanvasRenderingContext2D,
  scene: Scene,
  colours: PointColours,
  opacity: number,
): void {
  const radius = radiusFor(scene.points.length);
  const pen = new CanvasPen(context);
  for (const side of PAINT_ORDER) {
    context.beginPath();
    scene.points.forEach((point, i) => {
      if (point.side === side && !Number.isNaN(scene.x[i] + scene.y[i]))
        drawSymbol(pen, side, scene.x[i], scene.y[i], radius);
    });
    context.globalAlpha = opacity;
    context.fillStyle = colours[side];
    context.fill();
  }
  context.globalAlpha = 1;
}

/** Paints a canvas that lies over the chart, sharp on dense screens. */
export function paintPoints(canvas: HTMLCanvasElement, scene: Scene, colours: PointColours): void {
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  canvas.width = Math.round(scene.width * ratio);
  canvas.height = Math.round(scene.height * ratio);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawPoints(context, scene, colours, 0.75);
}

import { rasterBorders, type BorderStrokes } from './border-raster.js';
import { packColour, parseColour } from './colour.js';
import type { Context2d } from './context.js';
import { paintBorders } from './paint-borders.js';
import type { PixelView } from './pixel-view.js';
import type { WorldGeometry } from './world-geometry.js';

export { borderWidths } from './border-widths.js';

/** Lines of one rank. */
export interface BorderLine {
  readonly colour: string;
  /** CSS pixels; 0, or no positive number: none. */
  readonly width: number;
}

export interface BorderLines extends BorderStrokes {
  readonly styles: readonly BorderLine[];
}

/** Rows painted together. */
const ROWS = 64;

/**
 * Writes borders to a canvas of the view's size, in place of what is there; see `rasterBorders`. Nothing is written, nor
 * cleared, where no line has a width.
 */
export function* strokeBorders(
  context: Context2d,
  geometry: WorldGeometry,
  view: PixelView,
  lines: BorderLines,
): Generator<void> {
  const mask = yield* rasterBorders(geometry, view, lines);
  if (!mask) return;
  const { width, height } = mask;
  const colours = lines.styles.map(({ colour }) => packColour(parseColour(colour)));
  const rows = new ImageData(width, Math.min(ROWS, height));
  const pixels = new Uint32Array(rows.data.buffer);
  for (let top = 0; top < height; top += ROWS) {
    const bottom = Math.min(height, top + ROWS);
    pixels.fill(0);
    paintBorders(mask, colours, { top, bottom, pixels });
    context.putImageData(rows, 0, top, 0, 0, width, bottom - top);
    yield;
  }
}

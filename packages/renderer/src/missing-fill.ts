import type { MissingKind } from '@zicht-op/core/model/observation.js';
import type { HatchColours } from './choropleth-appearance.js';
import { parseColour } from './colour.js';
import { patternTile } from './patterns.js';

/** The hatch of a kind of missing as a fill: one pixel of the pattern to a unit of the context's. */
export function createMissingPattern(
  context: CanvasRenderingContext2D,
  kind: MissingKind,
  colours: HatchColours,
  pixelRatio: number,
): CanvasPattern | string {
  const [background, ink] = [parseColour(colours.background), parseColour(colours.ink)];
  const { size, pixels } = patternTile(kind, { background, ink }, pixelRatio);
  const tile = new OffscreenCanvas(size, size);
  const image = new ImageData(new Uint8ClampedArray(pixels.buffer as ArrayBuffer), size, size);
  tile.getContext('2d')?.putImageData(image, 0, 0);
  return context.createPattern(tile, 'repeat') ?? colours.background;
}

/** Canvas pixels per CSS pixel of a legend's swatch. */
const SWATCH_RATIO = 2;

/** Fills a canvas with the hatch of a kind of missing, for a legend that shows it at half the size of the canvas. */
export function paintMissingSwatch(canvas: HTMLCanvasElement, kind: MissingKind, colours: HatchColours): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.fillStyle = createMissingPattern(context, kind, colours, SWATCH_RATIO);
  context.fillRect(0, 0, canvas.width, canvas.height);
}

import { ref } from 'lit/directives/ref.js';
import type { MissingKind } from '@zicht-op/core/model/observation.js';
import { parseColour } from '@zicht-op/renderer/colour.js';
import { patternTile } from '@zicht-op/renderer/patterns.js';
import type { HatchColours } from '@zicht-op/renderer/choropleth-appearance.js';

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

/** Fills the canvas of a legend's swatch with a hatch. */
export const missingSwatch = (kind: MissingKind, colours: HatchColours) =>
  ref((element) => {
    const canvas = element as HTMLCanvasElement | undefined;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    context.fillStyle = createMissingPattern(context, kind, colours, SWATCH_RATIO);
    context.fillRect(0, 0, canvas.width, canvas.height);
  });

import type { AreaRaster } from './area-raster.js';
import type { Fills } from './fills.js';

/** A part of a canvas. */
export interface PixelRows {
  readonly top: number;
  readonly bottom: number;
  /** Red, green, blue, alpha in one number per pixel, alpha highest: `ImageData` on a little-endian machine, as all are that have a browser. */
  readonly pixels: Uint32Array;
}

/** Writes the colours of some rows of a raster. Every pixel is written; a place in no shape is transparent. */
export function paintAreas(raster: AreaRaster, fills: Fills, { top, bottom, pixels }: PixelRows): void {
  const { rowStart, end, content, width } = raster;
  const { colourOfShape, patternOfShape, patterns } = fills;
  for (let row = top; row < bottom; row++) {
    const base = (row - top) * width;
    let column = 0;
    for (let run = rowStart[row]; run < rowStart[row + 1]; run++) {
      const stop = end[run];
      const shape = content[run];
      if (shape < 0) {
        for (; column < stop; column++) pixels[base + column] = blend(raster, fills, ~shape, column, row);
      } else if (patternOfShape[shape] === 0) {
        const colour = colourOfShape[shape];
        if (stop - column < 8) for (; column < stop; column++) pixels[base + column] = colour;
        else pixels.fill(colour, base + column, base + (column = stop));
      } else {
        const pattern = patterns[patternOfShape[shape] - 1];
        for (; column < stop; column++) pixels[base + column] = pattern.at(column, row);
      }
    }
  }
}

/** The colour of a pixel that several shapes share, each with its part; alpha weighs as much as the part. */
function blend({ mixes }: AreaRaster, fills: Fills, start: number, column: number, row: number): number {
  const { colourOfShape, patternOfShape, patterns } = fills;
  const stop = start + mixes[start];
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  for (let at = start + 1; at <= stop; at++) {
    const shape = mixes[at] >>> 8;
    const pattern = patternOfShape[shape];
    const colour = pattern === 0 ? colourOfShape[shape] : patterns[pattern - 1].at(column, row);
    const weight = (mixes[at] & 255) * (colour >>> 24);
    red += (colour & 255) * weight;
    green += ((colour >>> 8) & 255) * weight;
    blue += ((colour >>> 16) & 255) * weight;
    alpha += weight;
  }
  if (alpha === 0) return 0;
  const half = alpha / 2;
  return (
    ((((alpha + 127) / 255) << 24) |
      (((blue + half) / alpha) << 16) |
      (((green + half) / alpha) << 8) |
      ((red + half) / alpha)) >>>
    0
  );
}

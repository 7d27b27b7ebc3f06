import type { LineMask } from './line-mask.js';
import type { PixelRows } from './paint-areas.js';

/** Cover of a pixel in 255ths, times alpha in 255ths. */
const WHOLE = 255 * 255;

/**
 * Lays lines over the pixels of some rows. `colours` are packed (see `packColour`), by rank; a line of a rank without a
 * colour isn't painted. A see-through colour shows what is below it as much less covered.
 */
export function paintBorders(mask: LineMask, colours: ArrayLike<number>, { top, bottom, pixels }: PixelRows): void {
  const { cover, rank, onlyRank, width } = mask;
  const colourOfRank = Uint32Array.from({ length: 256 }, (_, i) => colours[i] ?? 0);
  const four = new Uint32Array(cover.buffer, 0, cover.length >> 2);
  const start = top * width;
  const end = bottom * width;
  for (let at = start; at < end; at++) {
    if (cover[at] === 0) {
      // Most of a picture has no lines: four pixels at a time.
      if ((at & 3) === 3) while (at + 4 < end && four[(at + 1) >> 2] === 0) at += 4;
      continue;
    }
    const colour = colourOfRank[rank ? rank[at] : onlyRank];
    const part = cover[at] * (colour >>> 24);
    if (part === WHOLE) pixels[at - start] = colour;
    else if (part > 0) pixels[at - start] = blend(colour, part, pixels[at - start]);
  }
}

/** A colour that covers a part, in `WHOLE`ths, of another. */
function blend(colour: number, part: number, below: number): number {
  const alphaBelow = below >>> 24;
  if (alphaBelow === 0) return (((part / 255 + 0.5) << 24) | (colour & 0xffffff)) >>> 0;
  const rest = (alphaBelow * (WHOLE - part)) / 255;
  const alpha = part + rest;
  // In 256ths: whole numbers are quicker, and this is done for many pixels.
  const share = ((part / alpha) * 256 + 0.5) | 0;
  const red = mixed(colour & 255, below & 255, share);
  const green = mixed((colour >>> 8) & 255, (below >>> 8) & 255, share);
  const blue = mixed((colour >>> 16) & 255, (below >>> 16) & 255, share);
  return (((alpha / 255 + 0.5) << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

const mixed = (upper: number, lower: number, share: number): number => lower + (((upper - lower) * share + 128) >> 8);

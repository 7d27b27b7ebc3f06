import type { MissingKind } from '@zicht-op/core/model/observation.js';
import { mix, over, packColour, type Rgba } from './colour.js';
import type { Pattern } from './fills.js';

/** Colours of the patterns for missing figures; they differ from every class by form, not by colour alone. */
export interface PatternColours {
  readonly background: Rgba;
  readonly ink: Rgba;
}

/** A square of pixels that repeats without seams. */
export interface PatternTile {
  /** Canvas pixels along a side. */
  readonly size: number;
  /** Row by row, as in `PixelRows`. */
  readonly pixels: Uint32Array;
}

/** CSS pixels along a side of a tile. */
const SIDE = 8;
/** Below it a tile is one shade; above it no screen. */
const SMALLEST = 4;
const LARGEST = SIDE * 16;

/** How much of a pixel of a tile of that size is ink, 0 … 1. */
type Coverage = (column: number, row: number, size: number) => number;

/**
 * Lines along the axes begin and end on whole pixels, so that they are sharp at every density; slanted ones are smooth.
 */
const DRAWINGS: Readonly<Record<MissingKind, Coverage | null>> = {
  withheld: (column, row, size) => sampled(column, row, (x, y) => isOnSlant(x, y, size, 1.6)),
  unknown: (column, row, size) =>
    [2, 6].some((middle) => isBetween(column, middle, 1.8, size) && isBetween(row, middle, 1.8, size)) ? 1 : 0,
  impossible: (_, row, size) => (isBetween(row, SIDE / 2, 1, size) ? 1 : 0),
  none: null,
  uncovered: (column, row, size) =>
    isBetween(row, SIDE / 2, 0.8, size) || isBetween(column, SIDE / 2, 0.8, size) ? 1 : 0,
};

/**
 * The pattern of a kind of missing as pixels: slanted lines for `withheld`, dots for `unknown`, level lines for
 * `impossible`, a grid for `uncovered`, the bare background for `none`. Its size is that of 8 CSS pixels; a pixel ratio
 * that is no positive number counts as 1.
 */
export function patternTile(kind: MissingKind, { background, ink }: PatternColours, pixelRatio: number): PatternTile {
  const size = tileSize(pixelRatio);
  const inked = over(ink, background);
  const shades = new Map<number, number>();
  const pixels = Uint32Array.from(coverage(kind, size), (covered) => {
    const shade = shades.get(covered) ?? packColour(mix(background, inked, covered / SAMPLES));
    shades.set(covered, shade);
    return shade;
  });
  return { size, pixels };
}

/**
 * The same, to fill areas of a canvas with. `phase` is where the canvas's first pixel lies on the map, in canvas pixels:
 * the pattern stands still on the map when the canvas moves over it.
 */
export function missingPattern(
  kind: MissingKind,
  colours: PatternColours,
  pixelRatio: number,
  phase: { readonly x: number; readonly y: number },
): Pattern {
  const { size, pixels } = patternTile(kind, colours, pixelRatio);
  const [right, down] = [remainder(phase.x, size), remainder(phase.y, size)];
  return { at: (column, row) => pixels[((row + down) % size) * size + ((column + right) % size)] };
}

const tileSize = (pixelRatio: number): number =>
  Math.min(LARGEST, Math.max(SMALLEST, Math.round(SIDE * (pixelRatio > 0 ? pixelRatio : 1))));

/** Never negative; 0 for NaN and the infinite. */
function remainder(place: number, size: number): number {
  const rest = Math.floor(place) % size;
  return rest >= 0 ? rest : rest + size || 0;
}

const SAMPLES = 64;
const known = new Map<string, Uint8Array>();

/** In `SAMPLES`ths, per pixel of the tile. Kept: there are few kinds and sizes, and figures change often. */
function coverage(kind: MissingKind, size: number): Uint8Array {
  const key = `${kind} ${size}`;
  const found = known.get(key) ?? new Uint8Array(size * size);
  const drawing = DRAWINGS[kind];
  if (!known.has(key) && drawing)
    for (let at = 0; at < found.length; at++) found[at] = drawing(at % size, Math.floor(at / size), size) * SAMPLES;
  known.set(key, found);
  return found;
}

/** Whether a pixel lies in a stroke of a width around a middle, both in CSS pixels; at least one pixel does. */
function isBetween(pixel: number, middle: number, width: number, size: number): boolean {
  const pixels = Math.max(1, Math.round((width * size) / SIDE));
  const start = Math.round((middle * size) / SIDE - pixels / 2);
  return pixel >= start && pixel < start + pixels;
}

/** Lines that rise to the right, one through every corner of the tile. */
function isOnSlant(x: number, y: number, size: number, width: number): boolean {
  const along = (x + y) % size;
  const distance = Math.min(along, size - along) * Math.SQRT1_2;
  return distance < (width * size) / SIDE / 2;
}

function sampled(column: number, row: number, isInk: (x: number, y: number) => boolean): number {
  let inked = 0;
  for (let i = 0; i < SAMPLES; i++) if (isInk(column + ((i & 7) + 0.5) / 8, row + ((i >> 3) + 0.5) / 8)) inked++;
  return inked / SAMPLES;
}

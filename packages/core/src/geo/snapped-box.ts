import type { Bounds } from './bounds.js';

/** Of the view's size, on each side: a small move needs no other box. */
const MARGIN = 1 / 3;
/** Cells along the longer side of a view, at least. */
const CELLS = 4;
/** Smallest cell, in degrees: some two kilometres, and exactly five decimals. */
const SMALLEST = 2 ** -5;

/**
 * The box to ask for when a view is looked at: the view and some more, on a lattice that depends on the view's size alone,
 * so that views that differ a little ask for the same. Cells are a power of two of a degree, an eighth to a quarter of the
 * view, and never below 1/32 degree. Null for a view without area, beyond the world, or with a coordinate that is no
 * number.
 */
export function snappedBox([west, south, east, north]: Bounds): Bounds | null {
  const [width, height] = [east - west, north - south];
  const span = Math.max(width, height);
  if (!(width > 0 && height > 0 && Number.isFinite(span))) return null;
  const cell = Math.max(SMALLEST, 2 ** Math.floor(Math.log2(span / CELLS)));
  const below = (at: number, least: number): number => Math.max(least, Math.floor(at / cell) * cell);
  const above = (at: number, most: number): number => Math.min(most, Math.ceil(at / cell) * cell);
  const box: Bounds = [
    below(west - width * MARGIN, -180),
    below(south - height * MARGIN, -90),
    above(east + width * MARGIN, 180),
    above(north + height * MARGIN, 90),
  ];
  return box[0] < box[2] && box[1] < box[3] ? box : null;
}

/** True where a box lies in another one, edges included. False where a number is none. */
export const isInBox = (inner: Bounds, outer: Bounds): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

/** A box as OGC API Features asks for it (17-069r4, 7.15.3): four numbers with commas, here with at most five decimals. */
export const formatBox = (box: Bounds): string => box.map((at) => String(Number(at.toFixed(5)) + 0)).join(',');

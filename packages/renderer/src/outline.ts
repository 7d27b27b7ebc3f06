import { ArcPen } from './arc-pen.js';
import type { Context2d } from './context.js';
import { canvasSize, type PixelView } from './pixel-view.js';
import type { WorldGeometry } from './world-geometry.js';

/** A line around regions that are pointed at or selected, with a halo that parts it from any colour. */
export interface OutlineStyle {
  readonly colour: string;
  readonly halo: string;
  /** CSS pixels of the line itself, `WIDEST` at most. */
  readonly width: number;
}

/** Left, top, right, bottom in canvas pixels. */
export type PixelBox = readonly [left: number, top: number, right: number, bottom: number];

/** CSS pixels. */
export const WIDEST = 4;
/** CSS pixels: a region whose longer side is below it gets a ring, so that it can be found. */
const SMALL = 8;
const RING_RADIUS = 8;
/** CSS pixels by which the halo shows on either side of the line. */
const HALO = 1.25;
const REACH = WIDEST / 2 + HALO;

/**
 * Draws outlines: first the halos of all, then their lines, so that neighbours don't cut into each other. A region too
 * small to be seen gets a ring around it instead. Nothing is drawn of a shape without rings, of one out of view, and of a
 * number that is no shape's.
 */
export function outlineShapes(
  context: Context2d,
  geometry: WorldGeometry,
  shapes: readonly number[],
  view: PixelView,
  { colour, halo, width }: OutlineStyle,
): void {
  const line = Math.min(WIDEST, width);
  if (!(line > 0)) return;
  const pen = new ArcPen(context, geometry, view, REACH);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = 'source-over';
  context.lineJoin = context.lineCap = 'round';
  for (const [stroke, lineWidth] of [[halo, line + 2 * HALO] as const, [colour, line] as const]) {
    context.strokeStyle = stroke;
    context.lineWidth = lineWidth * view.pixelRatio;
    for (const shape of shapes) {
      const place = placeOf(geometry, shape, view);
      if (!place) continue;
      context.beginPath();
      if (place.ring) context.arc(place.ring.x, place.ring.y, RING_RADIUS * view.pixelRatio, 0, 2 * Math.PI);
      else for (const arc of arcsAround(geometry, shape)) pen.trace(arc);
      context.stroke();
    }
  }
}

/**
 * The pixels that `outlineShapes` may touch, whole and within the canvas: all that has to be cleared. Null where it touches
 * none.
 */
export function outlineBox(geometry: WorldGeometry, shapes: readonly number[], view: PixelView): PixelBox | null {
  const [width, height] = canvasSize(view);
  // A smooth edge reaches into one more pixel.
  const margin = REACH * view.pixelRatio + 1;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const shape of shapes) {
    const place = placeOf(geometry, shape, view);
    if (!place) continue;
    left = Math.min(left, place.box[0] - margin);
    top = Math.min(top, place.box[1] - margin);
    right = Math.max(right, place.box[2] + margin);
    bottom = Math.max(bottom, place.box[3] + margin);
  }
  const box = [Math.max(0, Math.floor(left)), Math.max(0, Math.floor(top))] as const;
  const end = [Math.min(width, Math.ceil(right)), Math.min(height, Math.ceil(bottom))] as const;
  return box[0] < end[0] && box[1] < end[1] ? [...box, ...end] : null;
}

interface Place {
  /** Of what is drawn. */
  readonly box: PixelBox;
  /** Middle of the ring around a small region. */
  readonly ring: { readonly x: number; readonly y: number } | null;
}

/** Null for a shape without area, or wholly off the canvas. */
function placeOf({ boxes }: WorldGeometry, shape: number, view: PixelView): Place | null {
  const { scale, originX, originY, pixelRatio } = view;
  const at = shape * 4;
  const left = (boxes[at] * scale - originX) * pixelRatio;
  const top = (boxes[at + 1] * scale - originY) * pixelRatio;
  const right = (boxes[at + 2] * scale - originX) * pixelRatio;
  const bottom = (boxes[at + 3] * scale - originY) * pixelRatio;
  if (!(left <= right)) return null;
  const [x, y, radius] = [(left + right) / 2, (top + bottom) / 2, RING_RADIUS * pixelRatio];
  const isSmall = Math.max(right - left, bottom - top) < SMALL * pixelRatio;
  const box: PixelBox = isSmall ? [x - radius, y - radius, x + radius, y + radius] : [left, top, right, bottom];
  const [width, height] = canvasSize(view);
  const reach = REACH * pixelRatio;
  if (box[0] > width + reach || box[1] > height + reach || box[2] < -reach || box[3] < -reach) return null;
  return { box, ring: isSmall ? { x, y } : null };
}

/** Without those walked there and back, which lie inside. */
function arcsAround({ boundaries }: WorldGeometry, shape: number): Set<number> {
  const { ringArcs, ringStart, shapeRings } = boundaries;
  const arcs = new Set<number>();
  for (let at = ringStart[shapeRings[shape]]; at < ringStart[shapeRings[shape + 1]]; at++) {
    const arc = ringArcs[at] < 0 ? ~ringArcs[at] : ringArcs[at];
    if (!arcs.delete(arc)) arcs.add(arc);
  }
  return arcs;
}

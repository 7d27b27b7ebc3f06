import { ArcPen } from './arc-pen.js';
import type { ArcSides } from './arc-sides.js';
import type { Context2d } from './context.js';
import type { PixelView } from './pixel-view.js';
import type { WorldGeometry } from './world-geometry.js';

export { borderWidths } from './border-widths.js';

/** Lines of one rank. */
export interface BorderLine {
  readonly colour: string;
  /** CSS pixels; 0, or no positive number: none. */
  readonly width: number;
}

export interface BorderStrokes {
  readonly sides: ArcSides;
  /** Per border of `sides`, a position in `styles`; see `borderRanks`. One past their end is not drawn. */
  readonly rankOfBorder: ArrayLike<number>;
  /** Later ones, the wider levels, lie over earlier ones. */
  readonly styles: readonly BorderLine[];
  readonly isShown: (shape: number) => boolean;
}

/** Arcs per path: the time a canvas needs for a path grows faster than the path. */
const ARCS_PER_PATH = 100;

/**
 * Draws borders: each arc once, in the style of its highest rank, where a shape on one of its sides is shown. Stops after
 * every path (see `inSlices`); until it has ended the context is its own. What was on the canvas stays below.
 */
export function* strokeBorders(
  context: Context2d,
  geometry: WorldGeometry,
  view: PixelView,
  strokes: BorderStrokes,
): Generator<void> {
  const { styles } = strokes;
  const widest = styles.reduce((width, style) => Math.max(width, style.width || 0), 0);
  if (widest === 0) return;
  const ranks = ranksInView(geometry, view, strokes, widest);
  const pen = new ArcPen(context, geometry, view, widest);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = 'source-over';
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const [rank, { colour, width }] of styles.entries()) {
    if (!(width > 0)) continue;
    context.strokeStyle = colour;
    context.lineWidth = width * view.pixelRatio;
    let count = 0;
    for (let arc = 0; arc < ranks.length; arc++) {
      if (ranks[arc] !== rank + 1) continue;
      if (count === 0) context.beginPath();
      pen.trace(arc);
      if (++count < ARCS_PER_PATH) continue;
      context.stroke();
      count = 0;
      yield;
    }
    if (count > 0) context.stroke();
    yield;
  }
}

/** Per arc the highest rank of its borders plus one; 0 for an arc that isn't drawn. */
function ranksInView(geometry: WorldGeometry, view: PixelView, strokes: BorderStrokes, margin: number): Uint8Array {
  const { sides, rankOfBorder, isShown } = strokes;
  const { arcBoxes } = geometry;
  const { scale, originX, originY, width, height } = view;
  const [left, top] = [(originX - margin) / scale, (originY - margin) / scale];
  const [right, bottom] = [(originX + width + margin) / scale, (originY + height + margin) / scale];
  const ranks = new Uint8Array(arcBoxes.length / 4);
  for (let border = 0; border < sides.arcs.length; border++) {
    const arc = sides.arcs[border];
    const box = arc * 4;
    if (arcBoxes[box] > right || arcBoxes[box + 2] < left || arcBoxes[box + 1] > bottom || arcBoxes[box + 3] < top)
      continue;
    const rank = rankOfBorder[border] + 1;
    if (rank <= ranks[arc]) continue;
    const second = sides.sides[border * 2 + 1];
    if (isShown(sides.sides[border * 2]) || (second >= 0 && isShown(second))) ranks[arc] = rank;
  }
  return ranks;
}

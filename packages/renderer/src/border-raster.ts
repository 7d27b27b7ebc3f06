import type { ArcSides } from './arc-sides.js';
import { LineMask } from './line-mask.js';
import { canvasSize, type PixelView } from './pixel-view.js';
import type { WorldGeometry } from './world-geometry.js';

export interface BorderStrokes {
  readonly sides: ArcSides;
  /** Per border of `sides`, a position in `styles`; see `borderRanks`. One past their end is not drawn. */
  readonly rankOfBorder: ArrayLike<number>;
  /** Later ones, the wider levels, lie over earlier ones. Width in CSS pixels; 0, or no positive number: none. */
  readonly styles: readonly { readonly width: number }[];
  readonly isShown: (shape: number) => boolean;
}

/** Points nearer to each other than this, in canvas pixels, are one; ends of arcs always stay. */
const THINNING = 0.5;
/** Points between two looks at the clock: a fraction of a millisecond. */
const POINTS_PER_STEP = 2000;

/**
 * Borders as pixels: each arc once, in its highest rank, where a shape on one of its sides is shown. Can be stopped every
 * few thousand points (see `inSlices`). Null where no line has a width.
 *
 * A canvas could stroke them, but one without a graphics card needs up to ten times as long for lines wider than a pixel
 * of its own, and does it in one go when the picture is shown.
 */
export function* rasterBorders(
  geometry: WorldGeometry,
  view: PixelView,
  strokes: BorderStrokes,
): Generator<void, LineMask | null> {
  const { styles } = strokes;
  const widest = styles.reduce((width, style) => Math.max(width, style.width || 0), 0);
  const [width, height] = canvasSize(view);
  if (widest === 0 || width === 0 || height === 0) return null;
  const ranks = ranksInView(geometry, view, strokes, widest);
  const { arcStart } = geometry.boundaries;
  const mask = new LineMask(width, height);
  for (const [rank, style] of styles.entries()) {
    if (!(style.width > 0)) continue;
    mask.setPen(style.width * view.pixelRatio, rank);
    let points = 0;
    for (let arc = 0; arc < ranks.length; arc++) {
      if (ranks[arc] !== rank + 1) continue;
      drawArc(mask, geometry, view, arc);
      points += arcStart[arc + 1] - arcStart[arc];
      if (points < POINTS_PER_STEP) continue;
      points = 0;
      yield;
    }
  }
  return mask;
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

function drawArc(mask: LineMask, { points, boundaries }: WorldGeometry, view: PixelView, arc: number): void {
  const scale = view.scale * view.pixelRatio;
  const left = view.originX * view.pixelRatio;
  const top = view.originY * view.pixelRatio;
  const first = boundaries.arcStart[arc] * 2;
  const last = boundaries.arcStart[arc + 1] * 2 - 2;
  let fromX = points[first] * scale - left;
  let fromY = points[first + 1] * scale - top;
  for (let at = first + 2; at <= last; at += 2) {
    const x = points[at] * scale - left;
    const y = points[at + 1] * scale - top;
    if (at < last && Math.abs(x - fromX) < THINNING && Math.abs(y - fromY) < THINNING) continue;
    mask.line(fromX, fromY, x, y);
    fromX = x;
    fromY = y;
  }
}

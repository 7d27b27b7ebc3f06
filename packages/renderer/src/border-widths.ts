import type { PixelView } from './pixel-view.js';
import type { WorldGeometry } from './world-geometry.js';

/** CSS pixels: areas of a middle size below it have no borders, which would hide their colours. */
const SMALLEST = 6;
/** Part of the middle size that a border may take. */
const SHARE = 1 / 24;

/**
 * How wide borders may be in a view at most, in CSS pixels, per rank of `borderRanks`; 0 where areas are too small for
 * any. What counts is the middle size of the areas in view that a rank parts: `shapes` for rank 0, the groups of
 * `groups[k - 1]` for rank `k`. So the borders of provincies stay where those of buurten would cover all. A rank without
 * groups, as the outer edge, has no limit: Infinity.
 *
 * The size of an area is the smaller side of its box. Without an area in view a limit is 0.
 */
export function borderWidths(
  geometry: WorldGeometry,
  view: PixelView,
  shapes: readonly number[],
  ranks: number,
  groups: readonly ArrayLike<number>[] = [],
): number[] {
  return Array.from({ length: ranks }, (_, rank) => {
    if (rank > groups.length) return Infinity;
    const boxes = rank === 0 ? shapeBoxes(geometry, shapes) : groupBoxes(geometry, shapes, groups[rank - 1]);
    const middle = middleSize(boxes, view);
    return middle < SMALLEST ? 0 : middle * SHARE;
  });
}

/** Four numbers each, as in `WorldGeometry.boxes`. */
function shapeBoxes({ boxes }: WorldGeometry, shapes: readonly number[]): Float64Array {
  const found = new Float64Array(shapes.length * 4);
  for (let i = 0; i < shapes.length; i++)
    for (let side = 0; side < 4; side++) found[i * 4 + side] = boxes[shapes[i] * 4 + side];
  return found;
}

function groupBoxes({ boxes }: WorldGeometry, shapes: readonly number[], group: ArrayLike<number>): Float64Array {
  const places = new Map<number, number>();
  for (const shape of shapes) if (group[shape] >= 0 && !places.has(group[shape])) places.set(group[shape], places.size);
  const found = new Float64Array(places.size * 4);
  for (let at = 0; at < found.length; at += 4) found.set([Infinity, Infinity, -Infinity, -Infinity], at);
  for (const shape of shapes) {
    const place = places.get(group[shape]);
    if (place === undefined) continue;
    const [at, from] = [place * 4, shape * 4];
    found[at] = Math.min(found[at], boxes[from]);
    found[at + 1] = Math.min(found[at + 1], boxes[from + 1]);
    found[at + 2] = Math.max(found[at + 2], boxes[from + 2]);
    found[at + 3] = Math.max(found[at + 3], boxes[from + 3]);
  }
  return found;
}

/** CSS pixels; 0 where none is in view. */
function middleSize(boxes: Float64Array, { scale, originX, originY, width, height }: PixelView): number {
  const [left, top, right, bottom] = [originX, originY, originX + width, originY + height].map((edge) => edge / scale);
  const sizes = new Float64Array(boxes.length / 4);
  let count = 0;
  for (let at = 0; at < boxes.length; at += 4) {
    if (boxes[at] > right || boxes[at + 1] > bottom || !(boxes[at + 2] >= left) || !(boxes[at + 3] >= top)) continue;
    sizes[count++] = Math.min(boxes[at + 2] - boxes[at], boxes[at + 3] - boxes[at + 1]);
  }
  if (count === 0) return 0;
  return sizes.subarray(0, count).sort()[count >> 1] * scale;
}

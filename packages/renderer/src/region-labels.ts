import { quickInteriorPoint } from '@zicht-op/core/geo/interior-point.js';
import { drawLabels, placeLabels, type LabelCandidate, type LabelStyle, type PlacedLabel } from './labels.js';
import { isSameView, type PixelView } from './pixel-view.js';
import type { Overlay } from './region-renderer.js';
import { toWorld, type WorldGeometry } from './world-geometry.js';

export interface RegionLabels {
  readonly geometry: WorldGeometry;
  /** Shapes that are drawn. */
  readonly shapes: readonly number[];
  /** Name of a shape; an empty one isn't written. */
  readonly nameOf: (shape: number) => string;
  readonly style: LabelStyle;
}

/** CSS pixels: a region narrower than it has room for no name, so that its middle needn't be found. */
const NARROWEST = 24;
/** CSS pixels from line to line. */
const LINE_HEIGHT = 14;

/**
 * Writes the names of regions over them, where they fit and don't collide. They are chosen once per view: new figures
 * leave them where they are. Without shapes nothing is written.
 */
export function regionLabels({ geometry, shapes, nameOf, style }: RegionLabels): Overlay {
  const middles = new Map<number, readonly [x: number, y: number] | null>();
  let last: { readonly view: PixelView; readonly placed: readonly PlacedLabel[] } | null = null;

  const middleOf = (shape: number): readonly [x: number, y: number] | null => {
    const found = middles.get(shape);
    if (found !== undefined) return found;
    const place = quickInteriorPoint(geometry.boundaries, shape);
    const middle = place && toWorld(geometry.projection, ...place);
    middles.set(shape, middle);
    return middle;
  };

  function candidates({ scale, originX, originY, width, height }: PixelView): LabelCandidate[] {
    const { boxes } = geometry;
    const [left, top] = [originX / scale, originY / scale];
    const [right, bottom] = [(originX + width) / scale, (originY + height) / scale];
    return shapes.flatMap((shape) => {
      const [minX, minY, maxX, maxY] = boxes.subarray(shape * 4, shape * 4 + 4);
      const isOut = !(maxX >= left && minX <= right && maxY >= top && minY <= bottom);
      if (isOut || (maxX - minX) * scale < NARROWEST) return [];
      const middle = middleOf(shape);
      if (!middle) return [];
      return { shape, text: nameOf(shape), x: middle[0], y: middle[1], width: maxX - minX, height: maxY - minY };
    });
  }

  return (context, view) => {
    context.font = style.font;
    const measure = (text: string) => ({ width: context.measureText(text).width, height: LINE_HEIGHT });
    if (!last || !isSameView(last.view, view)) last = { view, placed: placeLabels(candidates(view), view, measure) };
    drawLabels(context, last.placed, view, style);
  };
}

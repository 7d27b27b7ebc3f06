import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import type { PixelView } from '@zicht-op/renderer/pixel-view.js';
import { canvasSize } from '@zicht-op/renderer/pixel-view.js';
import { worldGeometry, type WorldGeometry } from '@zicht-op/renderer/world-geometry.js';
import { gridTopology } from '../../../support/grid-country.js';
import { valueOf } from '../../../support/observe.js';

/** On the plane the grid's areas are a tenth of a unit wide, from here. */
const [WEST, NORTH] = [5, -52.5];
const AREA = 0.1;

export function gridGeometry(columns: number, rows: number): WorldGeometry {
  const document = valueOf(parseBoundaries(gridTopology({ columns, rows }), {}));
  return worldGeometry(valueOf(document.ofLevel('gemeente')), 'plain');
}

/** A view in which areas are `size` CSS pixels wide, and the first begins `margin` CSS pixels from the corner. */
export function gridView(size: number, changes: Partial<PixelView> & { readonly margin?: number } = {}): PixelView {
  const { margin = 0, ...rest } = changes;
  const scale = size / AREA;
  const place = { originX: WEST * scale - margin, originY: NORTH * scale - margin };
  return { scale, ...place, width: 120, height: 100, pixelRatio: 1, ...rest };
}

/** What was drawn. Places are in CSS pixels. */
export interface Drawn {
  readonly context: OffscreenCanvasRenderingContext2D;
  /** Red, green, blue, alpha of the pixel at a place. */
  at(x: number, y: number): string;
  /** Left, top, right, bottom of all that isn't see-through, in canvas pixels; null for an empty canvas. */
  inked(): [number, number, number, number] | null;
}

export function draw(view: PixelView, paint: (context: OffscreenCanvasRenderingContext2D) => void): Drawn {
  const [width, height] = canvasSize(view);
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  paint(context);
  const { data } = context.getImageData(0, 0, width, height);
  return {
    context,
    at(x, y) {
      const from = (Math.floor(y * view.pixelRatio) * width + Math.floor(x * view.pixelRatio)) * 4;
      return [...data.slice(from, from + 4)].join(' ');
    },
    inked() {
      let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let at = 0; at < width * height; at++) {
        if (data[at * 4 + 3] === 0) continue;
        const [column, row] = [at % width, Math.floor(at / width)];
        left = Math.min(left, column);
        top = Math.min(top, row);
        right = Math.max(right, column + 1);
        bottom = Math.max(bottom, row + 1);
      }
      return left < right ? [left, top, right, bottom] : null;
    },
  };
}

import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import { finish } from '@zicht-op/core/tasks/slices.js';
import { arcSides } from '@zicht-op/renderer/arc-sides.js';
import { rasterBorders, type BorderStrokes } from '@zicht-op/renderer/border-raster.js';
import type { LineMask } from '@zicht-op/renderer/line-mask.js';
import type { PixelView } from '@zicht-op/renderer/pixel-view.js';
import { worldGeometry } from '@zicht-op/renderer/world-geometry.js';
import { describe, expect, it } from 'vitest';
import { gridTopology } from '../support/grid-country.js';
import { valueOf } from '../support/observe.js';

/** 3 by 2 areas of 10 pixels each, of which the first begins at 5.5, 5.5. */
const GEOMETRY = worldGeometry(
  valueOf(valueOf(parseBoundaries(gridTopology({ columns: 3, rows: 2 }), {})).ofLevel('gemeente')),
  'plain',
);
const SIDES = arcSides(GEOMETRY.boundaries);
const VIEW: PixelView = { scale: 100, originX: 494.5, originY: -5255.5, width: 40, height: 30, pixelRatio: 1 };

function raster(view: PixelView = VIEW, strokes: Partial<BorderStrokes> = {}): LineMask | null {
  const rankOfBorder = new Uint8Array(SIDES.arcs.length);
  const all = { sides: SIDES, rankOfBorder, styles: [{ width: 1 }], isShown: () => true };
  return finish(rasterBorders(GEOMETRY, view, { ...all, ...strokes }));
}
const coverAt = (mask: LineMask | null, x: number, y: number): number | undefined => mask?.cover[y * mask.width + x];
const isEmpty = (mask: LineMask | null): boolean => mask?.cover.every((cover) => cover === 0) ?? false;

describe('rasterBorders', () => {
  it.each([[[]], [[{ width: 0 }]], [[{ width: -1 }]], [[{ width: NaN }, { width: 0 }]]])(
    'is null where no line has a width: %j',
    (styles) => expect(raster(VIEW, { styles })).toBe(null),
  );
  it('is null on a canvas of no size', () => {
    expect(raster({ ...VIEW, width: 0 })).toBe(null);
    expect(raster({ ...VIEW, height: 0.2 })).toBe(null);
  });

  it.each<Partial<PixelView>>([
    { originX: 1e7 },
    { originX: -1e7 },
    { originY: 1e7 },
    { originY: -1e7 },
    { scale: 1e9, originX: 5.05e9, originY: -52.45e9 },
  ])('is empty where no border is in view: %o', (place) => expect(isEmpty(raster({ ...VIEW, ...place }))).toBe(true));

  it.each([1, 2])('has lines where borders lie, at a pixel ratio of %d', (pixelRatio) => {
    const mask = raster({ ...VIEW, pixelRatio });
    const half = pixelRatio === 2 ? 1 : 0;
    expect([mask?.width, mask?.height]).toEqual([40 * pixelRatio, 30 * pixelRatio]);
    for (const line of [5, 15, 25, 35]) expect(coverAt(mask, line * pixelRatio + half, 10 * pixelRatio)).toBe(255);
    for (const line of [5, 15, 25]) expect(coverAt(mask, 10 * pixelRatio, line * pixelRatio + half)).toBe(255);
    expect(coverAt(mask, 10 * pixelRatio, 10 * pixelRatio)).toBe(0);
  });

  it('has the edge of a wide line whose middle is out of view', () => {
    const styles = [{ width: 6 }];
    expect(coverAt(raster({ ...VIEW, originX: 502 }, { styles }), 0, 10)).toBe(255);
    expect(coverAt(raster({ ...VIEW, originX: 487.5, width: 10 }, { styles }), 9, 10)).toBe(128);
    expect(coverAt(raster({ ...VIEW, originY: -5248 }, { styles }), 10, 0)).toBe(255);
  });

  it('has lines also where areas are smaller than half a pixel', () =>
    expect(isEmpty(raster({ ...VIEW, scale: 4, originX: 18, originY: -212 }))).toBe(false));

  it('has only borders beside a shown shape', () => {
    const mask = raster(VIEW, { isShown: (shape) => shape === 0 });
    expect([coverAt(mask, 5, 10), coverAt(mask, 15, 10), coverAt(mask, 25, 10)]).toEqual([255, 255, 0]);
    expect(isEmpty(raster(VIEW, { isShown: () => false }))).toBe(true);
  });

  it('never asks whether the outside is shown', () => {
    const asked: number[] = [];
    raster(VIEW, { isShown: (shape) => asked.push(shape) < 0 });
    expect(Math.min(...asked)).toBe(0);
  });

  it('gives each arc its highest rank', () => {
    const twice = { arcs: Uint32Array.of(0, 0, 0), sides: Int32Array.of(0, 1, 2, 3, 4, -1) };
    const styles = [{ width: 1 }, { width: 1 }, { width: 0 }];
    const mask = raster(VIEW, { sides: twice, rankOfBorder: [0, 1, 0], styles });
    expect(new Set(mask?.rank)).toEqual(new Set([0, 1]));
    expect(isEmpty(raster(VIEW, { sides: twice, rankOfBorder: [0, 2, 0], styles }))).toBe(true);
    expect(isEmpty(raster(VIEW, { sides: twice, rankOfBorder: [9, 0, 0], styles }))).toBe(true);
  });
});

import type { AreaRaster } from '@zicht-op/renderer/area-raster.js';
import type { PixelView } from '@zicht-op/renderer/pixel-view.js';
import type { Cell, RingPlane } from '../../support/ring-plane.js';

/** Share of each shape in a pixel of a raster, and of none (-1), in 255ths. */
export function partsAt(raster: AreaRaster, column: number, row: number): Map<number, number> {
  let run = raster.rowStart[row];
  while (raster.end[run] <= column) run++;
  const content = raster.content[run];
  if (content >= 0) return new Map([[content - 1, 255]]);
  const start = ~content;
  const entries = raster.mixes.subarray(start + 1, start + 1 + raster.mixes[start]);
  return new Map(Array.from(entries, (entry) => [(entry >>> 8) - 1, entry & 255]));
}

/** The only shape in a pixel, -1 where there is none; `mixed` where several share it. */
export function wholeAt(raster: AreaRaster, column: number, row: number): number | 'mixed' {
  const parts = [...partsAt(raster, column, row).keys()];
  return parts.length === 1 ? parts[0] : 'mixed';
}

/** What is wrong with a raster as a format: see `Runs`. None for a good one. */
export function faultsOf(raster: AreaRaster): string[] {
  const { rowStart, end, content, mixes, width, height, geometry } = raster;
  const shapes = geometry.boundaries.codes.length;
  const faults: string[] = [];
  if (rowStart.length !== height + 1 || rowStart[0] !== 0) faults.push('rows: not one start per row and an end');
  if (rowStart[height] !== end.length || end.length !== content.length) faults.push('rows: runs outside rows');
  for (let row = 0; row < height; row++) {
    let column = 0;
    for (let run = rowStart[row]; run < rowStart[row + 1]; run++) {
      if (end[run] <= column) faults.push(`row ${row}: run ${run} is empty`);
      column = end[run];
      if (content[run] > shapes) faults.push(`row ${row}: no such shape`);
      if (content[run] < 0)
        faults.push(...faultsOfMix(mixes, ~content[run], shapes).map((fault) => `row ${row}: ${fault}`));
    }
    if (column !== width) faults.push(`row ${row}: ends at ${column}`);
  }
  return faults;
}

function faultsOfMix(mixes: Uint32Array, start: number, shapes: number): string[] {
  const count = mixes[start];
  if (!(count >= 2) || start + count >= mixes.length) return ['a mix of less than two, or cut off'];
  const entries = Array.from(mixes.subarray(start + 1, start + 1 + count));
  const faults: string[] = [];
  if (entries.reduce((sum, entry) => sum + (entry & 255), 0) !== 255) faults.push('parts don’t add up to 255');
  if (entries.some((entry) => (entry & 255) === 0)) faults.push('a part of nothing');
  if (new Set(entries.map((entry) => entry >>> 8)).size !== count) faults.push('a shape twice in a mix');
  if (entries.some((entry) => entry >>> 8 > shapes)) faults.push('no such shape in a mix');
  return faults;
}

/** A pixel of a view in the plane that it looks at. */
export function cellOf(
  { scale, originX, originY, pixelRatio }: PixelView,
  column: number,
  row: number,
  grow = 0,
): Cell {
  const x = (pixel: number): number => (originX + pixel / pixelRatio) / scale;
  const y = (pixel: number): number => (originY + pixel / pixelRatio) / scale;
  return { left: x(column - grow), top: y(row - grow), right: x(column + 1 + grow), bottom: y(row + 1 + grow) };
}

/** Places per side of a pixel at which the independent judge looks. */
export const SAMPLES = 16;

/**
 * By how much a shape's part of a pixel may differ from what the judge finds, as a share of the pixel; null where no border
 * touches the pixel, and both must say the same. Elsewhere it is the sum of:
 *
 * - `horizontal / (2 * lines)`: what scan lines can miss. The length of a shape along a horizontal changes, over the
 *   height of a pixel, by no more than the horizontal extent of the borders in it; taken in the middle of each of `lines`
 *   slices, a quantity that varies by V is off by V / (2 * lines) at most. That is an eighth for one border and four lines.
 * - `(horizontal + vertical) / (2 * SAMPLES)`: the same for the places that the judge looks at, on both axes. As its rows are
 *   few, it may meet a border once more often than the vertical extent tells: a quarter is added.
 * - one 255th, to which parts are rounded.
 */
export function toleranceAt({ view }: AreaRaster, plane: RingPlane, column: number, row: number): number | null {
  const perPlane = view.scale * view.pixelRatio;
  const lines = view.pixelRatio >= 2 ? 2 : 4;
  const around = plane.bordersIn(cellOf(view, column, row, 1e-6));
  const [horizontal, both] = [around.horizontal * perPlane, (around.horizontal + around.vertical) * perPlane];
  return both > 0 ? horizontal / (2 * lines) + (both + 0.25) / (2 * SAMPLES) + 1 / 255 : null;
}

export interface Comparison {
  /** Pixels that no border touches, and those that lie on one. */
  whole: number;
  shared: number;
  /** What differs by more than can be explained, for the message. */
  readonly faults: string[];
  /** Difference of each shape's part in each shared pixel, as a share of the pixel. */
  readonly differences: number[];
}

/** Compares pixels of a raster with the independent judge: see `toleranceAt`. */
export function compare(
  raster: AreaRaster,
  plane: RingPlane,
  pixels: Iterable<readonly [column: number, row: number]> = allPixels(raster),
): Comparison {
  const comparison: Comparison = { whole: 0, shared: 0, faults: [], differences: [] };
  for (const [column, row] of pixels) {
    const tolerance = toleranceAt(raster, plane, column, row);
    const isShared = tolerance !== null;
    const expected = plane.partsOf(cellOf(raster.view, column, row), isShared ? SAMPLES : 1);
    const found = partsAt(raster, column, row);
    comparison[isShared ? 'shared' : 'whole']++;
    for (const shape of new Set([...expected.keys(), ...found.keys()])) {
      const difference = Math.abs((found.get(shape) ?? 0) / 255 - (expected.get(shape) ?? 0));
      if (isShared) comparison.differences.push(difference);
      if (difference > (tolerance ?? 0))
        comparison.faults.push(
          `${column},${row}: shape ${shape} ${found.get(shape) ?? 0} / 255 where it is ${expected.get(shape) ?? 0} ± ${tolerance ?? 0}`,
        );
    }
  }
  return comparison;
}

export function* allPixels({ width, height }: AreaRaster): Generator<[column: number, row: number]> {
  for (let row = 0; row < height; row++) for (let column = 0; column < width; column++) yield [column, row];
}

/** A quantile of what `compare` found, 0 where it found nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/**
 * What the levels of Voorbeeldland look like, as text that can be read and compared: the whole country in 80 columns, and how
 * many pixels each area has. A change shows in the difference of a file in test/fixtures/rasters. Where it is meant:
 * `npx vitest run test/renderer/area-raster-golden.test.ts -u`, and look at what became of them.
 */
import { describe, expect, it } from 'vitest';
import { finish } from '@zicht-op/core/tasks/slices.js';
import { rasterAreas, type AreaRaster } from '@zicht-op/renderer/area-raster.js';
import { boxAround, worldGeometry } from '@zicht-op/renderer/world-geometry.js';
import { makeCountry, type SmallLevel } from '@zicht-op/voorbeeldland/small.js';
import { shapesOf } from '../core/geo/support/shapes.js';
import { faultsOf, partsAt } from './support/raster.js';

const COLUMNS = 80;
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

const country = makeCountry();

/** The whole country, a pixel wider than high on paper as well: letters are twice as high as they are wide. */
function rasterOf(level: SmallLevel): AreaRaster {
  const geometry = worldGeometry(shapesOf(country.boundaries(level), level), 'web-mercator');
  const [left, top, right, bottom] = boxAround(geometry, geometry.boundaries.codes.keys()) ?? [0, 0, 0, 0];
  const scale = (COLUMNS - 2) / (right - left);
  const height = Math.ceil((bottom - top) * scale) + 2;
  return finish(
    rasterAreas(geometry, {
      scale,
      originX: left * scale - 1,
      originY: top * scale - 1,
      width: COLUMNS,
      height,
      pixelRatio: 1,
    }),
  );
}

/** The shape with the largest part of each pixel: a letter, the same one again after 52 shapes; a dot for none. */
function pictureOf(raster: AreaRaster): string {
  const letter = (column: number, row: number): string => {
    const [[shape]] = [...partsAt(raster, column, row)].sort((a, b) => b[1] - a[1]);
    return shape < 0 ? '.' : LETTERS[shape % LETTERS.length];
  };
  return Array.from({ length: raster.height }, (_, row) =>
    Array.from({ length: raster.width }, (_, column) => letter(column, row)).join(''),
  ).join('\n');
}

/** Pixels per area, in tenths: all its parts together. */
function sizesOf(raster: AreaRaster): string {
  const { codes } = raster.geometry.boundaries;
  const sizes = new Float64Array(codes.length + 1);
  for (let row = 0; row < raster.height; row++)
    for (let column = 0; column < raster.width; column++)
      for (const [shape, part] of partsAt(raster, column, row)) sizes[shape + 1] += part / 255;
  return ['-', ...codes].map((code, at) => `${code} ${sizes[at].toFixed(1)}`).join('\n');
}

describe('a raster of Voorbeeldland', () => {
  it.each<SmallLevel>(['gemeente', 'wijk', 'buurt'])('looks as it did, level %s', async (level) => {
    const raster = rasterOf(level);
    expect(faultsOf(raster)).toEqual([]);
    const text = `${pictureOf(raster)}\n\n${sizesOf(raster)}\n`;
    await expect(text).toMatchFileSnapshot(`../fixtures/rasters/${level}.txt`);
  });
});

import { describe, expect, it } from 'vitest';
import { finish } from '@zicht-op/core/tasks/slices.js';
import { rasterAreas, type AreaRaster } from '@zicht-op/renderer/area-raster.js';
import type { Fills } from '@zicht-op/renderer/fills.js';
import { Mix } from '@zicht-op/renderer/mix.js';
import { paintAreas } from '@zicht-op/renderer/paint-areas.js';
import { RunWriter } from '@zicht-op/renderer/runs.js';
import { worldGeometry } from '@zicht-op/renderer/world-geometry.js';
import { Random } from '@zicht-op/voorbeeldland/random/random.js';
import { cells, sharedWorld, view } from './support/worlds.js';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const NOTHING: Colour = [0, 0, 0, 0];
const RED: Colour = [255, 0, 0, 255];
const GREEN: Colour = [0, 200, 10, 255];
const GLASS: Colour = [10, 20, 250, 51];

const inOne = ([red, green, blue, alpha]: Colour): number => ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
const apart = (colour: number): Colour => [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255, colour >>> 24];

/** No shape, then a colour per shape. */
function fillsOf(...colours: Colour[]): Fills {
  const all = [NOTHING, ...colours];
  return { colourOfShape: Uint32Array.from(all, inOne), patternOfShape: new Uint8Array(all.length), patterns: [] };
}

/** A raster of one row per list: shapes with their parts, and the column up to which they go. */
function rasterOf(width: number, ...rows: [end: number, ...parts: [shape: number, part: number][]][][]): AreaRaster {
  const writer = new RunWriter(rows.length);
  for (const runs of rows) {
    for (const [end, ...parts] of runs) {
      const mix = new Mix();
      for (const [shape, part] of parts) mix.add(shape, part);
      writer.add(end, mix, 1);
    }
    writer.endRow();
  }
  // Nothing else: painting needs neither geometry nor view.
  return { width, height: rows.length, ...writer.finish() } as AreaRaster;
}

function paint(raster: AreaRaster, fills: Fills, top = 0, bottom = raster.height): Colour[] {
  // Full of what was there before.
  const pixels = new Uint32Array(raster.width * (bottom - top)).fill(0xdeadbeef);
  paintAreas(raster, fills, { top, bottom, pixels });
  return Array.from(pixels, apart);
}

/** Of one pixel that shapes share. */
const mixed = (fills: Fills, ...parts: [shape: number, part: number][]): Colour =>
  paint(rasterOf(1, [[1, ...parts]]), fills)[0];

describe('paintAreas', () => {
  it('paints nothing where there are no rows', () => {
    expect(paint(rasterOf(3), fillsOf(RED))).toEqual([]);
    expect(paint(rasterOf(1, [[1, [0, 1]]]), fillsOf(RED), 1, 1)).toEqual([]);
  });

  it('writes every pixel, a place in no shape as transparent', () => {
    const raster = rasterOf(3, [
      [1, [-1, 1]],
      [2, [0, 1]],
      [3, [1, 1]],
    ]);
    expect(paint(raster, fillsOf(RED, GLASS))).toEqual([NOTHING, RED, GLASS]);
  });

  it.each([1, 7, 8, 9, 40])('writes a run of %d pixels up to its end and no further', (length) => {
    const raster = rasterOf(length + 2, [
      [1, [-1, 1]],
      [length + 1, [0, 1]],
      [length + 2, [1, 1]],
    ]);
    expect(paint(raster, fillsOf(RED, GREEN))).toEqual([NOTHING, ...Array<Colour>(length).fill(RED), GREEN]);
  });

  it('writes the rows asked for, from the start of the pixels', () => {
    const raster = rasterOf(1, [[1, [0, 1]]], [[1, [1, 1]]], [[1, [-1, 1]]]);
    expect(paint(raster, fillsOf(RED, GREEN), 1, 3)).toEqual([GREEN, NOTHING]);
  });

  it.each<[string, Fills, [number, number][], Colour]>([
    [
      'two colours by their parts',
      fillsOf(RED, GREEN),
      [
        [0, 0.2],
        [1, 0.8],
      ],
      [51, 160, 8, 255],
    ],
    [
      'a colour beside nothing as that colour, less opaque',
      fillsOf(RED),
      [
        [0, 0.4],
        [-1, 0.6],
      ],
      [255, 0, 0, 102],
    ],
    [
      'a colour beside one that isn’t drawn alike',
      fillsOf(RED, NOTHING),
      [
        [0, 0.4],
        [1, 0.6],
      ],
      [255, 0, 0, 102],
    ],
    [
      'nothing beside what isn’t drawn as nothing',
      fillsOf(NOTHING),
      [
        [0, 0.4],
        [-1, 0.6],
      ],
      NOTHING,
    ],
    [
      'glass beside nothing',
      fillsOf(GLASS),
      [
        [0, 0.4],
        [-1, 0.6],
      ],
      [10, 20, 250, 20],
    ],
    // 255 × 0.8 × 1 against 250 × 0.2 × 0.2: alpha weighs.
    [
      'glass beside a colour',
      fillsOf(RED, GLASS),
      [
        [0, 0.8],
        [1, 0.2],
      ],
      [243, 1, 12, 214],
    ],
    [
      'a colour beside the same colour as itself',
      fillsOf(GREEN, GREEN),
      [
        [0, 0.3],
        [1, 0.7],
      ],
      GREEN,
    ],
    [
      'glass beside the same glass as itself',
      fillsOf(GLASS, GLASS),
      [
        [0, 0.3],
        [1, 0.7],
      ],
      GLASS,
    ],
    [
      'white beside white as white',
      fillsOf([255, 255, 255, 255], [255, 255, 255, 255]),
      [
        [0, 0.5],
        [1, 0.5],
      ],
      [255, 255, 255, 255],
    ],
    [
      'three of them',
      fillsOf([255, 0, 0, 255], [0, 255, 0, 255], [0, 0, 255, 255]),
      [
        [0, 0.2],
        [1, 0.2],
        [2, 0.6],
      ],
      [51, 51, 153, 255],
    ],
  ])('blends %s', (_what, fills, parts, colour) => {
    expect(mixed(fills, ...parts)).toEqual(colour);
    expect(mixed(fills, ...[...parts].reverse())).toEqual(colour);
  });

  it('blends any number of colours of any alpha to what exact arithmetic gives, to half a step', () => {
    const random = new Random(1, 'blend');
    for (let i = 0; i < 500; i++) {
      const count = 2 + random.int(300);
      const colours = Array.from({ length: count }, (): Colour => [
        random.int(256),
        random.int(256),
        random.int(256),
        random.pick([0, 1, 51, 255, 255]),
      ]);
      const parts = colours.map((_, shape): [number, number] => [shape, random.next() + 1e-3]);
      const total = parts.reduce((sum, [, part]) => sum + part, 0);
      const raster = rasterOf(1, [[1, ...parts.map(([shape, part]): [number, number] => [shape, part / total])]]);
      const start = ~raster.content[0];
      const [alpha, ...weighted] = [3, 0, 1, 2].map((channel) => {
        let sum = 0;
        for (let at = start + 1; at <= start + raster.mixes[start]; at++) {
          const colour = colours[(raster.mixes[at] >>> 8) - 1];
          sum += ((raster.mixes[at] & 255) / 255) * colour[3] * (channel === 3 ? 1 : colour[channel]);
        }
        return sum;
      });
      const painted = paint(raster, fillsOf(...colours))[0];
      if (alpha === 0) expect(painted).toEqual(NOTHING);
      else {
        expect(Math.abs(painted[3] - alpha)).toBeLessThanOrEqual(0.51);
        weighted.forEach((sum, channel) => expect(Math.abs(painted[channel] - sum / alpha)).toBeLessThanOrEqual(0.51));
      }
    }
  });

  describe('with a pattern', () => {
    /** Every pixel tells where it stands. */
    const PATTERN = { at: (column: number, row: number): number => inOne([column, row, 7, 255]) };
    const fills: Fills = {
      colourOfShape: Uint32Array.from([NOTHING, RED, RED], inOne),
      patternOfShape: Uint8Array.from([0, 0, 2]),
      patterns: [{ at: () => 0 }, PATTERN],
    };

    it('paints it by the pixel of the canvas, not of the shape or of the rows asked for', () => {
      const run: [number, ...[number, number][]][] = [
        [2, [0, 1]],
        [4, [1, 1]],
      ];
      expect(paint(rasterOf(4, run, run), fills, 1, 2)).toEqual([RED, RED, [2, 1, 7, 255], [3, 1, 7, 255]]);
    });

    it('mixes it at the edge of the shape, pixel by pixel', () => {
      const raster = rasterOf(4, [
        [2, [0, 1]],
        [4, [0, 0.6], [1, 0.4]],
      ]);
      expect(paint(raster, fills).slice(2)).toEqual([
        [154, 0, 3, 255],
        [154, 0, 3, 255],
      ]);
    });
  });

  it('paints a made raster again and again without its geometry', () => {
    const { boundaries } = sharedWorld(cells(new Random(2, 'again'), 30, 0.3));
    const { width, height, rowStart, end, content, mixes } = finish(
      rasterAreas(worldGeometry(boundaries, 'plain'), view()),
    );
    const bare = { width, height, rowStart, end, content, mixes } as AreaRaster;
    const before = structuredClone(bare);
    const colours = boundaries.codes.map((_, shape): Colour => [shape, 255 - shape, 9, 255]);
    const first = paint(bare, fillsOf(...colours));
    const second = paint(bare, fillsOf(...colours.map(() => RED)));
    expect(new Set(second.map(inOne))).toEqual(new Set([inOne(RED)]));
    expect(paint(bare, fillsOf(...colours))).toEqual(first);
    expect(bare).toEqual(before);
  });
});

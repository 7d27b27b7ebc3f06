import { packColour } from '@zicht-op/renderer/colour.js';
import { LineMask } from '@zicht-op/renderer/line-mask.js';
import { paintBorders } from '@zicht-op/renderer/paint-borders.js';
import { describe, expect, it } from 'vitest';

const BLACK = packColour({ red: 0, green: 0, blue: 0, alpha: 1 });
const RED = packColour({ red: 255, green: 0, blue: 0, alpha: 1 });
const WHITE = 0xffffffff;

/** Covers of one row. */
function maskOf(covers: readonly number[], ranks: readonly number[] = []): LineMask {
  const mask = new LineMask(covers.length, 1);
  mask.cover.set(covers);
  mask.onlyRank = 0;
  if (ranks.length > 0) mask.rank = Uint8Array.from(ranks);
  return mask;
}
function painted(mask: LineMask, colours: readonly number[], below: number): string[] {
  const pixels = new Uint32Array(mask.width).fill(below);
  paintBorders(mask, colours, { top: 0, bottom: mask.height, pixels });
  return Array.from(pixels, (pixel) => pixel.toString(16).padStart(8, '0'));
}

describe('paintBorders', () => {
  it('leaves pixels alone where no line is, or its rank has no colour', () => {
    expect(painted(maskOf([0, 0, 0]), [BLACK], WHITE)).toEqual(['ffffffff', 'ffffffff', 'ffffffff']);
    expect(painted(maskOf([255], [3]), [BLACK], WHITE)).toEqual(['ffffffff']);
    expect(painted(maskOf([255]), [0], WHITE)).toEqual(['ffffffff']);
  });

  it('covers as much as the line does', () =>
    expect(painted(maskOf([255, 128, 1]), [BLACK], WHITE)).toEqual(['ff000000', 'ff7f7f7f', 'fffefefe']));

  it('keeps its hue where nothing is below', () =>
    expect(painted(maskOf([255, 128]), [RED], 0)).toEqual(['ff0000ff', '800000ff']));

  it('lets what is below shine through a see-through colour', () =>
    expect(painted(maskOf([255]), [packColour({ red: 0, green: 0, blue: 0, alpha: 0.5 })], WHITE)).toEqual([
      'ff7f7f7f',
    ]));

  it('has a colour per rank', () =>
    expect(painted(maskOf([255, 255], [0, 1]), [BLACK, RED], WHITE)).toEqual(['ff000000', 'ff0000ff']));

  it('finds every line, wherever it lies between empty pixels', () => {
    for (let width = 1; width < 30; width++)
      for (let at = 0; at < width; at++) {
        const mask = maskOf(Array.from({ length: width }, (_, i) => (i === at ? 255 : 0)));
        expect(painted(mask, [BLACK], WHITE).indexOf('ff000000')).toBe(at);
      }
  });

  it('paints the rows asked for, from the start of the pixels given', () => {
    const mask = new LineMask(3, 5);
    mask.onlyRank = 0;
    mask.cover.fill(255, 6, 9);
    const pixels = new Uint32Array(6);
    paintBorders(mask, [BLACK], { top: 1, bottom: 3, pixels });
    expect([...pixels]).toEqual([0, 0, 0, BLACK, BLACK, BLACK]);
    paintBorders(mask, [RED], { top: 3, bottom: 5, pixels });
    expect([...pixels]).toEqual([0, 0, 0, BLACK, BLACK, BLACK]);
  });
});

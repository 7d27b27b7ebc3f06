import { KINDS, type MissingKind } from '@zicht-op/core/model/observation.js';
import { describe, expect, it } from 'vitest';
import { TRANSPARENT } from '@zicht-op/renderer/colour.js';
import { missingPattern, patternTile } from '@zicht-op/renderer/patterns.js';

const MISSING = KINDS.filter((kind): kind is MissingKind => kind !== 'value');
const WHITE = { red: 255, green: 255, blue: 255, alpha: 1 };
const BLACK = { red: 0, green: 0, blue: 0, alpha: 1 };
const ON_PAPER = { background: WHITE, ink: BLACK };
const AT_THE_ORIGIN = { x: 0, y: 0 };

/** A tile as text: ink, paper, and what lies between. */
function seen(kind: MissingKind, pixelRatio = 1): string[] {
  const { size, pixels } = patternTile(kind, ON_PAPER, pixelRatio);
  const sign = (red: number): string => (red === 255 ? '.' : red === 0 ? '#' : '+');
  return Array.from({ length: size }, (_, row) =>
    [...pixels.subarray(row * size, (row + 1) * size)].map((pixel) => sign(pixel & 255)).join(''),
  );
}

/** Part that is ink, 0 … 1. */
const darkness = (kind: MissingKind, pixelRatio = 1): number => {
  const { pixels } = patternTile(kind, ON_PAPER, pixelRatio);
  return 1 - pixels.reduce((sum, pixel) => sum + (pixel & 255), 0) / pixels.length / 255;
};

describe('patternTile', () => {
  it.each([
    [1, 8],
    [1.25, 10],
    [1.5, 12],
    [2, 16],
    [3, 24],
    [0.25, 4],
    [0, 8],
    [-2, 8],
    [NaN, 8],
    [Infinity, 128],
  ])('has at a pixel ratio of %d a side of %d', (pixelRatio, size) => {
    const tile = patternTile('withheld', ON_PAPER, pixelRatio);
    expect([tile.size, tile.pixels.length]).toEqual([size, size * size]);
  });

  it('leaves what has no figure bare', () => expect(new Set(seen('none'))).toEqual(new Set(['........'])));

  it('draws lines along the axes and dots sharply', () => {
    for (const pixelRatio of [1, 1.25, 1.5, 2, 3])
      for (const kind of ['unknown', 'impossible', 'uncovered'] as const)
        expect(seen(kind, pixelRatio).join('')).not.toContain('+');
  });

  it.each(MISSING.filter((kind) => kind !== 'none'))('has as much ink for %s at every density', (kind) => {
    for (const pixelRatio of [1.25, 1.5, 2, 3])
      expect(Math.abs(darkness(kind, pixelRatio) - darkness(kind))).toBeLessThan(0.09);
    expect(darkness(kind)).toBeGreaterThan(0.1);
    expect(darkness(kind)).toBeLessThan(0.5);
  });

  it('tells kinds apart by form: no two agree in black and white', () => {
    const forms = MISSING.map((kind) => seen(kind).join('\n'));
    expect(new Set(forms).size).toBe(MISSING.length);
  });

  it('has lines for withheld figures that rise to the right, smooth, and meet at the edges', () => {
    const rows = seen('withheld');
    rows.forEach((row, i) => expect(row).toBe(rows[0].slice(i) + rows[0].slice(0, i)));
    expect(rows[0]).toMatch(/\+/);
  });

  it('keeps a see-through background and half-covered ink on it', () => {
    const { pixels } = patternTile('withheld', { background: TRANSPARENT, ink: BLACK }, 2);
    const alphas = new Set([...pixels].map((pixel) => pixel >>> 24));
    expect(alphas.has(0) && alphas.has(255) && alphas.size > 2).toBe(true);
    expect([...pixels].every((pixel) => (pixel & 0xffffff) === 0)).toBe(true);
  });

  it('lets the background shine through ink that is half there, as a canvas would', () => {
    const { pixels } = patternTile('impossible', { background: WHITE, ink: { ...BLACK, alpha: 0.5 } }, 1);
    expect(new Set(pixels)).toEqual(new Set([0xffffffff, 0xff808080]));
  });
});

describe('missingPattern', () => {
  it('repeats in both directions', () => {
    const pattern = missingPattern('uncovered', ON_PAPER, 1.5, AT_THE_ORIGIN);
    for (let i = 0; i < 12; i++) expect(pattern.at(i, 3)).toBe(pattern.at(i + 24, 15));
  });

  it.each([
    [{ x: 5, y: 0 }, 'right'],
    [{ x: -3, y: 2 }, 'over zero'],
    [{ x: 123456789, y: -987654321 }, 'far'],
  ])('stands still on the map when the canvas moves by %o (%s)', (moved) => {
    const before = missingPattern('unknown', ON_PAPER, 1, AT_THE_ORIGIN);
    const after = missingPattern('unknown', ON_PAPER, 1, moved);
    const wrap = (place: number): number => ((place % 8) + 8) % 8;
    for (let row = 0; row < 8; row++)
      for (let column = 0; column < 8; column++)
        expect(after.at(column, row)).toBe(before.at(wrap(column + moved.x), wrap(row + moved.y)));
  });

  it.each([NaN, Infinity, -Infinity])('gives colours for a phase of %d too', (x) => {
    const pattern = missingPattern('withheld', ON_PAPER, 1, { x, y: 0 });
    expect(pattern.at(3, 4)).toBe(missingPattern('withheld', ON_PAPER, 1, AT_THE_ORIGIN).at(3, 4));
  });
});

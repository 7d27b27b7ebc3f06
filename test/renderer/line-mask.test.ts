import { LineMask } from '@zicht-op/renderer/line-mask.js';
import { describe, expect, it } from 'vitest';

function drawn(lines: readonly (readonly [number, number, number, number])[], width = 1, size = 8): LineMask {
  const mask = new LineMask(size, size);
  mask.setPen(width, 0);
  for (const line of lines) mask.line(...line);
  return mask;
}
const rows = ({ cover, width, height }: LineMask): number[][] =>
  Array.from({ length: height }, (_, row) => [...cover.subarray(row * width, (row + 1) * width)]);
const column = (mask: LineMask, at: number): number[] => rows(mask).map((row) => row[at]);
const sum = (mask: LineMask): number => mask.cover.reduce((total, cover) => total + cover, 0) / 255;

describe('LineMask', () => {
  it('can be of no size', () => {
    const mask = drawn([[0, 0, 5, 5]], 1, 0);
    expect(mask.cover).toHaveLength(0);
  });

  it.each<[string, [number, number, number, number]]>([
    ['no number', [NaN, 2, 5, 5]],
    ['no number further on', [1, 2, 5, NaN]],
    ['to the left', [-9, 0, -3, 8]],
    ['to the right', [12, 0, 11, 8]],
    ['above', [0, -5, 8, -2]],
    ['below', [0, 11, 8, 12]],
    ['past a corner', [-4, 2, 2, -4]],
    ['infinitely far', [Infinity, 2, Infinity, 5]],
  ])('draws nothing of a line with a place that is %s', (_, line) => expect(sum(drawn([line]))).toBe(0));

  it('is sharp on the middle of pixels', () =>
    expect(column(drawn([[0, 3.5, 8, 3.5]]), 4)).toEqual([0, 0, 0, 255, 0, 0, 0, 0]));
  it('is shared between two rows of pixels', () =>
    expect(column(drawn([[0, 4, 8, 4]]), 4)).toEqual([0, 0, 0, 128, 128, 0, 0, 0]));
  it('is sharp with a width of two between pixels', () =>
    expect(column(drawn([[0, 4, 8, 4]], 2), 4)).toEqual([0, 0, 0, 255, 255, 0, 0, 0]));
  it('is fainter, not narrower, below a pixel', () =>
    expect(column(drawn([[0, 3.5, 8, 3.5]], 0.25), 4)).toEqual([0, 0, 0, 64, 0, 0, 0, 0]));

  it('is the same upright, and in either direction', () => {
    const level = drawn([[1, 3.3, 6, 4.1]]);
    const upright = drawn([[3.3, 1, 4.1, 6]]);
    rows(level).forEach((row, i) => expect(row).toEqual(column(upright, i)));
    expect(drawn([[6, 4.1, 1, 3.3]]).cover).toEqual(level.cover);
  });

  it('has nearly level lines where they are', () => {
    for (const rise of [1e-300, 1e-9, 1e-5, 1e-2])
      expect(Math.abs(sum(drawn([[-1, 3.5, 9, 3.5 + rise]])) - 8)).toBeLessThan(0.2);
  });

  it('has a line that rises by the least there is', () =>
    expect(column(drawn([[-1, 0, 9, 5e-324]], 2), 4)).toEqual([255, 0, 0, 0, 0, 0, 0, 0]));

  it.each([0.5, 1, 1.7, 3])('covers as much as the width, %d, times the length, in any direction', (width) => {
    for (let angle = 0; angle < Math.PI; angle += 0.3) {
      const [x, y] = [Math.cos(angle) * 20, Math.sin(angle) * 20];
      const wide = Math.max(1, width);
      const whole = sum(drawn([[32 - x, 32 - y, 32 + x, 32 + y]], width, 64));
      const expected = Math.min(1, width) * (40 * wide + Math.PI * (wide / 2) ** 2);
      expect(Math.abs(whole - expected) / expected).toBeLessThan(0.06);
    }
  });

  it('draws a dot for a line without length', () => expect(sum(drawn([[4, 4, 4, 4]], 3))).toBeGreaterThan(5));

  it('does not add up where lines meet or lie on each other', () => {
    const once = drawn([[0, 4, 8, 4]]);
    const cut = drawn([
      [0, 4, 3, 4],
      [3, 4, 8, 4],
      [8, 4, 0, 4],
    ]);
    expect(cut.cover).toEqual(once.cover);
  });

  it('draws the part in view of a line from far away', () => {
    const far = drawn([[-1e9, -1e9, 1e9, 1e9]]);
    for (let i = 0; i < 8; i++) expect(far.cover[i * 9]).toBe(255);
    expect(sum(far)).toBeLessThan(13);
  });

  it('gives a pixel to the later rank where that has half of it or more cover than is there', () => {
    const mask = drawn([[0, 3.5, 8, 3.5]]);
    mask.setPen(1, 1);
    mask.line(3.5, 0, 3.5, 8);
    const rankAt = (at: number): number | undefined => mask.rank?.[at];
    expect([rankAt(3 * 8 + 3), rankAt(3 * 8 + 6), rankAt(6 * 8 + 3)]).toEqual([1, 0, 1]);
    mask.setPen(0.8, 2);
    mask.line(0, 3.5, 8, 3.5);
    expect([rankAt(3 * 8 + 6), mask.cover[3 * 8 + 6]]).toEqual([2, 255]);
    mask.setPen(0.2, 3);
    mask.line(0, 3.5, 8, 3.5);
    expect(rankAt(3 * 8 + 6)).toBe(2);
  });

  it('keeps no rank for each pixel while all lines are of one', () => {
    const mask = drawn([[0, 3.5, 8, 3.5]]);
    expect([mask.rank, mask.onlyRank]).toEqual([null, 0]);
    mask.setPen(2, 0);
    expect(mask.rank).toBe(null);
  });
});

import { describe, expect, it } from 'vitest';
import type { Bounds } from '@zicht-op/core/geo/bounds.js';
import { formatBox, isInBox, snappedBox } from '@zicht-op/core/geo/snapped-box.js';

const UTRECHT: Bounds = [5.01, 52.03, 5.21, 52.13];

describe('a snapped box', () => {
  it.each([
    ['without width', [5, 52, 5, 53]],
    ['without height', [5, 52, 6, 52]],
    ['the wrong way round', [6, 52, 5, 53]],
    ['with a coordinate that is no number', [NaN, 52, 6, 53]],
    ['without an end', [5, 52, Infinity, 53]],
    ['beyond the world', [540, 52, 541, 53]],
  ] as [string, Bounds][])('is null for a view %s', (_what, view) => {
    expect(snappedBox(view)).toBeNull();
  });

  it('holds the view, a third of its size wider at least, and not much more', () => {
    const box = snappedBox(UTRECHT) as Bounds;
    const [width, height] = [0.2, 0.1];
    expect(isInBox([5.01 - width / 3, 52.03 - height / 3, 5.21 + width / 3, 52.13 + height / 3], box)).toBe(true);
    expect(box[2] - box[0]).toBeLessThanOrEqual(width * (5 / 3 + 2 / 4));
    expect(box[3] - box[1]).toBeLessThanOrEqual(height * (5 / 3) + (2 * width) / 4);
  });

  it('is the same for views that differ a little', () => {
    const moved = UTRECHT.map((at) => at + 0.001) as unknown as Bounds;
    expect(snappedBox(moved)).toEqual(snappedBox(UTRECHT));
    const nearer: Bounds = [5.011, 52.031, 5.209, 52.129];
    expect(snappedBox(nearer)).toEqual(snappedBox(UTRECHT));
  });

  it.each([1e-9, 0.001, 0.02, 0.3, 1, 7, 90])('stands on whole cells for a view of %f degrees', (span) => {
    const box = snappedBox([5.3, 52.1, 5.3 + span, 52.1 + span / 2]) as Bounds;
    const cell = Math.max(2 ** -5, 2 ** Math.floor(Math.log2(span / 4)));
    for (const at of box.filter((edge) => edge > -90 && edge < 90)) expect(at / cell).toBe(Math.round(at / cell));
    for (const at of box) expect(at).toBe(Number(at.toFixed(5)));
  });

  it('never falls below some kilometres, however near one looks', () => {
    const box = snappedBox([5.1, 52.1, 5.1000001, 52.1000001]) as Bounds;
    expect(box[2] - box[0]).toBeGreaterThanOrEqual(2 ** -5);
  });

  it('ends where the world does', () => {
    expect(snappedBox([-180, -90, 180, 90])).toEqual([-180, -90, 180, 90]);
    expect(snappedBox([-400, 80, 400, 89])).toEqual([-180, 0, 180, 90]);
  });
});

describe('a box in an address', () => {
  it.each([
    [[5, 52, 6, 53], '5,52,6,53'],
    [[5.03125, 52.96875, 6.5, 53], '5.03125,52.96875,6.5,53'],
    [[-0, -1e-7, 1 / 3, 89.9999999], '0,0,0.33333,90'],
  ] as [Bounds, string][])('%j is %s', (box, text) => {
    expect(formatBox(box)).toBe(text);
  });
});

describe('a box in another', () => {
  it.each([
    ['itself', [5, 52, 6, 53], true],
    ['one that reaches beyond an edge', [5, 52, 6.1, 53], false],
    ['one with no number', [NaN, 52, 6, 53], false],
  ] as [string, Bounds, boolean][])('%s', (_what, inner, expected) => {
    expect(isInBox(inner, [5, 52, 6, 53])).toBe(expected);
  });
});

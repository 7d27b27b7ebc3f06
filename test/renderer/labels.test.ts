import { placeLabels, type LabelCandidate } from '@zicht-op/renderer/labels.js';
import { describe, expect, it } from 'vitest';

const VIEW = { scale: 2, originX: 0, originY: 0, width: 200, height: 100, pixelRatio: 1 };
/** Ten pixels a letter. */
const measure = (text: string) => ({ width: text.length * 10, height: 12 });
/** In the middle of the canvas, with room for ten letters. */
const candidate = (more: Partial<LabelCandidate> = {}): LabelCandidate => ({
  shape: 0,
  text: 'Dorp',
  x: 50,
  y: 25,
  width: 50,
  height: 20,
  ...more,
});
const shapesOf = (candidates: LabelCandidate[], view = VIEW): number[] =>
  placeLabels(candidates, view, measure).map(({ shape }) => shape);

describe('placeLabels', () => {
  it('places nothing for nothing, or on no canvas', () => {
    expect(shapesOf([])).toEqual([]);
    expect(shapesOf([candidate()], { ...VIEW, width: 0, height: 0 })).toEqual([]);
  });

  it('places a label with its middle on its place, in CSS pixels', () => {
    const expected = [{ shape: 0, text: 'Dorp', x: 100, y: 50, width: 40, height: 12 }];
    expect(placeLabels([candidate()], VIEW, measure)).toEqual(expected);
    expect(placeLabels([candidate()], { ...VIEW, pixelRatio: 2 }, measure)).toEqual(expected);
    expect(placeLabels([candidate()], { ...VIEW, originX: 30 }, measure)[0].x).toBe(70);
  });

  it.each<[string, Partial<LabelCandidate>]>([
    ['no text', { text: '' }],
    ['blanks', { text: ' \t' }],
    ['no place', { x: NaN }],
    ['a place out of sight', { x: 1e9 }],
    ['a place at infinity', { y: -Infinity }],
    ['a place too near the edge', { x: 9 }],
    ['a place too near the lower edge', { y: 48 }],
    ['no size', { width: NaN }],
    ['no height', { height: 0 }],
    ['a shape without rings', { width: -Infinity, height: -Infinity }],
    ['too narrow a region', { width: 18 }],
    ['too low a region', { height: 5 }],
    ['a text as long as a book', { text: 'a'.repeat(100_000) }],
  ])('writes none with %s', (_, more) => expect(shapesOf([candidate(more)])).toEqual([]));

  it('lets a text stand out of its region a little', () => {
    expect(shapesOf([candidate({ width: 18.5 })])).toEqual([0]);
  });

  it.each([NaN, 0, -1, Infinity])('writes none that measures %d', (width) => {
    expect(placeLabels([candidate()], VIEW, () => ({ width, height: 12 }))).toEqual([]);
    expect(placeLabels([candidate()], VIEW, () => ({ width: 12, height: width }))).toEqual([]);
  });

  it('prefers larger regions, of equal ones the first', () => {
    const candidates = [candidate({ shape: 1, height: 19 }), candidate({ shape: 2 }), candidate({ shape: 3 })];
    expect(shapesOf(candidates)).toEqual([2]);
  });

  it('never lets two labels touch, and leaves no room unused', () => {
    const candidates: LabelCandidate[] = [];
    for (let i = 0; i < 2000; i++)
      candidates.push(
        candidate({ shape: i, text: 'abc', x: (i * 37.37) % 100, y: (i * 23.23) % 50, width: 20 + (i % 7) }),
      );
    const placed = placeLabels(candidates, VIEW, measure);
    expect(placed.length).toBeGreaterThan(10);
    for (const a of placed) {
      expect(a.x - a.width / 2 >= 0 && a.x + a.width / 2 <= 200 && a.y - 6 >= 0 && a.y + 6 <= 100).toBe(true);
      for (const b of placed)
        expect(a === b || Math.abs(a.x - b.x) >= (a.width + b.width) / 2 + 3 || Math.abs(a.y - b.y) >= 15).toBe(true);
    }
    expect(placeLabels(candidates, VIEW, measure)).toEqual(placed);
  });

  it('measures only what could be written', () => {
    let measured = 0;
    const count = (text: string) => (measured++, measure(text));
    placeLabels([candidate({ x: -100 }), candidate({ width: 2 }), candidate()], VIEW, count);
    expect(measured).toBe(1);
  });
});

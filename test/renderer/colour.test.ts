import { describe, expect, it } from 'vitest';
import { mix, over, packColour, parseColour, TRANSPARENT } from '@zicht-op/renderer/colour.js';

const colour = (red: number, green: number, blue: number, alpha = 1) => ({ red, green, blue, alpha });

describe('parseColour', () => {
  it.each([
    ['', 'nothing'],
    ['currentcolor', 'a colour of an element'],
    ['var(--x)', 'a variable'],
    ['#12345', 'five digits'],
    ['#gggggg', 'no digits'],
    ['rgb(1, 2)', 'two parts'],
    ['rgb(1, 2, 3, 4, 5)', 'five parts'],
    ['rgb(a, b, c)', 'no numbers'],
    ['rgb(srgb 1 2 3)', 'a space where none belongs'],
    ['color(1 0 0)', 'no space'],
    ['rgb(1, 2, 3); background: url(x)', 'more than a colour'],
  ])('is the fallback for %j: %s', (css) => {
    expect(parseColour(css)).toEqual(TRANSPARENT);
    expect(parseColour(css, colour(1, 2, 3))).toEqual(colour(1, 2, 3));
  });

  it.each([
    ['#fff', colour(255, 255, 255)],
    ['#F008', colour(255, 0, 0, 136 / 255)],
    ['#0a0b0c', colour(10, 11, 12)],
    ['#0a0b0c00', colour(10, 11, 12, 0)],
    [' rgb(1, 2, 3) ', colour(1, 2, 3)],
    ['rgba(1, 2, 3, 0.5)', colour(1, 2, 3, 0.5)],
    ['rgb(10% 100% 0% / 25%)', colour(25.5, 255, 0, 0.25)],
    ['rgb(none 2.5 300)', colour(0, 2.5, 255)],
    ['RGB(-5, 1e2, 3)', colour(0, 100, 3)],
    ['color(srgb 1 0.5 0)', colour(255, 127.5, 0)],
    ['color(srgb 1.2 -0.1 0 / 0.4)', colour(255, 0, 0, 0.4)],
    ['color(srgb 50% none 0%)', colour(127.5, 0, 0)],
  ])('reads %j without a browser', (css, expected) => expect(parseColour(css)).toEqual(expected));
});

describe('packColour', () => {
  it('puts alpha highest and red lowest, and never gives a negative number', () =>
    expect(packColour(colour(1, 2, 3)).toString(16)).toBe('ff030201'));
  it('cuts off what is out of range, and takes NaN for 0', () =>
    expect(packColour(colour(-4, 999, NaN, 7)).toString(16)).toBe('ff00ff00'));
});

describe('mix', () => {
  it.each([
    [NaN, 0],
    [-1, 0],
    [0, 0],
    [0.25, 50],
    [1, 200],
    [Infinity, 200],
  ])('goes the part %d of the way', (t, red) => expect(mix(colour(0, 0, 0), colour(200, 0, 0), t).red).toBe(red));
  it('takes no hue from what cannot be seen', () =>
    expect(mix(colour(255, 255, 255, 0), colour(10, 20, 30), 0.5)).toEqual(colour(10, 20, 30, 0.5)));
  it('mixes nothing with nothing to nothing', () => expect(mix(TRANSPARENT, TRANSPARENT, 0.5)).toEqual(TRANSPARENT));
});

describe('over', () => {
  it('shows what lies below as far as the upper colour lets it', () =>
    expect(over(colour(0, 0, 0, 0.5), colour(200, 100, 0))).toEqual(colour(100, 50, 0)));
  it('is the upper colour on nothing', () =>
    expect(over(colour(9, 8, 7, 0.5), TRANSPARENT)).toEqual(colour(9, 8, 7, 0.5)));
});

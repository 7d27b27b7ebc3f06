import chroma from 'chroma-js';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_DIVERGING_PALETTE,
  DEFAULT_PALETTE,
  isColourBlindSafe,
  paletteColours,
  PALETTE_NAMES,
  type Background,
} from '@zicht-op/core/view/colour.js';
import { difference, seenWith, VISIONS } from '../../support/colour-vision.js';

const BACKGROUNDS: readonly Background[] = ['light', 'dark'];

/** What lies around and between classes: pages, maps and the plain colour of missing areas, as our own styles have them. */
const SURROUNDINGS: Readonly<Record<Background, readonly string[]>> = {
  light: ['#ffffff', '#eef2f5', '#e3e7ec', '#f4f6f8'],
  dark: ['#14191f', '#10151a', '#2a323b', '#1b222a'],
};

const SAFE = PALETTE_NAMES.filter(isColourBlindSafe);
const DIVERGING = ['BrBG', 'PiYG', 'PRGn', 'PuOr', 'RdBu', 'RdGy', 'RdYlBu', 'RdYlGn', 'Spectral'];
const SEQUENTIAL = PALETTE_NAMES.filter((name) => !DIVERGING.includes(name));
const NUMBERS = [2, 3, 4, 5, 6, 7, 8, 9];

const lightness = (colour: string): number => chroma(colour).lab()[0];

/** The smallest difference between neighbours. */
const closest = (colours: readonly string[]): number =>
  Math.min(...colours.slice(1).map((colour, i) => difference(colours[i], colour)));

describe('a palette', () => {
  it('has the colours of ColorBrewer and viridis by name', () => {
    expect(PALETTE_NAMES).toEqual(expect.arrayContaining(['YlGnBu', 'Blues', 'OrRd', 'viridis', 'cividis', 'PuOr']));
    expect(new Set(PALETTE_NAMES.map((name) => name.toLowerCase())).size).toBe(18 + 5 + 9);
  });

  it.each(PALETTE_NAMES)('%s has as many different colours as there are classes, written as #rrggbb', (name) => {
    for (const background of BACKGROUNDS)
      for (const classes of [1, ...NUMBERS, 16]) {
        const colours = paletteColours(name, classes, { background });
        expect(colours).toHaveLength(classes);
        expect(new Set(colours).size).toBe(classes);
        expect(colours.join('')).toMatch(/^(#[0-9a-f]{6})+$/);
      }
  });

  it.each([0, -1])('has no colours for %d classes', (classes) => {
    expect(paletteColours('Blues', classes)).toEqual([]);
    expect(paletteColours('PuOr', classes)).toEqual([]);
  });

  it('is found in whatever case and with spaces around it', () => {
    expect(paletteColours(' ylgnbu ', 5)).toEqual(paletteColours('YlGnBu', 5));
    expect(paletteColours('Viridis', 5)).toEqual(paletteColours('viridis', 5));
  });

  it.each(['', 'regenboog', '__proto__', 'constructor', 'Set1'])('that is unknown (%j) is the default one', (name) => {
    expect(paletteColours(name, 5)).toEqual(paletteColours(DEFAULT_PALETTE, 5));
  });

  it('that is a default is colour-blind safe and has no red', () => {
    expect(isColourBlindSafe(DEFAULT_PALETTE)).toBe(true);
    expect(isColourBlindSafe(DEFAULT_DIVERGING_PALETTE)).toBe(true);
    for (const colour of [...paletteColours(DEFAULT_PALETTE, 9), ...paletteColours(DEFAULT_DIVERGING_PALETTE, 9)]) {
      const [, saturation, hue] = chroma(colour).lch();
      expect(saturation < 25 || (hue > 45 && hue < 345)).toBe(true);
    }
  });

  it.each(['RdYlGn', 'Spectral', 'RdGy', 'regenboog'])('%s isn’t called colour-blind safe', (name) => {
    expect(isColourBlindSafe(name)).toBe(false);
  });
});

it.each(PALETTE_NAMES)('on a dark page no class of %s is so dark that it is lost', (name) => {
  for (const colour of paletteColours(name, 9, { background: 'dark' }))
    expect(chroma.contrast(colour, SURROUNDINGS.dark[0])).toBeGreaterThan(2);
});

describe.each(BACKGROUNDS)('on a %s page', (background) => {
  it.each(SEQUENTIAL)('%s goes away from the page, in equal steps of lightness', (name) => {
    for (const classes of NUMBERS) {
      const steps = paletteColours(name, classes, { background }).map(lightness);
      const differences = steps.slice(1).map((step, i) => (background === 'light' ? steps[i] - step : step - steps[i]));
      expect(Math.min(...differences)).toBeGreaterThan(6);
      expect(Math.max(...differences) - Math.min(...differences)).toBeLessThan(1.5);
    }
  });

  it.each(PALETTE_NAMES)('no class of %s looks like the page, the map or a missing area', (name) => {
    for (const classes of NUMBERS)
      for (const colour of paletteColours(name, classes, { background }))
        for (const around of SURROUNDINGS[background]) expect(difference(colour, around)).toBeGreaterThan(6);
  });

  it.each(DIVERGING)('%s has its lightest colour in the middle, and ends that are equally dark or darker', (name) => {
    const steps = paletteColours(name, 7, { background }).map(lightness);
    expect(steps.slice(0, 4)).toEqual([...steps.slice(0, 4)].sort((a, b) => a - b));
    expect(steps.slice(3)).toEqual([...steps.slice(3)].sort((a, b) => b - a));
  });

  describe.each(VISIONS)('with %s', (vision) => {
    it.each(SAFE)('neighbouring classes of %s can be told apart', (name) => {
      for (const classes of NUMBERS) {
        const seen = paletteColours(name, classes, { background }).map((colour) => seenWith(vision, colour));
        expect(closest(seen)).toBeGreaterThan(classes <= 6 ? 5 : 3);
      }
    });

    it.each(SAFE.filter((name) => DIVERGING.includes(name)))('both ends of %s can be told apart', (name) => {
      for (const classes of [3, 5, 7, 9]) {
        const seen = paletteColours(name, classes, { background }).map((colour) => seenWith(vision, colour));
        for (let i = 0; i < (classes - 1) / 2; i++) {
          expect(difference(seen[i], seen[classes - 1 - i])).toBeGreaterThan(8);
        }
      }
    });
  });
});

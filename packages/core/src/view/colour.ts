import brewer from 'chroma-js/src/colors/colorbrewer.js';
import { hex } from 'chroma-js/src/io/hex/index.js';
import { lab } from 'chroma-js/src/io/lab/index.js';

/** Blue-green: no alarm in it, and safe for all kinds of colour blindness. */
export const DEFAULT_PALETTE = 'YlGnBu';

/** For deviations to either side: orange and purple, neither of which says "wrong". */
export const DEFAULT_DIVERGING_PALETTE = 'PuOr';

/** ColorBrewer's, one way from light to dark. Source: colorbrewer2.org, Brewer and Harrower, as chroma-js has them. */
const BREWER_SEQUENTIAL =
  'Blues BuGn BuPu GnBu Greens Greys Oranges OrRd PuBu PuBuGn PuRd Purples RdPu Reds YlGn YlGnBu YlOrBr YlOrRd'.split(
    ' ',
  );

/** ColorBrewer's, two ways from a light middle. */
const BREWER_DIVERGING = 'BrBG PiYG PRGn PuOr RdBu RdGy RdYlBu RdYlGn Spectral'.split(' ');

/** Nine points of each, evenly spaced. Source: Smith and Van der Walt, and for cividis Nuñez and others; CC0. */
const VIRIDIS_FAMILY: readonly (readonly [name: string, stops: string])[] = [
  ['viridis', '#440154 #472d7b #3b528b #2c728e #21918c #28ae80 #5ec962 #addc30 #fde725'],
  ['magma', '#000004 #1d1147 #51127c #832681 #b73779 #e75263 #fc8961 #fec488 #fcfdbf'],
  ['inferno', '#000004 #210c4a #57106e #8a226a #bc3754 #e45a31 #f98e09 #f9cb35 #fcffa4'],
  ['plasma', '#0d0887 #4c02a1 #7e03a8 #aa2395 #cc4778 #e66c5c #f89540 #fdc527 #f0f921'],
  ['cividis', '#002051 #11366c #3c4d6e #62646f #7f7c75 #9a9478 #bbaf71 #e2cb5c #fdea45'],
];

/** Confused by readers who can't tell red from green, or (RdGy) a colour from its absence. Source: colorbrewer2.org. */
const NOT_COLOUR_BLIND_SAFE = new Set(['rdgy', 'rdylgn', 'spectral']);

export type Background = 'light' | 'dark';

/** Lightness (CIELAB, 0-100) of the greys that a light page, a light map and areas without a figure have. */
const PALE_GREY = 93;

/** Distance in CIELAB that the palest class keeps from those greys, by being darker or by having colour. */
const STANDS_OUT = 11;

/** Darkest lightness of a class: borders stay to be seen on a light page, and all of it on a dark one. */
const DARKEST: Readonly<Record<Background, number>> = { light: 18, dark: 36 };

/** Lightest lightness of a class on a dark page: not yet the white of borders and outlines. */
const LIGHTEST = 96;

interface Palette {
  readonly name: string;
  readonly kind: 'sequential' | 'diverging';
  readonly stops: readonly string[];
}

const PALETTES: ReadonlyMap<string, Palette> = new Map(
  [
    ...BREWER_SEQUENTIAL.map((name): Palette => ({ name, kind: 'sequential', stops: brewer[name] })),
    ...VIRIDIS_FAMILY.map(([name, stops]): Palette => ({ name, kind: 'sequential', stops: stops.split(' ') })),
    ...BREWER_DIVERGING.map((name): Palette => ({ name, kind: 'diverging', stops: brewer[name] })),
  ].map((palette) => [palette.name.toLowerCase(), palette]),
);

/** Names that `paletteColours` knows, the sequential ones first. */
export const PALETTE_NAMES: readonly string[] = [...PALETTES.values()].map(({ name }) => name);

/** True for a palette whose classes can be told apart with any kind of colour blindness; false for an unknown name. */
export const isColourBlindSafe = (name: string): boolean =>
  PALETTES.has(name.toLowerCase()) && !NOT_COLOUR_BLIND_SAFE.has(name.toLowerCase());

/** A colour in CIELAB: lightness, and two axes of colour. */
type Lab = readonly [lightness: number, a: number, b: number];

const between = (from: number, to: number, fraction: number): number => from + (to - from) * fraction;

/** Stops from light to dark. */
const rampOf = (stops: readonly string[]): readonly Lab[] =>
  stops.map((stop): Lab => hex(stop).lab()).sort(([one], [other]) => other - one);

/** The colour of a ramp that has this lightness; its own end beyond that. */
function colourAt(ramp: readonly Lab[], wanted: number): Lab {
  const at = ramp.findIndex(([lightness]) => lightness <= wanted);
  if (at === 0) return ramp[0];
  if (at < 0) return ramp[ramp.length - 1];
  const [above, below] = [ramp[at - 1], ramp[at]];
  const fraction = (above[0] - wanted) / (above[0] - below[0]);
  return [wanted, between(above[1], below[1], fraction), between(above[2], below[2], fraction)];
}

/** The palest colour that stands out from pale grey, out of those that `colourOf` has for each lightness. */
function palest(colourOf: (lightness: number) => Lab): Lab {
  for (let at = PALE_GREY; ; at--) {
    const colour = colourOf(at);
    if (Math.hypot(PALE_GREY - at, colour[1], colour[2]) >= STANDS_OUT) return colour;
  }
}

const darkest = (ramp: readonly Lab[], background: Background): number =>
  Math.max(DARKEST[background], ramp[ramp.length - 1][0]);

function sequential(stops: readonly string[], classes: number, background: Background): Lab[] {
  const ramp = rampOf(stops);
  const dark = darkest(ramp, background);
  const [low, high] =
    background === 'light' ? [palest((at) => colourAt(ramp, at))[0], dark] : [dark, Math.min(LIGHTEST, ramp[0][0])];
  return Array.from({ length: classes }, (_, i) =>
    colourAt(ramp, between(low, high, classes === 1 ? 0.5 : i / (classes - 1))),
  );
}

function diverging(stops: readonly string[], classes: number, background: Background): Lab[] {
  const centre = (stops.length - 1) / 2;
  const arms = [rampOf(stops.slice(0, centre + 1)), rampOf(stops.slice(centre))];
  const [, a, b] = arms[0][0];
  const middle = palest((at) => [at, a, b]);
  return Array.from({ length: classes }, (_, i) => {
    const place = classes === 1 ? 0 : (2 * i) / (classes - 1) - 1;
    const arm = arms[place < 0 ? 0 : 1];
    return place === 0 ? middle : colourAt(arm, between(middle[0], darkest(arm, background), Math.abs(place)));
  });
}

/**
 * Colours of classes from low to high, as `#rrggbb`. Names are ColorBrewer's (sequential and diverging) and the viridis
 * family's, in whatever case; an unknown one gives the default. No classes give no colours.
 *
 * Steps between classes are equal in lightness, so that they can also be told apart without colour. A sequential palette
 * runs away from the background: more is darker on a light page and lighter on a dark one. A diverging palette has its
 * light middle in both, and an even number of classes has no middle.
 */
export function paletteColours(
  name: string,
  classes: number,
  { background = 'light' }: { readonly background?: Background } = {},
): readonly string[] {
  const palette = PALETTES.get(name.trim().toLowerCase()) ?? PALETTES.get(DEFAULT_PALETTE.toLowerCase());
  if (!palette) return [];
  const key = `${palette.name} ${classes} ${background}`;
  const make = palette.kind === 'sequential' ? sequential : diverging;
  const colours = made.get(key) ?? make(palette.stops, classes, background).map((colour) => lab(...colour).hex());
  made.set(key, colours);
  return colours;
}

/** By palette, number of classes and background: the same few are asked for with every change of figures. */
const made = new Map<string, readonly string[]>();

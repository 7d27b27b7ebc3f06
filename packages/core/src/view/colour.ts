import type { Color } from 'chroma-js';
import brewer from 'chroma-js/src/colors/colorbrewer.js';
import interpolate from 'chroma-js/src/interpolator/lab.js';
import { hex } from 'chroma-js/src/io/hex/index.js';

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

/**
 * Lightness (CIELAB, 0-100) that classes keep to, so that the lowest stands out from the background and from the plain
 * colour of what is missing, and the highest from borders.
 */
const LIGHTNESS: Readonly<Record<Background, { readonly least: number; readonly most: number }>> = {
  light: { least: 18, most: 86 },
  dark: { least: 36, most: 96 },
};

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

/** One way from light to dark or back. */
type Ramp = readonly Color[];

const lightness = (colour: Color): number => colour.lab()[0];
const between = (from: number, to: number, fraction: number): number => from + (to - from) * fraction;

/** The colour of a ramp that has this lightness; its own end beyond that. */
function colourAt(ramp: Ramp, wanted: number): Color {
  const dark = ramp.findIndex((colour) => lightness(colour) <= wanted);
  if (dark === 0) return ramp[0];
  if (dark < 0) return ramp[ramp.length - 1];
  const [above, below] = [ramp[dark - 1], ramp[dark]];
  return interpolate(above, below, (lightness(above) - wanted) / (lightness(above) - lightness(below)));
}

/** Stops from light to dark, and the lightness of both ends inside the limits. */
function rampOf(stops: readonly string[], background: Background) {
  const ramp = stops.map((stop) => hex(stop)).sort((a, b) => lightness(b) - lightness(a));
  const { least, most } = LIGHTNESS[background];
  return {
    ramp,
    light: Math.min(most, lightness(ramp[0])),
    dark: Math.max(least, lightness(ramp[ramp.length - 1])),
  };
}

function sequential(stops: readonly string[], classes: number, background: Background): Color[] {
  const { ramp, light, dark } = rampOf(stops, background);
  const [low, high] = background === 'light' ? [light, dark] : [dark, light];
  return Array.from({ length: classes }, (_, i) =>
    colourAt(ramp, between(low, high, classes === 1 ? 0.5 : i / (classes - 1))),
  );
}

function diverging(stops: readonly string[], classes: number, background: Background): Color[] {
  const middle = (stops.length - 1) / 2;
  const arms = [stops.slice(0, middle + 1), stops.slice(middle)].map((arm) => rampOf(arm, background));
  return Array.from({ length: classes }, (_, i) => {
    const place = classes === 1 ? 0 : (2 * i) / (classes - 1) - 1;
    const { ramp, light, dark } = arms[place < 0 ? 0 : 1];
    return colourAt(ramp, between(light, dark, Math.abs(place)));
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
): string[] {
  const palette = PALETTES.get(name.trim().toLowerCase()) ?? PALETTES.get(DEFAULT_PALETTE.toLowerCase());
  if (!palette) return [];
  const make = palette.kind === 'sequential' ? sequential : diverging;
  return make(palette.stops, classes, background).map((colour) => colour.hex());
}

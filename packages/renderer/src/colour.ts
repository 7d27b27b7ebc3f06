import type { Context2d } from './context.js';

/** Red, green and blue 0 … 255, alpha 0 … 1, in sRGB and not multiplied by alpha. */
export interface Rgba {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export const TRANSPARENT: Rgba = { red: 0, green: 0, blue: 0, alpha: 0 };

/**
 * A colour as one number, as `PixelRows` holds them: alpha highest, red lowest. Parts outside their range are cut off, NaN
 * counts as 0.
 */
export const packColour = ({ red, green, blue, alpha }: Rgba): number =>
  ((byte(alpha * 255) << 24) | (byte(blue) << 16) | (byte(green) << 8) | byte(red)) >>> 0;

const byte = (part: number): number => (part > 0 ? Math.min(255, Math.round(part)) : 0);

/**
 * A part `t` of the way from one colour to another; a see-through colour gives as much less of its hue. Outside 0 … 1
 * it is the nearer end, for NaN the first.
 */
export function mix(from: Rgba, to: Rgba, t: number): Rgba {
  const second = (t > 0 ? Math.min(1, t) : 0) * to.alpha;
  const first = (t > 0 ? Math.max(0, 1 - t) : 1) * from.alpha;
  return weigh(from, first, to, second);
}

/** What is seen where the one lies on the other. */
export const over = (upper: Rgba, lower: Rgba): Rgba =>
  weigh(upper, upper.alpha, lower, lower.alpha * (1 - upper.alpha));

function weigh(a: Rgba, ofA: number, b: Rgba, ofB: number): Rgba {
  const alpha = ofA + ofB;
  if (alpha <= 0) return TRANSPARENT;
  const part = (first: number, second: number): number => (first * ofA + second * ofB) / alpha;
  return { red: part(a.red, b.red), green: part(a.green, b.green), blue: part(a.blue, b.blue), alpha };
}

/**
 * Reads a colour of CSS, as `getComputedStyle` gives it or as an author wrote it: hexadecimal, `rgb()` and `color(srgb …)`
 * are read as text, names, `color-mix()`, `oklch()` and so on by the browser. A colour outside sRGB is cut off to it.
 * `fallback` for what is no colour, and for what depends on an element: `currentcolor`, `var()`.
 *
 * Source: CSS Color 4, sections 5 (rgb), 6 (hexadecimal) and 10 (color).
 */
export function parseColour(css: string, fallback: Rgba = TRANSPARENT): Rgba {
  const text = css.trim().toLowerCase();
  return readColour(text) ?? askBrowser(text) ?? fallback;
}

const HEXADECIMAL = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/;
const FUNCTION = /^(rgba?|color)\(\s*(srgb\s+)?([^()]*)\)$/;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?%?$/;

/** The forms that say themselves what they are; null for any other. */
function readColour(text: string): Rgba | null {
  if (HEXADECIMAL.test(text)) return readHexadecimal(text.slice(1));
  const [, name, space, inside] = FUNCTION.exec(text) ?? [];
  if (inside === undefined || (name === 'color') !== (space !== undefined)) return null;
  const words = inside.split(/[\s,/]+/).filter((word) => word !== '');
  if (words.length < 3 || words.length > 4 || !words.every((word) => word === 'none' || NUMBER.test(word))) return null;
  const [red, green, blue] = words.map((word) => readPart(word, 255, name === 'color' ? 255 : 1));
  return { red, green, blue, alpha: words.length === 4 ? readPart(words[3], 1, 1) : 1 };
}

function readHexadecimal(digits: string): Rgba {
  const size = digits.length > 4 ? 2 : 1;
  const part = (at: number): number => {
    const found = digits.slice(at * size, (at + 1) * size);
    return parseInt(size === 1 ? found + found : found, 16);
  };
  const hasAlpha = digits.length === size * 4;
  return { red: part(0), green: part(1), blue: part(2), alpha: hasAlpha ? part(3) / 255 : 1 };
}

/** A percentage of `whole`, or a number in steps of `unit`. */
function readPart(word: string, whole: number, unit: number): number {
  if (word === 'none') return 0;
  const number = word.endsWith('%') ? (parseFloat(word) / 100) * whole : parseFloat(word) * unit;
  return Math.min(whole, Math.max(0, number));
}

let asked: Context2d | null = null;

/**
 * A context writes back what it was given: names as hexadecimal, other spaces as they are, mixes as `color(srgb …)`. Hence
 * pixels needn't be read, which some browsers falsify against recognition of their users.
 */
function askBrowser(text: string): Rgba | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  asked ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!asked) return null;
  const plain = writtenBack(asked, text);
  if (plain === null) return null;
  const mixed = (): string | null => writtenBack(asked as Context2d, `color-mix(in srgb, ${plain}, ${plain})`);
  return readColour(plain) ?? readColour(mixed() ?? '') ?? readPixel(asked, plain);
}

/** Null for what is no colour: the context then keeps the one it had. */
function writtenBack(context: Context2d, text: string): string | null {
  const [first, second] = ['#000000', '#ffffff'].map((before) => {
    context.fillStyle = before;
    context.fillStyle = text;
    return String(context.fillStyle).toLowerCase();
  });
  return first === second ? first : null;
}

function readPixel(context: Context2d, text: string): Rgba {
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return { red, green, blue, alpha: alpha / 255 };
}

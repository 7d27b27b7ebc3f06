import type { Context2d } from './context.js';
import { canvasSize, type PixelView } from './pixel-view.js';

/** A circle at a place of the world; see `WorldGeometry`. */
export interface MapSymbol {
  readonly x: number;
  readonly y: number;
  /** CSS pixels, at every zoom; 0 for none. */
  readonly radius: number;
}

export interface SymbolStyle {
  readonly fill: string;
  /** The line around it, within its radius, so that overlapping symbols stay apart. */
  readonly stroke: string;
  /** CSS pixels. */
  readonly width: number;
}

/**
 * Radius of a value's symbol, so that areas are to each other as values are: `maxRadius · √(value / maxValue)`. 0, that is no
 * symbol, for zero, for a negative value, for none (null, NaN, infinite) and where the largest value isn't positive.
 *
 * Source: J. Bertin, Sémiologie graphique (1967), on size as a variable. The larger exponent 0.5716 with which J. J.
 * Flannery (The Canadian Cartographer 8, 1971) makes up for the underrating of large circles is not applied: it draws
 * large values larger than they are, and people differ in how much they underrate.
 */
export function symbolRadius(value: number | null, maxValue: number, maxRadius: number): number {
  if (value === null || !(value > 0) || !(maxValue > 0) || !(maxRadius > 0)) return 0;
  const radius = maxRadius * Math.sqrt(value / maxValue);
  return Number.isFinite(radius) ? radius : 0;
}

/** Canvas pixels: smaller symbols are stamped, on whole pixels and with a radius to a quarter of one. */
const STAMPED_BELOW = 8;
const STAMP_STEPS = 4;

/**
 * Draws symbols, large ones first, so that small ones lie upon them; of equal ones the first lies below.
 *
 * There can be thousands of small ones: each is drawn once per size and then stamped, a sixth of the work of drawing
 * them all where there is no graphics card.
 */
export function drawSymbols(
  context: Context2d,
  symbols: readonly MapSymbol[],
  view: PixelView,
  style: SymbolStyle,
): void {
  const { pixelRatio } = view;
  const [width, height] = canvasSize(view);
  const stamps = new Map<number, ImageBitmap | null>();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalCompositeOperation = 'source-over';
  for (const symbol of symbols.filter(({ radius }) => radius > 0).sort((a, b) => b.radius - a.radius)) {
    const [x, y] = placeOf(symbol, view).map((place) => place * pixelRatio);
    const radius = symbol.radius * pixelRatio;
    if (!(x + radius >= 0 && y + radius >= 0 && x - radius <= width && y - radius <= height)) continue;
    if (radius >= STAMPED_BELOW) {
      drawCircle(context, x, y, radius, style, pixelRatio);
      continue;
    }
    const size = Math.max(1, Math.round(radius * STAMP_STEPS)) / STAMP_STEPS;
    const stamp = stamps.get(size) ?? makeStamp(size, style, pixelRatio);
    stamps.set(size, stamp);
    if (stamp) context.drawImage(stamp, Math.round(x - stamp.width / 2), Math.round(y - stamp.height / 2));
  }
  for (const stamp of stamps.values()) stamp?.close();
}

function makeStamp(radius: number, style: SymbolStyle, pixelRatio: number): ImageBitmap | null {
  const middle = Math.ceil(radius) + 1;
  const canvas = new OffscreenCanvas(middle * 2, middle * 2);
  const context = canvas.getContext('2d');
  if (!context) return null;
  drawCircle(context, middle, middle, radius, style, pixelRatio);
  return canvas.transferToImageBitmap();
}

/** All in canvas pixels. */
function drawCircle(
  context: Context2d,
  x: number,
  y: number,
  radius: number,
  { fill, stroke, width }: SymbolStyle,
  pixelRatio: number,
): void {
  // A small symbol is all line: it keeps its size.
  const line = width > 0 ? Math.min(width * pixelRatio, radius) : 0;
  context.beginPath();
  context.arc(x, y, radius - line / 2, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  if (line === 0) return;
  context.strokeStyle = stroke;
  context.lineWidth = line;
  context.stroke();
}

const placeOf = ({ x, y }: MapSymbol, { scale, originX, originY }: PixelView): [x: number, y: number] => [
  x * scale - originX,
  y * scale - originY,
];

/** CSS pixels beside a symbol that still count as it, where no other is hit: the smallest ones are a pixel wide. */
const TOLERANCE = 4;

/**
 * Position of the symbol at a place in CSS pixels from the canvas's corner, -1 for none. Of several the smallest, which is
 * the one on top, of equal ones the nearest; beside them all the nearest within reach.
 */
export function symbolAt(symbols: readonly MapSymbol[], x: number, y: number, view: PixelView): number {
  let [hit, hitRadius, hitDistance] = [-1, Infinity, Infinity];
  let [near, nearest] = [-1, TOLERANCE];
  for (let i = 0; i < symbols.length; i++) {
    const { radius } = symbols[i];
    if (!(radius > 0)) continue;
    const [symbolX, symbolY] = placeOf(symbols[i], view);
    const distance = Math.hypot(symbolX - x, symbolY - y);
    if (distance - radius < nearest) [near, nearest] = [i, distance - radius];
    if (!(distance <= radius) || radius > hitRadius) continue;
    if (radius === hitRadius && distance >= hitDistance) continue;
    [hit, hitRadius, hitDistance] = [i, radius, distance];
  }
  return hit >= 0 ? hit : near;
}

/**
 * Three round values for a legend, largest first: one, two or five times a power of ten, the largest that `maxValue` reaches,
 * and from there every second of that row, so that radii are about a half and a quarter of the first. Those below `smallest`
 * are left out: 1 for counts, which have no halves. None where `maxValue` isn't a positive number.
 */
export function legendSymbols(maxValue: number, smallest = 0): number[] {
  if (!(maxValue > 0) || maxValue === Infinity) return [];
  const values: number[] = [];
  // From one power too high, as a logarithm is rounded.
  for (let power = Math.floor(Math.log10(maxValue)) + 1; values.length < 5 && power > -330; power--)
    for (const digit of [5, 2, 1]) {
      // Read as text: 5 * 10 ** -25 is a little more than that.
      const value = Number(`${digit}e${power}`);
      if (value <= maxValue && value > 0 && values.length < 5) values.push(value);
    }
  return values.filter((value, i) => i % 2 === 0 && value >= smallest);
}

import type { Context2d } from './context.js';
import { canvasSize, type PixelView } from './pixel-view.js';

/** A name that may be written in a region. Places and sizes are those of the world; see `WorldGeometry`. */
export interface LabelCandidate {
  readonly shape: number;
  readonly text: string;
  /** Where its middle would stand. */
  readonly x: number;
  readonly y: number;
  /** Size of the region's box, or of the room in it. */
  readonly width: number;
  readonly height: number;
}

/** A name in its place, in CSS pixels from the canvas's corner. */
export interface PlacedLabel {
  readonly shape: number;
  readonly text: string;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** CSS pixels that a text takes. */
export type MeasureText = (text: string) => { readonly width: number; readonly height: number };

/** A text may be this much wider than its region: names stand out over a border a little, and are still read as its own. */
const STAND_OUT = 1.1;
/** CSS pixels that stay free around a label. */
const GAP = 3;
/** CSS pixels: regions narrower than it are not measured for. */
const NARROWEST = 10;
/** CSS pixels along a cell of the grid in which room is taken. */
const CELL = 4;

/**
 * Chooses which names are written: those of the largest regions first, of equal ones the first given, each only where it
 * fits its region, lies wholly on the canvas and has room. The same input gives the same labels, in the order chosen.
 * Without a text, a place or a size a candidate isn't written, nor where `measure` gives no positive number.
 */
export function placeLabels(
  candidates: readonly LabelCandidate[],
  view: PixelView,
  measure: MeasureText,
): PlacedLabel[] {
  const { scale, originX, originY, width, height } = view;
  const inView = candidates.filter(
    ({ text, x, y, ...room }) =>
      text.trim() !== '' &&
      Math.abs(x * scale - originX - width / 2) <= width / 2 &&
      Math.abs(y * scale - originY - height / 2) <= height / 2 &&
      room.width * scale >= NARROWEST &&
      room.height > 0,
  );
  const room = new FreeRoom(width, height);
  const placed: PlacedLabel[] = [];
  for (const candidate of inView.sort((a, b) => b.width * b.height - a.width * a.height)) {
    const size = measure(candidate.text);
    if (!(size.width > 0 && size.width <= candidate.width * scale * STAND_OUT)) continue;
    if (!(size.height > 0 && size.height <= candidate.height * scale)) continue;
    const [x, y] = [candidate.x * scale - originX, candidate.y * scale - originY];
    if (!room.take(x - size.width / 2, y - size.height / 2, size.width, size.height)) continue;
    placed.push({ shape: candidate.shape, text: candidate.text, x, y, width: size.width, height: size.height });
  }
  return placed;
}

/** The part of a canvas that no label has taken yet, to the cell. */
class FreeRoom {
  readonly #columns: number;
  readonly #rows: number;
  readonly #width: number;
  readonly #height: number;
  readonly #taken: Uint8Array;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#columns = Math.ceil(width / CELL);
    this.#rows = Math.ceil(height / CELL);
    this.#taken = new Uint8Array(this.#columns * this.#rows);
  }

  /** False where any of it is taken or off the canvas; nothing is taken then. */
  take(left: number, top: number, width: number, height: number): boolean {
    if (left < 0 || top < 0 || left + width > this.#width || top + height > this.#height) return false;
    const columns = [Math.max(0, Math.floor((left - GAP) / CELL)), Math.floor((left + width + GAP) / CELL)];
    const rows = [Math.max(0, Math.floor((top - GAP) / CELL)), Math.floor((top + height + GAP) / CELL)];
    const [endColumn, endRow] = [Math.min(this.#columns, columns[1] + 1), Math.min(this.#rows, rows[1] + 1)];
    for (let row = rows[0]; row < endRow; row++) {
      const start = row * this.#columns;
      if (this.#taken.subarray(start + columns[0], start + endColumn).includes(1)) return false;
    }
    for (let row = rows[0]; row < endRow; row++)
      this.#taken.fill(1, row * this.#columns + columns[0], row * this.#columns + endColumn);
    return true;
  }
}

export interface LabelStyle {
  /** As in CSS, in CSS pixels: `600 12px system-ui`. The same that labels were measured in. */
  readonly font: string;
  readonly colour: string;
  /** Around the letters, so that they are read on every colour. */
  readonly halo: string;
}

/** CSS pixels of the halo on either side of a letter's edge. */
const HALO = 1.5;

/** Writes labels over what is on the canvas. */
export function drawLabels(
  context: Context2d,
  placed: readonly PlacedLabel[],
  view: PixelView,
  { font, colour, halo }: LabelStyle,
): void {
  const [width, height] = canvasSize(view);
  if (placed.length === 0 || width === 0 || height === 0) return;
  const { pixelRatio } = view;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.globalCompositeOperation = 'source-over';
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = HALO * 2;
  context.strokeStyle = halo;
  context.fillStyle = colour;
  for (const { text, x, y } of placed) context.strokeText(text, x, y);
  for (const { text, x, y } of placed) context.fillText(text, x, y);
}

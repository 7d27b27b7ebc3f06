import { outlineAreas } from '@zicht-op/core/geo/area.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { arcSides, type ArcSides } from './arc-sides.js';
import { CrossingFinder, type Band, type Crossings } from './crossings.js';
import { Mix } from './mix.js';
import { canvasSize, type PixelView } from './pixel-view.js';
import { RunWriter, type Runs } from './runs.js';
import type { WorldGeometry } from './world-geometry.js';

/**
 * Which area lies where on a canvas, without any colour: made once per view, and painted as often as figures change.
 * A pixel on a border holds the areas that share it, with their parts of it, so that edges are smooth in every colour.
 */
export interface AreaRaster extends Runs {
  readonly geometry: WorldGeometry;
  readonly view: PixelView;
  /** Whether it was made in a hurry: level edges aren't smooth. */
  readonly isDraft: boolean;
  /** Canvas pixels. */
  readonly width: number;
  readonly height: number;
}

/** Rows that are worked out together: enough to keep the overhead of a band small, few enough to stop in time. */
const BAND_ROWS = 24;
/** Scan lines per row of pixels; where pixels are small, half of them. Places along a line are exact. */
const LINES = 4;
const LINES_WHERE_DENSE = 2;

/**
 * Rasters a view, and can be stopped after each band of rows (see `inSlices`).
 *
 * Every shape is filled even-odd by itself, so that holes, islands, rings that touch or cross and rings wound the wrong
 * way come out right. Where shapes lie over each other, the smallest is on top, as in the hit test. A place in no shape is
 * empty. Nothing is drawn of a shape without rings.
 *
 * `isDraft`: with one scan line to a row, for a first picture while the code is still cold.
 */
export function* rasterAreas(
  geometry: WorldGeometry,
  view: PixelView,
  { isDraft = false }: { readonly isDraft?: boolean } = {},
): Generator<void, AreaRaster> {
  const [width, height] = canvasSize(view);
  const sides = arcSides(geometry.boundaries);
  const finder = new CrossingFinder(geometry, sides);
  const borders = finder.inView(view);
  const sweep = new Sweep(geometry.boundaries, sides, width);
  const writer = new RunWriter(height);
  const linesPerRow = isDraft ? 1 : view.pixelRatio >= 2 ? LINES_WHERE_DENSE : LINES;
  for (let top = 0; top < height; top += BAND_ROWS) {
    const band = { top, bottom: Math.min(height, top + BAND_ROWS), linesPerRow, width };
    sweep.run(band, finder.find(view, borders, band), writer);
    yield;
  }
  return { geometry, view, isDraft, width, height, ...writer.finish() };
}

/** Walks along the scan lines of each row together and notes what lies between the crossings. */
class Sweep {
  readonly #boundaries: Boundaries;
  readonly #sides: Int32Array;
  readonly #width: number;
  /** Per scan line of the row: next crossing, end, and the shapes one is in. */
  readonly #next = new Uint32Array(LINES);
  readonly #end = new Uint32Array(LINES);
  readonly #inside = Array.from({ length: LINES }, () => new Inside());
  /** Parts of the pixel at hand. */
  readonly #mix = new Mix();
  #areas: Float64Array | null = null;

  constructor(boundaries: Boundaries, { sides }: ArcSides, width: number) {
    this.#boundaries = boundaries;
    this.#sides = sides;
    this.#width = width;
  }

  run({ top, bottom, linesPerRow }: Band, crossings: Crossings, writer: RunWriter): void {
    for (let row = 0; row < bottom - top; row++) {
      for (let i = 0; i < linesPerRow; i++) {
        this.#next[i] = crossings.start[row * linesPerRow + i];
        this.#end[i] = crossings.start[row * linesPerRow + i + 1];
        this.#inside[i].clear();
      }
      this.#sweepRow(crossings, linesPerRow, writer);
      writer.endRow();
    }
  }

  #sweepRow(crossings: Crossings, lines: number, writer: RunWriter): void {
    const { x } = crossings;
    let column = 0;
    for (;;) {
      let change = this.#width;
      for (let i = 0; i < lines; i++) if (this.#next[i] < this.#end[i]) change = Math.min(change, x[this.#next[i]] | 0);
      if (change > column) {
        this.#mix.clear();
        for (let i = 0; i < lines; i++) this.#mix.add(this.#inside[i].top, 1);
        writer.add(change, this.#mix, lines);
      }
      if (change >= this.#width) return;
      this.#mix.clear();
      for (let i = 0; i < lines; i++) this.#crossPixel(crossings, i, change);
      column = change + 1;
      writer.add(column, this.#mix, lines);
    }
  }

  /** What one scan line passes in one pixel. */
  #crossPixel({ x, border }: Crossings, line: number, column: number): void {
    const inside = this.#inside[line];
    let at = column;
    while (this.#next[line] < this.#end[line] && x[this.#next[line]] < column + 1) {
      const place = x[this.#next[line]];
      if (place > at) {
        this.#mix.add(inside.top, place - at);
        at = place;
      }
      this.#cross(inside, border[this.#next[line]++]);
    }
    this.#mix.add(inside.top, column + 1 - at);
  }

  /** Which is on top matters only after both sides: between neighbours one is in both for no length at all. */
  #cross(inside: Inside, border: number): void {
    inside.toggle(this.#sides[border * 2]);
    const other = this.#sides[border * 2 + 1];
    if (other >= 0) inside.toggle(other);
    if (inside.count > 1) inside.raise((this.#areas ??= outlineAreas(this.#boundaries)));
  }
}

/** The shapes a scan line is in: as a rule one, more where shapes lie over each other. */
class Inside {
  /** Uppermost shape; -1 outside all. */
  top = -1;
  count = 0;
  #shapes = new Int32Array(8);

  clear(): void {
    this.top = -1;
    this.count = 0;
  }

  toggle(shape: number): void {
    let at = 0;
    while (at < this.count && this.#shapes[at] !== shape) at++;
    if (at < this.count) this.#shapes[at] = this.#shapes[--this.count];
    else {
      if (this.count === this.#shapes.length) {
        const wider = new Int32Array(this.count * 2);
        wider.set(this.#shapes);
        this.#shapes = wider;
      }
      this.#shapes[this.count++] = shape;
    }
    this.top = this.count > 0 ? this.#shapes[0] : -1;
  }

  /** Brings the smallest to the top; of equal ones the first in the document. */
  raise(areas: Float64Array): void {
    for (let i = 0; i < this.count; i++) {
      const shape = this.#shapes[i];
      const isSmaller = areas[shape] < areas[this.top] || (areas[shape] === areas[this.top] && shape < this.top);
      if (isSmaller) this.top = shape;
    }
  }
}

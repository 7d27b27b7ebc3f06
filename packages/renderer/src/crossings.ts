import type { ArcSides } from './arc-sides.js';
import { canvasSize, type PixelView } from './pixel-view.js';
import type { WorldGeometry } from './world-geometry.js';

/**
 * Where borders cross the scan lines of a band of rows, line by line and from left to right. A scan line runs through the
 * middle of each of `linesPerRow` equal slices of a row of pixels.
 */
export interface Crossings {
  /** Line `l` has the crossings `start[l] … start[l + 1]`. */
  readonly start: Uint32Array;
  /** Place along the line, in canvas pixels from the left edge; 0 for all that lies left of it. */
  readonly x: Float32Array;
  /** Position in `ArcSides`. */
  readonly border: Uint32Array;
}

/**
 * Finds crossings band by band, in arrays that are used again for the next band: what it gives holds until then.
 *
 * Points are taken as they are, however near to each other: most segments of a dense arc lie between two scan lines and cost
 * next to nothing, and where each shape has arcs of its own, leaving out points would open gaps between neighbours. A
 * segment counts its upper end and not its lower one: a chain of segments crosses a line once, and a shape as often as it
 * has to.
 */
export class CrossingFinder {
  readonly #geometry: WorldGeometry;
  readonly #sides: ArcSides;
  /** As found: line, place and border. */
  #line = new Uint16Array(1 << 12);
  #x = new Float32Array(1 << 12);
  #border = new Uint32Array(1 << 12);
  #count = 0;
  /** In order. */
  #byColumn = new Uint32Array(1 << 12);
  #sortedX = new Float32Array(1 << 12);
  #sortedBorder = new Uint32Array(1 << 12);

  constructor(geometry: WorldGeometry, sides: ArcSides) {
    this.#geometry = geometry;
    this.#sides = sides;
  }

  /** Borders that can matter to a view: those in its rows that don't lie wholly to the right of it. */
  inView(view: PixelView): Uint32Array {
    const { arcs } = this.#sides;
    const { arcBoxes } = this.#geometry;
    const { scale, originX, originY, pixelRatio } = view;
    // Of the canvas, which may reach up to half a pixel beyond the view.
    const [width, height] = canvasSize(view);
    const right = (originX + width / pixelRatio) / scale;
    const [top, bottom] = [originY / scale, (originY + height / pixelRatio) / scale];
    const found = new Uint32Array(arcs.length);
    let count = 0;
    for (let border = 0; border < arcs.length; border++) {
      const box = arcs[border] * 4;
      if (arcBoxes[box + 3] >= top && arcBoxes[box + 1] <= bottom && arcBoxes[box] <= right) found[count++] = border;
    }
    return found.subarray(0, count);
  }

  /** Crossings of the rows `top … bottom` of a view's canvas, of `width` pixels. */
  find(view: PixelView, borders: Uint32Array, band: Band): Crossings {
    const { arcs } = this.#sides;
    const { arcBoxes } = this.#geometry;
    const upper = (view.originY + band.top / view.pixelRatio) / view.scale;
    const lower = (view.originY + band.bottom / view.pixelRatio) / view.scale;
    this.#count = 0;
    for (let i = 0; i < borders.length; i++) {
      const border = borders[i];
      const box = arcs[border] * 4;
      if (arcBoxes[box + 3] >= upper && arcBoxes[box + 1] <= lower) this.#walk(border, view, band);
    }
    return this.#sort(band);
  }

  #walk(border: number, view: PixelView, { top, bottom, linesPerRow, width }: Band): void {
    const { points, boundaries } = this.#geometry;
    const arc = this.#sides.arcs[border];
    const first = boundaries.arcStart[arc] * 2;
    const last = boundaries.arcStart[arc + 1] * 2 - 2;
    const scale = view.scale * view.pixelRatio;
    const left = view.originX * view.pixelRatio;
    const above = view.originY * view.pixelRatio + top;
    // Counted in scan lines from the band's first, which lies at 0.
    const lines = (bottom - top) * linesPerRow;
    let fromX = points[first] * scale - left;
    let fromY = (points[first + 1] * scale - above) * linesPerRow - 0.5;
    for (let at = first + 2; at <= last; at += 2) {
      const x = points[at] * scale - left;
      const y = (points[at + 1] * scale - above) * linesPerRow - 0.5;
      const isDown = y > fromY;
      const start = Math.max(0, Math.ceil(isDown ? fromY : y));
      const end = Math.min(lines - 1, Math.ceil(isDown ? y : fromY) - 1);
      if (start <= end) {
        const slope = (x - fromX) / (y - fromY);
        if (this.#count + lines >= this.#x.length) this.#grow(this.#count + lines);
        for (let line = start; line <= end; line++) {
          const place = fromX + (line - fromY) * slope;
          if (place >= width) continue;
          this.#line[this.#count] = line;
          this.#x[this.#count] = place > 0 ? place : 0;
          this.#border[this.#count++] = border;
        }
      }
      fromX = x;
      fromY = y;
    }
  }

  #grow(needed: number): void {
    const size = Math.max(needed + 1, this.#x.length * 2);
    const wider = <T extends Uint16Array | Uint32Array | Float32Array>(from: T, to: T): T => (to.set(from), to);
    this.#line = wider(this.#line, new Uint16Array(size));
    this.#x = wider(this.#x, new Float32Array(size));
    this.#border = wider(this.#border, new Uint32Array(size));
  }

  /** By column, then by line (both keep the order within equals), and last by place within a column. */
  #sort({ top, bottom, linesPerRow, width }: Band): Crossings {
    const count = this.#count;
    if (this.#byColumn.length < count) {
      this.#byColumn = new Uint32Array(this.#x.length);
      this.#sortedX = new Float32Array(this.#x.length);
      this.#sortedBorder = new Uint32Array(this.#x.length);
    }
    const [line, x, border] = [this.#line, this.#x, this.#border];
    const [byColumn, sortedX, sortedBorder] = [this.#byColumn, this.#sortedX, this.#sortedBorder];
    const columns = new Uint32Array(width + 1);
    for (let i = 0; i < count; i++) columns[(x[i] | 0) + 1]++;
    for (let i = 1; i <= width; i++) columns[i] += columns[i - 1];
    for (let i = 0; i < count; i++) byColumn[columns[x[i] | 0]++] = i;

    const start = new Uint32Array((bottom - top) * linesPerRow + 1);
    for (let i = 0; i < count; i++) start[line[i] + 1]++;
    for (let i = 1; i < start.length; i++) start[i] += start[i - 1];
    const next = start.slice();
    for (let i = 0; i < count; i++) {
      const from = byColumn[i];
      const place = x[from];
      const begin = start[line[from]];
      let to = next[line[from]]++;
      for (; to > begin && sortedX[to - 1] > place; to--) {
        sortedX[to] = sortedX[to - 1];
        sortedBorder[to] = sortedBorder[to - 1];
      }
      sortedX[to] = place;
      sortedBorder[to] = border[from];
    }
    return { start, x: sortedX, border: sortedBorder };
  }
}

/** Rows of a canvas. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly linesPerRow: number;
  /** Of the canvas, in its pixels. */
  readonly width: number;
}

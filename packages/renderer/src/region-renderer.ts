import { finish, inSlices } from '@zicht-op/core/tasks/slices.js';
import { arcSides } from './arc-sides.js';
import { fillsOf, type Appearance } from './appearance.js';
import { rasterAreas, type AreaRaster } from './area-raster.js';
import { borderRanks } from './border-ranks.js';
import { rasterBorders } from './border-raster.js';
import { borderWidths } from './border-widths.js';
import type { Canvas, Context2d } from './context.js';
import { packColour, parseColour } from './colour.js';
import type { LineMask } from './line-mask.js';
import { outlineBox, outlineShapes } from './outline.js';
import { paintAreas } from './paint-areas.js';
import { paintBorders } from './paint-borders.js';
import { canvasSize, isSameView, type PixelView } from './pixel-view.js';
import type { WorldGeometry } from './world-geometry.js';

/** Regions drawn above all others: pointed at, and selected. */
export interface Emphasis {
  readonly hovered: number;
  readonly selected: readonly number[];
  readonly colour: string;
  readonly halo: string;
}

/** The canvases that are drawn on: areas and their borders below, outlines above, so that pointing redraws no areas. */
export interface RendererCanvases {
  readonly areas: Canvas;
  readonly outlines: Canvas;
}

/** A view worked out, ready to be shown in one go. */
export interface PreparedView {
  readonly view: PixelView;
  readonly raster: AreaRaster;
  readonly borders: BorderPicture;
}

/** Borders, which no figure changes. */
interface BorderPicture {
  /** Null where areas are too small to have any. */
  readonly mask: LineMask | null;
  /** What they were drawn for. */
  readonly appearance: Appearance;
}

/** Draws over the areas, in canvas pixels, what isn't an area: names, symbols. What it draws belongs to the view. */
export type Overlay = (context: Context2d, view: PixelView) => void;

/** Rows painted together: their pixels are all that is held beside the canvas. */
const ROWS = 64;
/** Milliseconds of work at a time, while a map may be moving. */
const BUDGET = 6;

/**
 * Draws areas on two canvases. Geometry is worked out once per view, in slices that leave the page its turns
 * (`prepare`), and shown at once (`show`); until then the former picture stays. New figures, highlights and legend
 * filters (`setAppearance`), hover and selection (`setEmphasis`) paint without touching geometry.
 *
 * Knows no map library: a host tells where the canvas lies (`PixelView`), and moves it.
 */
export class RegionRenderer {
  readonly #canvases: RendererCanvases;
  #geometry: WorldGeometry | null = null;
  #appearance: Appearance | null = null;
  #emphasis: Emphasis | null = null;
  #overlay: Overlay | null = null;
  #shown: PreparedView | null = null;
  /** What is drawn on the upper canvas, to be cleared: left, top, right, bottom in canvas pixels. */
  #inked: readonly [number, number, number, number] | null = null;
  #rows: ImageData | null = null;

  constructor(canvases: RendererCanvases) {
    this.#canvases = canvases;
  }

  get geometry(): WorldGeometry | null {
    return this.#geometry;
  }

  /** Whether the canvas shows the shapes set last; false before the first `show`. */
  get isShown(): boolean {
    return this.#shown !== null && this.#shown.raster.geometry === this.#geometry;
  }

  /** Whether the shapes set last are on the canvas in this view, with care and with the borders they have now. */
  hasDrawn(view: PixelView): boolean {
    const [shown, appearance] = [this.#shown, this.#appearance];
    return (
      shown !== null &&
      appearance !== null &&
      this.isShown &&
      !shown.raster.isDraft &&
      isSameView(shown.view, view) &&
      hasSameBorders(shown.borders.appearance, appearance)
    );
  }

  /** What is on the canvas; null before the first `show`. */
  get view(): PixelView | null {
    return this.#shown?.view ?? null;
  }

  /** Shapes for the next `prepare`, with their looks. What is on the canvas stays. */
  setGeometry(geometry: WorldGeometry, appearance: Appearance): void {
    this.#geometry = geometry;
    this.#appearance = appearance;
  }

  /**
   * Other looks for the same shapes: painted at once where these are on the canvas. False where borders have to be drawn
   * anew, or nothing is there yet: `prepare` and `show` it.
   */
  setAppearance(appearance: Appearance): boolean {
    this.#appearance = appearance;
    const shown = this.#shown;
    if (!shown || shown.raster.geometry !== this.#geometry) return false;
    if (!hasSameBorders(shown.borders.appearance, appearance)) return false;
    this.#paint(shown, appearance);
    return true;
  }

  /** Drawn with every picture from now on, and at once where there is one; null for nothing. */
  setOverlay(overlay: Overlay | null): void {
    if (overlay === this.#overlay) return;
    this.#overlay = overlay;
    if (this.#shown && this.#appearance && this.isShown) this.#paint(this.#shown, this.#appearance);
  }

  setEmphasis(emphasis: Emphasis | null): void {
    this.#emphasis = emphasis;
    this.#paintOutlines();
  }

  /**
   * Works a view out, in slices. Rejects with an `AbortError`. Null without shapes. What was worked out for the same view
   * before is used again. `isDraft`: with ragged edges and without borders, in a fraction of the time.
   */
  async prepare(
    view: PixelView,
    signal: AbortSignal,
    options: { readonly isDraft?: boolean } = {},
  ): Promise<PreparedView | null> {
    return inSlices(this.#prepareInSteps(view, options.isDraft), { signal, budget: BUDGET });
  }

  /** The same at once, for a view that has to be there when this returns. */
  prepareNow(view: PixelView): PreparedView | null {
    return finish(this.#prepareInSteps(view));
  }

  *#prepareInSteps(view: PixelView, isDraft = false): Generator<void, PreparedView | null> {
    const geometry = this.#geometry;
    const appearance = this.#appearance;
    if (!geometry || !appearance) return null;
    const shown = this.#shown;
    const isRastered =
      shown && shown.raster.geometry === geometry && isSameView(shown.view, view) && !shown.raster.isDraft;
    const raster = isRastered ? shown.raster : yield* rasterAreas(geometry, view, { isDraft });
    const areBordered = isRastered && hasSameBorders(shown.borders.appearance, appearance);
    if (isDraft) return { view, raster, borders: { mask: null, appearance } };
    const borders = areBordered ? shown.borders : yield* drawBorders(geometry, view, appearance);
    return { view, raster, borders };
  }

  /** Paints what was worked out, with the newest looks. The canvases get its size; the host puts them in their place. */
  show(prepared: PreparedView): void {
    if (!this.#appearance || prepared.raster.geometry !== this.#geometry) return;
    this.#shown = prepared;
    const [width, height] = canvasSize(prepared.view);
    for (const canvas of [this.#canvases.areas, this.#canvases.outlines]) {
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
    }
    this.#paint(prepared, this.#appearance);
    this.#paintOutlines();
  }

  /** Empties the canvases and lets go of everything. */
  clear(): void {
    this.#geometry = this.#appearance = this.#emphasis = this.#overlay = this.#shown = this.#inked = this.#rows = null;
    // A canvas of no size holds no memory, which some browsers give back late otherwise.
    for (const canvas of [this.#canvases.areas, this.#canvases.outlines]) canvas.width = canvas.height = 0;
  }

  #paint({ view, raster, borders }: PreparedView, appearance: Appearance): void {
    const context = this.#canvases.areas.getContext('2d') as CanvasRenderingContext2D | null;
    if (!context || raster.width === 0 || raster.height === 0) return;
    const fills = fillsOf(appearance, view);
    const borderColours = appearance.borders.map(({ colour }) => packColour(parseColour(colour)));
    if (this.#rows?.width !== raster.width) this.#rows = new ImageData(raster.width, ROWS);
    const pixels = new Uint32Array(this.#rows.data.buffer);
    for (let top = 0; top < raster.height; top += ROWS) {
      const bottom = Math.min(raster.height, top + ROWS);
      paintAreas(raster, fills, { top, bottom, pixels });
      if (borders.mask) paintBorders(borders.mask, borderColours, { top, bottom, pixels });
      context.putImageData(this.#rows, 0, top, 0, 0, raster.width, bottom - top);
    }
    if (!this.#overlay) return;
    context.save();
    this.#overlay(context, view);
    context.restore();
  }

  #paintOutlines(): void {
    const context = this.#canvases.outlines.getContext('2d') as CanvasRenderingContext2D | null;
    if (!context) return;
    if (this.#inked) {
      const [left, top, right, bottom] = this.#inked;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(left, top, right - left, bottom - top);
      this.#inked = null;
    }
    const [emphasis, geometry, view] = [this.#emphasis, this.#geometry, this.view];
    if (!emphasis || !geometry || !view || this.#shown?.raster.geometry !== geometry) return;
    const { hovered, selected, colour, halo } = emphasis;
    const pointed = hovered >= 0 ? [hovered] : [];
    this.#inked = outlineBox(geometry, [...selected, ...pointed], view);
    outlineShapes(context, geometry, selected, view, { colour, halo, width: 2.5 });
    outlineShapes(context, geometry, pointed, view, { colour, halo, width: 1.75 });
  }
}

function hasSameBorders(a: Appearance, b: Appearance): boolean {
  return (
    isEqual(a.shapes, b.shapes) &&
    isEqual(a.widerAreas, b.widerAreas) &&
    a.borders.length === b.borders.length &&
    a.borders.every(({ width }, rank) => width === b.borders[rank].width)
  );
}

const isEqual = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a === b || (a.length === b.length && a.every((one, i) => one === b[i]));

function* drawBorders(
  geometry: WorldGeometry,
  view: PixelView,
  appearance: Appearance,
): Generator<void, BorderPicture> {
  const { shapes, widerAreas, borders } = appearance;
  const limits = borderWidths(geometry, view, shapes, borders.length, widerAreas);
  // The outer edge is part of the outlines of the areas shown.
  const limitOf = (rank: number): number => (rank > widerAreas.length ? limits[0] : limits[rank]);
  const styles = borders.map(({ width }, rank) => ({ width: Math.min(width, limitOf(rank)) }));
  const sides = arcSides(geometry.boundaries);
  const isShown = new Uint8Array(geometry.boundaries.codes.length);
  for (const shape of shapes) isShown[shape] = 1;
  const edge = borders.length - 1;
  // An edge that looks like any border is one.
  const isPlainEdge =
    edge > 0 &&
    edge > widerAreas.length &&
    borders[edge].colour === borders[0].colour &&
    styles[edge].width === styles[0].width;
  const rankOfBorder = borderRanks(sides, widerAreas).map((rank) => (isPlainEdge && rank === edge ? 0 : rank));
  const strokes = { sides, rankOfBorder, styles, isShown: (shape: number) => isShown[shape] === 1 };
  return { mask: yield* rasterBorders(geometry, view, strokes), appearance };
}

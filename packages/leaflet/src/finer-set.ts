import type { Bounds } from '@zicht-op/core/geo/bounds.js';
import { meetsBox } from '@zicht-op/core/geo/meets-box.js';
import { isInBox } from '@zicht-op/core/geo/snapped-box.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import type { Appearance } from '@zicht-op/renderer/appearance.js';
import type { Emphasis } from '@zicht-op/renderer/region-renderer.js';
import { worldGeometry, type WorldGeometry } from '@zicht-op/renderer/world-geometry.js';

/** Where the shapes that finer ones replace lie. */
export interface Coarse {
  readonly geometry: WorldGeometry;
  /** Four numbers per shape; see `boundsOfShapes`. */
  readonly bounds: Float64Array;
}

/**
 * Finer shapes for a box, laid beside the coarse ones of the whole country by code. All who use the map speak of coarse
 * shapes; this is the one place where positions are translated.
 */
export class FinerSet {
  readonly geometry: WorldGeometry;
  readonly box: Bounds;
  readonly #coarse: Coarse;
  /** Position of the coarse shape per finer one, and the other way about; -1 for none. */
  readonly #coarseOf: Int32Array;
  readonly #finerOf: Int32Array;
  #shapes: { readonly coarse: readonly number[]; readonly finer: readonly number[] } | null = null;
  #areas: { readonly coarse: Appearance['widerAreas']; readonly finer: Appearance['widerAreas'] } | null = null;

  constructor(coarse: Coarse, finer: Boundaries, box: Bounds) {
    this.#coarse = coarse;
    this.box = box;
    this.geometry = worldGeometry(finer, coarse.geometry.projection);
    const { codes } = coarse.geometry.boundaries;
    const index = new Map(codes.map((code, shape) => [code, shape]));
    this.#coarseOf = Int32Array.from(finer.codes, (code) => index.get(code) ?? -1);
    this.#finerOf = new Int32Array(codes.length).fill(-1);
    const { shapeRings } = finer;
    this.#coarseOf.forEach((shape, at) => {
      // A finer shape without area can't stand for one that has any.
      if (shape >= 0 && shapeRings[at] < shapeRings[at + 1]) this.#finerOf[shape] = at;
    });
  }

  /** Looks of the coarse shapes, for the finer ones. A finer one that has no coarse shape isn't drawn. */
  appearance(coarse: Appearance): Appearance {
    const ofFiner = (values: ArrayLike<number>, none: number): number[] =>
      Array.from(this.#coarseOf, (shape) => (shape < 0 ? none : values[shape]));
    if (this.#shapes?.coarse !== coarse.shapes) {
      const finer = coarse.shapes.map((shape) => this.#finerOf[shape]).filter((shape) => shape >= 0);
      this.#shapes = { coarse: coarse.shapes, finer };
    }
    if (this.#areas?.coarse !== coarse.widerAreas)
      this.#areas = { coarse: coarse.widerAreas, finer: coarse.widerAreas.map((areas) => ofFiner(areas, -1)) };
    return {
      ...coarse,
      styleOfShape: ofFiner(coarse.styleOfShape, 0),
      shapes: this.#shapes.finer,
      widerAreas: this.#areas.finer,
    };
  }

  emphasis(coarse: Emphasis | null): Emphasis | null {
    if (!coarse) return null;
    return {
      ...coarse,
      hovered: this.#finerOf[coarse.hovered] ?? -1,
      selected: coarse.selected.map((shape) => this.#finerOf[shape]).filter((shape) => shape >= 0),
    };
  }

  /** Position of the coarse shape; -1 for none. */
  coarseOf(shape: number): number {
    return this.#coarseOf[shape] ?? -1;
  }

  /** True where the finer shapes are all there for a view, so that none of the coarse ones is needed. */
  serves(view: Bounds, shapes: readonly number[]): boolean {
    return isInBox(view, this.box) && this.lacking(view, shapes).next().done === true;
  }

  /** Codes of the shapes in a view that only the coarse shapes have. */
  *lacking(view: Bounds, shapes: readonly number[]): Generator<string, void> {
    const { geometry, bounds } = this.#coarse;
    for (const shape of shapes) {
      if (this.#finerOf[shape] < 0 && overlaps(bounds, shape, view) && meetsBox(geometry.boundaries, shape, view))
        yield geometry.boundaries.codes[shape];
    }
  }
}

/** Whether the bounds of a shape and a box overlap; never for a shape without rings. */
export const overlaps = (bounds: Float64Array, shape: number, [west, south, east, north]: Bounds): boolean =>
  bounds[shape * 4] <= east &&
  bounds[shape * 4 + 2] >= west &&
  bounds[shape * 4 + 1] <= north &&
  bounds[shape * 4 + 3] >= south;

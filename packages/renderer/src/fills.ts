/** A repeating tile of pixels. */
export interface Pattern {
  /** The colour at a pixel of the canvas; see `PixelRows`. */
  at(column: number, row: number): number;
}

/** What shapes are filled with, by their position **plus one**; 0 is no shape. */
export interface Fills {
  /** Red, green, blue and alpha in one number; see `PixelRows`. 0: not drawn. */
  readonly colourOfShape: Uint32Array;
  /** Position in `patterns` plus one; 0 for a plain colour. */
  readonly patternOfShape: Uint8Array;
  readonly patterns: readonly Pattern[];
}

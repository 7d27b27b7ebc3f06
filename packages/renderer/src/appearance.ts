import type { MissingKind } from '@zicht-op/core/model/observation.js';
import type { Fills, Pattern } from './fills.js';
import { missingPattern, type PatternColours } from './patterns.js';
import type { PixelView } from './pixel-view.js';

/** A hatch, for a kind of missing. */
export interface PatternStyle {
  readonly kind: MissingKind;
  readonly colours: PatternColours;
}

/** A packed colour (see `colour.ts`), or a hatch. */
export type FillStyle = number | PatternStyle;

/** Lines of one rank. */
export interface BorderLine {
  /** As CSS writes it. */
  readonly colour: string;
  /** CSS pixels; 0, or no positive number: none. */
  readonly width: number;
}

/** How areas look. A new one costs no geometry unless `shapes` or the borders are others. */
export interface Appearance {
  /** Per shape of the document, a position in `styles`. */
  readonly styleOfShape: ArrayLike<number>;
  readonly styles: readonly FillStyle[];
  /** Shapes that are drawn at all; the others are as if they weren't there. */
  readonly shapes: readonly number[];
  /** The wider areas that shapes lie in, level by level from narrow to wide: numbers per shape, -1 for unknown. */
  readonly widerAreas: readonly ArrayLike<number>[];
  /**
   * Lines between areas, by the rank that `borderRanks` gives them: between shapes, between the areas of each wider level,
   * along the outer edge. Where areas are too small for their borders, these are thinner or left out, rank by rank.
   */
  readonly borders: readonly BorderLine[];
}

/** The colours of an appearance in a view. Hatches stay where they are on the map when the canvas moves. */
export function fillsOf({ styleOfShape, styles, shapes }: Appearance, view: PixelView): Fills {
  const colourOfShape = new Uint32Array(styleOfShape.length + 1);
  const patternOfShape = new Uint8Array(styleOfShape.length + 1);
  const patterns: Pattern[] = [];
  const patternOfStyle = new Uint8Array(styles.length);
  const phase = { x: Math.round(view.originX * view.pixelRatio), y: Math.round(view.originY * view.pixelRatio) };
  styles.forEach((style, i) => {
    if (typeof style === 'number') return;
    patterns.push(missingPattern(style.kind, style.colours, view.pixelRatio, phase));
    patternOfStyle[i] = patterns.length;
  });
  for (const shape of shapes) {
    const style = styles[styleOfShape[shape]];
    if (typeof style === 'number') colourOfShape[shape + 1] = style;
    else patternOfShape[shape + 1] = patternOfStyle[styleOfShape[shape]];
  }
  return { colourOfShape, patternOfShape, patterns };
}

import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import type { MissingKind } from '@zicht-op/core/model/observation.js';
import { MISSING_STYLE, STYLE_COUNT } from '@zicht-op/core/picture/choropleth-model.js';
import type { Appearance, FillStyle } from './appearance.js';
import { mix, packColour, parseColour } from './colour.js';

/** Of the hatches for kinds of missing, as CSS writes colours. */
export interface HatchColours {
  readonly background: string;
  readonly ink: string;
}

/** What a choropleth looks like, in the terms of a page. */
export interface ChoroplethLook {
  readonly boundaries: Boundaries;
  /** Per shape of the document: class number, or a `MISSING_STYLE`. */
  readonly styleOfShape: Uint8Array;
  /** Shapes that are drawn at all. */
  readonly shapes: readonly number[];
  /** One per class, as CSS writes it. */
  readonly colours: readonly string[];
  readonly hatch: HatchColours;
  /** Colour of the borders between areas. */
  readonly border: string;
  /** Only this style is shown in full; the other classes are dimmed. Null: all in full. */
  readonly highlighted: number | null;
  /** The wider areas that shapes lie in, from narrow to wide; see `widerAreas`. */
  readonly widerAreas?: readonly ArrayLike<number>[];
}

/** What is left of a dimmed colour. */
const DIM = 0.2;
/** Of borders between the areas shown, and between those of each wider level; CSS pixels. */
const BORDER_WIDTHS = [1, 1.5, 2];
const EDGE_WIDTH = 1;

/** The appearance of a choropleth. */
export function choroplethAppearance(look: ChoroplethLook): Appearance {
  const { styleOfShape, shapes, border, widerAreas = [] } = look;
  const widths = [...BORDER_WIDTHS.slice(0, widerAreas.length + 1), EDGE_WIDTH];
  return {
    styleOfShape,
    styles: fillStyles(look),
    shapes,
    widerAreas,
    borders: widths.map((width) => ({ colour: border, width })),
  };
}

/** By class and `MISSING_STYLE`: colours, dimmed where another one is highlighted, and hatches. */
function fillStyles({ colours, hatch, highlighted }: ChoroplethLook): FillStyle[] {
  const hatchColours = { background: parseColour(hatch.background), ink: parseColour(hatch.ink) };
  const styles = new Array<FillStyle>(STYLE_COUNT).fill(packColour(hatchColours.background));
  colours.forEach((css, style) => {
    const colour = parseColour(css);
    const isDimmed = highlighted !== null && style !== highlighted;
    // Opaque: what lies below must not shine through some areas only.
    styles[style] = packColour(isDimmed ? mix(hatchColours.background, colour, DIM) : colour);
  });
  for (const kind of Object.keys(MISSING_STYLE) as MissingKind[])
    styles[MISSING_STYLE[kind]] = { kind, colours: hatchColours };
  return styles;
}

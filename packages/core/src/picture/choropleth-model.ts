import { KINDS, type MissingKind, type ObservationKind } from '../model/observation.js';
import { classOf } from '../view/classify.js';
import { legendOf } from '../view/legend.js';
import type { Picture } from './picture.js';

/** Styles of missing come after the classes; a map has at most nine. */
export const MISSING_STYLE: Readonly<Record<MissingKind, number>> = {
  withheld: 16,
  unknown: 17,
  impossible: 18,
  none: 19,
  uncovered: 20,
};

export const STYLE_COUNT = 21;

/** What the map draws and the legend explains, derived from one picture so that they can't disagree. */
export interface ChoroplethModel {
  /** Per shape of the document: class number, or a `MISSING_STYLE`. */
  readonly styleOfShape: Uint8Array;
  /** Number of classes, also those nobody is in; 0 without any figure. */
  readonly classCount: number;
  /** Inner boundaries as they are written: with the decimals the figures were released with. The outer ends are open. */
  readonly breaks: readonly number[];
  /** Kinds of missing among the shapes shown, in a fixed order. */
  readonly missing: readonly MissingKind[];
}

/** Class or kind of one region by its position in the geo dimension; -1: uncovered. */
export function styleOfRegion(picture: Picture, region: number): number {
  if (region < 0) return MISSING_STYLE.uncovered;
  const kind: ObservationKind = KINDS[picture.slice.kinds[region]];
  return kind === 'value' ? classOf(picture.slice.values[region], picture.classification) : MISSING_STYLE[kind];
}

/** The model of a picture with shapes; one without has none shown. */
export function choroplethModel(picture: Picture): ChoroplethModel {
  const { boundaries, join, classification, shapes } = picture;
  const styleOfShape = new Uint8Array(boundaries?.codes.length ?? 0);
  join?.regionOfShape.forEach((region, shape) => (styleOfShape[shape] = styleOfRegion(picture, region)));
  const used = new Set<number>();
  for (const shape of shapes) used.add(styleOfShape[shape]);
  const missing = (Object.keys(MISSING_STYLE) as MissingKind[]).filter((kind) => used.has(MISSING_STYLE[kind]));
  const legend = legendOf(classification, picture.slice.kinds, picture.selection.indicator.unit.decimals);
  const breaks = legend.classes.flatMap(({ from }) => (from === null ? [] : [from]));
  return { styleOfShape, classCount: legend.classes.length, breaks, missing };
}

/** Contract, section 4: class number, a kind of missing, or null for a code that neither data nor shapes know. */
export function classOfCode(picture: Picture, code: string): number | MissingKind | null {
  const region = picture.dataset.geo.index.get(code) ?? -1;
  if (region < 0 && !picture.boundaries?.codes.includes(code)) return null;
  const style = styleOfRegion(picture, region);
  const kind = (Object.keys(MISSING_STYLE) as MissingKind[]).find((name) => MISSING_STYLE[name] === style);
  return kind ?? style;
}

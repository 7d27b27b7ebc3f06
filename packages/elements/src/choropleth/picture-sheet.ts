import type { MissingKind } from '@zicht-op/core/model/observation.js';
import { MISSING_STYLE, type ChoroplethModel } from '@zicht-op/core/picture/choropleth-model.js';
import type { Picture } from '@zicht-op/core/picture/picture.js';
import type { Formatter } from '@zicht-op/core/view/format.js';
import type { Row } from '@zicht-op/core/view/rows.js';
import { classLabel } from '@zicht-op/locales/class-label.js';
import type { ChoroplethTexts } from '@zicht-op/locales/nl/choropleth.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';
import type { MapColours } from '../map/map-colours.js';
import {
  boxAround,
  worldGeometry,
  type ProjectionName,
  type WorldGeometry,
} from '@zicht-op/renderer/world-geometry.js';

/** What goes into a saved picture: the map with everything that has to travel with it. */
export interface SheetInput {
  readonly picture: Picture;
  readonly model: ChoroplethModel;
  readonly colours: readonly string[];
  readonly mapColours: MapColours;
  readonly rows: readonly Row[];
  readonly title: string;
  readonly subtitle: string;
  readonly projection: ProjectionName;
  readonly widerAreas: readonly ArrayLike<number>[];
  readonly texts: CommonTexts & ChoroplethTexts;
  readonly formatter: Formatter;
}

export interface SheetText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly isBold: boolean;
}

export interface SheetSwatch {
  readonly x: number;
  readonly y: number;
  /** Class number or `MISSING_STYLE`. */
  readonly style: number;
}

/** Places of all parts, in pixels; made once, drawn as SVG or on a canvas. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly SheetText[];
  readonly swatches: readonly SheetSwatch[];
  readonly geometry: WorldGeometry | null;
  readonly map: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** A point of the world stands at `world * scale - origin` inside the map's box. */
  readonly scale: number;
  readonly originX: number;
  readonly originY: number;
}

export const SWATCH = { width: 36, height: 20 } as const;

const WIDTH = 1200;
const MARGIN = 40;
const MAP_HEIGHT = 860;
const LEGEND_WIDTH = 280;

type Measure = (text: string, size: number, isBold: boolean) => number;

/** Breaks a text into lines at spaces. */
function wrap(text: string, width: number, size: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measure(longer, size, false) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

/** Lays out title, map, legend, source and caution. `measure` gives the width of a text in pixels. */
export function layoutSheet(input: SheetInput, measure: Measure): Sheet {
  const { picture, model, texts } = input;
  const written: SheetText[] = [];
  const swatches: SheetSwatch[] = [];
  let y = MARGIN;
  const write = (text: string, size: number, isBold = false): void => {
    for (const line of wrap(text, WIDTH - 2 * MARGIN, size, measure)) {
      y += size * 1.3;
      written.push({ x: MARGIN, y, text: line, size, isBold });
    }
  };
  write(input.title, 30, true);
  write(input.subtitle, 18);
  const map = { x: MARGIN, y: y + 20, width: WIDTH - 2 * MARGIN - LEGEND_WIDTH, height: MAP_HEIGHT };

  const legendX = WIDTH - MARGIN - LEGEND_WIDTH + 24;
  let legendY = map.y + 16;
  const { unit } = picture.selection.indicator;
  for (const line of wrap(unit.label || texts.legend, LEGEND_WIDTH - 24, 16, measure)) {
    written.push({ x: legendX, y: legendY, text: line, size: 16, isBold: true });
    legendY += 22;
  }
  const entry = (style: number, label: string): void => {
    swatches.push({ x: legendX, y: legendY, style });
    written.push({ x: legendX + SWATCH.width + 10, y: legendY + 16, text: label, size: 16, isBold: false });
    legendY += 30;
  };
  const labels = { model, unit, texts, formatter: input.formatter };
  for (let style = model.classCount - 1; style >= 0; style--) entry(style, classLabel(labels, style));
  for (const kind of model.missing as readonly MissingKind[]) entry(MISSING_STYLE[kind], texts.missing[kind]);

  y = map.y + map.height;
  const { caution } = picture.selection.indicator;
  if (caution) write(`${texts.caution} ${caution}`, 16);
  write(sourceText(input), 14);
  const fitted = fitMap(input, map);
  return { width: WIDTH, height: Math.round(y + MARGIN), texts: written, swatches, map, ...fitted };
}

function sourceText({ picture, texts, formatter }: SheetInput): string {
  const { dataset, selection } = picture;
  const names = [...new Set([...selection.indicator.sources, ...dataset.sources].map((source) => source.label))];
  const period = dataset.periods[selection.timeIndex];
  const parts = [
    names.length > 0 ? texts.sourceLine(names.join(', '), period?.id ? formatter.period(period) : '') : texts.noSource,
    picture.boundaryYear === null ? '' : texts.boundaryYear(picture.boundaryYear),
  ];
  return parts.filter(Boolean).join('; ');
}

function fitMap(
  { picture, projection }: SheetInput,
  map: Sheet['map'],
): Pick<Sheet, 'geometry' | 'scale' | 'originX' | 'originY'> {
  const geometry = picture.boundaries ? worldGeometry(picture.boundaries, projection) : null;
  const box = geometry ? boxAround(geometry, picture.shapes) : null;
  if (!geometry || !box) return { geometry: null, scale: 1, originX: 0, originY: 0 };
  const [minX, minY, maxX, maxY] = box;
  const scale = Math.min(map.width / Math.max(maxX - minX, 1e-9), map.height / Math.max(maxY - minY, 1e-9));
  return {
    geometry,
    scale,
    originX: minX * scale - (map.width - (maxX - minX) * scale) / 2,
    originY: minY * scale - (map.height - (maxY - minY) * scale) / 2,
  };
}

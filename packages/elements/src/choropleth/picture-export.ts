import type { MissingKind } from '@zicht-op/core/model/observation.js';
import { MISSING_STYLE, STYLE_COUNT } from '@zicht-op/core/picture/choropleth-model.js';
import { toGeoJson } from '@zicht-op/core/view/export/geojson.js';
import type { FileFormat } from '../base/data-element.js';
import { exportContext } from '../base/export-context.js';
import { createMissingPattern } from '../map/patterns.js';
import { RegionPainter } from '../map/region-painter.js';
import { SWATCH, layoutSheet, type Sheet, type SheetInput } from './picture-sheet.js';
import { sheetSvg } from './sheet-svg.js';

/** Saved pictures are as sharp as print at a third of a page's width asks for. */
const PIXEL_RATIO = 2;
const FONT = 'system-ui, sans-serif';

/** The map as a picture with title, legend, source and caution, or its rows as GeoJSON. Same masks as on screen. */
export async function exportMap(format: FileFormat, input: SheetInput): Promise<Blob> {
  if (format === 'geojson') {
    const { boundaries } = input.picture;
    if (!boundaries) throw new TypeError('there are no shapes to export');
    const collection = toGeoJson(input.rows, boundaries, exportContext(input.picture, input.texts));
    return new Blob([JSON.stringify(collection)], { type: 'application/geo+json' });
  }
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new TypeError('this browser gives no canvas to draw on');
  const sheet = layoutSheet(input, (text, size, isBold) => {
    context.font = `${isBold ? 'bold ' : ''}${size}px ${FONT}`;
    return context.measureText(text).width;
  });
  if (format === 'svg') return new Blob([sheetSvg(sheet, input)], { type: 'image/svg+xml' });
  drawSheet(canvas, context, sheet, input);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new TypeError('the picture is too large for this browser'))),
      'image/png',
    ),
  );
}

function drawSheet(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  sheet: Sheet,
  input: SheetInput,
): void {
  canvas.width = sheet.width * PIXEL_RATIO;
  canvas.height = sheet.height * PIXEL_RATIO;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const fills: (string | CanvasPattern)[] = new Array(STYLE_COUNT).fill(input.mapColours.pattern.background);
  input.colours.forEach((colour, style) => (fills[style] = colour));
  for (const kind of Object.keys(MISSING_STYLE) as MissingKind[]) {
    fills[MISSING_STYLE[kind]] = createMissingPattern(context, kind, input.mapColours.pattern);
  }
  drawMap(context, sheet, input, fills);
  context.setTransform(PIXEL_RATIO, 0, 0, PIXEL_RATIO, 0, 0);
  context.strokeStyle = '#6b7785';
  for (const { x, y, style } of sheet.swatches) {
    context.fillStyle = fills[style];
    context.fillRect(x, y, SWATCH.width, SWATCH.height);
    context.strokeRect(x, y, SWATCH.width, SWATCH.height);
  }
  context.fillStyle = '#17202a';
  for (const { x, y, text, size, isBold } of sheet.texts) {
    context.font = `${isBold ? 'bold ' : ''}${size}px ${FONT}`;
    context.fillText(text, x, y);
  }
}

function drawMap(
  context: CanvasRenderingContext2D,
  sheet: Sheet,
  input: SheetInput,
  fills: readonly (string | CanvasPattern)[],
): void {
  if (!sheet.geometry) return;
  const { width, height, x, y } = sheet.map;
  const layer = document.createElement('canvas');
  layer.width = width * PIXEL_RATIO;
  layer.height = height * PIXEL_RATIO;
  const own = layer.getContext('2d');
  if (!own) return;
  const view = {
    scale: sheet.scale,
    originX: sheet.originX,
    originY: sheet.originY,
    width,
    height,
    pixelRatio: PIXEL_RATIO,
  };
  const { model, picture } = input;
  new RegionPainter(sheet.geometry).paint(own, view, {
    styleOfShape: model.styleOfShape,
    fills,
    shapes: picture.shapes,
    border: input.mapColours.border,
  });
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(layer, x * PIXEL_RATIO, y * PIXEL_RATIO);
}

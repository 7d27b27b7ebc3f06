import type { MissingKind } from '@zicht-op/core/model/observation.js';
import { MISSING_STYLE } from '@zicht-op/core/picture/choropleth-model.js';
import { toGeoJson } from '@zicht-op/core/view/export/geojson.js';
import type { FileFormat } from '../base/data-element.js';
import { exportContext } from '../base/export-context.js';
import { choroplethAppearance } from '@zicht-op/renderer/choropleth-appearance.js';
import { createMissingPattern } from '@zicht-op/renderer/missing-fill.js';
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
  await drawSheet(canvas, context, sheet, input);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new TypeError('the picture is too large for this browser'))),
      'image/png',
    ),
  );
}

async function drawSheet(
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
  sheet: Sheet,
  input: SheetInput,
): Promise<void> {
  canvas.width = sheet.width * PIXEL_RATIO;
  canvas.height = sheet.height * PIXEL_RATIO;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const map = await drawMap(sheet, input);
  if (map) context.drawImage(map, sheet.map.x * PIXEL_RATIO, sheet.map.y * PIXEL_RATIO);
  context.setTransform(PIXEL_RATIO, 0, 0, PIXEL_RATIO, 0, 0);
  context.strokeStyle = '#6b7785';
  for (const { x, y, style } of sheet.swatches) {
    context.fillStyle = swatchFill(context, style, input);
    context.fillRect(x, y, SWATCH.width, SWATCH.height);
    context.strokeRect(x, y, SWATCH.width, SWATCH.height);
  }
  context.fillStyle = '#17202a';
  for (const { x, y, text, size, isBold } of sheet.texts) {
    context.font = `${isBold ? 'bold ' : ''}${size}px ${FONT}`;
    context.fillText(text, x, y);
  }
}

/** What a legend's swatch is filled with: a colour, or the hatch of a kind of missing. */
function swatchFill(
  context: CanvasRenderingContext2D,
  style: number,
  { colours, mapColours }: SheetInput,
): string | CanvasPattern {
  const kind = (Object.keys(MISSING_STYLE) as MissingKind[]).find((name) => MISSING_STYLE[name] === style);
  if (kind === undefined) return colours[style];
  const fill = createMissingPattern(context, kind, mapColours.pattern, PIXEL_RATIO);
  if (typeof fill !== 'string') fill.setTransform(new DOMMatrix().scale(1 / PIXEL_RATIO));
  return fill;
}

/** The map as it is on screen, drawn for the sheet; null without shapes. */
async function drawMap({ geometry, map, ...place }: Sheet, input: SheetInput): Promise<OffscreenCanvas | null> {
  if (!geometry) return null;
  // By way of the map, so that a bundler leaves the renderer in one part with it.
  const { RegionRenderer } = await import('../map/leaflet-map-host.js');
  const areas = new OffscreenCanvas(1, 1);
  const renderer = new RegionRenderer({ areas, outlines: new OffscreenCanvas(1, 1) });
  const { model, picture, mapColours, colours } = input;
  const look = {
    boundaries: geometry.boundaries,
    styleOfShape: model.styleOfShape,
    shapes: picture.shapes,
    colours,
    hatch: mapColours.pattern,
    border: mapColours.border,
    highlighted: null,
    widerAreas: input.widerAreas,
  };
  renderer.setGeometry(geometry, choroplethAppearance(look));
  const { scale, originX, originY } = place;
  const { width, height } = map;
  const view = { scale, originX, originY, width, height, pixelRatio: PIXEL_RATIO };
  const prepared = await renderer.prepare(view, new AbortController().signal);
  if (prepared) renderer.show(prepared);
  return areas;
}

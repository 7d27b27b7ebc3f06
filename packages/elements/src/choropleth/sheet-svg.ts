import type { MissingKind } from '@zicht-op/core/model/observation.js';
import { MISSING_STYLE } from '@zicht-op/core/picture/choropleth-model.js';
import { SWATCH, type Sheet, type SheetInput } from './picture-sheet.js';

/** Signs that XML doesn't allow, half a pair of surrogates among them: a file with one can't be read. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(FORBIDDEN, '');

const PATTERNS: Readonly<Record<MissingKind, string>> = {
  withheld: '<path d="M-2 10 10 -2M-10 10 2 -2M6 10 18 -2" stroke-width="1.6"/>',
  unknown: '<path d="M1 2h2M5 6h2" stroke-width="1.8"/>',
  impossible: '<path d="M0 4h8" stroke-width="1"/>',
  none: '',
  uncovered: '<path d="M4 0v8M0 4h8" stroke-width="0.8"/>',
};

const KINDS = Object.keys(PATTERNS) as MissingKind[];

/** The sheet as a file that stands by itself: attributes only, no styles, fonts or scripts. */
export function sheetSvg(sheet: Sheet, { colours, mapColours, picture, model }: SheetInput): string {
  const { pattern, border } = mapColours;
  const fillOf = (style: number): string => {
    const kind = KINDS.find((name) => MISSING_STYLE[name] === style);
    return kind ? `url(#${kind})` : escape(colours[style]);
  };
  const patterns = KINDS.map(
    (kind) =>
      `<pattern id="${kind}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${escape(pattern.background)}"/>` +
      `<g stroke="${escape(pattern.ink)}" fill="none">${PATTERNS[kind]}</g></pattern>`,
  );
  const areas = picture.shapes.map(
    (shape) => `<path fill="${fillOf(model.styleOfShape[shape])}" d="${pathOf(sheet, shape)}"/>`,
  );
  const swatches = sheet.swatches.map(
    ({ x, y, style }) =>
      `<rect x="${x}" y="${y}" width="${SWATCH.width}" height="${SWATCH.height}" fill="${fillOf(style)}" stroke="#6b7785"/>`,
  );
  const texts = sheet.texts.map(
    ({ x, y, text, size, isBold }) =>
      `<text x="${x}" y="${Math.round(y)}" font-size="${size}"${isBold ? ' font-weight="bold"' : ''}>${escape(text)}</text>`,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}" viewBox="0 0 ${sheet.width} ${sheet.height}" role="img">` +
    `<title>${escape(sheet.texts[0]?.text ?? '')}</title><defs>${patterns.join('')}</defs><rect width="100%" height="100%" fill="#ffffff"/>` +
    `<g transform="translate(${sheet.map.x} ${sheet.map.y})" fill-rule="evenodd" stroke="${escape(border)}" stroke-width="0.4">${areas.join('')}</g>` +
    `${swatches.join('')}<g font-family="sans-serif" fill="#17202a">${texts.join('')}</g></svg>`
  );
}

/** Path of a shape in tenths of a pixel; points that fall together are left out. */
function pathOf({ geometry, scale, originX, originY }: Sheet, shape: number): string {
  if (!geometry) return '';
  const { arcStart, ringArcs, ringStart, shapeRings } = geometry.boundaries;
  let path = '';
  for (let ring = shapeRings[shape]; ring < shapeRings[shape + 1]; ring++) {
    let last = '';
    let command = 'M';
    for (let at = ringStart[ring]; at < ringStart[ring + 1]; at++) {
      const isForward = ringArcs[at] >= 0;
      const arc = isForward ? ringArcs[at] : ~ringArcs[at];
      for (let i = 0; i < arcStart[arc + 1] - arcStart[arc]; i++) {
        const p = (isForward ? arcStart[arc] + i : arcStart[arc + 1] - 1 - i) * 2;
        const point = `${(geometry.points[p] * scale - originX).toFixed(1)} ${(geometry.points[p + 1] * scale - originY).toFixed(1)}`;
        if (point === last) continue;
        path += command + point;
        command = 'L';
        last = point;
      }
    }
    path += 'Z';
  }
  return path;
}

/** A drawing for a file: paths and texts with their looks, in the order they are drawn. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly items: readonly SheetItem[];
}

export type SheetItem =
  | {
      readonly shape: 'path';
      readonly d: string;
      readonly fill: string | null;
      readonly stroke: string | null;
      readonly strokeWidth: number;
      readonly dash: readonly number[];
    }
  | {
      readonly shape: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly fill: string;
      readonly size: number;
      readonly bold: boolean;
      readonly anchor: 'start' | 'middle' | 'end';
      /** Degrees clockwise around the text's own place. */
      readonly rotate: number;
    };

/** Fonts that every machine has one of: a file must not ask for one. */
const FONT = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text fit for XML 1.0: markup escaped, and the control characters it doesn't allow left out. */
export function escapeXml(text: string): string {
  const allowed = text.replace(
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g,
    '',
  );
  return allowed
    .replace(/(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/[&<>"]/g, (character) => ESCAPES[character]);
}

function itemToSvg(item: SheetItem): string {
  if (item.shape === 'path') {
    const stroke = item.stroke === null ? '' : ` stroke="${item.stroke}" stroke-width="${item.strokeWidth}"`;
    const dash = item.dash.length > 0 ? ` stroke-dasharray="${item.dash.join(' ')}"` : '';
    return `<path d="${item.d}" fill="${item.fill ?? 'none'}"${stroke}${dash}/>`;
  }
  const { x, y, rotate } = item;
  const turned = rotate === 0 ? '' : ` transform="rotate(${rotate} ${x} ${y})"`;
  const weight = item.bold ? ' font-weight="600"' : '';
  return `<text x="${x}" y="${y}" font-size="${item.size}" fill="${item.fill}" text-anchor="${item.anchor}"${weight}${turned}>${escapeXml(item.text)}</text>`;
}

/** The sheet as an SVG document that stands by itself: no scripts, styles or addresses in it. */
export function sheetToSvg(sheet: Sheet): string {
  const { width, height, title, items } = sheet;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escapeXml(FONT)}">`,
    `<title>${escapeXml(title)}</title>`,
    ...items.map(itemToSvg),
    '</svg>',
  ].join('\n');
}

function paintItem(context: CanvasRenderingContext2D, item: SheetItem): void {
  if (item.shape === 'path') {
    const path = new Path2D(item.d);
    if (item.fill !== null) {
      context.fillStyle = item.fill;
      context.fill(path);
    }
    if (item.stroke !== null) {
      context.strokeStyle = item.stroke;
      context.lineWidth = item.strokeWidth;
      context.setLineDash([...item.dash]);
      context.stroke(path);
    }
    return;
  }
  context.save();
  context.translate(item.x, item.y);
  context.rotate((item.rotate * Math.PI) / 180);
  context.font = `${item.bold ? '600 ' : ''}${item.size}px ${FONT}`;
  context.fillStyle = item.fill;
  context.textAlign = item.anchor === 'middle' ? 'center' : item.anchor;
  context.fillText(item.text, 0, 0);
  context.restore();
}

/**
 * The sheet as a PNG, drawn straight on a canvas: an image made from SVG would need an address that a strict policy
 * refuses. Rejects where the browser has no canvas to give.
 */
export function sheetToPng(sheet: Sheet, scale = 2): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(sheet.width * scale);
  canvas.height = Math.round(sheet.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return Promise.reject(new Error('no canvas'));
  context.scale(scale, scale);
  for (const item of sheet.items) paintItem(context, item);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}

/** Breaks a text at spaces into lines of at most so many characters; a longer word keeps its line. */
export function wrapText(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

import { MAP_COLOURS, type MapColours } from '@zicht-op/renderer/map-colours.js';

export type { MapColours };

/** Until the real ones can be read. */
export const FALLBACK_COLOURS: MapColours = MAP_COLOURS.light;

/** Relative luminance below which a background counts as dark. */
const DARK = 0.2;

/**
 * Reads the colours off the map's element, whose rules put them in properties that the browser resolves to a plain
 * colour: a custom property itself would come back as it was written. Null for an element that isn't rendered yet (in a
 * host whose slot isn't there, say), which has no colours.
 */
export function readMapColours(element: HTMLElement): MapColours | null {
  const style = getComputedStyle(element);
  if (style.color === '') return null;
  return {
    pattern: { background: style.columnRuleColor, ink: style.color },
    border: style.caretColor,
    highlight: style.textDecorationColor,
    halo: style.getPropertyValue('text-emphasis-color'),
    scheme: luminance(style.backgroundColor) < DARK ? 'dark' : 'light',
  };
}

/** Red, green and blue of any colour the browser knows (`oklch`, `color-mix` …), as it looks on white paper. */
function onWhite(colour: string): readonly number[] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return [255, 255, 255];
  for (const fill of ['#ffffff', colour]) {
    context.fillStyle = fill;
    context.fillRect(0, 0, 1, 1);
  }
  return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
}

const known = new Map<string, number>();

/** Relative luminance of a colour; worked out once, as it is asked for with every picture. */
function luminance(colour: string): number {
  const found = known.get(colour) ?? luminanceOf(colour);
  known.set(colour, found);
  return found;
}

/** Source: WCAG 2.2, "relative luminance". */
function luminanceOf(colour: string): number {
  const [r, g, b] = onWhite(colour).map((part) => {
    const channel = part / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

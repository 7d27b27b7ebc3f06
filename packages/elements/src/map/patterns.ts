import type { MissingKind } from '@zicht-op/core/model/observation.js';

/** Colours of the patterns for missing figures; they differ from every class by form, not by colour alone. */
export interface PatternColours {
  readonly background: string;
  readonly ink: string;
}

const SIZE = 8;

type Draw = (context: CanvasRenderingContext2D) => void;

const line = (context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void => {
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
};

/** Lines that meet at the tile's edges, so that the pattern has no seams. */
const DRAWINGS: Readonly<Record<MissingKind, Draw>> = {
  withheld: (context) => {
    context.lineWidth = 1.6;
    for (const shift of [-SIZE, 0, SIZE]) line(context, shift - 2, SIZE + 2, shift + SIZE + 2, -2);
  },
  unknown: (context) => {
    context.lineWidth = 1.8;
    for (const [x, y] of [
      [2, 2],
      [6, 6],
    ])
      line(context, x - 0.9, y, x + 0.9, y);
  },
  impossible: (context) => {
    context.lineWidth = 1;
    line(context, 0, SIZE / 2, SIZE, SIZE / 2);
  },
  none: () => undefined,
  uncovered: (context) => {
    context.lineWidth = 0.8;
    line(context, SIZE / 2, 0, SIZE / 2, SIZE);
    line(context, 0, SIZE / 2, SIZE, SIZE / 2);
  },
};

/** A tile of the pattern of one kind of missing. */
export function patternTile(kind: MissingKind, colours: PatternColours): HTMLCanvasElement {
  const tile = document.createElement('canvas');
  tile.width = tile.height = SIZE * 2;
  const context = tile.getContext('2d');
  if (!context) return tile;
  context.scale(2, 2);
  context.fillStyle = colours.background;
  context.fillRect(0, 0, SIZE, SIZE);
  context.strokeStyle = colours.ink;
  context.beginPath();
  DRAWINGS[kind](context);
  context.stroke();
  return tile;
}

/** The pattern as a fill for a canvas, at its size in CSS pixels whatever the density of the screen. */
export function createMissingPattern(
  context: CanvasRenderingContext2D,
  kind: MissingKind,
  colours: PatternColours,
): CanvasPattern | string {
  const pattern = context.createPattern(patternTile(kind, colours), 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(0.5));
  return pattern ?? colours.background;
}

import type { Side } from './outlier-model.js';

/** What symbols are drawn on: a canvas context, or a string of SVG path data. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  /** A full circle around a place. */
  circle(x: number, y: number, radius: number): void;
  closePath(): void;
}

/** Radius in pixels for a number of points: smaller where many lie close together. */
export const radiusFor = (count: number): number => (count <= 60 ? 6 : count <= 600 ? 5 : count <= 2000 ? 4 : 3);

const SPOT = 0.75;

function triangle(pen: Pen, x: number, y: number, height: number): void {
  const half = Math.abs(height) * 0.62;
  pen.moveTo(x, y - height * 0.66);
  pen.lineTo(x + half, y + height * 0.42);
  pen.lineTo(x - half, y + height * 0.42);
  pen.closePath();
}

/**
 * Draws one symbol: a triangle that points up above the expectation, down below it, a spot otherwise. The form says what
 * the colour says, for those who don't see colours apart.
 */
export function drawSymbol(pen: Pen, side: Side, x: number, y: number, radius: number): void {
  if (side === 'above') triangle(pen, x, y, radius * 1.7);
  else if (side === 'below') triangle(pen, x, y, radius * -1.7);
  else pen.circle(x, y, radius * SPOT);
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A pen that writes SVG path data. */
export class PathPen implements Pen {
  #parts: string[] = [];

  moveTo(x: number, y: number): void {
    this.#parts.push(`M${round(x)} ${round(y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#parts.push(`L${round(x)} ${round(y)}`);
  }

  circle(x: number, y: number, radius: number): void {
    const r = round(radius);
    this.#parts.push(`M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`);
  }

  closePath(): void {
    this.#parts.push('Z');
  }

  toString(): string {
    return this.#parts.join('');
  }
}

/** A pen for a canvas. */
export class CanvasPen implements Pen {
  readonly #context: CanvasRenderingContext2D;

  constructor(context: CanvasRenderingContext2D) {
    this.#context = context;
  }

  moveTo(x: number, y: number): void {
    this.#context.moveTo(x, y);
  }

  lineTo(x: number, y: number): void {
    this.#context.lineTo(x, y);
  }

  circle(x: number, y: number, radius: number): void {
    this.#context.moveTo(x + radius, y);
    this.#context.arc(x, y, radius, 0, 2 * Math.PI);
  }

  closePath(): void {
    this.#context.closePath();
  }
}

/** Path data of one symbol. */
export function symbolPath(side: Side, x: number, y: number, radius: number): string {
  const pen = new PathPen();
  drawSymbol(pen, side, x, y, radius);
  return pen.toString();
}

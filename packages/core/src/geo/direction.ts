/** Directions on a map, as arrow keys have them. */
export const DIRECTIONS = ['up', 'right', 'down', 'left'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Places in a plane, x to the right and y up; NaN for what has no place. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * What a step from one place to another costs in a direction: its length, and more the more it leads aside; three times
 * as much at the edge of the quadrant. Infinity for a step that doesn't lead that way at all. Never less than the length.
 */
export function stepCost({ x, y }: Places, from: number, to: number, direction: Direction): number {
  const dx = x[to] - x[from];
  const dy = y[to] - y[from];
  const isVertical = direction === 'up' || direction === 'down';
  const forward = direction === 'up' || direction === 'right' ? 1 : -1;
  const along = forward * (isVertical ? dy : dx);
  const aside = Math.abs(isVertical ? dx : dy);
  return along > 0 ? Math.sqrt(dx * dx + dy * dy) * (1 + (2 * aside) / along) : Infinity;
}

/** As `stepCost`, but Infinity outside the quarter of the plane around the direction. */
export function stepCostInQuadrant(places: Places, from: number, to: number, direction: Direction): number {
  const { x, y } = places;
  const isSteep = Math.abs(y[to] - y[from]) >= Math.abs(x[to] - x[from]);
  const isFlat = Math.abs(y[to] - y[from]) <= Math.abs(x[to] - x[from]);
  const isInside = direction === 'up' || direction === 'down' ? isSteep : isFlat;
  return isInside ? stepCost(places, from, to, direction) : Infinity;
}

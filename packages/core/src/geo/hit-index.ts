import type { Boundaries } from '../model/boundaries.js';
import { finish } from '../tasks/slices.js';
import { sharedSteps, type Steps } from '../tasks/steps.js';
import { outlineAreasInSteps } from './area.js';
import { boundsOfShapesInSteps } from './bounds.js';
import { isInShape } from './rings.js';

/** Finds the shape at a place on earth. */
export interface HitIndex {
  /** Position of the shape; -1 where there is none. Where shapes lie over each other, the smallest: it is on top. */
  shapeAt(longitude: number, latitude: number): number;
}

/** Cells per shape, and copies of a shape over the cells; a coarser grid where large shapes would fill the memory. */
const CELLS_PER_SHAPE = 2;
const ENTRIES_PER_SHAPE = 32;

/**
 * A uniform grid over the bounds of the shapes: a look-up reads one cell, compares a few boxes and walks the rings of
 * the one or two shapes that remain. Made once per level, in some milliseconds for all neighbourhoods.
 */
export const createHitIndex = (boundaries: Boundaries): HitIndex => finish(createHitIndexInSteps(boundaries));

/** A hit index that isn't made yet: whoever has time makes it in steps, and a question makes what is left of it at once. */
export interface DeferredHitIndex extends HitIndex {
  inSteps(): Steps<HitIndex>;
}

export function deferHitIndex(boundaries: Boundaries): DeferredHitIndex {
  const inSteps = sharedSteps(() => createHitIndexInSteps(boundaries));
  return { inSteps, shapeAt: (longitude, latitude) => finish(inSteps()).shapeAt(longitude, latitude) };
}

/** `createHitIndex`, in steps. */
export function* createHitIndexInSteps(boundaries: Boundaries): Steps<HitIndex> {
  const bounds = yield* boundsOfShapesInSteps(boundaries);
  const areas = yield* outlineAreasInSteps(boundaries);
  const grid = fitGrid(bounds);
  yield;
  const { start, shapes } = fillGrid(grid, bounds);
  return {
    shapeAt(longitude, latitude) {
      const cell = cellAt(grid, longitude, latitude);
      let found = -1;
      if (cell < 0) return found;
      for (let i = start[cell]; i < start[cell + 1]; i++) {
        const shape = shapes[i];
        const isLarger = found >= 0 && areas[shape] >= areas[found];
        if (
          !isLarger &&
          isInBox(bounds, shape, longitude, latitude) &&
          isInShape(boundaries, shape, longitude, latitude)
        )
          found = shape;
      }
      return found;
    },
  };
}

const isInBox = (bounds: Float64Array, shape: number, x: number, y: number): boolean =>
  x >= bounds[shape * 4] && y >= bounds[shape * 4 + 1] && x <= bounds[shape * 4 + 2] && y <= bounds[shape * 4 + 3];

interface Grid {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** Cells along a side. */
  readonly size: number;
}

/** As fine as the number of shapes asks for, unless their boxes cover each other all over. */
function fitGrid(bounds: Float64Array): Grid {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < bounds.length; at += 4) {
    if (bounds[at] < west) west = bounds[at];
    if (bounds[at + 1] < south) south = bounds[at + 1];
    if (bounds[at + 2] > east) east = bounds[at + 2];
    if (bounds[at + 3] > north) north = bounds[at + 3];
  }
  const shapes = bounds.length / 4;
  for (let size = Math.ceil(Math.sqrt(shapes * CELLS_PER_SHAPE)); ; size = Math.ceil(size / 2)) {
    const grid = { west, south, east, north, size };
    if (size <= 1 || countEntries(grid, bounds) <= shapes * ENTRIES_PER_SHAPE) return grid;
  }
}

/** Column or row of a place between two ends; NaN where the ends are one, as nothing there has an area. */
const placeOn = (low: number, high: number, size: number, at: number): number =>
  Math.min(size - 1, Math.floor(((at - low) / (high - low)) * size));

/** The cell of a place; -1 outside the grid, and for NaN. */
function cellAt({ west, south, east, north, size }: Grid, longitude: number, latitude: number): number {
  const isOnGrid = longitude >= west && longitude <= east && latitude >= south && latitude <= north;
  return isOnGrid ? placeOn(south, north, size, latitude) * size + placeOn(west, east, size, longitude) : -1;
}

/** Calls `visit` with each stretch of cells in a row that a shape's box touches. */
function forEachRow(grid: Grid, bounds: Float64Array, visit: (shape: number, from: number, to: number) => void): void {
  const { west, south, east, north, size } = grid;
  for (let at = 0; at < bounds.length; at += 4) {
    // A shape without rings has no box.
    if (bounds[at] > bounds[at + 2]) continue;
    const first = placeOn(west, east, size, bounds[at]);
    const last = placeOn(west, east, size, bounds[at + 2]);
    const top = placeOn(south, north, size, bounds[at + 3]);
    for (let row = placeOn(south, north, size, bounds[at + 1]); row <= top; row++)
      visit(at / 4, row * size + first, row * size + last);
  }
}

function countEntries(grid: Grid, bounds: Float64Array): number {
  let entries = 0;
  forEachRow(grid, bounds, (_shape, from, to) => (entries += to - from + 1));
  return entries;
}

/** For each cell the shapes whose box touches it, cell after cell in one array. */
function fillGrid(grid: Grid, bounds: Float64Array): { start: Uint32Array; shapes: Uint32Array } {
  const start = new Uint32Array(grid.size * grid.size + 1);
  forEachRow(grid, bounds, (_shape, from, to) => {
    for (let cell = from; cell <= to; cell++) start[cell + 1]++;
  });
  for (let cell = 0; cell < start.length - 1; cell++) start[cell + 1] += start[cell];
  const shapes = new Uint32Array(start[start.length - 1]);
  const next = start.slice();
  forEachRow(grid, bounds, (shape, from, to) => {
    for (let cell = from; cell <= to; cell++) shapes[next[cell]++] = shape;
  });
  return { start, shapes };
}

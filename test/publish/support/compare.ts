import { parseCompactBoundaries } from '@zicht-op/core/formats/compact-boundaries.js';
import { boundsOfShape, boundsOfShapes } from '@zicht-op/core/geo/bounds.js';
import { crossingsAt, flattenShape, isInShape } from '@zicht-op/core/geo/rings.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import {
  makeBoundaries,
  type BoundaryPlan,
  type MadeBoundaries,
} from '@zicht-op/publish/boundaries/make-boundaries.js';

export const AS_IT_IS: BoundaryPlan = { grid: null, simplify: 0, levels: [], year: null, attribution: null };

/** What the command would write; throws where it can't. */
export function made(json: unknown, plan: Partial<BoundaryPlan> = {}): MadeBoundaries {
  const result = makeBoundaries(json, { ...AS_IT_IS, ...plan });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** A level of a compact file; throws where it can't be read. */
export function readBack(bytes: Uint8Array, level: string): Boundaries {
  const parsed = parseCompactBoundaries(bytes);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const boundaries = parsed.value.ofLevel(level);
  if (!boundaries.ok) throw new Error(JSON.stringify(boundaries.problems));
  return boundaries.value;
}

/** Lines along which a shape is measured. */
const LINES = 40;

/** What a shape encloses by the even-odd rule, in square degrees, as measured along lines spread evenly over it. */
export function areaOf(boundaries: Boundaries, shape: number): number {
  const [, south, , north] = boundsOfShape(boundaries, shape) ?? [0, 0, 0, 0];
  const rings = flattenShape(boundaries, shape);
  const height = (north - south) / LINES;
  let width = 0;
  for (let line = 0; line < LINES; line++) {
    const crossings = crossingsAt(rings, south + (line + 0.5) * height);
    for (let i = 0; i + 1 < crossings.length; i += 2) width += crossings[i + 1] - crossings[i];
  }
  return width * height;
}

/** Answers the shapes in which a place lies. */
export function coverage(boundaries: Boundaries): (x: number, y: number) => number[] {
  const bounds = boundsOfShapes(boundaries);
  return (x, y) => {
    const found: number[] = [];
    for (let shape = 0; shape < boundaries.codes.length; shape++) {
      const at = 4 * shape;
      const isNear = bounds[at] <= x && bounds[at + 1] <= y && bounds[at + 2] >= x && bounds[at + 3] >= y;
      if (isNear && isInShape(boundaries, shape, x, y)) found.push(shape);
    }
    return found;
  };
}

/** Places spread evenly over the bounds of all shapes, without chance: a lattice turned by the golden ratio. */
export function places(boundaries: Boundaries, count: number): (readonly [number, number])[] {
  const bounds = boundsOfShapes(boundaries).filter(Number.isFinite);
  const side = (axis: number, pick: (...numbers: number[]) => number): number =>
    bounds.filter((_, i) => i % 4 === axis).reduce((a, b) => pick(a, b));
  const [west, south, east, north] = [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
  return Array.from({ length: count }, (_, i) => [
    west + ((i + 0.5) / count) * (east - west),
    south + ((i * 0.6180339887) % 1) * (north - south),
  ]);
}

/** Arcs by the number of shapes that use them. */
export function usesOfArcs({ arcStart, ringArcs }: Boundaries): number[] {
  const uses = new Uint8Array(arcStart.length - 1);
  for (const arc of ringArcs) uses[arc < 0 ? ~arc : arc]++;
  return [0, 1, 2, 3].map((count) => uses.filter((use) => use === count).length);
}

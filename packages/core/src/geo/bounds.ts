import type { Boundaries } from '../model/boundaries.js';
import { finish } from '../tasks/slices.js';
import { inChunks, type Steps } from '../tasks/steps.js';

/** West, south, east, north, in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/**
 * Bounds of every shape, four numbers each: west, south, east, north. A shape without rings has Infinity, Infinity,
 * -Infinity, -Infinity, which overlaps nothing. Each arc is looked at once, however many shapes it borders.
 */
export const boundsOfShapes = (boundaries: Boundaries): Float64Array => finish(boundsOfShapesInSteps(boundaries));

/** `boundsOfShapes`, in steps. */
export function* boundsOfShapesInSteps(boundaries: Boundaries): Steps<Float64Array> {
  const { codes, ringArcs, ringStart, shapeRings } = boundaries;
  const arcs = yield* boundsOfArcs(boundaries);
  const bounds = new Float64Array(codes.length * 4);
  yield* inChunks(codes.length, (from, to) => {
    for (let shape = from; shape < to; shape++) {
      let west = Infinity;
      let south = Infinity;
      let east = -Infinity;
      let north = -Infinity;
      for (let at = ringStart[shapeRings[shape]]; at < ringStart[shapeRings[shape + 1]]; at++) {
        const arc = (ringArcs[at] < 0 ? ~ringArcs[at] : ringArcs[at]) * 4;
        if (arcs[arc] < west) west = arcs[arc];
        if (arcs[arc + 1] < south) south = arcs[arc + 1];
        if (arcs[arc + 2] > east) east = arcs[arc + 2];
        if (arcs[arc + 3] > north) north = arcs[arc + 3];
      }
      const at = shape * 4;
      bounds[at] = west;
      bounds[at + 1] = south;
      bounds[at + 2] = east;
      bounds[at + 3] = north;
    }
  });
  return bounds;
}

function* boundsOfArcs({ coordinates, arcStart }: Boundaries): Steps<Float64Array> {
  const bounds = new Float64Array((arcStart.length - 1) * 4);
  yield* inChunks(arcStart.length - 1, (from, to) => {
    for (let arc = from; arc < to; arc++) {
      let west = Infinity;
      let south = Infinity;
      let east = -Infinity;
      let north = -Infinity;
      for (let i = arcStart[arc] * 2; i < arcStart[arc + 1] * 2; i += 2) {
        const x = coordinates[i];
        const y = coordinates[i + 1];
        if (x < west) west = x;
        if (x > east) east = x;
        if (y < south) south = y;
        if (y > north) north = y;
      }
      bounds[arc * 4] = west;
      bounds[arc * 4 + 1] = south;
      bounds[arc * 4 + 2] = east;
      bounds[arc * 4 + 3] = north;
    }
  });
  return bounds;
}

/** Bounds of one shape; null for one without rings. */
export function boundsOfShape(boundaries: Boundaries, shape: number): Bounds | null {
  return boundsOf(boundaries, [shape]);
}

/** Bounds around some shapes, or all; null where none of them has an area. */
export function boundsOf(boundaries: Boundaries, shapes?: Iterable<number>): Bounds | null {
  const { coordinates, arcStart, ringArcs, ringStart, shapeRings } = boundaries;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const shape of shapes ?? boundaries.codes.keys()) {
    for (let at = ringStart[shapeRings[shape]]; at < ringStart[shapeRings[shape + 1]]; at++) {
      const arc = ringArcs[at] < 0 ? ~ringArcs[at] : ringArcs[at];
      for (let i = arcStart[arc] * 2; i < arcStart[arc + 1] * 2; i += 2) {
        west = Math.min(west, coordinates[i]);
        east = Math.max(east, coordinates[i]);
        south = Math.min(south, coordinates[i + 1]);
        north = Math.max(north, coordinates[i + 1]);
      }
    }
  }
  return west <= east ? [west, south, east, north] : null;
}

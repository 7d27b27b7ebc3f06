import type { Boundaries } from '../model/boundaries.js';
import { finish } from '../tasks/slices.js';
import { inChunks, type Steps } from '../tasks/steps.js';

/**
 * How much each shape's outlines enclose, in square degrees: to tell which of two shapes is the smaller one, not to be
 * shown. Holes aren't taken off, and it doesn't matter which way rings are wound. Zero for a shape without rings.
 */
export const outlineAreas = (boundaries: Boundaries): Float64Array => finish(outlineAreasInSteps(boundaries));

/** `outlineAreas`, in steps. */
export function* outlineAreasInSteps(boundaries: Boundaries): Steps<Float64Array> {
  const { codes, ringArcs, ringStart, shapeRings } = boundaries;
  const sums = yield* sumsOfArcs(boundaries);
  const areas = new Float64Array(codes.length);
  yield* inChunks(codes.length, (from, to) => {
    for (let shape = from; shape < to; shape++) {
      for (let ring = shapeRings[shape]; ring < shapeRings[shape + 1]; ring++) {
        let sum = 0;
        for (let at = ringStart[ring]; at < ringStart[ring + 1]; at++)
          sum += ringArcs[at] < 0 ? -sums[~ringArcs[at]] : sums[ringArcs[at]];
        areas[shape] += Math.abs(sum) / 2;
      }
    }
  });
  return areas;
}

/** What each arc adds to the area of a ring it belongs to, twice; reckoned from the first point, to lose no digits. */
function* sumsOfArcs({ coordinates, arcStart }: Boundaries): Steps<Float64Array> {
  const sums = new Float64Array(arcStart.length - 1);
  const originX = coordinates[0];
  const originY = coordinates[1];
  yield* inChunks(sums.length, (from, to) => {
    for (let arc = from; arc < to; arc++) {
      let sum = 0;
      for (let i = arcStart[arc] * 2; i < arcStart[arc + 1] * 2 - 2; i += 2)
        sum +=
          (coordinates[i] - originX) * (coordinates[i + 3] - originY) -
          (coordinates[i + 2] - originX) * (coordinates[i + 1] - originY);
      sums[arc] = sum;
    }
  });
  return sums;
}

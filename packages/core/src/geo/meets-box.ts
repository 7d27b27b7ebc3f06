import type { Boundaries } from '../model/boundaries.js';
import type { Bounds } from './bounds.js';
import { isInShape } from './rings.js';

/**
 * Whether a shape and a box have a place in common, by the shape itself and not by its bounds: a winding one may pass a box
 * by. A shape without rings meets nothing; one that only touches an edge counts.
 */
export function meetsBox(boundaries: Boundaries, shape: number, box: Bounds): boolean {
  const { coordinates, arcStart, ringArcs, ringStart, shapeRings } = boundaries;
  for (let at = ringStart[shapeRings[shape]]; at < ringStart[shapeRings[shape + 1]]; at++) {
    const arc = ringArcs[at] < 0 ? ~ringArcs[at] : ringArcs[at];
    for (let p = arcStart[arc] * 2; p + 2 < arcStart[arc + 1] * 2; p += 2)
      if (crossesBox(coordinates, p, box)) return true;
  }
  // Without a line in it, the box lies inside the shape altogether, or outside.
  return isInShape(boundaries, shape, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2);
}

/** Cuts the segment from point `p` off at each edge in turn (Liang and Barsky, 1984): something is left where it crosses. */
function crossesBox(coordinates: Float64Array, p: number, [west, south, east, north]: Bounds): boolean {
  const [x, y] = [coordinates[p], coordinates[p + 1]];
  const [dx, dy] = [coordinates[p + 2] - x, coordinates[p + 3] - y];
  let [from, to] = [0, 1];
  const keep = (run: number, room: number): boolean => {
    if (run === 0) return room >= 0;
    if (run < 0) from = Math.max(from, room / run);
    else to = Math.min(to, room / run);
    return from <= to;
  };
  return keep(-dx, x - west) && keep(dx, east - x) && keep(-dy, y - south) && keep(dy, north - y);
}

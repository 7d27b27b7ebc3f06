import type { Boundaries } from '@zicht-op/core/model/boundaries.js';

/**
 * Lays ends of arcs that meet in a ring on one place, where a document wrote them with rounding: a scan line that passed
 * between them would enter a shape and not leave it. `points` are x and y per point, in the order of
 * `boundaries.coordinates`, and are changed in place; as a rule nothing differs and nothing is.
 */
export function joinEnds({ ringArcs, ringStart, arcStart }: Boundaries, points: Float64Array): void {
  const isApart = (a: number, b: number): boolean =>
    points[2 * a] !== points[2 * b] || points[2 * a + 1] !== points[2 * b + 1];
  const forEachJoint = (visit: (end: number, start: number) => void): void => {
    for (let ring = 0; ring < ringStart.length - 1; ring++) {
      let arc = ringArcs[ringStart[ring + 1] - 1];
      for (let at = ringStart[ring]; at < ringStart[ring + 1]; at++) {
        const end = arc < 0 ? arcStart[~arc] : arcStart[arc + 1] - 1;
        arc = ringArcs[at];
        visit(end, arc < 0 ? arcStart[~arc + 1] - 1 : arcStart[arc]);
      }
    }
  };
  let isJoined = true;
  forEachJoint((end, start) => (isJoined &&= !isApart(end, start)));
  if (isJoined) return;
  // Joints may hang together over several rings, hence all of them, and the first point of each group for all its points.
  const first = Uint32Array.from({ length: points.length / 2 }, (_, point) => point);
  const find = (point: number): number => {
    while (first[point] !== point) point = first[point] = first[first[point]];
    return point;
  };
  forEachJoint((end, start) => {
    const [a, b] = [find(end), find(start)];
    first[Math.max(a, b)] = Math.min(a, b);
  });
  for (let point = 0; point < first.length; point++) points.copyWithin(point * 2, find(point) * 2, find(point) * 2 + 2);
}

import { neighboursOf, type Direction } from '@zicht-op/core/geo/neighbours.js';
import { interiorPoint } from '@zicht-op/core/geo/interior-point.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';

export const ARROWS: readonly Direction[] = ['up', 'right', 'down', 'left'];

/** True when arrow keys lead from every shape with an area to every other. */
export function isStronglyConnected(shapes: Boundaries, neighbours = neighboursOf(shapes)): boolean {
  const onward = shapes.codes.map((_, shape) => ARROWS.map((arrow) => neighbours.neighbourInDirection(shape, arrow)));
  const back: number[][] = shapes.codes.map(() => []);
  onward.forEach((targets, shape) => targets.forEach((to) => back[to]?.push(shape)));
  const withArea = shapes.codes.flatMap((_, shape) => (interiorPoint(shapes, shape) ? [shape] : []));
  return [onward, back].every((edges) => {
    const reached = reachedFrom(withArea[0], edges);
    return withArea.every((shape) => reached.has(shape));
  });
}

function reachedFrom(start: number, edges: readonly (readonly number[])[]): Set<number> {
  const reached = new Set([start]);
  for (const shape of reached) for (const to of edges[shape]) if (to >= 0) reached.add(to);
  return reached;
}

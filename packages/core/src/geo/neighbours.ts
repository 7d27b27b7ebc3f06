import type { Boundaries } from '../model/boundaries.js';
import { adjacencyOf } from './adjacency.js';
import { DIRECTIONS, type Direction, type Places } from './direction.js';
import { quickInteriorPoint } from './interior-point.js';
import { makeMoves, type MoveTable } from './moves.js';
import { PointGrid } from './point-grid.js';
import { webMercator } from './projection.js';

export type { Direction } from './direction.js';

/** Which shapes lie beside each other, and where arrow keys lead. Shapes are told by position in the boundaries. */
export interface Neighbours {
  /**
   * Shapes that share a border with this one, ascending. An island has the shape nearest to it, and the other way about.
   * Empty for a shape without area, and where there is no other.
   */
  of(shape: number): readonly number[];
  /**
   * The shape an arrow key leads to: the neighbour in that direction on the map, else the nearest shape there; -1 where
   * nothing lies further that way, and for a shape without area. From every shape with an area every other can be reached.
   */
  neighbourInDirection(shape: number, direction: Direction): number;
}

/** Costs nothing until something is asked for; then a tenth of a second for all buurten, once. */
export function neighboursOf(boundaries: Boundaries): Neighbours {
  let found: Found | null = null;
  let moves: MoveTable | null = null;
  return {
    of(shape) {
      found ??= find(boundaries);
      return [...(found.neighbours[shape] ?? [])].sort((a, b) => a - b);
    },
    neighbourInDirection(shape, direction) {
      found ??= find(boundaries);
      moves ??= makeMoves(found.places, found.neighbours, found.grid);
      return moves[shape * 4 + DIRECTIONS.indexOf(direction)] ?? -1;
    },
  };
}

interface Found {
  readonly places: Places;
  readonly grid: PointGrid;
  readonly neighbours: readonly ReadonlySet<number>[];
}

function find(boundaries: Boundaries): Found {
  const places = placesOf(boundaries);
  const grid = new PointGrid(places);
  const neighbours = adjacencyOf(boundaries);
  linkIslands(places, neighbours, grid);
  return { places, grid, neighbours };
}

/** A point inside each shape, as it lies on a map. */
function placesOf(boundaries: Boundaries): Places {
  const count = boundaries.codes.length;
  const places = { x: new Float64Array(count).fill(NaN), y: new Float64Array(count).fill(NaN) };
  for (let shape = 0; shape < count; shape++) {
    const point = quickInteriorPoint(boundaries, shape);
    if (!point) continue;
    const [x, y] = webMercator.project(point[0], point[1]);
    places.x[shape] = x;
    places.y[shape] = -y;
  }
  return places;
}

function linkIslands({ x, y }: Places, neighbours: readonly Set<number>[], grid: PointGrid): void {
  neighbours.forEach((own, shape) => {
    if (own.size > 0 || Number.isNaN(x[shape])) return;
    const near = grid.cheapest(shape, (to) =>
      to === shape ? Infinity : Math.hypot(x[to] - x[shape], y[to] - y[shape]),
    );
    if (near < 0) return;
    own.add(near);
    neighbours[near].add(shape);
  });
}

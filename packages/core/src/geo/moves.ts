import { DIRECTIONS, stepCost, stepCostInQuadrant, type Direction, type Places } from './direction.js';
import type { PointGrid } from './point-grid.js';

/** Where each arrow key leads from each shape: four numbers a shape, in the order of `DIRECTIONS`; -1 for nowhere. */
export type MoveTable = Int32Array;

/**
 * Makes the moves: to the neighbour that lies best in that quarter of the plane; without one, to the nearest shape there,
 * else to whatever lies further that way at all. So only the outermost shape of a direction has no move in it, which
 * every shape reaches by pressing on.
 * A shape that no move leads to is then put between two others, so that from every shape every other can be reached.
 */
export function makeMoves(places: Places, neighbours: readonly ReadonlySet<number>[], grid: PointGrid): MoveTable {
  const moves = new Int32Array(neighbours.length * 4).fill(-1);
  const isOutermost = outermostOf(places);
  for (let shape = 0; shape < neighbours.length; shape++) {
    if (Number.isNaN(places.x[shape])) continue;
    DIRECTIONS.forEach((direction, d) => {
      if (!isOutermost[direction](shape))
        moves[shape * 4 + d] = bestMove(places, neighbours[shape], grid, shape, direction);
    });
  }
  threadUnreached(moves, places, neighbours, grid);
  return moves;
}

/** Tells for each direction whether nothing lies further that way, so that nobody searches the whole country for it. */
function outermostOf({ x, y }: Places): Record<Direction, (shape: number) => boolean> {
  const ends = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (let shape = 0; shape < x.length; shape++) {
    if (x[shape] < ends.west) ends.west = x[shape];
    if (x[shape] > ends.east) ends.east = x[shape];
    if (y[shape] < ends.south) ends.south = y[shape];
    if (y[shape] > ends.north) ends.north = y[shape];
  }
  return {
    up: (shape) => y[shape] === ends.north,
    right: (shape) => x[shape] === ends.east,
    down: (shape) => y[shape] === ends.south,
    left: (shape) => x[shape] === ends.west,
  };
}

function bestMove(
  places: Places,
  neighbours: ReadonlySet<number>,
  grid: PointGrid,
  shape: number,
  direction: Direction,
): number {
  let best = -1;
  let least = Infinity;
  for (const to of neighbours) {
    const cost = stepCostInQuadrant(places, shape, to, direction);
    if (cost >= least) continue;
    least = cost;
    best = to;
  }
  if (best < 0) best = grid.cheapest(shape, (to) => stepCostInQuadrant(places, shape, to, direction));
  if (best < 0) best = grid.cheapest(shape, (to) => stepCost(places, shape, to, direction));
  return best;
}

/** Puts every shape that can't be reached from the easternmost one, which all reach by going right, into the moves. */
function threadUnreached(
  moves: MoveTable,
  places: Places,
  neighbours: readonly ReadonlySet<number>[],
  grid: PointGrid,
): void {
  const isReached = new Uint8Array(neighbours.length);
  const east = places.x.reduce((best, x, i) => (x > (places.x[best] ?? -Infinity) ? i : best), -1);
  if (east < 0) return;
  spread(moves, isReached, east);
  let waiting = [...neighbours.keys()].filter((shape) => !isReached[shape] && !Number.isNaN(places.x[shape]));
  while (waiting.length > 0) {
    const before = waiting.length;
    for (const shape of waiting) {
      const known = [...neighbours[shape]].filter((other) => isReached[other]);
      if (!isReached[shape] && known.length > 0) thread(moves, isReached, places, known, shape);
    }
    waiting = waiting.filter((shape) => !isReached[shape]);
    if (waiting.length < before) continue;
    // Not beside any reached one: an island among islands.
    const shape = waiting[0];
    const near = grid.cheapest(shape, (to) =>
      isReached[to] ? Math.hypot(places.x[to] - places.x[shape], places.y[to] - places.y[shape]) : Infinity,
    );
    thread(moves, isReached, places, [near], shape);
    waiting = waiting.filter((other) => !isReached[other]);
  }
}

/**
 * From one of `known` the move that leads best to the shape leads there from now on, and on from there to where it led
 * before; so nothing that could be reached is lost, and pressing on still gets ahead.
 */
function thread(
  moves: MoveTable,
  isReached: Uint8Array,
  places: Places,
  known: readonly number[],
  shape: number,
): void {
  let best = -1;
  let least = Infinity;
  for (const from of known) {
    DIRECTIONS.forEach((direction, d) => {
      const next = moves[from * 4 + d];
      const isOnward = next >= 0 && stepCost(places, shape, next, direction) < Infinity;
      const cost = stepCost(places, from, shape, direction) * (isOnward ? 1 : 1000);
      if (cost >= least) return;
      least = cost;
      best = from * 4 + d;
    });
  }
  // At the very place of a known one: any of its moves will do.
  if (best < 0) best = known[0] * 4;
  moves[shape * 4 + (best % 4)] = moves[best];
  moves[best] = shape;
  spread(moves, isReached, shape);
}

/** Marks what can be reached from a shape. */
function spread(moves: MoveTable, isReached: Uint8Array, from: number): void {
  const waiting = [from];
  isReached[from] = 1;
  for (let shape = waiting.pop(); shape !== undefined; shape = waiting.pop()) {
    for (let move = shape * 4; move < shape * 4 + 4; move++) {
      const to = moves[move];
      if (to < 0 || isReached[to]) continue;
      isReached[to] = 1;
      waiting.push(to);
    }
  }
}

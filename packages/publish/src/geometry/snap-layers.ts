import { areaOf, keyOf, placeOn, snapRing, type Grid, type Moved } from './grid.js';
import type { Layer, Position, Ring } from './layer.js';

/**
 * Layers on a grid, in its steps, without the rings that have no area on it. A shape smaller than a step keeps an area all
 * the same: places of its largest ring are moved by a step, in its neighbours too, so that no gap opens.
 */
export function snapLayers(grid: Grid, layers: readonly Layer[]): Layer[] {
  const moved = new Map<string, Position>();
  const snapAll = (): Layer[] =>
    layers.map((layer) => ({ ...layer, shapes: layer.shapes.map((rings) => snapRings(grid, rings, moved)) }));
  const snapped = snapAll();
  layers.forEach(({ shapes }, i) =>
    shapes.forEach((rings, shape) => {
      if (rings.length > 0 && snapped[i].shapes[shape].length === 0) keepArea(grid, largestOf(rings), moved);
    }),
  );
  return moved.size > 0 ? snapAll() : snapped;
}

const snapRings = (grid: Grid, rings: readonly Ring[], moved: Moved): Ring[] =>
  rings.map((ring) => snapRing(grid, ring, moved)).filter((ring) => ring !== null);

const largestOf = (rings: readonly Ring[]): Ring =>
  rings.reduce((largest, ring) => (areaOf(ring) > areaOf(largest) ? ring : largest));

/** To the places around one. */
const STEPS: readonly Position[] = [-1, 0, 1]
  .flatMap((x) => [-1, 0, 1].map((y): Position => [x, y]))
  .filter(([x, y]) => x !== 0 || y !== 0);

/** A position and another place for it. */
interface Move {
  readonly key: string;
  readonly place: Position;
  readonly hasArea: boolean;
  /** Steps between the position itself and that place. */
  readonly distance: number;
}

/** Moves one place of a ring, or two where all of it has fallen together, as little as it takes for an area. */
function keepArea(grid: Grid, ring: Ring, moved: Map<string, Position>): void {
  for (let left = 2; left > 0 && snapRing(grid, ring, moved) === null; left--) {
    const best = movesOf(grid, ring, moved).reduce((a, b) => (isBetter(b, a) ? b : a));
    moved.set(best.key, best.place);
  }
}

const isBetter = (a: Move, b: Move): boolean => (a.hasArea === b.hasArea ? a.distance < b.distance : a.hasArea);

function movesOf(grid: Grid, ring: Ring, moved: Moved): Move[] {
  return ring.flatMap((position) => {
    const key = keyOf(position);
    const [column, row] = placeOn(grid, position, moved);
    return STEPS.map(([x, y]): Move => {
      const place: Position = [column + x, row + y];
      const hasArea = snapRing(grid, ring, new Map([...moved, [key, place]])) !== null;
      const [dx, dy] = [0, 1].map((axis) => place[axis] * grid.scale[axis] + grid.translate[axis] - position[axis]);
      return { key, place, hasArea, distance: Math.hypot(dx / grid.scale[0], dy / grid.scale[1]) };
    });
  });
}

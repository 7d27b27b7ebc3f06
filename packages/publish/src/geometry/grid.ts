import type { Layer, Position, Ring } from './layer.js';

/** A grid in longitude and latitude: a place `(column, row)` lies at `column * scale[0] + translate[0]`, and so on. */
export interface Grid {
  readonly scale: readonly [number, number];
  readonly translate: readonly [number, number];
}

/** Metres in a degree of latitude, on a sphere of the earth's mean radius. */
const METRES_PER_DEGREE = 111_195;

/** Metres in a degree of longitude and of latitude, half-way between the layers' south and north. */
export function metresPerDegree(layers: readonly Layer[]): readonly [number, number] {
  const [, south, , north] = boundsOf(layers);
  return [METRES_PER_DEGREE * Math.max(Math.cos((((south + north) / 2) * Math.PI) / 180), 0.01), METRES_PER_DEGREE];
}

/** A grid of about so many metres a step, with its origin in the south-west corner of the layers. */
export function gridOfMetres(layers: readonly Layer[], metres: number): Grid {
  const [west, south] = boundsOf(layers);
  const [x, y] = metresPerDegree(layers);
  return { scale: [metres / x, metres / y], translate: [west, south] };
}

/** The grid that a quantised topology is drawn on, where all positions lie on it to the last bit; null for any other. */
export function gridOfTopology(json: unknown, layers: readonly Layer[]): Grid | null {
  const { scale, translate } = ((json as { transform?: Grid } | null)?.transform ?? {}) as Partial<Grid>;
  const isPair = (pair: unknown): pair is [number, number] =>
    Array.isArray(pair) && pair.length >= 2 && pair.every((number) => Number.isFinite(number));
  if (!isPair(scale) || !isPair(translate) || scale[0] === 0 || scale[1] === 0) return null;
  const grid: Grid = { scale: [scale[0], scale[1]], translate: [translate[0], translate[1]] };
  const isOn = (position: Position): boolean => {
    const [x, y] = placeOf(grid, snap(grid, position));
    return x === position[0] && y === position[1];
  };
  return layers.every(({ shapes }) => shapes.every((rings) => rings.every((ring) => ring.every(isOn)))) ? grid : null;
}

const placeOf = ({ scale, translate }: Grid, [column, row]: Position): Position => [
  column * scale[0] + translate[0],
  row * scale[1] + translate[1],
];

const snap = ({ scale, translate }: Grid, [x, y]: Position): Position => [
  Math.round((x - translate[0]) / scale[0]),
  Math.round((y - translate[1]) / scale[1]),
];

/** Positions that go to another place than the nearest, the same one in all rings that have them. See `keepAreas`. */
export type Moved = ReadonlyMap<string, Position>;

export const keyOf = ([x, y]: Position): string => `${x} ${y}`;

/** The place on the grid that a position goes to. */
export const placeOn = (grid: Grid, position: Position, moved?: Moved): Position =>
  moved?.get(keyOf(position)) ?? snap(grid, position);

/**
 * A ring on the grid; positions that fall together stand there once. Null where it has no area left: fewer than three
 * different places, or all on one line.
 */
export function snapRing(grid: Grid, ring: Ring, moved?: Moved): Ring | null {
  const snapped: Position[] = [];
  for (const position of ring) {
    const [x, y] = placeOn(grid, position, moved);
    const last = snapped.at(-1);
    if (last?.[0] !== x || last[1] !== y) snapped.push([x, y]);
  }
  return areaOf(snapped) > 0 ? snapped : null;
}

/** How much a ring encloses, in square units of its positions. */
export function areaOf(ring: Ring): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x, y] = [ring[i - 1][0] - ring[0][0], ring[i - 1][1] - ring[0][1]];
    sum += x * (ring[i][1] - ring[0][1]) - (ring[i][0] - ring[0][0]) * y;
  }
  return Math.abs(sum) / 2;
}

/** West, south, east and north; zeros without a position. */
function boundsOf(layers: readonly Layer[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { shapes } of layers)
    for (const [x, y] of shapes.flat(2)) {
      west = Math.min(west, x);
      south = Math.min(south, y);
      east = Math.max(east, x);
      north = Math.max(north, y);
    }
  return west <= east ? [west, south, east, north] : [0, 0, 0, 0];
}

import { presimplify, type Triangle } from 'topojson-simplify';
import { areaOf, metresPerDegree, snapRing, type Grid } from './grid.js';
import type { Layer, Position, Ring } from './layer.js';
import { shareArcs, type SharedArcs } from './shared-arcs.js';

/** An arc whose points know how much of a bend they are, in square metres: Visvalingam's effective area. */
type WeightedArc = readonly (readonly [x: number, y: number, weight: number])[];

/**
 * Leaves out bends that enclose less than half a square of so many metres, arc by arc, so that neighbours keep their common
 * border and no gap opens. A shape of which nothing would be left on the grid gets back as many points of its largest ring
 * as it takes. Source: M. Visvalingam and J.D. Whyatt, "Line generalisation by repeated elimination of points", 1993.
 */
export function simplifyLayers(layers: readonly Layer[], metres: number, grid: Grid): Layer[] {
  const { arcs, rings } = shareArcs(layers);
  const weighted = weigh(arcs, metresPerDegree(layers));
  const least = (metres * metres) / 2;
  const kept = weighted.map((arc) => arc.map(([, , weight]) => weight >= least));
  const drawn = (ring: readonly number[]): Ring => ringOf(weighted, kept, ring);
  const isSeen = (ring: readonly number[]): boolean => snapRing(grid, drawn(ring)) !== null;
  for (const shape of rings.flat()) {
    if (shape.length === 0 || shape.some(isSeen)) continue;
    const largest = [...shape].sort((a, b) => areaOf(ringOf(weighted, null, b)) - areaOf(ringOf(weighted, null, a)))[0];
    restore(weighted, kept, largest, () => isSeen(largest));
  }
  return layers.map((layer, i) => ({ ...layer, shapes: rings[i].map((shape) => shape.map(drawn)) }));
}

function weigh(arcs: SharedArcs['arcs'], [x, y]: readonly [number, number]): readonly WeightedArc[] {
  const weight = ([a, b, c]: Triangle): number =>
    (Math.abs((a[0] - c[0]) * (b[1] - a[1]) - (a[0] - b[0]) * (c[1] - a[1])) / 2) * x * y;
  const made = presimplify({ type: 'Topology', objects: {}, arcs: arcs as unknown as number[][][] }, weight);
  return made.arcs as unknown as WeightedArc[];
}

/** The positions of a ring that are kept, or all. */
function ringOf(
  arcs: readonly WeightedArc[],
  kept: readonly (readonly boolean[])[] | null,
  ring: readonly number[],
): Ring {
  const positions: Position[] = [];
  for (const reference of ring) {
    const arc = reference < 0 ? ~reference : reference;
    const points = arcs[arc].filter((_, i) => kept?.[arc][i] ?? true);
    if (reference < 0) points.reverse();
    for (const [x, y] of points) positions.push([x, y]);
  }
  return positions;
}

/** Puts points of a ring back, those that matter most first, until it is seen or whole. */
function restore(
  arcs: readonly WeightedArc[],
  kept: boolean[][],
  ring: readonly number[],
  isSeen: () => boolean,
): void {
  const left = ring
    .map((reference) => (reference < 0 ? ~reference : reference))
    .flatMap((arc) => arcs[arc].map(([, , weight], point) => ({ arc, point, weight })))
    .filter(({ arc, point }) => !kept[arc][point])
    .sort((a, b) => b.weight - a.weight);
  for (const { arc, point } of left) {
    if (isSeen()) return;
    kept[arc][point] = true;
  }
}

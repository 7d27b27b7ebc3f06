import type { Boundaries } from '../model/boundaries.js';
import { boundsOfShapes } from './bounds.js';
import { SegmentTable } from './segment-table.js';

/** Which shapes lie beside each other. */
export type Adjacency = readonly ReadonlySet<number>[];

/** A gap between two shapes counts as a common border up to this share of the size of a middling shape. */
const GAP = 0.01;

/** Places along borders without a partner that are looked at, at most. */
const MAX_SAMPLES = 50_000;

/** A gap is never looked for in steps smaller than this: about a metre, in degrees. */
const SMALLEST_GAP = 1e-5;

/**
 * Finds the shapes that share a border: an arc, or the same segment where each shape has arcs of its own (GeoJSON), or a
 * hairline gap where shapes were simplified apart. A common corner alone makes no neighbours. A shape without rings has
 * none.
 */
export function adjacencyOf(boundaries: Boundaries): Set<number>[] {
  const neighbours = boundaries.codes.map(() => new Set<number>());
  const join = (a: number, b: number): void => {
    if (a === b) return;
    neighbours[a].add(b);
    neighbours[b].add(a);
  };
  const owners = ownersOfArcs(boundaries, join);
  const segments = new SegmentTable(boundaries.coordinates, segmentsOf(boundaries, owners), join);
  joinAcrossGaps(boundaries, segments, join);
  return neighbours;
}

/** Shapes that are looked at in one cell, at most: more lie over each other, or too close together for a gap to tell. */
const MOST_IN_CELL = 32;

type Join = (a: number, b: number) => void;

/** The only shape that uses an arc; -1 where none does, -2 where several do, which are then joined. */
function ownersOfArcs({ codes, arcStart, ringArcs, ringStart, shapeRings }: Boundaries, join: Join): Int32Array {
  const first = new Int32Array(arcStart.length - 1).fill(-1);
  const owners = first.slice();
  for (let shape = 0; shape < codes.length; shape++) {
    for (let at = ringStart[shapeRings[shape]]; at < ringStart[shapeRings[shape + 1]]; at++) {
      const arc = ringArcs[at] < 0 ? ~ringArcs[at] : ringArcs[at];
      if (first[arc] < 0) {
        first[arc] = shape;
        owners[arc] = shape;
      } else if (first[arc] !== shape) {
        owners[arc] = -2;
        join(first[arc], shape);
      }
    }
  }
  return owners;
}

/** Segments of arcs with one owner: number of their first point, and the owner. */
interface Segments {
  readonly points: Uint32Array;
  readonly owners: Uint32Array;
}

function segmentsOf({ arcStart }: Boundaries, owners: Int32Array): Segments {
  let count = 0;
  for (let arc = 0; arc < owners.length; arc++)
    if (owners[arc] >= 0) count += Math.max(arcStart[arc + 1] - arcStart[arc] - 1, 0);
  const segments = { points: new Uint32Array(count), owners: new Uint32Array(count) };
  let at = 0;
  for (let arc = 0; arc < owners.length; arc++) {
    if (owners[arc] < 0) continue;
    for (let point = arcStart[arc]; point + 1 < arcStart[arc + 1]; point++) {
      segments.points[at] = point;
      segments.owners[at++] = owners[arc];
    }
  }
  return segments;
}

/**
 * Walks along the segments that have no partner, coasts mostly, and joins shapes that come within the gap of each
 * other. Steps are as long as the gap, so a place and its counterpart are never more than a cell apart.
 */
function joinAcrossGaps(boundaries: Boundaries, segments: SegmentTable, join: Join): void {
  const { coordinates } = boundaries;
  const length = segments.lengthWithoutPartner();
  if (length === 0) return;
  const gap = Math.max(middlingSize(boundaries) * GAP, length / MAX_SAMPLES, SMALLEST_GAP);
  /** Shapes by cell: mostly one, so a number until there is a second. */
  const cells = new Map<number, number | number[]>();
  const columns = Math.ceil(400 / gap);
  segments.forEachWithoutPartner((owner, p) => {
    const dx = coordinates[2 * p + 2] - coordinates[2 * p];
    const dy = coordinates[2 * p + 3] - coordinates[2 * p + 1];
    const steps = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / gap);
    for (let step = 0; step <= steps; step++) {
      const column = Math.floor((coordinates[2 * p] + 200 + (dx * step) / (steps || 1)) / gap);
      const row = Math.floor((coordinates[2 * p + 1] + 100 + (dy * step) / (steps || 1)) / gap);
      const cell = row * columns + column;
      const known = cells.get(cell);
      if (known === undefined) cells.set(cell, owner);
      else if (typeof known === 'number') {
        if (known !== owner) cells.set(cell, [known, owner]);
      } else if (known.length < MOST_IN_CELL && !known.includes(owner)) known.push(owner);
    }
  });
  for (const [cell, shapes] of cells) {
    // Each pair of touching cells is met once: itself, right, and the three of the row above.
    for (const near of [0, 1, columns - 1, columns, columns + 1]) {
      const others = cells.get(cell + near);
      if (others === undefined) continue;
      for (const a of typeof shapes === 'number' ? [shapes] : shapes)
        for (const b of typeof others === 'number' ? [others] : others) join(a, b);
    }
  }
}

/** Median of the larger sides of the shapes' boxes, in degrees. */
function middlingSize(boundaries: Boundaries): number {
  const bounds = boundsOfShapes(boundaries);
  const sizes: number[] = [];
  for (let at = 0; at < bounds.length; at += 4)
    if (bounds[at] <= bounds[at + 2])
      sizes.push(Math.max(bounds[at + 2] - bounds[at], bounds[at + 3] - bounds[at + 1]));
  sizes.sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}

import { flattenShape } from '@zicht-op/core/geo/rings.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';

/** Longitude and latitude, or a place on a grid. */
export type Position = readonly [x: number, y: number];

/** Closed: its last position is its first. */
export type Ring = readonly Position[];

/** The shapes of one level with the rings of each, filled even-odd; each shape has rings of its own, shared with none. */
export interface Layer {
  readonly level: string;
  readonly codes: readonly string[];
  readonly names: readonly (string | null)[];
  readonly parents: ReadonlyMap<string, string>;
  readonly shapes: readonly (readonly Ring[])[];
}

/** Takes the shapes out of their arcs. A shape without rings has none here either. */
export function layerOf(boundaries: Boundaries): Layer {
  const { level, codes, names, parents } = boundaries;
  return { level, codes, names, parents, shapes: codes.map((_, shape) => ringsOf(boundaries, shape)) };
}

function ringsOf(boundaries: Boundaries, shape: number): Ring[] {
  const { points, start } = flattenShape(boundaries, shape);
  return Array.from({ length: start.length - 1 }, (_, ring) => {
    const positions: Position[] = [];
    for (let p = start[ring]; p < start[ring + 1]; p++) positions.push([points[2 * p], points[2 * p + 1]]);
    return [...positions, positions[0]];
  });
}

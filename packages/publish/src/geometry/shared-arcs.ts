import type * as GeoJSON from 'geojson';
import { topology } from 'topojson-server';
import type { GeometryCollection, Polygon, Topology } from 'topojson-specification';
import type { Layer, Position } from './layer.js';

/** Layers over arcs that they share. */
export interface SharedArcs {
  readonly arcs: readonly (readonly Position[])[];
  /** By layer, shape and ring: the arcs that it walks; `~a` is arc `a` backwards. */
  readonly rings: readonly (readonly (readonly (readonly number[])[])[])[];
}

/** Finds the borders that shapes have in common, position by position, in one layer and between layers. */
export function shareArcs(layers: readonly Layer[]): SharedArcs {
  const objects = layers.map(({ shapes }, i): [string, GeoJSON.GeometryCollection] => {
    // One polygon a shape, whatever its rings are: nothing here asks which of them are holes.
    const geometries = shapes.map((rings): GeoJSON.Polygon => ({
      type: 'Polygon',
      coordinates: rings.map((ring) => ring.map(([x, y]) => [x, y])),
    }));
    return [`layer${i}`, { type: 'GeometryCollection', geometries }];
  });
  const made = topology(Object.fromEntries(objects)) as Topology<Record<string, GeometryCollection>>;
  const rings = layers.map((_, i) =>
    made.objects[`layer${i}`].geometries.map((geometry) => (geometry as Polygon).arcs ?? []),
  );
  return { arcs: made.arcs as unknown as Position[][], rings };
}

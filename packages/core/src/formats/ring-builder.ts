import type { Boundaries } from '../model/boundaries.js';
import { isObject } from './json-access.js';

/** The geometry of `Boundaries`, without what its shapes are called. */
export type ShapeArrays = Pick<Boundaries, 'coordinates' | 'arcStart' | 'ringArcs' | 'ringStart' | 'shapeRings'>;

/** How deep collections may be nested; RFC 7946 advises against nesting them at all. */
export const MAX_COLLECTION_DEPTH = 4;

type VisitRing = (ring: readonly unknown[]) => boolean;

/**
 * Hands every ring of an area to `visit`, in whatever way it is nested; `rings` names the member that holds them
 * (`coordinates` or `arcs`). Points and lines beside the area are skipped, null has no rings.
 * False as soon as the nesting isn't that of its type, the type is unknown, or `visit` says so.
 */
export function visitRings(geometry: unknown, rings: 'coordinates' | 'arcs', visit: VisitRing, depth = 0): boolean {
  if (geometry === null) return true;
  if (!isObject(geometry)) return false;
  switch (geometry.type) {
    case 'Polygon':
      return visitPolygon(geometry[rings], visit);
    case 'MultiPolygon':
      return visitPolygons(geometry[rings], visit);
    case 'GeometryCollection': {
      const parts = geometry.geometries;
      if (!Array.isArray(parts) || depth >= MAX_COLLECTION_DEPTH) return false;
      return parts.every((part: unknown) => visitRings(part, rings, visit, depth + 1));
    }
    // TopoJSON writes a geometry that isn't there as an object without a type.
    case null:
    case 'Point':
    case 'MultiPoint':
    case 'LineString':
    case 'MultiLineString':
      return true;
    default:
      return false;
  }
}

function visitPolygon(polygon: unknown, visit: VisitRing): boolean {
  if (!Array.isArray(polygon)) return false;
  for (const ring of polygon as unknown[]) if (!Array.isArray(ring) || !visit(ring)) return false;
  return true;
}

function visitPolygons(polygons: unknown, visit: VisitRing): boolean {
  if (!Array.isArray(polygons)) return false;
  for (const polygon of polygons as unknown[]) if (!visitPolygon(polygon, visit)) return false;
  return true;
}

/** Collects the rings of shape after shape; a shape that turns out to be damaged is taken back. */
export class RingBuilder {
  readonly #ringArcs: number[] = [];
  readonly #ringStart: number[] = [0];
  readonly #shapeRings: number[] = [0];

  /** A ring from arcs; `~a` is arc `a` backwards. */
  addRing(arcs: readonly number[]): void {
    for (const arc of arcs) this.#ringArcs.push(arc);
    this.#ringStart.push(this.#ringArcs.length);
  }

  /** Ends a shape: the rings added since the last one are its own. */
  endShape(): void {
    this.#shapeRings.push(this.#ringStart.length - 1);
  }

  /** Ends a shape without area: the rings added since the last one are dropped. */
  dropShape(): void {
    const rings = this.#shapeRings[this.#shapeRings.length - 1];
    this.#ringStart.length = rings + 1;
    this.#ringArcs.length = this.#ringStart[rings];
    this.endShape();
  }

  build(coordinates: Float64Array, arcStart: Uint32Array): ShapeArrays {
    return {
      coordinates,
      arcStart,
      ringArcs: new Int32Array(this.#ringArcs),
      ringStart: new Uint32Array(this.#ringStart),
      shapeRings: new Uint32Array(this.#shapeRings),
    };
  }
}

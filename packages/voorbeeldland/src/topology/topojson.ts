import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { degreesPerKilometre, type Point } from '../land/shapes.js';
import type { Mesh } from '../mesh/mesh.js';
import type { EdgeDrawer } from '../mesh/rough-edge.js';
import type { Chain, Rings } from './arcs.js';
import { simplifyArcs } from './simplify.js';

export interface RegionProperties {
  readonly statcode: string;
  readonly statnaam: string;
}

export type RegionCollection = GeometryCollection<RegionProperties>;
export type RegionTopology = Topology<Record<string, RegionCollection>>;

/** A level of a topology: its name in the document, and per region its code, name and rings. */
export interface LayerPlan {
  readonly name: string;
  readonly regions: readonly RegionProperties[];
  readonly rings: Rings;
}

export interface Precision {
  /** Kilometres per grid step. */
  readonly step: number;
  /** Square kilometres below which a bend in a border is left out. */
  readonly detail: number;
}

/** Points of a border on the grid, those that fall together once. */
function snap(mesh: Mesh, drawer: EdgeDrawer, chain: Chain, step: number): Int32Array {
  const { corners, halfedges } = mesh;
  const points: number[] = [];
  const add = (x: number, y: number): void => {
    const [column, row] = [Math.round(x / step), Math.round(y / step)];
    const last = points.length;
    if (last > 0 && points[last - 2] === column && points[last - 1] === row) return;
    points.push(column, row);
  };
  const corner = (e: number): void => add(corners[2 * Math.floor(e / 3)], corners[2 * Math.floor(e / 3) + 1]);
  corner(chain[0]);
  for (const e of chain) {
    const between = drawer.pointsOf(e);
    for (let i = 0; i < between.length; i += 2) add(between[i], between[i + 1]);
    corner(halfedges[e]);
  }
  return Int32Array.from(points);
}

/** Borders of a division on the grid, simplified together. */
export function drawArcs(
  mesh: Mesh,
  drawer: EdgeDrawer,
  chains: readonly Chain[],
  { step, detail }: Precision,
): Int32Array[] {
  return simplifyArcs(
    chains.map((chain) => snap(mesh, drawer, chain, step)),
    detail / (step * step),
  );
}

/** Points of a ring, without the last that closes it. */
function ringPoints(arcs: readonly Int32Array[], ring: readonly number[]): number[] {
  const points: number[] = [];
  for (const arc of ring) {
    const line = arcs[arc < 0 ? ~arc : arc];
    const count = line.length / 2;
    for (let i = 0; i < count - 1; i++) {
      const k = arc < 0 ? count - 1 - i : i;
      points.push(line[2 * k], line[2 * k + 1]);
    }
  }
  return points;
}

/** Twice the area of a ring, positive where it runs counter-clockwise with north up. */
function signedArea(points: readonly number[]): number {
  let sum = 0;
  for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2)
    sum += points[j] * points[i + 1] - points[i] * points[j + 1];
  return sum;
}

function contains(points: readonly number[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
    const [ax, ay, bx, by] = [points[j], points[j + 1], points[i], points[i + 1]];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Rings as polygons: outlines run clockwise (as d3-geo wants them), each with the holes that lie in it. */
function polygonsOf(arcs: readonly Int32Array[], rings: readonly (readonly number[])[]): number[][][] {
  const drawn = rings.map((ring) => {
    const points = ringPoints(arcs, ring);
    return { ring: [...ring], points, area: signedArea(points) };
  });
  const outlines = drawn.filter(({ area }) => area < 0).sort((a, b) => a.area - b.area);
  const polygons = outlines.map(({ ring }) => [ring]);
  for (const { ring, points, area } of drawn) {
    if (area < 0) continue;
    // The smallest outline around it: an island in a lake may have a lake of its own.
    const at = outlines.findLastIndex((outline) => contains(outline.points, points[0], points[1]));
    polygons[Math.max(at, 0)].push(ring);
  }
  return polygons;
}

function geometryOf(
  arcs: readonly Int32Array[],
  rings: readonly (readonly number[])[],
  properties: RegionProperties,
): Polygon<RegionProperties> | MultiPolygon<RegionProperties> {
  const polygons = polygonsOf(arcs, rings);
  return polygons.length === 1
    ? { type: 'Polygon', arcs: polygons[0], properties }
    : { type: 'MultiPolygon', arcs: polygons, properties };
}

/** Differences from point to point, as a quantised topology has them. */
function deltas(arc: Int32Array): [number, number][] {
  return Array.from({ length: arc.length / 2 }, (_, i) =>
    i === 0 ? [arc[0], arc[1]] : [arc[2 * i] - arc[2 * i - 2], arc[2 * i + 1] - arc[2 * i - 1]],
  );
}

type Bounds = [number, number, number, number];

/** West, south, east and north, in grid steps. */
function boundsOf(arcs: readonly Int32Array[]): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const arc of arcs)
    arc.forEach((value, i) => {
      const axis = i % 2;
      bounds[axis] = Math.min(bounds[axis], value);
      bounds[axis + 2] = Math.max(bounds[axis + 2], value);
    });
  return bounds;
}

/** Writes a quantised TopoJSON document in longitude and latitude; every border stands in it once. */
export function writeTopology(
  arcs: readonly Int32Array[],
  layers: readonly LayerPlan[],
  corner: Point,
  step: number,
): RegionTopology {
  const scale = degreesPerKilometre(corner);
  return {
    type: 'Topology',
    bbox: boundsOf(arcs).map(
      (steps, i) => Math.round((corner[i % 2] + steps * step * scale[i % 2]) * 1e7) / 1e7,
    ) as Bounds,
    transform: { scale: [step * scale[0], step * scale[1]], translate: [corner[0], corner[1]] },
    objects: Object.fromEntries(
      layers.map(({ name, regions, rings }) => [
        name,
        {
          type: 'GeometryCollection',
          geometries: regions.map((properties, i) => geometryOf(arcs, rings[i], properties)),
        } satisfies RegionCollection,
      ]),
    ),
    arcs: arcs.map(deltas),
  };
}

import { Delaunay } from 'd3-delaunay';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature as toFeature, mergeArcs } from 'topojson-client';
import { topology as toTopology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { rd } from '@zicht-op/core/geo/projection.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import type { PixelView } from '@zicht-op/renderer/pixel-view.js';
import { fractionOf, type Random } from '@zicht-op/voorbeeldland/random/random.js';
import { collection, feature, gemeente, shapesOf } from '../../core/geo/support/shapes.js';
import { outlineOf, RingPlane, type PlaneRing } from '../../support/ring-plane.js';

/** Shapes as the renderer gets them, and as the independent judge does: rings in degrees. */
export interface World {
  readonly boundaries: Boundaries;
  readonly shapes: readonly (readonly PlaneRing[])[];
}

/** Where all worlds lie, in degrees. */
const WEST = 5;
const NORTH = 53;
const SIZE = 1;

/** Pixels per degree at which a pixel, and an eighth of one, are exact in degrees: a scan line can be hit. */
export const PIXELS = 64;

/** A place by its pixels in `view()`, exact. */
export const at = (x: number, y: number): [longitude: number, latitude: number] => [
  WEST + x / PIXELS,
  NORTH - y / PIXELS,
];

/** The whole world in 64 by 64 pixels, in `plain` coordinates. */
export function view(changes: Partial<PixelView> = {}): PixelView {
  return {
    scale: PIXELS,
    originX: WEST * PIXELS,
    originY: -NORTH * PIXELS,
    width: 64,
    height: 64,
    pixelRatio: 1,
    ...changes,
  };
}

/** A plane in which y runs down, as `plain` has it. */
export function plainPlane({ shapes }: World): RingPlane {
  return planeOf({ shapes }, (x, y) => [x, -y]);
}

/** The rings through a projection of the test's own; sizes in degrees, as the product compares them. */
export function planeOf(
  { shapes }: Pick<World, 'shapes'>,
  project: (longitude: number, latitude: number) => readonly [number, number],
  columns?: number,
): RingPlane {
  const projected = shapes.map((rings) => rings.map((ring) => ring.map(([x, y]) => project(x, y))));
  return new RingPlane(projected, shapes.map(outlineOf), columns);
}

/** Web Mercator in pixels at zoom 0, by the formula in another form than the product's. */
export const mercator = (longitude: number, latitude: number): [number, number] => {
  const limited = Math.max(-85.0511287798, Math.min(85.0511287798, latitude));
  const y = Math.asinh(Math.tan((limited * Math.PI) / 180)) / Math.PI;
  return [((longitude + 180) / 360) * 256, (1 - y) * 128];
};

/** The Dutch tiling at zoom 0: its corner and the metres of a pixel, after the richtlijn. */
export const dutchTiling = (longitude: number, latitude: number): [number, number] => {
  const [x, y] = rd.project(longitude, latitude);
  return [(x + 285401.92) / 3440.64, (903401.92 - y) / 3440.64];
};

type Geometry = Polygon | MultiPolygon | null;

const ringsOf = (geometry: Geometry): PlaneRing[] => {
  if (geometry === null) return [];
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().map((ring) => ring.map(([x, y]: Position): [number, number] => [x, y]));
};

/** Every ring an arc of its own. */
export function geoJsonWorld(geometries: readonly unknown[]): World {
  const features = geometries.map((geometry, i) => feature(gemeente(i + 1), geometry));
  return { boundaries: shapesOf(collection(...features)), shapes: geometries.map((one) => ringsOf(one as Geometry)) };
}

/** Shapes of a topology's first object, with the rings that another reader of TopoJSON finds in it. */
export function topologyWorld(document: Topology, level = 'gemeente'): World {
  const features = toFeature(document, Object.values(document.objects)[0] as GeometryCollection).features;
  return {
    boundaries: shapesOf(document, level),
    shapes: features.map(({ geometry }) => ringsOf(geometry as Geometry)),
  };
}

/** The same geometries with borders cut into arcs that neighbours share. */
export function sharedWorld(geometries: readonly Geometry[]): World {
  return topologyWorld(toTopology({ gemeenten: collectionOf(geometries) as never }));
}

const collectionOf = (geometries: readonly Geometry[]): object =>
  collection(...geometries.map((geometry, i) => feature(gemeente(i + 1), geometry)));

/** Cells of a Voronoi diagram: they fill the world, without gap or overlap. `roughness` bends their borders. */
export function cells(random: Random, count: number, roughness = 0): Polygon[] {
  const points = Array.from({ length: count }, (): [number, number] => [
    WEST + SIZE * random.next(),
    NORTH - SIZE * random.next(),
  ]);
  const bounds: [number, number, number, number] = [WEST, NORTH - SIZE, WEST + SIZE, NORTH];
  const diagram = Delaunay.from(points).voronoi(bounds);
  const corners = new Map<string, [number, number]>();
  /** Corners that neighbours compute differ in the last digits. */
  const settle = ([x, y]: readonly number[]): [number, number] => {
    const key = `${x.toFixed(7)} ${y.toFixed(7)}`;
    const corner = corners.get(key) ?? [Number(x.toFixed(7)), Number(y.toFixed(7))];
    corners.set(key, corner);
    return corner;
  };
  return [...diagram.cellPolygons()].map((ring) => {
    const settled = ring.map(settle).filter((corner, at, all) => at === 0 || corner !== all[at - 1]);
    return { type: 'Polygon', coordinates: [roughness > 0 ? roughen(settled, roughness) : settled] };
  });
}

/** Puts points on every edge but those of the world, the same ones from either side. */
function roughen(ring: readonly [number, number][], roughness: number): [number, number][] {
  const rough: [number, number][] = [];
  for (let at = 0; at < ring.length - 1; at++) {
    const [from, to] = [ring[at], ring[at + 1]];
    const isForward = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);
    const isOuter =
      (from[0] === to[0] && Math.abs(from[0] - WEST - SIZE / 2) === SIZE / 2) ||
      (from[1] === to[1] && Math.abs(NORTH - SIZE / 2 - from[1]) === SIZE / 2);
    if (isOuter) rough.push(from);
    else {
      const chain = displace(isForward ? from : to, isForward ? to : from, roughness, 5);
      rough.push(...(isForward ? chain : chain.reverse()).slice(0, -1));
    }
  }
  return [...rough, rough[0]];
}

function displace(a: [number, number], b: [number, number], roughness: number, depth: number): [number, number][] {
  if (depth === 0) return [a, b];
  const shift = roughness * (fractionOf(a[0] * 1e7, a[1] * 1e7, b[0] * 1e7, b[1] * 1e7) - 0.5);
  const middle: [number, number] = [
    (a[0] + b[0]) / 2 + shift * (b[1] - a[1]),
    (a[1] + b[1]) / 2 - shift * (b[0] - a[0]),
  ];
  return [...displace(a, middle, roughness, depth - 1), ...displace(middle, b, roughness, depth - 1).slice(1)];
}

/**
 * Cells thrown together at random: shapes of several parts, with holes, islands in holes, and parts that touch in a point.
 * `groups` of them and, where there are `gaps`, places that belong to none.
 */
export function groupedWorld(random: Random, polygons: readonly Polygon[], groups: number, gaps: boolean): World {
  const document = toTopology({ gemeenten: collectionOf(polygons) as never });
  const { geometries } = document.objects.gemeenten as unknown as GeometryCollection;
  const members: Polygon[][] = Array.from({ length: groups }, () => []);
  for (const geometry of geometries) {
    if (gaps && random.chance(0.2)) continue;
    random.pick(members).push(geometry as unknown as Polygon);
  }
  const merged = members.map((parts, i) => {
    const geometry = parts.length > 0 ? mergeArcs(document, parts as never) : { type: null };
    return { ...geometry, properties: { statcode: gemeente(i + 1) } };
  });
  document.objects = { gemeenten: { type: 'GeometryCollection', geometries: merged } as never };
  return topologyWorld(document);
}

/** Polygons over and through each other and themselves, with a hole now and then; some of them twice. */
export function tangledWorld(random: Random, count: number, onGrid: number | null = null): World {
  const place = (): [number, number] => {
    const [x, y] = [random.between(-0.2, 1.2), random.between(-0.2, 1.2)];
    if (onGrid === null) return [WEST + x, NORTH - y];
    return [WEST + Math.round(x * onGrid) / onGrid, NORTH - Math.round(y * onGrid) / onGrid];
  };
  const ring = (): [number, number][] => {
    const points = Array.from({ length: 3 + random.int(5) }, place);
    return [...points, points[0]];
  };
  const geometries: Polygon[] = [];
  while (geometries.length < count) {
    const again = geometries.length > 0 && random.chance(0.1);
    geometries.push(
      again
        ? random.pick(geometries)
        : { type: 'Polygon', coordinates: Array.from({ length: random.chance(0.3) ? 2 : 1 }, ring) },
    );
  }
  return geoJsonWorld(geometries);
}

/** Rectangles and triangles with corners on a grid, in which edges lie along each other. */
export function latticeWorld(random: Random, count: number, onGrid: number): World {
  const share = (): number => random.int(onGrid + 1) / onGrid;
  const geometries = Array.from({ length: count }, (): Polygon => {
    const [x, y, toX, toY] = [WEST + share(), NORTH - share(), WEST + share(), NORTH - share()];
    const corners: [number, number][] = [
      [x, y],
      [toX, y],
      [toX, toY],
      [x, toY],
    ];
    if (random.chance(0.5)) corners.splice(random.int(4), 1);
    return { type: 'Polygon', coordinates: [[...corners, corners[0]]] };
  });
  return geoJsonWorld(geometries);
}

/** A window of any size somewhere over the world and its surroundings, its pixels now and then on those of `at`. */
export function randomView(random: Random): PixelView {
  const scale = random.pick([3, 20, PIXELS, PIXELS, 77.7, 400]);
  const settle = (origin: number): number =>
    scale === PIXELS && random.chance(0.7) ? Math.round(origin * 8) / 8 : origin;
  const [width, height] = [1 + random.int(48), 1 + random.int(48)];
  return {
    scale,
    originX: settle((WEST - 0.3 + 1.4 * random.next()) * scale - width / 2),
    originY: settle((-NORTH - 0.3 + 1.4 * random.next()) * scale - height / 2),
    width,
    height,
    pixelRatio: random.pick([1, 1.25, 1.5, 2, 3]),
  };
}

import type { RegionCollection, RegionProperties, RegionTopology } from '@zicht-op/voorbeeldland/topology/topojson.js';

/** Arcs of a quantised topology in whole grid steps: x, y, x, y … */
export function gridArcs(topology: RegionTopology): number[][] {
  return topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.flatMap(([dx, dy]) => [(x += dx), (y += dy)]);
  });
}

/** Rings of a geometry, each with the polygon it belongs to. */
export function ringsOf(
  geometry: RegionCollection['geometries'][number],
): { ring: number[]; polygon: number; isHole: boolean }[] {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
  const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
  return polygons.flatMap((rings, polygon) => rings.map((ring, i) => ({ ring, polygon, isHole: i > 0 })));
}

export function pointsOfRing(arcs: readonly (readonly number[])[], ring: readonly number[]): number[] {
  return ring.flatMap((arc) => {
    const line = arcs[arc < 0 ? ~arc : arc];
    const points: number[] = [];
    for (let i = 0; i < line.length; i += 2) points.push(line[i], line[i + 1]);
    if (arc >= 0) return points.slice(0, -2);
    const reversed: number[] = [];
    for (let i = line.length - 2; i > 0; i -= 2) reversed.push(line[i], line[i + 1]);
    return reversed;
  });
}

/** Area of a ring in grid steps squared: negative where it runs clockwise with north up. */
export function ringArea(points: readonly number[]): number {
  let sum = 0;
  for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2)
    sum += points[j] * points[i + 1] - points[i] * points[j + 1];
  return sum / 2;
}

/** Area of each region by code, in grid steps squared. */
export function areasOf(topology: RegionTopology, object: string): Map<string, number> {
  const arcs = gridArcs(topology);
  return new Map(
    topology.objects[object].geometries.map((geometry) => [
      (geometry.properties as RegionProperties).statcode,
      -ringsOf(geometry).reduce((sum, { ring }) => sum + ringArea(pointsOfRing(arcs, ring)), 0),
    ]),
  );
}

/** How often each arc is walked forward and backward by the regions of an object. */
export function usesOfArcs(topology: RegionTopology, object: string): { forward: number[]; backward: number[] } {
  const forward = topology.arcs.map(() => 0);
  const backward = topology.arcs.map(() => 0);
  for (const geometry of topology.objects[object].geometries)
    for (const { ring } of ringsOf(geometry))
      for (const arc of ring) {
        if (arc < 0) backward[~arc]++;
        else forward[arc]++;
      }
  return { forward, backward };
}

type Segment = readonly [ax: number, ay: number, bx: number, by: number];

const side = ([ax, ay, bx, by]: Segment, x: number, y: number): number =>
  Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));

const isOn = ([ax, ay, bx, by]: Segment, x: number, y: number): boolean =>
  Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);

/** True where two segments have a point in common that isn't an end of both. */
function meet(s: Segment, t: Segment): boolean {
  const ends = [side(s, t[0], t[1]), side(s, t[2], t[3]), side(t, s[0], s[1]), side(t, s[2], s[3])];
  if (ends[0] * ends[1] < 0 && ends[2] * ends[3] < 0) return true;
  const shared = (x: number, y: number, other: Segment): boolean =>
    (x === other[0] && y === other[1]) || (x === other[2] && y === other[3]);
  const points: readonly (readonly [number, number, number, Segment])[] = [
    [t[0], t[1], ends[0], s],
    [t[2], t[3], ends[1], s],
    [s[0], s[1], ends[2], t],
    [s[2], s[3], ends[3], t],
  ];
  return points.some(([x, y, onLine, other]) => onLine === 0 && isOn(other, x, y) && !shared(x, y, other));
}

/** Number of places where borders cross or touch other than at their ends. */
export function countCrossings(topology: RegionTopology): number {
  const cell = 60;
  const grid = new Map<string, Segment[]>();
  let crossings = 0;
  for (const arc of gridArcs(topology))
    for (let i = 2; i < arc.length; i += 2) {
      const segment: Segment = [arc[i - 2], arc[i - 1], arc[i], arc[i + 1]];
      const tested = new Set<Segment>();
      const columns = [
        Math.floor(Math.min(segment[0], segment[2]) / cell),
        Math.floor(Math.max(segment[0], segment[2]) / cell),
      ];
      const rows = [
        Math.floor(Math.min(segment[1], segment[3]) / cell),
        Math.floor(Math.max(segment[1], segment[3]) / cell),
      ];
      for (let column = columns[0]; column <= columns[1]; column++)
        for (let row = rows[0]; row <= rows[1]; row++) {
          const key = `${column},${row}`;
          const others = grid.get(key) ?? [];
          for (const other of others) {
            if (tested.has(other)) continue;
            tested.add(other);
            if (meet(segment, other)) crossings++;
          }
          others.push(segment);
          grid.set(key, others);
        }
    }
  return crossings;
}

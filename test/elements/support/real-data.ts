import { csvParse } from 'd3-dsv';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** One level of the real data, read without any of the library's code. */
export interface RealLevel {
  /** Number per region code of one column; codes with an empty cell are left out. */
  column(name: string): Map<string, number>;
  codes: readonly string[];
  /** Places well inside areas, for a fixed pseudo-random choice of areas. */
  samples(count: number): { readonly code: string; readonly place: [number, number] }[];
}

export async function loadLevel(level: string): Promise<RealLevel> {
  const [text, topology] = await Promise.all([
    fetch(`/shared-data/values/kerncijfers-${level}-2024.csv`).then((response) => response.text()),
    fetch(`/shared-data/geo/${level}-2024.topojson`).then((response) => response.json() as Promise<Topology>),
  ]);
  const rows = csvParse(text);
  const { features } = feature(topology, topology.objects[level] as GeometryCollection<{ statcode: string }>);
  return {
    codes: rows.map((row) => row.code),
    column: (name) => new Map(rows.filter((row) => row[name] !== '').map((row) => [row.code, Number(row[name])])),
    samples(count) {
      const places: { code: string; place: [number, number] }[] = [];
      let seed = 12345;
      while (places.length < count) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        const { properties, geometry } = features[seed % features.length];
        const place = placeInside(geometry as Polygon | MultiPolygon);
        if (place) places.push({ code: properties.statcode, place });
      }
      return places;
    },
  };
}

/** Class of each region by quantiles of type R-7, half-open, counted from 0; written down from the definition. */
export function quantileClasses(values: ReadonlyMap<string, number>, classes: number): Map<string, number> {
  const sorted = [...values.values()].sort((a, b) => a - b);
  const quantile = (p: number): number => {
    const at = (sorted.length - 1) * p;
    const low = Math.floor(at);
    return sorted[low] + (at - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
  };
  const breaks = new Set(Array.from({ length: classes - 1 }, (_, i) => quantile((i + 1) / classes)));
  const inner = [...breaks].filter((at) => at > sorted[0]);
  return new Map([...values].map(([code, value]) => [code, inner.filter((at) => at <= value).length]));
}

/** A place with most room around it, of several tried; null for an area too thin to tell. */
function placeInside(geometry: Polygon | MultiPolygon): [number, number] | null {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.flat();
  const latitudes = rings.flat().map((point) => point[1]);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  let best: { place: [number, number]; room: number } | null = null;
  for (let step = 1; step < 16; step++) {
    const latitude = south + ((north - south) * step) / 16;
    for (const [west, east] of stretches(rings, latitude, 1)) {
      const longitude = (west + east) / 2;
      const height = stretches(rings, longitude, 0).find(([from, to]) => from < latitude && latitude < to);
      const room = height ? Math.min((east - west) / 2, latitude - height[0], height[1] - latitude) : 0;
      if (!best || room > best.room) best = { place: [longitude, latitude], room };
    }
  }
  // A thousandth of a degree is about 70 m and three pixels at zoom 12: less, and anti-aliasing reaches everywhere.
  return best && best.room > 0.0015 ? best.place : null;
}

/** Stretches of a line of equal latitude (axis 1) or longitude (axis 0) that lie inside, even-odd. */
function stretches(rings: readonly Position[][], level: number, axis: 0 | 1): [number, number][] {
  const crossings = rings.flatMap((ring) => crossingsAt(ring, level, axis)).sort((a, b) => a - b);
  return Array.from({ length: crossings.length >> 1 }, (_, i) => [crossings[i * 2], crossings[i * 2 + 1]]);
}

function crossingsAt(ring: readonly Position[], level: number, axis: 0 | 1): number[] {
  const found: number[] = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [from, to] = [ring[i], ring[i + 1]];
    if (from[axis] > level === to[axis] > level) continue;
    const share = (level - from[axis]) / (to[axis] - from[axis]);
    found.push(from[1 - axis] + share * (to[1 - axis] - from[1 - axis]));
  }
  return found;
}

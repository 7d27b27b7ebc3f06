import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { feature } from 'topojson-client';

const SHARED = new URL('../../shared/data/', import.meta.url);
const INDICATORS = ['woz_x1000', 'pct_koopwoningen'];

/**
 * What the benchmark draws: the real boundaries and figures where the folder beside the project is there.
 * @returns {{ kind: 'real', root: URL, levels: string[] } | null}
 */
export function benchData() {
  return existsSync(SHARED) ? { kind: 'real', root: SHARED, levels: ['gemeenten', 'wijken', 'buurten'] } : null;
}

export const indicators = INDICATORS;

/** Places well inside areas with the class that the source file gives them; read without the library. */
export async function samples(root, level, indicator, count) {
  const topology = JSON.parse(await readFile(new URL(`geo/${level}-2024.topojson`, root), 'utf8'));
  const figures = readColumn(await readFile(new URL(`values/kerncijfers-${level}-2024.csv`, root), 'utf8'), indicator);
  const breaks = quantiles([...figures.values()]);
  const { features } = feature(topology, topology.objects[level]);
  const found = [];
  for (let seed = 42, tries = 0; found.length < count && tries < count * 40; tries++) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const { properties, geometry } = features[seed % features.length];
    const value = figures.get(properties.statcode);
    const place = geometry && value !== undefined ? placeInside(geometry) : null;
    if (place) found.push({ code: properties.statcode, place, style: breaks.filter((at) => at <= value).length });
  }
  return found;
}

function readColumn(text, name) {
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => (line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? []).map((cell) => cell.replace(/,$/, '')));
  const at = rows[0].indexOf(name);
  return new Map(
    rows
      .slice(1)
      .filter((row) => row[at] !== '')
      .map((row) => [row[0], Number(row[at])]),
  );
}

function quantiles(values) {
  const sorted = Float64Array.from(values).sort();
  return [0.2, 0.4, 0.6, 0.8].map((p) => {
    const at = (sorted.length - 1) * p;
    const low = Math.floor(at);
    return sorted[low] + (at - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
  });
}

/** The place with most room around it, of several tried; null for an area too thin to tell a pixel in. */
function placeInside(geometry) {
  const rings = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat();
  const latitudes = rings.flat().map((point) => point[1]);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  let best = null;
  for (let step = 1; step < 16; step++) {
    const latitude = south + ((north - south) * step) / 16;
    for (const [west, east] of stretches(rings, latitude, 1)) {
      const longitude = (west + east) / 2;
      const height = stretches(rings, longitude, 0).find(([from, to]) => from < latitude && latitude < to);
      const room = height ? Math.min((east - west) / 2, latitude - height[0], height[1] - latitude) : 0;
      if (!best || room > best.room) best = { place: [longitude, latitude], room };
    }
  }
  return best && best.room > 0.0015 ? best.place : null;
}

function stretches(rings, level, axis) {
  const crossings = [];
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [from, to] = [ring[i], ring[i + 1]];
      if (from[axis] > level === to[axis] > level) continue;
      const share = (level - from[axis]) / (to[axis] - from[axis]);
      crossings.push(from[1 - axis] + share * (to[1 - axis] - from[1 - axis]));
    }
  }
  crossings.sort((a, b) => a - b);
  return Array.from({ length: crossings.length >> 1 }, (_, i) => [crossings[i * 2], crossings[i * 2 + 1]]);
}

import { Delaunay } from 'd3-delaunay';
import { clamp } from '../random/portable-math.js';
import { fractionOf } from '../random/random.js';
import type { Land } from '../land/land.js';
import type { UrbanField } from '../land/urban-field.js';

/** How far apart the sites lie, in kilometres. */
export interface Grain {
  readonly countryside: number;
  readonly village: number;
  readonly city: number;
}

/** Wished distance between sites: close in towns and at the coast, wide out at sea. */
function spacingAt(x: number, y: number, land: Land, urban: UrbanField, grain: Grain): number {
  const coast = land(x, y);
  if (coast < -0.4) return clamp(0.75 + (-coast - 0.4) * 0.5, 0.75, 12);
  const density = urban.densityAt(x, y);
  if (density > 2600) return grain.city;
  if (density > 300) return grain.village;
  return coast < 1.2 ? Math.min(grain.countryside, 0.75) : grain.countryside;
}

/**
 * Scatters sites by splitting squares until they are as small as wished, one site in each; then one step that evens
 * them out. A wide margin of sea lies around, so that no land touches the hull.
 */
export function scatterSites(
  { land, width, height }: { land: Land; width: number; height: number },
  urban: UrbanField,
  grain: Grain,
  seed: number,
): Float64Array {
  const margin = 16;
  const sites: number[] = [];
  const split = (x: number, y: number, size: number): void => {
    const mid = size / 2;
    const wished = spacingAt(x + mid, y + mid, land, urban, grain);
    const roll = fractionOf(seed, Math.round(x * 64), Math.round(y * 64), 1);
    // Large squares are always split once more near land, or a village inside one would be missed.
    const isLarge = size > 1 && land(x + mid, y + mid) > -2 * size;
    if (size > wished * (0.85 + 0.5 * roll) || (isLarge && size > 2)) {
      for (const [dx, dy] of [
        [0, 0],
        [mid, 0],
        [0, mid],
        [mid, mid],
      ])
        split(x + dx, y + dy, mid);
      return;
    }
    const jx = fractionOf(seed, Math.round(x * 64), Math.round(y * 64), 2);
    const jy = fractionOf(seed, Math.round(x * 64), Math.round(y * 64), 3);
    sites.push(x + size * (0.12 + 0.76 * jx), y + size * (0.12 + 0.76 * jy));
  };
  for (let y = -margin; y < height + margin; y += 16)
    for (let x = -margin; x < width + margin; x += 16) split(x, y, 16);
  return evenOut(Float64Array.from(sites));
}

/** Moves each site part of the way to the middle of its neighbours; those on the hull stay. */
function evenOut(sites: Float64Array): Float64Array {
  const delaunay = new Delaunay(sites);
  const count = sites.length / 2;
  const onHull = new Set(delaunay.hull);
  const result = sites.slice();
  for (let site = 0; site < count; site++) {
    if (onHull.has(site)) continue;
    let x = 0;
    let y = 0;
    let neighbours = 0;
    for (const other of delaunay.neighbors(site)) {
      x += sites[2 * other];
      y += sites[2 * other + 1];
      neighbours++;
    }
    result[2 * site] += 0.45 * (x / neighbours - sites[2 * site]);
    result[2 * site + 1] += 0.45 * (y / neighbours - sites[2 * site + 1]);
  }
  return result;
}

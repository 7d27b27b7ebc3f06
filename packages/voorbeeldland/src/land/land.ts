import { fractalNoise } from '../random/noise.js';
import { Raster, type Field } from './field.js';
import { insideChannel, insideEllipse, insideRing, smoothRing, type Point } from './shapes.js';

/** A country's outline in kilometres from its south-west corner, drawn by hand with few points. */
export interface LandPlan {
  readonly width: number;
  readonly height: number;
  readonly outline: readonly Point[];
  /** Inland sea, cut out. */
  readonly seas: readonly (readonly Point[])[];
  /** Islands laid over sea and coast. */
  readonly islands: readonly (readonly Point[])[];
  /** Long thin islands: a line with half-widths. */
  readonly barriers: readonly (readonly (readonly [number, number, number])[])[];
  /** Estuaries and straits, cut out last: a line with half-widths. */
  readonly channels: readonly (readonly (readonly [number, number, number])[])[];
  readonly lakes: readonly { readonly at: Point; readonly radius: Point }[];
  /** Where many small lakes lie: centre, radius. */
  readonly lakeland: { readonly at: Point; readonly radius: number } | null;
  /** How rough the coast is, 0 to 1, by place. */
  readonly roughness: Field;
}

/** Kilometres from the coast, about: positive on land, negative in water. */
export type Land = Field;

/** The coast as a field: hand-drawn shapes, their plane bent by fractal noise so that no line is a drawn one. */
export function landOf(plan: LandPlan, seed: number): Land {
  const outline = insideRing(smoothRing(plan.outline));
  const seas = plan.seas.map((sea) => insideRing(smoothRing(sea)));
  const islands = plan.islands.map((island) => insideRing(smoothRing(island)));
  const barriers = plan.barriers.map(insideChannel);
  const channels = plan.channels.map(insideChannel);
  const lakes = plan.lakes.map(({ at, radius }) => insideEllipse(at, radius));
  const small = plan.lakeland;

  const field: Field = (x, y) => {
    const rough = plan.roughness(x, y);
    const bend = 10 * rough;
    const bx = x + bend * fractalNoise(x, y, seed + 1, 34, 5);
    const by = y + bend * fractalNoise(x, y, seed + 2, 34, 5);
    // Thin islands and channels bend along less, or they would break.
    const tx = x + 3.1 * fractalNoise(x, y, seed + 3, 17, 4);
    const ty = y + 3.1 * fractalNoise(x, y, seed + 4, 17, 4);
    const swell = 0.5 * fractalNoise(x, y, seed + 7, 8, 2);
    let land = outline(bx, by);
    for (const sea of seas) land = Math.min(land, -sea(bx, by));
    land += 1.8 * rough * fractalNoise(x, y, seed + 8, 12, 3);
    for (const island of islands) land = Math.max(land, island(tx, ty));
    for (const barrier of barriers) land = Math.max(land, barrier(tx, ty) + swell);
    for (const channel of channels) land = Math.min(land, -channel(tx, ty) - swell);
    for (const lake of lakes) land = Math.min(land, -lake(tx, ty));
    if (small) {
      const dx = x - small.at[0];
      const dy = y - small.at[1];
      const near = 1 - (dx * dx + dy * dy) / (small.radius * small.radius);
      if (near > 0) land = Math.min(land, 4.5 * (0.62 - 0.22 * near - fractalNoise(x, y, seed + 5, 9, 3)));
    }
    return land + 0.45 * rough * fractalNoise(x, y, seed + 6, 3, 2);
  };
  const margin = 12;
  const raster = new Raster(-margin, -margin, plan.width + 2 * margin, plan.height + 2 * margin, 0.6).fill(field);
  return (x, y) => raster.at(x, y);
}

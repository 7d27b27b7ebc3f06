import { fractalNoise } from '../random/noise.js';
import { Raster } from './field.js';
import type { Land } from './land.js';
import { densityProfile, meanDensity, type Settlement } from './settlement.js';

/** People per square kilometre where nobody's village is. */
const COUNTRYSIDE = 34;

/** Where people live. */
export interface UrbanField {
  /** People per square kilometre; 0 in water. */
  densityAt(x: number, y: number): number;
  /** Number of the settlement whose built-up area this is, or -1. */
  settlementAt(x: number, y: number): number;
}

/** Lays every settlement on a fine grid, with an outline bent by noise; where two meet the denser one holds. */
export function urbanField(
  settlements: readonly Settlement[],
  { land, width, height }: { land: Land; width: number; height: number },
  seed: number,
  step: number,
): UrbanField {
  const density = new Raster(0, 0, width, height, step);
  const owner = new Int16Array(density.values.length).fill(-1);
  settlements.forEach((settlement, number) => {
    const { x, y, radius } = settlement;
    const reach = radius * 1.45;
    const mean = meanDensity(settlement.population);
    const firstRow = Math.max(0, Math.floor((y - reach) / step));
    const lastRow = Math.min(density.rows - 1, Math.ceil((y + reach) / step));
    const firstColumn = Math.max(0, Math.floor((x - reach) / step));
    const lastColumn = Math.min(density.columns - 1, Math.ceil((x + reach) / step));
    for (let row = firstRow; row <= lastRow; row++)
      for (let column = firstColumn; column <= lastColumn; column++) {
        const px = column * step;
        const py = row * step;
        const distance = Math.sqrt((px - x) ** 2 + (py - y) ** 2);
        const bent = distance * (1 + 0.42 * fractalNoise(px, py, seed + 40, 1.1 * radius + 0.4, 3));
        const people = mean * densityProfile(bent / radius);
        const i = row * density.columns + column;
        if (people > density.values[i]) {
          density.values[i] = people;
          owner[i] = number;
        }
      }
  });
  return {
    densityAt: (x, y) => (land(x, y) <= 0 ? 0 : COUNTRYSIDE + density.at(x, y)),
    settlementAt: (x, y) => owner[density.nearest(x, y)],
  };
}

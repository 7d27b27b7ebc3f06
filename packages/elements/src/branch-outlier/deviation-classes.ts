import type { Band, OutlierModel, OutlierPoint } from './outlier-model.js';

/** Classes of the diverging map, from far below the expectation to far above it; `unrated` stands apart. */
export const DEVIATION_CLASSES = ['far-below', 'below', 'within', 'above', 'far-above', 'unrated'] as const;

export type DeviationClass = (typeof DEVIATION_CLASSES)[number];

const ROUND_FACTORS = [1.5, 2, 3, 4, 5, 10, 20, 50, 100];
const USUAL_FACTOR = 2;

/**
 * Factor from which a deviation is a large one, the same both ways so that the scale is centred on equality: a round
 * number well outside the robust band; 2 for a published interval, which differs by region.
 */
export function farFactor(band: Band | null): number {
  if (band?.kind !== 'robust') return USUAL_FACTOR;
  const reach = Math.max(band.upper, 1 / band.lower) * 1.25;
  return ROUND_FACTORS.find((factor) => factor >= reach) ?? ROUND_FACTORS[ROUND_FACTORS.length - 1];
}

/** Class of a point; where there is no ratio its side alone counts. */
export function deviationClass(point: OutlierPoint, factor: number): DeviationClass {
  const isFar = Math.abs(point.logRatio) >= Math.log(factor);
  if (point.side === 'above') return isFar ? 'far-above' : 'above';
  if (point.side === 'below') return isFar ? 'far-below' : 'below';
  return point.side;
}

/** Classes that occur among the points, in their order. */
export function usedClasses({ points, band }: OutlierModel): DeviationClass[] {
  const factor = farFactor(band);
  const used = new Set(points.map((point) => deviationClass(point, factor)));
  return DEVIATION_CLASSES.filter((name) => used.has(name));
}

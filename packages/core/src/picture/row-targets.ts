import type { RowTarget } from '../view/rows.js';
import type { Picture } from './picture.js';

/** What a map makes rows of: regions of the dataset first, then shapes that the dataset doesn't list. */
export function mapRowTargets({ boundaries, join, shapes, regions, dataset }: Picture): readonly RowTarget[] {
  const uncovered = shapes.filter((shape) => join !== null && join.regionOfShape[shape] < 0);
  const named = new Map(boundaries?.codes.map((code, shape) => [code, boundaries.names[shape]]));
  return [
    ...regions.map((region) => ({ region, name: named.get(dataset.geo.codes[region]) ?? null })),
    ...uncovered.map((shape) => ({
      region: -1,
      code: boundaries?.codes[shape] ?? '',
      name: boundaries?.names[shape] ?? null,
    })),
  ];
}

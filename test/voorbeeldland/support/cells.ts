import { parentByCode } from '@zicht-op/core/model/region.js';
import type { JsonStatDataset } from '@zicht-op/voorbeeldland/figures/json-stat-writer.js';

/** One cell as it stands in a file. */
export interface FileCell {
  readonly region: string;
  readonly value: number | null;
  readonly status: string;
}

/** All cells of a dataset with arrays, in runs of one metric, period and breakdown: one cell per region. */
export function* slicesOf(dataset: JsonStatDataset): Generator<{ metric: string; year: string; cells: FileCell[] }> {
  const values = dataset.value as readonly (number | null)[];
  const regions = dataset.dimension.RegioS.category.index;
  const metrics = dataset.dimension.Onderwerp.category.index;
  const years = dataset.dimension.Perioden.category.index;
  const perMetric = values.length / metrics.length;
  const perYear = perMetric / years.length;
  for (let start = 0; start < values.length; start += regions.length)
    yield {
      metric: metrics[Math.floor(start / perMetric)],
      year: years[Math.floor((start % perMetric) / perYear)],
      cells: regions.map((region, i) => ({
        region,
        value: values[start + i],
        status: dataset.status?.[start + i] ?? '',
      })),
    };
}

/** An area of a file and those of the same file that add up to it. */
export interface FileFamily {
  readonly parent: string;
  readonly children: readonly string[];
}

/** Families in a file, as the codes and `child` tell. */
export function familiesIn(dataset: JsonStatDataset): FileFamily[] {
  const { index, child = {} } = dataset.dimension.RegioS.category;
  const present = new Set(index);
  const byParent = new Map<string, string[]>();
  for (const code of index) {
    const parent = parentByCode(code);
    if (parent !== null && present.has(parent)) byParent.set(parent, [...(byParent.get(parent) ?? []), code]);
  }
  return [...byParent, ...Object.entries(child)].map(([parent, children]) => ({ parent, children }));
}

import { CubeBuilder } from '@zicht-op/core/model/cube-builder.js';
import { NO_META, dimension, indicator, type Dataset, type OutlierProfile } from '@zicht-op/core/model/dataset.js';
import { KIND_CODE, type MissingKind } from '@zicht-op/core/model/observation.js';
import { parsePeriod } from '@zicht-op/core/model/period.js';

export type Figure = number | MissingKind;

/** One region's figures, one per metric. */
export type Line = readonly [code: string, ...figures: Figure[]];

/** A small dataset of one period: metrics by id, regions by line. */
export function buildDataset(
  metrics: readonly string[],
  lines: readonly Line[],
  outlier: OutlierProfile | null = null,
): Dataset {
  const builder = new CubeBuilder(metrics.length, 1, 1, lines.length);
  lines.forEach(([, ...figures], region) => {
    figures.forEach((figure, metric) => {
      const cell = builder.cell(metric, 0, 0, region);
      if (typeof figure === 'number') builder.setValue(cell, figure);
      else builder.setMissing(cell, KIND_CODE[figure]);
    });
  });
  const codes = lines.map(([code]) => code);
  return {
    ...NO_META,
    outlier,
    geo: dimension('regio', '', codes),
    time: dimension('periode', '', ['2025']),
    periods: [parsePeriod('2025')],
    metric: dimension('metric', '', metrics),
    indicators: metrics.map((id) => indicator(id)),
    breakdowns: [],
    values: builder.values,
    kinds: builder.kinds,
    marks: builder.marks,
    parents: new Map(),
  };
}

/** Regions in which the actual figure is the given factor of a prediction of 100. */
export const linesOf = (factors: readonly number[]): Line[] =>
  factors.map((factor, i) => [`GMV${String(i + 1).padStart(3, '0')}`, factor * 100, 100] as const);

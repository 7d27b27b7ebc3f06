import type { CubeBuilder } from '../model/cube-builder.js';
import {
  dimension,
  NO_META,
  type Dataset,
  type DatasetMeta,
  type Dimension,
  type Indicator,
} from '../model/dataset.js';
import type { Period } from '../model/period.js';
import { problem, type Problem } from '../model/problem.js';

/** What a format that sends rows has made of them. */
export interface DatasetParts {
  readonly meta: Partial<DatasetMeta>;
  readonly geo: Dimension;
  readonly time: Dimension;
  readonly periods: readonly Period[];
  /** Id of the dimension of indicators. */
  readonly metricId: string;
  readonly indicators: readonly Indicator[];
  readonly breakdowns: readonly Dimension[];
  readonly parents: ReadonlyMap<string, readonly string[]>;
  readonly cube: CubeBuilder;
}

/** Puts the parts together; the indicators are the dimension of metrics. */
export function assembleDataset({ meta, metricId, indicators, cube, ...dimensions }: DatasetParts): Dataset {
  const ids = indicators.map(({ id }) => id);
  const labels = indicators.map(({ label }) => label);
  const { values, kinds, marks } = cube;
  return {
    ...NO_META,
    ...meta,
    ...dimensions,
    metric: dimension(metricId, '', ids, labels),
    indicators,
    values,
    kinds,
    marks,
  };
}

/** Tells which columns hold texts and are left out, from the first place on; nothing where there are none. */
export const textColumns = (path: string, items: readonly string[]): Problem[] =>
  items.length === 0 ? [] : [problem('text-column', path, { count: items.length, items })];

import { CubeBuilder } from '@zicht-op/core/model/cube-builder.js';
import { NO_META, dimension, indicator, type Dataset, type Indicator } from '@zicht-op/core/model/dataset.js';
import { KIND_CODE, type MissingKind } from '@zicht-op/core/model/observation.js';
import { parsePeriod } from '@zicht-op/core/model/period.js';
import { parentLookup } from '@zicht-op/core/view/hierarchy.js';
import { regionsOfLevel, resolveSelection } from '@zicht-op/core/view/selection.js';
import { TableModel } from '../../../packages/elements/src/indicator-table/table-model.js';

type Cell = number | MissingKind;

/** A dataset of one period from a table as one would write it down: region code, name, a cell per indicator. */
export function datasetOf(
  indicators: readonly (string | Indicator)[],
  rows: readonly (readonly [code: string, name: string, ...cells: Cell[]])[],
  more: Partial<Dataset> = {},
): Dataset {
  const cube = new CubeBuilder(indicators.length, 1, 1, rows.length);
  rows.forEach(([, , ...cells], region) =>
    cells.forEach((cell, metric) => {
      const at = cube.cell(metric, 0, 0, region);
      if (typeof cell === 'number') cube.setValue(at, cell);
      else cube.setMissing(at, KIND_CODE[cell]);
    }),
  );
  const known = indicators.map((each) => (typeof each === 'string' ? indicator(each) : each));
  return {
    ...NO_META,
    geo: dimension(
      'regio',
      'Regio',
      rows.map(([code]) => code),
      rows.map(([, name]) => name),
    ),
    time: dimension('periode', 'Periode', ['2024']),
    periods: [parsePeriod('2024')],
    metric: dimension(
      'indicator',
      'Indicator',
      known.map(({ id }) => id),
    ),
    indicators: known,
    breakdowns: [],
    values: cube.values,
    kinds: cube.kinds,
    marks: null,
    parents: new Map(),
    ...more,
  };
}

/** The table of a dataset's level, with all indicators. */
export function modelOf(dataset: Dataset, level = 'gemeente'): TableModel {
  const chosen = resolveSelection(dataset, { level });
  if (!chosen.ok) throw new Error(chosen.problems[0].code);
  const { labels, index } = dataset.geo;
  return new TableModel({
    dataset,
    selection: chosen.value,
    regions: regionsOfLevel(dataset, level),
    parentOf: parentLookup(dataset.parents),
    metrics: dataset.indicators.map((_, metric) => metric),
    nameOf: (code) => labels[index.get(code) ?? -1] ?? code,
    locale: 'nl-NL',
  });
}

/** Codes of the regions shown. */
export const codesShown = (model: TableModel, view: Partial<Parameters<TableModel['shown']>[0]> = {}): string[] =>
  model
    .shown({ order: { column: 'name', descending: false }, query: '', only: null, ...view })
    .map((region) => model.codeOf(region));

import type { CellContext } from './cell-template.js';
import { isComparison, type FigureColumn } from './figure-columns.js';
import type { RowsModel } from './row-template.js';

const figureInWords = (column: FigureColumn, region: number, { formatter, common }: CellContext): string => {
  const observation = column.observationAt(region);
  const marks = observation.kind === 'value' && !column.isProvisional ? observation.marks : [];
  const words = marks.map((mark) => ` (${common.marks[mark]})`).join('');
  return `${column.indicator.label}: ${formatter.observation(observation, column.indicator.unit)}${words}`;
};

/**
 * A row as it is heard after its name: the area around it, the figure it is sorted by and the first two others. A missing
 * figure has the word of its kind.
 */
export function rowInWords({ table, columns, context, sortedBy }: RowsModel, region: number): string {
  const figures = columns.filter((column) => !isComparison(column)) as readonly FigureColumn[];
  const sorted = figures.filter(({ id }) => id === sortedBy);
  const others = figures.filter(({ id }) => id !== sortedBy).slice(0, 2);
  const said = [...sorted, ...others].map((column) => figureInWords(column, region, context));
  return [table.aroundOf(region), ...said].filter(Boolean).join('; ');
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Mark } from '@zicht-op/core/model/observation.js';
import type { Formatter } from '@zicht-op/core/view/format.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';
import type { IndicatorTableTexts } from '@zicht-op/locales/nl/indicator-table.js';
import { bar } from './bar-directive.js';
import type { ComparisonColumn, FigureColumn, TableColumn } from './figure-columns.js';
import { isComparison } from './figure-columns.js';

/** What a cell is written with. */
export interface CellContext {
  readonly formatter: Formatter;
  readonly common: CommonTexts;
  readonly texts: IndicatorTableTexts;
}

/** A mark as its letter, and for who can't see the legend in its words. */
const markTemplate = (mark: Mark, common: CommonTexts, isSaid: boolean): TemplateResult =>
  html`<sup class="mark" aria-hidden="true">${mark}</sup
    >${isSaid ? nothing : html`<span class="visually-hidden"> (${common.marks[mark]})</span>`}`;

/** The figure of a region, or in words why there is none. One template for both: a row that is filled anew keeps its cells. */
export function figureCell(
  column: FigureColumn,
  region: number,
  { formatter, common }: CellContext,
  isProvisionalSaid = false,
): TemplateResult {
  const observation = column.observationAt(region);
  const isFigure = observation.kind === 'value';
  const text = formatter.observation(observation, column.indicator.unit);
  const marks =
    isFigure && observation.marks.length > 0
      ? observation.marks.map((mark) => markTemplate(mark, common, isProvisionalSaid && mark === 'P'))
      : nothing;
  // One line: white space between tags would be a node more in each of hundreds of cells.
  // prettier-ignore
  return html`<td class=${isFigure ? 'figure' : `missing ${observation.kind}`} ${bar(column.scale, isFigure ? observation.value : NaN)}><span>${text}</span>${marks}</td>`;
}

const GLYPHS = { higher: '▲', lower: '▼', equal: '=' } as const;

/** How the figure stands to its yardstick; with the parent's own figure, as that differs from row to row. */
export function comparisonCell(
  column: ComparisonColumn,
  region: number,
  { formatter, texts }: CellContext,
): TemplateResult {
  const comparison = column.comparisonAt(region);
  if (comparison === null) {
    return html`<td class="comparison">
      <span aria-hidden="true">–</span><span class="visually-hidden">${texts.notCompared}</span>
    </td>`;
  }
  const { figure } = column;
  const own = column.yardstick === 'parent' ? figure.observationAt(column.yardstickOf(region)) : null;
  const text = own === null ? '' : ` (${formatter.observation(own, figure.indicator.unit)})`;
  return html`<td class="comparison">
    <span class="glyph" aria-hidden="true">${GLYPHS[comparison]}</span
    ><span>${texts.comparison[comparison]}${text}</span>
  </td>`;
}

/** The cell of any column. */
export const cellTemplate = (column: TableColumn, region: number, context: CellContext): TemplateResult =>
  isComparison(column)
    ? comparisonCell(column, region, context)
    : figureCell(column, region, context, column.isProvisional);

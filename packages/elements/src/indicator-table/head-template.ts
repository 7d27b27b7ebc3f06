import { html, nothing, type TemplateResult } from 'lit';
import type { CommonTexts } from '../locales/nl/common.js';
import type { CellContext } from './cell-template.js';
import { isComparison, type TableColumn } from './figure-columns.js';
import { BY_NAME, type SortOrder } from './row-sorter.js';
import type { TableModel } from './table-model.js';

export interface HeadModel {
  readonly table: TableModel;
  readonly columns: readonly TableColumn[];
  readonly order: SortOrder;
  /** Null: the figure stands still, and headings are no buttons. */
  readonly sortBy: ((column: string) => void) | null;
  /** Position of the one heading that Tab reaches: 0 is the name. */
  readonly active: number;
  readonly context: CellContext;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the column of names is called: the level, in the singular. */
export const nameHeading = (table: TableModel, common: CommonTexts): string =>
  capital(common.level(table.selection.level, 1));

/** What a column is called, and the smaller line below it: the unit, or the yardstick's figure. */
export function headingOf(
  column: TableColumn,
  table: TableModel,
  context: CellContext,
): { readonly label: string; readonly detail: string } {
  const { formatter, texts } = context;
  if (!isComparison(column)) {
    const { label, unit } = column.indicator;
    return { label, detail: unit.label || unit.symbol };
  }
  const { figure } = column;
  if (column.yardstick === 'parent') return { label: texts.against(texts.parent), detail: figure.indicator.label };
  const name = table.nameOf(table.reference);
  const text = formatter.observation(figure.observationAt(table.reference), figure.indicator.unit);
  return { label: texts.against(name), detail: `${figure.indicator.label}: ${text}` };
}

/** Lets a name made of parts break between them, as ids in files are written. */
const breakable = (label: string) => label.split(/(?<=_)/).map((part, i) => (i === 0 ? part : html`<wbr />${part}`));

const ARROWS = { ascending: '▲', descending: '▼', none: '↕' } as const;

function headingTemplate(
  { order, sortBy, active }: HeadModel,
  id: string,
  position: number,
  label: string,
  detail: string,
): TemplateResult {
  const direction = order.column !== id || sortBy === null ? 'none' : order.descending ? 'descending' : 'ascending';
  const arrow = sortBy === null ? nothing : html`<span class="arrow" aria-hidden="true">${ARROWS[direction]}</span>`;
  const content = html`<span class="label" title=${label}>${breakable(label)}</span>
    <span class="below">${detail ? html`<span class="detail">${detail}</span>` : nothing}${arrow}</span>`;
  const button = () =>
    html`<button type="button" class="heading" tabindex=${position === active ? 0 : -1} @click=${() => sortBy?.(id)}>
      ${content}
    </button>`;
  return html`<th
    scope="col"
    class=${id === BY_NAME ? 'corner' : id.startsWith('figure') ? 'figure' : 'comparison'}
    aria-sort=${direction === 'none' ? nothing : direction}
  >
    ${sortBy === null ? html`<div class="heading">${content}</div>` : button()}
  </th>`;
}

/** The sticky head: names, then each column, each a button that sorts. */
export function headTemplate(model: HeadModel): TemplateResult {
  const { table, columns, context } = model;
  return html`<tr aria-rowindex="1">
    ${headingTemplate(model, BY_NAME, 0, nameHeading(table, context.common), '')}
    ${columns.map((column, i) => {
      const { label, detail } = headingOf(column, table, context);
      return headingTemplate(model, column.id, i + 1, label, detail);
    })}
  </tr>`;
}

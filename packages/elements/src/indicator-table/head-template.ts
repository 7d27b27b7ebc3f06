import { html, nothing, type TemplateResult } from 'lit';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';
import type { CellContext } from './cell-template.js';
import { isComparison, type TableColumn } from './figure-columns.js';
import { BY_NAME, type SortOrder } from './sort-order.js';
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

/** What a heading says: its name, what goes before that for who doesn't see the column beside it, and a smaller line. */
interface Heading {
  readonly label: string;
  readonly before: string;
  readonly detail: string;
  /** What holds for each figure, for who doesn't see their marks. */
  readonly after?: string;
}

/** Figures have their unit below them; a comparison with the reference has the reference's figure. */
function headingOf(column: TableColumn, table: TableModel, { formatter, common, texts }: CellContext): Heading {
  if (!isComparison(column)) {
    const { label, unit } = column.indicator;
    return {
      label,
      before: '',
      detail: unit.label || unit.symbol,
      after: column.isProvisional ? ` (${common.marks.P})` : '',
    };
  }
  const { figure, yardstick } = column;
  const before = `${figure.indicator.label} `;
  if (yardstick === 'parent') return { label: texts.against(texts.parent), before, detail: '' };
  const detail = formatter.observation(figure.observationAt(table.reference), figure.indicator.unit);
  return { label: texts.against(table.nameOf(table.reference)), before, detail };
}

/** A column in one line, as the caption says what the rows are sorted by. */
export function columnName(column: TableColumn, table: TableModel, context: CellContext): string {
  const { before, label } = headingOf(column, table, context);
  return before + label;
}

/** Lets a name made of parts break between them, as ids in files are written. */
const breakable = (label: string) => label.split(/(?<=_)/).map((part, i) => (i === 0 ? part : html`<wbr />${part}`));

const ARROWS = { ascending: '▲', descending: '▼', none: '↕' } as const;

function headingTemplate(
  { order, sortBy, active }: HeadModel,
  id: string,
  position: number,
  { label, before, detail, after }: Heading,
): TemplateResult {
  const direction = order.column !== id || sortBy === null ? 'none' : order.descending ? 'descending' : 'ascending';
  const arrow = sortBy === null ? nothing : html`<span class="arrow" aria-hidden="true">${ARROWS[direction]}</span>`;
  const content = html`<span class="label" title=${before + label}
      >${before ? html`<span class="visually-hidden">${before}</span>` : nothing}${breakable(label)}${after ? html`<span class="visually-hidden">${after}</span>` : nothing}</span
    >
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
  const name = { label: nameHeading(table, context.common), before: '', detail: '' };
  return html`<tr aria-rowindex="1">
    ${headingTemplate(model, BY_NAME, 0, name)}
    ${columns.map((column, i) => headingTemplate(model, column.id, i + 1, headingOf(column, table, context)))}
  </tr>`;
}

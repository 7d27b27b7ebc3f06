import { html, nothing, type TemplateResult } from 'lit';
import type { CellContext } from './cell-template.js';
import { columnName, headTemplate, nameHeading } from './head-template.js';
import { legendTemplate } from './legend-template.js';
import type { SpokenStatus } from './spoken-status.js';
import { PRINT_LIMIT, type TableBody } from './table-body.js';
import type { TableView } from './table-view.js';

export interface RegionsModel {
  readonly view: TableView;
  readonly context: CellContext;
  readonly body: TableBody;
  readonly status: SpokenStatus;
  /** Null: the figure stands still. */
  readonly sortBy: ((column: string) => void) | null;
  /** What stands beside the number of rows; nothing in a figure that stands still. */
  readonly rowToggle: TemplateResult | typeof nothing;
  /** Why there are no rows, and the way back; null where there is none. */
  readonly emptyText: string;
  readonly showAll: (() => void) | null;
}

function countTemplate(model: RegionsModel): TemplateResult {
  const { table, shown } = model.view;
  const { formatter, common, texts } = model.context;
  const total = table.regions.length;
  const text = texts.shown(
    formatter.count(shown.length),
    formatter.count(total),
    common.level(table.selection.level, total),
  );
  model.status.update([text, orderInWords(model)]);
  return html`<div class="above">
    <p class="count" part="count">${text}</p>
    <p class="visually-hidden" role="status"></p>
    ${model.rowToggle}
  </div>`;
}

/** "Gesorteerd op Inwoners, aflopend." Spoken when it changes: of `aria-sort` alone not every screen reader tells. */
function orderInWords({ view: { table, columns, order }, context }: RegionsModel): string {
  const sorted = columns.find(({ id }) => id === order.column);
  const label = sorted ? columnName(sorted, table, context) : nameHeading(table, context.common).toLowerCase();
  return context.texts.sorted(label, order.descending);
}

function captionTemplate(model: RegionsModel): TemplateResult {
  const { texts, common } = model.context;
  const name = nameHeading(model.view.table, common).toLowerCase();
  return html`<caption>
    <span class="visually-hidden">${texts.caption(name)} ${orderInWords(model)}</span>
  </caption>`;
}

function nothingTemplate({ view, context, emptyText, showAll }: RegionsModel): TemplateResult {
  return html`<tbody class="nothing">
    <tr>
      <td colspan=${view.columns.length + 1}>
        ${emptyText}
        ${showAll ? html`<button type="button" class="quiet" @click=${showAll}>${context.texts.showAll}</button>` : nothing}
      </td>
    </tr>
  </tbody>`;
}

function tableTemplate(model: RegionsModel): TemplateResult {
  const { view, context, body, sortBy } = model;
  const { table, columns, order, shown } = view;
  return html`<table class="regions" part="table" aria-rowcount=${shown.length + 1}>
    ${captionTemplate(model)}
    <colgroup>
      <col class="name" />
      ${columns.map(() => html`<col />`)}
    </colgroup>
    <thead @keydown=${body.handleHeadKey}>
      ${headTemplate({ table, columns, order, sortBy, active: body.activeHeading, context })}
    </thead>
    <tbody
      class="rows"
      @click=${body.handleClick}
      @keydown=${body.handleRowKey}
      @pointerover=${body.handlePointerOver}
      @pointerleave=${body.handlePointerLeave}
      @focusin=${body.handleFocusIn}
      @focusout=${body.handleFocusOut}
    ></tbody>
    ${shown.length === 0 ? nothingTemplate(model) : nothing}
  </table>`;
}

/**
 * Regions by indicators: how many rows are shown, the table in a region that scrolls, and what its signs mean. The rows are
 * left to the body, which draws them on each scroll.
 */
export function regionsTemplate(model: RegionsModel): TemplateResult {
  const { view, context } = model;
  const { texts, common, formatter } = context;
  const { length } = view.shown;
  return html`${countTemplate(model)}
    <p id="keys" class="visually-hidden">${texts.keys}</p>
    <p id="row-words" hidden></p>
    <div
      class="scroller picture"
      part="scroller"
      role="group"
      aria-label=${texts.region}
      aria-describedby="keys"
      tabindex="0"
    >
      ${tableTemplate(model)}
    </div>
    ${
      length > PRINT_LIMIT
        ? html`<p class="print-note">${texts.printed(formatter.count(PRINT_LIMIT), formatter.count(length))}</p>`
        : nothing
    }
    ${legendTemplate(view.table.inUse(view.columns), common, texts)}`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { cellTemplate, type CellContext } from './cell-template.js';
import type { TableColumn } from './figure-columns.js';
import { spacer } from './spacer-directive.js';
import type { TableModel } from './table-model.js';

/** A row of the body as the handlers find it. */
export interface RegionRow extends HTMLTableRowElement {
  /** Region code; handlers read it, so that a code never has to be a selector. */
  regionCode: string;
  /** Position among the rows shown. */
  position: number;
}

export interface RowsModel {
  readonly table: TableModel;
  readonly columns: readonly TableColumn[];
  /** Regions shown, in order. */
  readonly shown: readonly number[];
  readonly rows: readonly number[];
  readonly above: number;
  readonly below: number;
  readonly selected: ReadonlySet<string>;
  /** Position of the one row that Tab reaches. */
  readonly active: number;
  /** What tells apart regions of the same name; empty: nothing needed. */
  readonly detailOf: (region: number) => string;
  readonly context: CellContext;
}

function rowTemplate(model: RowsModel, position: number): TemplateResult {
  const { table, columns, shown, selected, active, detailOf, context } = model;
  const region = shown[position];
  const code = table.codeOf(region);
  const isSelected = selected.has(code);
  const detail = detailOf(region);
  return html`<tr
    aria-rowindex=${position + 2}
    class=${isSelected ? 'selected' : ''}
    .regionCode=${code}
    .position=${position}
  >
    <th scope="row">
      <button
        type="button"
        class="name"
        tabindex=${position === active ? 0 : -1}
        aria-pressed=${isSelected ? 'true' : 'false'}
      >
        <span class="label" title=${table.nameOf(region)}>${table.nameOf(region)}</span>
        ${detail ? html`<span class="detail">${detail}</span>` : nothing}
      </button>
    </th>
    ${columns.map((column) => cellTemplate(column, region, context))}
  </tr>`;
}

const spacerTemplate = (height: number, columns: number): TemplateResult =>
  html`<tr class="spacer" aria-hidden="true">
    <td colspan=${columns + 1} ${spacer(height)}></td>
  </tr>`;

/**
 * The rows in view between two spacers. A row's key is its position modulo their number: scrolling by one moves one row to
 * the other end and fills it anew, and makes nothing.
 */
export function rowsTemplate(model: RowsModel): TemplateResult {
  const { rows, columns, above, below } = model;
  return html`${spacerTemplate(above, columns.length)}${repeat(
    rows,
    (position) => position % rows.length,
    (position) => rowTemplate(model, position),
  )}${spacerTemplate(below, columns.length)}`;
}

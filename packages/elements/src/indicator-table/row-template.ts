import { html, nothing, render, type TemplateResult } from 'lit';
import { cellTemplate, type CellContext } from './cell-template.js';
import type { TableColumn } from './figure-columns.js';
import type { TableModel } from './table-model.js';

/** A row of the body as the handlers find it. */
export interface RegionRow extends HTMLTableRowElement {
  /** Region code; handlers read it, so that a code never has to be a selector. */
  regionCode: string;
  /** Position among the rows shown. */
  position: number;
}

/** What the rows show. */
export interface RowsModel {
  readonly table: TableModel;
  readonly columns: readonly TableColumn[];
  /** Regions shown, in order. */
  readonly shown: readonly number[];
  readonly selected: ReadonlySet<string>;
  /** What tells apart regions of the same name; empty: nothing needed. */
  readonly detailOf: (region: number) => string;
  /** Id of the column that the rows are sorted by. */
  readonly sortedBy: string;
  readonly context: CellContext;
}

function cellsTemplate(
  { table, columns, detailOf, context }: RowsModel,
  region: number,
  isSelected: boolean,
): TemplateResult {
  const name = table.nameOf(region);
  const detail = detailOf(region);
  return html`<th scope="row">
      <button type="button" class="name" tabindex="-1" aria-pressed=${isSelected ? 'true' : 'false'}>
        <span class="label" title=${name}>${name}</span>
        ${detail ? html`<span class="detail">${detail}</span>` : nothing}
      </button>
    </th>
    ${columns.map((column) => cellTemplate(column, region, context))}`;
}

/** Fills a row with what stands at a position. The row may have shown another region before. */
export function fillRow(row: RegionRow, model: RowsModel, position: number): void {
  const region = model.shown[position];
  const code = model.table.codeOf(region);
  const isSelected = model.selected.has(code);
  row.regionCode = code;
  row.position = position;
  // The head is the first row of the table.
  row.setAttribute('aria-rowindex', String(position + 2));
  row.classList.toggle('selected', isSelected);
  render(cellsTemplate(model, region, isSelected), row);
}

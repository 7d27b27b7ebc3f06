import { html, nothing, type TemplateResult } from 'lit';
import type { IndicatorTableTexts } from '../locales/nl/indicator-table.js';
import type { TableModel } from './table-model.js';
import type { TableChoice } from './table-view.js';

/** What the visitor can set, and who is told. */
export interface TableControlsModel {
  readonly table: TableModel;
  readonly texts: IndicatorTableTexts;
  readonly choice: TableChoice;
  readonly search: (query: string) => void;
  readonly change: (change: Partial<TableChoice>) => void;
}

const isChecked = (event: Event): boolean => (event.target as HTMLInputElement).checked;

const checkbox = (label: string, checked: boolean, change: (checked: boolean) => void): TemplateResult =>
  html`<label class="check">
    <input type="checkbox" .checked=${checked} @change=${(event: Event) => change(isChecked(event))} /><span
      >${label}</span
    >
  </label>`;

/** Finds rows by name or code as one types. */
export function searchField({ texts, choice, search }: TableControlsModel): TemplateResult {
  return html`<label class="field search" part="search">
    <span>${texts.search}</span>
    <input
      type="search"
      autocomplete="off"
      spellcheck="false"
      .value=${choice.query}
      @input=${(event: Event) => search((event.target as HTMLInputElement).value)}
    />
  </label>`;
}

function changed(set: ReadonlySet<number>, member: number, isIn: boolean): ReadonlySet<number> {
  const copy = new Set(set);
  if (isIn) copy.add(member);
  else copy.delete(member);
  return copy;
}

/** Closes an unfolded menu as a visitor expects: on Escape, and when the focus goes elsewhere. */
function handleMenu(event: KeyboardEvent | FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event instanceof KeyboardEvent) {
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  } else if (!menu.contains(event.relatedTarget as Node | null)) {
    menu.open = false;
  }
}

/** Which columns are shown; nothing where there is only one. */
export function columnMenu({
  table,
  texts,
  choice: { hidden },
  change,
}: TableControlsModel): TemplateResult | typeof nothing {
  const { figures } = table;
  if (figures.length < 2) return nothing;
  const shown = figures.length - hidden.size;
  return html`<details class="menu" part="column-menu" @keydown=${handleMenu} @focusout=${handleMenu}>
    <summary>${texts.columns} <span class="detail">${texts.columnsShown(shown, figures.length)}</span></summary>
    <div class="options" tabindex="-1" role="group" aria-label=${texts.columns}>
      ${checkbox(texts.allColumns, hidden.size === 0, (all) =>
        change({ hidden: new Set(all ? [] : figures.map((figure) => figure.selection.metricIndex)) }),
      )}
      <hr />
      ${figures.map(({ indicator, selection: { metricIndex } }) =>
        checkbox(indicator.label, !hidden.has(metricIndex), (isShown) =>
          change({ hidden: changed(hidden, metricIndex, !isShown) }),
        ),
      )}
    </div>
  </details>`;
}

/** Comparison columns and the rows that are selected, each on or off. */
export function toggles({ table, texts, choice, change }: TableControlsModel): TemplateResult {
  return html`<div class="checks">
    ${
      table.canCompare && table.reference >= 0
        ? checkbox(texts.compareWith(table.nameOf(table.reference)), choice.withReference, (withReference) =>
            change({ withReference }),
          )
        : nothing
    }
    ${
      table.canCompare && table.hasParents
        ? checkbox(texts.compareWith(texts.parent), choice.withParent, (withParent) => change({ withParent }))
        : nothing
    }
    ${checkbox(texts.onlySelected, choice.onlySelected, (onlySelected) => change({ onlySelected }))}
  </div>`;
}

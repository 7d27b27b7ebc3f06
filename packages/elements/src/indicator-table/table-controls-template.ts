import { html, nothing, type TemplateResult } from 'lit';
import type { IndicatorTableTexts } from '@zicht-op/locales/nl/indicator-table.js';
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

/** Keeps an unfolded menu within the element, which may be as narrow as a telephone. */
function handleToggle(event: Event): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  const options = menu.querySelector<HTMLElement>('.options');
  const frame = menu.closest('.frame');
  if (!options || !frame || !menu.open) return;
  options.style.removeProperty('translate');
  const beyond = options.getBoundingClientRect().right - frame.getBoundingClientRect().right;
  if (beyond > 0) options.style.setProperty('translate', `${-Math.ceil(beyond)}px`);
}

/** Which indicators are shown, all of them or some. */
function indicatorChecks({ table, texts, choice: { hidden }, change }: TableControlsModel): TemplateResult {
  const { figures } = table;
  const all = figures.map((figure) => figure.selection.metricIndex);
  return html`${checkbox(texts.allColumns, hidden.size === 0, (isAll) => change({ hidden: new Set(isAll ? [] : all) }))}
    <hr />
    ${figures.map(({ indicator, selection: { metricIndex } }) =>
      checkbox(indicator.label, !hidden.has(metricIndex), (isShown) =>
        change({ hidden: changed(hidden, metricIndex, !isShown) }),
      ),
    )}`;
}

/** Comparison columns, each on or off. */
function comparisonChecks({ table, texts, choice, change }: TableControlsModel): TemplateResult[] {
  const reference = () =>
    checkbox(texts.compareWith(table.nameOf(table.reference)), choice.withReference, (withReference) =>
      change({ withReference }),
    );
  const parent = () =>
    checkbox(texts.compareWith(texts.parent), choice.withParent, (withParent) => change({ withParent }));
  if (!table.canCompare) return [];
  return [...(table.reference >= 0 ? [reference()] : []), ...(table.hasParents ? [parent()] : [])];
}

/** Which columns are shown; nothing where there is nothing to choose. */
export function columnMenu(model: TableControlsModel): TemplateResult | typeof nothing {
  const { table, texts, choice } = model;
  const total = table.figures.length;
  const comparisons = comparisonChecks(model);
  if (total < 2 && comparisons.length === 0) return nothing;
  const shown = total - choice.hidden.size;
  return html`<details
    class="menu"
    part="column-menu"
    @keydown=${handleMenu}
    @focusout=${handleMenu}
    @toggle=${handleToggle}
  >
    <summary>
      ${texts.columns} ${total < 2 ? nothing : html`<span class="detail">${texts.columnsShown(shown, total)}</span>`}
    </summary>
    <div class="options" tabindex="-1" role="group" aria-label=${texts.columns}>
      ${comparisons} ${comparisons.length > 0 && total > 1 ? html`<hr />` : nothing}
      ${total < 2 ? nothing : indicatorChecks(model)}
    </div>
  </details>`;
}

/** Only the rows that are selected. */
export const selectedCheck = ({ texts, choice, change }: TableControlsModel): TemplateResult =>
  checkbox(texts.onlySelected, choice.onlySelected, (onlySelected) => change({ onlySelected }));

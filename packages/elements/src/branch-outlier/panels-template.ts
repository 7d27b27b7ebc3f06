import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

export interface Panel<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly content: unknown;
}

export interface PanelsModel<Id extends string> {
  readonly label: string;
  readonly panels: readonly Panel<Id>[];
  readonly chosen: Id;
  /** All panels beside each other, without tabs. */
  readonly isWide: boolean;
  readonly choose: (id: Id) => void;
}

/** Tab that a key leads to, as the ARIA practices have it for tabs that open on focus; null for another key. */
function targetOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function tabList<Id extends string>({ label, panels, chosen, choose }: PanelsModel<Id>): TemplateResult {
  const handleKeyDown = (event: KeyboardEvent) => {
    const next = targetOf(
      event.key,
      panels.findIndex((panel) => panel.id === chosen),
      panels.length,
    );
    if (next === null) return;
    event.preventDefault();
    choose(panels[next].id);
    (event.currentTarget as HTMLElement).querySelectorAll('button')[next].focus();
  };
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${label} @keydown=${handleKeyDown}>
    ${panels.map(
      ({ id, label: text }) =>
        html`<button
          type="button"
          role="tab"
          id="tab-${id}"
          aria-controls="panel-${id}"
          aria-selected=${id === chosen ? 'true' : 'false'}
          tabindex=${id === chosen ? 0 : -1}
          @click=${() => choose(id)}
        >
          ${text}
        </button>`,
    )}
  </div>`;
}

/** Panels beside each other where there is room, else one at a time behind tabs. */
export function panelsTemplate<Id extends string>(model: PanelsModel<Id>): TemplateResult {
  const { panels, chosen, isWide } = model;
  return html`${isWide ? nothing : tabList(model)}
    <div class="panels ${isWide ? 'wide' : 'narrow'} of-${panels.length}">
      ${repeat(
        panels,
        ({ id }) => id,
        ({ id, label, content }) =>
          html`<div
            class="panel ${id}-panel"
            id="panel-${id}"
            part="${id}-panel"
            role=${isWide ? 'group' : 'tabpanel'}
            aria-label=${isWide ? label : nothing}
            aria-labelledby=${isWide ? nothing : `tab-${id}`}
            ?hidden=${!isWide && id !== chosen}
          >
            ${content}
          </div>`,
      )}
    </div>`;
}

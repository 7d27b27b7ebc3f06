import { html, nothing, type TemplateResult } from 'lit';
import type { ChoroplethTexts } from '@zicht-op/locales/nl/choropleth.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';
import { regionFactsTemplate, type RegionFacts } from './region-card.js';

export interface ChosenModel {
  /** Facts of the one region chosen; null when several are. */
  readonly facts: RegionFacts | null;
  readonly count: number;
  readonly texts: CommonTexts & ChoroplethTexts;
  readonly isStill: boolean;
  /** "Toon wijken in …" with what it does; null where there is no narrower level. */
  readonly drillDown: { readonly label: string; readonly open: () => void } | null;
  readonly clear: () => void;
}

const button = (label: string, click: () => void) => html`<button type="button" @click=${click}>${label}</button>`;

/** The region that was chosen, with the way down to the areas in it. */
export function chosenTemplate({ facts, count, texts, isStill, drillDown, clear }: ChosenModel): TemplateResult {
  return html`<div class="chosen" part="chosen">
    ${facts ? regionFactsTemplate(facts, texts, false) : html`<p>${texts.chosenCount(count)}</p>`}
    ${
      isStill
        ? nothing
        : html`<div class="actions">
            ${drillDown ? button(drillDown.label, drillDown.open) : nothing} ${button(texts.clear, clear)}
          </div>`
    }
  </div>`;
}

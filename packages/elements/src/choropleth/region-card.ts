import { html, nothing, type TemplateResult } from 'lit';
import type { Unit } from '@zicht-op/core/model/dataset.js';
import type { Row } from '@zicht-op/core/view/rows.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';

/** One region's figure with everything that belongs to it: what tooltip, card and spoken text all say. */
export interface RegionFacts {
  readonly row: Row;
  readonly label: string;
  readonly unit: string;
  readonly period: string;
  readonly around: string;
  /** "hoger dan Nederland (12,3%)"; empty where there is nothing to compare. */
  readonly comparisons: readonly string[];
  readonly caution: string;
}

/** A unit as it reads after its figure: "11,4%" is followed by "van de jongeren", not by "% van de jongeren". */
export const unitWords = ({ label, symbol }: Unit): string =>
  symbol !== '' && label.startsWith(symbol) ? label.slice(symbol.length).trim() : label;

const marksText = ({ row }: RegionFacts, texts: CommonTexts): string =>
  row.marks.map((mark) => texts.marks[mark]).join(', ');

/** The facts as lines, for a tooltip or a card. */
export function regionFactsTemplate(facts: RegionFacts, texts: CommonTexts, withCaution: boolean): TemplateResult {
  const { row } = facts;
  const marks = marksText(facts, texts);
  return html`<p class="name">${row.name}</p>
    ${facts.around ? html`<p class="note">${facts.around}</p>` : nothing}
    <p>
      <span class="figure">${row.text}</span>
      ${row.kind === 'value' && facts.unit ? html`<span class="note">${facts.unit}</span>` : nothing}
      ${marks ? html`<span class="note">(${marks})</span>` : nothing}
    </p>
    <p class="note">${facts.label}${facts.period ? `, ${facts.period}` : ''}</p>
    ${row.kind === 'value' ? nothing : html`<p class="note">${texts.missingHelp[row.kind]}</p>`}
    ${facts.comparisons.map((comparison) => html`<p>${comparison}</p>`)}
    ${withCaution && facts.caution ? html`<p class="note">${facts.caution}</p>` : nothing}`;
}

/** The same facts as one sentence to be spoken; a figure that is missing with the reason. */
export function regionFactsSpoken(facts: RegionFacts, texts: CommonTexts, state: string): string {
  const { row } = facts;
  const own = row.kind === 'value' ? [row.text, facts.unit, marksText(facts, texts)] : [row.text];
  const figure = own.filter(Boolean).join(', ');
  const reason = row.kind === 'value' ? [] : [texts.missingHelp[row.kind].replace(/\.$/, '')];
  const name = [row.name, facts.around, state].filter(Boolean).join(', ');
  return [`${name}: ${figure}`, ...reason, ...facts.comparisons].join('. ');
}

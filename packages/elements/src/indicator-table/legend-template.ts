import { html, nothing, type TemplateResult } from 'lit';
import type { Mark, MissingKind } from '@zicht-op/core/model/observation.js';
import type { CommonTexts } from '../locales/nl/common.js';
import type { IndicatorTableTexts } from '../locales/nl/indicator-table.js';

/** What the marks and words in the cells mean: only those in use. Nothing where none is. */
export function legendTemplate(
  { marks, kinds }: { readonly marks: readonly Mark[]; readonly kinds: readonly MissingKind[] },
  common: CommonTexts,
  texts: IndicatorTableTexts,
): TemplateResult | typeof nothing {
  if (marks.length === 0 && kinds.length === 0) return nothing;
  return html`<p class="visually-hidden">${texts.legend}</p>
    <dl class="legend" part="legend">
      ${marks.map(
        (mark) =>
          html`<div>
            <dt><span class="mark">${mark}</span></dt>
            <dd>${common.marks[mark]}</dd>
          </div>`,
      )}
      ${kinds.map(
        (kind) =>
          html`<div>
            <dt><span class="sample ${kind}">${common.missing[kind]}</span></dt>
            <dd>${common.missingHelp[kind]}</dd>
          </div>`,
      )}
    </dl>`;
}

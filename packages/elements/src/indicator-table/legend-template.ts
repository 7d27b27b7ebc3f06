import { html, nothing, type TemplateResult } from 'lit';
import type { Mark, MissingKind } from '@zicht-op/core/model/observation.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';
import type { IndicatorTableTexts } from '@zicht-op/locales/nl/indicator-table.js';

export interface SignsInUse {
  readonly marks: readonly Mark[];
  readonly kinds: readonly MissingKind[];
}

const marksTemplate = (marks: readonly Mark[], common: CommonTexts): TemplateResult =>
  html`<dl class="legend marks">
    ${marks.map(
      (mark) =>
        html`<div>
          <dt><span class="mark">${mark}</span></dt>
          <dd>${common.marks[mark]}</dd>
        </div>`,
    )}
  </dl>`;

const kindsTemplate = (
  kinds: readonly MissingKind[],
  common: CommonTexts,
  texts: IndicatorTableTexts,
): TemplateResult =>
  html`<details>
    <summary>${texts.legend}</summary>
    <dl class="sheet legend">
      ${kinds.map(
        (kind) =>
          html`<div>
            <dt><span class="sample ${kind}">${common.missing[kind]}</span></dt>
            <dd>${common.missingHelp[kind]}</dd>
          </div>`,
      )}
    </dl>
  </details>`;

/**
 * What the marks in the cells mean, and why some cells have words instead of a figure: only those in use. The words speak
 * for themselves, so their explanation is there to unfold.
 */
export function legendTemplate(
  { marks, kinds }: SignsInUse,
  common: CommonTexts,
  texts: IndicatorTableTexts,
): TemplateResult | typeof nothing {
  if (marks.length === 0 && kinds.length === 0) return nothing;
  return html`<div class="signs" part="legend">
    ${marks.length > 0 ? marksTemplate(marks, common) : nothing}
    ${kinds.length > 0 ? kindsTemplate(kinds, common, texts) : nothing}
  </div>`;
}

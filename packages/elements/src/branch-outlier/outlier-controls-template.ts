import { html, nothing, type TemplateResult } from 'lit';
import type { BranchOutlierTexts } from '@zicht-op/locales/nl/branch-outlier.js';
import { canBeLog, createAxis, type AxisKind } from './axis.js';
import type { OutlierView } from './branch-outlier-view.js';

/** Linear or logarithmic axes; says why where they can't be logarithmic. Nothing without points. */
export function axesSwitch(
  view: OutlierView,
  chosen: AxisKind | 'auto',
  texts: BranchOutlierTexts,
  choose: (axes: AxisKind) => void,
): TemplateResult | typeof nothing {
  if (view.model.points.length === 0) return nothing;
  const { kind } = createAxis(view.figures, chosen);
  const isBarred = (axes: AxisKind): boolean => axes === 'log' && !canBeLog(view.figures);
  return html`<fieldset class="field" part="axes-switch">
    <legend>${texts.axes}</legend>
    <div class="segments">
      ${(['linear', 'log'] as const).map(
        (axes) =>
          html`<button
            type="button"
            aria-pressed=${axes === kind ? 'true' : 'false'}
            ?disabled=${isBarred(axes)}
            title=${isBarred(axes) ? texts.axesUnavailable : nothing}
            @click=${() => choose(axes)}
          >
            ${texts.axesKind[axes]}
          </button>`,
      )}
    </div>
  </fieldset>`;
}

/** What is selected, in words; without a selection where one can be made. It keeps its place, so that nothing jumps. */
export function selectionTemplate(
  sentences: readonly string[],
  texts: BranchOutlierTexts,
  clear: () => void,
): TemplateResult {
  return html`<div class="selection" part="selection">
    ${
      sentences.length === 0
        ? html`<p class="hint">${texts.selectHint}</p>`
        : html`<ul role="list" aria-label=${texts.selected}>
              ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
            </ul>
            <button type="button" class="quiet" @click=${clear}>${texts.clear}</button>`
    }
  </div>`;
}

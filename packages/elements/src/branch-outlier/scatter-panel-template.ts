import { html, nothing, svg, type TemplateResult } from 'lit';
import type { BranchOutlierTexts } from '@zicht-op/locales/nl/branch-outlier.js';
import type { Band, OutlierModel, Side } from './outlier-model.js';
import type { PointTexts } from './branch-outlier-view.js';
import { sceneTemplate, symbolTemplate, type HighlightModel } from './scatter-template.js';
import type { ScatterController } from './scatter-controller.js';
import type { Scene } from './scatter-scene.js';

export interface ScatterPanelModel {
  readonly scene: Scene;
  readonly model: OutlierModel;
  readonly controller: ScatterController;
  readonly highlight: HighlightModel;
  readonly isCanvas: boolean;
  readonly label: string;
  /** Of the point pointed at; null for none. */
  readonly tooltip: { readonly texts: PointTexts; readonly side: Side; readonly caution: string } | null;
  /** Sentence for assistive technology about the point that the keyboard is at. */
  readonly spoken: string;
  readonly bandText: string;
  readonly texts: BranchOutlierTexts;
}

function legendTemplate(
  { points, band }: { points: OutlierModel['points']; band: Band | null },
  texts: BranchOutlierTexts,
): TemplateResult {
  const hasUnrated = points.some((point) => point.side === 'unrated');
  const sides: readonly Side[] = band
    ? ['above', 'within', 'below', ...(hasUnrated ? (['unrated'] as const) : [])]
    : ['within', 'above', 'below'];
  return html`<ul class="legend" part="legend" role="list">
    ${sides.map((side) => html`<li ?hidden=${band === null}>${symbolTemplate(side)} ${texts.side[side]}</li>`)}
    ${
      band === null
        ? nothing
        : html`<li>
            <svg class="symbol" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
              ${
                band.kind === 'robust'
                  ? svg`<rect class="band" width="16" height="16"></rect>`
                  : svg`<path class="interval" d="M8 1V15"></path>`
              }
            </svg>
            ${texts.band}
          </li>`
    }
    <li>
      <svg class="symbol" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path class="equality" d="M1 15L15 1"></path>
      </svg>
      ${texts.equality}
    </li>
  </ul>`;
}

function tooltipTemplate({ tooltip, texts }: ScatterPanelModel): TemplateResult {
  return html`<div class="tooltip" part="tooltip" aria-hidden="true" ?hidden=${tooltip === null}>
    ${
      tooltip === null
        ? nothing
        : html`<p class="name">${tooltip.texts.name}</p>
            <p class="words">${symbolTemplate(tooltip.side)} ${tooltip.texts.deviation}</p>
            <p>
              <span class="label">${texts.actual}</span> ${tooltip.texts.actual}<br />
              <span class="label">${texts.predicted}</span> ${tooltip.texts.predicted}
            </p>
            ${tooltip.texts.expected ? html`<p class="label">${tooltip.texts.expected}</p>` : nothing}
            ${tooltip.caution ? html`<p class="label">${tooltip.caution}</p>` : nothing}`
    }
  </div>`;
}

/** The chart with its legend: one tab stop, arrow keys along the points, the same said in words. */
export function scatterPanelTemplate(panel: ScatterPanelModel): TemplateResult {
  const { scene, controller, highlight, isCanvas, label, spoken, bandText, texts, model } = panel;
  return html`<div
      class="chart"
      part="chart"
      role="application"
      tabindex="0"
      aria-roledescription=${texts.chartRole}
      aria-label=${label}
      aria-describedby="summary chart-help"
      @pointermove=${controller.handlePointerMove}
      @pointerleave=${controller.handlePointerLeave}
      @click=${controller.handleClick}
      @keydown=${controller.handleKeyDown}
      @blur=${controller.handleBlur}
    >
      ${sceneTemplate(scene, highlight, isCanvas)} ${tooltipTemplate(panel)}
    </div>
    <div id="chart-help" class="visually-hidden">${texts.chartHelp}</div>
    <div class="visually-hidden" aria-live="polite">${spoken}</div>
    ${legendTemplate(model, texts)}
    <p class="hint" part="band">${bandText}</p>`;
}

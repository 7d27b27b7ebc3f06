import { html, nothing, type TemplateResult } from 'lit';
import type { Formatter } from '@zicht-op/core/view/format.js';
import type { BranchOutlierTexts } from '@zicht-op/locales/nl/branch-outlier.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';
import type { ProblemText } from '@zicht-op/locales/nl/problems.js';
import type { OutlierView } from './branch-outlier-view.js';
import { farFactor } from './deviation-classes.js';
import type { MapPanelController, ReadyMap } from './map-panel-controller.js';

export interface MapPanelModel {
  readonly view: OutlierView;
  readonly controller: MapPanelController;
  /** The region pointed at in one sentence; empty for none. */
  readonly pointed: string;
  readonly texts: BranchOutlierTexts;
  readonly common: CommonTexts;
  readonly problemText: ProblemText;
  readonly formatter: Formatter;
}

/** Each does with one press what dragging and a wheel do. */
function buttonsTemplate({ map }: ReadyMap, texts: BranchOutlierTexts): TemplateResult {
  const button = (label: string, sign: string, act: () => void) =>
    html`<button type="button" aria-label=${label} title=${label} @click=${act}>${sign}</button>`;
  return html`<div class="map-buttons">
    ${button(texts.zoomIn, '+', () => map.zoomBy(1))} ${button(texts.zoomOut, '−', () => map.zoomBy(-1))}
    ${button(texts.fit, '⤢', () => map.fit())}
  </div>`;
}

function legendTemplate(
  { view, texts, common, formatter }: MapPanelModel,
  { map, shapes, module, colours }: ReadyMap,
): TemplateResult {
  return module.mapLegendTemplate({
    factor: farFactor(view.model.band),
    hasUnrated: view.model.unrated.length > 0,
    missing: map.missingKinds(view, shapes.boundaries),
    patternColours: colours?.pattern ?? { background: 'white', ink: 'gray' },
    texts,
    common,
    formatter,
  });
}

/** The map with its legend, or why it isn't there. Its regions are in the lists and the chart, for the keyboard too. */
export function mapPanelTemplate(panel: MapPanelModel): TemplateResult {
  const { view, controller, pointed, texts, common } = panel;
  const { ready, problem } = controller;
  const instead = problem ? `${texts.mapUnavailable} ${panel.problemText(problem)}` : common.loading;
  const label = texts.map(view.actual.label, view.predicted.label);
  return html`<div class="map-box" part="map">
      <div class="map" role="img" aria-label=${label} aria-describedby="summary"></div>
      ${ready ? buttonsTemplate(ready, texts) : html`<p class="veil">${instead}</p>`}
      ${ready && pointed ? html`<p class="map-caption" aria-hidden="true">${pointed}</p>` : nothing}
    </div>
    ${ready ? legendTemplate(panel, ready) : nothing}`;
}

import { html, type TemplateResult } from 'lit';
import type { MissingKind } from '@zicht-op/core/model/observation.js';
import type { Formatter } from '@zicht-op/core/view/format.js';
import type { BranchOutlierTexts } from '@zicht-op/locales/nl/branch-outlier.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';
import type { HatchColours } from '@zicht-op/renderer/choropleth-appearance.js';
import { missingSwatch } from '../map/missing-pattern.js';
import type { DeviationClass } from './deviation-classes.js';

export interface MapLegendModel {
  readonly factor: number;
  readonly hasUnrated: boolean;
  readonly missing: readonly MissingKind[];
  readonly patternColours: HatchColours;
  readonly texts: BranchOutlierTexts;
  readonly common: CommonTexts;
  readonly formatter: Formatter;
}

/** What a class of the map is called. */
export function deviationClassLabel(
  name: DeviationClass,
  factor: number,
  texts: BranchOutlierTexts,
  format: Pick<Formatter, 'plain'>,
): string {
  switch (name) {
    case 'far-above':
      return texts.mapClass.farAbove(format.plain(factor, factor % 1 === 0 ? 0 : 1));
    case 'far-below':
      return texts.mapClass.farBelow(format.plain(Math.round(100 / factor), 0));
    case 'unrated':
      return texts.side.unrated;
    default:
      return texts.mapClass[name];
  }
}

/** The whole diverging scale, also classes nobody is in: it is centred on equality. Then the kinds of missing in use. */
export function mapLegendTemplate(legend: MapLegendModel): TemplateResult {
  const { factor, hasUnrated, missing, patternColours, texts, common, formatter } = legend;
  const classes: DeviationClass[] = [
    'far-above',
    'above',
    'within',
    'below',
    'far-below',
    ...(hasUnrated ? ['unrated' as const] : []),
  ];
  return html`<ul class="map-legend" part="map-legend" role="list">
    ${classes.map(
      (name) =>
        html`<li>
          <span class="swatch class-${name}"></span><span>${deviationClassLabel(name, factor, texts, formatter)}</span>
        </li>`,
    )}
    ${missing.map(
      (kind) =>
        html`<li>
          <canvas class="swatch" width="48" height="32" ${missingSwatch(kind, patternColours)}></canvas>
          <span>${common.missing[kind]}</span>
        </li>`,
    )}
  </ul>`;
}

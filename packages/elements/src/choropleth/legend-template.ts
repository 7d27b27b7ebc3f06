import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Unit } from '@zicht-op/core/model/dataset.js';
import { MISSING_STYLE, type ChoroplethModel } from '@zicht-op/core/picture/choropleth-model.js';
import type { Formatter } from '@zicht-op/core/view/format.js';
import { classLabel } from '@zicht-op/locales/class-label.js';
import type { ChoroplethTexts } from '@zicht-op/locales/nl/choropleth.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';
import type { HatchColours } from '@zicht-op/renderer/choropleth-appearance.js';
import { missingSwatch } from '../map/missing-pattern.js';

export interface LegendModel {
  readonly model: ChoroplethModel;
  readonly colours: readonly string[];
  readonly patternColours: HatchColours;
  readonly unit: Unit;
  readonly texts: CommonTexts & ChoroplethTexts;
  readonly formatter: Formatter;
  /** Style pointed at or pinned, or null. */
  readonly active: number | null;
  readonly pinned: number | null;
  readonly isStill: boolean;
  readonly point: (style: number | null) => void;
  readonly pin: (style: number) => void;
}

const swatchColour = (colour: string) =>
  ref((element) => {
    (element as HTMLElement | undefined)?.style.setProperty('background-color', colour);
  });

function item(legend: LegendModel, style: number, label: string, swatch: TemplateResult, help = ''): TemplateResult {
  if (legend.isStill) return html`<li class="entry">${swatch}<span>${label}</span></li>`;
  return html`<li>
    <button
      type="button"
      class="entry"
      title=${help || legend.texts.highlight(label)}
      aria-pressed=${legend.pinned === style ? 'true' : 'false'}
      @click=${() => legend.pin(style)}
      @pointerenter=${() => legend.point(style)}
      @pointerleave=${() => legend.point(null)}
      @focus=${() => legend.point(style)}
      @blur=${() => legend.point(null)}
    >
      ${swatch}<span>${label}</span>
    </button>
  </li>`;
}

/** Classes from high to low, then the kinds of missing in use. No counts: a class of one would give a figure away. */
export function legendTemplate(legend: LegendModel): TemplateResult {
  const { model, colours, patternColours, texts, unit } = legend;
  const hasFigures = model.classCount > 0;
  const classes = Array.from({ length: model.classCount }, (_, i) => model.classCount - 1 - i);
  return html`<div class="legend" part="legend" role="group" aria-label=${texts.legend}>
    <p class="legend-title">${unit.label || texts.legend}</p>
    <ul>
      ${
        hasFigures
          ? classes.map((style) =>
              item(
                legend,
                style,
                classLabel(legend, style),
                html`<span class="swatch" ${swatchColour(colours[style])}></span>`,
              ),
            )
          : nothing
      }
      ${model.missing.map((kind) =>
        item(
          legend,
          MISSING_STYLE[kind],
          texts.missing[kind],
          html`<canvas class="swatch" width="48" height="32" ${missingSwatch(kind, patternColours)}></canvas>`,
          texts.missingHelp[kind],
        ),
      )}
    </ul>
  </div>`;
}

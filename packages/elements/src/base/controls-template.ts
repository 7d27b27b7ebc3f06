import { html, nothing, type TemplateResult } from 'lit';
import type { Dimension } from '@zicht-op/core/model/dataset.js';
import { chronological } from '@zicht-op/core/model/period.js';
import { LEVELS, levelOf } from '@zicht-op/core/model/region.js';
import type { Picture } from '@zicht-op/core/picture/picture.js';
import type { Formatter } from '@zicht-op/core/view/format.js';
import { ancestorsOf } from '@zicht-op/core/view/hierarchy.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';

/** What the selectors need to know and to tell. */
export interface ControlsModel {
  readonly picture: Picture;
  readonly texts: CommonTexts;
  readonly formatter: Formatter;
  readonly nameOf: (code: string) => string;
  readonly changeView: (change: { indicator?: string; period?: string; level?: string; within?: string }) => void;
  readonly changeBreakdown: (dimension: string, category: string) => void;
}

const valueOf = (event: Event): string => (event.target as HTMLSelectElement).value;

const option = (value: string, label: string, selected: boolean) =>
  html`<option value=${value} ?selected=${selected}>${label}</option>`;

/** One of the metrics; nothing where there is only one. */
export function indicatorSelect({ picture, texts, changeView }: ControlsModel): TemplateResult | typeof nothing {
  const { indicators } = picture.dataset;
  if (indicators.length < 2) return nothing;
  const { id } = picture.selection.indicator;
  return html`<label class="field" part="indicator-select">
    <span>${texts.indicator}</span>
    <select .value=${id} @change=${(event: Event) => changeView({ indicator: valueOf(event) })}>
      ${indicators.map((indicator) => option(indicator.id, indicator.label, indicator.id === id))}
    </select>
  </label>`;
}

/** One of the periods, newest first; nothing where there is only one. */
export function periodSelect({
  picture,
  texts,
  formatter,
  changeView,
}: ControlsModel): TemplateResult | typeof nothing {
  const { periods } = picture.dataset;
  if (periods.length < 2) return nothing;
  const chosen = picture.selection.period;
  const newestFirst = chronological(periods).reverse();
  return html`<label class="field" part="period-select">
    <span>${texts.period}</span>
    <select .value=${chosen} @change=${(event: Event) => changeView({ period: valueOf(event) })}>
      ${newestFirst.map((at) => option(periods[at].id, formatter.period(periods[at]), periods[at].id === chosen))}
    </select>
  </label>`;
}

function breakdownSelect(
  { picture, changeBreakdown }: ControlsModel,
  dimension: Dimension,
): TemplateResult | typeof nothing {
  if (dimension.codes.length < 2) return nothing;
  const chosen = picture.selection.filter[dimension.id];
  return html`<label class="field" part="breakdown-select">
    <span>${dimension.label}</span>
    <select .value=${chosen} @change=${(event: Event) => changeBreakdown(dimension.id, valueOf(event))}>
      ${dimension.codes.map((code, i) => option(code, dimension.labels[i], code === chosen))}
    </select>
  </label>`;
}

/** One selector per breakdown dimension. */
export const breakdownSelects = (model: ControlsModel) =>
  model.picture.dataset.breakdowns.map((dimension) => breakdownSelect(model, dimension));

const rank = (level: string): number => (LEVELS as readonly string[]).indexOf(level);

/** An area that isn't wider than the level asked for can't hold it: the limit is lifted then. */
function levelChange(picture: Picture, level: string): { level: string; within?: string } {
  const keeps = picture.within === '' || rank(levelOf(picture.within)) < rank(level);
  return keeps ? { level } : { level, within: '' };
}

/** The levels the visitor can switch to, widest first; nothing where there is only one. */
export function levelSwitch({ picture, texts, changeView }: ControlsModel): TemplateResult | typeof nothing {
  if (picture.levels.length < 2) return nothing;
  return html`<fieldset class="field" part="level-switch">
    <legend>${texts.levelLabel}</legend>
    <div class="segments">
      ${picture.levels.map(
        (level) =>
          html`<button
            type="button"
            aria-pressed=${level === picture.selection.level ? 'true' : 'false'}
            @click=${() => changeView(levelChange(picture, level))}
          >
            ${texts.level(level)}
          </button>`,
      )}
    </div>
  </fieldset>`;
}

/** Where one is: the areas around `within`, each a step back. Nothing without a limit. */
export function withinTrail({ picture, texts, nameOf, changeView }: ControlsModel): TemplateResult | typeof nothing {
  if (!picture.within) return nothing;
  const around = ancestorsOf(picture.within, picture.parentOf)
    .filter((code) => !code.startsWith('NL'))
    .reverse();
  const back = { within: '', ...(picture.levels.length > 1 && { level: picture.levels[0] }) };
  return html`<div role="group" aria-label=${texts.within}>
    <ol class="trail" part="trail">
      <li><button type="button" class="quiet" @click=${() => changeView(back)}>${texts.wholeCountry}</button></li>
      ${around.map(
        (code) =>
          html`<li>
            <button type="button" class="quiet" @click=${() => changeView({ within: code })}>${nameOf(code)}</button>
          </li>`,
      )}
      <li aria-current="location">${nameOf(picture.within)}</li>
    </ol>
  </div>`;
}

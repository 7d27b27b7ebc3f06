import { html, nothing, type TemplateResult } from 'lit';
import type { Guidance, Indicator } from '@zicht-op/core/model/dataset.js';
import type { Picture } from '@zicht-op/core/picture/picture.js';
import type { Formatter } from '@zicht-op/core/view/format.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';
import type { FileFormat } from './data-element.js';
import { safeHref } from './safe-href.js';

export interface FooterModel {
  readonly picture: Picture;
  /** The indicators on screen: their cautions and descriptions are told. */
  readonly indicators: readonly Indicator[];
  readonly texts: CommonTexts;
  readonly formatter: Formatter;
  readonly formats: readonly FileFormat[];
  readonly save: (format: FileFormat) => void;
}

const link = (label: string, href: string | null) => {
  const safe = href === null ? null : safeHref(href);
  return safe === null ? label : html`<a href=${safe} rel="noopener noreferrer">${label}</a>`;
};

/** Each source once, whatever indicators name it. */
function sourcesOf({ picture, indicators }: FooterModel) {
  const all = [...indicators.flatMap((indicator) => indicator.sources), ...picture.dataset.sources];
  return [...new Map(all.map((source) => [source.label, source])).values()];
}

/** A publisher writes a sentence, or only what was rounded to ("5"). */
const roundingFact = (rounding: string, texts: CommonTexts): string =>
  /\s/.test(rounding) ? rounding.replace(/\.$/, '') : texts.rounding(rounding);

/** Where the figures come from, of which period, in which division, and how they were treated. */
function sourceLine(model: FooterModel): TemplateResult {
  const { picture, texts, formatter } = model;
  const { dataset, selection } = picture;
  const period = dataset.periods[selection.timeIndex];
  const sources = sourcesOf(model);
  const facts = [
    period && period.id !== '' ? formatter.period(period) : '',
    picture.boundaryYear === null ? '' : texts.boundaryYear(picture.boundaryYear),
    period?.provisional ? texts.provisional : '',
    dataset.rounding ? roundingFact(dataset.rounding, texts) : '',
    dataset.updated ? texts.updated(formatter.date(dataset.updated)) : '',
  ].filter(Boolean);
  const names = sources.map((source, i) => html`${i > 0 ? ', ' : ''}${link(source.label, source.href)}`);
  return html`<p part="source">
    ${sources.length > 0 ? html`${texts.sourceLine('', '')}${names}` : texts.noSource}${facts.map((fact) => `; ${fact}`)}
  </p>`;
}

function textPerIndicator(indicators: readonly Indicator[], pick: (indicator: Indicator) => string) {
  const told = indicators.filter((indicator) => pick(indicator) !== '');
  const same = new Set(told.map(pick)).size === 1;
  if (told.length === 1 || same) return html`<p>${pick(told[0])}</p>`;
  return html`<dl>
    ${told.map(
      (indicator) =>
        html`<dt><strong>${indicator.label}</strong></dt>
          <dd>${pick(indicator)}</dd>`,
    )}
  </dl>`;
}

/** What the figures do not say: always open for one indicator, a list to unfold for several. */
function cautionPart({ indicators, texts }: FooterModel): TemplateResult | typeof nothing {
  const told = indicators.filter((indicator) => indicator.caution !== '');
  if (told.length === 0) return nothing;
  const same = new Set(told.map((indicator) => indicator.caution)).size === 1;
  if (same) return html`<p part="caution"><strong>${texts.caution}</strong> ${told[0].caution}</p>`;
  return html`<details part="caution">
    <summary>${texts.caution}</summary>
    <div class="sheet">${textPerIndicator(indicators, (indicator) => indicator.caution)}</div>
  </details>`;
}

function descriptionPart({ indicators, texts }: FooterModel): TemplateResult | typeof nothing {
  if (!indicators.some((indicator) => indicator.description)) return nothing;
  return html`<details part="description">
    <summary>${texts.description}</summary>
    <div class="sheet">${textPerIndicator(indicators, (indicator) => indicator.description)}</div>
  </details>`;
}

const bullets = (heading: string, items: readonly string[]) =>
  items.length === 0
    ? nothing
    : html`<p><strong>${heading}</strong></p>
        <ul>
          ${items.map((item) => html`<li>${item}</li>`)}
        </ul>`;

const guidanceItem = (guidance: Guidance, texts: CommonTexts) => html`
  ${guidance.label ? html`<p>${link(guidance.label, guidance.href)}</p>` : nothing}
  ${bullets(texts.guidanceDo, guidance.do)} ${bullets(texts.guidanceDont, guidance.dont)}
`;

function guidancePart({ indicators, texts }: FooterModel): TemplateResult | typeof nothing {
  const all = indicators.flatMap((indicator) => indicator.guidance);
  if (all.length === 0) return nothing;
  return html`<details part="guidance">
    <summary>${texts.guidance}</summary>
    <div class="sheet">${all.map((guidance) => guidanceItem(guidance, texts))}</div>
  </details>`;
}

function savePart({ formats, texts, save }: FooterModel): TemplateResult | typeof nothing {
  if (formats.length === 0) return nothing;
  return html`<details part="download">
    <summary>${texts.download}</summary>
    <div class="sheet save">
      ${formats.map((format) => html`<button type="button" @click=${() => save(format)}>${texts.downloadAs[format]}</button>`)}
    </div>
  </details>`;
}

/** Definition, caution, source, guidance and download: they travel with the figure wherever it is embedded. */
export function footerTemplate(model: FooterModel): TemplateResult {
  return html`${cautionPart(model)}
    <div class="source-row">${sourceLine(model)}</div>
    <div class="source-row">${descriptionPart(model)} ${guidancePart(model)} ${savePart(model)}</div>`;
}

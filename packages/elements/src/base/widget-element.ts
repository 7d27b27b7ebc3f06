import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Indicator } from '@zicht-op/core/model/dataset.js';
import type { Picture } from '@zicht-op/core/picture/picture.js';
import { frame } from '../styles/frame.js';
import { tokens } from '../styles/tokens.js';
import {
  breakdownSelects,
  indicatorSelect,
  levelSwitch,
  periodSelect,
  withinTrail,
  type ControlsModel,
} from './controls-template.js';
import { DataElement, type FileFormat } from './data-element.js';
import { footerTemplate } from './footer-template.js';

/** A data widget's looks: one frame for all, with a picture for loading, empty, partial and failed. */
export abstract class WidgetElement extends DataElement {
  static override styles = [tokens, frame];

  /** Level of the title among the page's headings; 2 to 6, default 3. */
  @property({ attribute: 'heading-level', type: Number }) headingLevel = 3;

  /** File formats offered to the visitor. */
  protected readonly formats: readonly FileFormat[] = ['csv', 'json'];

  /** The title's level as it is used: the default where what was set is none. */
  protected get titleLevel(): number {
    return Number.isInteger(this.headingLevel) && this.headingLevel >= 2 && this.headingLevel <= 6
      ? this.headingLevel
      : 3;
  }

  /** The picture itself, drawn only when there is one with regions or shapes. */
  protected abstract renderPicture(picture: Picture): TemplateResult;

  /** Selectors of this element; override to show other ones. */
  protected renderControls(model: ControlsModel): unknown {
    return [indicatorSelect(model), ...breakdownSelects(model), periodSelect(model), levelSwitch(model)];
  }

  /** Indicators on screen, whose caution, description and sources are told. */
  protected shownIndicators(picture: Picture): readonly Indicator[] {
    return [picture.selection.indicator];
  }

  protected titleOf(picture: Picture): string {
    return picture.selection.indicator.label || picture.dataset.label;
  }

  protected subtitleOf(picture: Picture): string {
    const { selection, dataset } = picture;
    const period = dataset.periods[selection.timeIndex];
    const categories = dataset.breakdowns
      .filter((dimension) => dimension.codes.length > 1)
      .map((dimension) => dimension.labels[dimension.index.get(selection.filter[dimension.id]) ?? 0]);
    const place = picture.within
      ? `${this.texts.level(selection.level)}, ${this.nameOf(picture.within)}`
      : this.texts.level(selection.level);
    return [selection.indicator.unit.label, ...categories, period?.id ? this.formatter.period(period) : '', place]
      .filter(Boolean)
      .join(' · ');
  }

  /** The middle of the frame; elements that keep their own stage while there is nothing to show override this. */
  protected renderBody(picture: Picture | null, isEmpty: boolean): TemplateResult {
    return picture && !isEmpty
      ? this.renderPicture(picture)
      : html`<div class="empty picture" part="empty">${this.renderPlaceholder(isEmpty)}</div>`;
  }

  /** What is said where there is no picture. */
  protected renderPlaceholder(isEmpty: boolean): TemplateResult {
    const { texts, status } = this;
    const text = isEmpty
      ? texts.empty
      : status === 'idle'
        ? texts.idle
        : status === 'error'
          ? texts.failed
          : texts.loading;
    return html`<slot name="empty">${text}</slot>`;
  }

  /** What a visitor's own change is answered with, for who doesn't see the picture change. */
  #answer = '';
  #isAnswering = false;
  /** The indicator that the headline was written for: it would be untrue above another one. */
  #headlineIndicator: string | null = null;

  /** Where focus goes when the control that had it is gone. */
  protected get restingPlace(): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>('.title') ?? null;
  }

  /** Title over a picture: the author's headline, or what the picture is about. */
  protected shownTitle(picture: Picture): string {
    const isAuthors = this.#headlineIndicator === null || this.#headlineIndicator === picture.selection.indicator.id;
    return (isAuthors && this.headline) || this.titleOf(picture);
  }

  protected override changeView(change: Parameters<DataElement['changeView']>[0]): void {
    if (change.indicator !== undefined) this.#headlineIndicator ??= this.indicator;
    this.#isAnswering = true;
    const hadFocus = Boolean(this.shadowRoot?.activeElement);
    super.changeView(change);
    if (hadFocus) void this.ready.then(() => this.#keepFocus());
  }

  protected override select(regions: readonly string[], source: string): void {
    const hadFocus = Boolean(this.shadowRoot?.activeElement);
    super.select(regions, source);
    if (hadFocus) void this.updateComplete.then(() => this.#keepFocus());
  }

  #keepFocus(): void {
    const { activeElement, body } = this.ownerDocument;
    const isLost = this.shadowRoot?.activeElement === null && (activeElement === body || activeElement === this);
    if (isLost) this.restingPlace?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.#isAnswering || this.status === 'loading' || !this.picture) return;
    this.#isAnswering = false;
    this.#answer = `${this.shownTitle(this.picture)}: ${this.subtitleOf(this.picture)}`;
  }

  protected override render() {
    const { picture, texts } = this;
    const isEmpty = picture !== null && picture.regions.length === 0 && picture.shapes.length === 0;
    return html`<section class="frame" part="frame" role="group" aria-labelledby="title">
      ${this.status === 'loading' ? html`<div class="progress" part="progress" aria-hidden="true"></div>` : nothing}
      <header part="header" role="none">${this.#renderTitle(picture)}</header>
      ${this.noControls ? nothing : this.#renderControlBar(picture)} ${this.#renderMessages()}
      ${this.renderBody(picture, isEmpty)} ${picture ? this.#renderFooter(picture) : nothing}
      <div class="visually-hidden" role="status">
        ${this.loadProgress.spoken ?? (this.status === 'loading' && !picture ? texts.loading : this.#answer)}
      </div>
    </section>`;
  }

  #renderTitle(picture: Picture | null) {
    const title = picture ? this.shownTitle(picture) : this.headline;
    return html`<div id="title" class="title" part="title" role="heading" tabindex="-1" aria-level=${this.titleLevel}>
        <slot name="title">${title || (this.status === 'loading' ? this.texts.loading : this.texts.untitled)}</slot>
      </div>
      <p class="subtitle" part="subtitle">
        ${picture ? this.subtitleOf(picture) : '\u00a0'} ${this.loadProgress.render()}
      </p>
      <slot name="caption"></slot>`;
  }

  /** Before the data the bar only keeps its place, so that nothing moves when the selectors come. */
  #renderControlBar(picture: Picture | null) {
    if (!picture) return html`<div class="controls waiting"></div>`;
    const model: ControlsModel = {
      picture,
      texts: this.texts,
      formatter: this.formatter,
      nameOf: (code) => this.nameOf(code),
      changeView: (change) => this.changeView(change),
      changeBreakdown: (dimension, category) => this.changeBreakdown(dimension, category),
    };
    return html`${withinTrail(model)}
      <div class="controls" part="controls" role="group" aria-label=${this.texts.settings}>
        ${this.renderControls(model)}
      </div>`;
  }

  #renderMessages() {
    const { texts } = this;
    const errors = this.problems.filter((problem) => problem.severity === 'error');
    if (this.status !== 'error' || errors.length === 0) return this.#renderWarnings();
    return html`<div class="messages message error" part="error" role="alert">
      <p>
        <strong>${texts.failed}</strong> ${errors.map((problem) => this.problemText(problem))}
        ${this.isStale ? texts.stale : nothing}
      </p>
      <button type="button" @click=${() => void this.reload()}>${texts.retry}</button>
    </div>`;
  }

  #renderWarnings() {
    const { texts } = this;
    const warnings = this.problems.filter((problem) => problem.severity === 'warning');
    if (warnings.length === 0) return nothing;
    return html`<details class="messages" part="warnings">
      <summary>${texts.warnings(warnings.length)}</summary>
      <div class="sheet">
        <ul>
          ${warnings.map((problem) => html`<li>${this.problemText(problem)}</li>`)}
        </ul>
      </div>
    </details>`;
  }

  #renderFooter(picture: Picture) {
    // In a low box it scrolls: without anything in it to reach by keyboard it has to be reached itself.
    const isStill = this.noControls;
    return html`<footer
      part="footer"
      role=${isStill ? 'group' : 'none'}
      aria-labelledby=${isStill ? 'title' : nothing}
      tabindex=${isStill ? 0 : nothing}
    >
      ${footerTemplate({
        picture,
        indicators: this.shownIndicators(picture),
        texts: this.texts,
        formatter: this.formatter,
        formats: this.noControls ? [] : this.formats,
        save: (format) => void this.download(format),
      })}
      <slot name="guidance"></slot>
    </footer>`;
  }
}

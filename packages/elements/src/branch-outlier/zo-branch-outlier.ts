import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Dataset, Indicator } from '@zicht-op/core/model/dataset.js';
import type { Problem, Result } from '@zicht-op/core/model/problem.js';
import { levelOf } from '@zicht-op/core/model/region.js';
import { ancestorsOf } from '@zicht-op/core/view/hierarchy.js';
import type { RowTarget } from '@zicht-op/core/view/rows.js';
import type { Selection } from '@zicht-op/core/view/selection.js';
import { breakdownSelects, levelSwitch, periodSelect, type ControlsModel } from '../base/controls-template.js';
import type { FileFormat } from '../base/data-element.js';
import type { Choice, Shapes } from '../base/loader.js';
import type { Picture } from '../base/picture.js';
import { WidgetElement } from '../base/widget-element.js';
import { branchOutlier as en } from '../locales/en/branch-outlier.js';
import { branchOutlier as nl, type BranchOutlierTexts } from '../locales/nl/branch-outlier.js';
import { canBeLog, createAxis, type AxisKind } from './axis.js';
import {
  bandSentence,
  createOutlierView,
  pointTexts,
  regionSentence,
  summarySentences,
  type OutlierView,
  type Wording,
} from './branch-outlier-view.js';
import { deviationListTemplate, type ListSide } from './deviation-list-template.js';
import { farFactor } from './deviation-classes.js';
import { MapPanelController } from './map-panel-controller.js';
import { resolveOutlierMetrics } from './outlier-metrics.js';
import { panelsTemplate, type Panel } from './panels-template.js';
import { MOST_IN_SVG, ScatterController } from './scatter-controller.js';
import { scatterPanelTemplate } from './scatter-panel-template.js';
import { layOutScatter, type Scene } from './scatter-scene.js';
import { branchOutlierStyles } from './zo-branch-outlier.styles.js';

type PanelId = 'scatter' | 'list' | 'map';

/** From this width, in pixels, the panels stand beside each other. */
const WIDE = 880;

/**
 * @summary Realised figures against predicted ones, with the regions that deviate in a scatter, in lists and on a map.
 *
 * A deviation may have an ordinary cause; the element says so, and gives no ranks. What lies within the expected band is
 * left in a neutral colour. Regions that miss one of both figures are counted in words and drawn nowhere in the scatter.
 *
 * @slot title - heading of your own
 * @slot caption - text below the heading
 * @slot guidance - what to do with the figures
 * @slot empty - shown when there are no regions
 * @event zo-select - a visitor selected regions: `{ regions, level, source }`
 * @event zo-hover - a visitor points at a region: `{ region, level }`
 * @event zo-view-change - a visitor changed period, level or breakdown
 * @event zo-load - data were loaded
 * @event zo-error - something went wrong, or is worth knowing
 * @csspart chart - the scatter
 * @csspart deviations-above - the list of what lies above the expected band
 * @csspart deviations-below - the list of what lies below it
 * @csspart map - the map
 * @csspart ordinary-causes - the note on ordinary causes
 * @cssproperty --zo-color-above - points above the expected band
 * @cssproperty --zo-color-below - points below it
 * @cssproperty --zo-color-within - points within it
 * @cssproperty --zo-aspect - width by height of scatter and map; 5 / 4
 * @cssstate loading - data are on their way
 * @cssstate error - the picture asked for can't be drawn
 */
export class ZoBranchOutlier extends WidgetElement {
  static override styles = [...WidgetElement.styles, branchOutlierStyles];

  protected override readonly formats: readonly FileFormat[] = ['csv', 'json', 'svg', 'png'];

  #view: OutlierView | null = null;
  #scene: { readonly key: readonly unknown[]; readonly scene: Scene } | null = null;
  #resize: ResizeObserver | null = null;
  #scatter = new ScatterController(this.#scatterHost());
  #mapPanel = new MapPanelController(this.#mapHost());

  @state() private isWide = false;
  @state() private panel: PanelId = 'scatter';
  @state() private expanded: ReadonlySet<ListSide> = new Set();

  /** Metric id of the realised figures; the profile's, else one of the usual ids. */
  @property() actual = '';
  /** Metric id of the predicted figures; the profile's, else one of the usual ids. */
  @property() predicted = '';
  /** `log`, `linear`, or `auto`: logarithmic where the spread is large and all figures are above zero. */
  @property() axes: AxisKind | 'auto' = 'auto';

  override connectedCallback(): void {
    super.connectedCallback();
    // In the next frame: another layout within the observer's own turn would make it observe itself, which the browser
    // reports to the page as an error.
    this.#resize = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
    this.#resize = null;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#placeTooltip();
  }

  /** The picture of the scatter is made here, so that it shows what is on screen; the rows by the common exporter. */
  override async toBlob(format: FileFormat): Promise<Blob> {
    if (format !== 'svg' && format !== 'png') return super.toBlob(format);
    const { exportScatter } = await import('./scatter-export.js');
    const view = this.#view;
    if (!view) throw new TypeError('there is no picture yet');
    return exportScatter(format, {
      view,
      axes: this.axes,
      selected: this.selectedCodes,
      title: this.headline || this.titleOf(view.picture),
      subtitle: this.subtitleOf(view.picture),
      wording: this.#wording,
      common: this.texts,
    });
  }

  // What the base class asks

  protected override isInput(name: PropertyKey): boolean {
    return name === 'actual' || name === 'predicted' || super.isInput(name);
  }

  /** The comparison names its own metrics: an indicator that the group shares has no say here. */
  protected override indicatorChoice(): Choice {
    return { value: '', strict: false };
  }

  protected override defaultIndicator(dataset: Dataset): string {
    const metrics = resolveOutlierMetrics(dataset, this);
    return metrics.ok ? dataset.metric.codes[metrics.value.actual] : '';
  }

  protected override checkPicture({ dataset, url }: Picture): Problem | null {
    const metrics = resolveOutlierMetrics(dataset, this);
    return metrics.ok ? null : { ...metrics.problems[0], url };
  }

  protected override pictureChanged(picture: Picture): void {
    const metrics = resolveOutlierMetrics(picture.dataset, this);
    this.#view = metrics.ok ? createOutlierView(picture, metrics.value) : null;
    this.expanded = new Set();
    this.#scatter.reset();
    this.#measure();
  }

  protected override rowTargets(): readonly RowTarget[] {
    if (!this.#view) return [];
    const { above, below, within, unrated, missingRegions } = this.#view.model;
    const listed = [...above, ...below, ...within, ...unrated].map((point) => point.region);
    return [...listed, ...missingRegions].map((region) => ({ region }));
  }

  protected override rowSelections({ dataset, selection }: Picture): readonly Selection[] {
    if (!this.#view) return [];
    const { actual, predicted } = this.#view.model.metrics;
    return [actual, predicted].map((metricIndex) => ({
      ...selection,
      metricIndex,
      indicator: dataset.indicators[metricIndex],
    }));
  }

  /** Figures have no class here: their distance has. */
  protected override classificationFor(): null {
    return null;
  }

  protected override shownIndicators(): readonly Indicator[] {
    return this.#view ? [this.#view.actual, this.#view.predicted] : [];
  }

  protected override titleOf(picture: Picture): string {
    const view = this.#view;
    return picture.dataset.label || (view ? this.#texts.title(view.actual.label, view.predicted.label) : '');
  }

  protected override renderControls(model: ControlsModel): unknown {
    return [...breakdownSelects(model), periodSelect(model), levelSwitch(model), this.#renderAxesSwitch()];
  }

  // Helpers

  #measure(): void {
    if (this.clientWidth > 0) this.isWide = this.clientWidth >= WIDE;
  }

  get #texts(): BranchOutlierTexts {
    return this.language === 'en' ? en : nl;
  }

  get #wording(): Wording {
    return { texts: this.#texts, formatter: this.formatter, nameOf: (code) => this.#fullName(code) };
  }

  /** Districts and neighbourhoods share their names all over the country: the municipality goes with them. */
  #fullName(code: string): string {
    const { picture } = this;
    const around = picture
      ? ancestorsOf(code, picture.parentOf).find((area) => levelOf(area) === 'gemeente')
      : undefined;
    const name = this.nameOf(code);
    return around === undefined || around === picture?.within ? name : `${name} (${this.nameOf(around)})`;
  }

  /** The layout on screen, made anew only when something in it changed: pointing at a region doesn't. */
  #layOut(view: OutlierView): Scene {
    const { width, height } = this.#scatter.size;
    const key = [view, width, height, this.axes, this.language];
    if (this.#scene && key.every((part, i) => part === this.#scene?.key[i])) return this.#scene.scene;
    const { formatter } = this;
    const texts = this.#texts;
    const scene = layOutScatter({
      width,
      height,
      axis: createAxis(view.figures, this.axes, width < 480 ? 4 : 6),
      points: view.model.points,
      band: view.model.band,
      texts: {
        tick: (value) => formatter.number(value, { ...view.actual.unit, decimals: null }),
        actual: view.actual.label,
        predicted: view.predicted.label,
        equality: texts.equality,
      },
    });
    this.#scene = { key, scene };
    return scene;
  }

  /** What the controllers see of the element: its members, none of which is public. */
  #scatterHost() {
    const element = this;
    return {
      addController: this.addController.bind(this),
      removeController: this.removeController.bind(this),
      requestUpdate: () => this.requestUpdate(),
      get updateComplete() {
        return element.updateComplete;
      },
      get renderRoot() {
        return element.renderRoot;
      },
      get scene() {
        return element.#scene?.scene ?? null;
      },
      get selectedPoints() {
        return element.selectedCodes;
      },
      pointAt: (code: string | null) => this.hover(code),
      choose: (code: string, source: 'chart' | 'keyboard', add: boolean) => this.toggleSelected(code, source, add),
    };
  }

  #mapHost() {
    const element = this;
    return {
      addController: this.addController.bind(this),
      removeController: this.removeController.bind(this),
      requestUpdate: () => this.requestUpdate(),
      get updateComplete() {
        return element.updateComplete;
      },
      get shadowRoot() {
        return element.shadowRoot;
      },
      get view() {
        return element.#view;
      },
      get hoveredPoint() {
        return element.hoveredCode;
      },
      get selectedPoints() {
        return element.selectedCodes;
      },
      fetchShapes: (picture: Picture, signal: AbortSignal): Promise<Result<Shapes>> => this.loadShapes(picture, signal),
      pointAt: (code: string | null) => this.hover(code),
      chooseOnMap: (code: string, add: boolean) => this.toggleSelected(code, 'map', add),
    };
  }

  /** Beside the point, on the side where there is room. Set through CSSOM: a style attribute is refused by a strict policy. */
  #placeTooltip(): void {
    const tooltip = this.renderRoot.querySelector<HTMLElement>('.tooltip');
    const scene = this.#scene?.scene;
    const at = this.#view?.indexOf.get(this.hoveredCode ?? '');
    if (!tooltip || !scene || at === undefined) return;
    const [x, y] = [scene.x[at], scene.y[at]];
    if (Number.isNaN(x + y)) return;
    const { offsetWidth: width, offsetHeight: height } = tooltip;
    const left = x + 18 + width <= scene.width ? x + 18 : Math.max(0, x - 18 - width);
    const top = Math.min(Math.max(0, y - height - 14), Math.max(0, scene.height - height));
    tooltip.style.setProperty('transform', `translate(${Math.round(left)}px, ${Math.round(top)}px)`);
  }

  #hasMap(view: OutlierView): boolean {
    const { dataset, selection } = view.picture;
    const named = Object.hasOwn(dataset.boundaries, selection.level) ? dataset.boundaries[selection.level].href : null;
    return this.boundaries !== '' || this.hasBoundariesData || named !== null;
  }

  #toggleList(side: ListSide): void {
    const next = new Set(this.expanded);
    if (!next.delete(side)) next.add(side);
    this.expanded = next;
  }

  // Parts of the picture

  #renderAxesSwitch() {
    const view = this.#view;
    if (!view || view.model.points.length === 0) return nothing;
    const texts = this.#texts;
    const isPossible = canBeLog(view.figures);
    const { kind } = createAxis(view.figures, this.axes);
    return html`<fieldset class="field" part="axes-switch">
      <legend>${texts.axes}</legend>
      <div class="segments">
        ${(['linear', 'log'] as const).map(
          (axes) =>
            html`<button
              type="button"
              aria-pressed=${axes === kind ? 'true' : 'false'}
              ?disabled=${axes === 'log' && !isPossible}
              title=${axes === 'log' && !isPossible ? texts.axesUnavailable : nothing}
              @click=${() => (this.axes = axes)}
            >
              ${texts.axesKind[axes]}
            </button>`,
        )}
      </div>
    </fieldset>`;
  }

  #renderScatter(view: OutlierView): TemplateResult {
    const { hoveredCode, selectedCodes } = this;
    const scene = this.#layOut(view);
    const wording = this.#wording;
    const at = view.indexOf.get(hoveredCode ?? '');
    const point = at === undefined ? null : view.model.points[at];
    const spokenAt = view.indexOf.get(this.#scatter.spoken);
    return scatterPanelTemplate({
      scene,
      model: view.model,
      controller: this.#scatter,
      highlight: { hovered: hoveredCode, selected: selectedCodes, indexOf: view.indexOf, nameOf: wording.nameOf },
      isCanvas: view.model.points.length > MOST_IN_SVG,
      label: this.#texts.chart(view.actual.label, view.predicted.label),
      tooltip: point && { texts: pointTexts(view, point, wording), side: point.side, caution: view.actual.caution },
      spoken: spokenAt === undefined ? '' : this.#spokenText(view, spokenAt),
      bandText: bandSentence(view, wording),
      texts: this.#texts,
    });
  }

  #spokenText(view: OutlierView, at: number): string {
    const { formatter } = this;
    const texts = this.#texts;
    const point = view.model.points[at];
    const sentence = regionSentence(view, point.code, this.#wording);
    const chosen = this.selectedCodes.includes(point.code) ? `${texts.selected}.` : '';
    return [sentence, chosen, texts.place(formatter.count(at + 1), formatter.count(view.model.points.length))]
      .filter(Boolean)
      .join(' ');
  }

  #renderLists(view: OutlierView): TemplateResult {
    const wording = this.#wording;
    return deviationListTemplate({
      view,
      texts: this.#texts,
      headingLevel: this.headingLevel + 1,
      count: (n) => this.formatter.count(n),
      textsOf: (point) => pointTexts(view, point, wording),
      hovered: this.hoveredCode,
      selected: this.selectedCodes,
      isExpanded: (side) => this.expanded.has(side),
      toggle: (side) => this.#toggleList(side),
      pointAt: (code) => this.hover(code),
      choose: (code, add) => this.toggleSelected(code, 'list', add),
    });
  }

  #renderMap(view: OutlierView): TemplateResult {
    const { problem, map, colours } = this.#mapPanel;
    const texts = this.#texts;
    const pointed = map && this.hoveredCode !== null ? regionSentence(view, this.hoveredCode, this.#wording) : '';
    const text = problem ? `${texts.mapUnavailable} ${this.texts.problem(problem)}` : this.texts.loading;
    return html`<div class="map-box" part="map">
        <div
          class="map"
          role="img"
          aria-label=${texts.map(view.actual.label, view.predicted.label)}
          aria-describedby="summary"
        ></div>
        ${map ? this.#renderMapButtons() : html`<p class="veil">${text}</p>`}
        ${pointed ? html`<p class="map-caption" aria-hidden="true">${pointed}</p>` : nothing}
      </div>
      ${
        map
          ? map.module.mapLegendTemplate({
              factor: farFactor(view.model.band),
              hasUnrated: view.model.unrated.length > 0,
              missing: map.map.missingKinds(view, map.shapes.boundaries),
              patternColours: { background: colours?.missing ?? 'white', ink: colours?.pattern ?? 'gray' },
              texts,
              common: this.texts,
              formatter: this.formatter,
            })
          : nothing
      }`;
  }

  #renderMapButtons(): TemplateResult {
    const texts = this.#texts;
    const button = (label: string, sign: string, act: () => void) =>
      html`<button type="button" aria-label=${label} title=${label} @click=${act}>${sign}</button>`;
    const { map } = this.#mapPanel;
    return html`<div class="map-buttons">
      ${button(texts.zoomIn, '+', () => map?.map.zoomBy(1))} ${button(texts.zoomOut, '−', () => map?.map.zoomBy(-1))}
      ${button(texts.fit, '⤢', () => map?.map.fit())}
    </div>`;
  }

  #renderSelection(view: OutlierView): TemplateResult {
    const sentences = this.selectedCodes.map((code) => regionSentence(view, code, this.#wording)).filter(Boolean);
    const texts = this.#texts;
    return html`<div class="selection" part="selection">
      ${
        sentences.length === 0
          ? html`<p class="hint">${texts.selectHint}</p>`
          : html`<ul role="list" aria-label=${texts.selected}>
                ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
              </ul>
              <button type="button" class="quiet" @click=${() => this.select([], 'list')}>${texts.clear}</button>`
      }
    </div>`;
  }

  protected override renderPicture(): TemplateResult {
    const view = this.#view;
    if (!view) return html``;
    const texts = this.#texts;
    const panels: Panel<PanelId>[] = [
      { id: 'scatter', label: texts.panels.scatter, content: this.#renderScatter(view) },
      { id: 'list', label: texts.panels.list, content: this.#renderLists(view) },
    ];
    // Beside each other the two pictures come first; the order in the document is the order on screen.
    if (this.#hasMap(view))
      panels.splice(this.isWide ? 1 : 2, 0, { id: 'map', label: texts.panels.map, content: this.#renderMap(view) });
    const chosen = panels.some(({ id }) => id === this.panel) ? this.panel : 'scatter';
    return html`<div class="picture" part="picture">
      <p id="summary" class="summary" part="summary">${summarySentences(view, this.#wording).join(' ')}</p>
      ${panelsTemplate({ label: texts.panelsLabel, panels, chosen, isWide: this.isWide, choose: (id) => (this.panel = id) })}
      ${this.#renderSelection(view)}
      <p class="causes" part="ordinary-causes">${texts.ordinaryCauses}</p>
    </div>`;
  }
}

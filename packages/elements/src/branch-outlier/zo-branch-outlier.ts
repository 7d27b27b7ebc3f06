import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Dataset, Indicator } from '@zicht-op/core/model/dataset.js';
import type { Problem, Result } from '@zicht-op/core/model/problem.js';
import type { Choice } from '@zicht-op/core/picture/inputs.js';
import type { Shapes } from '@zicht-op/core/picture/load-shapes.js';
import type { Picture } from '@zicht-op/core/picture/picture.js';
import { shapeReader } from '@zicht-op/core/picture/shape-reader.js';
import type { RowTarget } from '@zicht-op/core/view/rows.js';
import type { Selection } from '@zicht-op/core/view/selection.js';
import { Localised } from '@zicht-op/locales/locale.js';
import { branchOutlier as nl, type BranchOutlierTexts } from '@zicht-op/locales/nl/branch-outlier.js';
import { breakdownSelects, levelSwitch, periodSelect, type ControlsModel } from '../base/controls-template.js';
import type { FileFormat } from '../base/data-element.js';
import { RegionSearch } from '../base/region-search.js';
import { WidgetElement } from '../base/widget-element.js';
import { searchStyles } from '../styles/search.js';
import type { AxisKind } from './axis.js';
import {
  areaAround,
  bandSentence,
  createOutlierView,
  pointTexts,
  regionSentence,
  spokenText,
  summarySentences,
  type OutlierView,
  type Wording,
} from './branch-outlier-view.js';
import { deviationListTemplate, type ListSide } from './deviation-list-template.js';
import { MapPanelController } from './map-panel-controller.js';
import { mapPanelTemplate } from './map-panel-template.js';
import { axesSwitch, selectionTemplate } from './outlier-controls-template.js';
import { resolveOutlierMetrics } from './outlier-metrics.js';
import { panelsTemplate, type Panel } from './panels-template.js';
import { MOST_IN_SVG, ScatterController } from './scatter-controller.js';
import { scatterPanelTemplate } from './scatter-panel-template.js';
import { sceneOfView } from './scatter-scene.js';
import { branchOutlierStyles } from './zo-branch-outlier.styles.js';

const TEXTS = new Localised<BranchOutlierTexts>(nl, {
  en: async () => (await import('@zicht-op/locales/en/branch-outlier.js')).branchOutlier,
});

type PanelId = 'scatter' | 'list' | 'map';

/** Where a visitor chose a region, as `zo-select` tells it. */
type ChoiceSource = 'chart' | 'keyboard' | 'list' | 'map';

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
  static override styles = [...WidgetElement.styles, searchStyles, ...branchOutlierStyles];

  protected override readonly formats: readonly FileFormat[] = ['csv', 'json', 'svg', 'png'];
  protected override readonly shapeReader = shapeReader;
  protected override readonly ownTexts = TEXTS;

  #view: OutlierView | null = null;
  #resize: ResizeObserver | null = null;
  #mapWarnings: { readonly picture: Picture; readonly problems: readonly Problem[] } | null = null;
  #search = new RegionSearch(this, {
    targets: () => this.#view?.searchTargets((code) => this.nameOf(code)) ?? [],
    choose: (code) => this.#find(code),
  });
  #scatter = new ScatterController(this, {
    hovered: () => this.hoveredCode,
    selected: () => this.selectedCodes,
    pointAt: (code) => this.hover(code),
    choose: (code, source, add) => this.#choose(code, source, add),
  });
  #map = new MapPanelController(this, {
    view: () => this.#view,
    hovered: () => this.hoveredCode,
    selected: () => this.selectedCodes,
    fetchShapes: (picture, signal) => this.#fetchShapes(picture, signal),
    pointAt: (code) => this.hover(code),
    choose: (code, add) => this.#choose(code, 'map', add),
  });

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

  /** As for every widget; `svg` and `png` are the scatter, with title, source and cautions in it. */
  override async toBlob(format: FileFormat): Promise<Blob> {
    if (format !== 'svg' && format !== 'png') return super.toBlob(format);
    const { exportScatter } = await import('./scatter-export.js');
    const view = this.#view;
    if (!view) throw new TypeError('there is no picture yet');
    return exportScatter(format, {
      view,
      axes: this.axes,
      selected: this.selectedCodes,
      title: this.shownTitle(view.picture),
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
    this.#keepMapWarnings(picture);
  }

  protected override pictureCleared(): void {
    this.#view = null;
    this.#scatter.reset();
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
    return [
      ...breakdownSelects(model),
      periodSelect(model),
      levelSwitch(model),
      this.#view ? axesSwitch(this.#view, this.axes, this.#texts, (axes) => (this.axes = axes)) : nothing,
      this.#search.render(this.texts),
    ];
  }

  // Helpers

  get #texts(): BranchOutlierTexts {
    return TEXTS.in(this.language);
  }

  get #wording(): Wording {
    return { texts: this.#texts, formatter: this.formatter, nameOf: (code) => this.#fullName(code) };
  }

  /** Districts and neighbourhoods share their names all over the country: the municipality goes with them. */
  #fullName(code: string): string {
    const around = this.picture ? areaAround(this.picture, code, (area) => this.nameOf(area)) : '';
    return around === '' ? this.nameOf(code) : `${this.nameOf(code)} (${around})`;
  }

  #measure(): void {
    if (this.clientWidth > 0) this.isWide = this.clientWidth >= WIDE;
  }

  #choose(code: string, source: ChoiceSource, add: boolean): void {
    this.toggleSelected(code, source, add);
    if (source !== 'map') this.#map.ready?.map.reveal(code);
  }

  #find(code: string): void {
    this.select([code], 'search');
    this.#map.ready?.map.reveal(code);
  }

  #toggleList(side: ListSide): void {
    const next = new Set(this.expanded);
    if (!next.delete(side)) next.add(side);
    this.expanded = next;
  }

  /** True where somebody gave an address for shapes of this level, or the shapes themselves. */
  #hasMap({ picture }: OutlierView): boolean {
    const { boundaries } = picture.dataset;
    const { level } = picture.selection;
    const isNamed = Object.hasOwn(boundaries, level) && boundaries[level].href !== null;
    return this.boundaries !== '' || this.hasBoundariesData || isNamed;
  }

  /** Shapes that can't be had, or don't fit, are a warning: the scatter and the lists need none. */
  async #fetchShapes(picture: Picture, signal: AbortSignal): Promise<Result<Shapes>> {
    const shapes = await this.loadShapes(picture, signal);
    if (signal.aborted) return shapes;
    const problems = shapes.problems.map((problem) => ({ ...problem, severity: 'warning' as const }));
    this.#mapWarnings = { picture, problems };
    await this.addWarnings(problems);
    return shapes;
  }

  /** Another branch or period has the same shapes, and what was said of them still holds. */
  #keepMapWarnings({ dataset, selection }: Picture): void {
    const known = this.#mapWarnings;
    const isSame = known?.picture.dataset === dataset && known.picture.selection.level === selection.level;
    if (known && isSame) void this.addWarnings(known.problems);
    else this.#mapWarnings = null;
  }

  #renderScatter(view: OutlierView): TemplateResult {
    const { hoveredCode, selectedCodes, formatter } = this;
    const texts = this.#texts;
    const wording = this.#wording;
    const point = view.pointOf(hoveredCode);
    return scatterPanelTemplate({
      scene: this.#scatter.layOut([view, this.axes, this.language], (size) =>
        sceneOfView(view, { ...size, axes: this.axes, texts, formatter }),
      ),
      model: view.model,
      controller: this.#scatter,
      highlight: { hovered: hoveredCode, selected: selectedCodes, indexOf: view.indexOf, nameOf: wording.nameOf },
      isCanvas: view.model.points.length > MOST_IN_SVG,
      label: texts.chart(view.actual.label, view.predicted.label),
      tooltip: point && { texts: pointTexts(view, point, wording), side: point.side, caution: view.actual.caution },
      spoken: spokenText(view, this.#scatter.spoken, selectedCodes, wording),
      bandText: bandSentence(view, wording),
      texts,
    });
  }

  #renderLists(view: OutlierView): TemplateResult {
    const wording = this.#wording;
    return deviationListTemplate({
      view,
      texts: this.#texts,
      headingLevel: Math.min(6, this.titleLevel + 1),
      count: (n) => this.formatter.count(n),
      textsOf: (point) => pointTexts(view, point, wording),
      hovered: this.hoveredCode,
      selected: this.selectedCodes,
      isExpanded: (side) => this.expanded.has(side),
      toggle: (side) => this.#toggleList(side),
      pointAt: (code) => this.hover(code),
      choose: (code, add) => this.#choose(code, 'list', add),
    });
  }

  #renderMap(view: OutlierView): TemplateResult {
    return mapPanelTemplate({
      view,
      controller: this.#map,
      pointed: this.hoveredCode === null ? '' : regionSentence(view, this.hoveredCode, this.#wording),
      texts: this.#texts,
      common: this.texts,
      problemText: (problem) => this.problemText(problem),
      formatter: this.formatter,
    });
  }

  /** Beside each other the two pictures come first; the order in the document is the order on screen. */
  #panels(view: OutlierView): Panel<PanelId>[] {
    const { panels } = this.#texts;
    const scatter = { id: 'scatter', label: panels.scatter, content: this.#renderScatter(view) } as const;
    const list = { id: 'list', label: panels.list, content: this.#renderLists(view) } as const;
    if (!this.#hasMap(view)) return [scatter, list];
    const map = { id: 'map', label: panels.map, content: this.#renderMap(view) } as const;
    return this.isWide ? [scatter, map, list] : [scatter, list, map];
  }

  protected override renderPicture(): TemplateResult {
    const view = this.#view;
    if (!view) return html``;
    const texts = this.#texts;
    const wording = this.#wording;
    const panels = this.#panels(view);
    const [judged, ...others] = summarySentences(view, wording);
    return html`<div class="picture" part="picture">
      <div id="summary" class="summary" part="summary">
        <p>${judged}</p>
        <p class="hint">${others.join(' ')}</p>
      </div>
      ${panelsTemplate({
        label: texts.panelsLabel,
        panels,
        chosen: panels.some(({ id }) => id === this.panel) ? this.panel : 'scatter',
        isWide: this.isWide,
        choose: (id) => (this.panel = id),
      })}
      ${selectionTemplate(
        this.selectedCodes.map((code) => regionSentence(view, code, wording)).filter(Boolean),
        texts,
        () => this.select([], 'list'),
      )}
      <p class="causes" part="ordinary-causes">${texts.ordinaryCauses}</p>
    </div>`;
  }
}

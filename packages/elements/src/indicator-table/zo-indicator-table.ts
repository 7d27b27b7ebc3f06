import { html, nothing, type LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { NO_UNIT, type Indicator } from '@zicht-op/core/model/dataset.js';
import type { Problem } from '@zicht-op/core/model/problem.js';
import type { Choice } from '@zicht-op/core/picture/inputs.js';
import type { Picture } from '@zicht-op/core/picture/picture.js';
import { classify, type Classification } from '@zicht-op/core/view/classify.js';
import { ancestorsOf } from '@zicht-op/core/view/hierarchy.js';
import { rowsOf, type Row } from '@zicht-op/core/view/rows.js';
import { regionsOfLevel, type Selection } from '@zicht-op/core/view/selection.js';
import { sliceOf } from '@zicht-op/core/view/slice.js';
import { Localised, type Language } from '@zicht-op/locales/locale.js';
import { indicatorTable as nl, type IndicatorTableTexts } from '@zicht-op/locales/nl/indicator-table.js';
import { breakdownSelects, levelSwitch, periodSelect, type ControlsModel } from '../base/controls-template.js';
import type { FileFormat } from '../base/data-element.js';
import { WidgetElement } from '../base/widget-element.js';
import type { CellContext } from './cell-template.js';
import { chooseIndicators } from './figure-columns.js';
import { regionTemplate } from './region-template.js';
import { regionsTemplate } from './regions-template.js';
import type { RowsModel } from './row-template.js';
import { SpokenStatus } from './spoken-status.js';
import { TableBody } from './table-body.js';
import { columnMenu, searchField, selectedCheck, type TableControlsModel } from './table-controls-template.js';
import { loadSorter, TableModel } from './table-model.js';
import { NO_CHOICE, orderAfter, viewOf, type TableChoice, type TableView } from './table-view.js';
import { styles } from './zo-indicator-table.styles.js';

const TEXTS = new Localised<IndicatorTableTexts>(nl, {
  en: async () => (await import('@zicht-op/locales/en/indicator-table.js')).indicatorTable,
});

/**
 * @summary Published figures as a table: regions by indicators, or one region's indicators beside its reference.
 *
 * The twin of `zo-choropleth`: the same rows, masks and words. Only the rows in view are drawn.
 *
 * @slot title - title instead of the data's own
 * @slot caption - text under the title
 * @slot guidance - what to do with the figures
 * @slot empty - shown where there is nothing to show
 * @event zo-select - a visitor selected rows
 * @event zo-hover - a visitor points at a row
 * @event zo-view-change - a visitor changed what is shown
 * @event zo-load - the data were read
 * @event zo-error - something is wrong with the data or their address
 * @csspart table - the table
 * @csspart scroller - the part that scrolls
 * @csspart count - how many rows are shown
 * @csspart search - the search field
 * @csspart column-menu - the choice of columns
 * @csspart legend - what the marks and words in cells mean
 * @cssproperty --zo-row-height - height of a row; 2.5rem
 * @cssproperty --zo-name-width - width of the column of names; 15rem, at most 45% of the element
 * @cssproperty --zo-column-width - least width of a column of figures; 8.75rem
 * @cssstate loading - data are being read
 * @cssstate error - what was asked can't be shown
 */
export class ZoIndicatorTable extends WidgetElement {
  static override styles = [...[WidgetElement.styles].flat(), styles];

  protected override readonly ownTexts = TEXTS;

  #asked: Choice = { value: '', strict: false };
  #metrics: readonly number[] = [];
  #table: { readonly picture: Picture; readonly language: Language; readonly model: TableModel } | null = null;
  #view: { readonly key: readonly unknown[]; readonly view: TableView } | null = null;
  #classes = new WeakMap<Picture, Map<number, Classification>>();
  /** Selection that is in view already. */
  #revealed = '';
  #queryNext: string | null = null;
  readonly #status = new SpokenStatus(this);
  readonly #body: TableBody = new TableBody(this as LitElement, {
    model: () => this.#bodyModel(),
    hovered: () => this.hoveredCode,
    toggle: (region, add) => this.#toggle(region, add),
    hover: (region) => this.hover(region),
  });

  @state() private choice: TableChoice = NO_CHOICE;

  /** `regions`: a row per region, a column per indicator; `region`: a row per indicator of one region. Default `regions`. */
  @property() layout: 'regions' | 'region' = 'regions';

  /** All rows that pass, region by region, in the order shown. */
  override toRows(): Row[] {
    const { picture } = this;
    if (!picture) return [];
    const { figures, shown } = this.#viewOf(picture);
    const regions = this.layout === 'region' ? this.#regionOf(picture) : shown;
    const targets = regions.map((region) => ({ region }));
    const perIndicator = figures.map(({ selection }) =>
      rowsOf(picture.dataset, selection, targets, this.formatter, this.classificationFor(picture, selection)),
    );
    return targets.flatMap((_, at) => perIndicator.map((rows) => rows[at]));
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#revealSelection();
    // Behind the picture, so that the first click on a heading finds it; where it can't be had, that click asks again.
    if (this.picture) loadSorter().catch(() => undefined);
  }

  protected override indicatorChoice(choice: Choice): Choice {
    this.#asked = choice;
    // A list is no indicator: which of them exist is told once the dataset is there.
    return /\s/.test(choice.value) ? { value: choice.value, strict: false } : choice;
  }

  protected override checkPicture(picture: Picture): Problem | null {
    const { value, strict } = this.#asked;
    const chosen = chooseIndicators(picture.dataset, value);
    if (!chosen.ok && strict) return { ...chosen.problems[0], url: picture.url };
    this.#metrics = chosen.ok ? chosen.value : picture.dataset.indicators.map((_, metric) => metric);
    // Words looked for among one level's names say nothing of another's.
    if (this.choice.query && this.picture?.selection.level !== picture.selection.level) this.#choose({ query: '' });
    return null;
  }

  protected override hoverChanged(): void {
    this.#body.showHover();
  }

  protected override classificationFor(picture: Picture, selection: Selection): Classification {
    const known = this.#classes.get(picture) ?? new Map([[picture.selection.metricIndex, picture.classification]]);
    this.#classes.set(picture, known);
    const made = known.get(selection.metricIndex) ?? this.#classify(picture, selection);
    known.set(selection.metricIndex, made);
    return made;
  }

  protected override shownIndicators(picture: Picture): readonly Indicator[] {
    return this.#viewOf(picture).figures.map((figure) => figure.indicator);
  }

  protected override titleOf(picture: Picture): string {
    const table = this.#tableOf(picture);
    const [region] = this.layout === 'region' ? this.#regionOf(picture) : [];
    if (region !== undefined) return this.#tableTexts.titleOfRegion(table.nameOf(region));
    const [first, ...others] = table.figures;
    return first && others.length === 0 ? first.indicator.label : picture.dataset.label || this.#tableTexts.title;
  }

  protected override subtitleOf(picture: Picture): string {
    if (this.#tableOf(picture).figures.length === 1) return super.subtitleOf(picture);
    // Several indicators have several units: those stand in the headings.
    const indicator = { ...picture.selection.indicator, unit: NO_UNIT };
    return super.subtitleOf({ ...picture, selection: { ...picture.selection, indicator } });
  }

  protected override fileName(format: FileFormat): string {
    const { picture } = this;
    if (!picture || this.#metrics.length < 2) return super.fileName(format);
    const { level, period } = picture.selection;
    return `${['indicatoren', level, period].join('-').replace(/[^\p{L}\p{N}_-]+/gu, '-')}.${format}`;
  }

  protected override renderControls(model: ControlsModel): unknown {
    const views = [...breakdownSelects(model), periodSelect(model)];
    if (this.layout === 'region') return views;
    const controls = this.#controls(model.picture);
    return [searchField(controls), ...views, levelSwitch(model), columnMenu(controls)];
  }

  protected override renderPicture(picture: Picture): TemplateResult {
    return this.layout === 'region' ? this.#renderRegion(picture) : this.#renderRegions(picture);
  }

  get #tableTexts(): IndicatorTableTexts {
    return TEXTS.in(this.language);
  }

  get #context(): CellContext {
    return { formatter: this.formatter, common: this.texts, texts: this.#tableTexts };
  }

  #controls(picture: Picture): TableControlsModel {
    return {
      table: this.#tableOf(picture),
      texts: this.#tableTexts,
      choice: this.choice,
      search: (query) => this.#search(query),
      change: (change) => this.#choose(change),
    };
  }

  /** The pure model behind the picture; made once per picture and language, as names sort by the language's rules. */
  #tableOf(picture: Picture): TableModel {
    const { language } = this;
    if (this.#table?.picture === picture && this.#table.language === language) return this.#table.model;
    const { dataset, selection, regions, parentOf } = picture;
    const nameOf = (code: string): string => this.nameOf(code);
    const { locale } = this.texts;
    const model = new TableModel({ dataset, selection, regions, parentOf, metrics: this.#metrics, nameOf, locale });
    this.#table = { picture, language, model };
    return model;
  }

  /** What is on screen; kept until something of it changes, as each scroll asks for it. */
  #viewOf(picture: Picture): TableView {
    const table = this.#tableOf(picture);
    const key = [table, this.choice, this.choice.onlySelected ? this.selected : ''];
    if (!this.#view || key.some((part, i) => part !== this.#view?.key[i])) {
      this.#view = { key, view: viewOf(table, this.choice, this.selectedCodes) };
    }
    return this.#view.view;
  }

  /** The one region of the other layout: the first selected, else the area looked at, else the reference; none: empty. */
  #regionOf({ dataset, within, selection }: Picture): readonly number[] {
    const codes = [...this.selectedCodes, within, selection.reference ?? ''];
    return codes
      .map((code) => dataset.geo.index.get(code) ?? -1)
      .filter((region) => region >= 0)
      .slice(0, 1);
  }

  /** Classes as the map has them: over the whole level, whatever is shown of it. */
  #classify({ dataset }: Picture, selection: Selection): Classification {
    const { values } = sliceOf(dataset, selection);
    const ofLevel = regionsOfLevel(dataset, selection.level).map((region) => values[region]);
    return classify(ofLevel, { ...this.classOptions, publisherBreaks: selection.indicator.breaks });
  }

  #bodyModel(): RowsModel | null {
    const { picture } = this;
    if (!picture || this.layout === 'region') return null;
    const { table, columns, shown, order } = this.#viewOf(picture);
    return {
      table,
      columns,
      shown,
      selected: new Set(this.selectedCodes),
      detailOf: (region) => (table.hasTwins ? this.#placeOf(picture, table.codeOf(region)) : ''),
      sortedBy: order.column,
      context: this.#context,
    };
  }

  /** Tells namesakes apart: the area around, by name where a document on this page named it, else the region's own code. */
  #placeOf({ parentOf }: Picture, code: string): string {
    const named = ancestorsOf(code, parentOf).find((around) => this.nameOf(around) !== around);
    return named === undefined ? code : this.nameOf(named);
  }

  #toggle(region: string, add: boolean): void {
    this.toggleSelected(region, 'table', add);
    this.#revealed = this.selected;
  }

  /** What was selected elsewhere comes into view; what was picked here is in view already. */
  #revealSelection(): void {
    const { picture, selected } = this;
    if (!picture || this.layout === 'region' || this.#revealed === selected) return;
    this.#revealed = selected;
    const [first = ''] = this.selectedCodes;
    const position = this.#viewOf(picture).shown.indexOf(picture.dataset.geo.index.get(first) ?? -1);
    if (position >= 0) this.#body.reveal(position);
  }

  #choose(change: Partial<TableChoice>): void {
    this.choice = { ...this.choice, ...change };
    if (change.order || change.query !== undefined || change.onlySelected !== undefined) this.#body.rewind();
  }

  async #sort(column: string): Promise<void> {
    await loadSorter();
    this.#choose({ order: orderAfter(this.choice.order, column) });
  }

  /** One pass per frame, however fast the visitor types. */
  #search(query: string): void {
    const isWaiting = this.#queryNext !== null;
    this.#queryNext = query;
    if (isWaiting) return;
    requestAnimationFrame(() => {
      this.#choose({ query: this.#queryNext ?? '' });
      this.#queryNext = null;
    });
  }

  #renderRegions(picture: Picture): TemplateResult {
    const { query, onlySelected } = this.choice;
    const texts = this.#tableTexts;
    return regionsTemplate({
      view: this.#viewOf(picture),
      context: this.#context,
      body: this.#body,
      status: this.#status,
      rowToggle: this.noControls ? nothing : selectedCheck(this.#controls(picture)),
      sortBy: this.noControls ? null : (column) => void this.#sort(column),
      emptyText: query === '' && onlySelected ? texts.noneSelected : texts.noRows,
      showAll: query !== '' || onlySelected ? () => this.#choose({ query: '', onlySelected: false }) : null,
    });
  }

  #renderRegion(picture: Picture): TemplateResult {
    const { table, figures } = this.#viewOf(picture);
    const [region] = this.#regionOf(picture);
    if (region === undefined)
      return html`<div class="empty picture" part="empty">${this.#tableTexts.noneSelected}</div>`;
    return html`<div
      class="scroller still picture"
      part="scroller"
      role="group"
      aria-label=${this.#tableTexts.region}
      tabindex="0"
    >
      ${regionTemplate({ table, figures, region, context: this.#context })}
    </div>`;
  }
}

import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { MissingKind } from '@zicht-op/core/model/observation.js';
import { levelOf, LEVELS, normaliseCode } from '@zicht-op/core/model/region.js';
import { classOptionsOf } from '@zicht-op/core/picture/asked-inputs.js';
import { choroplethModel, classOfCode, type ChoroplethModel } from '@zicht-op/core/picture/choropleth-model.js';
import type { ClassOptions, Picture } from '@zicht-op/core/picture/picture.js';
import { attributeText } from '@zicht-op/core/picture/query-string.js';
import { mapRowTargets } from '@zicht-op/core/picture/row-targets.js';
import { ShapeDirectory } from '@zicht-op/core/picture/shape-directory.js';
import { shapeReader } from '@zicht-op/core/picture/shape-reader.js';
import { widerAreasOf } from '@zicht-op/core/picture/wider-areas.js';
import { nextTurn } from '@zicht-op/core/tasks/slices.js';
import { paletteColours } from '@zicht-op/core/view/colour.js';
import type { RowTarget } from '@zicht-op/core/view/rows.js';
import { choroplethTexts as TEXTS } from '@zicht-op/locales/choropleth-texts.js';
import type { ChoroplethTexts } from '@zicht-op/locales/nl/choropleth.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';
import type { ControlsModel } from '../base/controls-template.js';
import type { FileFormat } from '../base/data-element.js';
import { RegionSearch } from '../base/region-search.js';
import { WidgetElement } from '../base/widget-element.js';
import type { ZoLayer } from '../layer/zo-layer.js';
import { basemapSource } from '../map/basemaps.js';
import { leafletStyles } from '../map/leaflet.styles.js';
import type { MapHost } from '../map/leaflet-map-host.js';
import { FALLBACK_COLOURS, readMapColours, type MapColours } from '../map/map-colours.js';
import type { ProjectionName } from '@zicht-op/renderer/world-geometry.js';
import { chosenTemplate } from './chosen-template.js';
import type { DetailController } from './detail-controller.js';
import { legendTemplate } from './legend-template.js';
import { MapController, type Drawing, type Scene } from './map-controller.js';
import { MapKeyboard } from './map-keyboard.js';
import { placeTooltip, type Place } from './place-tooltip.js';
import { regionFactsSpoken, regionFactsTemplate, type RegionFacts } from './region-card.js';
import { regionFacts } from './region-facts.js';
import { toolbarTemplate } from './toolbar-template.js';
import { choroplethStyles } from './zo-choropleth.styles.js';

/** Properties whose change gives other classes, and so another picture. */
const CLASS_PROPERTIES: ReadonlySet<PropertyKey> = new Set(['method', 'classes', 'breaks']);

/**
 * @summary A map of one published indicator: a figure per region, in classes.
 *
 * @slot - `zo-layer` elements: local layers above or below the regions
 * @slot title - a title instead of the indicator's own
 * @slot caption - a line below the title
 * @slot guidance - what to do with the figure; comes below the source
 * @slot empty - shown while there is nothing to show
 *
 * @csspart frame - everything
 * @csspart map - the map
 * @csspart legend - the legend
 * @csspart tooltip - the figure at the pointer
 * @csspart toolbar - buttons of the map
 * @csspart controls - selectors
 * @csspart chosen - the selected region
 * @csspart source - the source line
 * @csspart caution - what the figure does not say
 *
 * @cssprop --zo-aspect - width to height of the map where no height is given (5 / 4)
 * @cssprop --zo-map-background - colour behind the regions
 * @cssprop --zo-map-border - colour of borders between regions
 * @cssprop --zo-map-highlight - outline of regions pointed at and selected
 *
 * @fires zo-select - a visitor selected regions
 * @fires zo-hover - a visitor points at a region
 * @fires zo-view-change - a visitor changed indicator, period, level, area or filter
 * @fires zo-load - a dataset was read and drawn
 * @fires zo-error - something is wrong with data or transport
 */
export class ZoChoropleth extends WidgetElement {
  static override styles = [...WidgetElement.styles, leafletStyles, choroplethStyles];

  protected override readonly needsBoundaries = true;
  protected override readonly shapeReader = shapeReader;
  protected override readonly ownTexts = TEXTS;
  protected override readonly formats: readonly FileFormat[] = ['png', 'svg', 'csv', 'json', 'geojson'];

  #map = new MapController(this, {
    container: () => this.mapElement,
    reserved: () => this.renderRoot.querySelector<HTMLElement>('.attribution')?.offsetHeight ?? 0,
    created: (host) => this.#listen(host),
    drawn: (drawing) => this.#refine(drawing),
  });
  #keyboard = new MapKeyboard({
    current: () => this.#cursor,
    first: () => this.#firstShape(),
    neighbour: (shape, direction) => this.#shapes?.neighbour(shape, direction) ?? -1,
    names: () => this.#shapes?.sorted ?? [],
    move: (shape) => this.#moveCursor(shape),
    choose: (shape, add) => this.#choose(this.#codeOf(shape), 'keyboard', add),
    zoom: (steps) => this.#zoom(steps),
    reset: () => this.#reset(),
    into: (shape) => this.#drillInto(this.#codeOf(shape)),
    out: () => this.#drillOut(),
    leave: () => this.#pointAt(-1),
    nowhere: () => this.#say(this.#allTexts.nothingThere),
  });
  #search = new RegionSearch(this, {
    targets: () => this.#shapes?.searchTargets ?? [],
    choose: (code) => this.#find(code),
  });
  #detail: DetailController | null = null;
  #model: ChoroplethModel | null = null;
  #shapes: ShapeDirectory | null = null;
  #colours: MapColours | null = null;
  #scheme = matchMedia('(prefers-color-scheme: dark)');
  /** Shape the keyboard or pointer is on, or -1. */
  #cursor = -1;
  #pointerPlace: Place | null = null;

  @query('.map', true) private mapElement!: HTMLElement;
  @query('.tooltip', true) private tooltipElement!: HTMLElement;

  /** Style of the legend entry that is pinned, or null. */
  @state() private pinned: number | null = null;
  /** Style of the legend entry pointed at, or null. */
  @state() private pointed: number | null = null;
  @state() private spoken = '';
  /** Of the finer shapes, while they are on screen. */
  @state() private detailAttribution = '';
  @state() private layers: readonly ZoLayer[] = [];

  /** How classes are made: `quantile`, `jenks`, `equal`, `pretty`, `stddev`, `manual`; the publisher's breaks, else quantile. */
  @property() method = '';
  /** Number of classes, 2 to 9; default 5. */
  @property({ type: Number }) classes = 5;
  /** Inner class boundaries for `manual`, ascending, space separated. */
  @property() breaks = '';
  /** ColorBrewer or viridis name; a colour-blind-safe sequential palette by default. */
  @property() palette = '';
  /** `none`, `brt-grijs`, `brt-standaard`, `brt-pastel`, `brt-water`, or a tile template. */
  @property() basemap = 'none';
  /** `web-mercator` (default) or `rd`. */
  @property() projection: ProjectionName = 'web-mercator';
  /** Names of regions on the map, where they fit. */
  @property({ type: Boolean }) labels = false;
  /**
   * Address of finer shapes, for what is in view where a pixel is less than 100 metres: the placeholders of `boundaries`, and
   * `{bbox}` (west,south,east,north in degrees). Without `{bbox}`: those of the whole country. None by default.
   */
  @property() detail = '';

  /** The Leaflet map, for a host that wants to add to it; null before it is there. */
  get map(): MapHost['map'] | null {
    return this.#map.host?.map ?? null;
  }

  /** Code of the region at a place on the page, or null: geometry only, whatever lies above it. */
  regionAt(clientX: number, clientY: number): string | null {
    const shape = this.#map.host?.shapeAt(clientX, clientY) ?? -1;
    return shape < 0 ? null : this.#codeOf(shape);
  }

  /** Class number of a region, one of the kinds of missing, or null for a code the picture doesn't know. */
  classOf(code: string): number | MissingKind | null {
    return this.picture ? classOfCode(this.picture, normaliseCode(code)) : null;
  }

  /** Brings a region into view; an unknown code does nothing. */
  zoomTo(code: string): void {
    const shape = this.#shapeOf(normaliseCode(code));
    if (shape >= 0) this.#map.host?.fit([shape], true);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What can't be had now is asked for anew with the first picture.
    this.#map.preload().catch(() => undefined);
    this.#scheme.addEventListener('change', this.#recolour);
    this.addEventListener('fullscreenchange', this.#handleFullScreen);
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    if (this.src) void this.#warmUp().catch(() => undefined);
  }

  /** What takes time and needs no data is done while that is on its way: an empty map, and how numbers are written. */
  async #warmUp(): Promise<void> {
    await this.#map.makeReady({ projection: this.#drawnProjection, basemap: this.basemap });
    await nextTurn();
    this.formatter.plain(0);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#scheme.removeEventListener('change', this.#recolour);
    this.removeEventListener('fullscreenchange', this.#handleFullScreen);
  }

  override async toBlob(format: FileFormat): Promise<Blob> {
    const { picture } = this;
    if (!picture || !this.#model || format === 'csv' || format === 'json') return super.toBlob(format);
    const { exportMap } = await import('./picture-export.js');
    return exportMap(format, {
      picture,
      model: this.#model,
      // A file is for paper or a document, whatever the scheme of this screen.
      colours: this.#classColours('light'),
      mapColours: FALLBACK_COLOURS,
      rows: this.toRows(),
      title: this.shownTitle(picture),
      subtitle: this.subtitleOf(picture),
      projection: this.projection,
      widerAreas: widerAreasOf(picture),
      texts: this.#allTexts,
      formatter: this.formatter,
    });
  }

  protected override get classOptions(): ClassOptions {
    return classOptionsOf(this);
  }

  protected override isInput(name: PropertyKey): boolean {
    return CLASS_PROPERTIES.has(name) || super.isInput(name);
  }

  protected override rowTargets(picture: Picture): readonly RowTarget[] {
    return mapRowTargets(picture);
  }

  protected override async pictureChanged(picture: Picture): Promise<void> {
    this.#model = choroplethModel(picture);
    const { boundaries } = picture;
    this.#shapes = boundaries && new ShapeDirectory(picture, boundaries, (code) => this.nameOf(code));
    if (this.#cursor >= 0 && !picture.shapes.includes(this.#cursor)) this.#cursor = -1;
    if (!this.isConnected) return;
    this.requestUpdate();
    await this.updateComplete;
    await this.#showScene();
  }

  protected override pictureCleared(): void {
    this.#model = null;
    this.#shapes = null;
    this.#cursor = -1;
    this.#map.clear();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // An attribution too: a longer one takes more room from the map.
    const redrawn = [
      'palette',
      'basemap',
      'projection',
      'detail',
      'detailAttribution',
      'labels',
      'pinned',
      'pointed',
    ] as const;
    if (redrawn.some((name) => changed.has(name)) && this.#model) void this.#showScene();
    this.#emphasise();
    this.#placeTooltip();
  }

  protected override hoverChanged(): void {
    const code = this.hoveredCode;
    if (code === null || this.#shapeOf(code) !== this.#cursor) this.#cursor = -1;
    this.requestUpdate();
  }

  protected override renderControls(model: ControlsModel): unknown {
    return [super.renderControls(model), this.#search.render(this.texts)];
  }

  protected override renderBody(picture: Picture | null, isEmpty: boolean): TemplateResult {
    const texts = TEXTS.in(this.language);
    const { attribution: shapes } = picture?.boundaries ?? {};
    const sources = [basemapSource(this.basemap, this.projection)?.attribution, shapes, this.detailAttribution];
    const attribution = [...new Set(sources)].filter(Boolean).join(' · ');
    return html`<div class="stage" part="stage">
      <div class="map-box">
        <div
          class="map"
          part="map"
          tabindex=${picture && !isEmpty ? 0 : nothing}
          role=${picture && !isEmpty ? 'application' : nothing}
          aria-label=${picture && !isEmpty ? texts.mapLabel(`${this.shownTitle(picture)}, ${this.subtitleOf(picture)}`) : nothing}
          aria-describedby=${picture && !isEmpty ? 'map-hint' : nothing}
          @keydown=${(event: KeyboardEvent) => this.#keyboard.handle(event)}
          @focus=${() => this.#prepareMoves()}
          @blur=${() => this.#leaveMap()}
          @wheel=${{ handleEvent: (event: WheelEvent) => this.#handleWheel(event), capture: true, passive: true }}
        ></div>
        ${picture && !isEmpty ? nothing : html`<div class="veil" part="empty">${this.renderPlaceholder(isEmpty)}</div>`}
        <div class="tooltip" part="tooltip" aria-hidden="true" hidden>${this.#renderTooltip(picture)}</div>
        ${attribution ? html`<div class="attribution" part="attribution">${attribution}</div>` : nothing}
      </div>
      ${picture && !isEmpty ? this.renderPicture(picture) : html`<div class="side"></div>`}
      <div id="map-hint" hidden>${texts.mapHint(this.texts.level(picture?.selection.level ?? '', 1))}</div>
      <div class="visually-hidden" role="status">${this.spoken}</div>
      <slot @slotchange=${this.#handleLayers} @zo-layer-change=${this.#attachLayers}></slot>
    </div>`;
  }

  protected override renderPicture(picture: Picture): TemplateResult {
    const texts = TEXTS.in(this.language);
    // In a low box it scrolls: without buttons in it, it has to be reached by keyboard itself.
    const isStill = this.noControls;
    return html`<div
      class="side"
      part="side"
      role=${isStill ? 'group' : nothing}
      aria-labelledby=${isStill ? 'title' : nothing}
      tabindex=${isStill ? 0 : nothing}
    >
      ${
        this.noControls
          ? nothing
          : toolbarTemplate({
              texts,
              isFullScreen: this.#isFullScreen,
              canFullScreen: this.ownerDocument.fullscreenEnabled,
              zoom: (steps) => this.#map.host?.zoomBy(steps),
              reset: () => this.#map.fit(true),
              toggleFullScreen: () => void this.#toggleFullScreen(),
            })
      }
      ${this.#renderLegend(picture)} ${this.#renderLayers(texts)} ${this.#renderChosen(picture)}
    </div>`;
  }

  #renderLegend(picture: Picture) {
    if (!this.#model) return nothing;
    return legendTemplate({
      model: this.#model,
      colours: this.#classColours(),
      patternColours: this.#mapColours().pattern,
      unit: picture.selection.indicator.unit,
      texts: this.#allTexts,
      formatter: this.formatter,
      active: this.pointed ?? this.pinned,
      pinned: this.pinned,
      isStill: this.noControls,
      point: (style) => (this.pointed = style),
      pin: (style) => (this.pinned = this.pinned === style ? null : style),
    });
  }

  #renderLayers(texts: ChoroplethTexts) {
    const named = this.layers.filter((layer) => layer.label);
    if (named.length === 0) return nothing;
    return html`<div part="layers">
      <p class="legend-title">${texts.layers}</p>
      <ul class="layer-list">
        ${named.map((layer) => html`<li class="entry">${layer.label}</li>`)}
      </ul>
    </div>`;
  }

  #renderTooltip(picture: Picture | null) {
    if (!picture || this.#cursor < 0) return nothing;
    return regionFactsTemplate(this.#facts(picture, this.#codeOf(this.#cursor)), this.texts, true);
  }

  #renderChosen(picture: Picture) {
    const chosen = this.selectedCodes.filter((code) => this.#shapeOf(code) >= 0 || picture.dataset.geo.index.has(code));
    if (chosen.length === 0) return nothing;
    const [code] = chosen;
    const texts = this.#allTexts;
    const level = chosen.length === 1 ? this.#narrowerLevel(picture, code) : null;
    return chosenTemplate({
      facts: chosen.length === 1 ? this.#facts(picture, code) : null,
      count: chosen.length,
      texts,
      isStill: this.noControls,
      drillDown:
        level === null
          ? null
          : {
              label: texts.drillDown(texts.level(level), this.nameOf(code)),
              open: () => this.changeView({ level, within: code }),
            },
      clear: () => this.select([], 'map'),
    });
  }

  /** The next level below a region among those one can switch to; null where there is none, or where it is shown. */
  #narrowerLevel(picture: Picture, code: string): string | null {
    const level = picture.levels.find((one) => rankOf(one) > rankOf(levelOf(code))) ?? null;
    return level === picture.selection.level && picture.within === code ? null : level;
  }

  protected override get restingPlace(): HTMLElement {
    return this.mapElement;
  }

  #drillInto(code: string): void {
    const level = this.picture && code ? this.#narrowerLevel(this.picture, code) : null;
    if (level === null) this.#say(this.#allTexts.nothingBelow);
    else this.changeView({ level, within: code });
  }

  /** One step back: the area around, and the level that has areas of its kind. */
  #drillOut(): void {
    const { picture } = this;
    if (!picture?.within) return this.#say(this.#allTexts.nothingAbove);
    const level = picture.levels.includes(levelOf(picture.within)) ? levelOf(picture.within) : picture.selection.level;
    const around = picture.parentOf(picture.within);
    const isOutside = around === null || around.startsWith('NL') || rankOf(levelOf(around)) < rankOf(picture.levels[0]);
    this.changeView({ level, within: isOutside ? '' : around });
  }

  #zoom(steps: number): void {
    this.#map.host?.zoomBy(steps);
    this.#say(steps > 0 ? this.#allTexts.zoomedIn : this.#allTexts.zoomedOut);
  }

  #reset(): void {
    this.#map.fit(true);
    this.#say(this.#allTexts.wholeMap);
  }

  /** Speaks a sentence, also when it is the same as the one before: that alone would be silent. */
  #say(sentence: string): void {
    this.spoken = this.spoken === sentence ? `${sentence}\u00a0` : sentence;
  }

  #facts(picture: Picture, code: string): RegionFacts {
    return regionFacts(picture, code, {
      nameOf: (other) => this.nameOf(other),
      shapeName: this.#shapes?.documentName(this.#shapeOf(code)) ?? null,
      formatter: this.formatter,
      texts: this.texts,
    });
  }

  #codeOf(shape: number): string {
    return this.#shapes?.codeOf(shape) ?? '';
  }

  #shapeOf(code: string): number {
    return this.#shapes?.shapeOf(code) ?? -1;
  }

  get #allTexts(): CommonTexts & ChoroplethTexts {
    return { ...this.texts, ...TEXTS.in(this.language) };
  }

  // Drawing

  #mapColours(): MapColours {
    return this.#colours ?? FALLBACK_COLOURS;
  }

  /** Read anew for each scene: what was read before the page's styles were there would stay for good. */
  #readColours(): void {
    const read = readMapColours(this.mapElement);
    if (!read || JSON.stringify(read) === JSON.stringify(this.#colours)) return;
    this.#colours = read;
    this.requestUpdate();
  }

  #classColours(background = this.#mapColours().scheme): readonly string[] {
    return paletteColours(attributeText(this.palette), this.#model?.classCount ?? 1, {
      background,
    });
  }

  get #drawnProjection(): ProjectionName {
    return this.projection === 'rd' ? 'rd' : 'web-mercator';
  }

  async #showScene(): Promise<void> {
    const { picture } = this;
    const model = this.#model;
    if (!picture?.boundaries || !model || !this.hasUpdated) return;
    this.#readColours();
    const { pattern, border } = this.#mapColours();
    const scene: Scene = {
      boundaries: picture.boundaries,
      projection: this.#drawnProjection,
      basemap: this.basemap,
      styleOfShape: model.styleOfShape,
      shapes: picture.shapes,
      colours: this.#classColours(),
      hatch: pattern,
      border,
      highlighted: this.pointed ?? this.pinned,
      widerAreas: widerAreasOf(picture),
      fitKey: picture.within,
    };
    await this.#map.show(scene);
    this.#emphasise();
  }

  #emphasise(): void {
    const hovered = this.#cursor >= 0 ? this.#cursor : this.#shapeOf(this.hoveredCode ?? '');
    const selected = this.selectedCodes.map((code) => this.#shapeOf(code)).filter((shape) => shape >= 0);
    const { highlight, halo } = this.#mapColours();
    this.#map.setEmphasis({ hovered, selected, colour: highlight, halo });
  }

  #refine(drawing: Drawing): void {
    // What can't be had now is asked for anew with the next drawing.
    this.#label(drawing).catch(() => undefined);
    this.#drawFiner(drawing);
  }

  /** What writes names comes with the first map that asks for them. */
  async #label({ host, geometry, appearance }: Drawing): Promise<void> {
    const shapes = this.#shapes;
    if (!this.labels || !shapes) return host.setOverlay(null);
    const { regionLabels } = await import('@zicht-op/renderer/region-labels.js');
    if (host !== this.#map.host || shapes !== this.#shapes || !this.labels) return;
    const { highlight: colour, halo } = this.#mapColours();
    const font = `600 12px ${getComputedStyle(this.mapElement).fontFamily}`;
    const nameOf = (shape: number): string => shapes.nameOf(shape);
    host.setOverlay(regionLabels({ geometry, shapes: appearance.shapes, nameOf, style: { font, colour, halo } }));
  }

  /** What draws finer shapes comes with the first address for them. */
  #drawFiner(drawing: Drawing): void {
    if (this.#detail) return this.#detail.show(drawing);
    if (!this.detail) return;
    const start = ({ DetailController }: typeof import('./detail-controller.js')): void => {
      this.#detail ??= new DetailController({
        element: this,
        picture: () => this.picture,
        period: () => this.sharedChoice.choice('period'),
        warn: (problems) => void this.addWarnings(problems),
        attributed: (attribution) => (this.detailAttribution = attribution),
      });
      if (this.#map.host === drawing.host) this.#detail.show(drawing);
    };
    import('./detail-controller.js').then(start, () => undefined);
  }

  #recolour = (): void => {
    void this.#showScene();
  };

  // Pointing and choosing

  #listen(host: MapHost): void {
    const container = host.map.getContainer();
    container.addEventListener('pointermove', this.#handlePointer);
    container.addEventListener('pointerleave', this.#handleLeave);
    host.map.on('click', ({ originalEvent }) => this.#handleClick(originalEvent));
    host.map.on('movestart zoomstart', () => this.#hideTooltip());
    for (const layer of this.layers) void layer.attach?.(host.map);
  }

  #handleLeave = (): void => this.#pointAt(-1);

  #handlePointer = (event: PointerEvent): void => {
    if (event.pointerType === 'touch' || event.buttons !== 0) return;
    const shape = this.#map.host?.shapeAt(event.clientX, event.clientY) ?? -1;
    if (shape !== this.#cursor) this.#pointAt(shape);
    this.#placeTooltip(event);
  };

  #handleClick(event: MouseEvent): void {
    if (event.detail > 1) return;
    const code = this.regionAt(event.clientX, event.clientY);
    if (code) this.#choose(code, 'map', event.ctrlKey || event.metaKey || event.shiftKey);
  }

  #choose(code: string, source: string, add: boolean): void {
    const wasSelected = this.selectedCodes.includes(code);
    this.toggleSelected(code, source, add);
    if (source === 'keyboard') this.#speak(this.#cursor, wasSelected);
  }

  #pointAt(shape: number): void {
    this.#cursor = shape;
    this.hover(shape < 0 ? null : this.#codeOf(shape));
    this.requestUpdate();
  }

  #find(code: string): void {
    const shape = this.#shapeOf(code);
    this.select([code], 'search');
    if (shape >= 0) this.zoomTo(code);
    this.#speak(shape);
  }

  #leaveMap(): void {
    if (this.#cursor >= 0) this.#pointAt(-1);
  }

  // Keyboard

  #firstShape(): number {
    const [chosen] = this.selectedCodes
      .map((code) => this.#shapeOf(code))
      .filter((shape) => this.picture?.shapes.includes(shape));
    return chosen ?? this.#shapes?.sorted[0]?.shape ?? -1;
  }

  /** Who is whose neighbour takes a moment to work out at 14,500 areas: done between focus and the first arrow. */
  #prepareMoves(): void {
    setTimeout(() => this.#shapes?.findNeighbours().catch(() => undefined));
  }

  #moveCursor(shape: number): void {
    this.#pointAt(shape);
    const at = this.#shapes?.placeIn(shape);
    if (at) this.#map.host?.reveal(...at);
    this.#speak(shape);
  }

  #speak(shape: number, wasSelected = false): void {
    const { picture } = this;
    if (!picture || shape < 0) return;
    const code = this.#codeOf(shape);
    const texts = this.#allTexts;
    const isSelected = this.selectedCodes.includes(code);
    const state = isSelected ? texts.isSelected : wasSelected ? texts.isCleared : '';
    this.#say(regionFactsSpoken(this.#facts(picture, code), texts, state));
  }

  // Tooltip

  /** Beside the pointer, or at the region the keyboard is on. */
  #placeTooltip(pointer?: PointerEvent): void {
    if (!this.tooltipElement) return;
    // Asking where the map lies makes the browser lay out the page: only for something to place.
    if (this.#cursor < 0) return this.#hideTooltip();
    const box = this.mapElement.getBoundingClientRect();
    if (pointer) this.#pointerPlace = { x: pointer.clientX - box.left, y: pointer.clientY - box.top };
    placeTooltip(this.tooltipElement, box, this.#tooltipPlace());
  }

  #tooltipPlace(): Place | null {
    if (this.#pointerPlace && !this.mapElement.matches(':focus-visible')) return this.#pointerPlace;
    const at = this.#shapes?.placeIn(this.#cursor);
    return at ? (this.#map.host?.containerPoint(...at) ?? null) : null;
  }

  #hideTooltip(): void {
    this.tooltipElement?.toggleAttribute('hidden', true);
  }

  // Surroundings

  /** A wheel over the map scrolls the page, unless the map has focus or Ctrl is held: a map must not trap a reader. */
  #handleWheel(event: WheelEvent): void {
    const { scrollWheelZoom } = this.#map.host?.map ?? {};
    if (event.ctrlKey || this.mapElement.matches(':focus') || this.#isFullScreen) scrollWheelZoom?.enable();
    else scrollWheelZoom?.disable();
  }

  /** Also inside another element's shadow root, where the document names that element instead. */
  get #isFullScreen(): boolean {
    return this.matches(':fullscreen');
  }

  async #toggleFullScreen(): Promise<void> {
    if (this.#isFullScreen) await this.ownerDocument.exitFullscreen();
    else await this.requestFullscreen();
  }

  #handleFullScreen = (): void => {
    if (matchMedia('(pointer: coarse)').matches) this.#map.host?.setDragging(this.#isFullScreen);
    this.requestUpdate();
  };

  #handleLayers(event: Event): void {
    const slotted = (event.target as HTMLSlotElement)
      .assignedElements()
      .filter((element) => element.localName === 'zo-layer') as ZoLayer[];
    for (const layer of this.layers) if (!slotted.includes(layer)) layer.detach?.(this.map);
    this.layers = slotted;
    this.#attachLayers();
  }

  /** A layer that isn't defined yet comes along when it is. */
  #attachLayers = (): void => {
    const { map } = this;
    if (map) for (const layer of this.layers) void layer.attach?.(map);
    this.requestUpdate();
  };
}

/** Position among the levels, widest first; -1 for a level we don't know. */
const rankOf = (level: string): number => (LEVELS as readonly string[]).indexOf(level);

import { LitElement, type CSSResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { BoundaryDocument } from '@zicht-op/core/formats/boundaries.js';
import { parseJsonStat } from '@zicht-op/core/formats/json-stat.js';
import type { Dataset } from '@zicht-op/core/model/dataset.js';
import { isDataset, maskedCopy } from '@zicht-op/core/model/masked-copy.js';
import { problem, type Problem, type Result } from '@zicht-op/core/model/problem.js';
import type { Choice, Inputs } from '@zicht-op/core/picture/inputs.js';
import { IDLE, loadPicture } from '@zicht-op/core/picture/load-picture.js';
import type { Shapes } from '@zicht-op/core/picture/load-shapes.js';
import type { ClassOptions, Picture } from '@zicht-op/core/picture/picture.js';
import { attributeText, formatFilter, parseFilter, parseTokens } from '@zicht-op/core/picture/query-string.js';
import { regionName } from '@zicht-op/core/picture/region-directory.js';
import type { ShapeReader } from '@zicht-op/core/picture/shape-reader.js';
import { guarded, onDemand } from '@zicht-op/core/sources/reading.js';
import type { Transport } from '@zicht-op/core/sources/transport.js';
import { createFormatter, type Formatter } from '@zicht-op/core/view/format.js';
import { rowsOf, type Row, type RowTarget } from '@zicht-op/core/view/rows.js';
import type { Selection } from '@zicht-op/core/view/selection.js';
import { commonTexts, problemTexts, type Language, type Localised } from '@zicht-op/locales/locale.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';
import { createEvent } from '../events/events.js';
import { groupOf, type GroupState, type SharedField } from '../group/group-state.js';
import { VERSION } from './define-element.js';
import { Deferred } from './deferred.js';
import { languageOf } from './language-of.js';
import { inlineText, readInlineSettings } from './inline-settings.js';

export type Status = 'idle' | 'loading' | 'ready' | 'error';

/** File formats that every data widget can save; maps and charts add their own. */
export type FileFormat = 'csv' | 'json' | 'png' | 'svg' | 'geojson';

/** Properties that decide what is loaded or computed: a change starts a new cycle. */
const INPUTS: ReadonlySet<PropertyKey> = new Set([
  'src',
  'type',
  'columns',
  'metadata',
  'levels',
  'allowOrigins',
  'credentials',
  'maxSize',
  'boundaries',
  'indicator',
  'period',
  'level',
  'within',
  'filter',
  'reference',
  'unit',
  'decimals',
  'sourceLabel',
  'sourceHref',
  'caution',
  'data',
  'boundariesData',
  'fetch',
  'share',
]);

/** One function for all elements, so that they share a cache; a host may still replace `window.fetch`. */
const pageFetch: typeof fetch = (input, init) => window.fetch(input, init);

const SHARED: readonly SharedField[] = ['indicator', 'period', 'level', 'within', 'filter', 'selected'];
const CREDENTIALS: ReadonlySet<unknown> = new Set<RequestCredentials>(['same-origin', 'include', 'omit']);
const MEGABYTE = 1_000_000;
/** Milliseconds that a problem waits for its words. */
const WORDS_TIMEOUT = 2000;

/** What a page gives as `data`: JSON-stat, or a dataset that another element gave. A host's own object may throw when read. */
function readDataset(value: unknown): Result<Dataset> {
  return guarded('invalid-dataset', () =>
    isDataset(value) ? { ok: true, value: maskedCopy(value), problems: [] } : parseJsonStat(value),
  );
}

const upperCase = ({ value, strict, own = '' }: Choice): Choice => ({
  value: value.toUpperCase(),
  strict,
  own: own.toUpperCase(),
});

/**
 * What all data widgets have in common: they read published aggregates, keep the last good picture, share a selection
 * with their group, and give their rows away with the same masks. Contract, section 4.
 *
 * A subclass draws `this.picture`, and changes what is shown only through `changeView`, `select` and `hover`, which
 * update the property, tell the group and fire the event.
 *
 * @attr lang - `nl` or `en`; by default the nearest `lang` in the page.
 */
export abstract class DataElement extends LitElement {
  static readonly version = VERSION;

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** True for elements that draw shapes: without boundaries they have nothing to show. */
  protected readonly needsBoundaries: boolean = false;
  /** How shapes are read; null for elements that never draw any. */
  protected readonly shapeReader: ShapeReader | null = null;
  /** Texts of this element besides the common ones. */
  protected readonly ownTexts: Localised<unknown> = commonTexts;

  #internals = this.attachInternals();
  #own: Record<SharedField, string> = { indicator: '', period: '', level: '', within: '', filter: '', selected: '' };
  /** Fields set since the last picture: they read back as set, not as drawn. */
  #unsettled = new Set<SharedField>();
  #group: GroupState = groupOf(this, '');
  #leaveGroup: (() => void) | null = null;
  /** Region that this widget's own visitor points at, or null. */
  #pointedAt: string | null = null;
  #data: Result<Dataset> | null = null;
  /** Set since the last picture: it reads back as set, not as drawn. */
  #isDataNew = false;
  #boundariesData: Result<BoundaryDocument> | null = null;
  #inline: { readonly data: Result<Dataset> | null; readonly settings: Readonly<Record<string, unknown>> } = {
    data: null,
    settings: {},
  };
  /** The JSON child as it was read last: other children may change as they like. */
  #inlineText = '';
  #inlineObserver: MutationObserver | null = null;
  #picture: Picture | null = null;
  #status: Status = 'idle';
  #problems: readonly Problem[] = [];
  #warned = new Set<string>();
  /** What the last `zo-load` was about, and the warnings told since. */
  #loaded: Pick<Picture, 'dataset' | 'boundaries'> | null = null;
  #told: readonly Problem[] = [];
  #ready: Deferred<Status> | null = null;
  /** Counts changes: a cycle that isn't the newest any more settles nothing. */
  #cycle = 0;
  #queued = false;
  #bypassCache = false;
  #abort: AbortController | null = null;
  /** Language in force: that of the texts on screen. */
  #language: Language = 'nl';
  #formatter: { readonly language: Language; readonly formatter: Formatter } | null = null;

  /** Address of the dataset; may hold `{level}`, `{levels}`, `{period}`, `{year}` and `{within}`. */
  @property() src = '';
  /** How the dataset is read: `json-stat`, `cbs-odata-v4`, `cbs-odata-v3`, `sdmx-json`, `csv`. Default: found by content. */
  @property() type = '';
  /** Roles of CSV headers, as a query string: `region=code&name=naam`. */
  @property() columns = '';
  /** Address of CSVW or profile metadata, or of CBS code lists; several are separated by spaces. */
  @property() metadata = '';
  /** Levels that an address with `{level}` serves, space separated. */
  @property() levels = '';
  /** Further origins that a dataset may name addresses on, space separated. */
  @property({ attribute: 'allow-origins' }) allowOrigins = '';
  /** Whether cookies go along, as for `fetch`. */
  @property() credentials: RequestCredentials = 'same-origin';
  /** Largest answer that is read, in megabytes; 64. */
  @property({ attribute: 'max-size', type: Number }) maxSize = 64;
  /** Address of the shapes, where the dataset doesn't name them; same placeholders as `src`. */
  @property() boundaries = '';
  /** Region code to compare with; the dataset's own yardstick, else the country. */
  @property() reference = '';
  /** Name shared by linked widgets that aren't inside one `zo-group`. */
  @property() group = '';
  /** `indicator`: the indicator is shared with the group too. */
  @property() share = '';
  /** Title shown; from the data. */
  @property() headline = '';
  /** A still figure: no selectors. */
  @property({ attribute: 'no-controls', type: Boolean }) noControls = false;
  /** Unit of the one indicator of a CSV. */
  @property() unit = '';
  /** Decimals of the one indicator of a CSV. */
  @property({ type: Number }) decimals: number | null = null;
  /** Name of the source of a CSV. */
  @property({ attribute: 'source-label' }) sourceLabel = '';
  /** Address of the source of a CSV. */
  @property({ attribute: 'source-href' }) sourceHref = '';
  /** What the figures of a CSV do not say. */
  @property() caution = '';
  /** Function used instead of the page's `fetch`. */
  @property({ attribute: false }) fetch: typeof fetch | null = null;

  /** Metric id; the first. */
  @property()
  get indicator(): string {
    return this.#read('indicator');
  }
  set indicator(value: string) {
    this.#write('indicator', value);
  }

  /** Period id; the newest that is as good as complete. */
  @property()
  get period(): string {
    return this.#read('period');
  }
  set period(value: string) {
    this.#write('period', value);
  }

  /** Level id; the level that has boundaries and most regions. */
  @property()
  get level(): string {
    return this.#read('level');
  }
  set level(value: string) {
    this.#write('level', value);
  }

  /** Region code: only areas inside it are shown. */
  @property()
  get within(): string {
    return this.#read('within');
  }
  set within(value: string) {
    this.#write('within', value);
  }

  /** Breakdown choice as a query string: `Branche=9602&Leeftijd=13-19`. */
  @property()
  get filter(): string {
    return this.#read('filter');
  }
  set filter(value: string) {
    this.#write('filter', value);
  }

  /** Codes of the selected regions, space separated. */
  @property()
  get selected(): string {
    return this.#read('selected');
  }
  set selected(value: string) {
    this.#write('selected', value);
  }

  /** A JSON-stat dataset object, read at once and not kept; reading it gives the masked dataset. */
  @property({ attribute: false })
  get data(): unknown {
    const given = this.#data?.ok ? this.#data.value : null;
    const shown = this.#isDataNew ? given : (this.#picture?.dataset ?? given);
    // A copy: the dataset itself is shared by all widgets of the page.
    return shown && maskedCopy(shown);
  }
  set data(value: unknown) {
    this.#data = value === null || value === undefined ? null : readDataset(value);
    this.#isDataNew = true;
  }

  /** TopoJSON or GeoJSON, read at once and not kept; reading it gives the shapes as drawn. */
  @property({ attribute: false })
  get boundariesData(): unknown {
    return this.#picture?.boundaries ?? null;
  }
  set boundariesData(value: unknown) {
    const isGiven = value !== null && value !== undefined;
    this.#boundariesData = isGiven && this.shapeReader ? this.shapeReader.parseBoundaries(value, {}) : null;
  }

  /** `idle` without a source, `loading`, `ready`, or `error`: the picture asked for can't be drawn. */
  get status(): Status {
    return this.#status;
  }

  /** What was found in data and transport: code, severity, path and count, never a value. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /**
   * Settles when the last change has its picture: data, classes and (for maps) the hit index are there. Never rejects; gives
   * the status. Waits for neither visibility nor animation frames.
   */
  get ready(): Promise<Status> {
    return this.#ready?.promise ?? Promise.resolve(this.#status);
  }

  /** Loads past the cache; answers `ready`. */
  reload(): Promise<Status> {
    this.#bypassCache = true;
    this.#invalidate();
    return this.ready;
  }

  /** All rows that pass filter, search and `within`, in the order shown. `value` is there only where `kind` is `value`. */
  toRows(): Row[] {
    const { picture } = this;
    if (!picture) return [];
    const targets = this.rowTargets(picture);
    return this.rowSelections(picture).flatMap((selection) =>
      rowsOf(picture.dataset, selection, targets, this.formatter, this.classificationFor(picture, selection)),
    );
  }

  /** The rows as a file, with the same masks. Rejects with a TypeError for a format this element doesn't make. */
  async toBlob(format: FileFormat): Promise<Blob> {
    const { exportRows } = await import('./export-rows.js');
    return exportRows(format, this.toRows(), this.picture, this.texts);
  }

  /** Saves the rows as a file; the name comes from what is shown. */
  async download(format: FileFormat): Promise<void> {
    const blob = await this.toBlob(format);
    const { saveFile } = await import('./save-file.js');
    saveFile(blob, this.fileName(format));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#joinGroup();
    this.#readInline();
    this.#inlineObserver = new MutationObserver(() => this.#readInline());
    this.#inlineObserver.observe(this, { childList: true, characterData: true, subtree: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#quitGroup();
    this.#inlineObserver?.disconnect();
    this.#inlineObserver = null;
  }

  /** A sheet belongs to the document it was made for: in another one (a frame's, a window opened from here) it is made anew. */
  adoptedCallback(): void {
    const { defaultView } = this.ownerDocument;
    if (!defaultView || !this.shadowRoot) return;
    const { elementStyles } = this.constructor as typeof DataElement;
    this.shadowRoot.adoptedStyleSheets = elementStyles.map((style) => {
      const sheet = new defaultView.CSSStyleSheet();
      sheet.replaceSync((style as CSSResult).cssText);
      return sheet;
    });
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name !== 'lang') return;
    const language = languageOf(this);
    const isAtHand = this.#speaks(language) && (this.#problems.length === 0 || problemTexts.has(language));
    if (isAtHand) this.requestUpdate();
    else this.#invalidate();
  }

  override requestUpdate(...args: Parameters<LitElement['requestUpdate']>): void {
    const [name] = args;
    if (name !== undefined && this.isInitialised) {
      if ((name === 'group' || name === 'share') && this.#leaveGroup) this.#joinGroup();
      else if (this.isInput(name)) this.#invalidate();
    }
    super.requestUpdate(...args);
  }

  // For subclasses

  /** The last good picture; null before the first. Read it, don't keep it. */
  protected get picture(): Picture | null {
    return this.#picture;
  }

  /** True while what is on screen isn't what was asked for. */
  protected get isStale(): boolean {
    return this.#picture !== null && this.#status === 'error';
  }

  /** The language asked for; until its texts are there, the one spoken before. */
  protected get language(): Language {
    const asked = languageOf(this);
    if (this.#speaks(asked)) this.#language = asked;
    return this.#language;
  }

  /** Texts in the element's language. */
  protected get texts(): CommonTexts {
    return commonTexts.in(this.language);
  }

  /** What a problem is called, and what to do about it. */
  protected problemText(problem: Problem): string {
    return problemTexts.in(this.language)(problem);
  }

  protected get formatter(): Formatter {
    const { language, texts } = this;
    if (this.#formatter?.language !== language) {
      this.#formatter = { language, formatter: createFormatter(texts.locale, texts) };
    }
    return this.#formatter.formatter;
  }

  /** Codes of the selected regions. */
  protected get selectedCodes(): string[] {
    return parseTokens(this.selected.toUpperCase());
  }

  /** Adds warnings about what came after the picture (shapes beside it), until the next one. */
  protected async addWarnings(warnings: readonly Problem[]): Promise<void> {
    if (warnings.length === 0) return;
    this.#problems = [...this.#problems, ...warnings];
    await this.#learnWords(this.#abort?.signal);
    if (!warnings.every((warning) => this.#problems.includes(warning))) return;
    if (this.#status === 'ready') this.#announceProblems(warnings);
    this.requestUpdate();
  }

  /** True when shapes were given as a property, drawn or not. */
  protected get hasBoundariesData(): boolean {
    return this.#boundariesData !== null;
  }

  /** Code of the region pointed at in the group, or null. */
  protected get hoveredCode(): string | null {
    return this.#group.hover;
  }

  /** Name of a region as documents on this page give it, else its code. */
  protected nameOf(code: string): string {
    const at = this.#picture?.dataset.geo.index.get(code);
    const label = at === undefined ? undefined : this.#picture?.dataset.geo.labels[at];
    return label !== undefined && label !== code ? label : regionName(code);
  }

  /** Class options of this element; the contract's defaults unless it has attributes for them. */
  protected get classOptions(): ClassOptions {
    return { method: null, classes: 5, breaks: null };
  }

  /** Which regions `toRows` speaks of, in the order shown. */
  protected rowTargets(picture: Picture): readonly RowTarget[] {
    return picture.regions.map((region) => ({ region }));
  }

  /** Which selections `toRows` speaks of: one per indicator shown. */
  protected rowSelections(picture: Picture): readonly Selection[] {
    return [picture.selection];
  }

  protected classificationFor(picture: Picture, selection: Selection) {
    return selection.metricIndex === picture.selection.metricIndex ? picture.classification : null;
  }

  /** Part of the saved file's name before the extension's dot. */
  protected fileName(format: FileFormat): string {
    const selection = this.#picture?.selection;
    const parts = selection ? [selection.indicator.id, selection.level, selection.period] : [this.localName];
    return `${parts.join('-').replace(/[^\p{L}\p{N}_-]+/gu, '-')}.${format}`;
  }

  /** Called with each new picture, before `ready` resolves; what it returns is waited for. */
  protected pictureChanged(_picture: Picture): Promise<void> | void {}

  /** Called when the source was taken away, and the picture with it. */
  protected pictureCleared(): void {}

  /** Called when the region pointed at in the group changed. */
  protected hoverChanged(): void {
    this.requestUpdate();
  }

  /** A choice only this element makes (its own indicator list, metric roles) turned into a problem of the dataset, or null. */
  protected checkPicture(_picture: Picture): Problem | null {
    return null;
  }

  /** A visitor's action: changes what is shown here and in the group, and fires `zo-view-change`. */
  protected changeView(change: Partial<Record<Exclude<SharedField, 'selected'>, string>>): void {
    for (const [field, value] of Object.entries(change)) this[field as SharedField] = value;
    const { indicator, period, level, within, filter } = this;
    this.dispatchEvent(createEvent('zo-view-change', { indicator, period, level, within, filter }));
  }

  /** A visitor's action: changes one breakdown and keeps the others. */
  protected changeBreakdown(dimension: string, category: string): void {
    this.changeView({ filter: formatFilter({ ...parseFilter(this.filter), [dimension]: category }) });
  }

  /** A visitor's action: selects regions here and in the group, and fires `zo-select`. */
  protected select(regions: readonly string[], source: string): void {
    this.selected = regions.join(' ');
    this.dispatchEvent(createEvent('zo-select', { regions: [...regions], level: this.level, source }));
  }

  /** A visitor's action: adds a region to the selection, or takes it out where it is in; alone unless `add` is set. */
  protected toggleSelected(region: string, source: string, add = false): void {
    const { selectedCodes } = this;
    const others = add ? selectedCodes.filter((code) => code !== region) : [];
    this.select(selectedCodes.includes(region) ? others : [...others, region], source);
  }

  /** A visitor's action: points at a region, or at none; fires `zo-hover` when that is news. */
  protected hover(region: string | null): void {
    this.#pointedAt = region;
    if (this.#group.hover === region) return;
    this.#group.setHover(region);
    this.dispatchEvent(createEvent('zo-hover', { region, level: this.level }));
  }

  /** True once the class fields are set: Lit asks for updates from its own constructor. */
  protected get isInitialised(): boolean {
    return #warned in this;
  }

  #read(field: SharedField): string {
    const asked = this.#shares(field) ? this.#group.valueFor(field, this.#own[field]) : this.#own[field];
    const selection = this.#picture?.selection;
    if (!selection || this.#unsettled.has(field) || field === 'selected') return asked;
    if (field === 'within') return this.#picture?.within ?? '';
    if (field === 'indicator') return selection.indicator.id;
    return field === 'filter' ? formatFilter(selection.filter) : selection[field];
  }

  #write(field: SharedField, value: unknown): void {
    const text = attributeText(value);
    this.#own[field] = text;
    this.#unsettled.add(field);
    if (!this.#shares(field)) return;
    if (this.hasUpdated) this.#group.set(field, text);
    else if (this.#leaveGroup) this.#group.offerStart(field, text);
  }

  #shares(field: SharedField): boolean {
    return field !== 'indicator' || parseTokens(this.share).includes('indicator');
  }

  #joinGroup(): void {
    this.#quitGroup();
    this.#group = groupOf(this, this.group);
    this.#leaveGroup = this.#group.subscribe((change) => this.#groupChanged(change));
    for (const field of SHARED) if (this.#shares(field)) this.#group.offerStart(field, this.#own[field]);
    this.#invalidate();
  }

  /** What this widget pointed at goes with it: nobody points at it any more. */
  #quitGroup(): void {
    if (this.#pointedAt !== null && this.#group.hover === this.#pointedAt) this.#group.setHover(null);
    this.#pointedAt = null;
    this.#leaveGroup?.();
    this.#leaveGroup = null;
  }

  #groupChanged(change: SharedField | 'hover'): void {
    if (change === 'hover') this.hoverChanged();
    else if (change === 'selected') this.requestUpdate();
    else if (this.#shares(change)) {
      this.#unsettled.add(change);
      this.#invalidate();
      this.requestUpdate();
    }
  }

  #readInline(): void {
    const text = inlineText(this);
    if (text === this.#inlineText) return;
    this.#inlineText = text;
    const { dataset, settings } = readInlineSettings(text, this.localName);
    this.#inline = { data: dataset === null ? null : parseJsonStat(dataset), settings };
    this.#invalidate();
  }

  /** Starts one cycle for all changes of this turn. */
  #invalidate(): void {
    this.#ready ??= new Deferred();
    this.#cycle++;
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      void this.#run();
    });
  }

  #choice(field: 'indicator' | 'period' | 'level' | 'within'): Choice {
    const own = this.#own[field];
    const value = this.#shares(field) ? this.#group.valueFor(field, own) : own;
    return { value, strict: value !== '' && value === own, own };
  }

  #inputs(): Inputs {
    const { settings } = this.#inline;
    const setting = (name: string): unknown => {
      const said = settings[name];
      return typeof said === 'string' || Array.isArray(said) ? said : '';
    };
    const text = (own: unknown, name: string): string => attributeText(own) || attributeText(setting(name));
    return {
      src: text(this.src, 'src'),
      type: text(this.type, 'type'),
      columns: text(this.columns, 'columns'),
      metadata: text(this.metadata, 'metadata'),
      settings: {
        ...settings,
        // As the author wrote it: the unit is about that indicator, whatever a visitor chooses.
        ...((this.unit || this.decimals !== null || this.caution) &&
          this.hasAttribute('indicator') && { indicator: this.getAttribute('indicator') }),
        ...(this.unit && { unit: this.unit }),
        ...(this.decimals !== null && { decimals: this.decimals }),
        ...(this.sourceLabel && { sourceLabel: this.sourceLabel }),
        ...(this.sourceHref && { sourceHref: this.sourceHref }),
        ...(this.caution && { caution: this.caution }),
      },
      levels: parseTokens(text(this.levels, 'levels')),
      allowOrigins: parseTokens(this.allowOrigins),
      boundaries: text(this.boundaries, 'boundaries'),
      data: this.#data ?? (this.src ? null : this.#inline.data),
      boundariesData: this.#boundariesData,
      needsBoundaries: this.needsBoundaries,
      shapeReader: this.shapeReader,
      indicator: this.indicatorChoice(this.#choice('indicator')),
      defaultIndicator: (dataset) => this.defaultIndicator(dataset),
      period: this.#choice('period'),
      level: this.#choice('level'),
      within: upperCase(this.#choice('within')),
      filter: parseFilter(this.#group.valueFor('filter', this.#own.filter)),
      ownFilter: parseFilter(this.#own.filter),
      reference: attributeText(this.reference).toUpperCase(),
      classOptions: this.classOptions,
      baseUrl: document.baseURI,
    };
  }

  /** The indicator to load with; elements that show several ask for none by name. */
  protected indicatorChoice(choice: Choice): Choice {
    return choice;
  }

  /** Metric id shown where none is asked for, so that the default period is one of its own; empty: the first. */
  protected defaultIndicator(_dataset: Dataset): string {
    return '';
  }

  /** Whether a change of this property starts a new cycle; override to add an element's own. */
  protected isInput(name: PropertyKey): boolean {
    return INPUTS.has(name);
  }

  /**
   * Shapes of the picture's level, for elements that show them beside something else and ask when it suits them. Rejects
   * only with the abort of the signal.
   */
  protected loadShapes(picture: Picture, signal: AbortSignal): Promise<Result<Shapes>> {
    const { shapeReader } = this;
    if (!shapeReader) throw new TypeError('an element without a shape reader draws no shapes');
    return shapeReader.loadShapes(this.#inputs(), picture, this.#transport(signal, false));
  }

  #transport(signal: AbortSignal, reload: boolean): Transport {
    return {
      fetch: this.fetch ?? pageFetch,
      credentials: CREDENTIALS.has(this.credentials) ? this.credentials : 'same-origin',
      maxSize: (Number.isFinite(this.maxSize) && this.maxSize > 0 ? this.maxSize : 64) * MEGABYTE,
      signal,
      reload,
    };
  }

  #speaks(language: Language): boolean {
    return commonTexts.has(language) && this.ownTexts.has(language);
  }

  /** Fetches the texts of the language asked for, all together, so that none shows beside another's. */
  async #learnLanguage(signal: AbortSignal): Promise<void> {
    const language = languageOf(this);
    if (this.#speaks(language)) return;
    const texts = [commonTexts, this.ownTexts, ...(this.#problems.length > 0 ? [problemTexts] : [])];
    await onDemand(() => Promise.all(texts.map((subject) => subject.load(language))), { signal });
    this.requestUpdate();
  }

  /**
   * Fetches the words for what was found, so that nothing is told by its code alone. A visitor whose connection is gone
   * waits a moment only: the general sentence and the code are there.
   */
  async #learnWords(signal = new AbortController().signal): Promise<void> {
    const language = languageOf(this);
    if (this.#problems.length === 0 || problemTexts.has(language)) return;
    const words = onDemand(() => problemTexts.load(language), { signal, headersTimeout: WORDS_TIMEOUT });
    await words.catch(() => undefined);
  }

  /** One cycle: from inputs to a settled status. A newer cycle takes over silently. */
  async #run(): Promise<void> {
    const cycle = this.#cycle;
    const isCurrent = (): boolean => cycle === this.#cycle;
    const [former, abort] = [this.#abort, new AbortController()];
    this.#abort = abort;
    const reload = this.#bypassCache;
    let settled: Status = 'error';
    let slow: ReturnType<typeof setTimeout> | undefined;
    try {
      const inputs = this.#inputs();
      if (inputs.src || inputs.data) slow = this.#startLoading();
      const loading = Promise.all([
        loadPicture(inputs, this.#transport(abort.signal, reload)),
        this.#learnLanguage(abort.signal),
      ]);
      // The former cycle leaves only now: a request that both want goes on.
      former?.abort();
      const [answer] = await loading;
      if (!isCurrent()) return;
      settled = answer === IDLE ? this.#clear() : this.#settle(answer);
      await this.#learnWords(abort.signal);
      if (!isCurrent()) return;
      if (settled === 'ready' && this.#picture) await this.pictureChanged(this.#picture);
    } catch (error) {
      if (!isCurrent()) return;
      // A mistake of ours: shown to developers, and to the visitor as data that can't be shown. Never a hanging `ready`.
      reportError(error);
      this.#problems = [problem('invalid-dataset')];
      settled = 'error';
      await this.#learnWords(abort.signal);
    } finally {
      former?.abort();
      clearTimeout(slow);
    }
    if (!isCurrent()) return;
    this.#bypassCache = this.#isDataNew = false;
    this.#setStatus(settled);
    if (settled === 'ready' && this.#picture) this.#announceLoad(this.#picture, reload);
    if (settled !== 'idle') this.#announceProblems(this.#problems);
    if (this.isConnected) await this.updateComplete;
    if (!isCurrent()) return;
    this.#ready?.resolve(this.#status);
    this.#ready = null;
    // Behind the picture: what goes wrong later may be that nothing can be fetched any more.
    void problemTexts.load(this.language);
  }

  /** Without a source there is nothing to show: what was on screen would be taken for figures of another source. */
  #clear(): 'idle' {
    this.#problems = this.#told = [];
    this.#loaded = null;
    this.#unsettled.clear();
    if (this.#picture) {
      this.#picture = null;
      this.pictureCleared();
    }
    return 'idle';
  }

  /** Loading is rendered only when it outlasts this task: a change that needs no request must not flicker. */
  #startLoading(): ReturnType<typeof setTimeout> {
    this.#status = 'loading';
    return setTimeout(() => this.#setStatus('loading'));
  }

  #settle(answer: Result<Picture>): 'ready' | 'error' {
    const own = answer.ok ? this.checkPicture(answer.value) : null;
    if (!answer.ok || own) {
      this.#problems = own ? [own] : answer.problems;
      return 'error';
    }
    this.#picture = answer.value;
    this.#problems = answer.value.problems;
    this.#unsettled.clear();
    return 'ready';
  }

  #setStatus(status: Status): void {
    this.#status = status;
    const { states } = this.#internals;
    for (const name of ['loading', 'error']) {
      if (name === status) states.add(name);
      else states.delete(name);
    }
    this.requestUpdate();
  }

  /** A load is told once; another choice of the same data isn't one. */
  #announceLoad(picture: Picture, reload: boolean): void {
    const { dataset, boundaries } = picture;
    const isNews = reload || dataset !== this.#loaded?.dataset || boundaries !== this.#loaded.boundaries;
    if (!isNews) return;
    this.#loaded = { dataset, boundaries };
    this.#told = [];
    this.dispatchEvent(createEvent('zo-load', { url: picture.url }));
  }

  /** Errors are told each time, warnings once a load, and on the console once per address. */
  #announceProblems(problems: readonly Problem[]): void {
    for (const found of problems) {
      const { code, severity, path, url = '' } = found;
      const isTold = this.#told.some((known) => known.code === code && known.path === path && known.url === found.url);
      if (severity === 'warning' && isTold) continue;
      const message = this.problemText(found);
      const key = `${code} ${url}`;
      const line = `<${this.localName}> ${code}: ${message}${url ? ` (${url})` : ''}`;
      if (severity === 'error') console.error(line);
      else if (!this.#warned.has(key)) console.warn(line);
      if (severity === 'warning') {
        this.#warned.add(key);
        this.#told = [...this.#told, found];
      }
      this.dispatchEvent(createEvent('zo-error', { code, message, url, severity, path }));
    }
  }
}

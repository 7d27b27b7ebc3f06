import type { CSSResult, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { Dataset } from '@zicht-op/core/model/dataset.js';
import { maskedCopy } from '@zicht-op/core/model/masked-copy.js';
import type { Problem, Result } from '@zicht-op/core/model/problem.js';
import { Announcer } from '@zicht-op/core/picture/announcer.js';
import { readGivenData, transportOf } from '@zicht-op/core/picture/asked-inputs.js';
import type { Choice, Inputs } from '@zicht-op/core/picture/inputs.js';
import type { Shapes } from '@zicht-op/core/picture/load-shapes.js';
import type { GivenBoundaries } from '@zicht-op/core/picture/given-boundaries.js';
import { PictureCycle, type Status } from '@zicht-op/core/picture/picture-cycle.js';
import type { ClassOptions, Picture } from '@zicht-op/core/picture/picture.js';
import { regionName } from '@zicht-op/core/picture/region-directory.js';
import type { ShapeReader } from '@zicht-op/core/picture/shape-reader.js';
import type { Formatter } from '@zicht-op/core/view/format.js';
import { rowsOf, type Row, type RowTarget } from '@zicht-op/core/view/rows.js';
import type { Selection } from '@zicht-op/core/view/selection.js';
import { languageOf } from '@zicht-op/locales/language-of.js';
import { commonTexts, type Language, type Localised } from '@zicht-op/locales/locale.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';
import { Words } from '@zicht-op/locales/words.js';
import { createEvent } from '../events/events.js';
import { ChoosingElement } from './choosing-element.js';
import { VERSION } from './define-element.js';
import { INPUTS, inputsOf } from './element-inputs.js';
import { InlineData } from './inline-data.js';
import { LoadProgress } from './load-progress.js';

export type { Status };

/** File formats that every data widget can save; maps and charts add their own. */
export type FileFormat = 'csv' | 'json' | 'png' | 'svg' | 'geojson';

/**
 * What all data widgets have in common: they read published aggregates, keep the last good picture, share a selection
 * with their group, and give their rows away with the same masks. Contract, section 4.
 *
 * A subclass draws `this.picture`, and changes what is shown only through `changeView`, `select` and `hover`, which
 * update the property, tell the group and fire the event.
 *
 * @attr lang - `nl` or `en`; by default the nearest `lang` in the page.
 */
export abstract class DataElement extends ChoosingElement {
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

  protected readonly loadProgress = new LoadProgress(this, () => this.texts);
  #internals = this.attachInternals();
  #data: Result<Dataset> | null = null;
  /** Set since the last picture: it reads back as set, not as drawn. */
  #isDataNew = false;
  #boundariesData: GivenBoundaries | null = null;
  #words = new Words(
    () => languageOf(this),
    () => this.ownTexts,
  );
  #inline = new InlineData(this, () => this.invalidate());
  #announcer = new Announcer({
    name: `<${this.localName}>`,
    problemText: (problem) => this.problemText(problem),
    fireLoad: (detail) => this.dispatchEvent(createEvent('zo-load', detail)),
    fireError: (detail) => this.dispatchEvent(createEvent('zo-error', detail)),
  });
  #cycle = new PictureCycle({
    inputs: () => this.#inputs(),
    transport: () => ({ ...transportOf(this), onProgress: this.loadProgress.begin() }),
    prepare: (signal) => this.#learnLanguage(signal),
    check: (picture) => this.checkPicture(picture),
    replaced: (former) => this.#replaced(former),
    explain: (signal) => this.#explain(signal),
    draw: (picture) => this.pictureChanged(picture),
    statusChanged: () => this.#showStatus(),
    settled: (isReload) => this.#settled(isReload),
    mistaken: (error) => reportError(error),
  });

  /** A JSON-stat dataset object, read at once and not kept; reading it gives the masked dataset. */
  @property({ attribute: false })
  get data(): unknown {
    const given = this.#data?.ok ? this.#data.value : null;
    const shown = this.#isDataNew ? given : (this.picture?.dataset ?? given);
    // A copy: the dataset itself is shared by all widgets of the page.
    return shown && maskedCopy(shown);
  }
  set data(value: unknown) {
    this.#data = readGivenData(value);
    this.#isDataNew = true;
  }

  /** TopoJSON, GeoJSON, or bytes of compact boundaries, read at once and not kept; reading it gives the shapes as drawn. */
  @property({ attribute: false })
  get boundariesData(): unknown {
    return this.picture?.boundaries ?? null;
  }
  set boundariesData(value: unknown) {
    const isGiven = value !== null && value !== undefined;
    this.#boundariesData = isGiven && this.shapeReader ? this.shapeReader.readGivenBoundaries(value) : null;
  }

  /** `idle` without a source, `loading`, `ready`, or `error`: the picture asked for can't be drawn. */
  get status(): Status {
    return this.#cycle.status;
  }

  /** What was found in data and transport: code, severity, path and count, never a value. */
  get problems(): readonly Problem[] {
    return this.#cycle.problems;
  }

  /**
   * Settles when the last change has its picture: data, classes and (for maps) the hit index are there. Never rejects; gives
   * the status. Waits for neither visibility nor animation frames.
   */
  get ready(): Promise<Status> {
    return this.#cycle.ready;
  }

  /** Loads past the cache; answers `ready`. */
  reload(): Promise<Status> {
    return this.#cycle.reload();
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
    this.joinGroup();
    this.#inline.observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sharedChoice.quit();
    this.#inline.disconnect();
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
    if (this.#words.isAtHand(this.problems.length > 0)) this.requestUpdate();
    else this.invalidate();
  }

  override requestUpdate(...args: Parameters<LitElement['requestUpdate']>): void {
    const [name] = args;
    if (name !== undefined && this.isInitialised) {
      if ((name === 'group' || name === 'share') && this.sharedChoice.isJoined) this.joinGroup();
      else if (this.isInput(name)) this.invalidate();
    }
    super.requestUpdate(...args);
  }

  // For subclasses

  protected override invalidate(): void {
    this.#cycle.invalidate();
  }

  /** The last good picture; null before the first. Read it, don't keep it. */
  protected override get picture(): Picture | null {
    return this.#cycle.picture;
  }

  /** True while what is on screen isn't what was asked for. */
  protected get isStale(): boolean {
    return this.picture !== null && this.status === 'error';
  }

  /** The language asked for; until its texts are there, the one spoken before. */
  protected get language(): Language {
    return this.#words.language;
  }

  /** Texts in the element's language. */
  protected get texts(): CommonTexts {
    return this.#words.texts;
  }

  /** What a problem is called, and what to do about it. */
  protected problemText(problem: Problem): string {
    return this.#words.problemText(problem);
  }

  protected get formatter(): Formatter {
    return this.#words.formatter;
  }

  /** Adds warnings about what came after the picture (shapes beside it), until the next one. */
  protected async addWarnings(warnings: readonly Problem[]): Promise<void> {
    if (warnings.length === 0 || !(await this.#cycle.addProblems(warnings))) return;
    if (this.status === 'ready') this.#announcer.problems(warnings);
    this.requestUpdate();
  }

  /** True when shapes were given as a property, drawn or not. */
  protected get hasBoundariesData(): boolean {
    return this.#boundariesData !== null;
  }

  /** Name of a region as documents on this page give it, else its code. */
  protected nameOf(code: string): string {
    const { index, labels } = this.picture?.dataset.geo ?? {};
    const label = labels?.[index?.get(code) ?? -1];
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
    const selection = this.picture?.selection;
    const parts = selection ? [selection.indicator.id, selection.level, selection.period] : [this.localName];
    return `${parts.join('-').replace(/[^\p{L}\p{N}_-]+/gu, '-')}.${format}`;
  }

  /** Called with each new picture, before `ready` resolves; what it returns is waited for. */
  protected pictureChanged(_picture: Picture): Promise<void> | void {}

  /** Called when the source was taken away, and the picture with it. */
  protected pictureCleared(): void {}

  /** A choice only this element makes (its own indicator list, metric roles) turned into a problem of the dataset, or null. */
  protected checkPicture(_picture: Picture): Problem | null {
    return null;
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
    return shapeReader.loadShapes(this.#inputs(), picture, { ...transportOf(this), signal });
  }

  /** True once the class fields are set: Lit asks for updates from its own constructor. */
  protected get isInitialised(): boolean {
    return #cycle in this;
  }

  #inputs(): Inputs {
    const given = { data: this.#data, boundariesData: this.#boundariesData };
    return inputsOf(this, this.sharedChoice, this.#inline, given, {
      needsBoundaries: this.needsBoundaries,
      shapeReader: this.shapeReader,
      indicator: this.indicatorChoice(this.sharedChoice.choice('indicator')),
      defaultIndicator: (dataset) => this.defaultIndicator(dataset),
      classOptions: this.classOptions,
    });
  }

  async #learnLanguage(signal: AbortSignal): Promise<void> {
    if (await this.#words.learnLanguage(this.problems.length > 0, signal)) this.requestUpdate();
  }

  async #explain(signal: AbortSignal): Promise<void> {
    if (this.problems.length > 0) await this.#words.learnProblems(signal);
  }

  #replaced(former: Picture | null): void {
    this.sharedChoice.settle();
    if (this.picture) return;
    this.#announcer.reset();
    if (former) this.pictureCleared();
  }

  #showStatus(): void {
    const { states } = this.#internals;
    for (const name of ['loading', 'error']) {
      if (name === this.status) states.add(name);
      else states.delete(name);
    }
    this.requestUpdate();
  }

  async #settled(isReload: boolean): Promise<void> {
    const { picture, status } = this;
    this.#isDataNew = false;
    if (status === 'ready' && picture) this.#announcer.load(picture, isReload);
    this.#announcer.problems(this.problems);
    if (this.isConnected) await this.updateComplete;
    this.#words.foresee();
  }
}

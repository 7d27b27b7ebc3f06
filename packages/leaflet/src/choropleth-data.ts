import type { Problem } from '@zicht-op/core/model/problem.js';
import { Announcer, type ErrorDetail, type LoadDetail } from '@zicht-op/core/picture/announcer.js';
import {
  choiceInputs,
  classOptionsOf,
  readGivenData,
  sourceInputs,
  transportOf,
} from '@zicht-op/core/picture/asked-inputs.js';
import { choroplethModel, type ChoroplethModel } from '@zicht-op/core/picture/choropleth-model.js';
import type { Choice, Inputs } from '@zicht-op/core/picture/inputs.js';
import { PictureCycle, type Status } from '@zicht-op/core/picture/picture-cycle.js';
import type { Picture } from '@zicht-op/core/picture/picture.js';
import { attributeText, formatFilter } from '@zicht-op/core/picture/query-string.js';
import { regionName } from '@zicht-op/core/picture/region-directory.js';
import { ShapeDirectory } from '@zicht-op/core/picture/shape-directory.js';
import { shapeReader } from '@zicht-op/core/picture/shape-reader.js';
import { choroplethTexts } from '@zicht-op/locales/choropleth-texts.js';
import type { Language } from '@zicht-op/locales/locale.js';
import { Words } from '@zicht-op/locales/words.js';
import { PICTURE_OPTIONS, type ChoroplethOptions } from './choropleth-options.js';

/** What a picture is made of besides the dataset. */
export interface Shown {
  readonly picture: Picture;
  readonly model: ChoroplethModel;
  readonly shapes: ShapeDirectory | null;
}

export type ChoiceName = 'indicator' | 'period' | 'level' | 'within' | 'filter';

export interface DataHost {
  /** The language it should speak now. */
  readonly language: () => Language;
  /** Draws what is shown. What it returns is waited for before `ready` resolves. */
  readonly draw: (shown: Shown) => Promise<void>;
  /** There is nothing to show any more. */
  readonly cleared: () => void;
  readonly fireLoad: (detail: LoadDetail) => void;
  readonly fireError: (detail: ErrorDetail) => void;
}

/** From a layer's options to what it shows, in step with them. Knows no Leaflet. */
export class ChoroplethData {
  readonly #host: DataHost;
  readonly #words: Words;
  readonly #announcer: Announcer;
  #options: ChoroplethOptions = {};
  #given: { data: Inputs['data']; boundariesData: Inputs['boundariesData'] } = {
    data: null,
    boundariesData: null,
  };
  /** Set since the last picture: reads back as set, not as drawn. */
  readonly #unsettled = new Set<string>();
  /** The indicator that `unit`, `decimals` and `caution` are about. */
  #described = '';
  /** That of the words asked for last. */
  #language: Language | null = null;
  /** Nobody has asked for a picture of these options yet. */
  #isDue = true;
  #shown: Shown | null = null;
  readonly #cycle: PictureCycle;

  constructor(host: DataHost) {
    this.#host = host;
    this.#words = new Words(host.language, () => choroplethTexts);
    this.#announcer = new Announcer({
      name: 'choroplethLayer',
      problemText: (problem) => this.#words.problemText(problem),
      fireLoad: host.fireLoad,
      fireError: host.fireError,
    });
    this.#cycle = new PictureCycle({
      inputs: () => this.#inputs(),
      transport: () => transportOf(this.#options),
      prepare: async (signal) => void (await this.#words.learnLanguage(this.problems.length > 0, signal)),
      check: () => null,
      replaced: (former) => this.#replaced(former),
      explain: (signal) => this.#explain(signal),
      draw: () => (this.#shown ? host.draw(this.#shown) : undefined),
      statusChanged: () => undefined,
      settled: (isReload) => this.#settled(isReload),
      mistaken: (error) => reportError(error),
    });
  }

  get shown(): Shown | null {
    return this.#shown;
  }

  get status(): Status {
    return this.#cycle.status;
  }

  get problems(): readonly Problem[] {
    return this.#cycle.problems;
  }

  get words(): Words {
    return this.#words;
  }

  /** Of the picture of these options, which is asked for where nobody has yet. */
  get ready(): Promise<Status> {
    this.ask();
    return this.#cycle.ready;
  }

  /** Asks for the picture of these options, and for the words of another language, where nobody has yet. */
  ask(): void {
    const language = this.#host.language();
    const isAtHand = language === this.#language || this.#words.isAtHand(this.problems.length > 0);
    this.#language = language;
    if (!this.#isDue && isAtHand) return;
    this.#isDue = false;
    this.#cycle.invalidate();
  }

  reload(): Promise<Status> {
    this.#isDue = false;
    return this.#cycle.reload();
  }

  /** Takes over other options. Whoever wants to see their picture asks for it. */
  set(change: ChoroplethOptions): void {
    const { data, boundariesData, ...options } = change;
    const names = Object.keys(change);
    this.#options = { ...this.#options, ...options };
    if (names.includes('data')) this.#given.data = readGivenData(data);
    if (names.includes('boundariesData')) {
      const isGiven = boundariesData !== null && boundariesData !== undefined;
      this.#given.boundariesData = isGiven ? shapeReader.readGivenBoundaries(boundariesData) : null;
    }
    if (names.some((name) => ['unit', 'decimals', 'caution'].includes(name)))
      this.#described = attributeText(this.#options.indicator);
    for (const name of names) this.#unsettled.add(name);
    if (names.some((name) => PICTURE_OPTIONS.has(name))) this.#isDue = true;
  }

  /** A choice as it is in force: as drawn, and until there is a picture as asked. */
  read(name: ChoiceName): string {
    const { picture } = this.#shown ?? {};
    if (!picture || this.#unsettled.has(name)) return attributeText(this.#options[name]);
    if (name === 'within') return picture.within;
    const { selection } = picture;
    if (name === 'indicator') return selection.indicator.id;
    return name === 'filter' ? formatFilter(selection.filter) : selection[name];
  }

  /** Name of a region as documents on this page give it, else its code. */
  nameOf(code: string): string {
    const { index, labels } = this.#shown?.picture.dataset.geo ?? {};
    const label = labels?.[index?.get(code) ?? -1];
    return label !== undefined && label !== code ? label : regionName(code);
  }

  #inputs(): Inputs {
    const asked = this.#options;
    return {
      ...sourceInputs({
        src: asked.src,
        type: asked.type,
        columns: asked.columns,
        metadata: asked.metadata,
        levels: asked.levels,
        allowOrigins: asked.allowOrigins,
        boundaries: asked.boundaries,
        reference: asked.reference,
      }),
      ...choiceInputs({
        period: choiceOf(asked.period),
        level: choiceOf(asked.level),
        within: choiceOf(asked.within),
        filter: attributeText(asked.filter),
        ownFilter: attributeText(asked.filter),
      }),
      ...this.#given,
      indicator: choiceOf(asked.indicator),
      defaultIndicator: () => '',
      settings: this.#settings(),
      needsBoundaries: true,
      shapeReader,
      classOptions: classOptionsOf(asked),
      baseUrl: document.baseURI,
    };
  }

  #settings(): Record<string, unknown> {
    const { unit, decimals = null, sourceLabel, sourceHref, caution } = this.#options;
    return {
      ...((unit || decimals !== null || caution) && this.#described && { indicator: this.#described }),
      ...(unit && { unit }),
      ...(decimals !== null && { decimals }),
      ...(sourceLabel && { sourceLabel }),
      ...(sourceHref && { sourceHref }),
      ...(caution && { caution }),
    };
  }

  #replaced(former: Picture | null): void {
    this.#unsettled.clear();
    const { picture } = this.#cycle;
    this.#shown = picture && {
      picture,
      model: choroplethModel(picture),
      shapes: picture.boundaries && new ShapeDirectory(picture, picture.boundaries, (code) => this.nameOf(code)),
    };
    if (picture) return;
    this.#announcer.reset();
    if (former) this.#host.cleared();
  }

  async #explain(signal: AbortSignal): Promise<void> {
    if (this.problems.length > 0) await this.#words.learnProblems(signal);
  }

  #settled(isReload: boolean): void {
    if (this.status === 'ready' && this.#shown) this.#announcer.load(this.#shown.picture, isReload);
    this.#announcer.problems(this.problems);
    this.#words.foresee();
  }
}

/** A layer shares with nobody: what it is asked for is asked for by name. */
function choiceOf(value: string | undefined): Choice {
  const text = attributeText(value);
  return { value: text, strict: text !== '', own: text };
}

import { parseJsonStat } from '@zicht-op/core/formats/json-stat.js';
import type { Dataset } from '@zicht-op/core/model/dataset.js';
import type { Result } from '@zicht-op/core/model/problem.js';
import { inlineText, readInlineSettings } from './inline-settings.js';

/** What the JSON child of an element says, kept in step with the page. */
export class InlineData {
  readonly #element: Element;
  readonly #changed: () => void;
  #observer: MutationObserver | null = null;
  /** The child as it was read last: other children may change as they like. */
  #text = '';
  #dataset: Result<Dataset> | null = null;
  #settings: Readonly<Record<string, unknown>> = {};

  /** `changed` is told when the child says something else. */
  constructor(element: Element, changed: () => void) {
    this.#element = element;
    this.#changed = changed;
  }

  /** The dataset that the child is; null where it is none. */
  get dataset(): Result<Dataset> | null {
    return this.#dataset;
  }

  /** Anything else it says: attribute names, CSVW or profile metadata. */
  get settings(): Readonly<Record<string, unknown>> {
    return this.#settings;
  }

  /** Reads the child, and again whenever it changes. */
  observe(): void {
    this.#read();
    this.#observer = new MutationObserver(() => this.#read());
    this.#observer.observe(this.#element, { childList: true, characterData: true, subtree: true });
  }

  disconnect(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  #read(): void {
    const text = inlineText(this.#element);
    if (text === this.#text) return;
    this.#text = text;
    const { dataset, settings } = readInlineSettings(text, this.#element.localName);
    this.#dataset = dataset === null ? null : parseJsonStat(dataset);
    this.#settings = settings;
    this.#changed();
  }
}

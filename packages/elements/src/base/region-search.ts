import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { CommonTexts } from '../locales/nl/common.js';

/** One area that can be found. */
export interface SearchTarget {
  readonly code: string;
  readonly name: string;
  /** The area around it, to tell namesakes apart; empty where not known. */
  readonly around: string;
}

export interface SearchOptions {
  readonly targets: () => readonly SearchTarget[];
  readonly choose: (code: string) => void;
}

const MOST_SHOWN = 8;

/** Lower case without accents, so that "Súdwest" is found as "sudwest". */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/**
 * The areas whose name or code has the words asked for: names that begin so first, then names with a word that begins
 * so, then the rest; each in alphabetical order. Empty text finds nothing.
 */
export function findRegions(targets: readonly SearchTarget[], text: string): SearchTarget[] {
  const asked = foldText(text.trim());
  if (asked === '') return [];
  const ranked: [number, SearchTarget][] = [];
  for (const target of targets) {
    const name = foldText(target.name);
    const at = name.indexOf(asked);
    if (at === 0) ranked.push([0, target]);
    else if (at > 0) ranked.push([/[\s('’-]/.test(name[at - 1]) ? 1 : 2, target]);
    else if (target.code.toLowerCase().startsWith(asked)) ranked.push([3, target]);
    else if (foldText(`${target.name} ${target.around}`).includes(asked)) ranked.push([4, target]);
  }
  return ranked
    .sort((a, b) => a[0] - b[0] || a[1].name.localeCompare(b[1].name, 'nl') || a[1].code.localeCompare(b[1].code))
    .map(([, target]) => target);
}

/**
 * Search by name as a combobox with a list: type, arrows, Enter; Escape closes.
 * Pattern: ARIA Authoring Practices, "Editable Combobox With List Autocomplete".
 */
export class RegionSearch implements ReactiveController {
  #text = '';
  #active = -1;
  #isOpen = false;

  readonly #host: ReactiveControllerHost;
  readonly #options: SearchOptions;

  constructor(host: ReactiveControllerHost, options: SearchOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {}

  render(texts: CommonTexts): TemplateResult {
    const found = this.#isOpen ? findRegions(this.#options.targets(), this.#text) : [];
    const shown = found.slice(0, MOST_SHOWN);
    const isOpen = this.#isOpen && this.#text.trim() !== '';
    return html`<div class="field search" part="search">
      <label for="search"><span>${texts.search}</span></label>
      <input
        id="search"
        type="search"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        aria-expanded=${isOpen && shown.length > 0 ? 'true' : 'false'}
        aria-controls="search-results"
        aria-autocomplete="list"
        aria-activedescendant=${this.#active >= 0 && shown[this.#active] ? `result-${this.#active}` : nothing}
        placeholder=${texts.searchPlaceholder}
        .value=${this.#text}
        @input=${this.#handleInput}
        @keydown=${(event: KeyboardEvent) => this.#handleKey(event, shown)}
        @blur=${() => this.#close()}
      />
      <ul id="search-results" role="listbox" aria-label=${texts.search} ?hidden=${!isOpen || shown.length === 0}>
        ${shown.map(
          (target, i) =>
            html`<li
              id="result-${i}"
              role="option"
              aria-selected=${i === this.#active ? 'true' : 'false'}
              @pointerdown=${(event: Event) => {
                event.preventDefault();
                this.#choose(target);
              }}
            >
              ${target.name}${target.around ? html`<span class="around">, ${target.around}</span>` : nothing}
            </li>`,
        )}
      </ul>
      <div class="visually-hidden" role="status">
        ${isOpen ? (found.length === 0 ? texts.noResults : texts.results(found.length, shown.length)) : nothing}
      </div>
      ${isOpen && found.length === 0 ? html`<p class="no-results" aria-hidden="true">${texts.noResults}</p>` : nothing}
    </div>`;
  }

  #handleInput = (event: Event): void => {
    this.#text = (event.target as HTMLInputElement).value;
    this.#isOpen = true;
    this.#active = -1;
    this.#host.requestUpdate();
  };

  #handleKey(event: KeyboardEvent, shown: readonly SearchTarget[]): void {
    const { key } = event;
    if (key === 'Escape') this.#close();
    else if (key === 'Enter') this.#choose(shown[Math.max(this.#active, 0)]);
    else if ((key === 'ArrowDown' || key === 'ArrowUp') && shown.length > 0) {
      const step = key === 'ArrowDown' ? 1 : -1;
      this.#isOpen = true;
      this.#active = (this.#active + step + shown.length + (this.#active < 0 && step < 0 ? 1 : 0)) % shown.length;
      this.#host.requestUpdate();
    } else return;
    event.preventDefault();
  }

  #choose(target: SearchTarget | undefined): void {
    if (!target) return;
    this.#text = target.name;
    this.#close();
    this.#options.choose(target.code);
  }

  #close(): void {
    this.#isOpen = false;
    this.#active = -1;
    this.#host.requestUpdate();
  }
}

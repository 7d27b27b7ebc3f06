import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { findRegions, type SearchTarget } from '@zicht-op/core/picture/find-regions.js';
import type { CommonTexts } from '@zicht-op/locales/nl/common.js';

export interface SearchOptions {
  readonly targets: () => readonly SearchTarget[];
  readonly choose: (code: string) => void;
}

const MOST_SHOWN = 8;

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

import type { Choice } from '@zicht-op/core/picture/inputs.js';
import type { Picture } from '@zicht-op/core/picture/picture.js';
import { attributeText, formatFilter, parseTokens } from '@zicht-op/core/picture/query-string.js';
import { groupOf, type GroupState, type SharedField } from '../group/group-state.js';

const SHARED: readonly SharedField[] = ['indicator', 'period', 'level', 'within', 'filter', 'selected'];

/** The element that makes the choice. */
export type ChoiceHost = Element & {
  /** Name of the group; empty: the `zo-group` around it, else none. */
  readonly group: string;
  /** Words: `indicator` where that is shared too. */
  readonly share: string;
  /** Until the first rendering what is written is a start value. */
  readonly hasUpdated: boolean;
};

export interface ChoiceOptions {
  /** What is on screen. */
  readonly picture: () => Picture | null;
  /** The group has another value of a field that this element shares, or points at another region. */
  readonly changed: (change: SharedField | 'hover') => void;
}

/**
 * What an element was asked to show, by its author, its host, its visitor and its group. A field that was set reads back
 * as set until there is a picture; then as drawn.
 */
export class SharedChoice {
  readonly #element: ChoiceHost;
  readonly #options: ChoiceOptions;
  readonly #own: Record<SharedField, string> = {
    indicator: '',
    period: '',
    level: '',
    within: '',
    filter: '',
    selected: '',
  };
  /** Fields set since the last picture. */
  readonly #unsettled = new Set<SharedField>();
  #group: GroupState;
  #leave: (() => void) | null = null;
  /** Region that this element's own visitor points at, or null. */
  #pointedAt: string | null = null;

  constructor(element: ChoiceHost, options: ChoiceOptions) {
    this.#element = element;
    this.#options = options;
    this.#group = groupOf(element, '');
  }

  get isJoined(): boolean {
    return this.#leave !== null;
  }

  /** Code of the region pointed at in the group, or null. */
  get hovered(): string | null {
    return this.#group.hover;
  }

  /** Joins the group that the element is in now, and leaves the one it was in. */
  join(): void {
    this.quit();
    this.#group = groupOf(this.#element, this.#element.group);
    this.#leave = this.#group.subscribe((change) => this.#groupChanged(change));
    for (const field of SHARED) if (this.#shares(field)) this.#group.offerStart(field, this.#own[field]);
  }

  /** What this element pointed at goes with it: nobody points at it any more. */
  quit(): void {
    if (this.#pointedAt !== null && this.#group.hover === this.#pointedAt) this.#group.setHover(null);
    this.#pointedAt = null;
    this.#leave?.();
    this.#leave = null;
  }

  read(field: SharedField): string {
    const picture = this.#options.picture();
    if (!picture || this.#unsettled.has(field) || field === 'selected') return this.asked(field);
    if (field === 'within') return picture.within;
    const { selection } = picture;
    if (field === 'indicator') return selection.indicator.id;
    return field === 'filter' ? formatFilter(selection.filter) : selection[field];
  }

  write(field: SharedField, value: unknown): void {
    const text = attributeText(value);
    this.#own[field] = text;
    this.#unsettled.add(field);
    if (!this.#shares(field)) return;
    if (this.#element.hasUpdated) this.#group.set(field, text);
    else if (this.#leave) this.#group.offerStart(field, text);
  }

  /** A new picture shows what was asked for. */
  settle(): void {
    this.#unsettled.clear();
  }

  /** The value in force: the group's, else the element's own. */
  asked(field: SharedField): string {
    return this.#shares(field) ? this.#group.valueFor(field, this.#own[field]) : this.#own[field];
  }

  /** What the element itself was asked for. */
  own(field: SharedField): string {
    return this.#own[field];
  }

  choice(field: SharedField): Choice {
    const [value, own] = [this.asked(field), this.#own[field]];
    return { value, strict: value !== '' && value === own, own };
  }

  /** The element's visitor points at a region, or at none. False where that is no news. */
  pointAt(region: string | null): boolean {
    this.#pointedAt = region;
    if (this.#group.hover === region) return false;
    this.#group.setHover(region);
    return true;
  }

  #shares(field: SharedField): boolean {
    return field !== 'indicator' || parseTokens(this.#element.share).includes('indicator');
  }

  #groupChanged(change: SharedField | 'hover'): void {
    const isView = change !== 'hover' && change !== 'selected';
    if (isView && !this.#shares(change)) return;
    if (isView) this.#unsettled.add(change);
    this.#options.changed(change);
  }
}

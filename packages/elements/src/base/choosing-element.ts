import { property } from 'lit/decorators.js';
import type { Picture } from '@zicht-op/core/picture/picture.js';
import { formatFilter, parseFilter, parseTokens } from '@zicht-op/core/picture/query-string.js';
import { createEvent } from '../events/events.js';
import type { SharedField } from '../group/group-state.js';
import { DataProperties } from './data-properties.js';
import { SharedChoice } from './shared-choice.js';

/** What is shown of the data: as author, host, visitor and group choose. A visitor's choice is told to group and page. */
export abstract class ChoosingElement extends DataProperties {
  protected readonly sharedChoice = new SharedChoice(this, {
    picture: () => this.picture,
    changed: (change) => this.#groupChanged(change),
  });

  /** Metric id; the first. */
  @property()
  get indicator(): string {
    return this.sharedChoice.read('indicator');
  }
  set indicator(value: string) {
    this.sharedChoice.write('indicator', value);
  }

  /** Period id; the newest that is as good as complete. */
  @property()
  get period(): string {
    return this.sharedChoice.read('period');
  }
  set period(value: string) {
    this.sharedChoice.write('period', value);
  }

  /** Level id; the level that has boundaries and most regions. */
  @property()
  get level(): string {
    return this.sharedChoice.read('level');
  }
  set level(value: string) {
    this.sharedChoice.write('level', value);
  }

  /** Region code: only areas inside it are shown. */
  @property()
  get within(): string {
    return this.sharedChoice.read('within');
  }
  set within(value: string) {
    this.sharedChoice.write('within', value);
  }

  /** Breakdown choice as a query string: `Branche=9602&Leeftijd=13-19`. */
  @property()
  get filter(): string {
    return this.sharedChoice.read('filter');
  }
  set filter(value: string) {
    this.sharedChoice.write('filter', value);
  }

  /** Codes of the selected regions, space separated. */
  @property()
  get selected(): string {
    return this.sharedChoice.read('selected');
  }
  set selected(value: string) {
    this.sharedChoice.write('selected', value);
  }

  /** What is on screen; null before there is any. */
  protected abstract get picture(): Picture | null;

  /** Starts a new picture for all changes of this turn. */
  protected abstract invalidate(): void;

  /** Code of the region pointed at in the group, or null. */
  protected get hoveredCode(): string | null {
    return this.sharedChoice.hovered;
  }

  /** Codes of the selected regions. */
  protected get selectedCodes(): string[] {
    return parseTokens(this.selected.toUpperCase());
  }

  /** Called when the region pointed at in the group changed. */
  protected hoverChanged(): void {
    this.requestUpdate();
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
    if (this.sharedChoice.pointAt(region)) this.dispatchEvent(createEvent('zo-hover', { region, level: this.level }));
  }

  /** Joins the group that the element is in now. */
  protected joinGroup(): void {
    this.sharedChoice.join();
    this.invalidate();
  }

  #groupChanged(change: SharedField | 'hover'): void {
    if (change === 'hover') return this.hoverChanged();
    if (change !== 'selected') this.invalidate();
    this.requestUpdate();
  }
}

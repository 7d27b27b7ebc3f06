import { html, nothing, svg, type TemplateResult } from 'lit';
import type { BranchOutlierTexts } from '@zicht-op/locales/nl/branch-outlier.js';
import type { OutlierView, PointTexts } from './branch-outlier-view.js';
import type { OutlierPoint } from './outlier-model.js';
import { symbolTemplate } from './scatter-template.js';

/** Regions shown before the rest is asked for. */
export const SHOWN_FIRST = 8;

export type ListSide = 'above' | 'below';

export interface DeviationListModel {
  readonly view: OutlierView;
  readonly texts: BranchOutlierTexts;
  /** Level of the lists' headings: one below the element's own. */
  readonly headingLevel: number;
  readonly count: (n: number) => string;
  readonly textsOf: (point: OutlierPoint) => PointTexts;
  readonly hovered: string | null;
  readonly selected: readonly string[];
  readonly isExpanded: (side: ListSide) => boolean;
  readonly toggle: (side: ListSide) => void;
  readonly pointAt: (code: string | null) => void;
  readonly choose: (code: string, add: boolean) => void;
}

const isFinitePoint = (point: OutlierPoint): boolean => Number.isFinite(point.logRatio);

/** Length of the bar as a share of the furthest deviation in either list; full where the ratio has no end. */
function barLength(point: OutlierPoint, furthest: number): number {
  if (!isFinitePoint(point)) return 1;
  return furthest > 0 ? Math.abs(point.logRatio) / furthest : 0;
}

function bar(side: ListSide, length: number): TemplateResult {
  const width = `${Math.max(1, Math.round(length * 100))}%`;
  return html`<svg class="bar" aria-hidden="true" focusable="false">
    <rect class="bar-room" width="100%" height="100%" rx="2"></rect>
    ${svg`<rect class="bar-${side}" width=${width} height="100%" rx="2"></rect>`}
  </svg>`;
}

function item(list: DeviationListModel, side: ListSide, point: OutlierPoint, furthest: number): TemplateResult {
  const { texts, hovered, selected, pointAt, choose } = list;
  const { name, actual, predicted, deviation } = list.textsOf(point);
  return html`<li>
    <button
      type="button"
      class="deviation"
      part="deviation"
      aria-pressed=${selected.includes(point.code) ? 'true' : 'false'}
      ?data-hovered=${hovered === point.code}
      @click=${(event: MouseEvent) => choose(point.code, event.ctrlKey || event.metaKey)}
      @pointerenter=${() => pointAt(point.code)}
      @focus=${() => pointAt(point.code)}
      @blur=${() => pointAt(null)}
    >
      <span class="name">${name}</span>
      <span class="words">${deviation}</span>
      ${bar(side, barLength(point, furthest))}
      <span class="figures"
        ><span><span class="label">${texts.actual}</span> ${actual}</span>
        <span><span class="label">${texts.predicted}</span> ${predicted}</span></span
      >
    </button>
  </li>`;
}

/** Arrow keys go along the buttons of a list, besides Tab. */
function handleKeyDown(event: KeyboardEvent): void {
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
  const step = Object.hasOwn(steps, event.key) ? steps[event.key] : 0;
  if (step === 0 && event.key !== 'Home' && event.key !== 'End') return;
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === event.composedPath()[0]);
  const next = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : at + step;
  if (at < 0 || !buttons[next]) return;
  event.preventDefault();
  buttons[next].focus();
}

function oneList(list: DeviationListModel, side: ListSide, furthest: number): TemplateResult {
  const { view, texts, count, pointAt } = list;
  const points = view.model[side];
  const shown = list.isExpanded(side) ? points : points.slice(0, SHOWN_FIRST);
  const more = points.length - SHOWN_FIRST;
  return html`<section class="deviations" part="deviations-${side}" role="group" aria-labelledby="heading-${side}">
    <div id="heading-${side}" class="list-heading" role="heading" aria-level=${list.headingLevel}>
      ${symbolTemplate(side)} ${texts.side[side]} <span class="count">${count(points.length)}</span>
    </div>
    ${
      points.length === 0
        ? html`<p class="none">${texts.sideEmpty[side]}</p>`
        : html`<ul
            role="list"
            class=${list.isExpanded(side) ? 'many' : ''}
            @keydown=${handleKeyDown}
            @pointerleave=${() => pointAt(null)}
          >
            ${shown.map((point) => item(list, side, point, furthest))}
          </ul>`
    }
    ${
      more > 0
        ? html`<button
            type="button"
            class="quiet"
            aria-expanded=${list.isExpanded(side) ? 'true' : 'false'}
            @click=${() => list.toggle(side)}
          >
            ${list.isExpanded(side) ? texts.showFewer : texts.showAll(count(points.length), texts.side[side])}
          </button>`
        : nothing
    }
  </section>`;
}

/** The deviations in both directions, furthest first, without a rank: the order is not a judgement. */
export function deviationListTemplate(list: DeviationListModel): TemplateResult {
  const { above, below } = list.view.model;
  const furthest = [...above, ...below]
    .filter(isFinitePoint)
    .reduce((most, point) => Math.max(most, Math.abs(point.logRatio)), 0);
  return html`${oneList(list, 'above', furthest)} ${oneList(list, 'below', furthest)}`;
}

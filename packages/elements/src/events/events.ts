import type { ErrorDetail, LoadDetail } from '@zicht-op/core/picture/announcer.js';

export type { ErrorDetail, LoadDetail };

/** A visitor chose regions; an empty list means the choice was cleared. */
export interface SelectDetail {
  readonly regions: readonly string[];
  readonly level: string;
  /** Where the choice was made: `map`, `table`, `list`, `chart`, `search`, `keyboard`. */
  readonly source: string;
}

/** A visitor points at a region; null when at none. */
export interface HoverDetail {
  readonly region: string | null;
  readonly level: string;
}

/** A visitor changed what is shown. */
export interface ViewChangeDetail {
  readonly indicator: string;
  readonly period: string;
  readonly level: string;
  readonly within: string;
  readonly filter: string;
}

interface EventDetails {
  'zo-select': SelectDetail;
  'zo-hover': HoverDetail;
  'zo-view-change': ViewChangeDetail;
  'zo-load': LoadDetail;
  'zo-error': ErrorDetail;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'zo-select': CustomEvent<SelectDetail>;
    'zo-hover': CustomEvent<HoverDetail>;
    'zo-view-change': CustomEvent<ViewChangeDetail>;
    'zo-load': CustomEvent<LoadDetail>;
    'zo-error': CustomEvent<ErrorDetail>;
  }
}

/** Every event of ours bubbles, crosses shadow roots, and carries codes, never figures. */
export function createEvent<N extends keyof EventDetails>(
  name: N,
  detail: EventDetails[N],
): CustomEvent<EventDetails[N]> {
  return new CustomEvent(name, { detail, bubbles: true, composed: true });
}

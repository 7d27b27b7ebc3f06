/** A place in the map's box, in CSS pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

const GAP = 14;
const MARGIN = 4;

/** Shows a tooltip beside a place, never outside the box; hides it without one. */
export function placeTooltip(tooltip: HTMLElement, box: DOMRectReadOnly, place: Place | null): void {
  tooltip.toggleAttribute('hidden', place === null);
  if (!place) return;
  const { offsetWidth: width, offsetHeight: height } = tooltip;
  const left = Math.min(Math.max(place.x + GAP, MARGIN), Math.max(MARGIN, box.width - width - MARGIN));
  const below = place.y + GAP;
  const top = below + height > box.height ? Math.max(MARGIN, place.y - height - GAP) : below;
  tooltip.style.setProperty('transform', `translate(${Math.round(left)}px, ${Math.round(top)}px)`);
}

import type { Map as LeafletMap, LatLng } from 'leaflet';

/** A layer of areas on a map, as far as the others on it have to know. */
export interface StackedLayer {
  /** What it draws in; null while it isn't on a map. */
  readonly element: HTMLElement | null;
  /** Whether a pointer at this place is for this layer, as far as it is concerned. */
  readonly reactsAt: (place: LatLng) => boolean;
}

const layersOf = new WeakMap<LeafletMap, Set<StackedLayer>>();

/** From now on other layers on this map ask whether this one lies above them. Answers how to end that. */
export function joinStack(map: LeafletMap, layer: StackedLayer): () => void {
  const layers = layersOf.get(map) ?? new Set();
  layersOf.set(map, layers.add(layer));
  return () => void layers.delete(layer);
}

/** Whether the pointer at a place is for another one of our layers, which lies above. */
export function isBelowAnother(map: LeafletMap, layer: StackedLayer, place: LatLng): boolean {
  return [...(layersOf.get(map) ?? [])].some(
    (other) => other !== layer && liesAbove(other.element, layer.element) && other.reactsAt(place),
  );
}

/** What of the host's, or of Leaflet's own, a pointer can be over. */
const FOREIGN = '.leaflet-interactive, .leaflet-popup, .leaflet-control';

/** Whether the pointer is over something that lies above the layer: a marker, a popup, a control, a vector. */
export function isBelowForeign(map: LeafletMap, element: HTMLElement, target: EventTarget | null): boolean {
  // Not `instanceof`: the map may stand in another window's document.
  const foreign = (target as Partial<Element> | null)?.closest?.(FOREIGN) ?? null;
  if (!foreign || foreign.contains(map.getContainer())) return false;
  const pane = foreign.closest('.leaflet-pane');
  // In the same pane the order is the host's affair: what reacts to pointers has them.
  return pane === null || zIndexOf(pane) >= zIndexOf(element.parentElement);
}

function liesAbove(one: HTMLElement | null, other: HTMLElement | null): boolean {
  if (!one || !other) return false;
  const isTogether = one.parentElement === other.parentElement;
  const difference = isTogether
    ? zIndexOf(one) - zIndexOf(other)
    : zIndexOf(one.parentElement) - zIndexOf(other.parentElement);
  if (difference !== 0) return difference > 0;
  return (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** 0 for `auto`. */
const zIndexOf = (element: Element | null): number => (element && Number(getComputedStyle(element).zIndex)) || 0;

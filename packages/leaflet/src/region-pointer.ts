import type { LatLng, LeafletEventHandlerFn, LeafletMouseEvent, Map as LeafletMap } from 'leaflet';
import { isBelowAnother, isBelowForeign, joinStack, type StackedLayer } from './layer-order.js';

export interface PointerHost {
  /** What the layer draws in; null while it isn't on a map. */
  readonly element: () => HTMLElement | null;
  /** Whether visitors may point and choose. */
  readonly isOn: () => boolean;
  /** Shape at a place, or -1. */
  readonly shapeAt: (place: LatLng) => number;
  /** A visitor points at another shape, or at none: -1. */
  readonly point: (shape: number) => void;
  /** A visitor chose a shape; `add`: besides what is chosen. */
  readonly choose: (shape: number, add: boolean) => void;
}

/**
 * A visitor's pointer on a host's map, heard through the map's own events: what lies above the layer has it first, and the
 * host's controls and drawing tools go on as they do.
 */
export class RegionPointer implements StackedLayer {
  readonly #host: PointerHost;
  #map: LeafletMap | null = null;
  #leaveStack: (() => void) | null = null;
  #pointed = -1;
  /** The map's cursor is ours. */
  #hasCursor = false;

  constructor(host: PointerHost) {
    this.#host = host;
  }

  get element(): HTMLElement | null {
    return this.#host.element();
  }

  reactsAt(place: LatLng): boolean {
    return this.#host.isOn() && this.#host.shapeAt(place) >= 0;
  }

  attach(map: LeafletMap): void {
    this.#map = map;
    this.#leaveStack = joinStack(map, this);
  }

  detach(): void {
    this.forget();
    this.#leaveStack?.();
    this.#leaveStack = this.#map = null;
  }

  /** What was pointed at is no longer there, without a visitor's doing. */
  forget(): void {
    this.#pointed = -1;
    this.#setCursor(false);
  }

  /** For the map, while the layer is on it. */
  get events(): Record<string, LeafletEventHandlerFn> {
    return {
      mousemove: (event) => this.#move(event as LeafletMouseEvent),
      mouseout: () => this.#point(-1),
      click: (event) => this.#click(event as LeafletMouseEvent),
      movestart: () => this.#setCursor(false),
    };
  }

  /** A host may fire the map's events itself: without an original event, and with nothing above. */
  #shapeFor({ latlng, originalEvent }: LeafletMouseEvent): number {
    const [map, element] = [this.#map, this.element];
    if (!map || !element || !this.#host.isOn()) return -1;
    if (isBelowForeign(map, element, originalEvent?.target ?? null) || isBelowAnother(map, this, latlng)) return -1;
    return this.#host.shapeAt(latlng);
  }

  #move(event: LeafletMouseEvent): void {
    // A map that is being dragged, or a tap.
    if ((event.originalEvent?.buttons ?? 0) !== 0 || isOfFinger(event.originalEvent)) return;
    this.#point(this.#shapeFor(event));
  }

  #point(shape: number): void {
    this.#setCursor(shape >= 0);
    if (shape === this.#pointed) return;
    this.#pointed = shape;
    this.#host.point(shape);
  }

  #click(event: LeafletMouseEvent): void {
    const { originalEvent } = event;
    if ((originalEvent?.detail ?? 0) > 1) return;
    const shape = this.#shapeFor(event);
    const add = Boolean(originalEvent && (originalEvent.ctrlKey || originalEvent.metaKey || originalEvent.shiftKey));
    if (shape >= 0) this.#host.choose(shape, add);
  }

  /** A cursor that the host has set stays. */
  #setCursor(isPointer: boolean): void {
    const style = this.#map?.getContainer().style;
    if (!style || isPointer === this.#hasCursor || (isPointer && style.cursor !== '')) return;
    this.#hasCursor = isPointer;
    if (isPointer) style.setProperty('cursor', 'pointer');
    else if (style.cursor === 'pointer') style.removeProperty('cursor');
  }
}

/** Browsers send a tap as a move first, but a finger points at nothing. Chromium tells; other devices have a finger alone. */
const isOfFinger = (event: (MouseEvent & { sourceCapabilities?: { firesTouchEvents: boolean } | null }) | undefined) =>
  event?.sourceCapabilities?.firesTouchEvents ?? (navigator.maxTouchPoints > 0 && matchMedia('(hover: none)').matches);

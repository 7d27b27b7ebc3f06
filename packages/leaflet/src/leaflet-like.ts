import type * as Leaflet from 'leaflet';

/**
 * The part of Leaflet that a layer needs, handed in by whoever has the map: a page may hold two copies, and an object of
 * the one is nothing to the other.
 */
export interface LeafletLike {
  readonly Layer: typeof Leaflet.Layer;
  readonly DomUtil: Pick<typeof Leaflet.DomUtil, 'create' | 'setPosition' | 'setTransform' | 'getPosition'>;
}

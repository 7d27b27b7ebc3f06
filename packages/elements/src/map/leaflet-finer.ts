import { FinerRegions, type FinerRegionsOptions } from '@zicht-op/leaflet/finer-regions.js';
import type { MapHost } from './leaflet-map-host.js';

/** Has finer shapes drawn on a map in the place of those it has. */
export function addFinerRegions(
  host: MapHost,
  options: Omit<FinerRegionsOptions, 'map' | 'coarse' | 'fine'>,
): FinerRegions {
  removeFinerRegions(host);
  const { map, regions: coarse } = host;
  const finer = new FinerRegions({ ...options, map, coarse, fine: host.makeRegions() });
  finer.setEmphasis(host.emphasis);
  host.finer = finer;
  return finer;
}

/** Back to the shapes it has. */
export function removeFinerRegions(host: MapHost): void {
  host.finer?.remove();
  host.finer = null;
}

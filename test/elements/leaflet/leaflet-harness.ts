import { fixture, html } from '@open-wc/testing';
import type * as Leaflet from 'leaflet';
import type { ZoChoropleth } from '@zicht-op/elements/choropleth/zo-choropleth.js';
import '@zicht-op/elements/choropleth/define.js';
import {
  choroplethLayer,
  type ChoroplethLayer,
  type ChoroplethLayerOptions,
} from '@zicht-op/leaflet/choropleth-layer.js';
import { gridCentre, gridCodes, gridTopology, jsonStat, type Grid } from '../../support/grid-country.js';

export type L = typeof Leaflet;

const DIST = '/node_modules/leaflet/dist/';

/** Leaflet as published, as a module. */
export const moduleLeaflet = async (): Promise<L> => (await import(`${DIST}leaflet-src.esm.js`)) as L;

/** Another copy: the classic script, which calls itself `L`. */
export async function globalLeaflet(): Promise<L> {
  const script = document.createElement('script');
  script.src = `${DIST}leaflet.js`;
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
    document.head.append(script);
  });
  return (window as unknown as { L: L }).L;
}

/** Leaflet's own rules, without which nothing lies where it should. */
export async function leafletStyles(): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = `${DIST}leaflet.css`;
  await new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', reject);
    document.head.append(link);
  });
}

/** Ten squares of a tenth of a degree, with one to ten as figures. */
export const GRID: Grid = { columns: 5, rows: 2 };
export const CODES = gridCodes(GRID);
export const SHAPES = gridTopology(GRID);
export const COUNTED = Object.fromEntries(CODES.map((code, i) => [code, i + 1]));
export const dataset = (figures: Record<string, number | string | null> = COUNTED, more = {}) =>
  jsonStat(CODES, { a: { '2023': figures }, b: { '2023': COUNTED } }, more);
export const CENTRE: Leaflet.LatLngTuple = [52.4, 5.25];
export const ZOOM = 9;

/** Latitude and longitude of the middle of a square. */
export function middleOf(code: string): Leaflet.LatLngTuple {
  const [longitude, latitude] = gridCentre(GRID, code);
  return [latitude, longitude];
}

/** A host's map, as a host makes it. */
export async function mapOf(
  L: L,
  options: Leaflet.MapOptions = {},
  size: readonly [number, number] = [500, 400],
): Promise<Leaflet.Map> {
  const container = await fixture<HTMLElement>(html`<div></div>`);
  container.style.setProperty('width', `${size[0]}px`);
  container.style.setProperty('height', `${size[1]}px`);
  return L.map(container, { fadeAnimation: false, inertia: false, ...options }).setView(CENTRE, ZOOM);
}

export const layerOf = (L: L, options: ChoroplethLayerOptions = {}): ChoroplethLayer =>
  choroplethLayer(L, { data: dataset(), boundariesData: SHAPES, ...options });

/** A layer on a map, drawn. */
export async function shownOn(map: Leaflet.Map, L: L, options: ChoroplethLayerOptions = {}): Promise<ChoroplethLayer> {
  const layer = layerOf(L, options).addTo(map);
  await layer.ready;
  return layer;
}

/** Of all layers of areas on a map, from below. */
export const containersIn = (map: Leaflet.Map): HTMLElement[] => [
  ...map.getContainer().querySelectorAll<HTMLElement>('.zo-regions'),
];

const clientPoint = (map: Leaflet.Map, place: Leaflet.LatLngExpression): { x: number; y: number } => {
  const { x, y } = map.latLngToContainerPoint(place);
  const { left, top } = map.getContainer().getBoundingClientRect();
  return { x: left + x, y: top + y };
};

function pixelAt(map: Leaflet.Map, place: Leaflet.LatLngExpression, canvas: HTMLCanvasElement): Uint8ClampedArray {
  const { left, top, width } = canvas.getBoundingClientRect();
  const { x, y } = clientPoint(map, place);
  const ratio = canvas.width / width;
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  return context.getImageData(Math.floor((x - left) * ratio), Math.floor((y - top) * ratio), 1, 1).data;
}

/** Colour painted at a place, as `#rrggbb`; `none` where nothing is. */
export function colourAt(map: Leaflet.Map, place: Leaflet.LatLngExpression, layer = 0): string {
  const canvas = containersIn(map)[layer].querySelectorAll('canvas')[0];
  const [r, g, b, a] = pixelAt(map, place, canvas);
  if (a === 0) return 'none';
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}${a < 255 ? ` ${a}` : ''}`;
}

/** Whether an outline runs around a square, just inside its western side. */
export function isOutlined(map: Leaflet.Map, code: string): boolean {
  const [latitude, longitude] = middleOf(code);
  const canvas = containersIn(map)[0].querySelectorAll('canvas')[1];
  return pixelAt(map, [latitude, longitude - 0.0498], canvas)[3] > 0;
}

/** Sends mouse events to what lies at a place, as a browser does: to the topmost element there, or to `target`. */
export function mouse(
  map: Leaflet.Map,
  place: Leaflet.LatLngExpression,
  types: readonly string[],
  more: MouseEventInit & { target?: Element | null } = {},
): void {
  const { x, y } = clientPoint(map, place);
  const { target = document.elementFromPoint(x, y), ...init } = more;
  for (const type of types)
    target?.dispatchEvent(
      new MouseEvent(type, { clientX: x, clientY: y, bubbles: true, cancelable: true, detail: 1, ...init }),
    );
}

export const click = (map: Leaflet.Map, place: Leaflet.LatLngExpression, more = {}): void =>
  mouse(map, place, ['mousemove', 'mousedown', 'mouseup', 'click'], more);

export const hover = (map: Leaflet.Map, place: Leaflet.LatLngExpression, more = {}): void =>
  mouse(map, place, ['mousemove'], more);

/** Events of ours that a layer fires, without what Leaflet adds. */
export function eventsOf(layer: ChoroplethLayer): Record<string, unknown>[] {
  const heard: Record<string, unknown>[] = [];
  for (const name of ['zo-select', 'zo-hover', 'zo-view-change', 'zo-load', 'zo-error']) {
    layer.on(name, ({ target: _target, sourceTarget: _source, ...event }: Leaflet.LeafletEvent) =>
      heard.push({ ...event }),
    );
  }
  return heard;
}

export const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** An element that shows the same, at the same view. */
export async function choroplethOn(
  properties: Readonly<Record<string, unknown>>,
): Promise<ZoChoropleth & { leafletMap: Leaflet.Map }> {
  const element = await fixture<ZoChoropleth>(html`<zo-choropleth></zo-choropleth>`);
  Object.assign(element, properties);
  await element.ready;
  const leafletMap = element.map as unknown as Leaflet.Map;
  return Object.assign(element, { leafletMap });
}

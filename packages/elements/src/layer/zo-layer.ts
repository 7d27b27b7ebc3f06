import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { listAt } from '@zicht-op/core/formats/json-access.js';
import { problem, type ErrorCode } from '@zicht-op/core/model/problem.js';
import { fetchAllPages, featuresNext } from '@zicht-op/core/sources/pages.js';
import { fetchText, SourceError } from '@zicht-op/core/sources/transport.js';
import { createEvent } from '../events/events.js';
import { commonTexts, languageOf } from '../locales/locale.js';
import type { Layer, Map as LeafletMap } from '../map/leaflet.js';
import type { LayerType } from '../map/leaflet-local-layer.js';

/** A function of the page's, as `DataElement` uses it. */
const pageFetch: typeof fetch = (input, init) => window.fetch(input, init);

const MAX_SIZE = 64_000_000;

/** All features of several pages as one collection. */
const collectionOf = (pages: readonly unknown[]): unknown => ({
  type: 'FeatureCollection',
  features: pages.flatMap((page) => listAt(page, 'features')),
});

/**
 * @summary A layer of the host's own on a `zo-choropleth`: points, lines or areas in GeoJSON, or pictures of a WMS or WMTS.
 *
 * Place it inside the map element. What it shows stays in the page: nothing is joined to published figures.
 *
 * @fires zo-error - the layer can't be read
 */
export class ZoLayer extends LitElement {
  /** Address: of a GeoJSON file, OGC API Features items, a WMS with its `layers` in the query, or a WMTS or tile template. */
  @property() src = '';
  /** `geojson`, `ogc-features`, `wms` or `wmts`; told by the address where it isn't given. */
  @property() type: LayerType | '' = '';
  /** `above` the regions (default) or `below` them. */
  @property() position: 'above' | 'below' = 'above';
  /** 0 to 1. */
  @property({ type: Number }) opacity = 1;
  /** Name in the legend. */
  @property() label = '';
  /** Colour of points, lines and areas; default: the page's accent. */
  @property() colour = '';

  #map: LeafletMap | null = null;
  #layer: Layer | null = null;
  #abort: AbortController | null = null;

  /** Puts the layer on a map; asked by the map element it stands in. */
  async attach(map: LeafletMap): Promise<void> {
    if (this.#map === map) return;
    this.#detach();
    this.#map = map;
    await this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#detach();
    });
  }

  protected override createRenderRoot(): HTMLElement {
    // Nothing of it is shown in the page itself.
    return this;
  }

  protected override updated(): void {
    this.hidden = true;
    if (this.#map) void this.#load();
  }

  #detach(): void {
    this.#abort?.abort();
    this.#layer?.remove();
    this.#layer = null;
    this.#map = null;
  }

  async #load(): Promise<void> {
    const map = this.#map;
    this.#abort?.abort();
    if (!map || !this.src || !URL.canParse(this.src.replace(/[{}]/g, ''), document.baseURI)) return;
    const abort = new AbortController();
    this.#abort = abort;
    const { layerType, localLayer } = await import('../map/leaflet-local-layer.js');
    const type = this.type || layerType(this.src);
    const isPictures = type === 'wms' || type === 'wmts';
    const features = isPictures ? null : await this.#features(abort.signal);
    if (abort.signal.aborted || (features === null && !isPictures)) return;
    this.#layer?.remove();
    this.#layer = localLayer({
      type,
      src: this.src,
      features,
      pane: this.position === 'below' ? 'zo-below' : 'zo-above',
      opacity: Math.min(1, Math.max(0, this.opacity)),
      colour: this.colour || getComputedStyle(this).getPropertyValue('--zo-color-accent').trim() || '#b3005e',
    });
    this.#layer.addTo(map);
  }

  /** GeoJSON of the address with all its pages; null when it can't be read, which is reported. */
  async #features(signal: AbortSignal): Promise<unknown> {
    const url = new URL(this.src, document.baseURI).href;
    const transport = { fetch: pageFetch, credentials: 'same-origin' as const, maxSize: MAX_SIZE, signal };
    try {
      const answer = await fetchText(url, transport);
      const json: unknown = JSON.parse(answer.text);
      const pages = await fetchAllPages({ url, answer, json }, transport, {
        nextOf: featuresNext,
        refused: 'invalid-boundaries',
      });
      if (pages.ok) return pages.value.length === 1 ? pages.value[0] : collectionOf(pages.value);
      void this.#report(pages.problems[0].code as ErrorCode, url);
    } catch (error) {
      if (!signal.aborted) void this.#report(error instanceof SourceError ? error.code : 'not-json', url);
    }
    return null;
  }

  async #report(code: ErrorCode, url: string): Promise<void> {
    const language = languageOf(this);
    await commonTexts.load(language);
    const message = commonTexts.in(language).problem(problem(code, '', { url }));
    console.error(`<zo-layer> ${code}: ${message} (${url})`);
    this.dispatchEvent(createEvent('zo-error', { code, message, url, severity: 'error', path: '' }));
  }
}

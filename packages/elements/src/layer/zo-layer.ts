import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { listAt } from '@zicht-op/core/formats/json-access.js';
import { problem, type ErrorCode } from '@zicht-op/core/model/problem.js';
import { attributeText } from '@zicht-op/core/picture/query-string.js';
import { fetchAllPages, featuresNext } from '@zicht-op/core/sources/pages.js';
import { fetchText, SourceError } from '@zicht-op/core/sources/transport.js';
import { languageOf } from '@zicht-op/locales/language-of.js';
import { problemTexts } from '@zicht-op/locales/locale.js';
import { createEvent } from '../events/events.js';
import type { Map as LeafletMap } from '../map/leaflet.js';
import type { LayerLook, LayerType, LocalLayer } from '../map/leaflet-local-layer.js';

/** A function of the page's, as `DataElement` uses it. */
const pageFetch: typeof fetch = (input, init) => window.fetch(input, init);

const MAX_SIZE = 64_000_000;

/** Properties that change what is on the map. */
const DRAWN = ['src', 'type', 'position', 'opacity', 'colour'] as const;

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
 * @fires zo-layer-change - for the map around it: the layer is there, or has another label
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
  #layer: LocalLayer | null = null;
  /** What was asked for, while the address stays: other looks and another projection need no request. */
  #source: { readonly key: string; readonly features: Promise<unknown>; readonly abort: AbortController } | null = null;
  #turn = 0;

  /** Puts the layer on a map; asked by the map element it stands in. */
  async attach(map: LeafletMap): Promise<void> {
    if (this.#map === map) return;
    this.#takeOff();
    this.#map = map;
    await this.#show();
  }

  /** Takes the layer off a map, if it is on that one; asked by the map element it has left. */
  detach(map: LeafletMap | null): void {
    if (this.#map !== map) return;
    this.#takeOff();
    this.#map = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tellMap();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.detach(this.#map);
      this.#source?.abort.abort();
      this.#source = null;
    });
  }

  protected override createRenderRoot(): HTMLElement {
    // Nothing of it is shown in the page itself.
    return this;
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.hidden = true;
    if (changed.has('label')) this.#tellMap();
    if (DRAWN.some((name) => changed.has(name))) void this.#show();
  }

  /** For the map around it, whose legend has the label; also says that this element is defined by now. */
  #tellMap(): void {
    this.dispatchEvent(new Event('zo-layer-change', { bubbles: true }));
  }

  #takeOff(): void {
    this.#turn++;
    this.#layer?.remove();
    this.#layer = null;
  }

  async #show(): Promise<void> {
    const map = this.#map;
    const turn = ++this.#turn;
    if (!map) return;
    const src = attributeText(this.src);
    if (!src || !URL.canParse(src.replace(/[{}]/g, ''), document.baseURI)) return this.#takeOff();
    const drawing = await import('../map/leaflet-local-layer.js');
    const type = this.type || drawing.layerType(src);
    const isPicture = type === 'wms' || type === 'wmts';
    const features = await this.#featuresOf(src, isPicture);
    if (turn !== this.#turn || features === null) return;
    this.#layer?.remove();
    this.#layer = null;
    const look = this.#look();
    try {
      if (isPicture) {
        const failed = () => this.#report('network', src);
        this.#layer = drawing.addPictures(map, { type, src, failed }, look);
      } else if (!drawing.isGeoJson(features)) {
        this.#report('not-supported', src);
      } else {
        const layer = drawing.addFeatures(map, features, look);
        this.#layer = layer;
        if (layer.left > 0) this.#report('invalid-boundaries', src);
      }
    } catch {
      this.#report('not-supported', src);
    }
  }

  #look(): LayerLook {
    const opacity = this.opacity ?? 1;
    return {
      pane: this.position === 'below' ? 'zo-below' : 'zo-above',
      opacity: Number.isFinite(opacity) ? Math.min(1, Math.max(0, opacity)) : 1,
      colour: this.colour || getComputedStyle(this).getPropertyValue('--zo-color-accent').trim() || '#b3005e',
    };
  }

  /** Features of the address, asked once; pictures have none, and come when they are drawn. Null: can't be had. */
  #featuresOf(src: string, isPicture: boolean): Promise<unknown> {
    const key = JSON.stringify([src, isPicture]);
    if (this.#source?.key !== key) {
      this.#source?.abort.abort();
      const abort = new AbortController();
      const features = isPicture ? Promise.resolve({}) : this.#fetchFeatures(src, abort.signal);
      this.#source = { key, features, abort };
    }
    return this.#source.features;
  }

  /** GeoJSON of the address with all its pages; null when it can't be read, which is reported. */
  async #fetchFeatures(src: string, signal: AbortSignal): Promise<unknown> {
    const url = new URL(src, document.baseURI).href;
    const transport = { fetch: pageFetch, credentials: 'same-origin' as const, maxSize: MAX_SIZE, signal };
    try {
      const answer = await fetchText(url, transport);
      const json: unknown = JSON.parse(answer.text) ?? undefined;
      const pages = await fetchAllPages({ url, answer, json }, transport, {
        nextOf: featuresNext,
        refused: 'invalid-boundaries',
      });
      if (pages.ok) return pages.value.length === 1 ? pages.value[0] : collectionOf(pages.value);
      this.#report(pages.problems[0].code as ErrorCode, src);
    } catch (error) {
      if (!signal.aborted) this.#report(error instanceof SourceError ? error.code : 'not-json', src);
    }
    return null;
  }

  async #tell(code: ErrorCode, url: string): Promise<void> {
    const language = languageOf(this);
    await problemTexts.load(language);
    const items = code === 'not-supported' ? ['layer'] : undefined;
    const message = problemTexts.in(language)(problem(code, '', { url, items }));
    console.error(`<zo-layer> ${code}: ${message} (${url})`);
    this.dispatchEvent(createEvent('zo-error', { code, message, url, severity: 'error', path: '' }));
  }

  #report(code: ErrorCode, src: string): void {
    void this.#tell(code, new URL(src, document.baseURI).href);
  }
}

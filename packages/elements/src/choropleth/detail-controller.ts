import type { Bounds } from '@zicht-op/core/geo/bounds.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { problem, type Problem } from '@zicht-op/core/model/problem.js';
import { transportOf, type AskedTransport } from '@zicht-op/core/picture/asked-inputs.js';
import type { Choice } from '@zicht-op/core/picture/inputs.js';
import { detailAddress, isAskedByBox, loadDetail, type DetailRequest } from '@zicht-op/core/picture/load-detail.js';
import type { Picture } from '@zicht-op/core/picture/picture.js';
import { attributeText } from '@zicht-op/core/picture/query-string.js';
import type { Transport } from '@zicht-op/core/sources/transport.js';
import type { FinerRegions } from '@zicht-op/leaflet/finer-regions.js';
import { addFinerRegions, removeFinerRegions } from '../map/leaflet-finer.js';
import type { MapHost } from '../map/leaflet-map-host.js';
import type { Drawing } from './map-controller.js';

export interface DetailControllerOptions {
  /** What is asked for, and how addresses are asked; `detail` empty: no finer shapes. */
  readonly element: AskedTransport & { readonly detail: string };
  readonly picture: () => Picture | null;
  readonly period: () => Choice;
  /** Tells of finer shapes that can't be had; the map goes on with those it has. */
  readonly warn: (problems: readonly Problem[]) => void;
  /** The attribution of the finer shapes on screen; empty for none. */
  readonly attributed: (attribution: string) => void;
}

/** Finer shapes that are asked for, and the shapes that they are to replace. */
interface Session {
  readonly host: MapHost;
  readonly finer: FinerRegions;
  readonly boundaries: Boundaries;
  readonly request: DetailRequest;
}

/**
 * Sees to finer shapes on the map of an element, for as long as that shows the same shapes and asks for the same ones.
 * What goes wrong is told once, and once more beside each new picture, until shapes have come again.
 */
export class DetailController {
  readonly #options: DetailControllerOptions;
  #session: Session | null = null;
  #warning: readonly Problem[] = [];
  #picture: Picture | null = null;

  constructor(options: DetailControllerOptions) {
    this.#options = options;
  }

  /** Something was drawn on the element's map. */
  show({ host, geometry, appearance }: Drawing): void {
    const picture = this.#options.picture();
    const template = attributeText(this.#options.element.detail);
    const address = picture && template ? detailAddress(template, picture, this.#options.period()) : null;
    const { boundaries } = geometry;
    const former = this.#session;
    const isSame = former?.host === host && former.boundaries === boundaries && former.request.address === address;
    if (isSame) former.finer.setAppearance(appearance);
    else {
      this.#session = null;
      this.#warning = [];
      removeFinerRegions(host);
      if (picture && address !== null) this.#start({ host, geometry, appearance }, picture, address, former);
    }
    if (picture !== this.#picture && this.#warning.length > 0) this.#options.warn(this.#warning);
    this.#picture = picture;
  }

  #start({ host, geometry, appearance }: Drawing, picture: Picture, address: string, former: Session | null): void {
    const { boundaries } = geometry;
    const { level } = boundaries;
    const request = { address, baseUrl: document.baseURI, level, year: picture.boundaryYear };
    // Other shapes from the same address: somebody asked past the cache.
    let isReload =
      former?.request.address === address && former.request.level === level && former.boundaries !== boundaries;
    const load = (box: Bounds, signal: AbortSignal): Promise<Boundaries | null> => {
      const transport = { ...transportOf(this.#options.element), signal, reload: isReload };
      isReload = false;
      return this.#load(request, box, transport);
    };
    const finer = addFinerRegions(host, {
      geometry,
      appearance,
      isWhole: !isAskedByBox(address),
      load,
      shown: (shapes) => this.#options.attributed(shapes?.attribution ?? ''),
      lacking: (codes) => this.#warn([problem('unmatched', '', { count: codes.length, items: codes.slice(0, 20) })]),
    });
    this.#session = { host, finer, boundaries, request };
  }

  async #load(request: DetailRequest, box: Bounds, transport: Transport): Promise<Boundaries | null> {
    const read = await loadDetail(request, box, transport);
    if (read.ok) {
      this.#warning = [];
      return read.value;
    }
    this.#warn(read.problems);
    return null;
  }

  #warn(problems: readonly Problem[]): void {
    if (this.#warning.length > 0) return;
    this.#warning = problems.map((one) => ({ ...one, severity: 'warning' }));
    this.#options.warn(this.#warning);
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem, Result } from '@zicht-op/core/model/problem.js';
import type { Shapes } from '@zicht-op/core/picture/load-shapes.js';
import type { Picture } from '@zicht-op/core/picture/picture.js';
import type { OutlierView } from './branch-outlier-view.js';
import type { OutlierColours, OutlierMap } from './outlier-map.js';

/** The element that the panel is in. */
export type MapPanelHost = ReactiveControllerHost & { readonly shadowRoot: ShadowRoot | null };

export interface MapPanelOptions {
  readonly view: () => OutlierView | null;
  /** Code of the region pointed at, or null. */
  readonly hovered: () => string | null;
  readonly selected: () => readonly string[];
  readonly fetchShapes: (picture: Picture, signal: AbortSignal) => Promise<Result<Shapes>>;
  readonly pointAt: (code: string | null) => void;
  readonly choose: (code: string, add: boolean) => void;
}

type MapModule = typeof import('./outlier-map.js');

/** A map with all it needs to be drawn and explained. */
export interface ReadyMap {
  readonly map: OutlierMap;
  readonly shapes: Shapes;
  readonly module: MapModule;
  /** Null until the legend is there to read them from. */
  readonly colours: OutlierColours | null;
}

/**
 * Brings the map when its panel comes into sight, and keeps it in step: shapes and Leaflet are asked for no sooner. A map
 * that can't come leaves the scatter and the lists as they are.
 */
export class MapPanelController implements ReactiveController {
  readonly #host: MapPanelHost;
  readonly #options: MapPanelOptions;
  #panel: Element | null = null;
  #sight: IntersectionObserver | null = null;
  #isInSight = false;
  #dark: MediaQueryList | null = null;
  #abort: AbortController | null = null;
  #askedFor: Picture | null = null;
  #module: MapModule | null = null;
  #map: OutlierMap | null = null;
  #shapes: Shapes | null = null;
  #problem: Problem | null = null;
  #shown: OutlierView | null = null;
  #colours: OutlierColours | null = null;

  constructor(host: MapPanelHost, options: MapPanelOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The map with its shapes; null until both are there. */
  get ready(): ReadyMap | null {
    const [map, shapes, module] = [this.#map, this.#shapes, this.#module];
    return map && shapes && module ? { map, shapes, module, colours: this.#colours } : null;
  }

  /** Why there is no map; null while there may be one. */
  get problem(): Problem | null {
    return this.#problem;
  }

  hostConnected(): void {
    this.#dark = matchMedia('(prefers-color-scheme: dark)');
    this.#dark.addEventListener('change', this.#schemeChanged);
  }

  hostDisconnected(): void {
    this.#dark?.removeEventListener('change', this.#schemeChanged);
    this.#sight?.disconnect();
    this.#sight = null;
    this.#panel = null;
    this.#isInSight = false;
    this.#abort?.abort();
    this.#abort = null;
    if (!this.#shapes) this.#askedFor = null;
  }

  hostUpdated(): void {
    this.#watch(this.#host.shadowRoot?.querySelector('.map-panel') ?? null);
    if (this.#isInSight) this.#ask();
    this.#draw();
  }

  #schemeChanged = (): void => {
    this.#shown = null;
    this.#host.requestUpdate();
  };

  #watch(panel: Element | null): void {
    if (panel === this.#panel) return;
    this.#sight?.disconnect();
    this.#panel = panel;
    this.#isInSight = false;
    if (!panel) return;
    this.#sight = new IntersectionObserver((entries) => {
      this.#isInSight = entries[entries.length - 1].isIntersecting;
      if (this.#isInSight) this.#ask();
    });
    this.#sight.observe(panel);
  }

  /** Once per dataset and level; a newer picture takes over from one that is on its way. */
  #ask(): void {
    const picture = this.#options.view()?.picture;
    if (!picture || this.#isFor(picture)) return;
    this.#askedFor = picture;
    this.#abort?.abort();
    this.#abort = new AbortController();
    void this.#load(picture, this.#abort.signal);
  }

  #isFor({ dataset, selection }: Picture): boolean {
    return this.#askedFor?.dataset === dataset && this.#askedFor.selection.level === selection.level;
  }

  async #load(picture: Picture, signal: AbortSignal): Promise<void> {
    try {
      const [answer, module] = await Promise.all([
        this.#options.fetchShapes(picture, signal),
        import('./outlier-map.js'),
      ]);
      if (signal.aborted) return;
      this.#module = module;
      this.#shapes = answer.ok ? answer.value : null;
      this.#problem = answer.ok ? null : (answer.problems[0] ?? null);
      if (answer.ok) this.#map ??= new module.OutlierMap(this.#host, this.#options);
      this.#shown = null;
      this.#host.requestUpdate();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  #draw(): void {
    const view = this.#options.view();
    if (!view || !this.#map || !this.#shapes || !this.#isFor(view.picture)) return;
    if (this.#shown !== view) {
      const colours = this.#map.readColours();
      if (!colours) return;
      this.#shown = view;
      this.#colours = colours;
      void this.#map.show(view, this.#shapes.boundaries, colours);
      // The legend's patterns have the colours that were read just now; asked for after this update, not amid it.
      queueMicrotask(() => this.#host.requestUpdate());
    }
    if (this.#colours) this.#map.setEmphasis(this.#options.hovered(), this.#options.selected(), this.#colours);
  }
}

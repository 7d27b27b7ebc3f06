import type { ReactiveController } from 'lit';
import type { Problem, Result } from '@zicht-op/core/model/problem.js';
import type { Shapes } from '../base/loader.js';
import type { Picture } from '../base/picture.js';
import type { OutlierView } from './branch-outlier-view.js';
import { DEVIATION_CLASSES } from './deviation-classes.js';
import type { MapColours, OutlierMap, OutlierMapHost } from './outlier-map.js';

export interface MapPanelHost extends OutlierMapHost {
  readonly view: OutlierView | null;
  readonly hoveredPoint: string | null;
  readonly selectedPoints: readonly string[];
  fetchShapes(picture: Picture, signal: AbortSignal): Promise<Result<Shapes>>;
}

/**
 * Brings the map when its panel comes into sight, and keeps it in step: shapes and Leaflet are asked for no sooner. A map
 * that can't come leaves the scatter and the lists as they are.
 */
export class MapPanelController implements ReactiveController {
  readonly #host: MapPanelHost;
  #panel: Element | null = null;
  #sight: IntersectionObserver | null = null;
  #isInSight = false;
  #dark: MediaQueryList | null = null;
  #abort: AbortController | null = null;
  #askedFor: Picture | null = null;
  #module: typeof import('./outlier-map.js') | null = null;
  #map: OutlierMap | null = null;
  #shapes: Shapes | null = null;
  #problem: Problem | null = null;
  #shown: OutlierView | null = null;
  #colours: MapColours | null = null;

  constructor(host: MapPanelHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The map with its shapes; null until both are there. */
  get map(): {
    readonly map: OutlierMap;
    readonly shapes: Shapes;
    readonly module: typeof import('./outlier-map.js');
  } | null {
    return this.#map && this.#shapes && this.#module
      ? { map: this.#map, shapes: this.#shapes, module: this.#module }
      : null;
  }

  /** Why there is no map; null while there may be one. */
  get problem(): Problem | null {
    return this.#problem;
  }

  get colours(): MapColours | null {
    return this.#colours;
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
      this.#isInSight = entries.some((entry) => entry.isIntersecting);
      if (this.#isInSight) this.#ask();
    });
    this.#sight.observe(panel);
  }

  /** Once per dataset and level; a newer picture takes over from one that is on its way. */
  #ask(): void {
    const picture = this.#host.view?.picture;
    if (!picture) return;
    const asked = this.#askedFor;
    if (asked && asked.dataset === picture.dataset && asked.selection.level === picture.selection.level) return;
    this.#askedFor = picture;
    this.#abort?.abort();
    this.#abort = new AbortController();
    void this.#load(picture, this.#abort.signal);
  }

  async #load(picture: Picture, signal: AbortSignal): Promise<void> {
    try {
      const [answer, module] = await Promise.all([this.#host.fetchShapes(picture, signal), import('./outlier-map.js')]);
      if (signal.aborted) return;
      this.#module = module;
      this.#shapes = answer.ok ? answer.value : null;
      this.#problem = answer.ok ? null : (answer.problems.find((problem) => problem.severity === 'error') ?? null);
      if (answer.ok) this.#map ??= new module.OutlierMap(this.#host);
      this.#shown = null;
      this.#host.requestUpdate();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  #draw(): void {
    const { view } = this.#host;
    if (!view || !this.#map || !this.#shapes || this.#askedFor?.selection.level !== view.picture.selection.level)
      return;
    if (this.#shown !== view) {
      const colours = this.#readColours();
      if (!colours) return;
      this.#shown = view;
      const isFirst = this.#colours === null;
      this.#colours = colours;
      void this.#map.show(view, this.#shapes.boundaries, colours);
      // The legend's patterns have the colours that were read just now.
      if (isFirst) this.#host.requestUpdate();
    }
    if (this.#colours) this.#map.setEmphasis(this.#host.hoveredPoint, this.#host.selectedPoints, this.#colours);
  }

  /** Colours are tokens of the page, light or dark: read from where the browser has resolved them. */
  #readColours(): MapColours | null {
    const root = this.#host.shadowRoot;
    const map = root?.querySelector('.map');
    if (!root || !map || !root.querySelector('.map-legend')) return null;
    const style = getComputedStyle(map);
    const classes = DEVIATION_CLASSES.map((name) => {
      const swatch =
        root.querySelector(`.map-legend .class-${name}`) ?? root.querySelector('.map-legend .class-within');
      return swatch ? getComputedStyle(swatch).backgroundColor : style.backgroundColor;
    });
    return {
      classes,
      missing: style.columnRuleColor,
      pattern: style.color,
      border: style.caretColor,
      highlight: style.textDecorationColor,
      halo: style.outlineColor,
    };
  }
}

export { mapLegendTemplate } from './map-legend-template.js';
import type { ReactiveControllerHost } from 'lit';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { KINDS, KIND_CODE, type MissingKind } from '@zicht-op/core/model/observation.js';
import { sliceStart } from '@zicht-op/core/model/dataset.js';
import { interiorPoint } from '@zicht-op/core/geo/interior-point.js';
import { isInside, parentsLookup } from '@zicht-op/core/view/hierarchy.js';
import { MISSING_STYLE } from '@zicht-op/core/picture/choropleth-model.js';
import { MapController } from '../choropleth/map-controller.js';
import { FALLBACK_COLOURS, readMapColours, type MapColours } from '../map/map-colours.js';
import type { MapHost } from '../map/leaflet-map-host.js';
import { leafletStyles } from '../map/leaflet.styles.js';
import { knownParents } from '@zicht-op/core/picture/region-directory.js';
import type { OutlierView } from './branch-outlier-view.js';
import { DEVIATION_CLASSES, deviationClass, farFactor } from './deviation-classes.js';

/** The element that the map is in. */
export type OutlierMapHost = ReactiveControllerHost & { readonly shadowRoot: ShadowRoot | null };

export interface OutlierMapOptions {
  readonly pointAt: (code: string | null) => void;
  readonly choose: (code: string, add: boolean) => void;
}

/** Colours as the page's tokens resolve them. */
export interface OutlierColours extends MapColours {
  /** In the order of `DEVIATION_CLASSES`. */
  readonly classes: readonly string[];
}

/** What one shape is painted with: a position in `DEVIATION_CLASSES`, or the pattern of a kind of missing. */
export function stylesOfShapes(view: OutlierView, boundaries: Boundaries): Uint8Array {
  const { model, picture, indexOf } = view;
  const { dataset, selection } = picture;
  const factor = farFactor(model.band);
  const starts = [model.metrics.actual, model.metrics.predicted].map((metric) =>
    sliceStart(dataset, metric, selection.timeIndex, selection.breakdownIndex),
  );
  return Uint8Array.from(boundaries.codes, (code) => {
    const at = indexOf.get(code);
    if (at !== undefined) return DEVIATION_CLASSES.indexOf(deviationClass(model.points[at], factor));
    const region = dataset.geo.index.get(code);
    if (region === undefined) return MISSING_STYLE.uncovered;
    const missing = starts.map((start) => dataset.kinds[start + region]).filter((kind) => kind !== KIND_CODE.value);
    const kind = missing.length > 0 ? KINDS[Math.min(...missing)] : 'none';
    return MISSING_STYLE[kind as MissingKind];
  });
}

/** What a view looks like on shapes. */
interface Paint {
  readonly view: OutlierView;
  readonly boundaries: Boundaries;
  readonly styles: Uint8Array;
  readonly shapes: readonly number[];
  readonly missing: readonly MissingKind[];
}

/**
 * The deviations on a map: the same map that `zo-choropleth` draws on, with a diverging scale. A module of its own, which
 * comes when the map does, so that the scatter needs neither Leaflet nor shapes.
 */
export class OutlierMap {
  readonly #host: OutlierMapHost;
  #heard: AbortController | null = null;
  readonly #options: OutlierMapOptions;
  readonly #controller: MapController;
  #boundaries: Boundaries | null = null;
  #indexOf = new Map<string, number>();
  #paint: Paint | null = null;

  constructor(host: OutlierMapHost, options: OutlierMapOptions) {
    this.#host = host;
    this.#options = options;
    adoptOnce(host.shadowRoot);
    this.#controller = new MapController(host, {
      container: () => host.shadowRoot?.querySelector<HTMLElement>('.map') ?? null,
      created: (map) => this.#listen(map),
    });
  }

  /** Kinds of missing among the shapes shown, for the legend. */
  missingKinds(view: OutlierView, boundaries: Boundaries): readonly MissingKind[] {
    return this.#paintFor(view, boundaries).missing;
  }

  /** Made once per view: a legend is drawn at every move of the pointer. */
  #paintFor(view: OutlierView, boundaries: Boundaries): Paint {
    if (this.#paint?.view === view && this.#paint.boundaries === boundaries) return this.#paint;
    const styles = stylesOfShapes(view, boundaries);
    const shapes = shownShapes(view, boundaries);
    const used = new Set(shapes.map((shape) => styles[shape]));
    const missing = (Object.keys(MISSING_STYLE) as MissingKind[]).filter((kind) => used.has(MISSING_STYLE[kind]));
    this.#paint = { view, boundaries, styles, shapes, missing };
    return this.#paint;
  }

  async show(view: OutlierView, boundaries: Boundaries, colours: OutlierColours): Promise<void> {
    if (this.#boundaries !== boundaries) {
      this.#boundaries = boundaries;
      this.#indexOf = new Map(boundaries.codes.map((code, shape) => [code, shape]));
    }
    const { styles, shapes } = this.#paintFor(view, boundaries);
    await this.#controller.show({
      boundaries,
      projection: 'web-mercator',
      basemap: 'none',
      styleOfShape: styles,
      shapes,
      colours: colours.classes,
      hatch: colours.pattern,
      border: colours.border,
      highlighted: null,
      fitKey: `${view.picture.selection.level} ${view.picture.within}`,
    });
  }

  /** Colours are tokens of the page, light or dark: read where the browser has resolved them. Null without a legend. */
  readColours(): OutlierColours | null {
    const map = this.#host.shadowRoot?.querySelector<HTMLElement>('.map');
    const legend = this.#host.shadowRoot?.querySelector('.map-legend');
    if (!map || !legend) return null;
    const classes = DEVIATION_CLASSES.map((name) => {
      const swatch = legend.querySelector(`.class-${name}`) ?? legend.querySelector('.class-within');
      return swatch ? getComputedStyle(swatch).backgroundColor : 'gray';
    });
    return { ...(readMapColours(map) ?? FALLBACK_COLOURS), classes };
  }

  setEmphasis(hovered: string | null, selected: readonly string[], { highlight, halo }: OutlierColours): void {
    const shapeOf = (code: string): number => this.#indexOf.get(code) ?? -1;
    this.#controller.setEmphasis({
      hovered: hovered === null ? -1 : shapeOf(hovered),
      selected: selected.map(shapeOf).filter((shape) => shape >= 0),
      colour: highlight,
      halo,
    });
  }

  /** Brings a region into view that was chosen elsewhere. */
  reveal(code: string): void {
    const shape = this.#indexOf.get(code);
    if (shape === undefined || !this.#boundaries) return;
    const place = interiorPoint(this.#boundaries, shape);
    if (place) this.#controller.host?.reveal(place[0], place[1]);
  }

  zoomBy(steps: number): void {
    this.#controller.host?.zoomBy(steps);
  }

  fit(): void {
    this.#controller.fit(true);
  }

  #listen(map: MapHost): void {
    const container = map.map.getContainer();
    // A wheel over the map scrolls the page: the map is one of three panels, and has buttons to zoom.
    map.map.scrollWheelZoom.disable();
    map.map.doubleClickZoom.disable();
    const codeAt = (event: MouseEvent): string | null => {
      const shape = map.shapeAt(event.clientX, event.clientY);
      return shape < 0 ? null : (this.#boundaries?.codes[shape] ?? null);
    };
    // The container outlives the map: what was said of a map that is gone must not be heard any more.
    this.#heard?.abort();
    this.#heard = new AbortController();
    const { signal } = this.#heard;
    container.addEventListener('pointermove', (event) => this.#options.pointAt(codeAt(event)), { signal });
    container.addEventListener('pointerleave', () => this.#options.pointAt(null), { signal });
    map.map.on('click', (event) => {
      const { originalEvent } = event as unknown as { originalEvent: MouseEvent };
      const code = codeAt(originalEvent);
      if (code !== null) this.#options.choose(code, originalEvent.ctrlKey || originalEvent.metaKey);
    });
  }
}

function shownShapes({ picture }: OutlierView, boundaries: Boundaries): number[] {
  const shapes = Array.from(boundaries.codes.keys());
  if (!picture.within) return shapes;
  const parentsOf = parentsLookup(picture.dataset.parents, boundaries.parents, knownParents);
  return shapes.filter((shape) => isInside(boundaries.codes[shape], picture.within, parentsOf));
}

/** Leaflet's few rules come with it, once per element, below our own. */
function adoptOnce(root: ShadowRoot | null): void {
  const sheet = leafletStyles.styleSheet;
  if (root && sheet && !root.adoptedStyleSheets.includes(sheet))
    root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearestPoint, type Scene } from './scatter-scene.js';
import { paintPoints, type PointColours } from './scatter-canvas.js';

/** The element that the chart is in. */
export type ScatterHost = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

export interface ScatterOptions {
  /** Code of the region pointed at, or null. */
  readonly hovered: () => string | null;
  readonly selected: () => readonly string[];
  /** A visitor points at a region, or at none. */
  readonly pointAt: (code: string | null) => void;
  /** A visitor chooses a region; `add` keeps the others. */
  readonly choose: (code: string, source: 'chart' | 'keyboard', add: boolean) => void;
}

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** How near to a point one has to be to mean it, in pixels. */
const REACH = 24;
/** Points one steps over with Page Up and Page Down. */
const PAGE = 10;
/** Above this many points a canvas draws them: the browser would take its time over such a path. */
export const MOST_IN_SVG = 2000;
/** Between a point and its tooltip, in pixels. */
const APART = 18;

/**
 * The chart's dealings with the browser: its size, the pointer, the keyboard, the tooltip's place, and the canvas on
 * which many points are drawn. One tab stop; arrow keys go along the points in the order of deviation.
 */
export class ScatterController implements ReactiveController {
  readonly #host: ScatterHost;
  readonly #options: ScatterOptions;
  #chart: HTMLElement | null = null;
  #resize: ResizeObserver | null = null;
  #dark: MediaQueryList | null = null;
  #size: ChartSize = { width: 640, height: 512 };
  #scene: { readonly key: readonly unknown[]; readonly scene: Scene } | null = null;
  #painted: Scene | null = null;
  /** Position of the point the keyboard is at; -1 before it was used. */
  #cursor = -1;
  #spoken = '';

  constructor(host: ScatterHost, options: ScatterOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Code of the point that was reached by keyboard and has to be spoken; empty for none. */
  get spoken(): string {
    return this.#spoken;
  }

  /**
   * The layout for what `key` stands for and the chart's size; made anew only when one of them changed, so that pointing
   * at a region lays out nothing.
   */
  layOut(key: readonly unknown[], make: (size: ChartSize) => Scene): Scene {
    const full = [this.#size, ...key];
    const known = this.#scene;
    if (known?.key.length === full.length && full.every((part, i) => part === known.key[i])) return known.scene;
    const scene = make(this.#size);
    this.#scene = { key: full, scene };
    return scene;
  }

  hostConnected(): void {
    this.#dark = matchMedia('(prefers-color-scheme: dark)');
    this.#dark.addEventListener('change', this.#repaint);
  }

  hostDisconnected(): void {
    this.#dark?.removeEventListener('change', this.#repaint);
    this.#resize?.disconnect();
    this.#resize = null;
    this.#chart = null;
  }

  hostUpdated(): void {
    const chart = this.#host.renderRoot.querySelector<HTMLElement>('.chart');
    if (chart !== this.#chart) this.#observe(chart);
    this.#paint();
    this.#placeTooltip();
  }

  /** Forgets where the keyboard was: the points are others. */
  reset(): void {
    this.#cursor = -1;
    this.#spoken = '';
  }

  readonly handlePointerMove = (event: PointerEvent): void => {
    this.#options.pointAt(this.#codeAt(event));
  };

  readonly handlePointerLeave = (): void => {
    this.#options.pointAt(null);
  };

  readonly handleClick = (event: MouseEvent): void => {
    const code = this.#codeAt(event);
    if (code === null) return;
    this.#cursor = this.#points.findIndex((point) => point.code === code);
    this.#options.choose(code, 'chart', event.ctrlKey || event.metaKey || event.shiftKey);
  };

  readonly handleBlur = (): void => {
    this.#spoken = '';
    this.#options.pointAt(null);
  };

  readonly handleKeyDown = (event: KeyboardEvent): void => {
    if (this.#points.length === 0 || event.altKey) return;
    const { key } = event;
    const next = this.#target(key);
    if (key === 'Escape') this.handleBlur();
    else if (next !== null) this.#goTo(next);
    else if (key !== 'Enter' && key !== ' ') return;
    else if (this.#cursor >= 0) {
      this.#options.choose(this.#points[this.#cursor].code, 'keyboard', event.ctrlKey || event.metaKey);
    }
    event.preventDefault();
  };

  get #points(): Scene['points'] {
    return this.#scene?.scene.points ?? [];
  }

  /** Position that a key leads to; null for a key that leads nowhere. */
  #target(key: string): number | null {
    const last = this.#points.length - 1;
    const from = this.#cursor;
    if (from < 0 && key.startsWith('Arrow')) return this.#start();
    switch (key) {
      case 'ArrowRight':
      case 'ArrowDown':
        return Math.min(last, from + 1);
      case 'ArrowLeft':
      case 'ArrowUp':
        return Math.max(0, from - 1);
      case 'PageDown':
        return Math.min(last, Math.max(0, from) + PAGE);
      case 'PageUp':
        return Math.max(0, from - PAGE);
      case 'Home':
        return 0;
      case 'End':
        return last;
      default:
        return null;
    }
  }

  /** The region that is selected, else the one furthest above its expectation. */
  #start(): number {
    const selected = this.#options.selected();
    return Math.max(
      0,
      this.#points.findIndex((point) => selected.includes(point.code)),
    );
  }

  #goTo(index: number): void {
    this.#cursor = index;
    this.#spoken = this.#points[index].code;
    this.#options.pointAt(this.#spoken);
    this.#host.requestUpdate();
  }

  #codeAt({ clientX, clientY }: MouseEvent): string | null {
    const scene = this.#scene?.scene;
    if (!scene || !this.#chart) return null;
    const box = this.#chart.getBoundingClientRect();
    const found = nearestPoint(scene, clientX - box.left, clientY - box.top, REACH);
    return found < 0 ? null : scene.points[found].code;
  }

  #observe(chart: HTMLElement | null): void {
    this.#resize?.disconnect();
    this.#chart = chart;
    this.#painted = null;
    if (!chart) return;
    this.#resize = new ResizeObserver(() => this.#measure(chart));
    this.#resize.observe(chart);
    // The observer waits for a frame, which a hidden tab doesn't get; not amid the update that made the chart.
    queueMicrotask(() => this.#measure(chart));
  }

  #measure(chart: HTMLElement): void {
    const [width, height] = [Math.round(chart.clientWidth), Math.round(chart.clientHeight)];
    if (width < 1 || height < 1 || (width === this.#size.width && height === this.#size.height)) return;
    this.#size = { width, height };
    this.#host.requestUpdate();
  }

  /** Beside the point, on the side where there is room. Set through CSSOM: a strict policy refuses a style attribute. */
  #placeTooltip(): void {
    const tooltip = this.#chart?.querySelector<HTMLElement>('.tooltip');
    const scene = this.#scene?.scene;
    const code = this.#options.hovered();
    if (!tooltip || tooltip.hidden || !scene) return;
    const at = scene.points.findIndex((point) => point.code === code);
    if (at < 0 || Number.isNaN(scene.x[at] + scene.y[at])) return;
    const [x, y] = [scene.x[at], scene.y[at]];
    const { offsetWidth: width, offsetHeight: height } = tooltip;
    const left = x + APART + width <= scene.width ? x + APART : Math.max(0, x - APART - width);
    const top = Math.min(Math.max(0, y - height - APART), Math.max(0, scene.height - height));
    tooltip.style.setProperty('transform', `translate(${Math.round(left)}px, ${Math.round(top)}px)`);
  }

  #repaint = (): void => {
    this.#painted = null;
    this.#paint();
  };

  #paint(): void {
    const scene = this.#scene?.scene;
    const canvas = this.#chart?.querySelector('canvas');
    if (!scene || !canvas || scene === this.#painted) return;
    this.#painted = scene;
    paintPoints(canvas, scene, this.#colours());
  }

  /** Colours as the page's tokens resolve them, light or dark: read from the legend, which has one symbol of each. */
  #colours(): PointColours {
    const colourOf = (side: string): string => {
      const symbol = this.#host.renderRoot.querySelector(`.legend .point-${side}`);
      return symbol ? getComputedStyle(symbol).fill : 'gray';
    };
    return {
      above: colourOf('above'),
      within: colourOf('within'),
      below: colourOf('below'),
      unrated: colourOf('within'),
    };
  }
}

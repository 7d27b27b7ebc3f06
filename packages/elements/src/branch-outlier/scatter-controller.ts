import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nearestPoint, type Scene } from './scatter-scene.js';
import { paintPoints, type PointColours } from './scatter-canvas.js';

/** What the chart's controller asks of its element, and tells it. */
export interface ScatterHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** The layout on screen; null without a picture. */
  readonly scene: Scene | null;
  /** Codes of the points that are selected. */
  readonly selectedPoints: readonly string[];
  /** A visitor points at a region, or at none. */
  pointAt(code: string | null): void;
  /** A visitor chooses a region; `add` keeps the others. */
  choose(code: string, source: 'chart' | 'keyboard', add: boolean): void;
}

/** How near to a point one has to be to mean it, in pixels. */
const REACH = 24;
/** Points one steps over with Page Up and Page Down. */
const PAGE = 10;
/** Above this many points a canvas draws them: the browser would take its time over such a path. */
export const MOST_IN_SVG = 2000;

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The chart's dealings with the browser: its size, the pointer, the keyboard, and the canvas on which many points are
 * drawn. One tab stop; arrow keys go along the points in the order of deviation.
 */
export class ScatterController implements ReactiveController {
  readonly #host: ScatterHost;
  #chart: HTMLElement | null = null;
  #resize: ResizeObserver | null = null;
  #dark: MediaQueryList | null = null;
  #painted: Scene | null = null;
  #size: ChartSize = { width: 640, height: 512 };
  /** Position of the point the keyboard is at; -1 before it was used. */
  #cursor = -1;
  #spoken = '';

  constructor(host: ScatterHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Size of the chart in pixels; a usual one until it is known. */
  get size(): ChartSize {
    return this.#size;
  }

  /** Code of the point that was reached by keyboard and has to be spoken; empty for none. */
  get spoken(): string {
    return this.#spoken;
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
  }

  /** Forgets where the keyboard was: the points are others. */
  reset(): void {
    this.#cursor = -1;
    this.#spoken = '';
  }

  readonly handlePointerMove = (event: PointerEvent): void => {
    this.#host.pointAt(this.#codeAt(event));
  };

  readonly handlePointerLeave = (): void => {
    this.#host.pointAt(null);
  };

  readonly handleClick = (event: MouseEvent): void => {
    const code = this.#codeAt(event);
    if (code === null) return;
    this.#cursor = this.#host.scene?.points.findIndex((point) => point.code === code) ?? -1;
    this.#host.choose(code, 'chart', event.ctrlKey || event.metaKey || event.shiftKey);
  };

  readonly handleBlur = (): void => {
    this.#spoken = '';
    this.#host.pointAt(null);
  };

  readonly handleKeyDown = (event: KeyboardEvent): void => {
    const { scene } = this.#host;
    if (!scene || scene.points.length === 0 || event.altKey) return;
    if (event.key === 'Escape') {
      this.#spoken = '';
      this.#host.pointAt(null);
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (this.#cursor >= 0)
        this.#host.choose(scene.points[this.#cursor].code, 'keyboard', event.ctrlKey || event.metaKey);
      return;
    }
    const next = this.#target(event.key, scene);
    if (next === null) return;
    event.preventDefault();
    this.#goTo(scene, next);
  };

  #target(key: string, { points }: Scene): number | null {
    const last = points.length - 1;
    const from = this.#cursor;
    const start = points.findIndex((point) => this.#host.selectedPoints.includes(point.code));
    if (from < 0 && key.startsWith('Arrow')) return Math.max(0, start);
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

  #goTo({ points }: Scene, index: number): void {
    this.#cursor = index;
    this.#spoken = points[index].code;
    this.#host.pointAt(points[index].code);
    this.#host.requestUpdate();
  }

  #codeAt({ clientX, clientY }: MouseEvent): string | null {
    const { scene } = this.#host;
    if (!scene || !this.#chart) return null;
    const box = this.#chart.getBoundingClientRect();
    if (box.width === 0) return null;
    const scale = scene.width / box.width;
    const found = nearestPoint(scene, (clientX - box.left) * scale, (clientY - box.top) * scale, REACH * scale);
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

  #repaint = (): void => {
    this.#painted = null;
    this.#paint();
  };

  #paint(): void {
    const { scene } = this.#host;
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

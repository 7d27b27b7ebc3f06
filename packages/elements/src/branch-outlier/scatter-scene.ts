import type { Formatter } from '@zicht-op/core/view/format.js';
import type { BranchOutlierTexts } from '@zicht-op/locales/nl/branch-outlier.js';
import { createAxis, type Axis, type AxisKind } from './axis.js';
import type { OutlierView } from './branch-outlier-view.js';
import type { Band, OutlierPoint, Side } from './outlier-model.js';

/** What a part of the drawing is for; each renderer has a look for each role. */
export type Role =
  | 'plot'
  | 'grid'
  | 'axis'
  | 'band'
  | 'interval'
  | 'equality'
  | 'equality-label'
  | 'tick'
  | 'axis-title'
  | `point-${Side}`;

/** A part of a drawing in pixels, that SVG, a canvas or a file can show. */
export type Mark =
  | { readonly shape: 'path'; readonly role: Role; readonly d: string }
  | {
      readonly shape: 'text';
      readonly role: Role;
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
      /** Degrees clockwise around the text's own place. */
      readonly rotate: number;
    };

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A scatter laid out in pixels: everything but its look. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  /** Beneath the points, bottom first. */
  readonly marks: readonly Mark[];
  /** Centres of the points, in the order of `points`; NaN for what has no place on the axes. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly points: readonly OutlierPoint[];
}

export interface SceneRequest {
  readonly width: number;
  readonly height: number;
  /** Where the drawing starts on its sheet; 0, 0. */
  readonly left?: number;
  readonly top?: number;
  readonly axis: Axis;
  readonly points: readonly OutlierPoint[];
  readonly band: Band | null;
  readonly texts: {
    readonly tick: (value: number) => string;
    readonly actual: string;
    readonly predicted: string;
    readonly equality: string;
  };
}

/** Above this the interval of each point would be a grey field. */
const MOST_INTERVALS = 600;
const CHARACTER_WIDTH = 6.6;
const ROOM_FOR_WORDS = 400;
const round = (value: number): number => Math.round(value * 10) / 10;

type Place = (predicted: number, actual: number) => readonly [x: number, y: number];

/**
 * Corners of the robust band: both edges are straight, on linear and on log axes alike, and bend only where they leave
 * the domain. There is no band at or below zero.
 */
function bandPath({ lower, upper }: { lower: number; upper: number }, axis: Axis, place: Place): string {
  const [low, high] = axis.domain;
  const start = axis.kind === 'log' ? low : Math.max(0, low);
  const clamp = (value: number): number => Math.min(high, Math.max(low, value));
  const bends = [start, high, low / lower, high / lower, low / upper, high / upper];
  const xs = [...new Set(bends.filter((x) => x >= start && x <= high))].sort((a, b) => a - b);
  const edge = (factor: number) =>
    xs.map((x) =>
      place(x, clamp(x * factor))
        .map(round)
        .join(' '),
    );
  return `M${[...edge(upper), ...edge(lower).reverse()].join('L')}Z`;
}

function intervalPath(points: readonly OutlierPoint[], [low, high]: Axis['domain'], place: Place): string {
  const clamp = (value: number): number => Math.min(high, Math.max(low, value));
  return points
    .filter((point) => point.expected !== null)
    .map(({ predicted, expected }) => {
      const [x, bottom] = place(predicted, clamp(expected?.[0] ?? predicted));
      const [, top] = place(predicted, clamp(expected?.[1] ?? predicted));
      return `M${round(x)} ${round(bottom)}V${round(top)}`;
    })
    .join('');
}

/** Ticks whose texts don't run into each other: all, or every second, third … one. */
function spaced(ticks: readonly number[], at: (tick: number) => number, room: number): readonly number[] {
  for (let step = 1; step < ticks.length; step++) {
    const kept = ticks.filter((_, i) => i % step === 0);
    if (kept.every((tick, i) => i === 0 || Math.abs(at(tick) - at(kept[i - 1])) >= room)) return kept;
  }
  return ticks.slice(0, 1);
}

function plotBox({ width, height, left = 0, top = 0, axis, texts }: SceneRequest): Box {
  const longest = Math.max(3, ...axis.ticks.map((tick) => texts.tick(tick).length));
  const room = Math.min(width * 0.3, 30 + longest * CHARACTER_WIDTH);
  return { left: left + Math.round(room), top: top + 12, right: left + width - 14, bottom: top + height - 50 };
}

function gridAndTicks(request: SceneRequest, plot: Box, place: Place): Mark[] {
  const { axis, texts } = request;
  const widest = Math.max(0, ...axis.ticks.map((tick) => texts.tick(tick).length)) * CHARACTER_WIDTH + 10;
  const across = spaced(axis.ticks, (tick) => place(tick, tick)[0], widest);
  const up = spaced(axis.ticks, (tick) => place(tick, tick)[1], 18);
  // A text that would be cut off at the right moves in.
  const edge = (request.left ?? 0) + request.width - widest / 2 + 4;
  const vertical = across.map((tick) => `M${round(place(tick, tick)[0])} ${plot.top}V${plot.bottom}`);
  const horizontal = up.map((tick) => `M${plot.left} ${round(place(tick, tick)[1])}H${plot.right}`);
  const text = (x: number, y: number, tick: number, anchor: 'middle' | 'end'): Mark => {
    return { shape: 'text', role: 'tick', x: round(x), y: round(y), text: texts.tick(tick), anchor, rotate: 0 };
  };
  return [
    { shape: 'path', role: 'grid', d: [...vertical, ...horizontal].join('') },
    { shape: 'path', role: 'axis', d: `M${plot.left} ${plot.top}V${plot.bottom}H${plot.right}` },
    ...across.map((tick) => text(Math.min(place(tick, tick)[0], edge), plot.bottom + 18, tick, 'middle')),
    ...up.map((tick) => text(plot.left - 8, place(tick, tick)[1] + 4, tick, 'end')),
  ];
}

function titles({ height, left = 0, top = 0, texts }: SceneRequest, plot: Box): Mark[] {
  const middle = (plot.top + plot.bottom) / 2;
  const title = (x: number, y: number, text: string, rotate: number): Mark => {
    return { shape: 'text', role: 'axis-title', x, y, text, anchor: 'middle', rotate };
  };
  return [
    title((plot.left + plot.right) / 2, top + height - 8, texts.predicted, 0),
    title(left + 14, middle, texts.actual, -90),
  ];
}

function equality({ axis, texts }: SceneRequest, plot: Box, place: Place): Mark[] {
  const [low, high] = axis.domain;
  const [x1, y1] = place(low, low).map(round);
  const [x2, y2] = place(high, high).map(round);
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const line: Mark = { shape: 'path', role: 'equality', d: `M${x1} ${y1}L${x2} ${y2}` };
  // The legend names the line too; in a small plot the words would lie over points.
  if (plot.right - plot.left < ROOM_FOR_WORDS) return [line];
  const along = 0.97;
  const x = plot.left + (plot.right - plot.left) * along;
  const y = plot.bottom - (plot.bottom - plot.top) * along;
  return [
    line,
    {
      shape: 'text',
      role: 'equality-label',
      x: round(x + Math.sin((angle * Math.PI) / 180) * 6),
      y: round(y - Math.cos((angle * Math.PI) / 180) * 6),
      text: texts.equality,
      anchor: 'end',
      rotate: round(angle),
    },
  ];
}

/**
 * Lays out the scatter: predicted to the right, actual upwards, the same axis for both. Points keep their order. Without
 * points there are axes and the line of equality, and nothing else.
 */
export function layOutScatter(request: SceneRequest): Scene {
  const { width, height, axis, points, band } = request;
  const plot = plotBox(request);
  const place: Place = (predicted, actual) => [
    plot.left + axis.position(predicted) * (plot.right - plot.left),
    plot.bottom - axis.position(actual) * (plot.bottom - plot.top),
  ];
  const marks: Mark[] = [];
  if (band?.kind === 'robust') marks.push({ shape: 'path', role: 'band', d: bandPath(band, axis, place) });
  marks.push(...gridAndTicks(request, plot, place));
  if (band?.kind === 'published' && points.length <= MOST_INTERVALS) {
    marks.push({ shape: 'path', role: 'interval', d: intervalPath(points, axis.domain, place) });
  }
  marks.push(...equality(request, plot, place), ...titles(request, plot));
  return {
    width,
    height,
    plot,
    marks,
    points,
    x: Float64Array.from(points, (point) => place(point.predicted, point.actual)[0]),
    y: Float64Array.from(points, (point) => place(point.predicted, point.actual)[1]),
  };
}

export interface ViewSceneOptions extends Pick<SceneRequest, 'width' | 'height' | 'left' | 'top'> {
  readonly axes: AxisKind | 'auto';
  readonly texts: BranchOutlierTexts;
  readonly formatter: Formatter;
}

/** From this width, in pixels, there is room for the usual number of ticks. */
const ROOM_FOR_TICKS = 480;

/** The scatter of a comparison, in the words and formats of the element; for the screen and for files. */
export function sceneOfView(view: OutlierView, { axes, texts, formatter, ...box }: ViewSceneOptions): Scene {
  const unit = { ...view.actual.unit, decimals: null };
  return layOutScatter({
    ...box,
    axis: createAxis(view.figures, axes, box.width < ROOM_FOR_TICKS ? 4 : 6),
    points: view.model.points,
    band: view.model.band,
    texts: {
      tick: (value) => formatter.number(value, unit),
      actual: view.actual.label,
      predicted: view.predicted.label,
      equality: texts.equality,
    },
  });
}

/**
 * Position of the point nearest to a place, within a reach in pixels; -1 for none. Looks at every point: at 14,500 of
 * them that is some hundredths of a millisecond, less than an index would take to build.
 */
export function nearestPoint(scene: Pick<Scene, 'x' | 'y'>, x: number, y: number, reach: number): number {
  let found = -1;
  let least = reach * reach;
  for (let i = 0; i < scene.x.length; i++) {
    const dx = scene.x[i] - x;
    const dy = scene.y[i] - y;
    const distance = dx * dx + dy * dy;
    if (distance <= least) {
      least = distance;
      found = i;
    }
  }
  return found;
}

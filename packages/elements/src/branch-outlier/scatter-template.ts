import { html, nothing, svg, type TemplateResult } from 'lit';
import type { OutlierPoint, Side } from './outlier-model.js';
import { PAINT_ORDER } from './scatter-canvas.js';
import { PathPen, drawSymbol, radiusFor, symbolPath } from './point-symbol.js';
import type { Mark, Scene } from './scatter-scene.js';

/** Above this many points their outlines would be all one sees. */
const DENSE = 200;

const markTemplate = (mark: Mark) =>
  mark.shape === 'path'
    ? svg`<path class=${mark.role} d=${mark.d}></path>`
    : svg`<text class=${mark.role} x=${mark.x} y=${mark.y} text-anchor=${mark.anchor}
        transform=${mark.rotate === 0 ? nothing : `rotate(${mark.rotate} ${mark.x} ${mark.y})`}>${mark.text}</text>`;

/** All symbols of one side as one path: as many elements for 14,000 points as for 40. */
function sidePath({ points, x, y }: Scene, side: Side): string {
  const pen = new PathPen();
  const radius = radiusFor(points.length);
  points.forEach((point, i) => {
    if (point.side === side && !Number.isNaN(x[i] + y[i])) drawSymbol(pen, side, x[i], y[i], radius);
  });
  return pen.toString();
}

const paths = new WeakMap<Scene, Map<Side, string>>();

/** Path data per side, made once per layout: pointing at a region redraws no points. */
export function sidePaths(scene: Scene): ReadonlyMap<Side, string> {
  const known = paths.get(scene) ?? new Map(PAINT_ORDER.map((side) => [side, sidePath(scene, side)]));
  paths.set(scene, known);
  return known;
}

export interface HighlightModel {
  readonly hovered: string | null;
  readonly selected: readonly string[];
  /** Position of a point by its code. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly nameOf: (code: string) => string;
}

function nameTemplate(scene: Scene, x: number, y: number, name: string) {
  const room = name.length * 7 + 16;
  const onLeft = x + room > scene.width;
  return svg`<text class="point-name" x=${onLeft ? x - 12 : x + 12} y=${y + 4} text-anchor=${onLeft ? 'end' : 'start'}>${name}</text>`;
}

function highlightTemplate(scene: Scene, index: number, kind: 'hovered' | 'selected', name: string) {
  const [x, y] = [scene.x[index], scene.y[index]];
  if (Number.isNaN(x + y)) return nothing;
  const point: OutlierPoint = scene.points[index];
  const radius = Math.max(6, radiusFor(scene.points.length) + 1.5);
  return svg`<g class=${kind}>
    <circle class="ring" cx=${x} cy=${y} r=${radius + 4}></circle>
    <path class="point-${point.side}" d=${symbolPath(point.side, x, y, radius)}></path>
    ${nameTemplate(scene, x, y, name)}
  </g>`;
}

/** What is selected, and above it what is pointed at. */
function highlights(scene: Scene, { hovered, selected, indexOf, nameOf }: HighlightModel) {
  const one = (code: string, kind: 'hovered' | 'selected') => {
    const index = indexOf.get(code);
    return index === undefined ? nothing : highlightTemplate(scene, index, kind, nameOf(code));
  };
  return [
    ...selected.filter((code) => code !== hovered).map((code) => one(code, 'selected')),
    hovered === null ? nothing : one(hovered, 'hovered'),
  ];
}

/** The drawing itself, hidden from assistive technology: the chart around it has the words. */
export function sceneTemplate(scene: Scene, highlight: HighlightModel, isCanvas: boolean): TemplateResult {
  const { width, height, marks } = scene;
  const viewBox = `0 0 ${width} ${height}`;
  return html`<svg
      class=${scene.points.length > DENSE ? 'dense' : ''}
      viewBox=${viewBox}
      aria-hidden="true"
      focusable="false"
    >
      ${marks.map(markTemplate)}
      ${isCanvas ? nothing : [...sidePaths(scene)].map(([side, d]) => svg`<path class="point-${side}" d=${d}></path>`)}
    </svg>
    ${isCanvas ? html`<canvas aria-hidden="true"></canvas>` : nothing}
    <svg class="over" viewBox=${viewBox} aria-hidden="true" focusable="false">${highlights(scene, highlight)}</svg>`;
}

/** One symbol by itself, for legend and list. */
export const symbolTemplate = (side: Side): TemplateResult =>
  html`<svg class="symbol" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    <path class="point-${side}" d=${symbolPath(side, 8, 8, 6)}></path>
  </svg>`;

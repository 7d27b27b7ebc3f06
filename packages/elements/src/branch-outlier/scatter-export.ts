import type { CommonTexts } from '@zicht-op/locales/nl/common.js';
import type { AxisKind } from './axis.js';
import { bandSentence, summarySentences, type OutlierView, type Wording } from './branch-outlier-view.js';
import type { Side } from './outlier-model.js';
import { sheetToPng, sheetToSvg, wrapText, type Sheet, type SheetItem } from './picture-sheet.js';
import { symbolPath } from './point-symbol.js';
import { sceneOfView, type Mark, type Role, type Scene } from './scatter-scene.js';
import { sidePaths } from './scatter-template.js';

export interface ScatterExport {
  readonly view: OutlierView;
  readonly axes: AxisKind | 'auto';
  readonly selected: readonly string[];
  readonly title: string;
  readonly subtitle: string;
  readonly wording: Wording;
  readonly common: CommonTexts;
}

const WIDTH = 960;
const CHART_HEIGHT = 620;
const MARGIN = 32;
const LINE = 19;
const CHARACTERS = 128;

const INK = '#17202a';
const MUTED = '#4a5665';
const PAPER = '#ffffff';
const COLOURS: Readonly<Record<Side, string>> = {
  above: '#a84f00',
  below: '#54309a',
  within: '#7a8591',
  unrated: PAPER,
};

type PathLook = Omit<Extract<SheetItem, { shape: 'path' }>, 'shape' | 'd'>;

const look = (
  fill: string | null,
  stroke: string | null = null,
  strokeWidth = 1,
  dash: readonly number[] = [],
): PathLook => {
  return { fill, stroke, strokeWidth, dash };
};

/** A file has the light look, whatever the page: it ends up on paper. */
const PATH_LOOKS: Readonly<Partial<Record<Role, PathLook>>> = {
  grid: look(null, '#dde3e9'),
  axis: look(null, '#6b7785'),
  band: look('#e6eaee'),
  interval: look(null, '#c9d1da', 3),
  equality: look(null, INK, 1.25, [5, 4]),
  'point-above': look(COLOURS.above, PAPER, 0.75),
  'point-below': look(COLOURS.below, PAPER, 0.75),
  'point-within': look(COLOURS.within, PAPER, 0.75),
  'point-unrated': look(COLOURS.unrated, COLOURS.within, 1.25),
};

const path = (role: Role, d: string): SheetItem => ({ shape: 'path', d, ...(PATH_LOOKS[role] ?? look(null)) });

function line(text: string, y: number, more: Partial<Extract<SheetItem, { shape: 'text' }>> = {}): SheetItem {
  return { shape: 'text', x: MARGIN, y, text, fill: MUTED, size: 13, bold: false, anchor: 'start', rotate: 0, ...more };
}

function markItem(mark: Mark): SheetItem {
  if (mark.shape === 'path') return path(mark.role, mark.d);
  const { x, y, text, anchor, rotate, role } = mark;
  const isTitle = role === 'axis-title';
  return line(text, y, { x, anchor, rotate, fill: isTitle ? INK : MUTED, size: isTitle ? 13 : 12 });
}

/** The chart, with what is selected on top. */
function chartItems(scene: Scene, { selected, view, wording }: ScatterExport): SheetItem[] {
  const names = selected.flatMap((code) => {
    const at = view.indexOf.get(code);
    if (at === undefined || Number.isNaN(scene.x[at] + scene.y[at])) return [];
    const isLeft = scene.x[at] > scene.width * 0.7;
    return [
      path(`point-${scene.points[at].side}`, symbolPath(scene.points[at].side, scene.x[at], scene.y[at], 8)),
      line(wording.nameOf(code), scene.y[at] + 4, {
        x: scene.x[at] + (isLeft ? -12 : 12),
        anchor: isLeft ? 'end' : 'start',
        fill: INK,
        bold: true,
      }),
    ];
  });
  const points = [...sidePaths(scene)].map(([side, d]) => path(`point-${side}`, d));
  return [...scene.marks.map(markItem), ...points, ...names];
}

function legendItems({ view, wording }: ScatterExport, y: number): SheetItem[] {
  if (view.model.band === null) return [];
  const items: SheetItem[] = [];
  let x = MARGIN + 8;
  for (const side of ['above', 'within', 'below'] as const) {
    const text = wording.texts.side[side];
    items.push(path(`point-${side}`, symbolPath(side, x, y - 4, 6)), line(text, y, { x: x + 14, fill: INK }));
    x += 40 + text.length * 7.2;
  }
  return items;
}

/** Where the figures come from, in one line of text. */
function sourceText({ view, common, wording }: ScatterExport): string {
  const { dataset, selection, boundaryYear } = view.picture;
  const sources = [...view.actual.sources, ...view.predicted.sources, ...dataset.sources].map((source) => source.label);
  const period = dataset.periods[selection.timeIndex];
  const when = period?.id ? wording.formatter.period(period) : '';
  const line = sources.length > 0 ? common.sourceLine([...new Set(sources)].join(', '), when) : common.noSource;
  return boundaryYear === null ? line : `${line}; ${common.boundaryYear(boundaryYear)}`;
}

/** What the figures do not say, the publisher's words and ours; never left out of a picture. */
function cautions({ view, common, wording }: ScatterExport): string[] {
  const told = [...new Set([view.actual.caution, view.predicted.caution])].filter(Boolean);
  return [...told.map((text) => `${common.caution} ${text}`), wording.texts.ordinaryCauses];
}

/** The sheet: title, chart, legend, and in words all that the element says around it. */
export function scatterSheet(request: ScatterExport): Sheet {
  const { view, axes, title, subtitle, wording } = request;
  const head: SheetItem[] = [];
  let y = MARGIN + 12;
  for (const text of wrapText(title, 84)) {
    head.push(line(text, y, { fill: INK, size: 20, bold: true }));
    y += 26;
  }
  for (const text of wrapText(subtitle, CHARACTERS)) {
    head.push(line(text, y));
    y += LINE;
  }
  y += 12;
  head.push(...legendItems(request, y));
  const scene = sceneOfView(view, {
    width: WIDTH - 2 * MARGIN,
    height: CHART_HEIGHT,
    left: MARGIN,
    top: y + 12,
    axes,
    texts: wording.texts,
    formatter: wording.formatter,
  });
  y += 12 + CHART_HEIGHT + 28;
  const foot: SheetItem[] = [];
  for (const text of [
    ...summarySentences(view, wording),
    bandSentence(view, wording),
    ...cautions(request),
    sourceText(request),
  ]) {
    for (const part of wrapText(text, CHARACTERS)) {
      foot.push(line(part, y));
      y += LINE;
    }
    y += 5;
  }
  const height = Math.ceil(y + MARGIN / 2);
  const paper: SheetItem = { shape: 'path', d: `M0 0H${WIDTH}V${height}H0Z`, ...look(PAPER) };
  return { width: WIDTH, height, title, items: [paper, ...head, ...chartItems(scene, request), ...foot] };
}

/** The scatter as a picture by itself, with title, source and caution in it. */
export async function exportScatter(format: 'svg' | 'png', request: ScatterExport): Promise<Blob> {
  const sheet = scatterSheet(request);
  return format === 'png' ? sheetToPng(sheet) : new Blob([sheetToSvg(sheet)], { type: 'image/svg+xml' });
}

import type { Indicator } from '@zicht-op/core/model/dataset.js';
import { levelOf } from '@zicht-op/core/model/region.js';
import type { SearchTarget } from '@zicht-op/core/picture/find-regions.js';
import type { Picture } from '@zicht-op/core/picture/picture.js';
import type { Formatter } from '@zicht-op/core/view/format.js';
import { ancestorsOf } from '@zicht-op/core/view/hierarchy.js';
import { regionsOfLevel } from '@zicht-op/core/view/selection.js';
import { observationIn, sliceOf } from '@zicht-op/core/view/slice.js';
import type { BranchOutlierTexts } from '@zicht-op/locales/nl/branch-outlier.js';
import { deviationText } from './deviation-text.js';
import type { OutlierMetrics } from './outlier-metrics.js';
import { createOutlierModel, logRatioOf, type OutlierModel, type OutlierPoint } from './outlier-model.js';

/** One comparison, ready to be drawn and told. Everything in it comes from one picture. */
export interface OutlierView {
  readonly picture: Picture;
  readonly model: OutlierModel;
  readonly actual: Indicator;
  readonly predicted: Indicator;
  /** Position in `model.points` by region code. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** Both figures of every region shown, actual and predicted one after the other; the axes stretch over these. */
  readonly figures: Float64Array;
  /** The point of a region; null for one without. */
  readonly pointOf: (code: string | null) => OutlierPoint | null;
  /** All regions shown, also those without a point; made once, when the search is first used. */
  readonly searchTargets: (nameOf: (code: string) => string) => readonly SearchTarget[];
}

export function createOutlierView(picture: Picture, metrics: OutlierMetrics): OutlierView {
  const { dataset, selection, regions } = picture;
  const model = createOutlierModel(dataset, {
    metrics,
    selection,
    regions,
    levelRegions: regionsOfLevel(dataset, selection.level),
  });
  const indexOf = new Map(model.points.map((point, i) => [point.code, i]));
  let targets: readonly SearchTarget[] | null = null;
  return {
    picture,
    model,
    actual: dataset.indicators[metrics.actual],
    predicted: dataset.indicators[metrics.predicted],
    indexOf,
    figures: Float64Array.from(model.points.flatMap(({ actual, predicted }) => [actual, predicted])),
    pointOf: (code) => model.points[code === null ? -1 : (indexOf.get(code) ?? -1)] ?? null,
    searchTargets: (nameOf) =>
      (targets ??= regions.map((region) => {
        const code = dataset.geo.codes[region];
        return { code, name: nameOf(code), around: areaAround(picture, code, nameOf) };
      })),
  };
}

/**
 * Name of the municipality around a district or neighbourhood; empty for others, where it goes without saying, and where
 * no document on this page names it.
 */
export function areaAround(picture: Picture, code: string, nameOf: (code: string) => string): string {
  const area = ancestorsOf(code, picture.parentOf).find((at) => levelOf(at) === 'gemeente');
  if (area === undefined || area === picture.within) return '';
  const name = nameOf(area);
  return name === area ? '' : name;
}

/** What a point says, in the texts and formats of the element. */
export interface PointTexts {
  readonly name: string;
  readonly actual: string;
  readonly predicted: string;
  readonly deviation: string;
  /** Empty without a band. */
  readonly expected: string;
}

export interface Wording {
  readonly texts: BranchOutlierTexts;
  readonly formatter: Formatter;
  readonly nameOf: (code: string) => string;
}

/** A region's figure of a metric as it is shown everywhere, marks not included. */
function figureText(picture: Picture, metric: number, region: number, formatter: Formatter): string {
  const slice = sliceOf(picture.dataset, { ...picture.selection, metricIndex: metric });
  return formatter.observation(observationIn(slice, region), picture.dataset.indicators[metric].unit);
}

/** The figures of a point and how far they lie apart, in words. */
export function pointTexts(view: OutlierView, point: OutlierPoint, { texts, formatter, nameOf }: Wording): PointTexts {
  const { picture, model, actual } = view;
  const [lower, upper] = point.expected ?? [];
  return {
    name: nameOf(point.code),
    actual: figureText(picture, model.metrics.actual, point.region, formatter),
    predicted: figureText(picture, model.metrics.predicted, point.region, formatter),
    deviation: deviationText(point.logRatio, texts, formatter),
    expected:
      lower === undefined || upper === undefined
        ? ''
        : texts.interval(formatter.number(lower, actual.unit), formatter.number(upper, actual.unit)),
  };
}

/** A region in one sentence, also one that misses a figure; empty for a code the dataset doesn't list. */
export function regionSentence(view: OutlierView, code: string, wording: Wording): string {
  const { picture, model, indexOf } = view;
  const at = indexOf.get(code);
  if (at !== undefined) {
    const { name, actual, predicted, deviation } = pointTexts(view, model.points[at], wording);
    return wording.texts.point(name, actual, predicted, deviation);
  }
  const region = picture.dataset.geo.index.get(code);
  if (region === undefined) return '';
  const [actual, predicted] = [model.metrics.actual, model.metrics.predicted].map((metric) =>
    figureText(picture, metric, region, wording.formatter),
  );
  return wording.texts.selectedMissing(wording.nameOf(code), actual, predicted);
}

/** What is spoken of the point that the keyboard is at: the region, and where one is. Empty for a code without a point. */
export function spokenText(view: OutlierView, code: string, selected: readonly string[], wording: Wording): string {
  const at = view.indexOf.get(code);
  if (at === undefined) return '';
  const { texts, formatter } = wording;
  const chosen = selected.includes(code) ? `${texts.selected}.` : '';
  const place = texts.place(formatter.count(at + 1), formatter.count(view.model.points.length));
  return [regionSentence(view, code, wording), chosen, place].filter(Boolean).join(' ');
}

/** How many lie above, below and within the band, and how many have no figure: what the chart shows, in words. */
export function summarySentences(view: OutlierView, { texts, formatter, nameOf }: Wording): string[] {
  const { model, picture } = view;
  const { level } = picture.selection;
  const count = (n: number) => formatter.count(n);
  const counts = {
    all: model.points.length,
    above: model.above.length,
    below: model.below.length,
    within: model.within.length,
    unrated: model.unrated.length,
  };
  const sentences = [texts.summary(level, counts, count)];
  if (model.missing.size > 0)
    sentences.push(texts.missing(level, model.missingRegions.length, [...model.missing], count));
  const reference = referenceSentence(view, { texts, formatter, nameOf });
  return reference ? [...sentences, reference] : sentences;
}

/** The yardstick's own figures in words: a deviation is seen beside the country. Empty without one. */
export function referenceSentence(view: OutlierView, wording: Wording): string {
  const { dataset, selection } = view.picture;
  const region = selection.reference === null ? undefined : dataset.geo.index.get(selection.reference);
  if (selection.reference === null || region === undefined) return '';
  const { metrics } = view.model;
  const [actual, predicted] = [metrics.actual, metrics.predicted].map((metricIndex) =>
    observationIn(sliceOf(dataset, { ...selection, metricIndex }), region),
  );
  if (actual.kind !== 'value' || predicted.kind !== 'value') {
    return wording.texts.reference(regionSentence(view, selection.reference, wording));
  }
  const words = deviationText(logRatioOf(actual.value, predicted.value), wording.texts, wording.formatter);
  const [own, expected] = [actual, predicted].map((figure) => wording.formatter.observation(figure, view.actual.unit));
  return wording.texts.reference(wording.texts.point(wording.nameOf(selection.reference), own, expected, words));
}

/** What the expected band is, in words. */
export function bandSentence({ model, picture }: OutlierView, { texts, formatter }: Wording): string {
  if (model.band === null) return texts.bandNone;
  if (model.band.kind === 'published') return texts.bandPublished;
  const factor = (value: number) => formatter.plain(value, value < 10 ? 2 : 0);
  return texts.bandRobust(factor(model.band.lower), factor(model.band.upper), picture.selection.level);
}

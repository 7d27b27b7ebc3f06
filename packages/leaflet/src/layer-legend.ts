import type { MissingKind } from '@zicht-op/core/model/observation.js';
import { choroplethTexts } from '@zicht-op/locales/choropleth-texts.js';
import { classLabel } from '@zicht-op/locales/class-label.js';
import type { Words } from '@zicht-op/locales/words.js';
import type { HatchColours } from '@zicht-op/renderer/choropleth-appearance.js';
import { paintMissingSwatch } from '@zicht-op/renderer/missing-fill.js';
import type { Shown } from './choropleth-data.js';

/** A class on the map. The outer ends are open: a lowest or highest figure may not be published. */
export interface LayerLegendClass {
  readonly class: number;
  /** From this figure on; null for the lowest class. */
  readonly from: number | null;
  /** Up to, but without this figure; null for the highest. */
  readonly to: number | null;
  /** As CSS writes it. */
  readonly colour: string;
  /** Its bounds in words, with the unit. */
  readonly text: string;
}

export interface LayerLegendMissing {
  readonly kind: MissingKind;
  /** Of its hatch, as CSS writes them. */
  readonly colours: HatchColours;
  readonly text: string;
  /** Fills a canvas with its hatch, for a swatch that shows it at half the size of the canvas. */
  readonly paint: (canvas: HTMLCanvasElement) => void;
}

/** What a legend of the map has to say. No counts: "1 region" would give a figure away. */
export interface LayerLegend {
  /** As the publisher names them: text, not markup. */
  readonly indicator: string;
  readonly unit: string;
  /** From low to high; none without any figure. */
  readonly classes: readonly LayerLegendClass[];
  /** The kinds of missing on the map. */
  readonly missing: readonly LayerLegendMissing[];
}

export function legendOfLayer(
  { model, picture }: Shown,
  colours: readonly string[],
  hatch: HatchColours,
  words: Words,
): LayerLegend {
  const { label, unit } = picture.selection.indicator;
  const texts = choroplethTexts.in(words.language);
  const { formatter } = words;
  const { breaks, classCount, missing } = model;
  return {
    indicator: label,
    unit: unit.label,
    classes: Array.from({ length: classCount }, (_, style) => ({
      class: style,
      from: breaks[style - 1] ?? null,
      to: breaks[style] ?? null,
      colour: colours[style],
      text: classLabel({ model, unit, texts, formatter }, style),
    })),
    missing: missing.map((kind) => ({
      kind,
      colours: hatch,
      text: words.texts.missing[kind],
      paint: (canvas) => paintMissingSwatch(canvas, kind, hatch),
    })),
  };
}

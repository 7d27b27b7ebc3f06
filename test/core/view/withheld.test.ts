import { describe, expect, it } from 'vitest';
import { parseJsonStat } from '@zicht-op/core/formats/json-stat.js';
import type { Dataset } from '@zicht-op/core/model/dataset.js';
import { robustBand } from '@zicht-op/core/statistics/robust-outlier.js';
import { CLASS_METHODS, classify, loadClassMethod } from '@zicht-op/core/view/classify.js';
import { toCsv } from '@zicht-op/core/view/export/csv.js';
import { toJsonStat } from '@zicht-op/core/view/export/json-stat.js';
import { createFormatter } from '@zicht-op/core/view/format.js';
import { legendOf } from '@zicht-op/core/view/legend.js';
import { rowsOf } from '@zicht-op/core/view/rows.js';
import { resolveSelection } from '@zicht-op/core/view/selection.js';
import { observationIn, sliceOf } from '@zicht-op/core/view/slice.js';
import { barScale } from '../../../packages/elements/src/indicator-table/bar-scale.js';
import { TEXTS } from './figures.js';

/** Digits that occur nowhere else, so that a leak is found wherever it is. */
const SECRET = 73191;

/** Statuses under which no number may pass, by the lists of contract 2. */
const CLOSED = ['Q', 'x', 'c', 'A/C', '/D', 'A/N', 'O', 'L', 'M', 'z', ':', 'geheim'];

await Promise.all(CLASS_METHODS.map(loadClassMethod));

/** A generator that gives the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}

/** A document with a third of its cells closed; `sent` is the number that stands in them all the same. */
function documentOf(seed: number, sent: (at: number) => number | null): unknown {
  const next = random(seed);
  const codes = Array.from({ length: 40 }, (_, i) => `GMV${String(i + 100)}`);
  const value: (number | null)[] = [];
  const status: Record<string, string> = {};
  for (let at = 0; at < codes.length; at++) {
    const figure = Math.round(next() * 200 - 50) / 10;
    const choice = next();
    const isClosed = choice < 0.33;
    if (isClosed) status[at] = CLOSED[Math.floor(next() * CLOSED.length)];
    value.push(isClosed ? sent(at) : figure);
  }
  return {
    version: '2.0',
    class: 'dataset',
    id: ['metric', 'geo'],
    size: [1, codes.length],
    role: { metric: ['metric'], geo: ['geo'] },
    dimension: { metric: { category: { index: ['kans'] } }, geo: { category: { index: codes } } },
    value,
    status,
  };
}

/** All that a reader can get out of a dataset, by each way there is. */
function everythingShown(dataset: Dataset) {
  const chosen = resolveSelection(dataset, {});
  if (!chosen.ok) throw new Error(chosen.problems[0].code);
  const { values, kinds } = sliceOf(dataset, chosen.value);
  const regions = Array.from(dataset.geo.codes.keys());
  const format = createFormatter('nl-NL', TEXTS);
  const context = { indicators: new Map([['kans', dataset.indicators[0]]]), meta: dataset, texts: TEXTS };
  const classifications = CLASS_METHODS.map((method) => classify(values, { method, classes: 7 }));
  const rows = classifications.map((classes) =>
    rowsOf(
      dataset,
      chosen.value,
      regions.map((region) => ({ region })),
      format,
      classes,
    ),
  );
  const bars = barScale(values);
  return {
    kinds: [...kinds],
    classifications,
    legends: classifications.map((classes) => legendOf(classes, kinds, 1)),
    rows,
    observations: regions.map((region) => observationIn({ values, kinds, marks: null }, region)),
    bars: regions.map((region) => (Number.isNaN(values[region]) ? null : bars?.bar(values[region]))),
    band: robustBand(Array.from(values, (figure) => Math.log(figure))),
    csv: toCsv(rows[0], context),
    json: toJsonStat(rows[0], context),
  };
}

function read(document: unknown): Dataset {
  const result = parseJsonStat(document);
  if (!result.ok) throw new Error(result.problems[0].code);
  return result.value;
}

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('figures that may not be shown (draw %d)', (seed) => {
  const honest = everythingShown(read(documentOf(seed, () => null)));

  it.each<[string, (at: number) => number]>([
    ['far above all others', () => SECRET],
    ['far below all others', () => -SECRET],
    ['between the others', (at) => at / SECRET],
    ['zero', () => 0],
  ])('change neither classes, legend, bars, band, rows nor files when a publisher sends numbers %s', (_, sent) => {
    const shown = everythingShown(read(documentOf(seed, sent)));
    expect(shown).toEqual(honest);
  });

  it('leave no trace of the number', () => {
    const shown = JSON.stringify(everythingShown(read(documentOf(seed, (at) => SECRET + at / 1e6))));
    expect(shown).not.toContain('73191');
    expect(shown).not.toContain('73.191');
  });

  it('are there to be tested', () => {
    expect(honest.kinds.some((kind) => kind === 1)).toBe(true);
    expect(honest.kinds.filter((kind) => kind === 0).length).toBeGreaterThan(10);
  });
});

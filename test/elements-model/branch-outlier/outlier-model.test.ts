import { describe, expect, it } from 'vitest';
import { createOutlierModel, type OutlierModel } from '../../../packages/elements/src/branch-outlier/outlier-model.js';
import { buildDataset, linesOf, type Line } from './build-dataset.js';

const LEAK = 987_654_321;
/** A level in which most regions are near their prediction. */
const USUAL = [
  0.9, 0.92, 0.94, 0.96, 0.98, 1, 1.02, 1.04, 1.06, 1.08, 1.1, 0.95, 1.05, 0.97, 1.03, 1, 0.99, 1.01, 0.93, 1.07,
];

function modelOf(
  lines: readonly Line[],
  options: { shown?: readonly number[]; interval?: boolean } = {},
): OutlierModel {
  const dataset = buildDataset(['actual', 'predicted', 'lower', 'upper'], lines);
  const all = lines.map((_, i) => i);
  return createOutlierModel(dataset, {
    metrics: { actual: 0, predicted: 1, interval: options.interval ? { lower: 2, upper: 3 } : null },
    selection: { timeIndex: 0, breakdownIndex: 0 },
    regions: options.shown ?? all,
    levelRegions: all,
  });
}

const codes = (points: readonly { readonly code: string }[]): string[] => points.map((point) => point.code);

describe('createOutlierModel', () => {
  it('is empty without regions', () => {
    const model = modelOf([]);
    expect(model.points).toEqual([]);
    expect(model.missing.size).toBe(0);
    expect(model.band).toBeNull();
  });

  it('judges nobody where there are too few figures for a robust band', () => {
    const model = modelOf(linesOf([1, 1.1, 9]));
    expect(model.band).toBeNull();
    expect(model.unrated).toHaveLength(3);
    expect([...model.above, ...model.below]).toEqual([]);
  });

  it('tells regions far above and below from those near their prediction', () => {
    const model = modelOf(linesOf([...USUAL, 4, 0.2]));
    expect(codes(model.above)).toEqual(['GMV021']);
    expect(codes(model.below)).toEqual(['GMV022']);
    expect(model.within).toHaveLength(USUAL.length);
  });

  it('has a band that one extreme region does not stretch', () => {
    const without = modelOf(linesOf(USUAL)).band;
    const withOne = modelOf(linesOf([...USUAL, 1e9])).band;
    expect(without?.kind).toBe('robust');
    if (without?.kind !== 'robust' || withOne?.kind !== 'robust') return;
    expect(withOne.upper / without.upper).toBeLessThan(1.1);
  });

  it('never calls a region deviating that equals its prediction, wherever most regions lie', () => {
    const model = modelOf(linesOf([...USUAL.map((factor) => factor * 3), 1]));
    const { band } = model;
    expect(band?.kind === 'robust' && band.lower).toBeLessThanOrEqual(1);
    expect(codes(model.below)).not.toContain('GMV021');
  });

  it('has the same band whatever part of the level is shown', () => {
    const lines = linesOf([...USUAL, 4, 0.2]);
    expect(modelOf(lines, { shown: [20, 21] }).band).toEqual(modelOf(lines).band);
    expect(modelOf(lines, { shown: [20, 21] }).points).toHaveLength(2);
  });

  it('orders by deviation, most above first, and the list below from the other end', () => {
    const model = modelOf(linesOf([...USUAL, 3, 9, 0.3, 0.1]));
    expect(codes(model.above)).toEqual(['GMV022', 'GMV021']);
    expect(codes(model.below)).toEqual(['GMV024', 'GMV023']);
    expect(model.points[0].code).toBe('GMV022');
    expect(model.points.at(-1)?.code).toBe('GMV024');
  });

  it('orders equal deviations by code', () => {
    const model = modelOf([...linesOf(USUAL), ['GMV999', 500, 100], ['GMV500', 500, 100]]);
    expect(codes(model.above)).toEqual(['GMV500', 'GMV999']);
  });

  it.each([
    ['withheld', 'withheld', 100, 'withheld'],
    ['unknown prediction', 100, 'unknown', 'unknown'],
    ['both missing: the weightiest', 'none', 'withheld', 'withheld'],
    ['impossible', 'impossible', 'impossible', 'impossible'],
    ['none', 'none', 'none', 'none'],
  ] as const)('counts a region by kind and gives it no point: %s', (_, actual, predicted, kind) => {
    const model = modelOf([...linesOf(USUAL), ['GMV900', actual, predicted]]);
    expect([...model.missing]).toEqual([[kind, 1]]);
    expect(codes(model.points)).not.toContain('GMV900');
    expect(model.missingRegions).toEqual([USUAL.length]);
  });

  it('keeps a missing figure out of the band, the order and everything else', () => {
    const lines = linesOf([...USUAL, 4]);
    const plain = modelOf(lines);
    const withMissing = modelOf([...lines, ['GMV900', 'withheld', 100], ['GMV901', LEAK, 'withheld']]);
    expect(withMissing.band).toEqual(plain.band);
    expect(codes(withMissing.points)).toEqual(codes(plain.points));
    expect(JSON.stringify([...withMissing.points])).not.toContain(String(LEAK));
  });

  it('takes an actual figure of zero for a figure, below everything', () => {
    const model = modelOf([...linesOf(USUAL), ['GMV900', 0, 100]]);
    expect(model.below[0]).toMatchObject({ code: 'GMV900', logRatio: -Infinity, side: 'below' });
    expect(model.points.at(-1)?.code).toBe('GMV900');
  });

  it.each([
    ['a prediction of zero', 10, 0],
    ['a prediction below zero', 10, -5],
    ['both zero', 0, 0],
  ])('judges no region with %s, and puts it last', (_, actual, predicted) => {
    const model = modelOf([['GMV900', actual, predicted], ...linesOf(USUAL)]);
    expect(codes(model.unrated)).toEqual(['GMV900']);
    expect(model.points.at(-1)?.logRatio).toBeNaN();
  });

  it('goes by the published interval of each region where there is one', () => {
    const model = modelOf(
      [
        ['GMV001', 120, 100, 90, 110],
        ['GMV002', 120, 100, 50, 150],
        ['GMV003', 80, 100, 90, 110],
        ['GMV004', 110, 100, 90, 110],
      ],
      { interval: true },
    );
    expect(model.band).toEqual({ kind: 'published' });
    expect(codes(model.above)).toEqual(['GMV001']);
    expect(codes(model.below)).toEqual(['GMV003']);
    expect(codes(model.within)).toEqual(['GMV002', 'GMV004']);
  });

  it.each([
    ['withheld', 'withheld', 110],
    ['upside down', 110, 90],
  ] as const)('judges no region whose own interval is %s', (_, lower, upper) => {
    const model = modelOf(
      [
        ['GMV001', 120, 100, 90, 110],
        ['GMV002', 900, 100, lower, upper],
      ],
      { interval: true },
    );
    expect(codes(model.unrated)).toEqual(['GMV002']);
  });

  it('falls back to the robust band where no interval is published in this selection', () => {
    const lines = linesOf([...USUAL, 4]).map((line) => [...line, 'withheld', 'none'] as unknown as Line);
    expect(modelOf(lines, { interval: true }).band?.kind).toBe('robust');
  });

  it('stays finite for the largest and smallest figures there are', () => {
    const model = modelOf([
      ...linesOf(USUAL),
      ['GMV900', Number.MAX_VALUE, Number.MIN_VALUE],
      ['GMV901', Number.MIN_VALUE, Number.MAX_VALUE],
    ]);
    expect(model.points[0]).toMatchObject({ code: 'GMV900', side: 'above' });
    expect(Number.isFinite(model.points[0].logRatio)).toBe(true);
    expect(model.points.at(-1)?.code).toBe('GMV901');
  });
});

import { describe, expect, it } from 'vitest';
import { createAxis } from '../../../packages/elements/src/branch-outlier/axis.js';
import type { Band, OutlierPoint, Side } from '../../../packages/elements/src/branch-outlier/outlier-model.js';
import { layOutScatter, nearestPoint, type Mark } from '../../../packages/elements/src/branch-outlier/scatter-scene.js';

function point(predicted: number, actual: number, side: Side = 'within'): OutlierPoint {
  const code = `GMV${predicted}-${actual}`;
  return {
    region: 0,
    code,
    actual,
    predicted,
    logRatio: Math.log(actual / predicted),
    side,
    expected: [predicted * 0.8, predicted * 1.2],
  };
}

function sceneOf(
  points: readonly OutlierPoint[],
  band: Band | null = null,
  kind: 'log' | 'linear' = 'linear',
  width = 600,
) {
  const figures = points.flatMap(({ actual, predicted }) => [actual, predicted]);
  return layOutScatter({
    width,
    height: 480,
    axis: createAxis(figures, kind),
    points,
    band,
    texts: { tick: (value) => `€ ${value}`, actual: 'actual', predicted: 'predicted', equality: 'equal' },
  });
}

const roles = (marks: readonly Mark[]): string[] => marks.map((mark) => mark.role);
const numbersIn = (mark: Mark | undefined): number[] =>
  mark?.shape === 'path' ? [...mark.d.matchAll(/-?[\d.]+/g)].map(Number) : [];

describe('layOutScatter', () => {
  it('has axes and a line of equality without points, and no ticks', () => {
    const scene = sceneOf([]);
    expect(scene.x).toHaveLength(0);
    expect(roles(scene.marks)).toContain('equality');
    expect(roles(scene.marks)).not.toContain('tick');
  });

  it.each(['log', 'linear'] as const)('puts what equals its prediction on the line of equality, on %s axes', (kind) => {
    const scene = sceneOf([point(10, 10), point(400, 400), point(50, 300)], null, kind);
    const { plot } = scene;
    for (const i of [0, 1]) {
      const across = (scene.x[i] - plot.left) / (plot.right - plot.left);
      const up = (plot.bottom - scene.y[i]) / (plot.bottom - plot.top);
      expect(across).toBeCloseTo(up, 6);
    }
    const above =
      (plot.bottom - scene.y[2]) / (plot.bottom - plot.top) - (scene.x[2] - plot.left) / (plot.right - plot.left);
    expect(above).toBeGreaterThan(0);
  });

  it('keeps every point inside the plot and off its edges', () => {
    const { x, y, plot } = sceneOf([point(1, 1000), point(1000, 1), point(30, 30)], null, 'log');
    for (let i = 0; i < x.length; i++) {
      expect(x[i]).toBeGreaterThan(plot.left);
      expect(x[i]).toBeLessThan(plot.right);
      expect(y[i]).toBeGreaterThan(plot.top);
      expect(y[i]).toBeLessThan(plot.bottom);
    }
  });

  it.each([
    ['linear', { kind: 'robust', lower: 0.5, upper: 2 }],
    ['log', { kind: 'robust', lower: 0.5, upper: 2 }],
    ['log', { kind: 'robust', lower: 1e-9, upper: 1e9 }],
    ['linear', { kind: 'robust', lower: Number.MIN_VALUE, upper: Number.MAX_VALUE }],
  ] as const)('draws a robust band inside the plot, on %s axes', (kind, band) => {
    const scene = sceneOf([point(10, 20), point(1000, 400)], band, kind);
    const numbers = numbersIn(scene.marks.find((mark) => mark.role === 'band'));
    expect(numbers.length).toBeGreaterThan(0);
    numbers.forEach((value, i) => {
      const [low, high] = i % 2 === 0 ? [scene.plot.left, scene.plot.right] : [scene.plot.top, scene.plot.bottom];
      expect(value).toBeGreaterThanOrEqual(low - 0.1);
      expect(value).toBeLessThanOrEqual(high + 0.1);
    });
  });

  it('draws a published interval per point, and none for a point without', () => {
    const points = [point(100, 100), { ...point(200, 200), expected: null }];
    const mark = sceneOf(points, { kind: 'published' }).marks.find(({ role }) => role === 'interval');
    expect(mark?.shape === 'path' && mark.d.match(/M/g)).toHaveLength(1);
  });

  it('leaves a point without a place on the axes undrawn', () => {
    const scene = layOutScatter({
      width: 600,
      height: 480,
      axis: createAxis([1, 100], 'log'),
      points: [point(10, 10), { ...point(10, 10), actual: 0 }],
      band: null,
      texts: { tick: String, actual: '', predicted: '', equality: '' },
    });
    expect(scene.y[1]).toBeNaN();
    expect(nearestPoint(scene, scene.x[0], scene.y[0], 5)).toBe(0);
  });

  it.each([240, 328, 600, 1200])('has tick texts that do not run into each other at %i pixels', (width) => {
    const scene = sceneOf([point(1, 1), point(1_000_000, 900_000)], null, 'linear', width);
    const across = scene.marks.filter(
      (mark) => mark.role === 'tick' && mark.shape === 'text' && mark.anchor === 'middle',
    );
    for (let i = 1; i < across.length; i++) {
      const [before, after] = [across[i - 1], across[i]];
      if (before.shape !== 'text' || after.shape !== 'text') continue;
      const halves = ((before.text.length + after.text.length) / 2) * 6;
      expect(after.x - before.x).toBeGreaterThan(halves);
    }
  });
});

describe('nearestPoint', () => {
  const scene = { x: Float64Array.of(10, 20, NaN), y: Float64Array.of(10, 10, NaN) };

  it.each([
    [11, 10, 24, 0],
    [19, 10, 24, 1],
    [10, 60, 24, -1],
    [10, 34, 24, 0],
    [10, 34.1, 24, -1],
  ])('of %d, %d within %d is %i', (x, y, reach, expected) => {
    expect(nearestPoint(scene, x, y, reach)).toBe(expected);
  });

  it('is none without points', () => {
    expect(nearestPoint({ x: new Float64Array(), y: new Float64Array() }, 0, 0, 24)).toBe(-1);
  });
});

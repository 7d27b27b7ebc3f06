import { describe, expect, it } from 'vitest';
import { stepCost, stepCostInQuadrant, type Places } from '@zicht-op/core/geo/direction.js';
import { PointGrid } from '@zicht-op/core/geo/point-grid.js';

/** Places strewn without chance, thicker in one corner, a few of them nowhere. */
function strewn(count: number): Places {
  const x = Float64Array.from({ length: count }, (_, i) => ((i * 0.618034) % 1) ** 3 * 40);
  const y = Float64Array.from({ length: count }, (_, i) => ((i * 0.754878) % 1) ** 2 * 10);
  for (let i = 0; i < count; i += 17) x[i] = y[i] = NaN;
  return { x, y };
}

const distance = ({ x, y }: Places, a: number, b: number): number => Math.hypot(x[a] - x[b], y[a] - y[b]);

/** The cheapest by looking at all. */
function cheapestOfAll(places: Places, cost: (to: number) => number): number {
  let best = -1;
  for (let to = 0; to < places.x.length; to++) if (cost(to) < (best < 0 ? Infinity : cost(best))) best = to;
  return best;
}

describe('PointGrid', () => {
  it.each([
    ['without places', 0],
    ['with one place', 1],
    ['with one place beside one that is nowhere', 2],
  ])('finds nothing else %s', (_what, count) => {
    const places = { x: Float64Array.of(5, NaN).slice(0, count), y: Float64Array.of(52, NaN).slice(0, count) };
    expect(new PointGrid(places).cheapest(0, (to) => (to === 0 ? Infinity : 1))).toBe(-1);
  });

  it.each([
    [
      'the nearest',
      (places: Places, from: number) => (to: number) => (to === from ? Infinity : distance(places, from, to)),
    ],
    ['the best way up', (places: Places, from: number) => (to: number) => stepCostInQuadrant(places, from, to, 'up')],
    ['anything to the left', (places: Places, from: number) => (to: number) => stepCost(places, from, to, 'left')],
    ['nothing', () => () => Infinity],
  ])('finds %s as a look at all places does', (_what, costFrom) => {
    const places = strewn(700);
    const grid = new PointGrid(places);
    for (let from = 1; from < 700; from += 3) {
      if (Number.isNaN(places.x[from])) continue;
      const cost = costFrom(places, from);
      expect(grid.cheapest(from, cost)).toBe(cheapestOfAll(places, cost));
    }
  });

  it('finds one of many at the same place', () => {
    const grid = new PointGrid({ x: new Float64Array(100).fill(5), y: new Float64Array(100).fill(52) });
    expect(grid.cheapest(7, (to) => (to === 7 ? Infinity : 0))).toBeGreaterThanOrEqual(0);
  });
});

describe('a step', () => {
  const PLACES = { x: Float64Array.of(0, 0, 1, 3, -1, NaN), y: Float64Array.of(0, 4, 1, 1, -2, NaN) };

  it.each([
    ['straight', 1, 'up', 4, 4],
    ['along the edge of the quadrant', 2, 'up', 3 * Math.SQRT2, 3 * Math.SQRT2],
    ['along the same edge, the other way', 2, 'right', 3 * Math.SQRT2, 3 * Math.SQRT2],
    ['mostly aside', 3, 'up', 7 * Math.sqrt(10), Infinity],
    ['back', 4, 'up', Infinity, Infinity],
    ['down', 4, 'down', 2 * Math.sqrt(5), 2 * Math.sqrt(5)],
    ['to the left', 4, 'left', 5 * Math.sqrt(5), Infinity],
    ['nowhere', 5, 'up', Infinity, Infinity],
    ['to itself', 0, 'up', Infinity, Infinity],
  ] as const)('%s costs its length, and more the more it leads aside', (_what, to, direction, cost, inQuadrant) => {
    expect(stepCost(PLACES, 0, to, direction)).toBeCloseTo(cost, 10);
    expect(stepCostInQuadrant(PLACES, 0, to, direction)).toBeCloseTo(inQuadrant, 10);
  });
});

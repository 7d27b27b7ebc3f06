import { describe, expect, it } from 'vitest';
import { interiorPoint } from '@zicht-op/core/geo/interior-point.js';
import { isInShape } from '@zicht-op/core/geo/rings.js';
import { hasRealData, readLayer } from '../core/geo/support/real-layers.js';
import { box, collection, feature, polygon } from '../core/geo/support/shapes.js';
import { areaOf, made, readBack } from './support/compare.js';

/** A metre, in degrees of latitude, and about one in degrees of longitude at 52° north. */
const [X, Y] = [1.46e-5, 9e-6];

/** A square of so many metres somewhere inside another, which has it as a hole. */
function enclave(metres: number, at: readonly [number, number] = [5.0007, 52.0004]): object {
  const hole = box(at[0], at[1], at[0] + metres * X, at[1] + metres * Y);
  return collection(feature('GM0001', polygon(box(4.9, 51.9, 5.1, 52.1), hole)), feature('GM0002', polygon(hole)));
}

describe('a region smaller than a step of the grid', () => {
  it.each([400, 90, 40, 9, 1])(
    'of %d metres keeps an area on a grid of 100 metres, and its neighbour the hole for it',
    (metres) => {
      const file = made(enclave(metres), { grid: 100 });
      expect(file.lost).toEqual([]);
      const after = readBack(file.bytes, 'gemeente');
      const area = areaOf(after, 1);
      expect(area).toBeGreaterThan(0);
      expect(area).toBeLessThan((metres + 220) ** 2 * X * Y);
      expect(isInShape(after, 0, ...interiorPoint(after, 1)!)).toBe(false);
    },
  );

  it('keeps its area where all is simplified away around it', () => {
    const file = made(enclave(30), { grid: 50, simplify: 1000 });
    expect(file.lost).toEqual([]);
    const after = readBack(file.bytes, 'gemeente');
    expect(areaOf(after, 1)).toBeGreaterThan(0);
    expect(isInShape(after, 0, 4.95, 51.95)).toBe(true);
  });

  it.skipIf(!hasRealData)(
    'is told where so many lie together that each undoes the other',
    () => {
      const file = made(readLayer('buurten-2024'), { grid: 500 });
      const { codes, shapeRings } = readBack(file.bytes, 'buurt');
      expect(file.lost.length).toBeGreaterThan(0);
      expect(codes.filter((_, shape) => shapeRings[shape] === shapeRings[shape + 1])).toEqual(file.lost);
    },
    60_000,
  );

  it('has no rings where its geometry is null, and isn’t lost', () => {
    const file = made(collection(feature('GM0001', polygon(box(4, 51, 6, 53))), feature('GM0002', null)));
    expect(file.lost).toEqual([]);
    expect([...readBack(file.bytes, 'gemeente').shapeRings]).toEqual([0, 1, 1]);
  });
});

describe('islands', () => {
  it('that are smaller than a step are left out where their region has more', () => {
    const json = collection({
      ...feature('GM0001', { type: 'MultiPolygon', coordinates: [[box(4, 51, 6, 53)], [box(7, 52, 7 + X, 52 + Y)]] }),
    });
    const after = readBack(made(json, { grid: 100 }).bytes, 'gemeente');
    expect([...after.shapeRings]).toEqual([0, 1]);
  });
});

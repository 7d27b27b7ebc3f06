import { describe, expect, it } from 'vitest';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { dimension } from '@zicht-op/core/model/dataset.js';
import { joinRegions } from '@zicht-op/core/view/join.js';

const shapes = (codes: readonly string[], level = 'gemeente'): Boundaries => ({
  level,
  year: null,
  codes,
  names: codes.map(() => null),
  parents: new Map(),
  coordinates: new Float64Array(0),
  arcStart: Uint32Array.of(0),
  ringArcs: new Int32Array(0),
  ringStart: Uint32Array.of(0),
  shapeRings: new Uint32Array(codes.length + 1),
  attribution: '',
});
const geo = (codes: readonly string[]) => dimension('geo', 'geo', codes);

describe('joinRegions', () => {
  it.each([
    ['no regions', [], ['GMV001'], [-1], 0, [], ['GMV001']],
    ['no shapes', ['GMV001'], [], [], 0, ['GMV001'], []],
    ['other order', ['GMV001', 'GMV002'], ['GMV002', 'GMV001'], [1, 0], 2, [], []],
    ['both miss one', ['GMV001', 'GMV003'], ['GMV001', 'GMV002'], [0, -1], 1, ['GMV003'], ['GMV002']],
    [
      'names of every object',
      ['GMV001'],
      ['constructor', '__proto__'],
      [-1, -1],
      0,
      ['GMV001'],
      ['constructor', '__proto__'],
    ],
  ])('with %s', (_, codes, shapeCodes, regionOfShape, matched, withoutShape, withoutRow) => {
    const join = joinRegions(geo(codes), shapes(shapeCodes));
    expect({ ...join, regionOfShape: [...join.regionOfShape] }).toEqual({
      regionOfShape,
      matched,
      withoutShape,
      withoutRow,
    });
  });

  it('counts only regions of the level of the shapes as lacking one', () => {
    const join = joinRegions(geo(['NLV0', 'GMV001', 'WKV00101']), shapes([]));
    expect(join.withoutShape).toEqual(['GMV001']);
  });
});

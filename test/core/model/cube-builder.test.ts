import { describe, expect, it } from 'vitest';
import { CubeBuilder, MAX_CELLS, breakdownIndex } from '@zicht-op/core/model/cube-builder.js';
import { dimension } from '@zicht-op/core/model/dataset.js';
import { KIND_CODE, markBit, marksOf } from '@zicht-op/core/model/observation.js';

describe('the gate', () => {
  it('begins with nothing but "none": an absent row is not a zero', () => {
    const cube = new CubeBuilder(1, 1, 1, 3);
    expect([...cube.kinds]).toEqual([KIND_CODE.none, KIND_CODE.none, KIND_CODE.none]);
    expect([...cube.values].every(Number.isNaN)).toBe(true);
    expect(cube.marks).toBeNull();
  });

  it.each([NaN, Infinity, -Infinity])('stores %s as unknown, without a number', (value) => {
    const cube = new CubeBuilder(1, 1, 1, 1);
    cube.setValue(0, value);
    expect([cube.kinds[0], Number.isNaN(cube.values[0])]).toEqual([KIND_CODE.unknown, true]);
  });

  it.each(['withheld', 'unknown', 'impossible', 'none'] as const)(
    'wipes out the number of a cell that becomes %s',
    (kind) => {
      const cube = new CubeBuilder(1, 1, 1, 1);
      cube.setValue(0, 42, markBit('P'));
      cube.setMissing(0, KIND_CODE[kind]);
      expect([cube.kinds[0], Number.isNaN(cube.values[0]), cube.marks?.[0]]).toEqual([KIND_CODE[kind], true, 0]);
    },
  );

  it('keeps zero and minus zero as figures', () => {
    const cube = new CubeBuilder(1, 1, 1, 2);
    cube.setValue(0, 0);
    cube.setValue(1, -0);
    expect([...cube.kinds]).toEqual([KIND_CODE.value, KIND_CODE.value]);
  });

  it('places regions fastest, metrics slowest', () => {
    const cube = new CubeBuilder(2, 3, 4, 5);
    expect(cube.cell(0, 0, 0, 4)).toBe(4);
    expect(cube.cell(0, 0, 1, 0)).toBe(5);
    expect(cube.cell(0, 1, 0, 0)).toBe(20);
    expect(cube.cell(1, 0, 0, 0)).toBe(60);
    expect(cube.kinds).toHaveLength(120);
  });

  it('throws for more cells than a page can hold: the parser must have asked first', () => {
    expect(() => new CubeBuilder(1, 1, 1, MAX_CELLS + 1)).toThrow(RangeError);
    expect(() => new CubeBuilder(1e6, 1e6, 1, NaN)).toThrow(RangeError);
    expect(CubeBuilder.cellCount(10, 10, 2, 3)).toBe(600);
  });

  it('counts breakdown combinations with the last dimension fastest', () => {
    const [a, b] = [dimension('a', '', ['1', '2']), dimension('b', '', ['1', '2', '3'])];
    expect(breakdownIndex([], [])).toBe(0);
    expect(breakdownIndex([a, b], [0, 2])).toBe(2);
    expect(breakdownIndex([a, b], [1, 0])).toBe(3);
  });
});

describe('marks', () => {
  it('come back from their bits in a fixed order', () => {
    expect(marksOf(0)).toEqual([]);
    expect(marksOf(markBit('R') | markBit('P'))).toEqual(['P', 'R']);
  });
});

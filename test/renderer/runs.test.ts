import { describe, expect, it } from 'vitest';
import { Mix } from '@zicht-op/renderer/mix.js';
import { RunWriter, type Runs } from '@zicht-op/renderer/runs.js';
import { Random } from '@zicht-op/voorbeeldland/random/random.js';

/** Shapes and their parts, in the order given. */
function mixOf(...parts: (readonly [shape: number, part: number])[]): Mix {
  const mix = new Mix();
  for (const [shape, part] of parts) mix.add(shape, part);
  return mix;
}

/** The parts of run `at`: shape and 255ths. */
function partsOf({ content, mixes }: Runs, at: number): number[][] {
  if (content[at] >= 0) return [[content[at] - 1, 255]];
  const start = ~content[at];
  return Array.from(mixes.subarray(start + 1, start + 1 + mixes[start]), (entry) => [(entry >>> 8) - 1, entry & 255]);
}

describe('Mix', () => {
  it('adds up parts of the same shape, no shape (-1) among them', () => {
    const { count, shapes, parts } = mixOf([3, 1], [-1, 0.5], [3, 0.25], [-1, 1]);
    expect([count, [...shapes.subarray(0, 2)], [...parts.subarray(0, 2)]]).toEqual([2, [3, -1], [1.25, 1.5]]);
  });

  it('holds as many shapes as there are, and none after it is cleared', () => {
    const mix = mixOf(...Array.from({ length: 100 }, (_, shape) => [shape, shape] as const));
    expect([mix.count, mix.shapes[99], mix.parts[99]]).toEqual([100, 99, 99]);
    mix.clear();
    mix.add(7, 2);
    expect([mix.count, mix.shapes[0], mix.parts[0]]).toEqual([1, 7, 2]);
  });
});

describe('RunWriter', () => {
  it('has no runs without rows, nor in rows without any', () => {
    expect(new RunWriter(0).finish()).toEqual({
      rowStart: new Uint32Array(1),
      end: new Uint16Array(0),
      content: new Int32Array(0),
      mixes: new Uint32Array(0),
    });
    const writer = new RunWriter(2);
    writer.endRow();
    writer.endRow();
    expect([...writer.finish().rowStart]).toEqual([0, 0, 0]);
  });

  it('writes a shape as its position plus one, and no shape as 0', () => {
    const writer = new RunWriter(1);
    writer.add(3, mixOf([-1, 4]), 4);
    writer.add(5, mixOf([0, 4]), 4);
    writer.add(9, mixOf([41, 4]), 4);
    writer.endRow();
    const { content, end } = writer.finish();
    expect([[...content], [...end]]).toEqual([
      [0, 1, 42],
      [3, 5, 9],
    ]);
  });

  it('makes one run of equal ones, but not across rows', () => {
    const writer = new RunWriter(2);
    for (const row of [0, 1]) {
      writer.add(3 + row, mixOf([5, 4]), 4);
      writer.add(8, mixOf([5, 4]), 4);
      writer.endRow();
    }
    const { rowStart, content, end } = writer.finish();
    expect([[...rowStart], [...content], [...end]]).toEqual([
      [0, 1, 2],
      [6, 6],
      [8, 8],
    ]);
  });

  it('takes a shape whose neighbour’s part is too small to count as the only one', () => {
    const writer = new RunWriter(1);
    writer.add(1, mixOf([5, 3.999], [6, 0.001]), 4);
    writer.add(2, mixOf([-1, 1e-9], [5, 4 - 1e-9]), 4);
    writer.add(3, mixOf([-1, 4 - 1e-9], [5, 1e-9]), 4);
    writer.endRow();
    const { content, end, mixes } = writer.finish();
    expect([[...content], [...end], mixes.length]).toEqual([[6, 0], [2, 3], 0]);
  });

  it('lets parts add up to 255, each less than one from its share, however many and however uneven', () => {
    const random = new Random(1, 'mixes');
    for (let i = 0; i < 300; i++) {
      const count = 2 + random.int(i * 2 + 2);
      const mix = mixOf(...Array.from({ length: count }, (_, shape) => [shape - 1, random.next() ** 8] as const));
      const shares = Array.from(mix.parts.subarray(0, count));
      const total = shares.reduce((sum, part) => sum + part, 0);
      const writer = new RunWriter(1);
      writer.add(1, mix, total);
      writer.endRow();
      const written = partsOf(writer.finish(), 0);
      expect([i, written.reduce((sum, [, part]) => sum + part, 0)]).toEqual([i, 255]);
      const found = new Map(written.map(([shape, part]) => [shape, part]));
      const farthest = Math.max(...shares.map((part, at) => Math.abs((found.get(at - 1) ?? 0) - (part * 255) / total)));
      expect(farthest).toBeLessThan(1 + 1e-9);
    }
  });

  it('keeps thousands of runs and mixes', () => {
    const writer = new RunWriter(10);
    for (let row = 0; row < 10; row++) {
      for (let column = 0; column < 2000; column++) writer.add(column + 1, mixOf([column, 1], [column + 1, 3]), 4);
      writer.endRow();
    }
    const runs = writer.finish();
    expect(runs.content).toHaveLength(20_000);
    expect(partsOf(runs, 19_999)).toEqual([
      [1999, 64],
      [2000, 191],
    ]);
  });
});

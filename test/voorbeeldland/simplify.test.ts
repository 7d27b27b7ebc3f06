import { describe, expect, it } from 'vitest';
import { simplifyArcs } from '@zicht-op/voorbeeldland/topology/simplify.js';

const arc = (...points: readonly number[]): Int32Array => Int32Array.from(points);
const simplified = (arcs: readonly Int32Array[], least: number): number[][] =>
  simplifyArcs(arcs, least).map((line) => Array.from(line));

describe('simplifying borders', () => {
  it('keeps no arcs as no arcs, and an arc of two points as it is', () => {
    expect(simplified([], 9)).toEqual([]);
    expect(simplified([arc(0, 0, 5, 5)], 1e9)).toEqual([[0, 0, 5, 5]]);
  });

  it('keeps both ends however coarse it gets, so that shared corners stay shared', () => {
    expect(simplified([arc(0, 0, 3, 9, 6, -4, 9, 2)], 1e9)).toEqual([[0, 0, 9, 2]]);
  });

  it('drops the bend that spans the smallest triangle first', () => {
    expect(simplified([arc(0, 0, 10, 1, 20, 0, 30, 40, 40, 0)], 15)).toEqual([[0, 0, 20, 0, 30, 40, 40, 0]]);
  });

  it('keeps a bend of exactly the limit', () => {
    expect(simplified([arc(0, 0, 10, 1, 20, 0)], 10)).toEqual([[0, 0, 10, 1, 20, 0]]);
    expect(simplified([arc(0, 0, 10, 1, 20, 0)], 10.5)).toEqual([[0, 0, 20, 0]]);
  });

  //   a       c        Two other borders meet in a corner within the bend from a to c, and a corner never goes:
  //    ╲  ▲  ╱         without the bend the lines would cross.
  //     ╲   ╱
  it('keeps a bend around a corner of other borders, where straightening would cross them', () => {
    const bend = arc(0, 10, 10, 0, 20, 10);
    const others = [arc(8, -5, 10, 6), arc(10, 6, 12, 20)];
    expect(simplified([bend, ...others], 300)[0]).toEqual([0, 10, 10, 0, 20, 10]);
    expect(simplified([bend], 300)[0]).toEqual([0, 10, 20, 10]);
  });

  it('leaves a closed border at least four corners', () => {
    const [ring] = simplified([arc(0, 0, 10, 0, 15, 5, 10, 10, 0, 10, -5, 5, 0, 0)], 1e9);
    expect(ring.length / 2).toBe(5);
    expect(ring.slice(0, 2)).toEqual(ring.slice(-2));
  });

  it('leaves two borders between the same corners apart', () => {
    const arcs = simplified([arc(0, 0, 10, 5, 20, 0), arc(0, 0, 10, -5, 20, 0)], 1e9);
    expect(arcs.map((line) => line.length / 2)).toEqual([3, 3]);
  });
});

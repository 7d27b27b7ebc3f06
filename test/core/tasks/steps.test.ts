import { describe, expect, it } from 'vitest';
import { finish } from '@zicht-op/core/tasks/slices.js';
import { inChunks, sharedSteps, type Steps } from '@zicht-op/core/tasks/steps.js';

const chunksOf = (count: number, size?: number): [number, number][] => {
  const seen: [number, number][] = [];
  finish(inChunks(count, (from, to) => seen.push([from, to]), size));
  return seen;
};

describe('inChunks', () => {
  it.each<[number, [number, number][]]>([
    [0, []],
    [-3, []],
    [1, [[0, 1]]],
    [3, [[0, 3]]],
    [
      4,
      [
        [0, 3],
        [3, 4],
      ],
    ],
    [
      6,
      [
        [0, 3],
        [3, 6],
      ],
    ],
  ])('walks %d numbers in chunks of three', (count, chunks) => expect(chunksOf(count, 3)).toEqual(chunks));

  it('yields behind each chunk, so that the clock is looked at often', () => {
    const work = inChunks(5, () => {}, 2);
    expect([...work]).toHaveLength(3);
  });

  it('walks a few hundred numbers at a time where nobody says how many', () => {
    const chunks = chunksOf(10_000);
    expect(chunks.length).toBeGreaterThan(10);
    expect(chunks.at(-1)?.[1]).toBe(10_000);
  });
});

describe('sharedSteps', () => {
  function counted(count: number): { steps: () => Steps<object>; done: () => number; begun: () => number } {
    let done = 0;
    let begun = 0;
    const steps = sharedSteps(function* () {
      begun++;
      for (let i = 0; i < count; i++, yield) done++;
      return { made: done };
    });
    return { steps, done: () => done, begun: () => begun };
  }

  it('does nothing until somebody runs it', () => {
    const { steps, begun } = counted(2);
    steps();
    expect(begun()).toBe(0);
  });

  it('does the work once for two who run it by turns, and gives both the same', () => {
    const { steps, done, begun } = counted(5);
    const [one, other] = [steps(), steps()];
    for (let i = 0; i < 2; i++) {
      one.next();
      other.next();
    }
    expect(finish(one)).toBe(finish(other));
    expect([begun(), done()]).toEqual([1, 5]);
  });

  it('goes on where one that left has stopped', () => {
    const { steps, done } = counted(5);
    const left = steps();
    left.next();
    left.next();
    left.return({});
    expect(done()).toBe(2);
    expect(finish(steps())).toEqual({ made: 5 });
    expect(done()).toBe(5);
  });

  it('answers the same at each later time', () => {
    const { steps, begun } = counted(1);
    expect(finish(steps())).toBe(finish(steps()));
    expect(begun()).toBe(1);
  });

  it('throws for all when the work throws', () => {
    const steps = sharedSteps(function* (): Steps<number> {
      yield;
      throw new RangeError('a mistake');
    });
    const waiting = steps();
    waiting.next();
    expect(() => finish(steps())).toThrow(RangeError);
    expect(() => finish(waiting)).toThrow(RangeError);
    expect(() => finish(steps())).toThrow(RangeError);
  });

  it('gives back undefined as it gives anything', () => {
    let begun = 0;
    const steps = sharedSteps(function* (): Steps<undefined> {
      begun++;
      yield;
    });
    expect([finish(steps()), finish(steps()), begun]).toEqual([undefined, undefined, 1]);
  });
});

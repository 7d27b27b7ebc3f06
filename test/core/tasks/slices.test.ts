import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { finish, inSlices, nextTurn, seam } from '@zicht-op/core/tasks/slices.js';

/** Work of `count` steps that tells how far it has come. */
function counting(count: number): { work: Generator<void, string>; done: () => number } {
  let done = 0;
  function* steps(): Generator<void, string> {
    for (; done < count; yield) done++;
    return 'made';
  }
  return { work: steps(), done: () => done };
}

const abortOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error as Error).name,
  );

/** The page's own way to yield, counted and held by the test. */
let turns: (() => void)[];
beforeEach(() => {
  turns = [];
  const hold = () => new Promise<void>((resolve) => turns.push(resolve));
  vi.stubGlobal('scheduler', { yield: hold });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Lets what waits for promises alone go on. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

/** Gives back a turn that was given away. */
async function giveBack(): Promise<void> {
  turns.shift()?.();
  await settle();
}

describe('inSlices', () => {
  it('gives no turn away for work that ends within the first slice', async () => {
    expect(await inSlices(counting(1000).work, { budget: Infinity })).toBe('made');
    expect(turns).toHaveLength(0);
  });

  it('makes what finish makes, and rejects with what it throws', async () => {
    function* broken(): Generator<void, string> {
      yield;
      throw new RangeError('a mistake');
    }
    expect(finish(counting(7).work)).toBe('made');
    expect(() => finish(broken())).toThrow(RangeError);
    await expect(inSlices(broken(), { budget: Infinity })).rejects.toThrow(RangeError);
  });

  it('stops when the budget is used up, and goes on where it stopped when it has its turn again', async () => {
    const { work, done } = counting(3);
    const answer = inSlices(work, { budget: 0 });
    expect(done()).toBe(1);
    expect(turns).toHaveLength(1);
    await settle();
    expect(done()).toBe(1);
    await giveBack();
    expect(done()).toBe(2);
    await giveBack();
    await giveBack();
    expect(await answer).toBe('made');
    expect(turns).toHaveLength(0);
  });

  it('does nothing for a signal that is aborted before the start', async () => {
    const { work, done } = counting(3);
    expect(await abortOf(inSlices(work, { signal: AbortSignal.abort() }))).toBe('AbortError');
    expect(done()).toBe(0);
  });

  it('rejects with an AbortError before the next slice, whatever reason the signal was given', async () => {
    const { work, done } = counting(3);
    const controller = new AbortController();
    const answer = abortOf(inSlices(work, { budget: 0, signal: controller.signal }));
    controller.abort(new TypeError('another reason'));
    await giveBack();
    expect(await answer).toBe('AbortError');
    expect(done()).toBe(1);
  });
});

describe('seam', () => {
  it('gives a turn away after work that took longer than a slice', async () => {
    const going = seam(performance.now() - 9);
    expect(turns).toHaveLength(1);
    await giveBack();
    await going;
  });

  it('goes on at once after work that took no time', async () => {
    await seam(performance.now());
    expect(turns).toHaveLength(0);
  });
});

describe('nextTurn', () => {
  it('comes after what waits for promises, and lets other tasks go before it, without a scheduler', async () => {
    vi.stubGlobal('scheduler', undefined);
    const seen: string[] = [];
    const other = new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        seen.push('another task');
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
    const turn = nextTurn().then(() => seen.push('the turn'));
    void Promise.resolve().then(() => seen.push('a promise'));
    await Promise.all([other, turn]);
    expect(seen).toEqual(['a promise', 'another task', 'the turn']);
  });

  it('takes a message where a scheduler has no yield', async () => {
    vi.stubGlobal('scheduler', {});
    await nextTurn();
    expect(turns).toHaveLength(0);
  });
});

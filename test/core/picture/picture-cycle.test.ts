import { describe, expect, it } from 'vitest';
import { parseJsonStat } from '@zicht-op/core/formats/json-stat.js';
import { problem } from '@zicht-op/core/model/problem.js';
import type { Inputs } from '@zicht-op/core/picture/inputs.js';
import { PictureCycle, type CycleHost } from '@zicht-op/core/picture/picture-cycle.js';
import { jsonStat } from '../../support/grid-country.js';
import { inputsWith } from '../../support/inputs.js';

const figuresOf = (label: string) => JSON.stringify(jsonStat(['GM0001'], { a: { '2023': { GM0001: 1 } } }, { label }));

/** A cycle whose addresses answer when told to, and all that its host heard. */
function start(asked: Partial<Inputs> = {}, host: Partial<CycleHost> = {}) {
  const heard: string[] = [];
  const waiting = new Map<string, (answer: Response) => void>();
  const requests: string[] = [];
  let inputs = inputsWith(asked);
  const fetch = ((input: string, { signal }: RequestInit) => {
    const name = new URL(input).pathname.slice(1);
    requests.push(name);
    return new Promise<Response>((resolve, reject) => {
      waiting.set(name, resolve);
      signal?.addEventListener('abort', () => {
        if (waiting.delete(name)) heard.push(`left ${name}`);
        reject(new Error('aborted'));
      });
    });
  }) as typeof globalThis.fetch;
  const cycle = new PictureCycle({
    inputs: () => inputs,
    transport: () => ({ fetch, credentials: 'same-origin' }),
    prepare: () => Promise.resolve(),
    check: () => null,
    replaced: (former) =>
      void heard.push(`${former?.dataset.label ?? 'nothing'} -> ${cycle.picture?.dataset.label ?? 'nothing'}`),
    explain: () => Promise.resolve(),
    draw: ({ dataset }) => void heard.push(`draw ${dataset.label}`),
    statusChanged: () => void heard.push(cycle.status),
    settled: (isReload) => void heard.push(isReload ? 'reloaded' : 'settled'),
    mistaken: (error) => void heard.push(`mistake: ${String(error)}`),
    ...host,
  });
  const ask = (next: Partial<Inputs>): void => {
    inputs = inputsWith(next);
    cycle.invalidate();
  };
  const answer = async (name: string, text = figuresOf(name), status = 200): Promise<void> => {
    await expect.poll(() => waiting.has(name)).toBe(true);
    waiting.get(name)?.(new Response(text, { status }));
    waiting.delete(name);
  };
  return { cycle, heard, requests, ask, answer };
}

describe('PictureCycle', () => {
  it('is idle, and ready at once, before anything was asked', async () => {
    const { cycle, heard } = start();
    expect([cycle.status, cycle.picture, cycle.problems, await cycle.ready]).toEqual(['idle', null, [], 'idle']);
    expect(heard).toEqual([]);
  });

  it('makes one picture for all changes of a turn, and settles their one promise with it', async () => {
    const { cycle, heard, requests, ask, answer } = start();
    ask({ src: '/one' });
    const first = cycle.ready;
    ask({ src: '/two' });
    expect(cycle.ready).toBe(first);
    await answer('two');
    expect(await first).toBe('ready');
    expect(requests).toEqual(['two']);
    expect(heard.filter((said) => said !== 'loading')).toEqual(['nothing -> two', 'draw two', 'ready', 'settled']);
  });

  it('lets a newer change take over: the older settles nothing, draws nothing and leaves its request', async () => {
    const { cycle, heard, ask, answer } = start();
    ask({ src: '/one' });
    const first = cycle.ready;
    await expect.poll(() => cycle.status).toBe('loading');
    ask({ src: '/two' });
    await expect.poll(() => heard).toContain('left one');
    await answer('two');
    expect([await first, cycle.picture?.dataset.label]).toEqual(['ready', 'two']);
    expect(heard).not.toContain('draw one');
    expect(heard.filter((said) => said === 'settled')).toHaveLength(1);
  });

  it('forgets an older picture whose data had come, but not yet its words', async () => {
    const words: (() => void)[] = [];
    const prepare = () => new Promise<void>((resolve) => words.push(resolve));
    const given = (label: string) => ({ data: parseJsonStat(JSON.parse(figuresOf(label))) });
    const { cycle, heard, ask } = start(given('one'), { prepare });
    cycle.invalidate();
    await expect.poll(() => heard).toContain('loading');
    ask(given('two'));
    await expect.poll(() => words).toHaveLength(2);
    words.forEach((learnt) => learnt());
    expect(await cycle.ready).toBe('ready');
    expect(heard.filter((said) => said.includes('->'))).toEqual(['nothing -> two']);
  });

  it('settles once where a newer change comes amid the drawing of an older one', async () => {
    const drawn: (() => void)[] = [];
    const draw = () => new Promise<void>((resolve) => drawn.push(resolve));
    const { cycle, heard, ask, answer } = start({ src: '/one' }, { draw });
    cycle.invalidate();
    await answer('one');
    await expect.poll(() => drawn).toHaveLength(1);
    ask({ src: '/two' });
    drawn[0]();
    await answer('two');
    await expect.poll(() => drawn).toHaveLength(2);
    drawn[1]();
    expect(await cycle.ready).toBe('ready');
    expect(heard.filter((said) => said === 'settled')).toHaveLength(1);
  });

  it('keeps the request that both an older and a newer change want', async () => {
    const { cycle, heard, requests, ask, answer } = start();
    ask({ src: '/one' });
    await expect.poll(() => requests).toEqual(['one']);
    ask({ src: '/one', reference: 'GM0001' });
    await answer('one');
    expect(await cycle.ready).toBe('ready');
    expect(requests).toEqual(['one']);
    expect(heard).not.toContain('left one');
  });

  it('keeps the last good picture where the next one fails, with the problem', async () => {
    const { cycle, ask, answer } = start({ src: '/one' });
    cycle.invalidate();
    await answer('one');
    await cycle.ready;
    ask({ src: '/two' });
    await answer('two', 'no', 404);
    expect([await cycle.ready, cycle.picture?.dataset.label]).toEqual(['error', 'one']);
    expect(cycle.problems).toMatchObject([{ code: 'http', url: 'https://page.example/two' }]);
  });

  it('takes a choice that only its host makes for an error of the picture', async () => {
    const found = problem('no-such-indicator');
    const { cycle, answer } = start({ src: '/one' }, { check: () => found });
    cycle.invalidate();
    await answer('one');
    expect([await cycle.ready, cycle.picture, cycle.problems]).toEqual(['error', null, [found]]);
  });

  it('gives the picture up where the source is taken away', async () => {
    const { cycle, heard, ask, answer } = start({ src: '/one' });
    cycle.invalidate();
    await answer('one');
    await cycle.ready;
    ask({});
    expect([await cycle.ready, cycle.picture, cycle.problems]).toEqual(['idle', null, []]);
    expect(heard.slice(-3)).toEqual(['one -> nothing', 'idle', 'settled']);
  });

  it('tells of loading only where it outlasts the task', async () => {
    const { cycle, heard, ask, answer } = start({ src: '/one' });
    cycle.invalidate();
    await answer('one');
    await cycle.ready;
    heard.length = 0;
    ask({ src: '/one', reference: 'GM0001' });
    expect(await cycle.ready).toBe('ready');
    expect(heard).not.toContain('loading');
  });

  it('goes past the cache when told to, once', async () => {
    const { cycle, heard, requests, ask, answer } = start({ src: '/one' });
    cycle.invalidate();
    await answer('one');
    await cycle.ready;
    const reloaded = cycle.reload();
    await answer('one', figuresOf('one, anew'));
    expect([await reloaded, cycle.picture?.dataset.label, heard.at(-1)]).toEqual(['ready', 'one, anew', 'reloaded']);
    ask({ src: '/one', reference: 'GM0001' });
    expect([await cycle.ready, heard.at(-1), requests]).toEqual(['ready', 'settled', ['one', 'one']]);
  });

  it.each<[what: string, host: Partial<CycleHost>]>([
    ['drawing', { draw: () => Promise.reject(new Error('oops')) }],
    [
      'checking',
      {
        check: () => {
          throw new Error('oops');
        },
      },
    ],
  ])('settles with an error where %s goes wrong, and reports the mistake', async (_, host) => {
    const { cycle, heard, answer } = start({ src: '/one' }, host);
    cycle.invalidate();
    await answer('one');
    expect([await cycle.ready, cycle.problems[0].code]).toEqual(['error', 'invalid-dataset']);
    expect(heard).toContain('mistake: Error: oops');
  });

  it('waits for what else the picture needs, and for the drawing', async () => {
    let learnt = (): void => undefined;
    let drawn = (): void => undefined;
    const words = new Promise<void>((resolve) => (learnt = resolve));
    const drawing = new Promise<void>((resolve) => (drawn = resolve));
    const prepare = () => words.then(() => void heard.push('words'));
    const { cycle, heard, answer } = start({ src: '/one' }, { prepare, draw: () => drawing });
    cycle.invalidate();
    await answer('one');
    learnt();
    await expect.poll(() => heard.at(-1)).toBe('nothing -> one');
    expect(heard.at(-2)).toBe('words');
    expect(cycle.status).toBe('loading');
    drawn();
    expect(await cycle.ready).toBe('ready');
  });

  it('adds what is found after the picture, until there is another one', async () => {
    const found = problem('unmatched');
    const { cycle, ask, answer } = start({ src: '/one' });
    cycle.invalidate();
    await answer('one');
    await cycle.ready;
    expect([await cycle.addProblems([found]), cycle.problems]).toEqual([true, [found]]);
    ask({});
    await cycle.ready;
    expect(cycle.problems).toEqual([]);
  });

  it('says that words came too late where another picture was there before them', async () => {
    let explained = (): void => undefined;
    const words = new Promise<void>((resolve) => (explained = resolve));
    const { cycle, ask, answer } = start(
      { src: '/one' },
      { explain: () => (cycle.problems.length > 0 ? words : Promise.resolve()) },
    );
    cycle.invalidate();
    await answer('one');
    await cycle.ready;
    const added = cycle.addProblems([problem('unmatched')]);
    ask({});
    await cycle.ready;
    explained();
    expect(await added).toBe(false);
  });
});

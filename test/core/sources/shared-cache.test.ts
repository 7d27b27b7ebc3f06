import { beforeEach, describe, expect, it } from 'vitest';
import { requestKey, shared } from '@zicht-op/core/sources/shared-cache.js';
import type { Transport } from '@zicht-op/core/sources/transport.js';

/** A load that the test answers by hand. */
interface Load {
  readonly transport: Transport;
  resolve(value: string): void;
  reject(error: Error): void;
}

let loads: Load[];
let pageFetch: typeof fetch;

beforeEach(() => {
  loads = [];
  pageFetch = () => Promise.reject(new Error('not called here'));
});

interface Caller {
  readonly answer: Promise<string>;
  leave(): void;
}

/** Asks as one widget would; 'bad …' answers are failures, that aren't kept. */
function ask(key = 'a', more: Partial<Transport> = {}): Caller {
  const controller = new AbortController();
  const transport: Transport = { fetch: pageFetch, credentials: 'omit', signal: controller.signal, ...more };
  const answer = shared(transport, {
    key,
    load: (own) => new Promise<string>((resolve, reject) => loads.push({ transport: own, resolve, reject })),
    keep: (value) => !value.startsWith('bad'),
  }).catch((error: unknown) => (error as Error).name);
  return { answer, leave: () => controller.abort() };
}

/** Lets what is under way come to rest: promises only, no time. */
const rest = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

describe('a shared request', () => {
  it('is joined by a second caller', async () => {
    const [first, second] = [ask(), ask()];
    await rest();
    expect(loads).toHaveLength(1);
    loads[0].resolve('one');
    expect(await Promise.all([first.answer, second.answer])).toEqual(['one', 'one']);
  });

  it('answers both callers with the same object', async () => {
    const value = { parsed: true };
    const load = () => Promise.resolve(value);
    const transport: Transport = { fetch: pageFetch, credentials: 'omit', signal: new AbortController().signal };
    const options = { key: 'o', load, keep: () => true };
    expect(await shared(transport, options)).toBe(value);
    expect(await shared(transport, options)).toBe(value);
  });

  it('goes on when the first caller leaves', async () => {
    const [first, second] = [ask(), ask()];
    await rest();
    first.leave();
    expect(await first.answer).toBe('AbortError');
    expect(loads[0].transport.signal.aborted).toBe(false);
    loads[0].resolve('one');
    expect(await second.answer).toBe('one');
  });

  it('goes on when the second caller leaves', async () => {
    const [first, second] = [ask(), ask()];
    await rest();
    second.leave();
    expect(await second.answer).toBe('AbortError');
    loads[0].resolve('one');
    expect(await first.answer).toBe('one');
  });

  it('stops when all callers have left', async () => {
    const [first, second] = [ask(), ask()];
    await rest();
    first.leave();
    second.leave();
    await rest();
    expect(loads[0].transport.signal.aborted).toBe(true);
    expect(await Promise.all([first.answer, second.answer])).toEqual(['AbortError', 'AbortError']);
  });

  it('is made anew for who comes after all have left, although the old one has not ended', async () => {
    const first = ask();
    await rest();
    first.leave();
    const second = ask();
    await rest();
    expect(loads).toHaveLength(2);
    loads[1].resolve('two');
    loads[0].resolve('one');
    expect(await second.answer).toBe('two');
    expect(await ask().answer).toBe('two');
  });

  it('does not keep what comes after all have left', async () => {
    const first = ask();
    await rest();
    first.leave();
    loads[0].resolve('late');
    await rest();
    ask();
    await rest();
    expect(loads).toHaveLength(2);
  });

  it('is not even begun for who has left before', async () => {
    const gone = ask('a', { signal: AbortSignal.abort() });
    expect(await gone.answer).toBe('AbortError');
    expect(loads).toHaveLength(0);
  });

  it('is not even begun when all leave in the turn they came', async () => {
    const only = ask();
    only.leave();
    expect(await only.answer).toBe('AbortError');
    await rest();
    expect(loads).toHaveLength(0);
  });

  it('rejects for all who wait when it fails', async () => {
    const [first, second] = [ask(), ask()];
    await rest();
    loads[0].reject(new RangeError());
    expect(await Promise.all([first.answer, second.answer])).toEqual(['RangeError', 'RangeError']);
  });

  it('that throws at once rejects, and is not kept', async () => {
    const transport: Transport = { fetch: pageFetch, credentials: 'omit', signal: new AbortController().signal };
    const load = (): Promise<string> => {
      throw new RangeError();
    };
    await expect(shared(transport, { key: 'a', load, keep: () => true })).rejects.toThrow(RangeError);
    ask();
    await rest();
    expect(loads).toHaveLength(1);
  });
});

describe('what is kept', () => {
  it('is answered without a request', async () => {
    const first = ask();
    await rest();
    loads[0].resolve('one');
    await first.answer;
    expect(await ask().answer).toBe('one');
    expect(loads).toHaveLength(1);
  });

  it.each(['a failure', 'a rejection'])('is not %s', async (how) => {
    const first = ask();
    await rest();
    if (how === 'a failure') loads[0].resolve('bad one');
    else loads[0].reject(new RangeError());
    await first.answer;
    const second = ask();
    await rest();
    expect(loads).toHaveLength(2);
    loads[1].resolve('good');
    expect(await second.answer).toBe('good');
  });

  it('stays apart for another fetch function, also when both ask at once', async () => {
    const mine = ask();
    const yours = ask('a', { fetch: () => Promise.reject(new Error()) });
    await rest();
    expect(loads).toHaveLength(2);
    loads[0].resolve('mine');
    loads[1].resolve('yours');
    expect(await Promise.all([mine.answer, yours.answer])).toEqual(['mine', 'yours']);
    expect(await ask().answer).toBe('mine');
  });

  it('stays apart for another key', async () => {
    ask('a');
    ask('b');
    await rest();
    expect(loads).toHaveLength(2);
  });
});

describe('a reload', () => {
  const reload = { reload: true };

  async function keep(value: string): Promise<void> {
    const caller = ask();
    await rest();
    loads[loads.length - 1].resolve(value);
    await caller.answer;
  }

  it('goes past what is kept, says so to the transport, and replaces it', async () => {
    await keep('old');
    const again = ask('a', reload);
    await rest();
    expect(loads[1].transport.reload).toBe(true);
    loads[1].resolve('new');
    expect(await again.answer).toBe('new');
    expect(await ask().answer).toBe('new');
    expect(loads).toHaveLength(2);
  });

  it.each(['bad', 'reject'])('that fails (%s) leaves what was kept', async (how) => {
    await keep('old');
    const again = ask('a', reload);
    await rest();
    if (how === 'bad') loads[1].resolve('bad');
    else loads[1].reject(new RangeError());
    await again.answer;
    expect(await ask().answer).toBe('old');
  });

  it('does not hold up who is content with what is kept', async () => {
    await keep('old');
    ask('a', reload);
    expect(await ask().answer).toBe('old');
  });

  it('is shared with another reload under way', async () => {
    await keep('old');
    const callers = [ask('a', reload), ask('a', reload)];
    await rest();
    expect(loads).toHaveLength(2);
    loads[1].resolve('new');
    expect(await Promise.all(callers.map(({ answer }) => answer))).toEqual(['new', 'new']);
  });

  it('does not join a request that was under way before', async () => {
    const plain = ask();
    const again = ask('a', reload);
    await rest();
    expect(loads).toHaveLength(2);
    loads[0].resolve('old');
    loads[1].resolve('new');
    expect(await Promise.all([plain.answer, again.answer])).toEqual(['old', 'new']);
  });

  it('is joined by who asks when nothing is kept yet', async () => {
    const again = ask('a', reload);
    const plain = ask();
    await rest();
    expect(loads).toHaveLength(1);
    loads[0].resolve('new');
    expect(await Promise.all([again.answer, plain.answer])).toEqual(['new', 'new']);
  });

  it('is not undone by an older request that ends after it', async () => {
    const plain = ask();
    const again = ask('a', reload);
    await rest();
    loads[1].resolve('new');
    await again.answer;
    loads[0].resolve('old');
    expect(await plain.answer).toBe('old');
    expect(await ask().answer).toBe('new');
  });
});

describe('a key', () => {
  const transport = (more: Partial<Transport> = {}): Transport => ({
    fetch: pageFetch,
    credentials: 'omit',
    signal: new AbortController().signal,
    ...more,
  });
  const key = requestKey('dataset', 'https://example.org/', transport(), 'csv');

  it.each([
    ['kind', requestKey('boundaries', 'https://example.org/', transport(), 'csv')],
    ['address', requestKey('dataset', 'https://example.org/?a', transport(), 'csv')],
    ['credentials', requestKey('dataset', 'https://example.org/', transport({ credentials: 'include' }), 'csv')],
    ['size limit', requestKey('dataset', 'https://example.org/', transport({ maxSize: 1 }), 'csv')],
    ['way of reading', requestKey('dataset', 'https://example.org/', transport(), null)],
    ['number of options', requestKey('dataset', 'https://example.org/', transport(), 'csv', '')],
  ])('differs by %s', (_, other) => {
    expect(other).not.toBe(key);
  });

  it('does not differ by who waits, or how long', () => {
    const other = transport({ tries: 1, headersTimeout: 5, reload: true });
    expect(requestKey('dataset', 'https://example.org/', other, 'csv')).toBe(key);
  });
});

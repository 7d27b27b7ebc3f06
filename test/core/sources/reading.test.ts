import { describe, expect, it } from 'vitest';
import { failure, success, type Result } from '@zicht-op/core/model/problem.js';
import { guarded, onDemand, settled, together, withUrl } from '@zicht-op/core/sources/reading.js';
import { SourceError } from '@zicht-op/core/sources/transport.js';
import { testTransport } from '../../support/transport.js';

describe('a parser that throws by mistake', () => {
  it.each([new TypeError('4711'), new RangeError('Maximum call stack size exceeded'), 'text', null])(
    'is an error of the data, without a word of what it threw (%s)',
    (thrown) => {
      const result = guarded('invalid-dataset', () => {
        throw thrown;
      });
      expect(result).toEqual(failure('invalid-dataset'));
    },
  );
});

describe('the outcome of work on an address', () => {
  const url = 'https://example.org/?a';
  const transport = testTransport();

  it('has the address in each problem that names none', async () => {
    const result = await settled(url, transport, () => Promise.resolve(failure('not-json')));
    expect(result.problems).toMatchObject([{ code: 'not-json', url }]);
    const other = withUrl(failure<string>('http', '', { url: 'https://other.example/' }), url);
    expect(other.problems[0].url).toBe('https://other.example/');
  });

  it('has transport errors as problems', async () => {
    const result = await settled(url, transport, () => Promise.reject(new SourceError('http', url, 500)));
    expect(result.problems).toMatchObject([{ code: 'http', url, status: 500 }]);
  });

  it('is an AbortError once the caller has left, whatever else went wrong', async () => {
    const gone = testTransport({ signal: AbortSignal.abort() });
    const work = () => Promise.reject(new SourceError('network', url));
    await expect(settled(url, gone, work)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('is thrown on when it is a mistake of ours', async () => {
    await expect(settled(url, transport, () => Promise.reject(new RangeError()))).rejects.toThrow(RangeError);
  });
});

describe('a module on demand', () => {
  it('that cannot be had is a network fault', async () => {
    const result = await onDemand(() => Promise.reject(new TypeError('x')), testTransport());
    expect(result).toEqual(failure('network'));
  });

  it('that never comes is a timeout', async () => {
    const result = await onDemand(() => new Promise(() => {}), testTransport({ headersTimeout: 10 }));
    expect(result).toEqual(failure('timeout'));
  });

  it('is no longer waited for after an abort', async () => {
    const transport = testTransport({ signal: AbortSignal.abort() });
    await expect(onDemand(() => new Promise(() => {}), transport)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('tasks together', () => {
  it('answer in their order, whichever ends first, with all problems', async () => {
    let endFirst = (): void => {};
    const first = new Promise<void>((resolve) => (endFirst = resolve));
    const result = await together<[string, number]>(testTransport(), [
      async () => {
        await first;
        return { ...success('a'), problems: failure('not-json').problems };
      },
      () => {
        endFirst();
        return Promise.resolve(success(2));
      },
    ]);
    expect(result.ok && result.value).toEqual(['a', 2]);
    expect(result.problems).toHaveLength(1);
  });

  it('may be none', async () => {
    expect(await together(testTransport(), [])).toEqual(success([]));
  });

  it('begin aborted for who has left already', async () => {
    let wasAborted = false;
    const task = ({ signal }: { signal: AbortSignal }) => {
      wasAborted = signal.aborted;
      return Promise.reject(new DOMException('', 'AbortError'));
    };
    const gone = testTransport({ signal: AbortSignal.abort() });
    await expect(together<[string]>(gone, [task])).rejects.toMatchObject({ name: 'AbortError' });
    expect(wasAborted).toBe(true);
  });

  it('answer with the first failure, and abort the others', async () => {
    const signals: AbortSignal[] = [];
    const result = await together<[string, string]>(testTransport(), [
      ({ signal }) => {
        signals.push(signal);
        return new Promise<Result<string>>((_, reject) =>
          signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
        );
      },
      () => Promise.resolve(failure('http')),
    ]);
    expect(result).toEqual(failure('http'));
    expect(signals[0].aborted).toBe(true);
  });
});

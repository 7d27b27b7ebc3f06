import { failure, success, type ErrorCode, type Problem, type Result } from '../model/problem.js';
import type { Steps } from '../tasks/steps.js';
import { abortError, problemOf, SourceError } from './source-error.js';
import type { Transport } from './transport.js';
import { Watch } from './watch.js';
import { TIMEOUT } from './body.js';

/**
 * The outcome of work on an address, with transport errors as problems and the address filled in where a problem names
 * none. Rejects with an `AbortError` only.
 */
export async function settled<T>(
  url: string,
  transport: Transport,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return withUrl(await work(), url);
  } catch (error) {
    if (transport.signal.aborted) throw abortError();
    if (error instanceof SourceError) return { ok: false, problems: [problemOf(error)] };
    throw error;
  }
}

/** The same result with an address in each problem that has none. */
export function withUrl<T>(result: Result<T>, url: string): Result<T> {
  if (result.problems.length === 0) return result;
  const problems = result.problems.map((problem): Problem => ({ url, ...problem }));
  return result.ok ? success(result.value, problems) : { ok: false, problems };
}

/**
 * What a parser answers. One that throws is wrong, not the data; but a page is not to be blank for it: the data are
 * reported as not readable.
 */
export function guarded<T>(code: ErrorCode, parse: () => Result<T>): Result<T> {
  try {
    return parse();
  } catch {
    return failure(code);
  }
}

/** `guarded`, for a parser that works in steps. */
export function* guardedSteps<T>(code: ErrorCode, parse: () => Steps<Result<T>>): Steps<Result<T>> {
  try {
    return yield* parse();
  } catch {
    return failure(code);
  }
}

/** A module that comes on demand, within the time of a request; a fault of it is a fault of the network. */
export async function onDemand<T>(
  load: () => Promise<T>,
  transport: Pick<Transport, 'signal' | 'headersTimeout'>,
): Promise<Result<T>> {
  const watch = new Watch(transport.signal);
  try {
    return success(await watch.race(load(), transport.headersTimeout ?? TIMEOUT));
  } catch {
    if (transport.signal.aborted) throw abortError();
    return failure(watch.interruption === 'timeout' ? 'timeout' : 'network');
  } finally {
    watch.end();
  }
}

/** A result of a result as one. */
export const flat = <T>(outer: Result<Result<T>>): Result<T> => (outer.ok ? outer.value : outer);

/** One piece of work on an address. */
export type Task<T> = (transport: Transport) => Promise<Result<T>>;

/**
 * Works on several addresses at once and answers all values in their order, or the first failure that comes; what is
 * still under way then is aborted. Rejects with an `AbortError` only, as its tasks do.
 */
export async function together<T extends readonly unknown[]>(
  transport: Transport,
  tasks: { readonly [K in keyof T]: Task<T[K]> },
): Promise<Result<T>> {
  const group = new AbortController();
  const leave = () => group.abort();
  transport.signal.addEventListener('abort', leave, { once: true });
  if (transport.signal.aborted) leave();
  let failed: Result<never> | null = null;
  const work = tasks.map(async (task: Task<unknown>) => {
    const result = await task({ ...transport, signal: group.signal });
    if (result.ok) return result;
    failed ??= { ok: false, problems: result.problems };
    throw abortError(); // ends the wait below; told apart by `failed`
  });
  try {
    const results = await Promise.all(work);
    const values = results.map(({ value }) => value);
    return success(
      values as unknown as T,
      results.flatMap(({ problems }) => problems),
    );
  } catch (error) {
    if (failed && !transport.signal.aborted) return failed;
    throw error;
  } finally {
    transport.signal.removeEventListener('abort', leave);
    leave();
  }
}

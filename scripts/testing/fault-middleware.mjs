/**
 * Answers that go wrong on purpose, for browser tests: a test posts a script of answers and asks for them at an address
 * of its own, /fault/at/ID/…. See test/elements/support/fault-server.ts for how a test says it.
 */

/** @typedef {{ status?: number, headers?: Record<string, string>, body?: string, repeat?: number, length?: number | null,
 *   hold?: boolean, stallAfter?: number | null, cutAfter?: number | null }} Step */
/** @typedef {{ steps: Step[], next: number, waiting: Set<() => void>, log: { path: string, done: boolean, gone: boolean }[] }} Endpoint */

export function faultMiddleware() {
  /** @type {Map<string, Endpoint>} */
  const endpoints = new Map();
  return async function fault(context, next) {
    const match = /^\/fault\/(set|release|log|at)\/([\w-]+)(\/.*)?$/.exec(context.path);
    if (!match) return next();
    const [, verb, id, rest = ''] = match;
    if (verb === 'set') {
      endpoints.set(id + rest + context.search, {
        steps: await readJson(context.req),
        next: 0,
        waiting: new Set(),
        log: [],
      });
      context.status = 204;
      return;
    }
    const endpoint = endpoints.get(id + rest + context.search) ?? endpoints.get(id + rest) ?? endpoints.get(id);
    if (!endpoint) return;
    if (verb === 'log') context.body = endpoint.log;
    else if (verb === 'release') {
      for (const release of endpoint.waiting) release();
      context.status = 204;
    } else {
      context.respond = false;
      const entry = { path: rest + context.search, done: false, gone: false };
      context.res.on('close', () => (entry.gone = !context.res.writableFinished));
      endpoint.log.push(entry);
      const step = endpoint.steps[Math.min(endpoint.next++, endpoint.steps.length - 1)];
      await play(step, endpoint, context.req, context.res);
      entry.done = context.res.writableFinished;
    }
  };
}

/** Plays one step; stops where the visitor has gone. */
async function play(step, endpoint, request, response) {
  const { status = 200, headers = {}, body = '', repeat = 1, hold = false, stallAfter = null, cutAfter = null } = step;
  if (hold) await released(endpoint, request);
  if (response.destroyed) return;

  const bytes = Buffer.from(body);
  const length = step.length === undefined ? bytes.length * repeat : step.length;
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    ...(length === null ? {} : { 'Content-Length': length }),
    ...headers,
  });
  if (cutAfter !== null) {
    await write(response, bytes.subarray(0, cutAfter));
    request.socket.destroy();
    return;
  }
  if (stallAfter !== null) {
    await write(response, bytes.subarray(0, stallAfter));
    await released(endpoint, request);
    if (!response.destroyed) response.end(bytes.subarray(stallAfter));
    return;
  }
  for (let i = 0; i < repeat && !response.destroyed; i++) await write(response, bytes);
  if (response.destroyed) return;
  await new Promise((resolve) => {
    response.on('close', resolve);
    response.end();
  });
}

/** Resolves at the next release, or when the visitor gives up. */
function released(endpoint, request) {
  return new Promise((resolve) => {
    const release = () => {
      endpoint.waiting.delete(release);
      resolve(undefined);
    };
    endpoint.waiting.add(release);
    request.socket.on('close', release);
  });
}

/** Writes, and resolves when the bytes are on their way or the connection is gone: its callback comes either way. */
function write(response, bytes) {
  return new Promise((resolve) => response.write(bytes, resolve));
}

async function readJson(request) {
  let text = '';
  for await (const part of request) text += part;
  return JSON.parse(text);
}

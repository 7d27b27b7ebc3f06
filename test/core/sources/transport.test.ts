import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { delay } from '@zicht-op/core/sources/retry.js';
import { fetchText, problemOf, SourceError, type Transport } from '@zicht-op/core/sources/transport.js';
import { gate, TestServer, type Handler } from '../../support/http-server.js';

let server: TestServer;
let controller: AbortController;
let waits: number[];

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.close());
beforeEach(() => {
  server.reset();
  controller = new AbortController();
  waits = [];
});

const transport = (more: Partial<Transport> = {}): Transport => ({
  fetch,
  credentials: 'same-origin',
  signal: controller.signal,
  wait: (ms) => {
    waits.push(ms);
    return Promise.resolve();
  },
  ...more,
});

/** The error that an address gives. */
async function errorOf(url: string, more: Partial<Transport> = {}): Promise<SourceError> {
  const error = await fetchText(url, transport(more)).catch((reason: unknown) => reason);
  if (!(error instanceof SourceError)) throw new Error(`expected a SourceError, got ${String(error)}`);
  return error;
}

/** Answers with these statuses, one after the other, and 200 with `{}` after them. */
const statuses =
  (list: readonly number[], headers: Record<string, string> = {}): Handler =>
  ({ response, nth }) => {
    const status = list[nth - 1] ?? 200;
    response.writeHead(status, status === 200 ? {} : headers).end('{}');
  };

describe('an answer', () => {
  it('comes with its text, size, type, coordinate system and final address', async () => {
    const url = server.on('/a', ({ response }) => {
      response.writeHead(200, { 'content-type': 'text/csv', 'content-crs': '<http://example.org/crs>' }).end('één');
    });
    server.on('/from', ({ response }) => response.writeHead(302, { location: '/a' }).end());
    const answer = await fetchText(`${server.origin}/from`, transport());
    expect(answer).toEqual({
      text: 'één',
      size: 5,
      url,
      contentType: 'text/csv',
      contentCrs: '<http://example.org/crs>',
    });
  });

  it('may be empty', async () => {
    const url = server.on('/none', ({ response }) => response.writeHead(204).end());
    expect(await fetchText(url, transport())).toMatchObject({ text: '', size: 0, contentType: '', contentCrs: null });
  });

  it.each([
    ['UTF-8 without a word on it', [0xc3, 0xa9], 'text/csv', 'é'],
    ['a byte order mark, left out', [0xef, 0xbb, 0xbf, 0x61], 'text/csv', 'a'],
    ['Windows-1252 where the answer says so', [0xe9, 0x80], 'text/csv; charset=windows-1252', 'é€'],
    ['Latin-1 where the answer says so', [0xe9], 'text/csv;charset="ISO-8859-1"', 'é'],
    ['a stray byte, as the replacement mark', [0x61, 0xe9], 'text/csv', 'a\ufffd'],
    ['a charset we do not know, as UTF-8', [0xc3, 0xa9], 'text/csv; charset=klingon', 'é'],
  ])('reads %s', async (_, bytes, type, text) => {
    const url = server.serve('/text', new Uint8Array(bytes), type);
    expect((await fetchText(url, transport())).text).toBe(text);
  });

  it('joins a letter that is cut between two parts of the body', async () => {
    const half = gate();
    const url = server.on('/half', async ({ response }) => {
      response.writeHead(200).write(new Uint8Array([0xc3]));
      await half.opened;
      response.end(new Uint8Array([0xa9]));
    });
    const reading = fetchText(url, transport());
    await server.arrived('/half');
    half.open();
    expect((await reading).text).toBe('é');
  });

  it('is asked for once, without a word to the HTTP cache', async () => {
    const url = server.serve('/once', '{}');
    await fetchText(url, transport());
    expect(server.count('/once')).toBe(1);
    expect(server.seen[0].headers['pragma']).toBeUndefined();
  });

  it('is asked for past the HTTP cache on reload', async () => {
    const url = server.serve('/fresh', '{}');
    await fetchText(url, transport({ reload: true }));
    expect(server.seen[0].headers['cache-control']).toBe('no-cache');
  });

  it('is asked for with the credentials of the transport, and the function is called without a `this`', async () => {
    const seen: unknown[] = [];
    const own = function (this: unknown, _: unknown, init?: RequestInit) {
      seen.push(this, init?.credentials, init && 'cache' in init);
      return Promise.resolve(new Response('x'));
    };
    await fetchText('https://example.org/', transport({ fetch: own as typeof fetch, credentials: 'omit' }));
    expect(seen).toEqual([undefined, 'omit', false]);
  });
});

describe('tries', () => {
  it.each([
    ['500, 500, 200', [500, 500]],
    ['503, 200', [503]],
    ['429, 200', [429]],
  ])('go on after %s and end well', async (_, list) => {
    const url = server.on('/flaky', statuses(list));
    expect((await fetchText(url, transport())).text).toBe('{}');
    expect(server.count('/flaky')).toBe(list.length + 1);
  });

  it.each([400, 401, 403, 404, 410, 418])('stop at the first %i', async (status) => {
    const url = server.on('/no', statuses([status, status, status, status]));
    expect(await errorOf(url)).toMatchObject({ code: 'http', status });
    expect(server.count('/no')).toBe(1);
  });

  it.each([429, 500, 502, 503, 599])('stop after three times %i', async (status) => {
    const url = server.on('/down', statuses([status, status, status, status]));
    expect(await errorOf(url)).toMatchObject({ code: 'http', status });
    expect(server.count('/down')).toBe(3);
  });

  it('wait half a second at most, then twice as long, each with a random half taken off', async () => {
    await errorOf(server.on('/down', statuses([500, 500, 500])));
    expect(waits).toHaveLength(2);
    expect(waits[0]).toBeGreaterThanOrEqual(250);
    expect(waits[0]).toBeLessThanOrEqual(500);
    expect(waits[1]).toBeGreaterThanOrEqual(500);
    expect(waits[1]).toBeLessThanOrEqual(1000);
  });

  it.each([
    ['2', 2000],
    ['10', 10_000],
  ])('wait for Retry-After: %s', async (header, ms) => {
    const url = server.on('/busy', statuses([429], { 'retry-after': header }));
    await fetchText(url, transport());
    expect(waits).toEqual([ms]);
  });

  it('wait until the date in Retry-After', async () => {
    const date = new Date(Date.now() + 6000).toUTCString();
    await fetchText(server.on('/busy', statuses([503], { 'retry-after': date })), transport());
    expect(waits[0]).toBeGreaterThan(3000);
    expect(waits[0]).toBeLessThanOrEqual(6000);
  });

  it.each(['11', '3600', new Date(Date.now() + 3_600_000).toUTCString()])(
    'end at once where the server asks to stay away longer than ten seconds: %s',
    async (header) => {
      const url = server.on('/busy', statuses([429, 429], { 'retry-after': header }));
      expect(await errorOf(url)).toMatchObject({ code: 'http', status: 429 });
      expect(server.count('/busy')).toBe(1);
      expect(waits).toEqual([]);
    },
  );

  it.each(['', 'soon', '-1', '1.5', 'Wed, 21 Oct 2015 07:28:00 GMT'])(
    'take no notice of Retry-After: %j beyond the usual wait',
    async (header) => {
      await fetchText(server.on('/busy', statuses([429], { 'retry-after': header })), transport());
      expect(waits[0]).toBeLessThanOrEqual(500);
    },
  );

  it('are as many as the transport says', async () => {
    const url = server.on('/down', statuses([500, 500, 500]));
    await errorOf(url, { tries: 1 });
    expect(server.count('/down')).toBe(1);
  });
});

describe('a network fault', () => {
  it('is what a refused connection is called, after three tries', async () => {
    const closed = await TestServer.start();
    const url = `${closed.origin}/`;
    await closed.close();
    expect(await errorOf(url)).toMatchObject({ code: 'network', status: null, url });
    expect(waits).toHaveLength(2);
  });

  it('is a connection that is dropped before the headers; the next try may succeed', async () => {
    const url = server.on('/drop', ({ request, response, nth }) => {
      if (nth < 3) request.socket.destroy();
      else response.end('{}');
    });
    expect((await fetchText(url, transport())).text).toBe('{}');
  });

  it('is a body that is cut short, tried again from its start', async () => {
    const url = server.on('/cut', ({ request, response, nth }) => {
      response.writeHead(200, { 'content-length': '6' });
      if (nth > 1) response.end('abcdef');
      else response.write('abc', () => request.socket.destroy());
    });
    expect((await fetchText(url, transport())).text).toBe('abcdef');
    expect(server.count('/cut')).toBe(2);
  });

  it('is a body that is cut short each time', async () => {
    const url = server.on('/cut', ({ request, response }) => {
      response.writeHead(200, { 'transfer-encoding': 'chunked' }).write('abc', () => request.socket.destroy());
    });
    expect((await errorOf(url)).code).toBe('network');
    expect(server.count('/cut')).toBe(3);
  });

  it.each<[string, () => unknown]>([
    [
      'that throws',
      () => {
        throw new Error('secret 4711');
      },
    ],
    ['that answers with nothing', () => Promise.resolve(undefined)],
    ['that rejects with no error', () => Promise.reject(null)],
    ['whose answer may not be read', () => Promise.resolve(Response.error())],
  ])("is a page's own fetch %s", async (_, own) => {
    const error = await errorOf('https://example.org/', { fetch: own as typeof fetch });
    expect(error.code).toBe('network');
    expect(error.message).not.toContain('4711');
  });
});

describe('a timeout', () => {
  it('ends a request whose headers stay away, without another try', async () => {
    const left = gate();
    const url = server.on('/silent', ({ clientLeft }) => void clientLeft.then(left.open));
    expect(await errorOf(url, { headersTimeout: 30 })).toMatchObject({ code: 'timeout', status: null });
    await left.opened;
    expect(server.count('/silent')).toBe(1);
  });

  it('ends a body that stalls, and closes the connection', async () => {
    const left = gate();
    const url = server.on('/stall', ({ response, clientLeft }) => {
      response.writeHead(200, { 'content-length': '100' }).write('abc');
      void clientLeft.then(left.open);
    });
    expect((await errorOf(url, { idleTimeout: 30 })).code).toBe('timeout');
    await left.opened;
    expect(server.count('/stall')).toBe(1);
  });

  it("ends a page's own fetch that takes no notice of the signal", async () => {
    const own = () => new Promise<Response>(() => {});
    expect((await errorOf('https://example.org/', { fetch: own, headersTimeout: 10 })).code).toBe('timeout');
  });
});

describe('the time that an address may be silent', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  /** A body that gives its parts after so many milliseconds each, and then nothing more, or its end. */
  const bodyOf = (pauses: readonly number[], ends: boolean): Response => {
    const left = [...pauses];
    return new Response(
      new ReadableStream<Uint8Array>({
        async pull(sink) {
          const pause = left.shift();
          if (pause === undefined) return ends ? sink.close() : after(1e9);
          await after(pause);
          sink.enqueue(new Uint8Array([97]));
        },
      }),
    );
  };

  /** Runs a request on a clock of our own; gives what came and when, in seconds. */
  async function timed(answers: readonly (() => Promise<Response>)[], random = 0.5) {
    vi.spyOn(Math, 'random').mockReturnValue(random);
    const calls: number[] = [];
    const own = () => {
      calls.push(Math.round(performance.now() - began) / 1000);
      return answers[calls.length - 1]();
    };
    const began = performance.now();
    const reading = fetchText('https://example.org/', transport({ fetch: own, wait: delay })).then(
      ({ text }) => text,
      (error: unknown) => (error as SourceError).code,
    );
    const settled = reading.then((outcome) => ({ outcome, at: Math.round(performance.now() - began) / 1000, calls }));
    await vi.advanceTimersByTimeAsync(200_000);
    return settled;
  }

  const drops = (ms: number) => async (): Promise<Response> => {
    await after(ms);
    throw new TypeError('dropped');
  };
  const busy = (ms: number, status: number, header: string) => async (): Promise<Response> => {
    await after(ms);
    return new Response('', { status, headers: { 'retry-after': header } });
  };
  const answers = (ms: number, response: () => Response) => async (): Promise<Response> => {
    await after(ms);
    return response();
  };
  const never = () => after(1e9).then(() => new Response(''));

  it('is 20 seconds to the headers', async () => {
    expect(await timed([never])).toEqual({ outcome: 'timeout', at: 20, calls: [0] });
  });

  it('is 20 seconds to the first byte of the body', async () => {
    expect(await timed([answers(19, () => bodyOf([], false))])).toMatchObject({ outcome: 'timeout', at: 20.019 });
  });

  it('is 20 seconds after each further byte, however long the whole takes', async () => {
    const slow = answers(19_000, () => bodyOf([19_000, 19_000, 19_000, 19_000], true));
    expect(await timed([slow])).toMatchObject({ outcome: 'aaaa', at: 95 });
    const stalled = answers(19_000, () => bodyOf([19_000, 19_000], false));
    expect(await timed([stalled])).toMatchObject({ outcome: 'timeout', at: 77, calls: [0] });
  });

  it.each([
    ['connections that drop after 15 seconds', [drops(15_000), drops(15_000), drops(15_000)]],
    ['connections that drop just in time', [drops(19_900), drops(19_900), drops(19_900)]],
    ['a connection that drops, and then silence', [drops(17_000), never, never]],
    ['a server that is slowly busy', [busy(12_000, 503, '10'), busy(12_000, 503, '10'), never]],
    ['a server that is busy, and then silence', [busy(0, 429, '10'), busy(0, 429, '10'), never]],
    ['a server that fails slowly', [busy(19_000, 500, ''), busy(19_000, 500, ''), busy(19_000, 500, '')]],
  ])('is 36 seconds over all tries: %s', async (_, list) => {
    const { outcome, at } = await timed(list, 0);
    expect(['timeout', 'network', 'http']).toContain(outcome);
    expect(at).toBeGreaterThan(20);
    expect(at).toBeLessThanOrEqual(36);
  });

  it('starts anew with a byte of a body that is cut later', async () => {
    const cut = answers(10_000, () => {
      let sent = false;
      return new Response(
        new ReadableStream<Uint8Array>({
          async pull(sink) {
            await after(10_000);
            if (sent) sink.error(new TypeError('cut'));
            else sink.enqueue(new Uint8Array([97]));
            sent = true;
          },
        }),
      );
    });
    // The last byte came at 20 s, the cut at 30 s.
    expect(await timed([cut, never], 0)).toEqual({ outcome: 'timeout', at: 50.5, calls: [0, 30.5] });
  });

  it('lets a busy server come back after the wait it asked for', async () => {
    const { outcome, calls } = await timed([
      busy(0, 429, '10'),
      busy(0, 429, '10'),
      answers(10, () => new Response('x')),
    ]);
    expect(outcome).toBe('x');
    expect(calls.map(Math.round)).toEqual([0, 10, 20]);
  });
});

describe('the size limit', () => {
  it('lets a body of just that size through', async () => {
    expect((await fetchText(server.serve('/fits', 'x'.repeat(1000)), transport({ maxSize: 1000 }))).size).toBe(1000);
  });

  it('refuses by Content-Length before the body, and closes the connection', async () => {
    const left = gate();
    const url = server.on('/large', ({ response, clientLeft }) => {
      response.writeHead(200, { 'content-length': '1001' }).flushHeaders();
      void clientLeft.then(left.open);
    });
    expect((await errorOf(url, { maxSize: 1000 })).code).toBe('too-large');
    await left.opened;
    expect(server.count('/large')).toBe(1);
  });

  it('refuses an endless body as soon as it has passed', async () => {
    const left = gate();
    let sent = 0;
    const url = server.on('/endless', ({ response, clientLeft }) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(10_000))) sent += 10_000;
        sent += 10_000;
      };
      response.on('drain', more);
      more();
      void clientLeft.then(left.open);
    });
    expect((await errorOf(url, { maxSize: 100_000 })).code).toBe('too-large');
    await left.opened;
    expect(sent).toBeLessThan(64_000_000);
  });

  it('is 64 MB where the transport names none', async () => {
    const own = () => Promise.resolve(new Response('x', { headers: { 'content-length': String(64_000_000 + 1) } }));
    expect((await errorOf('https://example.org/', { fetch: own })).code).toBe('too-large');
  });
});

describe('an abort', () => {
  const rejection = (url: string, more: Partial<Transport> = {}) =>
    fetchText(url, transport(more)).then(
      () => 'an answer',
      (error: unknown) => (error instanceof DOMException ? error.name : String(error)),
    );

  it('before the request means no request', async () => {
    const url = server.serve('/never', '{}');
    controller.abort();
    expect(await rejection(url)).toBe('AbortError');
    expect(server.count('/never')).toBe(0);
  });

  it('before the headers ends the request', async () => {
    const left = gate();
    const url = server.on('/silent', ({ clientLeft }) => void clientLeft.then(left.open));
    const reading = rejection(url);
    await server.arrived('/silent');
    controller.abort(new Error('some reason of the host'));
    expect(await reading).toBe('AbortError');
    await left.opened;
  });

  it('within the body ends the request', async () => {
    const left = gate();
    const url = server.on('/stall', ({ response, clientLeft }) => {
      response.writeHead(200).write('abc');
      void clientLeft.then(left.open);
    });
    const inBody = gate();
    const own = (async (input: RequestInfo, init?: RequestInit) => {
      const response = await fetch(input, init);
      inBody.open();
      return response;
    }) as typeof fetch;
    const reading = rejection(url, { fetch: own });
    await inBody.opened;
    controller.abort();
    expect(await reading).toBe('AbortError');
    await left.opened;
  });

  it('during the wait between two tries means no further try', async () => {
    const url = server.on('/down', statuses([500, 500]));
    const reading = rejection(url, {
      wait: (_, signal) => {
        const waiting = delay(60_000, signal);
        controller.abort();
        return waiting;
      },
    });
    expect(await reading).toBe('AbortError');
    expect(server.count('/down')).toBe(1);
  });
});

describe('an error', () => {
  it.each([
    ['https://example.org/data.json?key=4711&Branche=9602#deel', 'http 404: https://example.org/data.json'],
    ['https://name:geheim@example.org/x?y', 'http 404: https://example.org/x'],
    ['data:text/plain,geheim', 'http 404: data:'],
    ['blob:https://example.org/1234', 'http 404: blob:'],
    ['/data?geheim', 'http 404: /data'],
  ])('of %s says code, status and address, and nothing after the path', (url, message) => {
    const error = new SourceError('http', url, 404);
    expect(error.message).toBe(message);
    expect(error.url).toBe(url);
  });

  it('never has a word of the answer, or of a query, in its text', async () => {
    const url = server.on('/no', ({ response }) => response.writeHead(404).end('geheim 4711'));
    const error = await errorOf(`${url}?sleutel=4711`);
    expect(`${error.message} ${error.stack}`).not.toMatch(/4711|sleutel|geheim/);
  });

  it('becomes a problem with address and status', () => {
    expect(problemOf(new SourceError('http', 'https://example.org/', 503))).toEqual({
      code: 'http',
      severity: 'error',
      path: '',
      count: 1,
      url: 'https://example.org/',
      status: 503,
    });
    expect(problemOf(new SourceError('timeout', 'https://example.org/'))).not.toHaveProperty('status');
  });
});

it('a file on disk is asked for once', async () => {
  let asked = 0;
  const refuse: typeof fetch = () => {
    asked++;
    return Promise.reject(new TypeError('Failed to fetch'));
  };
  expect((await errorOf('file:///page/kop.csv', { fetch: refuse })).code).toBe('network');
  expect([asked, waits]).toEqual([1, []]);
});

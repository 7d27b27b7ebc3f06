import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchSharedBytes } from '@zicht-op/core/sources/shared-bytes.js';
import { fetchText, SourceError, type Progress, type Transport } from '@zicht-op/core/sources/transport.js';
import { gate, TestServer } from '../../support/http-server.js';
import { testTransport } from '../../support/transport.js';

let server: TestServer;
let told: Progress[];
let clock: number;

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.close());
beforeEach(() => {
  server.reset();
  told = [];
  clock = 1000;
});
afterEach(() => {
  vi.restoreAllMocks();
});

const transport = (more: Partial<Transport> = {}): Transport =>
  testTransport({ onProgress: (progress) => told.push(progress), ...more });

const faultOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'an answer',
    (error: unknown) => (error instanceof SourceError ? error.code : error),
  );

/** A page's own fetch, of which the body comes in these parts; the clock stands at a time of the test's with each. */
const inParts = (parts: readonly (readonly [at: number, bytes: number])[], headers: Record<string, string> = {}) => {
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  const left = [...parts];
  const body = new ReadableStream<Uint8Array>(
    {
      pull(sink) {
        const part = left.shift();
        if (!part) return sink.close();
        clock = 1000 + part[0];
        sink.enqueue(new Uint8Array(part[1]).fill(97));
      },
    },
    { highWaterMark: 0 },
  );
  return () => Promise.resolve(new Response(body, { headers }));
};

describe('how far a body has come', () => {
  const url = 'https://example.org/a';

  it('is told with the first part, and then at most every 100 ms', async () => {
    const own = inParts([
      [0, 10],
      [50, 10],
      [99, 10],
      [100, 10],
      [180, 10],
      [260, 10],
    ]);
    await fetchText(url, transport({ fetch: own }));
    expect(told.map(({ received }) => received)).toEqual([10, 40, 60]);
    expect(told.every((progress) => progress.url === url)).toBe(true);
  });

  it('is told of all, where the length was sent', async () => {
    await fetchText(url, transport({ fetch: inParts([[0, 10]], { 'content-length': '40' }) }));
    expect(told).toEqual([{ url, received: 10, total: 40 }]);
  });

  it.each([
    ['no length', {}],
    ['the length of a compressed body', { 'content-length': '40', 'content-encoding': 'gzip' }],
    ['a length that has been passed', { 'content-length': '4' }],
    ['no number as its length', { 'content-length': 'long' }],
  ])('is told without an end for an answer with %s', async (_, headers: Record<string, string>) => {
    await fetchText(url, transport({ fetch: inParts([[0, 10]], headers) }));
    expect(told).toEqual([{ url, received: 10, total: null }]);
  });

  it('is told without an end for another origin, which does not show whether the body is compressed', async () => {
    const bare = inParts([[0, 10]], { 'content-length': '40' });
    const own = async () => Object.defineProperty(await bare(), 'type', { value: 'cors' });
    await fetchText(url, transport({ fetch: own }));
    expect(told).toEqual([{ url, received: 10, total: null }]);
  });

  it('is not told of an answer without a body, or with an empty one', async () => {
    await fetchText(
      server.on('/204', ({ response }) => response.writeHead(204).end()),
      transport(),
    );
    await fetchText(server.serve('/empty', ''), transport());
    expect(told).toEqual([]);
  });

  it('begins anew with a new try', async () => {
    const cut = server.on('/cut', ({ request, response, nth }) => {
      response.writeHead(200, { 'content-length': '6' });
      if (nth > 1) response.end('abcdef');
      else response.write('abc', () => request.socket.destroy());
    });
    await fetchText(cut, transport());
    expect(told.map(({ received }) => received)).toEqual([3, 6]);
  });

  it('is told to all who wait for the same, and to none who has left', async () => {
    const half = gate();
    const url = server.on('/half', async ({ response }) => {
      response.writeHead(200).write('a');
      await half.opened;
      response.end('b');
    });
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 100));
    const heard = [0, 0, 0];
    const leaving = new AbortController();
    const first = gate();
    const { fetch } = transport();
    const ask = (i: number, signal = new AbortController().signal) =>
      fetchSharedBytes(
        url,
        transport({
          fetch,
          signal,
          onProgress() {
            heard[i]++;
            first.open();
          },
        }),
      );
    const left = faultOf(ask(0, leaving.signal));
    const waiting = [ask(1), ask(2)];
    await first.opened;
    leaving.abort();
    await left;
    half.open();
    await Promise.all(waiting);
    expect(heard).toEqual([1, 2, 2]);
  });
});

describe('a gzip file that is sent as it is', () => {
  const packed = (text: string): Uint8Array => gzipSync(text);

  it('is unpacked, whatever its name and type', async () => {
    const url = server.serve('/a.bin', packed('één'), 'application/octet-stream');
    expect(await fetchText(url, transport())).toMatchObject({ text: 'één', size: 5 });
    const { bytes } = await fetchSharedBytes(url, transport());
    expect(new TextDecoder().decode(bytes)).toBe('één');
  });

  it('is unpacked when it comes byte by byte', async () => {
    const bytes = [...packed('a text')];
    const body = () =>
      new ReadableStream<Uint8Array>({
        pull(sink) {
          const byte = bytes.shift();
          if (byte === undefined) sink.close();
          else sink.enqueue(new Uint8Array([byte]));
        },
      });
    const own = () => Promise.resolve(new Response(body()));
    expect((await fetchText('https://example.org/', transport({ fetch: own }))).text).toBe('a text');
  });

  it.each([
    ['one byte of it', [0x1f]],
    ['its first byte before another', [0x1f, 0x20]],
  ])('is not seen in %s', async (_, bytes) => {
    const url = server.serve('/short', new Uint8Array(bytes));
    expect([...(await fetchSharedBytes(url, transport())).bytes]).toEqual(bytes);
  });

  it('is refused as too large for what comes out of it, and no more is unpacked than the limit and a piece', async () => {
    const bomb = packed('\0'.repeat(80_000_000));
    expect(bomb.byteLength).toBeLessThan(100_000);
    let unpacked = 0;
    const Real = DecompressionStream;
    const counted = function (format: CompressionFormat) {
      const real = new Real(format);
      const counter = new TransformStream<Uint8Array, Uint8Array>({
        transform(part, sink) {
          unpacked += part.byteLength;
          sink.enqueue(part);
        },
      });
      return { readable: real.readable.pipeThrough(counter), writable: real.writable };
    };
    vi.stubGlobal('DecompressionStream', counted);
    const url = server.serve('/bomb', bomb);
    expect(await faultOf(fetchText(url, transport({ maxSize: 1_000_000 })))).toBe('too-large');
    vi.unstubAllGlobals();
    expect(unpacked).toBeLessThan(20_000_000);
  });

  it.each([
    ['cut', (bytes: Uint8Array) => bytes.slice(0, -9)],
    ['damaged', (bytes: Uint8Array) => bytes.map((byte, i) => (i === 12 ? byte ^ 0xff : byte))],
  ])('that is %s is a fault of the network, as any body that is cut', async (_, spoil) => {
    const url = server.serve('/spoilt', spoil(packed('a text that is long enough to be cut '.repeat(9))));
    expect(await faultOf(fetchText(url, transport()))).toBe('network');
    expect(server.count('/spoilt')).toBe(3);
  });

  it('ends at once when its reader leaves', async () => {
    const left = gate();
    const url = server.on('/slow', ({ response, clientLeft }) => {
      response.writeHead(200).write(packed('a text').slice(0, 12));
      void clientLeft.then(left.open);
    });
    const controller = new AbortController();
    const reading = faultOf(
      fetchText(url, transport({ signal: controller.signal, onProgress: () => controller.abort() })),
    );
    expect(await reading).toMatchObject({ name: 'AbortError' });
    await left.opened;
  });
});

describe('bytes', () => {
  it('come as they were sent, with what is known of them', async () => {
    const sent = new Uint8Array([0x89, 0x5a, 0, 0xff, 0xef, 0xbb, 0xbf]);
    const url = server.serve('/bytes', sent, 'application/octet-stream');
    expect(await fetchSharedBytes(url, transport())).toEqual({
      bytes: sent,
      size: 7,
      url,
      contentType: 'application/octet-stream',
      contentCrs: null,
    });
  });

  it('are asked for once by all who want them at the same time, and not kept', async () => {
    const url = server.serve('/bytes', new Uint8Array([1, 2]));
    const one = transport();
    const [a, b] = await Promise.all([fetchSharedBytes(url, one), fetchSharedBytes(url, one)]);
    expect(a).toBe(b);
    expect(server.count('/bytes')).toBe(1);
    await fetchSharedBytes(url, one);
    expect(server.count('/bytes')).toBe(2);
  });

  it('of an empty body are none', async () => {
    expect((await fetchSharedBytes(server.serve('/none', ''), transport())).bytes).toHaveLength(0);
  });
});

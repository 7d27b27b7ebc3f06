import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BoundaryDocument } from '@zicht-op/core/formats/boundaries.js';
import type { Problem, Result } from '@zicht-op/core/model/problem.js';
import { loadBoundaries, type BoundaryRequest } from '@zicht-op/core/sources/boundary-source.js';
import type { Transport } from '@zicht-op/core/sources/transport.js';
import { gate, TestServer } from '../../support/http-server.js';
import { testTransport } from '../../support/transport.js';
import { compactFile } from '../formats/support/compact-file.js';

let server: TestServer;
let transport: Transport;

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.close());
beforeEach(() => {
  server.reset();
  transport = testTransport();
});

/** A square of a tenth of a degree, the `at`th from the west. */
const square = (code: string, at: number, more: object = {}) => {
  const [west, east] = [5 + at / 10, 5.1 + at / 10];
  const ring = [
    [west, 52],
    [east, 52],
    [east, 52.1],
    [west, 52.1],
    [west, 52],
  ];
  return {
    type: 'Feature',
    properties: { statcode: code, statnaam: `Naam ${code}`, ...more },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
};

const collection = (features: readonly object[], links?: unknown) => ({
  type: 'FeatureCollection',
  features,
  ...(links === undefined ? {} : { links }),
});

const TOPOLOGY = {
  type: 'Topology',
  arcs: [
    [
      [5, 52],
      [5.1, 52],
      [5.1, 52.1],
      [5, 52.1],
      [5, 52],
    ],
  ],
  objects: Object.fromEntries(
    ['GMV001', 'WKV00101'].map((code) => [
      code,
      {
        type: 'GeometryCollection',
        geometries: [{ type: 'Polygon', arcs: [[0]], properties: { statcode: code } }],
      },
    ]),
  ),
};

const load = (src: string, more: Partial<BoundaryRequest> = {}, over: Partial<Transport> = {}) =>
  loadBoundaries({ src, ...more }, { ...transport, ...over });

function documentIn(result: Result<BoundaryDocument>): BoundaryDocument {
  if (!result.ok) throw new Error(`failed: ${result.problems.map(({ code }) => code).join()}`);
  return result.value;
}

function codesOf(result: Result<BoundaryDocument>, level = 'gemeente'): readonly string[] {
  const boundaries = documentIn(result).ofLevel(level);
  return boundaries.ok ? boundaries.value.codes : [];
}

function problemIn(result: Result<BoundaryDocument>): Problem {
  if (result.ok) throw new Error('expected a failure');
  return result.problems[0];
}

describe('a document of shapes', () => {
  it('may be GeoJSON', async () => {
    const url = server.serve('/g', collection([square('GMV001', 0), square('GMV002', 1)]), 'application/geo+json');
    expect(codesOf(await load(url))).toEqual(['GMV001', 'GMV002']);
  });

  it('may be TopoJSON with several levels, which are fetched and read once', async () => {
    const url = server.serve('/t', TOPOLOGY);
    const [first, second] = await Promise.all([load(url, { level: 'gemeente' }), load(url, { level: 'wijk' })]);
    expect(documentIn(second)).toBe(documentIn(first));
    expect([codesOf(first, 'gemeente'), codesOf(first, 'wijk')]).toEqual([['GMV001'], ['WKV00101']]);
    expect(server.count('/t')).toBe(1);
  });

  it('gives every widget the same shapes', async () => {
    const url = server.serve('/t', TOPOLOGY);
    const [first, second] = [await load(url), await load(url)];
    expect(documentIn(first).ofLevel('wijk')).toBe(documentIn(second).ofLevel('wijk'));
  });

  it('with several years is read for the year asked for, from one request at a time', async () => {
    const url = server.serve(
      '/years',
      collection([square('GMV001', 0, { jaarcode: 2023 }), square('GMV002', 1, { jaarcode: 2024 })]),
    );
    const [first, second] = await Promise.all([load(url, { year: 2023 }), load(url, { year: 2024 })]);
    expect([codesOf(first), codesOf(second)]).toEqual([['GMV001'], ['GMV002']]);
    expect(server.count('/years')).toBe(1);
  });
});

describe('compact boundaries', () => {
  const two = { level: 'wijk', codes: ['WK000100', 'WK000200'], kinds: [2, 2, 1, 2], known: [2, 1, 2, 0] };
  const bytes = compactFile({ levels: [{}, two] });

  it.each<[string, string, Uint8Array, string]>([
    ['as they are', '/shapes.zob', bytes, 'application/vnd.zicht-op.boundaries'],
    ['compressed', '/shapes.zob.gz?v=2', gzipSync(bytes), 'application/gzip'],
    ['with a name and a type that tell nothing', '/shapes', bytes, 'text/plain'],
    ['with a name and a type that tell something else', '/shapes.topojson', bytes, 'application/json'],
  ])('are read %s', async (_, path, body, contentType) => {
    server.serve(path.split('?')[0], body, contentType);
    const result = await load(`${server.origin}${path}`);
    expect([codesOf(result, 'gemeente'), codesOf(result, 'wijk')]).toEqual([
      ['GM0001', 'GM0002'],
      ['WK000100', 'WK000200'],
    ]);
  });

  it('are fetched and read once for all widgets', async () => {
    const url = server.serve('/shapes.zob', bytes);
    const [first, second] = await Promise.all([load(url, { level: 'gemeente' }), load(url, { level: 'wijk' })]);
    expect(documentIn(second)).toBe(documentIn(first));
    expect(documentIn(await load(url))).toBe(documentIn(first));
    expect(server.count('/shapes.zob')).toBe(1);
  });

  it.each<[string, Uint8Array, string, string | RegExp]>([
    ['that are cut', bytes.slice(0, 90), 'invalid-boundaries', /^byte\/\d+$/],
    ['of another version', Uint8Array.of(...bytes.slice(0, 4), 9, ...bytes.slice(5)), 'not-supported', ''],
  ])('%s are refused, with the place and the address', async (_, body, code, path) => {
    const url = server.serve('/shapes.zob', body);
    const problem = problemIn(await load(url));
    expect(problem).toMatchObject({ code, severity: 'error', url });
    expect(problem.path).toMatch(path);
  });

  it('are no larger than the limit, unpacked', async () => {
    const url = server.serve('/shapes.zob.gz', gzipSync(bytes));
    expect(problemIn(await load(url, {}, { maxSize: bytes.length - 1 })).code).toBe('too-large');
  });

  it('that are JSON all the same are read as that', async () => {
    expect(codesOf(await load(server.serve('/shapes.zob', TOPOLOGY)))).toEqual(['GMV001']);
  });
});

describe('pages of an OGC API', () => {
  const path = '/collections/gemeenten/items';

  /** Serves three pages of one shape by `cursor`, the next of which is linked as `hrefOf` says. */
  const servePages = (hrefOf: (at: number) => unknown, count = 3): string =>
    server.on(path, ({ request, response }) => {
      const at = Number(new URL(request.url ?? '', server.origin).searchParams.get('cursor') ?? 0);
      const links = [
        { rel: 'self', href: 'http://127.0.0.1:9/self' },
        { rel: 'alternate', href: 'http://127.0.0.1:9/html' },
        ...(at < count - 1 ? [{ rel: 'next', href: hrefOf(at + 1) }] : []),
      ];
      response.end(JSON.stringify(collection([square(`GMV00${at}`, at)], links)));
    });

  it.each([
    ['absolute', (at: number) => `${server.origin}${path}?f=json&cursor=${at}`],
    ['relative', (at: number) => `items?cursor=${at}`],
  ])('are read to the last, with %s links', async (_, hrefOf) => {
    expect(codesOf(await load(servePages(hrefOf)))).toEqual(['GMV000', 'GMV001', 'GMV002']);
    expect(server.seen.every((seen) => seen.path === path)).toBe(true);
  });

  it.each([
    ['another origin', () => 'http://127.0.0.1:9/collections/gemeenten/items?cursor=1'],
    ['another path', () => '/collections/wijken/items?cursor=1'],
    ['itself', () => path],
    ['nothing that is an address', () => null],
  ])('do not lead to %s', async (_, hrefOf) => {
    const url = servePages(hrefOf);
    expect(problemIn(await load(url))).toMatchObject({ code: 'invalid-boundaries', path: '/links/2/href', url });
    expect(server.seen).toHaveLength(1);
  });

  it('are too large when they are so together', async () => {
    const problem = problemIn(
      await load(
        servePages((at) => `?cursor=${at}`),
        {},
        { maxSize: 1000 },
      ),
    );
    expect(problem.code).toBe('too-large');
  });

  it.each([[null], [7], ['next'], [[null, 7, 'next', { rel: null }]], [{ rel: 'next', href: '/x' }]])(
    'end where there is no next link (%j)',
    async (links) => {
      const url = server.serve(path, collection([square('GMV001', 0)], links));
      expect(codesOf(await load(url))).toEqual(['GMV001']);
    },
  );

  it('are not sought in what has no features', async () => {
    const url = server.serve('/t', { ...TOPOLOGY, links: [{ rel: 'next', href: 'http://127.0.0.1:9/' }] });
    expect(codesOf(await load(url))).toEqual(['GMV001']);
  });

  it('may be without a single shape', async () => {
    expect(documentIn(await load(server.serve(path, collection([], [])))).levels.size).toBe(0);
  });
});

describe('a failure', () => {
  it.each<[string, string | object, string]>([
    ['an empty body', '', 'not-json'],
    ['HTML', '<html>', 'not-json'],
    ['JSON that is cut', '{"type":"Topology","arcs":[', 'not-json'],
    ['JSON of no known kind', { hello: 'world' }, 'not-supported'],
    ["a server's own problem document", { title: 'Not Found', status: 404 }, 'not-supported'],
    ['null', 'null', 'not-supported'],
    [
      'a topology without arcs',
      { type: 'Topology', objects: { a: { type: 'GeometryCollection', geometries: [] } } },
      'invalid-boundaries',
    ],
    ['features that are no list', { type: 'FeatureCollection', features: 7 }, 'invalid-boundaries'],
  ])('of %s is named, with the address', async (_, body, code) => {
    const url = server.serve('/bad', body);
    expect(problemIn(await load(url))).toMatchObject({ code, severity: 'error', url });
  });

  it('of a status has that status, and is not kept', async () => {
    const url = server.on('/later', ({ response, nth }) => {
      response.writeHead(nth === 1 ? 404 : 200).end(JSON.stringify(TOPOLOGY));
    });
    expect(problemIn(await load(url))).toMatchObject({ code: 'http', status: 404, url });
    expect((await load(url)).ok).toBe(true);
  });
});

it('an abort rejects at once and stops the request', async () => {
  const left = gate();
  const url = server.on('/silent', ({ clientLeft }) => void clientLeft.then(left.open));
  const controller = new AbortController();
  const loading = load(url, {}, { signal: controller.signal });
  await server.arrived('/silent');
  controller.abort();
  await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
  await left.opened;
});

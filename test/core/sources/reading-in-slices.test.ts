import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadBoundaries } from '@zicht-op/core/sources/boundary-source.js';
import { loadDataset } from '@zicht-op/core/sources/dataset-source.js';
import type { Progress, Transport } from '@zicht-op/core/sources/transport.js';
import { toCsvText, toJsonStat, toOdataV4, toSdmxJson, type SentTable } from '../../support/encode-dataset.js';
import { gridTopology } from '../../support/grid-country.js';
import { TestServer } from '../../support/http-server.js';
import { valueOf } from '../../support/observe.js';
import { testTransport } from '../../support/transport.js';

const TABLE: SentTable = {
  period: '2024',
  regions: Array.from({ length: 2500 }, (_, i) => ({ code: `BU${String(i).padStart(8, '0')}`, name: `Buurt ${i}` })),
  indicators: ['a', 'b'],
  cells: [0, 1].map((metric) => Array.from({ length: 2500 }, (_, i) => i + metric)),
};
const JSON_STAT = toJsonStat(TABLE, {
  order: ['geo', 'time', 'metric'],
  value: 'array',
  status: 'array',
  index: 'array',
  roles: true,
});
const TOPOLOGY = gridTopology({ columns: 30, rows: 30 });
const { parse } = JSON;

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.close());

/** Turns that were given away, held by the test; each step of the work uses up its slice. */
let turns: (() => void)[];
let isHeld: boolean;
let onTurn: () => void;
beforeEach(() => {
  server.reset();
  turns = [];
  isHeld = true;
  onTurn = () => {};
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 10));
  vi.stubGlobal('scheduler', {
    yield: () => {
      if (!isHeld) return Promise.resolve();
      return new Promise<void>((resolve) => {
        turns.push(resolve);
        onTurn();
      });
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const turnGivenAway = (): Promise<void> =>
  turns.length > 0 ? Promise.resolve() : new Promise((resolve) => (onTurn = resolve));

const letGo = (): void => {
  isHeld = false;
  turns.splice(0).forEach((resume) => resume());
};

type Load = (transport: Transport) => Promise<{ ok: boolean }>;

const dataset =
  (path: string, body: string | object): Load =>
  (transport) =>
    loadDataset({ src: server.serve(path, body) }, transport);

const shapes: Load = (transport) => loadBoundaries({ src: server.serve('/shapes', TOPOLOGY as object) }, transport);

describe.each<[string, string, Load]>([
  ['CSV', '/csv', dataset('/csv', toCsvText(TABLE, { delimiter: ',', decimal: '.' }))],
  ['JSON-stat', '/json-stat', dataset('/json-stat', JSON_STAT)],
  ['OData', '/odata', dataset('/odata', toOdataV4(TABLE, 10_000).pages[0])],
  ['SDMX-JSON', '/sdmx', dataset('/sdmx', toSdmxJson(TABLE, { version: '2.1', layout: 'flat' }))],
  ['TopoJSON', '/shapes', shapes],
])('%s', (_, path, load) => {
  it('is read in slices, between which the page has its turn', async () => {
    const reading = load(testTransport());
    await turnGivenAway();
    letGo();
    expect((await reading).ok).toBe(true);
  });

  it('is given up at once when its reader leaves in the middle; nothing is done after that, and nothing is kept', async () => {
    const controller = new AbortController();
    const { fetch } = testTransport();
    const reading = load(testTransport({ fetch, signal: controller.signal })).catch((error: Error) => error.name);
    await turnGivenAway();
    controller.abort();
    expect(await reading).toBe('AbortError');
    // The work that was held gets its turn, and takes no other.
    const held = turns.splice(0);
    held.forEach((resume) => resume());
    await new Promise((resolve) => setImmediate(resolve));
    expect([held.length, turns.length]).toEqual([1, 0]);

    letGo();
    expect((await load(testTransport({ fetch }))).ok).toBe(true);
    expect(server.count(path)).toBe(2);
  });

  it('goes on for another reader when one leaves in the middle', async () => {
    const controller = new AbortController();
    const { fetch } = testTransport();
    const leaving = load(testTransport({ fetch, signal: controller.signal })).catch((error: Error) => error.name);
    const staying = load(testTransport({ fetch }));
    await turnGivenAway();
    controller.abort();
    expect(await leaving).toBe('AbortError');
    letGo();
    expect((await staying).ok).toBe(true);
    expect(server.count(path)).toBe(1);
  });
});

describe('shapes', () => {
  beforeEach(letGo);

  it('of a document with one level are decoded with it; of several those that are asked for', async () => {
    const one = valueOf(await loadBoundaries({ src: server.serve('/one', TOPOLOGY as object) }, testTransport()));
    expect([...one.ofLevelInSteps('gemeente')]).toEqual([]);

    const { objects } = TOPOLOGY as { objects: { gemeenten: { geometries: object[] } } };
    const wijken = objects.gemeenten.geometries.map((shape, i) => ({ ...shape, properties: { code: `WK${1e5 + i}` } }));
    const two = {
      ...(TOPOLOGY as object),
      objects: { ...objects, wijken: { ...objects.gemeenten, geometries: wijken } },
    };
    const src = server.serve('/two', two);
    const asked = valueOf(await loadBoundaries({ src, level: 'wijk' }, testTransport()));
    expect([...asked.ofLevelInSteps('wijk')]).toEqual([]);
    expect([...asked.ofLevelInSteps('gemeente')]).not.toEqual([]);
  });

  it('may be in a gzip file', async () => {
    const src = server.serve('/shapes.gz', gzipSync(JSON.stringify(TOPOLOGY)), 'application/gzip');
    expect(valueOf(await loadBoundaries({ src }, testTransport())).levels.get('gemeente')).toBe(900);
  });

  it('have names in the charset that the answer says', async () => {
    const text = JSON.stringify(gridTopology({ columns: 1, rows: 1, names: { GM0001: 'Súdwest' } }));
    const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const src = server.serve('/latin', latin, 'application/json; charset=iso-8859-1');
    const level = valueOf(valueOf(await loadBoundaries({ src }, testTransport())).ofLevel('gemeente'));
    expect(level.names).toEqual(['Súdwest']);
  });
});

describe('OData pages', () => {
  const { pages } = toOdataV4(TABLE, 2000);
  const address = (at: number) => `https://data.example/odata/Set${at === 0 ? '' : `?page=${at}`}`;
  const link = (at: number) => (at < pages.length - 1 ? { '@odata.nextLink': address(at + 1) } : {});
  const pageAt = (at: number, more: object = {}) => ({
    ...pages[at],
    '@odata.nextLink': undefined,
    ...link(at),
    ...more,
  });

  /** Answers with the pages, and tells the order in which they were asked for and parsed. */
  function served(texts: readonly string[]) {
    const order: string[] = [];
    const signals: AbortSignal[] = [];
    vi.spyOn(JSON, 'parse').mockImplementation((text: string) => {
      const at = texts.indexOf(text);
      if (at >= 0) order.push(`parse ${at}`);
      return parse(text) as unknown;
    });
    const own = (url: string, { signal }: { signal: AbortSignal }) => {
      const at = Number(new URL(url).searchParams.get('page'));
      order.push(`ask ${at}`);
      signals.push(signal);
      return at < texts.length ? Promise.resolve(new Response(texts[at])) : new Promise<Response>(() => {});
    };
    return { order, signals, fetch: own as unknown as typeof fetch };
  }

  const load = (fetch: Transport['fetch'], more: Partial<Transport> = {}) =>
    loadDataset({ src: address(0), type: 'cbs-odata-v4' }, testTransport({ fetch, ...more }));

  it('are asked for before the page before is read, and from the second on before it is parsed', async () => {
    expect(pages).toHaveLength(3);
    const { order, fetch } = served(pages.map((_, at) => JSON.stringify(pageAt(at))));
    const reading = load(fetch);
    await turnGivenAway();
    // The first page is being read, and the second is on its way.
    expect(order).toEqual(['ask 0', 'parse 0', 'ask 1']);
    letGo();
    expect(valueOf(await reading).geo.codes).toHaveLength(2500);
    expect(order).toEqual(['ask 0', 'parse 0', 'ask 1', 'ask 2', 'parse 1', 'parse 2']);
  });

  it('give the same dataset as one page with all rows', async () => {
    letGo();
    const whole = { ...pageAt(2), value: pages.flatMap(({ value }) => value as object[]) };
    const { fetch } = served(pages.map((_, at) => JSON.stringify(pageAt(at))));
    const [parts, one] = [await load(fetch), await load(served([JSON.stringify(whole)]).fetch)];
    expect(valueOf(parts)).toEqual(valueOf(one));
  });

  it('that name a link among their rows are not led by it: what was asked for is given up', async () => {
    letGo();
    const stray = { '@odata.nextLink': address(9) };
    const rows = (pages[2].value as object[]).map((row, i) => (i === 0 ? { ...row, Nested: stray } : row));
    const { order, signals, fetch } = served([
      JSON.stringify(pageAt(0)),
      JSON.stringify(pageAt(1)),
      JSON.stringify({ ...pageAt(2), value: rows.slice(0, 5) }),
    ]);
    expect((await load(fetch)).ok).toBe(true);
    expect(order.filter((step) => step.startsWith('ask'))).toEqual(['ask 0', 'ask 1', 'ask 2', 'ask 9']);
    expect(signals[3].aborted).toBe(true);
  });

  it('never lead to another origin or path, not even by a guess', async () => {
    letGo();
    const stray = { '@odata.nextLink': 'https://evil.example/odata/Set?page=9' };
    const { order, fetch } = served([
      JSON.stringify(pageAt(0)),
      JSON.stringify({ ...pageAt(1, { '@odata.nextLink': undefined }), value: [{ Nested: stray }] }),
    ]);
    await load(fetch);
    expect(order.filter((step) => step.startsWith('ask'))).toEqual(['ask 0', 'ask 1']);
  });

  it('that are still coming are given up when their reader leaves', async () => {
    const { signals, fetch } = served([JSON.stringify(pageAt(0))]);
    const controller = new AbortController();
    const reading = load(fetch, { signal: controller.signal }).catch((error: Error) => error.name);
    await turnGivenAway();
    controller.abort();
    expect(await reading).toBe('AbortError');
    expect(signals).toHaveLength(2);
    expect(signals[1].aborted).toBe(true);
  });

  it('are told together, under the address of the first', async () => {
    letGo();
    const told: Progress[] = [];
    const texts = pages.map((_, at) => JSON.stringify(pageAt(at)));
    await load(served(texts).fetch, { onProgress: (progress) => told.push(progress) });
    const last = told.at(-1);
    expect(last).toMatchObject({ url: address(0), total: null, pages: 2 });
    expect(last?.received).toBeGreaterThan(texts[0].length + texts[1].length);
    expect(new Set(told.map(({ url }) => url)).size).toBe(1);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { observationAt, type Dataset } from '@zicht-op/core/model/dataset.js';
import type { Problem, Result } from '@zicht-op/core/model/problem.js';
import { loadDataset, type DatasetRequest } from '@zicht-op/core/sources/dataset-source.js';
import type { Transport } from '@zicht-op/core/sources/transport.js';
import { gate, TestServer } from '../../support/http-server.js';
import { testTransport } from '../../support/transport.js';

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

/** Two regions, one of which is withheld although a number was sent along. */
const JSON_STAT = {
  version: '2.0',
  class: 'dataset',
  id: ['regio', 'tijd', 'indicator'],
  size: [2, 1, 1],
  role: { geo: ['regio'], time: ['tijd'], metric: ['indicator'] },
  dimension: {
    regio: { category: { index: ['GMV001', 'GMV002'] } },
    tijd: { category: { index: ['2024'] } },
    indicator: { category: { index: ['aandeel'], label: { aandeel: 'Aandeel' } } },
  },
  value: [7, 4711],
  status: [null, 'Q'],
};

const row = (id: number, region: string, value: number | null, attribute = 'None') => ({
  Id: id,
  Measure: 'M1',
  ValueAttribute: attribute,
  Value: value,
  RegioS: `${region}    `,
  Perioden: '2024JJ00',
});

const page = (rows: readonly object[], next?: unknown) => ({
  '@odata.context': 'https://datasets.example/$metadata#Observations',
  value: rows,
  ...(next === undefined ? {} : { '@odata.nextLink': next }),
});

const load = (src: string, more: Partial<DatasetRequest> = {}, over: Partial<Transport> = {}) =>
  loadDataset({ src, ...more }, { ...transport, ...over });

function valueOf(result: Result<Dataset>): Dataset {
  if (!result.ok) throw new Error(`failed: ${result.problems.map(({ code }) => code).join()}`);
  return result.value;
}

function problemIn(result: Result<Dataset>): Problem {
  if (result.ok) throw new Error('expected a failure');
  expect(result.problems).toHaveLength(1);
  return result.problems[0];
}

/** What each region shows, for the first indicator and period. */
const shown = (dataset: Dataset) =>
  dataset.geo.codes.map((code, cell) => {
    const seen = observationAt(dataset, cell);
    return [code, seen.kind === 'value' ? seen.value : seen.kind];
  });

describe('a dataset', () => {
  it('comes past the gate: a number that was sent along with a withheld figure is gone, and reported', async () => {
    const result = await load(server.serve('/a.json', JSON_STAT));
    expect(shown(valueOf(result))).toEqual([
      ['GMV001', 7],
      ['GMV002', 'withheld'],
    ]);
    expect([...valueOf(result).values]).not.toContain(4711);
    expect(result.problems).toMatchObject([{ code: 'withheld-number', url: `${server.origin}/a.json` }]);
  });

  it.each(['application/json', 'text/plain', 'text/csv', ''])(
    'is known by its content, whatever its type: %j',
    async (type) => {
      expect(valueOf(await load(server.serve('/a', JSON_STAT, type))).geo.codes).toHaveLength(2);
    },
  );

  it('may be CSV, in UTF-8 with a byte order mark or in Windows-1252', async () => {
    const csv = 'code;naam;aandeel\nGMV001;Één;1,5\nGMV002;Twee;2\n';
    const utf8 = server.serve('/u.csv', `\ufeff${csv}`, 'text/csv');
    const latin = server.serve('/w.csv', Buffer.from(csv, 'latin1'), 'text/csv; charset=windows-1252');
    for (const src of [utf8, latin]) {
      const dataset = valueOf(await load(src));
      expect(shown(dataset)).toEqual([
        ['GMV001', 1.5],
        ['GMV002', 2],
      ]);
      expect(dataset.geo.labels[0]).toBe('Één');
    }
  });

  it('asks for its own address and nothing else', async () => {
    await load(server.serve('/a.json', JSON_STAT));
    expect(server.seen.map(({ path }) => path)).toEqual(['/a.json']);
  });
});

describe('a failure', () => {
  it.each<[string, string | object, Partial<Problem>]>([
    ['an empty body', '', { code: 'not-json' }],
    ['spaces', ' \n ', { code: 'not-json' }],
    ['HTML', '<!doctype html><title>Niet gevonden</title>', { code: 'not-json' }],
    ['JSON that is cut', '{"version":"2.0","class":"data', { code: 'not-json' }],
    ['JSON of no known kind', { hello: 'world' }, { code: 'not-supported' }],
    ['lengths that contradict', { ...JSON_STAT, value: [1, 2, 3] }, { code: 'invalid-dataset' }],
  ])('of %s is named, with the address', async (_, body, problem) => {
    const url = server.serve('/bad', body);
    expect(problemIn(await load(url))).toMatchObject({ severity: 'error', url, ...problem });
  });

  it('of a size that contradicts has its path', async () => {
    const { path } = problemIn(await load(server.serve('/bad', { ...JSON_STAT, value: [1, 2, 3] })));
    expect(path).toMatch(/^\/(value|size)/);
  });

  it.each([404, 410, 500, 429])('of status %i has that status', async (status) => {
    const url = server.on('/no', ({ response }) => response.writeHead(status).end('{}'));
    expect(problemIn(await load(url))).toEqual({ code: 'http', severity: 'error', path: '', count: 1, url, status });
  });

  it('of the network, of time and of size is named', async () => {
    const closed = await TestServer.start();
    const gone = `${closed.origin}/x`;
    await closed.close();
    expect(problemIn(await load(gone)).code).toBe('network');
    const silent = server.on('/silent', () => {});
    expect(problemIn(await load(silent, {}, { headersTimeout: 20 })).code).toBe('timeout');
    const large = server.serve('/large', JSON_STAT);
    expect(problemIn(await load(large, {}, { maxSize: 50 })).code).toBe('too-large');
  });

  it.each([
    ['csv', '<html>', 'not-json'],
    ['csv', '', 'not-json'],
    ['json-stat', 'code;x\nGMV001;1', 'not-json'],
    ['xml', '{}', 'not-supported'],
    ['constructor', '{}', 'not-supported'],
    ['__proto__', '{}', 'not-supported'],
  ])('of a forced type %s on %j is %s', async (type, body, code) => {
    expect(problemIn(await load(server.serve('/x', body), { type })).code).toBe(code);
  });

  it('is not kept: the next to ask asks anew', async () => {
    const url = server.on('/later', ({ response, nth }) => {
      response.writeHead(nth === 1 ? 404 : 200).end(JSON.stringify(JSON_STAT));
    });
    expect(problemIn(await load(url)).code).toBe('http');
    expect((await load(url)).ok).toBe(true);
  });

  it.each([
    ['__proto__ keys', '{"__proto__":{"class":"dataset"},"class":"dataset","version":"2.0"}'],
    ['a deep nest', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['null', 'null'],
    ['a number', '1e999'],
    ['an OData page without rows', '{"@odata.context":"x","value":null}'],
    ['dataSets of no kind', '{"data":{"dataSets":[null]}}'],
  ])('of hostile input (%s) is a problem, never an exception', async (_, body) => {
    expect((await load(server.serve('/hostile', body))).ok).toBe(false);
  });
});

describe('OData pages', () => {
  const path = '/odata/Observations';

  /** Serves pages by `$skip`; each names the next with `link`. */
  function servePages(
    pages: readonly (readonly object[])[],
    link: (at: number) => unknown,
    key = '@odata.nextLink',
  ): string {
    return server.on(path, ({ request, response }) => {
      const at = Number(new URL(request.url ?? '', server.origin).searchParams.get('$skip') ?? 0);
      const body = { ...page(pages[at]), ...(at < pages.length - 1 ? { [key]: link(at + 1) } : {}) };
      response.writeHead(200).end(JSON.stringify(body));
    });
  }

  it.each([
    ['absolute', (at: number) => `${server.origin}${path}?$skip=${at}`],
    ['relative', (at: number) => `?$skip=${at}`],
    ['relative to the path', (at: number) => `Observations?$skip=${at}`],
    ['in other capitals', (at: number) => `${server.origin}/OData/Observations?$skip=${at}`],
  ])('are read to the last, with links that are %s', async (_, link) => {
    const url = servePages(
      [[row(1, 'GMV001', 1)], [row(2, 'GMV002', 2)], [row(3, 'GMV003', null, 'Impossible')]],
      link,
    );
    server.on('/OData/Observations', ({ request, response }) => {
      response.writeHead(302, { location: `${path}${new URL(request.url ?? '', server.origin).search}` }).end();
    });
    expect(shown(valueOf(await load(url)))).toEqual([
      ['GMV001', 1],
      ['GMV002', 2],
      ['GMV003', 'impossible'],
    ]);
  });

  it.each([
    ['another origin', () => 'http://127.0.0.1:9/odata/Observations'],
    ['another path', () => '/odata/Other'],
    ['the parent path', () => '/odata/Observations/../Other'],
    ['itself', () => `${server.origin}${path}`],
    ['a number', () => 7],
    ['an object', () => ({ href: path })],
    ['no address', () => 'http://'],
    ['an empty text, which is itself', () => ''],
  ])('do not lead to %s', async (_, link) => {
    const url = servePages([[row(1, 'GMV001', 1)], [row(2, 'GMV002', 2)]], link);
    expect(problemIn(await load(url))).toMatchObject({ code: 'invalid-dataset', path: '/@odata.nextLink' });
    expect(server.seen).toHaveLength(1);
  });

  it('that go in a circle are refused where the circle closes', async () => {
    const url = servePages([[], [], [], []], (at) => `?$skip=${at === 3 ? 1 : at}`);
    expect(problemIn(await load(url))).toMatchObject({ code: 'invalid-dataset', path: '/@odata.nextLink' });
    expect(server.seen).toHaveLength(3);
  });

  it('may be of version 3, with a link without @', async () => {
    const url = servePages(
      [[row(1, 'GMV001', 1)], [row(2, 'GMV002', 2)]],
      () => 'http://127.0.0.1:9/',
      'odata.nextLink',
    );
    expect(problemIn(await load(url)).path).toBe('/odata.nextLink');
  });

  it('are too large when they are so together', async () => {
    const url = servePages(
      [[row(1, 'GMV001', 1)], [row(2, 'GMV002', 2)], [row(3, 'GMV003', 3)]],
      (at) => `?$skip=${at}`,
    );
    expect(problemIn(await load(url, {}, { maxSize: 500 })).code).toBe('too-large');
    expect(server.seen).toHaveLength(3);
  });

  it('are too many after a thousand', async () => {
    let asked = 0;
    const own = () => Promise.resolve(new Response(JSON.stringify(page([], `?$skip=${++asked}`))));
    const problem = problemIn(await load('https://example.org/Observations', {}, { fetch: own }));
    expect([problem.code, asked]).toEqual(['too-large', 1000]);
  });

  it('fail together when one of them does, with its address', async () => {
    const next = `${server.origin}${path}?$skip=1`;
    const url = server.on(path, ({ request, response }) => {
      if (request.url?.includes('skip')) response.writeHead(404).end();
      else response.end(JSON.stringify(page([row(1, 'GMV001', 1)], next)));
    });
    expect(problemIn(await load(url))).toMatchObject({ code: 'http', status: 404, url: next });
  });

  it('fail together when one of them is no JSON', async () => {
    const url = server.on(path, ({ request, response }) => {
      response.end(request.url?.includes('skip') ? '<html>' : JSON.stringify(page([row(1, 'GMV001', 1)], '?$skip=1')));
    });
    expect(problemIn(await load(url))).toMatchObject({ code: 'not-json', url: `${url}?$skip=1` });
  });

  it('may go on where a redirect on the same origin led', async () => {
    const url = servePages(
      [[row(1, 'GMV001', 1)], [row(2, 'GMV002', 2)]],
      (at) => `${server.origin}${path}?$skip=${at}`,
    );
    server.on('/latest', ({ response }) => response.writeHead(302, { location: path }).end());
    expect(valueOf(await load(`${server.origin}/latest`)).geo.codes).toHaveLength(2);
    expect(url).toContain(path);
  });

  it('may not go on where a redirect to another origin led', async () => {
    const other = await TestServer.start();
    other.serve(path, page([row(1, 'GMV001', 1)], `${other.origin}${path}?$skip=1`));
    const url = server.on(path, ({ response }) =>
      response.writeHead(302, { location: `${other.origin}${path}` }).end(),
    );
    const problem = problemIn(await load(url));
    expect([problem.code, problem.path, other.seen.length]).toEqual(['invalid-dataset', '/@odata.nextLink', 1]);
    await other.close();
  });
});

describe('metadata', () => {
  const measures = {
    '@odata.context': 'https://datasets.example/$metadata#MeasureCodes',
    value: [{ Identifier: 'M1', Title: 'Misdrijven', Unit: 'aantal', Decimals: 0 }],
  };

  it('of CBS code lists names the indicators', async () => {
    const src = server.serve('/Observations', page([row(1, 'GMV001', 1)]));
    const metadata = server.serve('/MeasureCodes', measures);
    expect(valueOf(await load(src, { metadata })).indicators[0].label).toBe('Misdrijven');
  });

  it('is relative to the page, and may be several addresses', async () => {
    const src = server.serve('/data/Observations', page([row(1, 'GMV001', 1)]));
    server.serve('/page/MeasureCodes', measures);
    server.serve('/page/PeriodenCodes', {
      '@odata.context': 'https://datasets.example/$metadata#PeriodenCodes',
      value: [{ Identifier: '2024JJ00', Title: '2024', Status: 'Voorlopig' }],
    });
    const request = { metadata: ' MeasureCodes\n PeriodenCodes ', baseUrl: `${server.origin}/page/index.html` };
    const dataset = valueOf(await load(src, request));
    expect(dataset.indicators[0].label).toBe('Misdrijven');
    expect(dataset.periods[0].provisional).toBe(true);
  });

  it('may come in pages', async () => {
    const src = server.serve('/Observations', page([row(1, 'GMV001', 1)]));
    const metadata = server.on('/MeasureCodes', ({ request, response }) => {
      const isFirst = !request.url?.includes('skip');
      response.end(JSON.stringify(isFirst ? { ...measures, value: [], '@odata.nextLink': '?$skip=1' } : measures));
    });
    expect(valueOf(await load(src, { metadata })).indicators[0].label).toBe('Misdrijven');
  });

  it('is asked for beside the dataset, not after it', async () => {
    const hold = gate();
    const held =
      (body: object) =>
      async ({ response }: { response: import('node:http').ServerResponse }) => {
        await hold.opened;
        response.end(JSON.stringify(body));
      };
    const src = server.on('/Observations', held(page([row(1, 'GMV001', 1)])));
    const metadata = server.on('/MeasureCodes', held(measures));
    const loading = load(src, { metadata });
    await Promise.all([server.arrived('/Observations'), server.arrived('/MeasureCodes')]);
    hold.open();
    expect((await loading).ok).toBe(true);
  });

  it('that fails is a failure with its address, and the dataset is no longer waited for', async () => {
    const left = gate();
    const src = server.on('/Observations', ({ clientLeft }) => void clientLeft.then(left.open));
    const metadata = server.on('/MeasureCodes', async ({ response }) => {
      await server.arrived('/Observations');
      response.writeHead(404).end();
    });
    expect(problemIn(await load(src, { metadata }))).toMatchObject({ code: 'http', status: 404, url: metadata });
    await left.opened;
  });

  it('is no longer waited for when the dataset fails', async () => {
    const left = gate();
    const metadata = server.on('/MeasureCodes', ({ clientLeft }) => void clientLeft.then(left.open));
    const src = server.on('/Observations', async ({ response }) => {
      await server.arrived('/MeasureCodes');
      response.end('<html>');
    });
    expect(problemIn(await load(src, { metadata }))).toMatchObject({ code: 'not-json', url: src });
    await left.opened;
  });

  it('that is no JSON, or no address, is a failure', async () => {
    const src = server.serve('/a.json', JSON_STAT);
    const metadata = server.serve('/meta', '<html>');
    expect(problemIn(await load(src, { metadata }))).toMatchObject({ code: 'not-json', url: metadata });
    expect(problemIn(await load(src, { metadata: 'http://' }))).toMatchObject({ code: 'network', url: 'http://' });
  });

  it.each([['[]'], ['null'], ['7'], ['{"value":[null,7]}'], ['{"tableSchema":null}'], ['{"__proto__":{}}']])(
    'of no use (%s) leaves the dataset as it is',
    async (body) => {
      const src = server.serve('/a.json', JSON_STAT);
      expect((await load(src, { metadata: server.serve('/meta', body) })).ok).toBe(true);
    },
  );
});

describe("an embedder's words", () => {
  const csv = 'code;x\nGMV001;1,5\nGMV002;-\n';

  it('fill in what a CSV does not say, and are in no address', async () => {
    const src = server.serve('/a.csv', csv);
    const settings = {
      unit: '%',
      decimals: 2,
      sourceLabel: 'Gemeente',
      sourceHref: 'https://gemeente.example/',
      caution: 'Let op.',
    };
    const dataset = valueOf(await load(src, { settings }));
    expect(dataset.indicators[0]).toMatchObject({ unit: { symbol: '%', decimals: 2 }, caution: 'Let op.' });
    expect(dataset.sources).toEqual([{ label: 'Gemeente', href: 'https://gemeente.example/' }]);
    expect(server.seen).toMatchObject([{ path: '/a.csv', query: '' }]);
  });

  it('that say nothing leave the dataset that all share', async () => {
    const src = server.serve('/a.csv', csv);
    expect(valueOf(await load(src, { settings: {} }))).toBe(valueOf(await load(src)));
  });

  it('may be metadata of the profile, in a JSON child', async () => {
    const settings = { indicators: { x: { label: 'Aandeel', breaks: [1, 2] } }, theme: 'drugs' };
    const dataset = valueOf(await load(server.serve('/a.csv', csv), { settings }));
    expect([dataset.indicators[0].label, dataset.theme]).toEqual(['Aandeel', 'drugs']);
  });

  it('may be CSVW in a JSON child, which says how cells are read', async () => {
    const src = server.serve('/a.csv', 'code;x\nGMV001;1,5\nGMV002;9\n');
    const settings = { tableSchema: { columns: [{ name: 'code' }, { name: 'x', titles: 'Aandeel', null: ['9'] }] } };
    const [plain, read] = [await load(src), await load(src, { settings })];
    expect(shown(valueOf(plain))[1]).toEqual(['GMV002', 9]);
    expect(valueOf(read).indicators[0].label).toBe('Aandeel');
    expect(shown(valueOf(read))[1]).toEqual(['GMV002', 'none']);
  });

  it.each([
    [{ unit: {}, decimals: [], caution: 7 }],
    [{ unit: null }],
    [{ tableSchema: {} }],
    [{ __proto__: null, constructor: 'x' }],
  ])('of a wrong type do no harm (%j)', async (settings) => {
    const src = server.serve('/a.csv', csv);
    expect((await load(src, { settings })).ok).toBe(true);
  });
});

describe('widgets of one page', () => {
  it('make one request, and share one dataset', async () => {
    const src = server.serve('/a.json', JSON_STAT);
    const [first, second] = await Promise.all([load(src), load(src)]);
    const third = await load(src);
    expect(server.count('/a.json')).toBe(1);
    expect(valueOf(second)).toBe(valueOf(first));
    expect(valueOf(third)).toBe(valueOf(first));
  });

  it('make one request although each says other things of it, and share the figures', async () => {
    const src = server.serve('/a.json', JSON_STAT);
    const results = await Promise.all([
      load(src, { settings: { unit: '%' } }),
      load(src),
      load(src, { settings: { unit: '%' } }),
    ]);
    const [first, second, third] = results.map(valueOf);
    expect(server.count('/a.json')).toBe(1);
    expect(first.indicators[0].unit.symbol).toBe('%');
    expect(second.indicators[0].unit.symbol).toBe('');
    expect(third).toBe(first);
    expect(second.values).toBe(first.values);
  });

  it('make one request at the same time although they read it otherwise', async () => {
    const src = server.serve('/a.csv', 'gebied;code;x\nGMV001;9;1\n', 'text/csv');
    const [first, second] = await Promise.all([load(src), load(src, { columns: 'region=gebied&ignore=code' })]);
    expect(server.count('/a.csv')).toBe(1);
    expect(valueOf(second).geo.codes).toEqual(['GMV001']);
    expect(first.ok && first.value).not.toBe(valueOf(second));
  });

  it('make another request later to read it otherwise: what was received is not kept', async () => {
    const src = server.serve('/a.csv', 'gebied;code;x\nGMV001;9;1\n', 'text/csv');
    await load(src);
    await load(src, { columns: 'region=gebied&ignore=code' });
    expect(server.count('/a.csv')).toBe(2);
  });

  it('never share across fetch functions or credentials', async () => {
    const src = server.serve('/a.json', JSON_STAT);
    await load(src);
    await load(src, {}, { credentials: 'include' });
    await loadDataset({ src }, testTransport());
    expect(server.count('/a.json')).toBe(3);
  });

  it('get what a reload of one of them brought', async () => {
    const src = server.on('/a.json', ({ response, nth }) =>
      response.end(JSON.stringify({ ...JSON_STAT, value: [nth, null] })),
    );
    await load(src);
    await load(src, {}, { reload: true });
    expect(shown(valueOf(await load(src)))[0]).toEqual(['GMV001', 2]);
    expect(server.count('/a.json')).toBe(2);
  });

  it('keep the old dataset when a reload fails', async () => {
    const src = server.on('/a.json', ({ response, nth }) => {
      response.writeHead(nth === 1 ? 200 : 404).end(JSON.stringify(JSON_STAT));
    });
    const old = valueOf(await load(src));
    expect((await load(src, {}, { reload: true })).ok).toBe(false);
    expect(valueOf(await load(src))).toBe(old);
  });
});

describe('an abort', () => {
  it('rejects at once, and stops the request', async () => {
    const left = gate();
    const src = server.on('/silent', ({ clientLeft }) => void clientLeft.then(left.open));
    const controller = new AbortController();
    const loading = load(src, { metadata: server.on('/meta', () => {}) }, { signal: controller.signal });
    await Promise.all([server.arrived('/silent'), server.arrived('/meta')]);
    controller.abort();
    await expect(loading).rejects.toMatchObject({ name: 'AbortError' });
    await left.opened;
  });

  it('of one widget leaves the other its request', async () => {
    const hold = gate();
    const src = server.on('/slow', async ({ response }) => {
      await hold.opened;
      response.end(JSON.stringify(JSON_STAT));
    });
    const controller = new AbortController();
    const first = load(src, {}, { signal: controller.signal });
    const second = load(src);
    await server.arrived('/slow');
    controller.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    hold.open();
    expect((await second).ok).toBe(true);
    expect(server.count('/slow')).toBe(1);
  });
});

import type { Dataset } from '@zicht-op/core/model/dataset.js';
import { expect } from '@open-wc/testing';
import { serve, serveBody } from '../support/fault-server.js';
import { DATA, SHAPES, dataset, fakeFetch, listening, map, row, seen, table } from './widgets.js';

describe('the cache of a page', () => {
  it('asks for an address once for two widgets that come together, of two kinds', async () => {
    const [figures, shapes] = await Promise.all([serveBody(DATA), serveBody(SHAPES)]);
    const [one, two] = await Promise.all([
      map({ src: figures.url, boundaries: shapes.url }),
      table({ src: figures.url, boundaries: shapes.url }),
    ]);
    expect(seen(one)).to.deep.equal(seen(two));
    expect(await figures.requests()).to.have.length(1);
    expect(await shapes.requests()).to.have.length(1);
  });

  it('answers a widget that comes later, and one that comes back, without a request', async () => {
    const [figures, shapes] = await Promise.all([serveBody(DATA), serveBody(SHAPES)]);
    const one = await map({ src: figures.url, boundaries: shapes.url });
    const two = await map({ src: figures.url, boundaries: shapes.url });
    one.src = '';
    await one.ready;
    one.src = figures.url;
    await one.ready;
    expect(seen(one)).to.deep.equal(seen(two));
    expect(await figures.requests()).to.have.length(1);
    expect(await shapes.requests()).to.have.length(1);
  });

  it('has both widgets draw what was read once', async () => {
    const { url } = await serveBody(DATA);
    const [one, two] = await Promise.all([table({ src: url }), table({ src: url })]);
    expect((one.data as Dataset).indicators).to.equal((two.data as Dataset).indicators);
  });

  it('is out of reach of who reads the data of a widget', async () => {
    const { url } = await serveBody(DATA);
    const [one, two] = await Promise.all([table({ src: url }), table({ src: url })]);
    const before = two.toRows();
    (one.data as Dataset).values.fill(99);
    (one.data as Dataset).kinds.fill(1);
    expect(one.toRows()).to.deep.equal(before);
    expect(two.toRows()).to.deep.equal(before);
  });

  it('keeps no failure', async () => {
    const { url, requests } = await serve([{ status: 404 }, { body: JSON.stringify(DATA) }]);
    const { result: one } = await listening(() => table({ src: url }));
    expect(one.status).to.equal('error');
    const two = await table({ src: url });
    expect(two.status).to.equal('ready');
    expect(await requests()).to.have.length(2);
  });

  it('keeps a request under way when only the choice changes that is made of its answer', async () => {
    const figures = await serve({ hold: true, body: JSON.stringify(DATA) });
    const shapes = await serve({ hold: true, body: JSON.stringify(SHAPES) });
    const element = await map();
    element.src = figures.url;
    element.boundaries = shapes.url;
    const { ready } = element;
    while ((await shapes.requests()).length === 0);
    element.indicator = 'a';
    await element.updateComplete;
    element.setAttribute('method', 'equal');
    await element.updateComplete;
    await Promise.all([figures.release(), shapes.release()]);
    expect(await ready).to.equal('ready');
    expect([(await figures.requests()).length, (await shapes.requests()).length]).to.deep.equal([1, 1]);
  });

  it('uses a page’s own function instead, and keeps its answers apart', async () => {
    const own = fakeFetch({ '/own.json': dataset({ a: { '2023': row(4, 5, 6) } }) });
    const element = await table({ src: '/own.json', fetch: own.fetch });
    expect(seen(element).GM0001).to.equal(4);
    const { result: other } = await listening(() => table({ src: '/own.json' }));
    expect(other.status).to.equal('error');
    expect(own.asked).to.deep.equal(['/own.json']);
  });

  it('uses a page’s own function for shapes, metadata and reload too', async () => {
    const own = fakeFetch({ '/f.csv': 'code;a\nGM0001;1\nGM0002;2\nGM0003;3\n', '/m.json': {}, '/s.json': SHAPES });
    const properties = { src: '/f.csv', metadata: '/m.json', boundaries: '/s.json', fetch: own.fetch };
    const element = await map(properties);
    expect(element.status).to.equal('ready');
    await element.reload();
    expect(own.asked.toSorted()).to.deep.equal(['/f.csv', '/f.csv', '/m.json', '/m.json', '/s.json', '/s.json']);
  });

  it('calls the page’s fetch as it is at the moment, so that a host may replace it', async () => {
    const original = window.fetch;
    const replaced = fakeFetch({ '/replaced.json': DATA });
    const element = await table();
    window.fetch = replaced.fetch;
    try {
      element.src = '/replaced.json';
      expect(await element.ready).to.equal('ready');
    } finally {
      window.fetch = original;
    }
    expect(replaced.asked).to.deep.equal(['/replaced.json']);
  });
});

describe('credentials', () => {
  const cases: readonly [attribute: string | null, sent: RequestCredentials][] = [
    [null, 'same-origin'],
    ['omit', 'omit'],
    ['include', 'include'],
    ['whatever', 'same-origin'],
  ];
  for (const [attribute, sent] of cases) {
    it(`are ${sent} for ${attribute === null ? 'no attribute' : `"${attribute}"`}`, async () => {
      const given: (string | undefined)[] = [];
      const own: typeof fetch = async (_input, init) => {
        given.push(init?.credentials);
        return new Response(JSON.stringify(DATA));
      };
      const element = await table({ fetch: own });
      if (attribute !== null) element.setAttribute('credentials', attribute);
      element.src = '/with.json';
      expect(await element.ready).to.equal('ready');
      expect(given).to.deep.equal([sent]);
    });
  }
});

describe('max-size', () => {
  it('refuses a larger answer, in megabytes', async () => {
    const { url } = await serve({ body: `${' '.repeat(1000)}`, repeat: 1500 });
    const { result: element } = await listening(async () => {
      const made = await table();
      made.setAttribute('max-size', '1');
      made.src = url;
      await made.ready;
      return made;
    });
    expect(element.problems.map(({ code }) => code)).to.deep.equal(['too-large']);
  });

  it('reads what is larger than its default when it is raised, and keeps the default for nonsense', async () => {
    const { url } = await serve({ body: JSON.stringify(DATA) });
    for (const size of ['100', '0', '-1', 'veel']) {
      const element = await table();
      element.setAttribute('max-size', size);
      element.src = url;
      expect(await element.ready, size).to.equal('ready');
    }
  });
});

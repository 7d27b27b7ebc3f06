import { expect, fixture, html } from '@open-wc/testing';
import type { ZoChoropleth } from '@zicht-op/elements/choropleth/zo-choropleth.js';
import { serve, serveBody } from '../support/fault-server.js';
import { CODES, DATA, SHAPES, dataset, fakeFetch, listening, map, row, seen, table } from './widgets.js';

const NEWER = dataset({ a: { '2023': row(7, 8, 9) } });

/** A promise's state now: nothing is waited for but the microtasks before us. */
const isSettled = async (promise: Promise<unknown>): Promise<boolean> => {
  const pending = Symbol('pending');
  return (await Promise.race([promise, Promise.resolve(pending)])) !== pending;
};

describe('status', () => {
  it('is idle without a source', async () => {
    const element = await map();
    expect(element.status).to.equal('idle');
    expect(element.problems).to.deep.equal([]);
  });

  it('is loading from the change on until the answer has come, then ready', async () => {
    const slow = await serve({ hold: true, body: JSON.stringify(DATA) });
    const element = await table();
    element.src = slow.url;
    while ((await slow.requests()).length === 0);
    expect(element.status).to.equal('loading');
    expect(element.matches(':state(loading)')).to.equal(true);
    const { ready } = element;
    expect(await isSettled(ready)).to.equal(false);
    await slow.release();
    expect(await ready).to.equal('ready');
    expect([element.status, element.matches(':state(loading)')]).to.deep.equal(['ready', false]);
  });

  it('is error where the picture can’t be drawn, and ready again once it can', async () => {
    const { url } = await serve({ status: 404 });
    const { result: element } = await listening(() => table({ src: url }));
    expect([element.status, element.matches(':state(error)')]).to.deep.equal(['error', true]);
    element.data = DATA;
    expect(await element.ready).to.equal('ready');
    expect([element.status, element.matches(':state(error)')]).to.deep.equal(['ready', false]);
    expect(element.problems).to.deep.equal([]);
  });

  for (const [what, make] of [
    ['map', map],
    ['table', table],
  ] as const) {
    it(`is idle again when the source of a ${what} is taken away, and nothing of it is left to be seen or read`, async () => {
      const element = await make({ data: DATA, boundariesData: SHAPES, selected: 'GM0001' });
      const before = element.shadowRoot?.textContent ?? '';
      expect(before).to.contain('Indicator a');
      element.data = null;
      expect(await element.ready).to.equal('idle');
      await element.updateComplete;
      expect(element.toRows()).to.deep.equal([]);
      expect(element.data).to.equal(null);
      expect(element.shadowRoot?.textContent).not.to.contain('Indicator a');
      expect(element.shadowRoot?.textContent).not.to.contain('Gebied 1');
      element.data = NEWER;
      expect(await element.ready).to.equal('ready');
      expect(seen(element)).to.deep.equal({ GM0001: 7, GM0002: 8, GM0003: 9 });
    });
  }

  it('takes an error along with the source that gave it', async () => {
    const { url } = await serve({ status: 404 });
    const { result: element } = await listening(() => table({ src: url }));
    element.src = '';
    expect(await element.ready).to.equal('idle');
    expect(element.problems).to.deep.equal([]);
  });
});

describe('ready', () => {
  it('is a promise for a change made in the same turn', async () => {
    const element = await map({ data: DATA, boundariesData: SHAPES });
    element.data = NEWER;
    const { ready } = element;
    expect(await isSettled(ready)).to.equal(false);
    await ready;
    expect(seen(element)).to.deep.equal({ GM0001: 7, GM0002: 8, GM0003: 9 });
  });

  const changes: readonly [what: string, change: (element: ZoChoropleth) => void, text: string][] = [
    ['a property', (element) => (element.indicator = 'b'), 'b'],
    ['an attribute', (element) => element.setAttribute('indicator', 'b'), 'b'],
    ['several properties', (element) => Object.assign(element, { indicator: 'b', level: '', period: '2023' }), 'b'],
    ['an attribute taken away', (element) => element.removeAttribute('indicator'), 'a'],
  ];
  for (const [what, change, indicator] of changes) {
    it(`covers ${what}`, async () => {
      const data = dataset({ a: { '2023': row(1, 2, 3) }, b: { '2023': row(4, 5, 6) } });
      const element = await map({ data, boundariesData: SHAPES });
      if (indicator === 'a') {
        element.setAttribute('indicator', 'b');
        await element.ready;
      }
      change(element);
      await element.ready;
      expect(element.toRows()[0].indicator).to.equal(indicator);
    });
  }

  it('resolves a superseded promise with the newest state', async () => {
    const slow = await serve({ hold: true, body: JSON.stringify(DATA) });
    const quick = await serveBody(NEWER);
    const element = await table({ src: slow.url.replace('data.json', 'none.json'), data: DATA });
    element.data = null;
    element.src = slow.url;
    const first = element.ready;
    while ((await slow.requests()).length === 0);
    element.src = quick.url;
    const second = element.ready;
    expect(await first).to.equal('ready');
    expect(await second).to.equal('ready');
    expect(seen(element)).to.deep.equal({ GM0001: 7, GM0002: 8, GM0003: 9 });
    await slow.release();
  });

  it('resolves with the newest state for an element outside the page too', async () => {
    const element = document.createElement('zo-choropleth');
    element.data = DATA;
    element.boundariesData = SHAPES;
    // Each change lands while the one before is at another point of its way.
    for (let turns = 0; turns < 60; turns++) {
      element.data = DATA;
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      element.data = NEWER;
      const { ready } = element;
      expect(await ready).to.equal('ready');
      expect(seen(element).GM0001, `after ${turns} turns`).to.equal(7);
    }
  });

  it('never rejects, whatever happens to the answer', async () => {
    const broken = () => Promise.reject(new TypeError('no connection'));
    const thrown = () => {
      throw new Error('a page’s own fetch that throws');
    };
    const odd = () => Promise.resolve('not a response' as unknown as Response);
    for (const own of [broken, thrown, odd]) {
      const { result: element } = await listening(() => table({ src: '/odd.json', fetch: own }));
      expect(element.status).to.equal('error');
      expect(await element.ready).to.equal('error');
    }
  });

  it('resolves for an element that isn’t in the page, with classes and rows', async () => {
    const element = document.createElement('zo-choropleth');
    element.data = DATA;
    element.boundariesData = SHAPES;
    expect(await element.ready).to.equal('ready');
    expect(CODES.map((code) => element.classOf(code))).to.deep.equal([0, 2, 4]);
    expect(element.toRows()).to.have.length(3);
    expect(element.regionAt(1, 1)).to.equal(null);
  });

  it('loads from an address outside the page', async () => {
    const [figures, shapes] = await Promise.all([serveBody(DATA), serveBody(SHAPES)]);
    const element = document.createElement('zo-choropleth');
    element.src = figures.url;
    element.boundaries = shapes.url;
    expect(await element.ready).to.equal('ready');
    expect(element.classOf('GM0003')).to.equal(4);
  });

  it('goes on when the element leaves the page while it loads', async () => {
    const slow = await serve({ hold: true, body: JSON.stringify(DATA) });
    const element = await table();
    element.src = slow.url;
    const { ready } = element;
    while ((await slow.requests()).length === 0);
    element.remove();
    await slow.release();
    expect(await ready).to.equal('ready');
    expect(seen(element)).to.deep.equal({ GM0001: 1, GM0002: 2, GM0003: 3 });
  });

  it('resolves without a box: display none, a closed details, an element without size', async () => {
    const places = [
      html`<div style="display: none"><zo-choropleth></zo-choropleth></div>`,
      html`<details><zo-choropleth></zo-choropleth></details>`,
      html`<div style="width: 0; height: 0; overflow: hidden"><zo-choropleth></zo-choropleth></div>`,
      html`<div style="position: absolute; top: 100000px"><zo-choropleth></zo-choropleth></div>`,
    ];
    for (const place of places) {
      const element = (await fixture<HTMLElement>(place)).querySelector('zo-choropleth') as ZoChoropleth;
      element.data = DATA;
      element.boundariesData = SHAPES;
      expect(await element.ready).to.equal('ready');
      expect(element.classOf('GM0003')).to.equal(4);
    }
  });

  it('waits for no animation frame', async () => {
    const original = window.requestAnimationFrame;
    window.requestAnimationFrame = () => 0;
    try {
      const element = await map({ data: DATA, boundariesData: SHAPES });
      expect(element.status).to.equal('ready');
      expect(element.classOf('GM0003')).to.equal(4);
    } finally {
      window.requestAnimationFrame = original;
    }
  });

  it('settles when an attribute is taken away that the author had written', async () => {
    const names = [
      ['reference', 'GM0001'],
      ['allow-origins', 'https://example.org'],
      ['share', 'indicator'],
      ['levels', 'gemeente'],
      ['breaks', '2 3'],
      ['classes', '3'],
      ['method', 'equal'],
      ['max-size', '1'],
      ['credentials', 'omit'],
      ['decimals', '1'],
      ['filter', 'x=1'],
      ['within', 'NL01'],
      ['group', 'taken-away'],
      ['selected', 'GM0001'],
      ['type', 'json-stat'],
      ['columns', 'region=code'],
      ['metadata', ''],
      ['palette', 'Blues'],
      ['basemap', 'none'],
      ['projection', 'web-mercator'],
      ['headline', 'x'],
      ['heading-level', '2'],
    ] as const;
    const { fetch } = fakeFetch({ '/figures.json': DATA, '/shapes.json': SHAPES });
    const element = await map({ fetch, src: '/figures.json', boundaries: '/shapes.json' });
    for (const [name, value] of names) {
      element.setAttribute(name, value);
      expect(await element.ready, `${name} set`).to.equal('ready');
      element.removeAttribute(name);
      expect(await element.ready, `${name} taken away`).to.equal('ready');
    }
    expect(seen(element)).to.deep.equal({ GM0001: 1, GM0002: 2, GM0003: 3 });
  });

  const oddities: readonly [property: string, value: unknown][] = [
    ['reference', null],
    ['reference', 5],
    ['allowOrigins', undefined],
    ['levels', ['gemeente']],
    ['share', null],
    ['breaks', [2, 3]],
    ['classes', NaN],
    ['classes', -3],
    ['maxSize', 'x'],
    ['credentials', 'everything'],
    ['decimals', NaN],
    ['period', 2023],
    ['selected', ['GM0001']],
    ['headingLevel', 99],
    ['palette', {}],
    ['basemap', null],
    ['projection', 'flat'],
    ['group', null],
    ['lang', ''],
  ];
  for (const [property, value] of oddities) {
    it(`settles with ${property} = ${JSON.stringify(value) ?? 'undefined'}, set by a page’s script`, async () => {
      const { fetch } = fakeFetch({ '/figures.json': DATA, '/shapes.json': SHAPES });
      const element = await map({ fetch, src: '/figures.json', boundaries: '/shapes.json' });
      Object.assign(element, { [property]: value });
      expect(await element.ready).to.equal('ready');
      await element.updateComplete;
    });
  }
});

describe('reload', () => {
  it('asks anew, past the cache, and answers ready', async () => {
    const { url, requests } = await serve([{ body: JSON.stringify(DATA) }, { body: JSON.stringify(NEWER) }]);
    const element = await table({ src: url });
    expect(seen(element).GM0001).to.equal(1);
    expect(await element.reload()).to.equal('ready');
    expect(seen(element).GM0001).to.equal(7);
    expect(await requests()).to.have.length(2);
  });

  it('still goes past the cache when another change comes on top of it', async () => {
    const { url, requests, release } = await serve([
      { body: JSON.stringify(DATA) },
      { hold: true, body: JSON.stringify(NEWER) },
      { body: JSON.stringify(NEWER) },
    ]);
    const element = await table({ src: url });
    const reloaded = element.reload();
    while ((await requests()).length < 2);
    element.level = 'gemeente';
    await release();
    expect(await reloaded).to.equal('ready');
    expect(seen(element).GM0001).to.equal(7);
  });

  it('asks for shapes anew too', async () => {
    const [figures, shapes] = await Promise.all([serveBody(DATA), serveBody(SHAPES)]);
    const element = await map({ src: figures.url, boundaries: shapes.url });
    await element.reload();
    expect([(await figures.requests()).length, (await shapes.requests()).length]).to.deep.equal([2, 2]);
  });

  it('keeps the last good picture when it fails', async () => {
    const { url } = await serve([{ body: JSON.stringify(DATA) }, { status: 404 }]);
    const element = await table({ src: url });
    const { result } = await listening(() => element.reload());
    expect(result).to.equal('error');
    expect(seen(element)).to.deep.equal({ GM0001: 1, GM0002: 2, GM0003: 3 });
  });

  it('is harmless without a source', async () => {
    const element = await map();
    expect(await element.reload()).to.equal('idle');
  });
});

import { expect } from '@open-wc/testing';
import type { ZoChoropleth } from '@zicht-op/elements/choropleth/zo-choropleth.js';
import { gridCentre, gridTopology, jsonStat } from '../../support/grid-country.js';
import { ChoroplethHarness } from '../support/choropleth-harness.js';
import { serve, serveBody } from '../support/fault-server.js';
import { CODES, DATA, GRID, SHAPES, dataset, eventsOf, listening, map, row, table } from './widgets.js';

const YEARS = dataset({
  a: { '2022': row(1, 2, 3), '2023': row(4, 5, 6) },
  b: { '2022': row(1, 2, 3), '2023': row(4, 5, 6) },
});

describe('events', () => {
  const changes: readonly [what: string, change: (element: ZoChoropleth) => unknown][] = [
    ['an indicator', (element) => (element.indicator = 'b')],
    ['a period', (element) => (element.period = '2022')],
    ['a level', (element) => (element.level = 'gemeente')],
    ['an area', (element) => (element.within = 'NL01')],
    ['a filter', (element) => (element.filter = 'x=1')],
    ['a selection', (element) => (element.selected = 'GM0002')],
    ['an attribute', (element) => element.setAttribute('period', '2022')],
    ['a class method', (element) => (element.method = 'equal')],
    ['a language', (element) => (element.lang = 'en')],
    ['a group', (element) => (element.group = 'events')],
    ['zoomTo', (element) => element.zoomTo('GM0002')],
  ];
  for (const [what, change] of changes) {
    it(`do not fire for ${what} set by the host`, async () => {
      const element = await map({ data: YEARS, boundariesData: SHAPES });
      const fired = await eventsOf(element, async () => {
        change(element);
        await element.ready;
        await element.updateComplete;
      });
      expect(fired).to.deep.equal([]);
    });
  }

  it('fire on the one element that the visitor used, bubbling, through shadow roots', async () => {
    const host = document.createElement('div');
    const element = await map({ data: YEARS, boundariesData: SHAPES });
    element.parentElement?.append(host);
    host.attachShadow({ mode: 'open' }).append(element);
    await element.ready;
    let seen: unknown[] = [];
    document.addEventListener(
      'zo-select',
      (event) => (seen = [event.bubbles, event.composed, event.target === host, event.composedPath()[0] === element]),
      { once: true },
    );
    await new ChoroplethHarness(element).click(gridCentre(GRID, 'GM0002'));
    expect(seen).to.deep.equal([true, true, true, true]);
  });

  it('name regions by code and carry no figure', async () => {
    const element = await map({ data: dataset({ a: { '2023': row(771, 772, 773) } }), boundariesData: SHAPES });
    const details: unknown[] = [];
    for (const name of ['zo-select', 'zo-hover', 'zo-view-change', 'zo-load', 'zo-error'] as const)
      element.addEventListener(name, ({ detail }) => details.push(detail));
    const harness = new ChoroplethHarness(element);
    await harness.point(gridCentre(GRID, 'GM0002'));
    await harness.click(gridCentre(GRID, 'GM0002'));
    await element.reload();
    expect(details).to.deep.equal([
      { region: 'GM0002', level: 'gemeente' },
      { regions: ['GM0002'], level: 'gemeente', source: 'map' },
      { url: '' },
    ]);
    expect(JSON.stringify(details)).not.to.match(/77[123]/);
  });

  it('tell once where the visitor points, and that it ended', async () => {
    const element = await map({ data: DATA, boundariesData: SHAPES });
    const regions: (string | null)[] = [];
    element.addEventListener('zo-hover', ({ detail }) => regions.push(detail.region));
    const harness = new ChoroplethHarness(element);
    for (const place of [
      [5.02, 52.45],
      [5.05, 52.45],
      [5.08, 52.45],
      [5.15, 52.45],
      [5.6, 52.45],
    ] as const)
      await harness.point(place);
    expect(regions).to.deep.equal(['GM0001', 'GM0002', null]);
  });
});

describe('zo-load', () => {
  it('comes before ready resolves, with the address', async () => {
    const { url } = await serveBody(DATA);
    const element = await table();
    const order: string[] = [];
    element.addEventListener('zo-load', ({ detail }) => order.push(detail.url));
    element.src = url;
    await element.ready.then(() => order.push('ready'));
    expect(order).to.deep.equal([url, 'ready']);
  });

  it('finds the element in its new state', async () => {
    const { url } = await serveBody(DATA);
    const element = await table();
    let seen: unknown = null;
    element.addEventListener('zo-load', () => (seen = [element.status, element.toRows().length]));
    element.src = url;
    await element.ready;
    expect(seen).to.deep.equal(['ready', 3]);
  });

  it('comes for each load, not for another choice of the same data', async () => {
    const { url } = await serveBody(YEARS);
    const element = await table({ src: url });
    expect(await eventsOf(element, () => ((element.period = '2022'), element.ready))).to.deep.equal([]);
    expect(await eventsOf(element, () => element.reload())).to.deep.equal(['zo-load']);
  });

  it('may change the element again: ready goes on to that change', async () => {
    const element = await table();
    element.addEventListener('zo-load', () => (element.period = '2022'), { once: true });
    element.data = YEARS;
    expect(await element.ready).to.equal('ready');
    expect(element.toRows()[0].period).to.equal('2022');
  });
});

describe('zo-error', () => {
  it('comes before ready resolves, with code, address, place and words in the element’s language', async () => {
    const { url } = await serve({ status: 404 });
    const { result: element } = await listening(() => table());
    const order: unknown[] = [];
    element.addEventListener('zo-error', ({ detail }) => order.push(detail));
    await listening(async () => {
      element.src = url;
      await element.ready.then(() => order.push('ready'));
    });
    expect(order).to.have.length(2);
    expect(order[0]).to.include({ code: 'http', url, severity: 'error', path: '' });
    expect((order[0] as { message: string }).message).to.contain('404');
    expect(order[1]).to.equal('ready');
  });

  it('comes each time, and so does the line on the console', async () => {
    const { url } = await serve({ status: 404 });
    const { result: element } = await listening(() => table({ src: url }));
    const { result: fired, said } = await listening(() => eventsOf(element, () => element.reload()));
    expect(fired).to.deep.equal(['zo-error']);
    expect(said.error).to.have.length(1);
  });

  it('warns by console.warn once per element and address, and by an event each load', async () => {
    const bad = JSON.stringify({ ...DATA, value: [1, 'twee', 3] });
    const [first, second] = [await serve({ body: bad }), await serve({ body: bad })];
    const lines: string[] = [];
    const load = async (act: () => Promise<unknown>) => {
      const { said, result } = await listening(() => eventsOf(element, act));
      expect(said.error).to.deep.equal([]);
      lines.push(...said.warn);
      return result;
    };
    const element = await table();
    expect(await load(() => ((element.src = first.url), element.ready))).to.deep.equal(['zo-load', 'zo-error']);
    expect(await load(() => element.reload())).to.deep.equal(['zo-load', 'zo-error']);
    expect(lines).to.have.length(1);
    expect(await load(() => ((element.src = second.url), element.ready))).to.deep.equal(['zo-load', 'zo-error']);
    expect(lines).to.have.length(2);
    const { said } = await listening(() => table({ src: first.url }));
    expect(said.warn).to.have.length(1);
  });

  it('doesn’t repeat a warning when the visitor only looks at another period', async () => {
    const data = { ...YEARS, value: [1, 'twee', 3, 4, 5, 6, 1, 2, 3, 4, 5, 6] };
    const { result: element } = await listening(() => table({ data }));
    const { result: fired } = await listening(() =>
      eventsOf(element, async () => {
        element.period = '2022';
        await element.ready;
      }),
    );
    expect(fired).to.deep.equal([]);
    expect(element.problems.map(({ code }) => code)).to.deep.equal(['bad-cell']);
  });

  it('tells each warning of a load once', async () => {
    const codes = [...CODES, 'GM0009'];
    const data = {
      ...jsonStat(codes, { a: { '2023': { GM0001: 1, GM0002: 2, GM0003: 3, GM0009: 9 } } }),
      status: { 1: 'Q' },
    };
    const told: string[] = [];
    await listening(async () => {
      const element = await map();
      element.addEventListener('zo-error', ({ detail }) => told.push(`${detail.code} ${detail.severity}`));
      Object.assign(element, { data, boundariesData: gridTopology({ ...GRID, year: 2021 }) });
      await element.ready;
      expect(element.status).to.equal('ready');
    });
    expect(told).to.deep.equal(['withheld-number warning', 'unmatched warning', 'year-differs warning']);
  });
});

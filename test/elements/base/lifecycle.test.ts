import { expect, fixture, html } from '@open-wc/testing';
import { defineElement, VERSION } from '@zicht-op/elements/base/define-element.js';
import { DataElement } from '@zicht-op/elements/base/data-element.js';
import type { ZoChoropleth } from '@zicht-op/elements/choropleth/zo-choropleth.js';
import { ChoroplethHarness } from '../support/choropleth-harness.js';
import { gridCentre } from '../../support/grid-country.js';
import { DATA, GRID, SHAPES, dataset, listening, map, row, seen, table } from './widgets.js';

/** Counts listeners that are on a target now, while something is done. */
async function listenersLeft(target: EventTarget, act: () => Promise<unknown>): Promise<string[]> {
  const open: { type: string; listener: unknown }[] = [];
  const { addEventListener, removeEventListener } = target;
  target.addEventListener = function (type: string, listener: unknown, options?: unknown) {
    if (!open.some((one) => one.type === type && one.listener === listener)) open.push({ type, listener });
    return (addEventListener as (...args: unknown[]) => void).call(target, type, listener, options);
  };
  target.removeEventListener = function (type: string, listener: unknown, options?: unknown) {
    const at = open.findIndex((one) => one.type === type && one.listener === listener);
    if (at >= 0) open.splice(at, 1);
    return (removeEventListener as (...args: unknown[]) => void).call(target, type, listener, options);
  };
  try {
    await act();
    return open.map(({ type }) => type);
  } finally {
    target.addEventListener = addEventListener;
    target.removeEventListener = removeEventListener;
  }
}

/** An element whose tag is known, made where nothing is defined, so that it is upgraded when it comes into the page. */
function raw<K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] {
  return document.implementation.createHTMLDocument().createElement(tag);
}

describe('an element that was in the page before its definition', () => {
  it('takes in properties that were set on it', async () => {
    const element = raw('zo-choropleth');
    Object.assign(element, {
      data: DATA,
      boundariesData: SHAPES,
      period: '2023',
      selected: 'GM0002',
      noControls: true,
      lang: 'en',
    });
    expect(element instanceof DataElement).to.equal(false);
    (await fixture(html`<div></div>`)).append(document.adoptNode(element));
    expect(element instanceof DataElement).to.equal(true);
    expect(await element.ready).to.equal('ready');
    expect(seen(element)).to.deep.equal({ GM0001: 1, GM0002: 2, GM0003: 3 });
    expect(Object.hasOwn(element, 'data')).to.equal(false);
    expect([element.selected, element.noControls]).to.deep.equal(['GM0002', true]);
    element.data = dataset({ a: { '2023': row(7, 8, 9) } });
    await element.ready;
    expect(seen(element).GM0001).to.equal(7);
  });

  it('takes in its attributes', async () => {
    const element = raw('zo-indicator-table');
    element.setAttribute('period', '2022');
    Object.assign(element, { data: dataset({ a: { '2022': row(1, 2, 3), '2023': row(4, 5, 6) } }) });
    (await fixture(html`<div></div>`)).append(document.adoptNode(element));
    await element.ready;
    expect(seen(element).GM0001).to.equal(1);
  });
});

describe('attributes and properties', () => {
  const pairs: readonly [attribute: string, property: string, text: string, value: unknown][] = [
    ['src', 'src', '/x.json', '/x.json'],
    ['type', 'type', 'csv', 'csv'],
    ['columns', 'columns', 'region=a', 'region=a'],
    ['metadata', 'metadata', '/m.json', '/m.json'],
    ['levels', 'levels', 'gemeente wijk', 'gemeente wijk'],
    ['allow-origins', 'allowOrigins', 'https://a.example', 'https://a.example'],
    ['credentials', 'credentials', 'omit', 'omit'],
    ['max-size', 'maxSize', '12', 12],
    ['boundaries', 'boundaries', '/b.json', '/b.json'],
    ['indicator', 'indicator', 'b', 'b'],
    ['period', 'period', '2022', '2022'],
    ['level', 'level', 'wijk', 'wijk'],
    ['within', 'within', 'GM0001', 'GM0001'],
    ['filter', 'filter', 'a=1', 'a=1'],
    ['selected', 'selected', 'GM0001 GM0002', 'GM0001 GM0002'],
    ['reference', 'reference', 'NL01', 'NL01'],
    ['group', 'group', 'pairs', 'pairs'],
    ['share', 'share', 'indicator', 'indicator'],
    ['headline', 'headline', 'Titel', 'Titel'],
    ['no-controls', 'noControls', '', true],
    ['heading-level', 'headingLevel', '2', 2],
    ['unit', 'unit', '%', '%'],
    ['decimals', 'decimals', '1', 1],
    ['source-label', 'sourceLabel', 'Bron', 'Bron'],
    ['source-href', 'sourceHref', 'https://a.example', 'https://a.example'],
    ['caution', 'caution', 'Let op', 'Let op'],
    ['method', 'method', 'jenks', 'jenks'],
    ['classes', 'classes', '4', 4],
    ['breaks', 'breaks', '1 2', '1 2'],
    ['palette', 'palette', 'Greens', 'Greens'],
    ['basemap', 'basemap', 'brt-grijs', 'brt-grijs'],
    ['projection', 'projection', 'rd', 'rd'],
  ];
  for (const [attribute, property, text, value] of pairs) {
    it(`${attribute} and ${property} are the same, and the property doesn’t reflect`, () => {
      const element = document.createElement('zo-choropleth');
      element.setAttribute(attribute, text);
      expect(Reflect.get(element, property)).to.equal(value);
      const other = document.createElement('zo-choropleth');
      Reflect.set(other, property, value);
      expect(Reflect.get(other, property)).to.equal(value);
      expect(other.hasAttribute(attribute)).to.equal(false);
    });
  }
});

describe('a second definition', () => {
  it('of the same class is nothing to speak of', async () => {
    const { said } = await listening(() =>
      defineElement('zo-choropleth', customElements.get('zo-choropleth') as CustomElementConstructor),
    );
    expect(said).to.deep.equal({ error: [], warn: [], info: [], log: [] });
  });

  it('by another copy leaves the first in place and says both versions', async () => {
    const first = customElements.get('zo-choropleth');
    const { said } = await listening(() => defineElement('zo-choropleth', class extends HTMLElement {}));
    expect(customElements.get('zo-choropleth')).to.equal(first);
    expect(said.info).to.have.length(1);
    expect(said.info[0].split(VERSION)).to.have.length(3);
    expect([said.error, said.warn]).to.deep.equal([[], []]);
  });
});

describe('attached and detached a hundred times', () => {
  for (const [what, make] of [
    ['map', map],
    ['table', table],
  ] as const) {
    it(`a ${what} leaves no listener on page, window or media query, and none twice on its own parts`, async () => {
      const original = window.matchMedia;
      const queries = new Set<MediaQueryList>();
      const media: string[] = [];
      window.matchMedia = (query) => {
        const list = original.call(window, query);
        queries.add(list);
        const { addEventListener, removeEventListener } = list;
        list.addEventListener = (...args: unknown[]) => {
          media.push(query);
          (addEventListener as (...all: unknown[]) => void).apply(list, args);
        };
        list.removeEventListener = (...args: unknown[]) => {
          media.splice(media.indexOf(query), 1);
          (removeEventListener as (...all: unknown[]) => void).apply(list, args);
        };
        return list;
      };
      const left: Record<string, string[]> = {};
      try {
        left.window = await listenersLeft(window, async () => {
          left.document = await listenersLeft(document, async () => {
            const element = await make({ data: DATA, boundariesData: SHAPES, group: `rounds-${what}` });
            const home = element.parentElement as HTMLElement;
            for (let round = 0; round < 100; round++) {
              element.remove();
              if (round % 10 === 0) await Promise.resolve();
              home.append(element);
              if (round % 7 === 0) await element.ready;
            }
            await element.ready;
            expect(seen(element)).to.deep.equal({ GM0001: 1, GM0002: 2, GM0003: 3 });
            element.remove();
            await element.ready;
            await Promise.resolve();
          });
        });
      } finally {
        window.matchMedia = original;
      }
      expect(left).to.deep.equal({ window: [], document: [] });
      expect(media).to.deep.equal([]);
    });

    it(`a ${what} has as many nodes as at first`, async () => {
      const element = await make({ data: DATA, boundariesData: SHAPES });
      const count = () => element.shadowRoot?.querySelectorAll('*').length;
      const home = element.parentElement as HTMLElement;
      const first = count();
      for (let round = 0; round < 100; round++) {
        element.remove();
        await Promise.resolve();
        home.append(element);
        if (round % 10 === 0) await element.ready;
      }
      await element.ready;
      expect(count()).to.equal(first);
    });
  }

  it('a map hears its own pointer once', async () => {
    const element = await map({ data: DATA, boundariesData: SHAPES });
    const home = element.parentElement as HTMLElement;
    const harness = new ChoroplethHarness(element);
    const after = (rounds: number) =>
      listenersLeft(harness.map, async () => {
        for (let round = 0; round < rounds; round++) {
          element.remove();
          await Promise.resolve();
          await Promise.resolve();
          home.append(element);
          await element.ready;
        }
      });
    expect((await after(20)).toSorted()).to.deep.equal((await after(1)).toSorted());
    const regions: (string | null)[] = [];
    element.addEventListener('zo-hover', ({ detail }) => regions.push(detail.region));
    await harness.point(gridCentre(GRID, 'GM0002'));
    expect(regions).to.deep.equal(['GM0002']);
  });

  it('a group forgets members that have left', async () => {
    const one = await map({ data: DATA, boundariesData: SHAPES, group: 'leavers' });
    const two = await map({ data: DATA, boundariesData: SHAPES, group: 'leavers' });
    two.remove();
    await two.ready;
    let asked = 0;
    const { requestUpdate } = two;
    two.requestUpdate = (...args) => {
      asked++;
      requestUpdate.apply(two, args);
    };
    one.selected = 'GM0001';
    one.period = '2023';
    await one.ready;
    expect(asked).to.equal(0);
  });
});

describe('a move', () => {
  const shadowIn = (place: Element): ShadowRoot => {
    const host = document.createElement('div');
    place.append(host);
    return host.attachShadow({ mode: 'open' });
  };

  it('from one shadow root to another keeps picture, map and choice', async () => {
    const place = await fixture(html`<div></div>`);
    const element = document.createElement('zo-choropleth');
    Object.assign(element, { data: DATA, boundariesData: SHAPES, selected: 'GM0002' });
    shadowIn(place).append(element);
    await element.ready;
    const harness = new ChoroplethHarness(element);
    const before = harness.colourAt(gridCentre(GRID, 'GM0001'));
    shadowIn(place).append(element);
    await element.ready;
    expect(harness.colourAt(gridCentre(GRID, 'GM0001'))).to.equal(before);
    expect(element.selected).to.equal('GM0002');
    await harness.click(gridCentre(GRID, 'GM0003'));
    expect(element.selected).to.equal('GM0003');
  });

  it('into a frame’s document and back keeps figures and looks, and leaves no listener behind', async () => {
    const frame = await fixture<HTMLIFrameElement>(
      html`<iframe title="Ander document" width="600" height="600"></iframe>`,
    );
    const inner = frame.contentDocument as Document;
    const left: Record<string, string[]> = {};
    left.outer = await listenersLeft(document, async () => {
      left.inner = await listenersLeft(inner, async () => {
        const element = await map({ data: DATA, boundariesData: SHAPES });
        const home = element.parentElement as HTMLElement;
        const harness = new ChoroplethHarness(element);
        inner.body.append(element);
        await element.ready;
        expect(element.ownerDocument).to.equal(inner);
        expect(seen(element).GM0001).to.equal(1);
        const view = inner.defaultView as Window;
        expect(view.getComputedStyle(element).display).to.equal('block');
        expect(view.getComputedStyle(harness.root.querySelector('.frame') as Element).display).to.equal('flex');
        home.append(element);
        await element.ready;
        expect(getComputedStyle(element).display).to.equal('block');
        element.remove();
        await Promise.resolve();
      });
    });
    expect(left.outer.filter((type) => type === 'fullscreenchange')).to.deep.equal([]);
    expect(left.inner.filter((type) => type === 'fullscreenchange')).to.deep.equal([]);
  });
});

it('importing the base defines nothing', async () => {
  const before = customElements.get('zo-group');
  await import('@zicht-op/elements/base/widget-element.js');
  await import('@zicht-op/elements/group/zo-group.js');
  expect(customElements.get('zo-group')).to.equal(before);
});

it('an element of ours can be found by its class', async () => {
  const element = await map();
  expect(element).to.be.instanceOf(DataElement);
  expect((customElements.get('zo-choropleth') as unknown as typeof DataElement).version).to.equal(VERSION);
  const typed: ZoChoropleth = document.createElement('zo-choropleth');
  expect(typed.status).to.equal('idle');
});

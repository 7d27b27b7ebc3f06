import { expect, fixture, html } from '@open-wc/testing';
import type { Dataset } from '@zicht-op/core/model/dataset.js';
import type { ZoIndicatorTable } from '@zicht-op/elements/indicator-table/zo-indicator-table.js';
import { SECRET, tracesOfSecret } from '../../support/leak.js';
import { serveBody } from '../support/fault-server.js';
import { DATA, SHAPES, dataset, listening, map, partOf, row, seen, table, textOf } from './widgets.js';

const copy = <T>(value: T): T => structuredClone(value);

describe('data, as a property', () => {
  it('is read at once: a change of the object afterwards changes nothing', async () => {
    const data = copy(DATA) as { value: number[]; dimension: { geo: { category: { label: Record<string, string> } } } };
    const element = await table();
    element.data = data;
    data.value[0] = 99;
    data.dimension.geo.category.label.GM0001 = 'Anders';
    await element.ready;
    expect(seen(element).GM0001).to.equal(1);
    data.value[1] = 99;
    element.indicator = 'a';
    await element.ready;
    expect(seen(element).GM0002).to.equal(2);
    expect(element.toRows()[0].name).to.equal('Gebied 1');
  });

  it('gives the masked dataset on reading, not the object that was set', async () => {
    const data = { ...copy(DATA), value: [1, SECRET, 3], status: { 1: 'Q' } };
    const { result: element } = await listening(() => table({ data }));
    expect(element.data).not.to.equal(data);
    expect(tracesOfSecret(element.data)).to.deep.equal([]);
    expect(seen(element)).to.deep.equal({ GM0001: 1, GM0002: 'withheld', GM0003: 3 });
  });

  it('gives what was set last, also before the picture is there', async () => {
    const element = await table({ data: DATA });
    element.data = dataset({ a: { '2023': row(7, 8, 9) } });
    expect([...(element.data as Dataset).values]).to.deep.equal([7, 8, 9]);
    element.data = null;
    expect(element.data).to.equal(null);
    await element.ready;
    expect(element.data).to.equal(null);
  });

  it('gives the dataset of an address too, and the last good one after an error', async () => {
    const { url } = await serveBody(DATA);
    const element = await table({ src: url });
    const read = element.data as Dataset;
    expect([...read.values]).to.deep.equal([1, 2, 3]);
    await listening(() => {
      element.period = '1800';
      return element.ready;
    });
    expect(element.data).to.deep.equal(read);
  });

  it('takes what another element gave, and keeps nothing of it', async () => {
    const one = await table({ data: dataset({ a: { '2023': row(1, 'Q', 3) } }, { status: { 1: 'Q', 0: 'P' } }) });
    const two = await map({ data: one.data, boundariesData: SHAPES });
    expect(seen(two)).to.deep.equal({ GM0001: 1, GM0002: 'withheld', GM0003: 3 });
    const { values, kinds, marks } = one.data as Dataset;
    values.fill(99);
    kinds.fill(0);
    marks?.fill(0);
    two.method = 'equal';
    await two.ready;
    expect(seen(two)).to.deep.equal({ GM0001: 1, GM0002: 'withheld', GM0003: 3 });
    expect(two.toRows()[0].marks).to.deep.equal(['P']);
  });

  it('masks a dataset again that a page has put a number into', async () => {
    const one = await table({ data: dataset({ a: { '2023': row(1, 'Q', 3) } }) });
    (one.data as Dataset).values[1] = SECRET;
    const two = await table({ data: one.data });
    expect(tracesOfSecret(two.data)).to.deep.equal([]);
  });

  it('counts for more than src, until it is taken away', async () => {
    const { url } = await serveBody(dataset({ a: { '2023': row(4, 5, 6) } }));
    const element = await table({ src: url, data: DATA });
    expect(seen(element).GM0001).to.equal(1);
    element.data = undefined;
    await element.ready;
    expect(seen(element).GM0001).to.equal(4);
  });

  const refused: readonly [what: string, value: unknown][] = [
    ['a text', 'version 2.0'],
    ['a number', 5],
    ['true', true],
    ['a list', []],
    ['an empty object', {}],
    ['a function', () => DATA],
    [
      'something shaped like a dataset',
      { values: new Float64Array(1), kinds: new Uint8Array(1), geo: {}, indicators: [] },
    ],
    [
      'something that refers to itself',
      Object.assign(
        { class: 'dataset', version: '2.0' },
        {
          get dimension() {
            return this;
          },
        },
      ),
    ],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('no');
          },
          has: () => {
            throw new Error('no');
          },
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
    ],
  ];
  for (const [what, value] of refused) {
    it(`is an error for ${what}, not an exception, and keeps the last good picture`, async () => {
      const element = await table({ data: DATA });
      await listening(async () => {
        element.data = value;
        await element.ready;
      });
      expect(element.status).to.equal('error');
      expect(['invalid-dataset', 'not-supported']).to.include(element.problems[0].code);
      expect(seen(element).GM0001).to.equal(1);
    });
  }
});

describe('boundariesData, as a property', () => {
  it('is read at once: a change of the object afterwards changes nothing', async () => {
    const shapes = copy(SHAPES) as { objects: { gemeenten: { geometries: { properties: { statcode: string } }[] } } };
    const element = await map({ data: DATA });
    element.boundariesData = shapes;
    shapes.objects.gemeenten.geometries.length = 0;
    expect(await element.ready).to.equal('ready');
    expect(element.classOf('GM0003')).to.equal(4);
  });

  it('gives the shapes as drawn on reading', async () => {
    const { boundariesData } = await map({ data: DATA, boundariesData: SHAPES });
    expect(boundariesData).to.have.property('codes').that.deep.equals(['GM0001', 'GM0002', 'GM0003']);
  });

  it('is told to be wrong where it is, and gives way when taken away', async () => {
    const { url } = await serveBody(SHAPES);
    const { result: element } = await listening(() =>
      map({ data: DATA, boundariesData: { type: 'Topology' }, boundaries: url }),
    );
    expect(element.problems.map(({ code }) => code)).to.deep.equal(['invalid-boundaries']);
    element.boundariesData = null;
    expect(await element.ready).to.equal('ready');
  });
});

describe('a JSON child', () => {
  const script = (json: unknown): HTMLScriptElement => {
    const child = document.createElement('script');
    child.type = 'application/json';
    child.textContent = typeof json === 'string' ? json : JSON.stringify(json);
    return child;
  };
  const inline = async (json: unknown, attributes: Record<string, string> = {}): Promise<ZoIndicatorTable> => {
    const element = document.createElement('zo-indicator-table');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(script(json));
    (await fixture(html`<div></div>`)).append(element);
    await element.ready;
    return element;
  };

  it('may be a whole dataset', async () => {
    const element = await inline(DATA);
    expect(seen(element)).to.deep.equal({ GM0001: 1, GM0002: 2, GM0003: 3 });
  });

  it('may come after the element, in pieces', async () => {
    const element = await table();
    expect(element.status).to.equal('idle');
    const child = script('');
    element.append(child);
    const text = JSON.stringify(DATA);
    child.append(text.slice(0, 50));
    await listening(async () => {
      await Promise.resolve();
      await element.ready;
    });
    child.append(text.slice(50));
    await new Promise<void>((resolve) => element.addEventListener('zo-load', () => resolve(), { once: true }));
    await element.ready;
    expect(seen(element).GM0003).to.equal(3);
  });

  it('goes with its figures when it is taken away', async () => {
    const element = await inline(DATA);
    element.querySelector('script')?.remove();
    await Promise.resolve();
    expect(await element.ready).to.equal('idle');
    expect(element.toRows()).to.deep.equal([]);
  });

  it('is read once, whatever else changes among the children', async () => {
    const element = await inline(DATA);
    const before = (element.data as Dataset).indicators;
    const title = document.createElement('b');
    title.slot = 'title';
    title.textContent = 'Een titel';
    element.append(title);
    await Promise.resolve();
    await element.ready;
    title.textContent = 'Een andere titel';
    await Promise.resolve();
    await element.ready;
    expect((element.data as Dataset).indicators).to.equal(before);
  });

  it('gives way to src and to data', async () => {
    const { url } = await serveBody(dataset({ a: { '2023': row(4, 5, 6) } }));
    expect(seen(await inline(DATA, { src: url })).GM0001).to.equal(4);
    const element = await inline(DATA);
    element.data = dataset({ a: { '2023': row(7, 8, 9) } });
    await element.ready;
    expect(seen(element).GM0001).to.equal(7);
  });

  const CSV = 'gebied;cijfer\nGM0001;1,25\nGM0002;2,5\n';
  const settings = {
    columns: 'region=gebied',
    unit: 'per 1.000 inwoners',
    decimals: 1,
    caution: 'Zegt niets over personen.',
    type: 'csv',
  };

  for (const [how, names] of [
    ['attributes', { 'source-label': 'Gemeente Voorbeeld', 'source-href': 'https://example.org/bron' }],
    ['properties', { sourceLabel: 'Gemeente Voorbeeld', sourceHref: 'https://example.org/bron' }],
  ] as const) {
    it(`may be settings, called after ${how}`, async () => {
      const { url } = await serveBody(CSV, '/c.csv');
      const element = await inline({ src: url, ...settings, ...names });
      expect(element.toRows().map(({ text }) => text)).to.deep.equal(['1,3', '2,5']);
      expect(textOf(element.shadowRoot?.querySelector('[part~="frame"]'))).to.contain('per 1.000 inwoners');
      expect(textOf(partOf(element, 'caution'))).to.contain('Zegt niets over personen.');
      expect(textOf(partOf(element, 'source'))).to.contain('Gemeente Voorbeeld');
      expect(partOf(element, 'source')?.querySelector('a')?.href).to.equal('https://example.org/bron');
    });
  }

  it('gives way to what the attributes say', async () => {
    const { url } = await serveBody(CSV, '/c.csv');
    const element = await inline({ src: '/nowhere.csv', ...settings }, { src: url, unit: '%' });
    expect(element.toRows()[0].text).to.equal('1,3%');
  });

  it('that doesn’t parse is told once, and is not used', async () => {
    const { result: element, said } = await listening(() => inline('{ geen JSON'));
    expect(element.status).to.equal('idle');
    expect(said.warn.filter((line) => line.includes('JSON'))).to.have.length(1);
  });

  it('says nothing where it is no object: a list, a text, null', async () => {
    for (const json of [[1, 2], '"tekst"', 'null', '5']) {
      const element = await inline(json);
      expect(element.status).to.equal('idle');
    }
  });

  it('may have members called after a prototype’s', async () => {
    const { url } = await serveBody(CSV, '/c.csv');
    const element = await inline(
      `{"__proto__": {"unit": "kwaad"}, "constructor": "x", "src": ${JSON.stringify(url)}, "columns": "region=gebied"}`,
    );
    expect(element.toRows()[0].text).to.equal('1,25');
    expect('unit' in {}).to.equal(false);
  });

  it('needs no room, and is never run', async () => {
    const element = await inline('{"src": ""}<!-- </script><script>window.hacked = true</script> -->').catch(
      () => null,
    );
    expect('hacked' in window).to.equal(false);
    expect(element?.querySelector('script')?.getBoundingClientRect().height ?? 0).to.equal(0);
  });
});

describe('a CSV without metadata', () => {
  it('says that it has no source', async () => {
    const { url } = await serveBody('code,a\nGM0001,1\n', '/c.csv');
    const element = await table({ src: url });
    expect(textOf(partOf(element, 'source'))).to.contain('Bron: niet opgegeven');
  });

  it('takes unit, decimals, source and caution from attributes', async () => {
    const { url } = await serveBody('code,a\nGM0001,1\n', '/c.csv');
    const element = await fixture<ZoIndicatorTable>(
      html`<zo-indicator-table
        src=${url}
        unit="€"
        decimals="2"
        source-label="Gemeente Voorbeeld"
        source-href="https://example.org/bron"
        caution="Zegt niets over personen."
      ></zo-indicator-table>`,
    );
    await element.ready;
    expect(element.toRows()[0].text).to.equal('€\u00a01,00');
    expect(textOf(partOf(element, 'source'))).to.contain('Gemeente Voorbeeld');
    expect(textOf(partOf(element, 'caution'))).to.contain('Zegt niets over personen.');
  });

  it('makes no link of a source’s address that isn’t one', async () => {
    const { url } = await serveBody('code,a\nGM0001,1\n', '/c.csv');
    const element = await table({ src: url, sourceLabel: 'Bron', sourceHref: 'javascript:alert(1)' });
    expect(partOf(element, 'source')?.querySelector('a')).to.equal(null);
  });
});

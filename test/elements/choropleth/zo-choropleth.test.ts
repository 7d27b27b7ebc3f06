import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { ZoChoropleth } from '@zicht-op/elements/choropleth/zo-choropleth.js';
import { gridCentre, gridCodes, gridTopology, jsonStat, type Grid } from '../../support/grid-country.js';
import { choropleth } from '../support/choropleth-harness.js';
import { serveBody } from '../support/fault-server.js';

const GRID: Grid = { columns: 5, rows: 2 };
const CODES = gridCodes(GRID);
const at = (code: string) => gridCentre(GRID, code);
const SHAPES = gridTopology(GRID);

/** One to ten, from the first area to the last. */
const COUNTED = Object.fromEntries(CODES.map((code, i) => [code, i + 1]));
const dataset = (figures: Record<string, number | string | null> = COUNTED, more = {}) =>
  jsonStat(CODES, { a: { '2023': figures } }, more);

describe('zo-choropleth, without data', () => {
  it('is idle, draws nothing, and is ready at once', async () => {
    const { element, error } = await choropleth();
    expect(element.status).to.equal('idle');
    expect(await element.ready).to.equal('idle');
    expect(element.toRows()).to.deep.equal([]);
    expect(element.regionAt(10, 10)).to.equal(null);
    expect(element.classOf('GM0001')).to.equal(null);
    expect(error).to.equal('');
  });

  it('asks nothing while a placeholder of its address is empty', async () => {
    const { element } = await choropleth({ src: '/fault/at/never/{period}.json' });
    expect(element.status).to.equal('idle');
  });

  it('keeps room for the map before the data has come', async () => {
    const { map, element } = await choropleth();
    element.style.setProperty('width', '360px');
    const { width, height } = map.getBoundingClientRect();
    expect(width / height).to.be.closeTo(5 / 4, 0.02);
  });
});

describe('zo-choropleth, drawing', () => {
  it('paints each region in the colour the legend gives its class', async () => {
    const harness = await choropleth({ data: dataset(), boundariesData: SHAPES });
    expect(harness.element.status).to.equal('ready');
    expect(harness.legendColours).to.have.length(5);
    for (const code of CODES) {
      const style = harness.element.classOf(code) as number;
      expect(harness.colourAt(at(code)), code).to.equal(harness.legendColours[style]);
    }
  });

  it('makes half-open classes of quantiles, counted from 0', async () => {
    const { element } = await choropleth({ data: dataset(), boundariesData: SHAPES, classes: 2 });
    // R-7 median of 1 … 10 is 5.5.
    expect(CODES.map((code) => element.classOf(code))).to.deep.equal([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
  });

  it('takes manual breaks as they are written, the boundary itself in the upper class', async () => {
    const { element } = await choropleth({ data: dataset(), boundariesData: SHAPES, method: 'manual', breaks: '3 8' });
    expect(CODES.map((code) => element.classOf(code))).to.deep.equal([0, 0, 1, 1, 1, 1, 1, 2, 2, 2]);
  });

  it('keeps the publisher’s breaks unless a method is asked for', async () => {
    const extension = { 'zicht-op': { indicators: { a: { breaks: [9] } } } };
    const { element } = await choropleth({ data: dataset(COUNTED, { extension }), boundariesData: SHAPES });
    expect(element.classOf('GM0008')).to.equal(0);
    element.method = 'equal';
    await element.ready;
    expect(element.classOf('GM0008')).to.equal(3);
  });

  it('knows each kind of missing by name, and says null for a code nobody knows', async () => {
    const figures = { GM0001: 1, GM0002: 0, GM0003: 'Q', GM0004: 'L', GM0005: 'M', GM0006: null };
    const data = jsonStat(CODES.slice(0, 6), { a: { '2023': figures } });
    const { element, legend } = await choropleth({ data, boundariesData: SHAPES });
    const kinds = ['GM0002', 'GM0003', 'GM0004', 'GM0005', 'GM0006', 'GM0007', 'GM9999'].map((code) =>
      element.classOf(code),
    );
    expect(kinds.slice(1)).to.deep.equal(['withheld', 'unknown', 'impossible', 'none', 'uncovered', null]);
    expect(kinds[0]).to.be.a('number');
    expect(legend.slice(-5)).to.deep.equal([
      'niet gepubliceerd',
      'onbekend',
      'niet van toepassing',
      'geen gegevens',
      'buiten dekking',
    ]);
  });

  it('shows only the kinds of missing that are in use', async () => {
    const { legend } = await choropleth({ data: dataset({ ...COUNTED, GM0002: 'Q' }), boundariesData: SHAPES });
    expect(legend.filter((entry) => !/\d/.test(entry))).to.deep.equal(['niet gepubliceerd']);
  });

  it('keeps withheld figures out of the classes', async () => {
    const { element } = await choropleth({
      data: dataset({ ...COUNTED, GM0010: 'Q' }),
      boundariesData: SHAPES,
      classes: 3,
      method: 'equal',
    });
    // Over 1 … 9: boundaries at 11/3 and 19/3.
    expect(element.classOf('GM0004')).to.equal(1);
    expect(element.classOf('GM0007')).to.equal(2);
  });

  it('gives rows with the kind, and a value only where there is a figure', async () => {
    const { element } = await choropleth({ data: dataset({ GM0001: 4.5, GM0002: 'Q' }), boundariesData: SHAPES });
    const [first, second] = element.toRows();
    expect(first).to.include({
      region: 'GM0001',
      name: 'Gebied 1',
      level: 'gemeente',
      period: '2023',
      indicator: 'a',
      kind: 'value',
      value: 4.5,
      text: '4,5',
    });
    expect(second).to.include({ region: 'GM0002', kind: 'withheld', text: 'niet gepubliceerd', class: null });
    expect(second).not.to.have.property('value');
  });

  it('names the region at a place, whatever lies above it, and none beside the country', async () => {
    const harness = await choropleth({ data: dataset(), boundariesData: SHAPES });
    for (const code of CODES) {
      const { x, y } = harness.clientPoint(at(code));
      expect(harness.element.regionAt(x, y)).to.equal(code);
    }
    const { x, y } = harness.clientPoint([4.9, 52.55]);
    expect(harness.element.regionAt(x, y)).to.equal(null);
  });

  it('follows Dutch and English', async () => {
    const harness = await choropleth({ data: dataset({ GM0001: 1234.5, GM0002: 'Q' }), boundariesData: SHAPES });
    expect(
      harness.element
        .toRows()
        .map((row) => row.text)
        .slice(0, 2),
    ).to.deep.equal(['1.234,5', 'niet gepubliceerd']);
    harness.element.lang = 'en';
    await harness.element.ready;
    expect(
      harness.element
        .toRows()
        .map((row) => row.text)
        .slice(0, 2),
    ).to.deep.equal(['1,234.5', 'not published']);
  });

  it('draws in RD as well, the same regions at the same places', async () => {
    const harness = await choropleth({ data: dataset(), boundariesData: SHAPES, projection: 'rd' });
    for (const code of CODES) {
      const { x, y } = harness.clientPoint(at(code));
      expect(harness.element.regionAt(x, y), code).to.equal(code);
      expect(harness.colourAt(at(code)), code).to.equal(harness.legendColours[harness.element.classOf(code) as number]);
    }
  });

  it('passes axe with figures, withheld figures and a selection', async () => {
    const { element } = await choropleth({
      data: dataset({ ...COUNTED, GM0003: 'Q' }),
      boundariesData: SHAPES,
      selected: 'GM0002',
    });
    await expect(element).to.be.accessible();
  });
});

describe('zo-choropleth, choosing what to see', () => {
  const two = jsonStat(CODES, {
    a: { '2022': COUNTED, '2023': { GM0001: 1 } },
    b: { '2022': { GM0001: 7 }, '2023': COUNTED },
  });

  it('begins with the newest period that is as good as complete', async () => {
    const { element } = await choropleth({ data: two, boundariesData: SHAPES });
    expect([element.indicator, element.period]).to.deep.equal(['a', '2022']);
  });

  it('changes figures through the selectors, and tells the page', async () => {
    const harness = await choropleth({ data: two, boundariesData: SHAPES });
    const told = oneEvent(harness.element, 'zo-view-change');
    await harness.choose('indicator-select', 'b');
    expect((await told).detail).to.include({ indicator: 'b', level: 'gemeente' });
    expect([harness.element.indicator, harness.element.period]).to.deep.equal(['b', '2023']);
    expect(harness.title).to.equal('Indicator b');
  });

  it('fires nothing when the host makes the change', async () => {
    const { element } = await choropleth({ data: two, boundariesData: SHAPES });
    const fired: string[] = [];
    for (const name of ['zo-view-change', 'zo-select', 'zo-hover'])
      element.addEventListener(name, () => fired.push(name));
    element.indicator = 'b';
    element.selected = 'GM0003';
    await element.ready;
    expect(element.indicator).to.equal('b');
    expect(fired).to.deep.equal([]);
  });

  it('lets a later set by the host win over a visitor’s choice, and reflects neither', async () => {
    const harness = await choropleth({ data: two, boundariesData: SHAPES });
    await harness.choose('period-select', '2023');
    expect(harness.element.period).to.equal('2023');
    harness.element.period = '2022';
    await harness.element.ready;
    expect(harness.element.period).to.equal('2022');
    expect(harness.element.hasAttribute('period')).to.equal(false);
  });

  it('selects a region on a click and clears it on the next, in events and looks', async () => {
    const harness = await choropleth({ data: two, boundariesData: SHAPES });
    const details: unknown[] = [];
    harness.element.addEventListener('zo-select', ({ detail }) => details.push(detail));
    await harness.click(at('GM0004'));
    expect(harness.element.selected).to.equal('GM0004');
    expect(harness.chosen).to.contain('Gebied 4');
    await harness.click(at('GM0004'));
    expect(harness.chosen).to.equal('');
    expect(details).to.deep.equal([
      { regions: ['GM0004'], level: 'gemeente', source: 'map' },
      { regions: [], level: 'gemeente', source: 'map' },
    ]);
  });

  it('outlines what is selected, on top of its area', async () => {
    const harness = await choropleth({ data: two, boundariesData: SHAPES, selected: 'GM0004' });
    const [areas, outlines] = harness.root.querySelectorAll<HTMLCanvasElement>('.zo-regions canvas');
    expect(outlines.getBoundingClientRect()).to.deep.equal(areas.getBoundingClientRect());
    const corner = gridCentre(GRID, 'GM0004').map((at, axis) => at + (axis === 0 ? -0.05 : 0)) as [number, number];
    expect(harness.outlineAt(corner)).to.equal(true);
    expect(harness.outlineAt(at('GM0004'))).to.equal(false);
  });

  it('adds to the selection with Ctrl', async () => {
    const harness = await choropleth({ data: two, boundariesData: SHAPES });
    await harness.click(at('GM0004'));
    await harness.click(at('GM0002'), { ctrlKey: true });
    expect(harness.element.selected).to.equal('GM0004 GM0002');
  });

  it('shows figure, comparison and caution at the pointer', async () => {
    const extension = {
      'zicht-op': { reference: 'GM0010', indicators: { a: { caution: 'Zegt niets over personen.' } } },
    };
    const harness = await choropleth({ data: dataset(COUNTED, { extension }), boundariesData: SHAPES });
    await harness.point(at('GM0003'));
    expect(harness.tooltip).to.contain('Gebied 3').and.to.contain('3').and.to.contain('lager dan Gebied 10 (10)');
    expect(harness.tooltip).to.contain('Zegt niets over personen.');
    await harness.point([4.8, 52.6]);
    expect(harness.tooltip).to.equal('');
  });

  it('shows only areas inside `within`, in classes of the whole level', async () => {
    const codes = ['GM0001', 'GM0002', 'WK000101', 'WK000102', 'WK000201', 'WK000202'];
    const figures = { WK000101: 1, WK000102: 2, WK000201: 3, WK000202: 4, GM0001: 9, GM0002: 9 };
    const shapes = gridTopology({ columns: 4, rows: 1 }, 'wijken') as {
      objects: { wijken: { geometries: { properties: { statcode: string } }[] } };
    };
    shapes.objects.wijken.geometries.forEach((geometry, i) => (geometry.properties.statcode = codes[i + 2]));
    const data = jsonStat(codes, { a: { '2023': figures } });
    const { element } = await choropleth({ data, boundariesData: shapes, within: 'GM0002', classes: 2 });
    expect(element.toRows().map((row) => [row.region, row.class])).to.deep.equal([
      ['WK000201', 1],
      ['WK000202', 1],
    ]);
    expect(element.level).to.equal('wijk');
  });
});

describe('zo-choropleth, by keyboard', () => {
  it('has one tab stop for the map, and goes to the neighbour in the arrow’s direction', async () => {
    const harness = await choropleth({ data: dataset(), boundariesData: SHAPES, selected: 'GM0002' });
    expect(harness.root.querySelectorAll('.map, .map [tabindex]')).to.have.length(1);
    await harness.press('ArrowRight');
    expect(harness.spoken).to.contain('Gebied 2');
    await harness.press('ArrowRight');
    expect(harness.spoken).to.contain('Gebied 3: 3');
    await harness.press('ArrowDown');
    expect(harness.spoken).to.contain('Gebied 8: 8');
    await harness.press('ArrowLeft', 'ArrowUp');
    expect(harness.spoken).to.contain('Gebied 2');
  });

  it('finds a region by the letters of its name', async () => {
    const labels = Object.fromEntries(
      CODES.map((code, i) => [
        code,
        ['Aa', 'Baarle', 'Berg', 'Bergen', 'Één', 'Goor', 'Hoorn', 'Ter Aa', 'Urk', 'Zeist'][i],
      ]),
    );
    const data = dataset();
    (data.dimension as { geo: { category: { label: unknown } } }).geo.category.label = labels;
    const harness = await choropleth({ data, boundariesData: SHAPES });
    await harness.press('e', 'e');
    expect(harness.spoken).to.contain('Één');
  });

  it('selects with Enter, and speaks the selection', async () => {
    const harness = await choropleth({ data: dataset(), boundariesData: SHAPES, selected: '' });
    await harness.press('ArrowRight', 'Enter');
    expect(harness.element.selected).to.equal('GM0001');
    expect(harness.spoken).to.contain('gekozen');
  });

  it('finds a region by a later word of its name', async () => {
    const data = dataset();
    const labels = Object.fromEntries(CODES.map((code, i) => [code, i === 6 ? 'Wijk 22 Rivierenwijk' : `Wijk ${i}`]));
    (data.dimension as { geo: { category: { label: unknown } } }).geo.category.label = labels;
    const harness = await choropleth({ data, boundariesData: SHAPES });
    await harness.press('r', 'i');
    expect(harness.spoken).to.contain('Rivierenwijk');
  });

  it('says that a choice was taken back, that nothing lies further, and the same sentence again', async () => {
    const harness = await choropleth({ data: dataset(), boundariesData: SHAPES, selected: 'GM0001' });
    await harness.press('ArrowRight', 'Enter');
    expect(harness.spoken).to.contain('niet meer gekozen');
    await harness.press('ArrowLeft');
    const first = harness.spokenExactly;
    expect(first).to.contain('Geen gebied');
    await harness.press('ArrowLeft');
    expect(harness.spokenExactly).not.to.equal(first);
  });

  it('gives the reason with a figure that is not published', async () => {
    const harness = await choropleth({ data: dataset({ ...COUNTED, GM0001: 'Q' }), boundariesData: SHAPES });
    await harness.press('ArrowRight');
    expect(harness.spoken).to.contain('niet gepubliceerd. Het cijfer wordt niet gepubliceerd');
  });

  it('goes down a level and back with Page Down and Page Up, and keeps focus on the map', async () => {
    const codes = ['GM0001', 'WK000101', 'WK000102'];
    const figures = { GM0001: 5, WK000101: 1, WK000102: 2 };
    const shapes = gridTopology({ columns: 1, rows: 1 }) as { arcs: unknown[]; objects: Record<string, unknown> };
    const wijken = gridTopology({ columns: 2, rows: 1 }, 'wijken') as typeof shapes & {
      objects: { wijken: { geometries: { arcs: number[][]; properties: { statcode: string } }[] } };
    };
    const shift = shapes.arcs.length;
    wijken.objects.wijken.geometries.forEach((geometry, i) => {
      geometry.properties.statcode = codes[i + 1];
      geometry.arcs = geometry.arcs.map((ring) => ring.map((arc) => (arc < 0 ? arc - shift : arc + shift)));
    });
    shapes.arcs.push(...wijken.arcs);
    shapes.objects.wijken = wijken.objects.wijken;
    const harness = await choropleth({
      data: jsonStat([...codes, 'GM0002'], { a: { '2023': figures } }),
      boundariesData: shapes,
      level: 'gemeente',
    });
    await harness.press('ArrowRight', 'PageDown');
    await harness.element.ready;
    await harness.element.updateComplete;
    expect([harness.element.level, harness.element.within]).to.deep.equal(['wijk', 'GM0001']);
    expect(harness.root.activeElement).to.equal(harness.map);
    await harness.press('PageUp');
    await harness.element.ready;
    expect([harness.element.level, harness.element.within]).to.deep.equal(['gemeente', '']);
  });

  it('answers a visitor’s change with what is shown now', async () => {
    const two = jsonStat(CODES, { a: { '2022': COUNTED, '2023': COUNTED } });
    const harness = await choropleth({ data: two, boundariesData: SHAPES });
    await harness.choose('period-select', '2022');
    await harness.element.updateComplete;
    expect(harness.answer).to.contain('Indicator a').and.to.contain('2022').and.to.contain('gemeenten');
  });

  it('keeps a headline to the indicator it was written for', async () => {
    const two = jsonStat(CODES, { a: { '2023': COUNTED }, b: { '2023': COUNTED } });
    const harness = await choropleth({ data: two, boundariesData: SHAPES, headline: 'Koopwoningen' });
    expect(harness.title).to.equal('Koopwoningen');
    await harness.choose('indicator-select', 'b');
    expect(harness.title).to.equal('Indicator b');
    await harness.choose('indicator-select', 'a');
    expect(harness.title).to.equal('Koopwoningen');
  });

  it('leaves Tab and browser shortcuts to the page', async () => {
    const { map } = await choropleth({ data: dataset(), boundariesData: SHAPES });
    for (const init of [{ key: 'Tab' }, { key: 'f', ctrlKey: true }, { key: 'ArrowLeft', altKey: true }]) {
      const event = new KeyboardEvent('keydown', { ...init, cancelable: true, bubbles: true });
      map.dispatchEvent(event);
      expect(event.defaultPrevented, init.key).to.equal(false);
    }
  });
});

describe('zo-choropleth, with its surroundings', () => {
  it('is there in HTML alone, from one address for figures and one for shapes', async () => {
    const [figures, shapes] = await Promise.all([serveBody(dataset()), serveBody(SHAPES)]);
    const element = await fixture<ZoChoropleth>(
      html`<zo-choropleth src=${figures.url} boundaries=${shapes.url}></zo-choropleth>`,
    );
    expect(await element.ready).to.equal('ready');
    expect(element.toRows()).to.have.length(10);
  });

  it('finds the shapes that the dataset names, relative to the dataset', async () => {
    const shapes = await serveBody(SHAPES, '/shapes/gemeenten.json');
    const id = new URL(shapes.url).pathname.split('/')[3];
    const extension = {
      'zicht-op': { boundaries: { gemeente: { year: 2023, href: `../${id}/shapes/gemeenten.json` } } },
    };
    const figures = await serveBody(dataset(COUNTED, { extension }), '/data.json');
    const { element } = await choropleth({ src: figures.url });
    expect(element.problems).to.deep.equal([]);
    expect(element.status).to.equal('ready');
  });

  it('resolves in a box that isn’t shown, and paints when it is', async () => {
    const hidden = await fixture<HTMLElement>(html`<div hidden><zo-choropleth></zo-choropleth></div>`);
    const element = hidden.querySelector('zo-choropleth') as ZoChoropleth;
    element.data = dataset();
    element.boundariesData = SHAPES;
    expect(await element.ready).to.equal('ready');
    expect(element.classOf('GM0001')).to.equal(0);
    expect(element.map).to.equal(null);
    hidden.hidden = false;
    await new Promise<void>((resolve) => {
      const look = () => (element.map ? resolve() : requestAnimationFrame(look));
      look();
    });
    expect(element.map).not.to.equal(null);
  });

  it('survives a move in the document with its picture', async () => {
    const [from, to] = [await fixture<HTMLElement>(html`<div></div>`), await fixture<HTMLElement>(html`<div></div>`)];
    const element = document.createElement('zo-choropleth') as ZoChoropleth;
    element.data = dataset();
    element.boundariesData = SHAPES;
    from.append(element);
    await element.ready;
    const { map } = element;
    to.append(element);
    await element.ready;
    expect(element.map).to.equal(map);
    expect(element.classOf('GM0010')).to.equal(4);
  });

  it('shares selection and period with widgets of the same group, and ignores what it lacks', async () => {
    const data = jsonStat(CODES, { a: { '2022': COUNTED, '2023': COUNTED } });
    const one = await choropleth({ group: 'test-share', data, boundariesData: SHAPES });
    const two = await choropleth({ group: 'test-share', data: dataset(), boundariesData: SHAPES });
    await one.choose('period-select', '2022');
    await one.click(at('GM0005'));
    await two.element.ready;
    expect(two.element.selected).to.equal('GM0005');
    expect(two.element.status).to.equal('ready');
    expect(two.element.period).to.equal('2023');
  });
});

import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import '@zicht-op/elements/group/define.js';
import type { DataElement } from '@zicht-op/elements/base/data-element.js';
import type { ZoChoropleth } from '@zicht-op/elements/choropleth/zo-choropleth.js';
import { ChoroplethHarness } from '../support/choropleth-harness.js';
import { gridCentre, jsonStat } from '../../support/grid-country.js';
import { CODES, GRID, SHAPES, dataset, listening, map, row, seen } from '../base/widgets.js';

const YEARS = dataset({
  a: { '2022': row(1, 2, 3), '2023': row(4, 5, 6) },
  b: { '2022': row(11, 12, 13), '2023': row(14, 15, 16) },
});
const OLD = dataset({ a: { '2021': row(7, 8, 9), '2022': row(1, 2, 3) } });
const NEW = dataset({ a: { '2023': row(4, 5, 6), '2024': row(7, 8, 9) } });

/** Several widgets in one fixture, when all have settled. */
async function settle<T extends DataElement>(place: Element, properties: readonly object[]): Promise<T[]> {
  const widgets = [...place.querySelectorAll('zo-choropleth, zo-indicator-table')] as T[];
  widgets.forEach((widget, i) => Object.assign(widget, { boundariesData: SHAPES, ...properties[i] }));
  for (const widget of widgets) await widget.ready;
  return widgets;
}

const choose = async (element: ZoChoropleth, part: string, value: string): Promise<void> => {
  await new ChoroplethHarness(element).choose(part, value);
};

const pair = async (properties: object = {}, second: object = properties): Promise<ZoChoropleth[]> => {
  const place = await fixture(
    html`<zo-group
      ><zo-choropleth></zo-choropleth>
      <div><zo-choropleth></zo-choropleth></div
    ></zo-group>`,
  );
  return settle<ZoChoropleth>(place, [
    { data: YEARS, ...properties },
    { data: YEARS, ...second },
  ]);
};

describe('zo-group, linking', () => {
  it('shares period, selection and hover among the widgets inside it, at any depth', async () => {
    const [one, two] = await pair();
    await choose(one, 'period-select', '2022');
    await two.ready;
    expect(two.period).to.equal('2022');
    const harness = new ChoroplethHarness(one);
    await harness.click(gridCentre(GRID, 'GM0002'));
    expect(two.selected).to.equal('GM0002');
    await harness.point(gridCentre(GRID, 'GM0003'));
    const outlined = new ChoroplethHarness(two);
    expect(outlined.outlineAt([5.2, 52.45])).to.equal(true);
  });

  it('shares nothing with a widget beside it', async () => {
    const [one] = await pair();
    const alone = await map({ data: YEARS, boundariesData: SHAPES });
    await choose(one, 'period-select', '2022');
    await alone.ready;
    expect(alone.period).to.equal('2023');
  });

  it('tells only the widget that the visitor used by an event', async () => {
    const [one, two] = await pair();
    const told: string[] = [];
    for (const [name, widget] of Object.entries({ one, two }))
      for (const event of ['zo-view-change', 'zo-select'])
        widget.addEventListener(event, () => told.push(`${name} ${event}`));
    await choose(one, 'period-select', '2022');
    await two.ready;
    await new ChoroplethHarness(two).click(gridCentre(GRID, 'GM0002'));
    expect(told).to.deep.equal(['one zo-view-change', 'two zo-select']);
  });

  it('lets a host’s set hold for all', async () => {
    const [one, two] = await pair();
    one.period = '2022';
    two.selected = 'GM0003';
    await Promise.all([one.ready, two.ready]);
    expect([two.period, one.selected]).to.deep.equal(['2022', 'GM0003']);
  });

  it('shares a level, an area and a breakdown', async () => {
    const codes = ['GM0001', 'GM0002', 'WK000101', 'WK000201'];
    const both = jsonStat(codes, { a: { '2023': { GM0001: 1, GM0002: 2, WK000101: 3, WK000201: 4 } } });
    const place = await fixture(
      html`<zo-group><zo-indicator-table></zo-indicator-table><zo-indicator-table></zo-indicator-table></zo-group>`,
    );
    const [one, two] = await settle(place, [{ data: both }, { data: both }]);
    one.level = 'wijk';
    one.within = 'GM0002';
    await Promise.all([one.ready, two.ready]);
    expect([two.level, two.within, Object.keys(seen(two))]).to.deep.equal(['wijk', 'GM0002', ['WK000201']]);
  });

  it('leaves out a widget that has left the page, and takes it in when it comes back', async () => {
    const [one, two] = await pair();
    const home = two.parentElement as Element;
    two.remove();
    await choose(one, 'period-select', '2022');
    expect(one.period).to.equal('2022');
    home.append(two);
    await two.ready;
    expect(two.period).to.equal('2022');
  });

  it('forgets what a widget pointed at when that widget leaves', async () => {
    const [one, two] = await pair();
    await new ChoroplethHarness(one).point(gridCentre(GRID, 'GM0003'));
    const harness = new ChoroplethHarness(two);
    expect(harness.outlineAt([5.2, 52.45])).to.equal(true);
    one.remove();
    await two.updateComplete;
    expect(harness.outlineAt([5.2, 52.45])).to.equal(false);
  });

  it('takes no space of its own, and hides with its widgets', async () => {
    const group = await fixture<HTMLElement>(html`<zo-group><p>tekst</p></zo-group>`);
    expect(getComputedStyle(group).display).to.equal('contents');
    group.hidden = true;
    expect(getComputedStyle(group).display).to.equal('none');
  });
});

describe('groups by name', () => {
  it('link widgets wherever they stand, and not those of another name', async () => {
    const one = await map({ group: 'name-1', data: YEARS, boundariesData: SHAPES });
    const two = await map({ group: 'name-1', data: YEARS, boundariesData: SHAPES });
    const other = await map({ group: 'name-2', data: YEARS, boundariesData: SHAPES });
    await choose(one, 'period-select', '2022');
    await Promise.all([two.ready, other.ready]);
    expect([two.period, other.period]).to.deep.equal(['2022', '2023']);
  });

  it('count for more than the zo-group around', async () => {
    const [one, two] = await pair({}, { group: 'name-3' });
    const far = await map({ group: 'name-3', data: YEARS, boundariesData: SHAPES });
    await choose(far, 'period-select', '2022');
    await Promise.all([one.ready, two.ready]);
    expect([one.period, two.period]).to.deep.equal(['2023', '2022']);
  });

  it('can be joined and left later; ready covers that change', async () => {
    const one = await map({ group: 'name-4', data: YEARS, boundariesData: SHAPES });
    await choose(one, 'period-select', '2022');
    const two = await map({ data: YEARS, boundariesData: SHAPES });
    two.group = 'name-4';
    await two.ready;
    expect(two.period).to.equal('2022');
    two.group = '';
    await two.ready;
    expect(two.period).to.equal('2023');
    await choose(one, 'period-select', '2023');
    one.selected = 'GM0001';
    expect(two.selected).to.equal('');
  });

  it('may be called after a prototype’s member', async () => {
    for (const group of ['__proto__', 'constructor', 'toString']) {
      const one = await map({ group, data: YEARS, boundariesData: SHAPES });
      const two = await map({ group, data: YEARS, boundariesData: SHAPES });
      one.selected = 'GM0001';
      expect(two.selected, group).to.equal('GM0001');
    }
  });
});

describe('groups through shadow roots', () => {
  const inShadow = (markup: string): HTMLElement => {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(document.createRange().createContextualFragment(markup));
    return host;
  };

  it('reach a widget in a shadow root inside the group', async () => {
    const place = await fixture(html`<zo-group><zo-choropleth></zo-choropleth></zo-group>`);
    const host = inShadow('<zo-choropleth></zo-choropleth>');
    place.append(host);
    const one = place.querySelector('zo-choropleth') as ZoChoropleth;
    const two = host.shadowRoot?.querySelector('zo-choropleth') as ZoChoropleth;
    for (const widget of [one, two]) Object.assign(widget, { data: YEARS, boundariesData: SHAPES });
    await Promise.all([one.ready, two.ready]);
    await choose(two, 'period-select', '2022');
    await one.ready;
    expect(one.period).to.equal('2022');
  });

  it('link by name across shadow roots', async () => {
    const [left, right] = [
      inShadow('<zo-choropleth group="across"></zo-choropleth>'),
      inShadow('<zo-choropleth group="across"></zo-choropleth>'),
    ];
    const place = await fixture(html`<div></div>`);
    place.append(left, right);
    const [one, two] = [left, right].map((host) => host.shadowRoot?.querySelector('zo-choropleth') as ZoChoropleth);
    for (const widget of [one, two]) Object.assign(widget, { data: YEARS, boundariesData: SHAPES });
    await Promise.all([one.ready, two.ready]);
    await choose(one, 'period-select', '2022');
    await two.ready;
    expect(two.period).to.equal('2022');
  });

  it('follow a widget that moves from one group to another, also in another shadow root', async () => {
    const [left, right] = [inShadow('<zo-group></zo-group>'), inShadow('<zo-group></zo-group>')];
    const place = await fixture(html`<div></div>`);
    place.append(left, right);
    const groups = [left, right].map((host) => host.shadowRoot?.querySelector('zo-group') as HTMLElement);
    const element = document.createElement('zo-choropleth') as ZoChoropleth;
    const other = document.createElement('zo-choropleth') as ZoChoropleth;
    for (const widget of [element, other]) Object.assign(widget, { data: YEARS, boundariesData: SHAPES });
    groups[0].append(element);
    groups[1].append(other);
    await Promise.all([element.ready, other.ready]);
    await choose(other, 'period-select', '2022');
    expect(element.period).to.equal('2023');
    groups[1].append(element);
    await element.ready;
    expect(element.period).to.equal('2022');
    expect(new ChoroplethHarness(element).legendColours).to.have.length(5);
  });
});

describe('start values', () => {
  it('are what the author wrote, also on another widget of the group', async () => {
    const place = await fixture(
      html`<zo-group>
        <zo-choropleth period="2022" selected="GM0002"></zo-choropleth>
        <zo-choropleth></zo-choropleth>
      </zo-group>`,
    );
    const [one, two] = await settle<ZoChoropleth>(place, [{ data: YEARS }, { data: YEARS }]);
    expect([one.period, two.period, two.selected]).to.deep.equal(['2022', '2022', 'GM0002']);
  });

  it('are each widget’s own where both say something, until a visitor chooses', async () => {
    const place = await fixture(
      html`<zo-group>
        <zo-choropleth period="2022"></zo-choropleth>
        <zo-choropleth period="2023"></zo-choropleth>
      </zo-group>`,
    );
    const [one, two] = await settle<ZoChoropleth>(place, [{ data: YEARS }, { data: YEARS }]);
    expect([one.period, two.period]).to.deep.equal(['2022', '2023']);
    await choose(one, 'period-select', '2023');
    await choose(one, 'period-select', '2022');
    await two.ready;
    expect(two.period).to.equal('2022');
  });

  it('reach a widget that comes later', async () => {
    const group = await fixture(html`<zo-group><zo-choropleth period="2022"></zo-choropleth></zo-group>`);
    await settle(group, [{ data: YEARS }]);
    const late = document.createElement('zo-choropleth') as ZoChoropleth;
    Object.assign(late, { data: YEARS, boundariesData: SHAPES });
    group.append(late);
    await late.ready;
    expect(late.period).to.equal('2022');
  });
});

describe('a shared value that a widget lacks', () => {
  it('is ignored: a period, and the widget keeps its own', async () => {
    const [one, two] = await pair({ data: OLD }, { data: NEW });
    two.period = '2023';
    await two.ready;
    await choose(one, 'period-select', '2021');
    await two.ready;
    expect([two.status, two.period]).to.deep.equal(['ready', '2023']);
    expect(two.toRows()[0].period).to.equal('2023');
    await choose(one, 'period-select', '2022');
    await two.ready;
    expect([two.status, two.period]).to.deep.equal(['ready', '2023']);
  });

  it('is ignored: a level, and the widget keeps the one its author wrote', async () => {
    const codes = ['PV20', 'PV21', 'GM0001', 'GM0002', 'GM0003', 'WK000101'];
    const wide = jsonStat(codes, { a: { '2023': Object.fromEntries(codes.map((code) => [code, 1])) } });
    const place = await fixture(
      html`<zo-group>
        <zo-indicator-table></zo-indicator-table>
        <zo-indicator-table level="provincie"></zo-indicator-table>
      </zo-group>`,
    );
    const narrow = jsonStat(codes.slice(0, 5), { a: { '2023': Object.fromEntries(codes.map((code) => [code, 1])) } });
    const [one, two] = await settle(place, [{ data: wide }, { data: narrow }]);
    expect([one.level, two.level]).to.deep.equal(['provincie', 'provincie']);
    one.level = 'wijk';
    await Promise.all([one.ready, two.ready]);
    expect([one.level, two.level, two.status]).to.deep.equal(['wijk', 'provincie', 'ready']);
  });

  it('is ignored: a level that an address with {level} doesn’t serve', async () => {
    const place = await fixture(
      html`<zo-group>
        <zo-indicator-table></zo-indicator-table>
        <zo-indicator-table src="/f/{level}.json" levels="gemeente"></zo-indicator-table>
      </zo-group>`,
    );
    const codes = [...CODES, 'WK000101'];
    const both = jsonStat(codes, { a: { '2023': Object.fromEntries(codes.map((code) => [code, 1])) } });
    const asked: string[] = [];
    const own: typeof fetch = async (input) => {
      asked.push(new URL(String(input)).pathname);
      return new Response(JSON.stringify(YEARS));
    };
    const [one, two] = await settle(place, [{ data: both, level: 'gemeente' }, { fetch: own }]);
    one.level = 'wijk';
    await Promise.all([one.ready, two.ready]);
    expect([one.level, two.level, two.status]).to.deep.equal(['wijk', 'gemeente', 'ready']);
    expect(new Set(asked)).to.deep.equal(new Set(['/f/gemeente.json']));
  });

  it('is ignored: an area in which it has nothing', async () => {
    const provinces = jsonStat(['PV20', 'PV21'], { a: { '2023': { PV20: 1, PV21: 2 } } });
    const place = await fixture(
      html`<zo-group><zo-indicator-table></zo-indicator-table><zo-indicator-table></zo-indicator-table></zo-group>`,
    );
    const [one, two] = await settle(place, [{ data: YEARS }, { data: provinces }]);
    one.within = 'GM0001';
    await Promise.all([one.ready, two.ready]);
    expect(Object.keys(seen(one))).to.deep.equal(['GM0001']);
    expect(Object.keys(seen(two))).to.deep.equal(['PV20', 'PV21']);
    expect(two.within).to.equal('');
  });

  it('is ignored: a breakdown, and the choice among others stays', async () => {
    const cube = (dimension: string, categories: string[]) => ({
      version: '2.0',
      class: 'dataset',
      id: ['metric', dimension, 'geo'],
      size: [1, categories.length, 3],
      role: { metric: ['metric'], geo: ['geo'] },
      dimension: {
        metric: { category: { index: ['a'] } },
        [dimension]: { category: { index: categories } },
        geo: { category: { index: CODES } },
      },
      value: Array.from({ length: categories.length * 3 }, (_, i) => i),
    });
    const place = await fixture(
      html`<zo-group>
        <zo-indicator-table></zo-indicator-table>
        <zo-indicator-table filter="Leeftijd=13-19"></zo-indicator-table>
      </zo-group>`,
    );
    const [one, two] = await settle(place, [
      { data: cube('Branche', ['9602', '5610', '4520']) },
      { data: cube('Leeftijd', ['8-12', '13-19']) },
    ]);
    one.filter = 'Branche=5610';
    await Promise.all([one.ready, two.ready]);
    expect([seen(one).GM0001, seen(two).GM0001]).to.deep.equal([3, 3]);
    two.filter = 'Leeftijd=8-12';
    await Promise.all([one.ready, two.ready]);
    expect([one.filter, two.filter]).to.deep.equal(['Branche=5610', 'Leeftijd=8-12']);
  });

  it('is an error where this widget was asked for it by name', async () => {
    const { result } = await listening(async () => {
      const [, two] = await pair({ data: OLD }, { data: NEW });
      two.period = '2021';
      await two.ready;
      return two;
    });
    expect(result.problems.map(({ code }) => code)).to.deep.equal(['no-such-period']);
  });
});

describe('the indicator', () => {
  it('is each widget’s own', async () => {
    const [one, two] = await pair();
    await choose(one, 'indicator-select', 'b');
    await two.ready;
    expect([one.indicator, two.indicator]).to.deep.equal(['b', 'a']);
  });

  it('is shared among those with share="indicator"', async () => {
    const [one, two] = await pair({ share: 'indicator' });
    const [third] = await settle<ZoChoropleth>(await fixture(html`<div><zo-choropleth></zo-choropleth></div>`), [
      { data: YEARS },
    ]);
    one.parentElement?.append(third);
    await third.ready;
    await choose(one, 'indicator-select', 'b');
    await Promise.all([two.ready, third.ready]);
    expect([one.indicator, two.indicator, third.indicator]).to.deep.equal(['b', 'b', 'a']);
  });

  it('begins as the author wrote it, on whichever widget shares it', async () => {
    const place = await fixture(
      html`<zo-group>
        <zo-choropleth share="indicator" indicator="b"></zo-choropleth>
        <zo-choropleth share="indicator"></zo-choropleth>
      </zo-group>`,
    );
    const [, two] = await settle<ZoChoropleth>(place, [{ data: YEARS }, { data: YEARS }]);
    expect(two.indicator).to.equal('b');
  });

  it('is shared from the moment that share is set', async () => {
    const [one, two] = await pair();
    one.share = 'indicator';
    two.share = 'indicator';
    await Promise.all([one.ready, two.ready]);
    await choose(one, 'indicator-select', 'b');
    await two.ready;
    expect(two.indicator).to.equal('b');
  });

  it('is ignored where a widget lacks it, which keeps its own', async () => {
    const other = dataset({ x: { '2023': row(1, 2, 3) }, y: { '2023': row(4, 5, 6) } });
    const [one, two] = await pair({ share: 'indicator' }, { share: 'indicator', data: other });
    two.indicator = 'y';
    await Promise.all([one.ready, two.ready]);
    expect([one.status, one.indicator, two.indicator]).to.deep.equal(['ready', 'a', 'y']);
    await choose(one, 'indicator-select', 'b');
    await two.ready;
    expect([two.status, two.indicator]).to.deep.equal(['ready', 'y']);
  });
});

describe('zo-view-change in a group', () => {
  it('says what is shown, after the choice', async () => {
    const [one] = await pair();
    const told = oneEvent(one, 'zo-view-change');
    await choose(one, 'period-select', '2022');
    expect((await told).detail).to.deep.equal({
      indicator: 'a',
      period: '2022',
      level: 'gemeente',
      within: '',
      filter: '',
    });
  });
});

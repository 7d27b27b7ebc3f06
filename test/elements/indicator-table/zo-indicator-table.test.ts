import { expect, fixture, html } from '@open-wc/testing';
import { tableDataset } from '../../../stories/indicator-table-fixtures.js';
import { jsonStat } from '../../support/grid-country.js';
import { indicatorTable, nextFrame, textOf } from '../support/indicator-table-harness.js';

const CODES = ['GM0001', 'GM0002', 'GM0003', 'GM0004', 'GM0005', 'GM0006'];
const NAMES = ['Zwolle', 'Almelo', 'Épe', 'Deventer', 'Borne', 'Hengelo'];

/** Two indicators; each kind of missing once in the first. */
const small = (first: readonly (number | string | null)[] = [3, 'Q', 1, 'O', 2, null], more = {}) => {
  const figures = (values: readonly (number | string | null)[]) => ({
    '2024': Object.fromEntries(CODES.map((code, i) => [code, values[i]])),
  });
  const dataset = jsonStat(CODES, { a: figures(first), b: figures([10, 20, 30, 40, 50, 60]) }, more) as {
    dimension: { geo: { category: Record<string, unknown> } };
  };
  dataset.dimension.geo.category.label = Object.fromEntries(CODES.map((code, i) => [code, NAMES[i]]));
  return dataset;
};

const BY_NAME = ['Almelo', 'Borne', 'Deventer', 'Épe', 'Hengelo', 'Zwolle'];

describe('zo-indicator-table, without data', () => {
  it('is idle and says so', async () => {
    const table = await indicatorTable();
    expect(table.element.status).to.equal('idle');
    expect(table.element.toRows()).to.deep.equal([]);
    expect(table.placeholder).to.equal('Er is nog geen adres van gegevens opgegeven (attribuut src).');
  });

  it('says that there are no areas inside one that has none', async () => {
    const table = await indicatorTable({ data: small(), within: 'PV99' });
    expect(table.element.status).to.equal('ready');
    expect(table.placeholder).to.equal('Er zijn geen gebieden om te tonen.');
    expect(table.element.toRows()).to.deep.equal([]);
  });
});

describe('zo-indicator-table, rows by columns', () => {
  it('has a row per region by name and a column per indicator', async () => {
    const table = await indicatorTable({ data: small() });
    expect(table.names).to.deep.equal(BY_NAME);
    expect(table.headings).to.deep.equal(['Gemeente', 'Indicator a', 'Indicator b']);
    expect(table.count).to.equal('6 van 6 gemeenten');
  });

  it('writes each figure, and each kind of missing in words', async () => {
    const table = await indicatorTable({ data: small([3.5, 'Q', 1, 'O', 'M', null]) });
    expect(table.cells).to.deep.equal([
      ['Almelo', 'niet gepubliceerd', '20'],
      ['Borne', 'niet van toepassing', '50'],
      ['Deventer', 'onbekend', '40'],
      ['Épe', '1', '30'],
      ['Hengelo', 'geen gegevens', '60'],
      ['Zwolle', '3,5', '10'],
    ]);
  });

  it('shows only the indicators that are named, in that order', async () => {
    const table = await indicatorTable({ data: small(), indicator: 'b a' });
    expect(table.headings).to.deep.equal(['Gemeente', 'Indicator b', 'Indicator a']);
    table.element.indicator = 'b';
    await table.element.ready;
    expect(table.headings).to.deep.equal(['Gemeente', 'Indicator b']);
  });

  it('lists the indicators there are when one is asked that is not there, and keeps the picture', async () => {
    const table = await indicatorTable({ data: small() });
    table.element.indicator = 'a nowhere';
    expect(await table.element.ready).to.equal('error');
    expect(table.element.problems[0]).to.deep.include({ code: 'no-such-indicator', items: ['a', 'b'] });
    expect(table.names).to.deep.equal(BY_NAME);
    expect(table.element.toRows()).to.have.length(12);
    expect(textOf(table.root.querySelector('[part~="error"]'))).to.contain('verouderd');
  });

  it('says a mark in words and explains it below the table', async () => {
    const data = small();
    (data as unknown as { status: Record<string, string> }).status['0'] = 'P';
    const table = await indicatorTable({ data });
    expect(textOf(table.row('Zwolle').cells[1])).to.equal('3 P (voorlopig)'.replace(' P', 'P'));
    expect(table.legend).to.contain('P voorlopig');
  });

  it('has the words of tables for assistive technology: head, row heads, caption, and the place of each row', async () => {
    const table = await indicatorTable({ data: small() });
    expect(table.caption).to.equal('Per gemeente een rij, per indicator een kolom. Gesorteerd op gemeente, oplopend.');
    expect(table.table.getAttribute('aria-rowcount')).to.equal('7');
    expect(table.rows.map((row) => row.getAttribute('aria-rowindex'))).to.deep.equal(['2', '3', '4', '5', '6', '7']);
    expect(table.rows.every((row) => row.cells[0].scope === 'row')).to.equal(true);
    expect([...table.root.querySelectorAll('thead th')].every((th) => th.getAttribute('scope') === 'col')).to.equal(
      true,
    );
  });

  it('draws bars through the object model, on figures alone', async () => {
    const table = await indicatorTable({ data: small([3, 'Q', 0, 'O', 5, null]) });
    const ends = table.rows.map((row) => row.cells[1].style.getPropertyValue('--zo-bar-end'));
    expect(ends).to.deep.equal(['', '100%', '', '0%', '', '60%']);
  });

  it('shows no bar that was there once the figure is withheld', async () => {
    const table = await indicatorTable({ data: small([3, 4, 1, 1, 5, 2]) });
    expect(table.row('Almelo').cells[1].style.getPropertyValue('--zo-bar-end')).to.equal('80%');
    table.element.data = small([3, 'Q', 1, 1, 5, 2]);
    await table.element.ready;
    expect(table.row('Almelo').cells[1].style.length).to.equal(0);
  });

  it('tells namesakes apart by the area around, or by their code', async () => {
    const data = small();
    data.dimension.geo.category.label = Object.fromEntries(CODES.map((code) => [code, 'Centrum']));
    const table = await indicatorTable({ data });
    expect(table.rows.map((row) => textOf(row.cells[0]))).to.deep.equal(CODES.map((code) => `Centrum ${code}`));
  });
});

describe('zo-indicator-table, sorting', () => {
  it('sorts by a column from the highest, then turned round, with missing last by name both times', async () => {
    const table = await indicatorTable({ data: small() });
    await table.sortBy('Indicator a');
    expect(table.names).to.deep.equal(['Zwolle', 'Borne', 'Épe', 'Almelo', 'Deventer', 'Hengelo']);
    expect(table.heading('Indicator a').getAttribute('aria-sort')).to.equal('descending');
    await table.sortBy('Indicator a');
    expect(table.names).to.deep.equal(['Épe', 'Borne', 'Zwolle', 'Almelo', 'Deventer', 'Hengelo']);
    expect(table.heading('Indicator a').getAttribute('aria-sort')).to.equal('ascending');
  });

  it('says only of the column in force that it is sorted, also in the caption', async () => {
    const table = await indicatorTable({ data: small() });
    expect(table.heading('Gemeente').getAttribute('aria-sort')).to.equal('ascending');
    await table.sortBy('Indicator b');
    expect(table.root.querySelectorAll('[aria-sort]')).to.have.length(1);
    expect(table.caption).to.contain('Gesorteerd op Indicator b, aflopend');
  });

  it('gives its rows in the order shown, region by region and then indicator by indicator', async () => {
    const table = await indicatorTable({ data: small() });
    await table.sortBy('Indicator b');
    const rows = table.element.toRows().map(({ region, indicator }) => `${region} ${indicator}`);
    expect(rows.slice(0, 4)).to.deep.equal(['GM0006 a', 'GM0006 b', 'GM0005 a', 'GM0005 b']);
  });

  it('goes by name again when the column sorted by is put away', async () => {
    const table = await indicatorTable({ data: small() });
    await table.sortBy('Indicator b');
    await table.check('Indicator b');
    expect(table.headings).to.deep.equal(['Gemeente', 'Indicator a']);
    expect(table.names).to.deep.equal(BY_NAME);
  });
});

describe('zo-indicator-table, choosing rows and columns', () => {
  it('finds by part of a name without accents and capitals, and by code', async () => {
    const table = await indicatorTable({ data: small() });
    await table.search('EPE');
    expect(table.names).to.deep.equal(['Épe']);
    expect(table.count).to.equal('1 van 6 gemeenten');
    await table.search('gm0005');
    expect(table.names).to.deep.equal(['Borne']);
    expect(table.element.toRows().map(({ region }) => region)).to.deep.equal(['GM0005', 'GM0005']);
  });

  it('says when nothing is found, and shows all again at a click', async () => {
    const table = await indicatorTable({ data: small() });
    await table.search('zzz');
    expect(table.rows).to.have.length(0);
    expect(table.placeholder).to.contain('Geen gebied gevonden.');
    expect(table.table.getAttribute('aria-rowcount')).to.equal('1');
    table.root.querySelector<HTMLButtonElement>('.nothing button')?.click();
    await table.element.updateComplete;
    await nextFrame();
    expect(table.names).to.deep.equal(BY_NAME);
  });

  it('can keep the selected rows alone', async () => {
    const table = await indicatorTable({ data: small(), selected: 'GM0002 GM0006' });
    await table.check('Alleen geselecteerde');
    expect(table.names).to.deep.equal(['Almelo', 'Hengelo']);
    table.element.selected = '';
    await table.element.updateComplete;
    expect(table.placeholder).to.contain('Er is hier geen gebied geselecteerd.');
  });

  it('puts all columns away and brings them back', async () => {
    const table = await indicatorTable({ data: small() });
    await table.check('Alle kolommen');
    expect(table.headings).to.deep.equal(['Gemeente']);
    expect(table.names).to.deep.equal(BY_NAME);
    expect(table.element.toRows()).to.deep.equal([]);
    await table.check('Alle kolommen');
    expect(table.headings).to.have.length(3);
  });

  it('shows no selectors and no sorting in a still figure', async () => {
    const table = await indicatorTable({ data: small(), noControls: true });
    expect(table.root.querySelectorAll('input, select, thead button')).to.have.length(0);
    expect(table.names).to.deep.equal(BY_NAME);
  });

  it('keeps the menu of columns within a narrow element', async () => {
    const table = await indicatorTable({ data: tableDataset() }, { width: '420px' });
    const menu = table.root.querySelector('details.menu') as HTMLDetailsElement;
    const unfolded = new Promise((resolve) => menu.addEventListener('toggle', resolve, { once: true }));
    menu.open = true;
    await unfolded;
    const { right, left } = (menu.querySelector('.options') as HTMLElement).getBoundingClientRect();
    const box = table.element.getBoundingClientRect();
    expect(right).to.be.at.most(box.right + 1);
    expect(left).to.be.at.least(box.left - 1);
  });

  it('closes the menu of columns on Escape and gives the focus back', async () => {
    const table = await indicatorTable({ data: small() });
    const menu = table.root.querySelector('details.menu') as HTMLDetailsElement;
    menu.open = true;
    table.checkbox('Alle kolommen').focus();
    await table.press('Escape');
    expect(menu.open).to.equal(false);
    expect(table.focused).to.contain('Kolommen');
  });
});

describe('zo-indicator-table, comparing', () => {
  const data = tableDataset({ regions: 6, isComplete: true });

  it('adds a column beside each rate, and none beside a count or an amount', async () => {
    const table = await indicatorTable({ data, indicator: 'eenbestuurder transacties bedrag' });
    await table.check('Vergelijk met Voorbeeldland');
    expect(table.headings).to.have.length(5);
    expect(table.headings[2]).to.equal('Stichtingen met één bestuurder t.o.v. Voorbeeldland 14,2%');
  });

  it('says higher, lower or equal as the figures read', async () => {
    const table = await indicatorTable({ data, indicator: 'eenbestuurder' });
    await table.check('Vergelijk met Voorbeeldland');
    const number = (text: string) => Number(text.replace(',', '.').replace('%', ''));
    for (const [name, figure, comparison] of table.cells) {
      const expected = number(figure) > 14.2 ? '▲hoger' : number(figure) < 14.2 ? '▼lager' : '=gelijk';
      expect(comparison.replace(' ', ''), name).to.equal(expected);
    }
  });

  it('gives the figure of the area around with the comparison', async () => {
    const table = await indicatorTable({ data, indicator: 'eenbestuurder' });
    await table.check('Vergelijk met het gebied eromheen');
    const parents = table.element.toRows().length;
    expect(parents).to.equal(6);
    expect(table.cells.every(([, , comparison]) => /(hoger|lager|gelijk) \(\d+,\d%\)$/.test(comparison))).to.equal(
      true,
    );
  });

  it('says of a withheld figure that it can not be compared', async () => {
    const table = await indicatorTable({
      data: tableDataset({ regions: 4, isWithheld: true }),
      indicator: 'eenbestuurder',
    });
    await table.check('Vergelijk met Voorbeeldland');
    expect(table.cells.map(([, , comparison]) => comparison)).to.deep.equal(Array(4).fill('–niet te vergelijken'));
  });
});

describe('zo-indicator-table, one region', () => {
  const data = tableDataset({ regions: 6, isComplete: true });
  const layout = { data, layout: 'region' };

  it('has a row per indicator: figure, reference, area around, and a comparison in words', async () => {
    const table = await indicatorTable({ ...layout, selected: 'GMV002', indicator: 'eenbestuurder transacties' });
    expect(table.title).to.equal('Indicatoren van Bolderdam');
    expect(table.headings).to.deep.equal(['Indicator', 'Bolderdam', 'Voorbeeldland', 'Middenland', 'Vergelijking']);
    const [first, second] = table.cells;
    expect(first[4]).to.match(/^(hoger|lager) dan Voorbeeldland, (hoger|lager) dan Middenland$/);
    expect(second[4]).to.equal('–');
  });

  it('speaks of the area looked at, else of the reference, where nothing is selected', async () => {
    const table = await indicatorTable({ ...layout, within: 'PVV1' });
    expect(table.title).to.equal('Indicatoren van Noorderland');
    const other = await indicatorTable(layout);
    expect(other.title).to.equal('Indicatoren van Voorbeeldland');
    expect(other.headings).to.deep.equal(['Indicator', 'Voorbeeldland']);
  });

  it('gives the rows of that region alone', async () => {
    const table = await indicatorTable({ ...layout, selected: 'GMV002' });
    const rows = table.element.toRows();
    expect(rows).to.have.length(7);
    expect(new Set(rows.map(({ region }) => region))).to.deep.equal(new Set(['GMV002']));
  });

  it('says so when there is no region to speak of', async () => {
    const table = await indicatorTable({ data: small(), layout: 'region' });
    expect(table.placeholder).to.equal('Er is hier geen gebied geselecteerd.');
    expect(table.element.toRows()).to.deep.equal([]);
  });
});

describe('zo-indicator-table, selecting and pointing', () => {
  const listen = (element: HTMLElement) => {
    const heard: { readonly type: string; readonly detail: unknown }[] = [];
    for (const type of ['zo-select', 'zo-hover', 'zo-view-change']) {
      element.addEventListener(type, (event) => heard.push({ type, detail: (event as CustomEvent).detail }));
    }
    return heard;
  };

  it('selects a row at a click anywhere in it, and lets go at a second', async () => {
    const table = await indicatorTable({ data: small() });
    const heard = listen(table.element);
    await table.click('Borne');
    expect(table.selected).to.deep.equal(['Borne']);
    expect(table.element.selected).to.equal('GM0005');
    await table.click('Borne');
    expect(table.selected).to.deep.equal([]);
    expect(heard.map(({ detail }) => detail)).to.deep.equal([
      { regions: ['GM0005'], level: 'gemeente', source: 'table' },
      { regions: [], level: 'gemeente', source: 'table' },
    ]);
  });

  it('adds to the selection with Ctrl', async () => {
    const table = await indicatorTable({ data: small() });
    await table.click('Borne');
    await table.click('Almelo', { ctrlKey: true });
    expect(table.element.selected).to.equal('GM0005 GM0002');
  });

  it('tells of nothing that the host does', async () => {
    const table = await indicatorTable({ data: small() });
    const heard = listen(table.element);
    table.element.selected = 'GM0001';
    table.element.indicator = 'b';
    table.element.layout = 'region';
    await table.element.ready;
    expect(heard).to.deep.equal([]);
  });

  it('points at the row under the pointer, once, and at none when it leaves', async () => {
    const table = await indicatorTable({ data: small() });
    const heard = listen(table.element);
    table.point('Borne');
    table.point('Borne');
    expect(table.hovered).to.deep.equal(['Borne']);
    table.root.querySelector('tbody')?.dispatchEvent(new PointerEvent('pointerleave'));
    expect(table.hovered).to.deep.equal([]);
    expect(heard.map(({ detail }) => detail)).to.deep.equal([
      { region: 'GM0005', level: 'gemeente' },
      { region: null, level: 'gemeente' },
    ]);
  });

  it('shows in a linked table what is selected and pointed at in the other, and brings it into view', async () => {
    const data = tableDataset({ regions: 200 });
    const pair = await fixture(
      html`<div>
        <zo-indicator-table group="g1"></zo-indicator-table><zo-indicator-table group="g1"></zo-indicator-table>
      </div>`,
    );
    const [one, two] = [...pair.querySelectorAll('zo-indicator-table')];
    one.data = data;
    two.data = data;
    await Promise.all([one.ready, two.ready]);
    one.selected = 'GMV190';
    await two.updateComplete;
    await new Promise((resolve) =>
      two.shadowRoot?.querySelector('.scroller')?.addEventListener('scroll', resolve, { once: true }),
    );
    await nextFrame();
    const { IndicatorTableHarness } = await import('../support/indicator-table-harness.js');
    expect(new IndicatorTableHarness(two).selected).to.have.length(1);
  });
});

describe('zo-indicator-table, with the keyboard', () => {
  it('has one stop for the headings and one for the rows', async () => {
    const table = await indicatorTable({ data: small() });
    expect(table.tabStops).to.deep.equal(['Gemeente', 'Almelo']);
    expect(table.scroller.tabIndex).to.equal(0);
    expect(table.scroller.getAttribute('aria-label')).to.equal('Tabel met cijfers per gebied');
  });

  it('walks along the rows and up into the headings', async () => {
    const table = await indicatorTable({ data: small() });
    table.rowButton('Almelo').focus();
    const path: string[] = [];
    for (const key of [
      'ArrowDown',
      'ArrowDown',
      'End',
      'ArrowDown',
      'Home',
      'ArrowUp',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'Home',
      'ArrowDown',
    ]) {
      await table.press(key);
      path.push(table.focused);
    }
    expect(path).to.deep.equal([
      'Borne',
      'Deventer',
      'Zwolle',
      'Zwolle',
      'Almelo',
      'Gemeente',
      'Indicator a',
      'Indicator b',
      'Indicator b',
      'Gemeente',
      'Almelo',
    ]);
    expect(table.tabStops).to.deep.equal(['Gemeente', 'Almelo']);
  });

  it('selects with the space bar and says so of the button', async () => {
    const table = await indicatorTable({ data: small() });
    table.rowButton('Borne').focus();
    await table.press(' ');
    expect(table.rowButton('Borne').getAttribute('aria-pressed')).to.equal('true');
    expect(table.focused).to.equal('Borne');
  });

  it('points at the row that has the focus', async () => {
    const table = await indicatorTable({ data: small() });
    table.rowButton('Borne').focus();
    expect(table.hovered).to.deep.equal(['Borne']);
    table.rowButton('Borne').blur();
    expect(table.hovered).to.deep.equal([]);
  });

  it('never takes the focus from the search field, also after an arrow towards rows that were not there', async () => {
    const table = await indicatorTable({ data: small() });
    await table.search('zzz');
    table.heading('Gemeente').querySelector('button')?.focus();
    await table.press('ArrowDown');
    expect(table.focused).to.equal('Gemeente');
    const input = table.root.querySelector('[part~="search"] input') as HTMLInputElement;
    input.focus();
    await table.search('');
    await nextFrame();
    expect(table.names).to.deep.equal(BY_NAME);
    expect(table.root.activeElement).to.equal(input);
  });

  it('goes to the first and last row with Home and End, also with Ctrl', async () => {
    const table = await indicatorTable({ data: small() });
    table.rowButton('Borne').focus();
    await table.press('End', { ctrlKey: true });
    expect(table.focused).to.equal('Zwolle');
    await table.press('Home', { ctrlKey: true });
    expect(table.focused).to.equal('Almelo');
  });

  it('leaves other keys with Ctrl to the browser', async () => {
    const table = await indicatorTable({ data: small() });
    table.rowButton('Almelo').focus();
    await table.press('ArrowDown', { ctrlKey: true });
    expect(table.focused).to.equal('Almelo');
  });
});

describe('zo-indicator-table, hostile data', () => {
  it('shows markup in names as text', async () => {
    const data = small();
    data.dimension.geo.category.label = Object.fromEntries(
      CODES.map((code) => [code, `<img src=x onerror="alert(1)">${code}`]),
    );
    const table = await indicatorTable({ data });
    expect(table.root.querySelectorAll('img')).to.have.length(0);
    expect(table.names[0]).to.equal('<img src=x onerror="alert(1)">GM0001');
  });

  it('shows indicators called __proto__ and constructor', async () => {
    const figures = { '2024': Object.fromEntries(CODES.map((code, i) => [code, i])) };
    const data = jsonStat(
      CODES,
      JSON.parse(JSON.stringify({ constructor: figures, x: figures }).replace('"x"', '"__proto__"')),
    );
    const table = await indicatorTable({ data });
    expect(table.headings).to.have.length(3);
    await table.sortBy('constructor');
    expect(table.cells[0][1]).to.equal('5');
  });
});

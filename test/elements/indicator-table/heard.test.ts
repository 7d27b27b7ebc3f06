import { setViewport } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { tableDataset } from '../../../stories/indicator-table-fixtures.js';
import { jsonStat } from '../../support/grid-country.js';
import { indicatorTable, nextFrame, textOf, type IndicatorTableHarness } from '../support/indicator-table-harness.js';

const CODES = ['GM0001', 'GM0002', 'GM0003'];
const small = () =>
  jsonStat(CODES, {
    a: { '2024': { GM0001: 3, GM0002: 'Q', GM0003: 1 } },
    b: { '2024': { GM0001: 10, GM0002: 20, GM0003: 30 } },
  });
const country = tableDataset({ regions: 6, isComplete: true });

/** What a screen reader says after the name of the row that has the focus. */
const description = ({ root }: IndicatorTableHarness): string =>
  textOf(root.getElementById(root.activeElement?.getAttribute('aria-describedby') ?? ''));

const searchInput = ({ root }: IndicatorTableHarness) =>
  root.querySelector('[part~="search"] input') as HTMLInputElement;

describe('zo-indicator-table, the row that has the focus', () => {
  it('is described by its figures, and by the word of a kind of missing', async () => {
    const table = await indicatorTable({ data: small() });
    table.rows[0].querySelector('button')?.focus();
    expect(description(table)).to.equal('Indicator a: 3; Indicator b: 10');
    await table.press('ArrowDown');
    expect(description(table)).to.equal('Indicator a: niet gepubliceerd; Indicator b: 20');
    expect(table.table.querySelectorAll('[aria-describedby]')).to.have.length(1);
  });

  it('has the column first that the rows are sorted by, and the area around before all', async () => {
    const table = await indicatorTable({ data: country });
    await table.sortBy('Verdachte transacties');
    table.rowButton('Bolderdam').focus();
    const [around, first, ...others] = description(table).split('; ');
    expect(around).to.equal('Middenland');
    expect(first).to.match(/^Verdachte transacties: [\d.]+$/);
    expect(others).to.have.length(2);
  });

  it('is described anew when the columns change', async () => {
    const table = await indicatorTable({ data: small() });
    table.rows[0].querySelector('button')?.focus();
    table.element.indicator = 'b';
    await table.element.ready;
    expect(description(table)).to.equal('Indicator b: 10');
  });
});

describe('zo-indicator-table, finding', () => {
  it('finds by the name together with the area around it', async () => {
    const table = await indicatorTable({ data: country });
    await table.search('bolder MIDDEN');
    expect(table.names).to.deep.equal(['Bolderdam']);
    await table.search('bolder noorder');
    expect(table.names).to.deep.equal([]);
  });

  it('forgets the words looked for when another level is shown, and keeps them when another period is', async () => {
    const table = await indicatorTable({ data: country });
    await table.search('bolder');
    table.element.indicator = 'eenbestuurder';
    await table.element.ready;
    expect(table.names).to.deep.equal(['Bolderdam']);
    table.element.level = 'provincie';
    await table.element.ready;
    await table.element.updateComplete;
    expect(table.names).to.include('Middenland');
    expect(searchInput(table).value).to.equal('');
  });
});

describe('zo-indicator-table, its status line', () => {
  it('says nothing at first, and after a pause of typing once how many rows are left', async () => {
    const table = await indicatorTable({ data: small() });
    const status = table.root.querySelector('.above [role="status"]') as HTMLElement;
    expect(textOf(status)).to.equal('');
    const spoken = new Promise((resolve) =>
      new MutationObserver(() => resolve(textOf(status))).observe(status, { childList: true }),
    );
    for (const text of ['g', 'gm', 'gm0003']) {
      await table.search(text);
      expect(textOf(status), text).to.equal('');
    }
    expect(table.count).to.equal('1 van 3 gemeenten');
    expect(await spoken).to.equal('1 van 3 gemeenten');
    expect(table.root.querySelectorAll('.above [role="status"]')).to.have.length(1);
  });
});

describe('zo-indicator-table, provisional figures', () => {
  it('says of a column that is provisional throughout in its heading, not in each cell', async () => {
    const data = tableDataset({ regions: 4, isComplete: true, isProvisional: true });
    const table = await indicatorTable({ data, indicator: 'eenbestuurder' });
    expect(table.headings[1]).to.contain('(voorlopig)');
    expect(table.cells.every(([, figure]) => /^[\d,]+%P$/.test(figure))).to.equal(true);
    expect(table.legend).to.contain('P voorlopig');
  });

  it('says of one region in each cell: there the headings are of areas', async () => {
    const data = tableDataset({ regions: 4, isComplete: true, isProvisional: true });
    const table = await indicatorTable({ data, layout: 'region', selected: 'GMV001' });
    expect(table.cells.every(([, figure]) => figure.endsWith('P (voorlopig)'))).to.equal(true);
  });
});

describe('zo-indicator-table, in a small place', () => {
  afterEach(() => setViewport({ width: 800, height: 600 }));

  it('has targets of at least 24 by 24 pixels', async () => {
    const table = await indicatorTable({ data: tableDataset() });
    for (const details of table.root.querySelectorAll('details')) details.open = true;
    await table.search('zzz');
    const targets = [...table.root.querySelectorAll<HTMLElement>('input, summary, a, button')];
    const small = targets
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ target, box }) => `${target.localName} ${textOf(target)} ${box.width} × ${box.height}`);
    expect(small).to.deep.equal([]);
  });

  it('lets the head go with the rows in a low window', async () => {
    const table = await indicatorTable({ data: tableDataset({ regions: 100 }) });
    const top = () => getComputedStyle(table.table.tHead?.rows[0].cells[1] as Element).insetBlockStart;
    expect(top()).to.equal('0px');
    await setViewport({ width: 320, height: 256 });
    await nextFrame();
    expect(top()).to.equal('auto');
  });

  it('has headings of at most two lines in a narrow place', async () => {
    const lines = (table: IndicatorTableHarness) =>
      getComputedStyle(table.root.querySelector('.heading .label') as Element).webkitLineClamp;
    expect(lines(await indicatorTable({ data: tableDataset() }, { width: '360px' }))).to.equal('2');
    expect(lines(await indicatorTable({ data: tableDataset() }, { width: '420px' }))).to.equal('3');
  });
});

import { expect } from '@open-wc/testing';
import { tableDataset } from '../../../stories/indicator-table-fixtures.js';
import { indicatorTable, nextFrame } from '../support/indicator-table-harness.js';

const MANY = 14_500;
const many = tableDataset({ regions: MANY, level: 'buurt' });
const level = { data: many, level: 'buurt' };

describe('zo-indicator-table, with 14,500 rows', () => {
  it('draws only those in view: the page stays as small as with a hundred', async () => {
    const few = await indicatorTable({ data: tableDataset({ regions: 100 }) }, { height: '600px' });
    const table = await indicatorTable(level, { height: '600px' });
    expect(table.count).to.equal('14.500 van 14.500 buurten');
    expect(table.rows.length).to.be.within(10, 40);
    expect(table.domSize).to.be.below(few.domSize + 150);
    expect(table.scroller.scrollHeight).to.be.above(MANY * 30);
  });

  it('keeps as many elements while it scrolls, and the same ones', async () => {
    const table = await indicatorTable(level, { height: '600px' });
    await table.scrollTo(4000);
    const before = new Set(table.rows);
    const size = table.domSize;
    await table.scrollTo(400_000);
    expect(table.domSize).to.be.closeTo(size, 60);
    expect(table.rows.every((row) => before.has(row))).to.equal(true);
    const indexes = table.rows.map((row) => Number(row.getAttribute('aria-rowindex')));
    expect(indexes).to.deep.equal(indexes.map((_, i) => indexes[0] + i));
    expect(indexes[0]).to.be.above(9000);
  });

  it('has the row where the scroll bar says it is', async () => {
    const table = await indicatorTable(level, { height: '600px' });
    await table.scrollTo(200_000);
    const rowHeight = table.rows[0].getBoundingClientRect().height;
    const top = table.scroller.getBoundingClientRect().top + (table.table.tHead?.offsetHeight ?? 0);
    for (const row of table.rows) {
      const place = (row.getBoundingClientRect().top - top + table.scroller.scrollTop) / rowHeight;
      expect(place).to.be.closeTo(Number(row.getAttribute('aria-rowindex')) - 2, 0.1);
    }
  });

  it('gives all rows away, also those out of sight', async () => {
    const table = await indicatorTable({ ...level, indicator: 'jeugd' }, { height: '400px' });
    expect(table.element.toRows()).to.have.length(MANY);
    await table.search('aver');
    const found = Number(table.count.split(' ')[0].replace('.', ''));
    expect(found).to.be.within(table.rows.length, MANY - 1);
    expect(table.element.toRows()).to.have.length(found);
  });

  it('reaches the last row with the keyboard, below the head, and keeps the focus in the table', async () => {
    const table = await indicatorTable(level, { height: '600px' });
    table.rows[0].querySelector('button')?.focus();
    await table.press('End');
    await nextFrame();
    const last = table.rows.at(-1);
    expect(last?.getAttribute('aria-rowindex')).to.equal(String(MANY + 1));
    expect(table.root.activeElement).to.equal(last?.querySelector('button'));
    await table.press('PageUp');
    await nextFrame();
    const active = table.root.activeElement as HTMLElement;
    const head = table.table.tHead?.getBoundingClientRect().bottom ?? 0;
    expect(active.getBoundingClientRect().top).to.be.at.least(head - 1);
  });

  it('does not leave the focus on a row that became another', async () => {
    const table = await indicatorTable(level, { height: '600px' });
    table.rows[0].querySelector('button')?.focus();
    await table.scrollTo(100_000);
    expect(table.root.activeElement).to.equal(table.scroller);
  });

  it('lets the focus be where a visitor put it while a far row was still to come', async () => {
    const table = await indicatorTable(level, { height: '600px' });
    table.rows[0].querySelector('button')?.focus();
    const arrived = table.press('End');
    const input = table.root.querySelector('[part~="search"] input') as HTMLInputElement;
    input.focus();
    await arrived;
    await nextFrame();
    expect(table.root.activeElement).to.equal(input);
  });

  it('goes back to the first row when the order changes', async () => {
    const table = await indicatorTable(level, { height: '600px' });
    await table.scrollTo(100_000);
    await table.sortBy('Verdachte transacties');
    await nextFrame();
    await nextFrame();
    expect(table.scroller.scrollTop).to.equal(0);
    expect(table.rows[0].getAttribute('aria-rowindex')).to.equal('2');
  });

  it('prints the first 500 rows with a note, and draws a window again after', async () => {
    const table = await indicatorTable(level, { height: '600px' });
    window.dispatchEvent(new Event('beforeprint'));
    expect(table.rows).to.have.length(500);
    expect(table.root.querySelector('.print-note')?.textContent).to.contain('500 van 14.500');
    window.dispatchEvent(new Event('afterprint'));
    expect(table.rows.length).to.be.below(40);
  });
});

describe('zo-indicator-table, its size', () => {
  it('fits in the height it is given, and the rows scroll inside', async () => {
    const table = await indicatorTable({ data: tableDataset({ regions: 100 }) }, { height: '600px' });
    const { bottom } = table.element.getBoundingClientRect();
    expect(table.root.querySelector('[part~="frame"]')?.getBoundingClientRect().bottom).to.be.at.most(bottom + 1);
    expect(table.scroller.scrollHeight).to.be.above(table.scroller.clientHeight);
  });

  it('does not stretch a few rows over a tall place', async () => {
    const table = await indicatorTable({ data: tableDataset({ regions: 3 }) }, { height: '900px' });
    expect(table.scroller.offsetHeight).to.be.below(400);
  });

  it('is as tall as the indicators of one region, however many', async () => {
    const { table, scroller } = await indicatorTable({ data: tableDataset(), layout: 'region', selected: 'GMV001' });
    expect(scroller.clientHeight).to.be.closeTo(table.offsetHeight, 2);
  });

  it('is as tall as its rows where they are few, and at most 70% of the window where they are many', async () => {
    const few = await indicatorTable({ data: tableDataset({ regions: 3 }) });
    expect(few.scroller.scrollHeight).to.be.at.most(few.scroller.clientHeight + 1);
    const table = await indicatorTable({ data: tableDataset({ regions: 100 }) });
    expect(table.scroller.offsetHeight).to.be.closeTo(window.innerHeight * 0.7, 2);
  });

  it('gives names at most 45% of a narrow page, and never scrolls the page sideways', async () => {
    const table = await indicatorTable({ data: tableDataset({ hasLongNames: true }) }, { width: '360px' });
    expect(table.rows[0].cells[0].offsetWidth).to.be.at.most(360 * 0.45 + 1);
    expect(table.element.scrollWidth).to.be.at.most(360);
  });

  it('keeps head and names in sight while it scrolls', async () => {
    const table = await indicatorTable({ data: tableDataset({ regions: 100 }) }, { height: '500px', width: '400px' });
    table.scroller.scrollLeft = 200;
    await table.scrollTo(600);
    const box = table.scroller.getBoundingClientRect();
    expect(table.table.tHead?.rows[0].cells[0].getBoundingClientRect().top).to.be.closeTo(box.top, 2);
    expect(table.rows[8].cells[0].getBoundingClientRect().left).to.be.closeTo(box.left, 2);
  });

  it('is ready without a box, and draws its rows once it has one', async () => {
    const table = await indicatorTable({ data: tableDataset({ regions: 100 }), hidden: true });
    expect(table.element.status).to.equal('ready');
    expect(table.element.toRows()).to.have.length(700);
    table.element.hidden = false;
    await nextFrame();
    await nextFrame();
    expect(table.rows.length).to.be.above(5);
  });

  it('draws on after it was moved in the page', async () => {
    const table = await indicatorTable({ data: tableDataset({ regions: 100 }) }, { height: '500px' });
    const home = table.element.parentElement as HTMLElement;
    const elsewhere = document.createElement('div');
    home.append(elsewhere);
    elsewhere.append(table.element);
    await nextFrame();
    await table.scrollTo(1000);
    expect(Number(table.rows[0].getAttribute('aria-rowindex'))).to.be.above(5);
  });
});

import { expect } from '@open-wc/testing';
import { tableDataset } from '../../../stories/indicator-table-fixtures.js';
import { indicatorTable } from '../support/indicator-table-harness.js';

const never = () => new Promise<Response>(() => undefined);

describe('zo-indicator-table, tried by axe', () => {
  const states: readonly [string, Record<string, unknown>][] = [
    ['without a source', {}],
    ['with figures', { data: tableDataset() }],
    ['with a selection', { data: tableDataset(), selected: 'GMV001 GMV004' }],
    ['withheld altogether', { data: tableDataset({ isWithheld: true }) }],
    ['with provisional figures', { data: tableDataset({ isProvisional: true }) }],
    ['with one region', { data: tableDataset({ regions: 1 }) }],
    ['with 14,500 rows', { data: tableDataset({ regions: 14_500, level: 'buurt' }), level: 'buurt' }],
    ['with long names', { data: tableDataset({ hasLongNames: true }) }],
    ['empty', { data: tableDataset(), within: 'PV99' }],
    ['as a still figure', { data: tableDataset(), noControls: true }],
    ['in English', { data: tableDataset(), lang: 'en' }],
    ['of one region', { data: tableDataset(), layout: 'region', selected: 'GMV003' }],
  ];
  for (const [name, properties] of states) {
    it(`finds nothing ${name}`, async () => {
      const { element } = await indicatorTable(properties);
      await expect(element).to.be.accessible();
    });
  }

  it('finds nothing with menus open and comparisons on', async () => {
    const table = await indicatorTable({ data: tableDataset() });
    for (const details of table.root.querySelectorAll('details')) details.open = true;
    await table.check('Vergelijk met Voorbeeldland');
    await table.check('Vergelijk met het gebied eromheen');
    await expect(table.element).to.be.accessible();
  });

  it('finds nothing while it loads', async () => {
    const { element } = await indicatorTableLoading();
    expect(element.status).to.equal('loading');
    await expect(element).to.be.accessible();
  });

  it('finds nothing when it failed, with the last picture kept', async () => {
    const table = await indicatorTable({ data: tableDataset() });
    table.element.period = '1999';
    expect(await table.element.ready).to.equal('error');
    expect(table.rows.length).to.be.above(0);
    await expect(table.element).to.be.accessible();
  });
});

async function indicatorTableLoading() {
  const table = await indicatorTable();
  table.element.fetch = never as typeof fetch;
  table.element.src = '/never.json';
  await table.element.updateComplete;
  await Promise.resolve();
  await table.element.updateComplete;
  return table;
}

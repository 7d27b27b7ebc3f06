import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { ZoIndicatorTable } from '@zicht-op/elements/indicator-table/zo-indicator-table.js';
import '@zicht-op/elements/indicator-table/define.js';
import { tableDataset } from '../../../stories/indicator-table-fixtures.js';

// The harness has the parts of the table at hand. Here they come when they come, in this order: what one test fetches stays.

const many = (): unknown => tableDataset({ regions: 2000, level: 'buurt' });

async function table(properties: Readonly<Record<string, unknown>>): Promise<ZoIndicatorTable> {
  const element = await fixture<ZoIndicatorTable>(html`<zo-indicator-table></zo-indicator-table>`);
  element.style.setProperty('height', '600px');
  Object.assign(element, properties);
  await element.ready;
  return element;
}

const isFetched = (module: string): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes(module));

const rows = (element: ZoIndicatorTable): HTMLTableRowElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLTableRowElement>('tbody.rows > tr:not(.spacer)') ?? []),
];
const indexes = (element: ZoIndicatorTable): number[] =>
  rows(element).map((row) => Number(row.ariaRowIndex ?? row.getAttribute('aria-rowindex')));
const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

describe('what a table fetches', () => {
  it('is nothing of maps and shapes', async () => {
    performance.setResourceTimingBufferSize(1000);
    await table({ data: tableDataset({ regions: 8 }) });
    const parts = [
      '/elements/src/map/',
      '/elements/src/choropleth/',
      '/leaflet',
      '/renderer/',
      '/formats/boundaries.ts',
    ];
    expect(parts.filter(isFetched)).to.deep.equal([]);
    expect(isFetched('/indicator-table/table-body.ts')).to.equal(true);
  });
});

describe('what a table fetches behind its first picture', () => {
  it('is no virtualiser where all rows are drawn', async () => {
    const element = await table({ data: tableDataset({ regions: 8 }) });
    await frame();
    await frame();
    expect(rows(element)).to.have.length(8);
    expect(isFetched('virtual-core')).to.equal(false);
  });

  it('lets a row be reached with the keys that is drawn nowhere yet', async () => {
    const element = await table({ data: many() });
    expect(isFetched('virtual-core')).to.equal(false);
    expect(indexes(element)[0]).to.equal(2);
    const first = rows(element)[0].querySelector('button');
    first?.focus();
    first?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true, composed: true, cancelable: true }));
    await waitUntil(() => indexes(element).at(-1) === 2001, 'the last row is drawn');
    expect(element.shadowRoot?.activeElement?.closest('tr') === rows(element).at(-1)).to.equal(true);
  });

  it('keeps the rows as they were drawn when the virtualiser takes over', async () => {
    const element = await table({ data: many() });
    const before = rows(element);
    await frame();
    await frame();
    expect(rows(element).every((row, i) => row === before[i])).to.equal(true);
    expect(rows(element)).to.have.length(before.length);
  });

  it('brings a selection into view that was there from the start', async () => {
    const data = many();
    const probe = await table({ data });
    const { region } = probe.toRows().at(-1) ?? { region: '' };
    const element = await table({ data, selected: region });
    await waitUntil(() => rows(element).some((row) => row.classList.contains('selected')), 'the row is drawn');
  });

  it('sorts at a click on a heading as soon as it is ready', async () => {
    const element = await table({ data: many() });
    element.shadowRoot?.querySelectorAll('thead button')[1].dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await waitUntil(() => element.shadowRoot?.querySelector('th[aria-sort="descending"]') !== null, 'it is sorted');
    const values = element.toRows().filter(({ indicator }, _, all) => indicator === all[0].indicator);
    const figures = values.flatMap(({ value }) => (value === undefined ? [] : [value]));
    expect(figures).to.deep.equal([...figures].sort((a, b) => b - a));
  });
});

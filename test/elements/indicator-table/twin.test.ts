import { expect } from '@open-wc/testing';
import type { Row } from '@zicht-op/core/view/rows.js';
import { gridCodes, gridTopology, jsonStat, type Grid } from '../../support/grid-country.js';
import { choropleth } from '../support/choropleth-harness.js';
import { indicatorTable } from '../support/indicator-table-harness.js';

/** What map and table must agree on; a name may come from the shapes, which the table doesn't read. */
const essence = (rows: readonly Row[]): Omit<Row, 'name'>[] =>
  rows
    .filter(({ kind }) => kind !== 'uncovered')
    .map(({ name: _, ...row }) => row)
    .sort((a, b) => (a.region < b.region ? -1 : 1));

describe('zo-indicator-table and zo-choropleth', () => {
  const grid: Grid = { columns: 5, rows: 2 };
  const codes = gridCodes(grid);
  const values = [1, 'Q', 3.25, '/C', 0, 'O', 7, 'M', null, 2];
  const figures = { '2024': Object.fromEntries(codes.map((code, i) => [code, values[i]])) };

  function dataset(): Record<string, unknown> {
    const made = jsonStat(codes, { a: figures, b: figures }) as { status: Record<string, string> } & Record<
      string,
      unknown
    >;
    Object.assign(made.status, { '0': 'P', '2': 'E' });
    return made;
  }

  it('give the same rows for every kind of figure, with the same words, marks and classes', async () => {
    const map = await choropleth({ data: dataset(), boundariesData: gridTopology(grid), indicator: 'b' });
    const table = await indicatorTable({ data: dataset() });
    const mapped = essence(map.element.toRows());
    expect(mapped).to.have.length(10);
    expect(new Set(mapped.map(({ kind }) => kind)).size).to.equal(5);
    expect(essence(table.element.toRows().filter(({ indicator }) => indicator === 'b'))).to.deep.equal(mapped);
  });

  it('write in their cells what their rows say', async () => {
    const { element, cells } = await indicatorTable({ data: dataset(), indicator: 'a' });
    const drawn = new Map(cells.map(([name, text]) => [name, text]));
    for (const { name, text, marks } of element.toRows()) {
      expect(drawn.get(name)?.startsWith(text), name).to.equal(true);
      expect(drawn.get(name)?.includes('('), `marks of ${name}`).to.equal(marks.length > 0);
    }
  });
});

const LEVELS = ['gemeenten', 'wijken', 'buurten'] as const;
const INDICATORS = ['inwoners', 'woz_x1000', 'pct_koopwoningen', 'inkomen_per_inwoner_x1000', 'afstand_supermarkt_km'];

const available = await fetch('/shared-data/geo/gemeenten-2024.topojson', { method: 'HEAD' }).then(({ ok }) => ok);
const suite = available ? describe : describe.skip;

suite('zo-indicator-table and zo-choropleth on the real figures', function () {
  this.timeout(120_000);

  for (const level of LEVELS) {
    it(`give the same rows of ${level} for ${INDICATORS.length} indicators`, async () => {
      const src = `/shared-data/values/kerncijfers-${level}-2024.csv`;
      const map = await choropleth({ src, boundaries: `/shared-data/geo/${level}-2024.topojson` });
      const table = await indicatorTable({ src });
      for (const indicator of INDICATORS) {
        map.element.indicator = indicator;
        table.element.indicator = indicator;
        await Promise.all([map.element.ready, table.element.ready]);
        const mapped = essence(map.element.toRows());
        const tabled = essence(table.element.toRows());
        expect(tabled.length, indicator).to.be.above(300);
        // One comparison of texts: an assertion per row would take minutes at 14,574 rows.
        const different = tabled.findIndex((row, i) => JSON.stringify(row) !== JSON.stringify(mapped[i]));
        expect([different, tabled.length], indicator).to.deep.equal([-1, mapped.length]);
      }
    });
  }
});

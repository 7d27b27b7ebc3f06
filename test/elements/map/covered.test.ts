import { expect } from '@open-wc/testing';
import { gridCodes, gridTopology, jsonStat, type Grid } from '../../support/grid-country.js';
import { ChoroplethHarness } from '../support/choropleth-harness.js';
import { map } from '../base/widgets.js';

/** Fills its box on all sides, at 5 to 4. */
const GRID: Grid = { columns: 10, rows: 5 };
const CODES = gridCodes(GRID);
const DATA = jsonStat(CODES, { a: { '2023': Object.fromEntries(CODES.map((code, i) => [code, i])) } });

describe('at the fitted view nothing covers a region', () => {
  for (const [what, shapes, projection] of [
    ['without an attribution', gridTopology(GRID), 'web-mercator'],
    [
      'with an attribution',
      { ...(gridTopology(GRID) as object), attribution: '© Kadaster, Voorbeeldland en vele anderen' },
      'web-mercator',
    ],
    ['with an attribution in RD', { ...(gridTopology(GRID) as object), attribution: '© Kadaster' }, 'rd'],
  ] as const) {
    it(what, async () => {
      const element = await map({ data: DATA, boundariesData: shapes, projection });
      const harness = new ChoroplethHarness(element);
      expect(harness.root.querySelector('[part~="attribution"]') !== null).to.equal(what !== 'without an attribution');
      const south = 52.5 - GRID.rows * 0.1;
      const places: [number, number][] = [
        [5.002, 52.499],
        [5.998, 52.499],
        [5.002, south + 0.001],
        [5.5, south + 0.001],
        [5.998, south + 0.001],
      ];
      for (const place of places) {
        const { x, y } = harness.clientPoint(place);
        const top = harness.root.elementFromPoint(x, y);
        expect(top !== null && harness.map.contains(top), place.join()).to.equal(true);
      }
    });
  }
});

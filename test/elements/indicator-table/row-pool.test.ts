import { expect } from '@open-wc/testing';
import { RowPool } from '@zicht-op/elements/indicator-table/row-pool.js';
import type { RegionRow } from '@zicht-op/elements/indicator-table/row-template.js';

/** A pool of five rows that writes each position into its row, and remembers which it was asked to fill. */
function poolOfFive() {
  const table = document.createElement('table');
  const body = table.createTBody();
  const pool = new RowPool(body);
  const filled: number[] = [];
  const show = (first: number, length = 5, isStale = false): number[] => {
    filled.length = 0;
    pool.show({ first, length, above: first * 10, below: 0 }, 3, isStale, (row: RegionRow, position) => {
      row.position = position;
      row.textContent = String(position);
      filled.push(position);
    });
    return [...filled].sort((a, b) => a - b);
  };
  const drawn = () => [...body.rows].map((row) => (row.className === 'spacer' ? '-' : row.textContent)).join(' ');
  show(10);
  return { pool, show, drawn };
}

describe('RowPool', () => {
  const cases: readonly [string, number, number[], string][] = [
    ['by none', 10, [], '- 10 11 12 13 14 -'],
    ['by one', 11, [15], '- 11 12 13 14 15 -'],
    ['by three', 13, [15, 16, 17], '- 13 14 15 16 17 -'],
    ['by one back', 9, [9], '- 9 10 11 12 13 -'],
    ['by four back', 6, [6, 7, 8, 9], '- 6 7 8 9 10 -'],
    ['by as many as there are', 15, [15, 16, 17, 18, 19], '- 15 16 17 18 19 -'],
    ['far', 900, [900, 901, 902, 903, 904], '- 900 901 902 903 904 -'],
  ];
  for (const [name, first, filled, drawn] of cases) {
    it(`fills only what is new when it moves ${name}, and makes no row`, () => {
      const five = poolOfFive();
      const before = new Set(five.pool.rows);
      expect(five.show(first)).to.deep.equal(filled);
      expect(five.drawn()).to.equal(drawn);
      expect(five.pool.rows.every((row) => before.has(row))).to.equal(true);
    });
  }

  it('fills all rows when what they show has changed', () => {
    expect(poolOfFive().show(10, 5, true)).to.deep.equal([10, 11, 12, 13, 14]);
  });

  it('grows and shrinks, down to nothing', () => {
    const five = poolOfFive();
    expect(five.show(10, 7)).to.deep.equal([15, 16]);
    five.show(12, 2);
    expect(five.drawn()).to.equal('- 12 13 -');
    five.show(0, 0);
    expect(five.drawn()).to.equal('- -');
  });

  it('keeps the room of the rows that are not drawn', () => {
    const five = poolOfFive();
    five.show(20);
    expect(five.pool.body.querySelector('td')?.style.height).to.equal('200px');
    expect(five.pool.body.querySelector('td')?.colSpan).to.equal(3);
  });
});

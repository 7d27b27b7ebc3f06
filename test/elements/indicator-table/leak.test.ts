import { expect } from '@open-wc/testing';
import { jsonStat } from '../../support/grid-country.js';
import { indicatorTable } from '../support/indicator-table-harness.js';

/** A number that occurs nowhere else. It is sent along with a status that forbids it: the publisher's error. */
const SECRET = 7654321;
const FORMS = ['7654321', '7.654.321', '7,654,321', '7654,321'];

const codes = ['GM0001', 'GM0002', 'GM0003', 'GM0004'];

function leaky(): unknown {
  const figures = { '2024': { GM0001: 10, GM0002: 0, GM0003: 30, GM0004: 20 } };
  const dataset = jsonStat(codes, { a: figures }) as { value: (number | null)[]; status: Record<string, string> };
  dataset.value[1] = SECRET;
  dataset.status['1'] = 'Q';
  return dataset;
}

const leaks = (text: string): string[] => FORMS.filter((form) => text.includes(form));

describe('zo-indicator-table, a number sent along with a withheld figure', () => {
  it('is nowhere in what is drawn, whatever the order and columns', async () => {
    const table = await indicatorTable({ data: leaky(), reference: 'GM0002' });
    for (const act of [
      () => table.sortBy('Indicator a'),
      () => table.sortBy('Indicator a'),
      () => table.check('Vergelijk met Gebied 2'),
      () => table.search('gebied'),
    ]) {
      await act();
      expect(leaks(table.markup)).to.deep.equal([]);
    }
    table.element.layout = 'region';
    table.element.selected = 'GM0002';
    await table.element.updateComplete;
    expect(leaks(table.markup)).to.deep.equal([]);
  });

  it('is not in the scale of the bars', async () => {
    const table = await indicatorTable({ data: leaky() });
    const ends = table.rows.map((row) => row.cells[1].style.getPropertyValue('--zo-bar-end'));
    expect(ends).to.deep.equal(['20%', '', '60%', '40%']);
  });

  it('is not in the order of the rows', async () => {
    const table = await indicatorTable({ data: leaky() });
    await table.sortBy('Indicator a');
    expect(table.names.at(-1)).to.equal('Gebied 2');
  });

  it('is not in its rows, its files, its problems or its data', async () => {
    const table = await indicatorTable({ data: leaky() });
    const { element } = table;
    const [csv, json] = await Promise.all([element.toBlob('csv'), element.toBlob('json')]);
    const texts = [
      JSON.stringify(element.toRows()),
      await csv.text(),
      await json.text(),
      JSON.stringify(element.problems),
    ];
    const { values } = element.data as { values: Float64Array };
    expect(texts.flatMap(leaks)).to.deep.equal([]);
    expect([...values]).not.to.include(SECRET);
    expect(element.toRows()[1]).to.not.have.property('value');
    expect(element.problems.map(({ code }) => code)).to.deep.equal(['withheld-number']);
  });
});

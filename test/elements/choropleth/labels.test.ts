import { expect, waitUntil as until } from '@open-wc/testing';
import { choropleth, type ChoroplethHarness } from '../support/choropleth-harness.js';
import { gridCentre, gridTopology, type Grid } from '../../support/grid-country.js';

const GRID: Grid = { columns: 3, rows: 2 };
const DATA = {
  version: '2.0',
  class: 'dataset',
  id: ['geo', 'metric'],
  size: [2, 1],
  role: { geo: ['geo'], metric: ['metric'] },
  dimension: {
    geo: {
      category: {
        index: ['GM0001', 'GM0002'],
        label: { GM0001: 'Aa', GM0002: 'Bebebebebebebebebebebebebebebebebebebebebebebe' },
      },
    },
    metric: { category: { index: ['m'], label: { m: 'M' }, unit: { m: { decimals: 0 } } } },
  },
  value: [1, 2],
};

const withLabels = (labels: boolean): Promise<ChoroplethHarness> =>
  choropleth({ data: DATA, boundariesData: gridTopology(GRID), level: 'gemeente', labels });

/** Number of colours around the middle of an area: one where nothing is written in it. */
function coloursAround(harness: ChoroplethHarness, code: string): number {
  const canvas = harness.root.querySelector('.zo-regions canvas') as HTMLCanvasElement;
  const { left, top, width } = canvas.getBoundingClientRect();
  const { x, y } = harness.clientPoint(gridCentre(GRID, code));
  const ratio = canvas.width / width;
  const box = [(x - left - 12) * ratio, (y - top - 6) * ratio, 24 * ratio, 12 * ratio] as const;
  const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(...box);
  return new Set(new Uint32Array(data.buffer)).size;
}

const frames = async (): Promise<void> => {
  for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
};

describe('zo-choropleth, names on the map', () => {
  it('writes none without being asked', async () => {
    const harness = await withLabels(false);
    await frames();
    expect(coloursAround(harness, 'GM0001')).to.equal(1);
  });

  it('writes a name that fits its area, and none that doesn’t', async () => {
    const harness = await withLabels(true);
    await until(() => coloursAround(harness, 'GM0001') > 2);
    expect(coloursAround(harness, 'GM0002')).to.equal(1);
  });

  it('takes the names away again', async () => {
    const harness = await withLabels(true);
    await until(() => coloursAround(harness, 'GM0001') > 2);
    harness.element.labels = false;
    await until(() => coloursAround(harness, 'GM0001') === 1);
  });
});

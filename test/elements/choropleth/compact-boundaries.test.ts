import { expect } from '@open-wc/testing';
import { compactFile } from '../../core/formats/support/compact-file.js';
import { jsonStat } from '../../support/grid-country.js';
import { choropleth } from '../support/choropleth-harness.js';

const CODES = ['GM0001', 'GM0002'];
const FIGURES = jsonStat(CODES, { a: { '2024': { GM0001: 1, GM0002: 2 } } });
/** Two squares side by side. */
const FILE = compactFile();
const MIDDLES: readonly [number, number][] = [
  [4.25, 52.125],
  [4.75, 52.125],
];

describe('zo-choropleth, with compact boundaries', () => {
  for (const [what, bytes] of [
    ['bytes', FILE],
    ['a buffer', FILE.slice().buffer],
  ] as const)
    it(`draws ${what} given as data`, async () => {
      const harness = await choropleth({ data: FIGURES, boundariesData: bytes, classes: 2 });
      expect(harness.element.status).to.equal('ready');
      expect(CODES.map((code) => harness.element.classOf(code))).to.deep.equal([0, 1]);
      MIDDLES.forEach((middle, i) => expect(harness.colourAt(middle)).to.equal(harness.legendColours[i]));
    });

  it('draws a file that it fetches, whatever its type', async () => {
    const boundaries = URL.createObjectURL(new Blob([new Uint8Array(FILE)]));
    const harness = await choropleth({ data: FIGURES, boundaries, classes: 2 });
    URL.revokeObjectURL(boundaries);
    expect(harness.element.status).to.equal('ready');
    MIDDLES.forEach((middle, i) => expect(harness.colourAt(middle)).to.equal(harness.legendColours[i]));
  });

  it('tells where a file is damaged', async () => {
    const { element } = await choropleth({ data: FIGURES, boundariesData: FILE.slice(0, 90) });
    expect(element.status).to.equal('error');
    const [problem] = element.problems;
    expect([problem.code, problem.path]).to.deep.equal(['invalid-boundaries', 'byte/90']);
  });
});

import { expect } from '@open-wc/testing';
import { drawSymbols, type MapSymbol } from '@zicht-op/renderer/symbols.js';
import { draw, type Drawn } from './support/grid-canvas.js';

const viewOf = (pixelRatio = 1) => ({ scale: 2, originX: 0, originY: 0, width: 100, height: 80, pixelRatio });
const symbols = (list: readonly MapSymbol[], pixelRatio = 1, width = 3): Drawn =>
  draw(viewOf(pixelRatio), (context) =>
    drawSymbols(context, list, viewOf(pixelRatio), { fill: 'red', stroke: 'black', width }),
  );

describe('drawSymbols', () => {
  it('draws nothing for nothing, none, and what is out of view', () => {
    for (const radius of [0, -1, NaN]) expect(symbols([{ x: 20, y: 20, radius }]).inked()).to.equal(null);
    expect(symbols([]).inked()).to.equal(null);
    expect(symbols([{ x: NaN, y: 20, radius: 5 }]).inked()).to.equal(null);
    expect(symbols([{ x: 1e9, y: 20, radius: 5 }]).inked()).to.equal(null);
  });

  for (const pixelRatio of [1, 1.5, 2])
    it(`draws a circle of its radius, its line included, at a pixel ratio of ${pixelRatio}`, () => {
      const drawn = symbols([{ x: 20, y: 20, radius: 10 }], pixelRatio);
      expect(drawn.inked()).to.deep.equal([30, 30, 50, 50].map((side) => side * pixelRatio));
      expect([drawn.at(40, 40), drawn.at(31.5, 40), drawn.at(31, 31)]).to.deep.equal([
        '255 0 0 255',
        '0 0 0 255',
        '0 0 0 0',
      ]);
    });

  it('draws small symbols where they are and of their size, however many', () => {
    const list = Array.from({ length: 50 }, (_, i) => ({
      x: 5 + (i % 10) * 4,
      y: 5 + Math.floor(i / 10) * 6,
      radius: 3,
    }));
    const drawn = symbols(list, 2, 0);
    expect(drawn.inked()).to.deep.equal([14, 14, 170, 122]);
    for (const { x, y } of list) expect(drawn.at(x * 2, y * 2)).to.equal('255 0 0 255');
  });

  it('keeps the size of a symbol that is smaller than its line', () =>
    expect(symbols([{ x: 20, y: 20, radius: 1 }], 1, 5).inked()).to.deep.equal([39, 39, 41, 41]));

  it('draws no line without a width', () => {
    for (const width of [0, -1, NaN])
      expect(symbols([{ x: 20, y: 20, radius: 10 }], 1, width).at(31.5, 40)).to.equal('255 0 0 255');
  });

  it('draws small ones upon large ones, and leaves the list in its order', () => {
    const list = [
      { x: 20, y: 20, radius: 4 },
      { x: 20, y: 20, radius: 20 },
    ];
    expect(symbols(list).at(42.5, 40)).to.equal('0 0 0 255');
    expect(list[0].radius).to.equal(4);
  });

  it('draws what is half off the canvas', () =>
    expect(symbols([{ x: -2, y: 20, radius: 10 }]).at(1, 40)).to.equal('255 0 0 255'));
});

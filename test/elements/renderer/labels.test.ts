import { expect } from '@open-wc/testing';
import { drawLabels, type PlacedLabel } from '@zicht-op/renderer/labels.js';
import { draw, type Drawn } from './support/grid-canvas.js';

const labels = (placed: readonly PlacedLabel[], pixelRatio = 1, halo = 'white'): Drawn => {
  const view = { scale: 1, originX: 0, originY: 0, width: 120, height: 60, pixelRatio };
  return draw(view, (context) => {
    // What others left behind.
    context.scale(7, 7);
    context.textAlign = 'right';
    context.globalCompositeOperation = 'destination-out';
    drawLabels(context, placed, view, { font: '20px sans-serif', colour: 'black', halo });
  });
};
const label = (text: string): PlacedLabel => ({ shape: 0, text, x: 60, y: 30, width: 50, height: 20 });

describe('drawLabels', () => {
  it('draws nothing for no labels', () => expect(labels([]).inked()).to.equal(null));

  for (const pixelRatio of [1, 1.5, 2])
    it(`writes around the middle, at a pixel ratio of ${pixelRatio}`, () => {
      const inked = labels([label('HHHH')], pixelRatio).inked();
      if (!inked) throw new Error('nothing drawn');
      const [left, top, right, bottom] = inked.map((side) => side / pixelRatio);
      expect((left + right) / 2).to.be.closeTo(60, 2);
      expect((top + bottom) / 2).to.be.closeTo(30, 3);
      expect(right - left).to.be.within(40, 75);
      expect(bottom - top).to.be.within(12, 26);
    });

  it('has a halo around the letters', () => {
    const bare = labels([label('HHHH')], 1, 'transparent').inked();
    const haloed = labels([label('HHHH')]).inked();
    if (!bare || !haloed) throw new Error('nothing drawn');
    expect(haloed[0]).to.be.lessThan(bare[0]);
    expect(haloed[3]).to.be.greaterThan(bare[3]);
  });
});

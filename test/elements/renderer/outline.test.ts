import { expect } from '@open-wc/testing';
import { outlineBox, outlineShapes } from '@zicht-op/renderer/outline.js';
import type { PixelView } from '@zicht-op/renderer/pixel-view.js';
import { worldGeometry } from '@zicht-op/renderer/world-geometry.js';
import { draw, gridGeometry, gridView, type Drawn } from './support/grid-canvas.js';

const GEOMETRY = gridGeometry(4, 3);
const DARK = '0 0 0 255';
const NOTHING = '0 0 0 0';

const outline = (view: PixelView, shapes: readonly number[], width = 2): Drawn =>
  draw(view, (context) => outlineShapes(context, GEOMETRY, shapes, view, { colour: 'black', halo: 'white', width }));

describe('outlineShapes', () => {
  it('draws nothing for nothing, for no shape, for one out of view, and without a width', () => {
    const view = gridView(20, { margin: 10 });
    for (const shapes of [[], [-1], [999], [NaN]]) expect(outline(view, shapes).inked()).to.equal(null);
    for (const width of [0, -1, NaN]) expect(outline(view, [0], width).inked()).to.equal(null);
    expect(outline(gridView(20, { originX: 1e6 }), [0, 1]).inked()).to.equal(null);
  });

  for (const pixelRatio of [1, 1.5, 2])
    it(`draws a line with a halo around a region, at a pixel ratio of ${pixelRatio}`, () => {
      const drawn = outline(gridView(20, { margin: 10, pixelRatio }), [0]);
      expect([drawn.at(10, 20), drawn.at(20, 30), drawn.at(29.5, 20)]).to.deep.equal([DARK, DARK, DARK]);
      expect(drawn.at(20, 20)).to.equal(NOTHING);
      expect(drawn.at(8.2, 20)).to.match(/^255 255 255/);
      expect(drawn.at(6, 20)).to.equal(NOTHING);
    });

  it('draws the lines of neighbours over all halos', () => {
    const drawn = outline(gridView(20, { margin: 10 }), [0, 1, 4]);
    expect([drawn.at(30, 20), drawn.at(20, 30), drawn.at(30.5, 30)]).to.deep.equal([DARK, DARK, DARK]);
  });

  it('draws a ring around a region too small to be seen, and leaves the region itself free', () => {
    const drawn = outline(gridView(4, { margin: 30 }), [0]);
    expect([drawn.at(32, 24), drawn.at(39.5, 32), drawn.at(24, 32)]).to.deep.equal([DARK, DARK, DARK]);
    for (const [x, y] of [
      [30, 30],
      [32, 32],
      [34, 34],
    ])
      expect(drawn.at(x, y)).to.equal(NOTHING);
  });

  it('draws no seam inside a region made of two', () => {
    const [boundaries, view] = [GEOMETRY.boundaries, gridView(20, { margin: 10 })];
    const joined = worldGeometry({ ...boundaries, codes: ['GM1'], shapeRings: Uint32Array.of(0, 2) }, 'plain');
    const style = { colour: 'black', halo: 'white', width: 2 };
    const drawn = draw(view, (context) => outlineShapes(context, joined, [0], view, style));
    expect([drawn.at(10, 20), drawn.at(30, 20), drawn.at(50, 20)]).to.deep.equal([DARK, NOTHING, DARK]);
  });

  it('draws the edge of a region that fills the view', () => {
    const drawn = outline(gridView(1e6, { margin: 10 }), [0]);
    expect([drawn.at(10, 50), drawn.at(60, 10), drawn.at(60, 60)]).to.deep.equal([DARK, DARK, NOTHING]);
  });
});

describe('outlineBox', () => {
  it('is null where nothing is drawn', () => {
    const view = gridView(20, { margin: 10 });
    for (const shapes of [[], [-1], [999], [NaN]]) expect(outlineBox(GEOMETRY, shapes, view)).to.equal(null);
    expect(outlineBox(GEOMETRY, [0], gridView(20, { originX: 1e6 }))).to.equal(null);
    expect(outlineBox(GEOMETRY, [0], gridView(20, { width: 0, height: 0 }))).to.equal(null);
  });

  for (const pixelRatio of [1, 1.5, 2])
    for (const [name, size, margin, shapes] of [
      ['a region', 20, 10, [0]],
      ['some regions', 20, 10.3, [1, 6, 11]],
      ['a ring', 4, 30.7, [5]],
      ['a ring at the edge', 4, -3, [0]],
      ['what is cut off by the canvas', 60, -20, [0, 5]],
    ] as const)
      it(`holds all that is drawn of ${name}, and little more, at a pixel ratio of ${pixelRatio}`, () => {
        const view = gridView(size, { margin, pixelRatio });
        const box = outlineBox(GEOMETRY, shapes, view);
        const inked = outline(view, shapes, 4).inked();
        if (!box || !inked) throw new Error('nothing drawn');
        expect(box.every(Number.isInteger)).to.equal(true);
        expect(box[0] <= inked[0] && box[1] <= inked[1] && box[2] >= inked[2] && box[3] >= inked[3]).to.equal(true);
        // Less where the shape runs off the canvas and along its edge.
        box.forEach((side, i) => expect(Math.abs(side - inked[i])).to.be.at.most(4));
        expect(box[0] >= 0 && box[1] >= 0 && box[2] <= 120 * pixelRatio && box[3] <= 100 * pixelRatio).to.equal(true);
      });
});

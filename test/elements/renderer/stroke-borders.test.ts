import { expect } from '@open-wc/testing';
import { finish } from '@zicht-op/core/tasks/slices.js';
import { arcSides } from '@zicht-op/renderer/arc-sides.js';
import { borderRanks } from '@zicht-op/renderer/border-ranks.js';
import type { PixelView } from '@zicht-op/renderer/pixel-view.js';
import { strokeBorders, type BorderLines } from '@zicht-op/renderer/stroke-borders.js';
import { draw, gridGeometry, gridView, type Drawn } from './support/grid-canvas.js';

const RED = '255 0 0 255';
const BLUE = '0 0 255 255';
const NOTHING = '0 0 0 0';

/** 4 by 3 areas; the left half is one group, the right half another. */
const GEOMETRY = gridGeometry(4, 3);
const SIDES = arcSides(GEOMETRY.boundaries);
const HALVES = GEOMETRY.boundaries.codes.map((_, shape) => (shape % 4 < 2 ? 0 : 1));

function stroke(view: PixelView, strokes: Partial<BorderLines> = {}): Drawn {
  return draw(view, (context) =>
    finish(
      strokeBorders(context, GEOMETRY, view, {
        sides: SIDES,
        rankOfBorder: new Uint8Array(SIDES.arcs.length),
        styles: [{ colour: 'red', width: 1 }],
        isShown: () => true,
        ...strokes,
      }),
    ),
  );
}

describe('strokeBorders', () => {
  for (const pixelRatio of [1, 1.5, 2])
    it(`draws sharp lines where borders lie, at a pixel ratio of ${pixelRatio}`, () => {
      // Moved by half a canvas pixel where lines are an odd number of them wide.
      const margin = 10 + (pixelRatio === 2 ? 0 : 0.5 / pixelRatio);
      const width = pixelRatio === 1.5 ? 2 / 3 : 1;
      const drawn = stroke(gridView(20, { margin, pixelRatio }), { styles: [{ colour: 'red', width }] });
      for (const line of [10, 30, 50, 70, 90]) {
        expect(drawn.at(line + 0.01, 15), `on ${line}`).to.equal(RED);
        expect(drawn.at(line - 1.3, 15), `before ${line}`).to.equal(NOTHING);
        expect(drawn.at(line + 1.5, 15), `after ${line}`).to.equal(NOTHING);
      }
    });

  it('draws nothing without styles, without widths, without shapes shown', () => {
    const view = gridView(20, { margin: 10 });
    const isShown = (): boolean => false;
    const bare: Partial<BorderLines>[] = [{ styles: [] }, { isShown }];
    for (const width of [0, -1, NaN]) bare.push({ styles: [{ colour: 'red', width }] });
    for (const strokes of bare) expect(stroke(view, strokes).inked()).to.equal(null);
  });

  it('draws nothing of what is out of view', () => {
    expect(stroke(gridView(20, { originX: 1e7 })).inked()).to.equal(null);
    expect(stroke(gridView(20, { margin: 500 })).inked()).to.equal(null);
    // In the middle of one area.
    expect(stroke(gridView(1000, { margin: -300 })).inked()).to.equal(null);
  });

  it('draws the line of which only the edge is in view', () => {
    const drawn = stroke(gridView(20, { margin: -1.5, width: 10, height: 10 }), {
      styles: [{ colour: 'red', width: 5 }],
    });
    expect(drawn.at(0, 5)).to.equal(RED);
  });

  it('draws borders on either side of a shown shape, and no others', () => {
    const view = gridView(20, { margin: 10.5 });
    const drawn = stroke(view, { isShown: (shape) => shape === 0 });
    expect(drawn.inked()).to.deep.equal([10, 10, 31, 31]);
  });

  it('lays wider levels over narrower ones, each arc in one style', () => {
    const drawn = stroke(gridView(20, { margin: 10.5 }), {
      rankOfBorder: borderRanks(SIDES, [HALVES]),
      styles: [
        { colour: 'red', width: 1 },
        { colour: 'blue', width: 3 },
        { colour: 'rgb(0, 0, 0)', width: 1 },
      ],
    });
    expect(drawn.at(30, 15)).to.equal(RED);
    expect(drawn.at(50, 15)).to.equal(BLUE);
    // Where they cross.
    expect(drawn.at(50, 30)).to.equal(BLUE);
    expect(drawn.at(10, 15)).to.equal('0 0 0 255');
  });

  it('draws no border of a rank that has no style', () => {
    const drawn = stroke(gridView(20, { margin: 10.5 }), { rankOfBorder: borderRanks(SIDES, [HALVES]) });
    expect([drawn.at(30, 15), drawn.at(50, 15), drawn.at(10, 15)]).to.deep.equal([RED, NOTHING, NOTHING]);
  });

  it('draws a see-through line once, also where an arc is listed twice', () => {
    const twice = { arcs: Uint32Array.of(0, 0), sides: Int32Array.of(0, 1, 2, -1) };
    const strokes = { sides: twice, rankOfBorder: [0, 0], styles: [{ colour: 'rgb(255 0 0 / 50%)', width: 1 }] };
    expect(stroke(gridView(20, { margin: 10.5 }), strokes).at(20, 10)).to.match(/^25[345] 0 0 12[78]$/);
  });

  it('writes in place of what is there, whatever the context is set to', () => {
    const view = gridView(20, { margin: 10.5 });
    const drawn = draw(view, (context) => {
      context.fillStyle = 'blue';
      context.fillRect(0, 0, 50, 50);
      context.scale(3, 3);
      context.globalAlpha = 0.1;
      context.globalCompositeOperation = 'destination-out';
      const styles = [{ colour: 'red', width: 1 }];
      const rankOfBorder = new Uint8Array(SIDES.arcs.length);
      finish(strokeBorders(context, GEOMETRY, view, { sides: SIDES, rankOfBorder, styles, isShown: () => true }));
    });
    expect([drawn.at(2, 2), drawn.at(30, 15)]).to.deep.equal([NOTHING, RED]);
  });

  it('can be stopped', () => {
    const many = gridGeometry(100, 80);
    const sides = arcSides(many.boundaries);
    const view = gridView(1);
    let turns = 0;
    draw(view, (context) => {
      const rankOfBorder = new Uint8Array(sides.arcs.length);
      const styles = [{ colour: 'red', width: 1 }];
      const work = strokeBorders(context, many, view, { sides, rankOfBorder, styles, isShown: () => true });
      while (!work.next().done) turns++;
    });
    expect(turns).to.be.greaterThan(10);
  });
});

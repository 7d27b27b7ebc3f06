import { expect } from '@open-wc/testing';
import { finish } from '@zicht-op/core/tasks/slices.js';
import { arcSides } from '@zicht-op/renderer/arc-sides.js';
import { borderRanks } from '@zicht-op/renderer/border-ranks.js';
import type { PixelView } from '@zicht-op/renderer/pixel-view.js';
import type { BorderLine } from '@zicht-op/renderer/appearance.js';
import { rasterBorders, type BorderStrokes } from '@zicht-op/renderer/border-raster.js';
import { packColour, parseColour } from '@zicht-op/renderer/colour.js';
import { paintBorders } from '@zicht-op/renderer/paint-borders.js';
import { canvasSize } from '@zicht-op/renderer/pixel-view.js';
import { draw, gridGeometry, gridView, type Drawn } from './support/grid-canvas.js';

const RED = '255 0 0 255';
const BLUE = '0 0 255 255';
const NOTHING = '0 0 0 0';

/** 4 by 3 areas; the left half is one group, the right half another. */
const GEOMETRY = gridGeometry(4, 3);
const SIDES = arcSides(GEOMETRY.boundaries);
const HALVES = GEOMETRY.boundaries.codes.map((_, shape) => (shape % 4 < 2 ? 0 : 1));

type Lines = Omit<BorderStrokes, 'styles'> & { readonly styles: readonly BorderLine[] };

function stroke(view: PixelView, strokes: Partial<Lines> = {}): Drawn {
  const lines: Lines = {
    sides: SIDES,
    rankOfBorder: new Uint8Array(SIDES.arcs.length),
    styles: [{ colour: 'red', width: 1 }],
    isShown: () => true,
    ...strokes,
  };
  return draw(view, (context) => {
    const mask = finish(rasterBorders(GEOMETRY, view, lines));
    if (!mask) return;
    const [width, height] = canvasSize(view);
    const image = new ImageData(width, height);
    const colours = lines.styles.map(({ colour }) => packColour(parseColour(colour)));
    paintBorders(mask, colours, { top: 0, bottom: height, pixels: new Uint32Array(image.data.buffer) });
    context.putImageData(image, 0, 0);
  });
}

describe('borders, rastered and painted', () => {
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
    const bare: Partial<Lines>[] = [{ styles: [] }, { isShown }];
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
});

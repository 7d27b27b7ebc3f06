import { expect } from '@open-wc/testing';
import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { packColour, parseColour } from '@zicht-op/renderer/colour.js';
import type { PixelView } from '@zicht-op/renderer/pixel-view.js';
import { RegionRenderer } from '@zicht-op/renderer/region-renderer.js';
import { boxAround, toWorld, worldGeometry } from '@zicht-op/renderer/world-geometry.js';
import { gridCentre, gridTopology, type Grid } from '../../support/grid-country.js';
import { valueOf } from '../../support/observe.js';

const GRID: Grid = { columns: 4, rows: 3 };

const shapesOf = (json: unknown): Boundaries => valueOf(valueOf(parseBoundaries(json, {})).ofLevel('gemeente'));

interface Painted {
  readonly at: (place: readonly [number, number]) => string;
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
}

type Options = Partial<PixelView> & { readonly shapes?: readonly number[]; readonly fills?: readonly string[] };

/** Shapes painted to fill a canvas, each in a colour of its own unless fills are given. */
async function paint(boundaries: Boundaries, options: Options = {}): Promise<Painted> {
  const { width = 400, height = 300, pixelRatio = 1, shapes = [...boundaries.codes.keys()] } = options;
  const geometry = worldGeometry(boundaries, 'web-mercator');
  const [minX, minY, maxX, maxY] = boxAround(geometry, boundaries.codes.keys()) as [number, number, number, number];
  const scale = Math.min(width / (maxX - minX), height / (maxY - minY));
  const view: PixelView = { scale, originX: minX * scale, originY: minY * scale, width, height, pixelRatio };
  const canvas = document.createElement('canvas');
  const renderer = new RegionRenderer({ areas: canvas, outlines: document.createElement('canvas') });
  const fills = options.fills ?? boundaries.codes.map((_, shape) => `rgb(${shape + 1}, 0, 0)`);
  renderer.setGeometry(geometry, {
    styleOfShape: Uint8Array.from(boundaries.codes, (_, shape) => shape % fills.length),
    styles: fills.map((css) => packColour(parseColour(css))),
    shapes,
    widerAreas: [],
    borders: [
      { colour: 'rgb(0, 0, 255)', width: 1 },
      { colour: 'rgb(0, 0, 255)', width: 1 },
    ],
  });
  const prepared = await renderer.prepare(view, new AbortController().signal);
  if (!prepared) throw new Error('there is nothing to show');
  renderer.show(prepared);
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  const at = ([longitude, latitude]: readonly [number, number]): string => {
    const [x, y] = toWorld('web-mercator', longitude, latitude);
    const [column, line] = [(x * scale - view.originX) * pixelRatio, (y * scale - view.originY) * pixelRatio];
    const from = (Math.floor(line) * canvas.width + Math.floor(column)) * 4;
    return [...data.slice(from, from + 4)].join(' ');
  };
  return { at, pixels: data, width: canvas.width };
}

const ring = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const area = (code: string, ...polygons: number[][][][]) => ({
  type: 'Feature',
  properties: { statcode: code },
  geometry: { type: 'MultiPolygon', coordinates: polygons },
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

describe('RegionRenderer', () => {
  for (const pixelRatio of [1, 2, 1.5]) {
    it(`fills each shape in its own colour at ${pixelRatio} pixels to a CSS pixel`, async () => {
      const boundaries = shapesOf(gridTopology(GRID));
      const { at } = await paint(boundaries, { pixelRatio });
      boundaries.codes.forEach((code, shape) =>
        expect(at(gridCentre(GRID, code)), code).to.equal(`${shape + 1} 0 0 255`),
      );
    });
  }

  it('leaves a hole open, also one with rings wound the wrong way, and fills what lies in it', async () => {
    const boundaries = shapesOf(
      collection(
        area('GM0001', [ring(5, 52, 1), ring(5.3, 52.3, 0.4).reverse()]),
        area('GM0002', [ring(5.45, 52.45, 0.1)]),
      ),
    );
    const { at } = await paint(boundaries);
    expect(at([5.1, 52.1])).to.equal('1 0 0 255');
    expect(at([5.35, 52.35])).to.equal('0 0 0 0');
    expect(at([5.5, 52.5])).to.equal('2 0 0 255');
  });

  it('fills all parts of a shape', async () => {
    const { at } = await paint(shapesOf(collection(area('GM0001', [ring(5, 52, 0.2)], [ring(5.8, 52.5, 0.2)]))));
    expect([at([5.1, 52.1]), at([5.9, 52.6]), at([5.5, 52.3])]).to.deep.equal(['1 0 0 255', '1 0 0 255', '0 0 0 0']);
  });

  it('draws only the shapes asked for', async () => {
    const { at } = await paint(shapesOf(gridTopology(GRID)), { shapes: [0] });
    expect(at(gridCentre(GRID, 'GM0001'))).to.equal('1 0 0 255');
    expect(at(gridCentre(GRID, 'GM0002'))).to.equal('0 0 0 0');
  });

  it('draws borders between large areas', async () => {
    const { at } = await paint(shapesOf(gridTopology(GRID)), { fills: ['rgb(255, 255, 255)'] });
    const [, , blue] = at([5.1, 52.45]).split(' ').map(Number);
    const [red] = at([5.1, 52.45]).split(' ').map(Number);
    expect(blue).to.be.greaterThan(200);
    expect(red).to.be.lessThan(200);
  });

  it('leaves no gap between small areas, and no border that would hide their colour', async () => {
    const many = shapesOf(gridTopology({ columns: 30, rows: 30 }));
    const { pixels, width } = await paint(many, { fills: ['rgb(10, 20, 30)'], width: 100, height: 90 });
    let gaps = 0;
    // Thirty rows fill the height; the columns leave room to the right.
    for (let line = 2; line < 88; line++) {
      for (let column = 2; column < 50; column++) {
        const from = (line * width + column) * 4;
        if (pixels[from + 3] < 240 || pixels[from + 2] > 60) gaps++;
      }
    }
    expect(gaps).to.equal(0);
  });

  it('bears shapes without area, and none at all', async () => {
    const some = shapesOf(collection(area('GM0001', [ring(5, 52, 1)]), area('GM0002', [ring(5, 52, 0)])));
    expect((await paint(some)).at([5.5, 52.5])).to.equal('1 0 0 255');
    const { pixels } = await paint(some, { shapes: [] });
    expect(pixels.every((channel) => channel === 0)).to.equal(true);
  });
});

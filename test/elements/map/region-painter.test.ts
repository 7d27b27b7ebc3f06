import { expect } from '@open-wc/testing';
import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { MISSING_STYLE } from '@zicht-op/core/picture/choropleth-model.js';
import { FALLBACK_COLOURS, readMapColours } from '../../../packages/elements/src/map/map-colours.js';
import { createMissingPattern, patternTile } from '../../../packages/elements/src/map/patterns.js';
import { RegionPainter, type PaintView } from '../../../packages/elements/src/map/region-painter.js';
import { boxAround, toWorld, worldGeometry } from '../../../packages/elements/src/map/world-geometry.js';
import { gridCentre, gridTopology, type Grid } from '../../support/grid-country.js';
import { valueOf } from '../../support/observe.js';

const GRID: Grid = { columns: 4, rows: 3 };

const shapesOf = (json: unknown): Boundaries => valueOf(valueOf(parseBoundaries(json, {})).ofLevel('gemeente'));

interface Painted {
  readonly at: (place: readonly [number, number]) => string;
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
}

type Options = Partial<PaintView> & { readonly shapes?: readonly number[]; readonly fills?: readonly string[] };

/** Shapes painted to fill a canvas, each in a colour of its own unless fills are given. */
function paint(boundaries: Boundaries, options: Options = {}): Painted {
  const { width = 400, height = 300, pixelRatio = 1, shapes = [...boundaries.codes.keys()] } = options;
  const geometry = worldGeometry(boundaries, 'web-mercator');
  const [minX, minY, maxX, maxY] = boxAround(geometry, boundaries.codes.keys()) as [number, number, number, number];
  const scale = Math.min(width / (maxX - minX), height / (maxY - minY));
  const view: PaintView = { scale, originX: minX * scale, originY: minY * scale, width, height, pixelRatio };
  const canvas = document.createElement('canvas');
  canvas.width = width * pixelRatio;
  canvas.height = height * pixelRatio;
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  const fills = options.fills ?? boundaries.codes.map((_, shape) => `rgb(${shape + 1}, 0, 0)`);
  const styleOfShape = Uint8Array.from(boundaries.codes, (_, shape) => shape % fills.length);
  new RegionPainter(geometry).paint(context, view, { styleOfShape, fills, shapes, border: 'rgb(0, 0, 255)' });
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

describe('RegionPainter', () => {
  for (const pixelRatio of [1, 2, 1.5]) {
    it(`fills each shape in its own colour at ${pixelRatio} pixels to a CSS pixel`, () => {
      const boundaries = shapesOf(gridTopology(GRID));
      const { at } = paint(boundaries, { pixelRatio });
      boundaries.codes.forEach((code, shape) =>
        expect(at(gridCentre(GRID, code)), code).to.equal(`${shape + 1} 0 0 255`),
      );
    });
  }

  it('leaves a hole open, also one with rings wound the wrong way, and fills what lies in it', () => {
    const boundaries = shapesOf(
      collection(
        area('GM0001', [ring(5, 52, 1), ring(5.3, 52.3, 0.4).reverse()]),
        area('GM0002', [ring(5.45, 52.45, 0.1)]),
      ),
    );
    const { at } = paint(boundaries);
    expect(at([5.1, 52.1])).to.equal('1 0 0 255');
    expect(at([5.35, 52.35])).to.equal('0 0 0 0');
    expect(at([5.5, 52.5])).to.equal('2 0 0 255');
  });

  it('fills all parts of a shape', () => {
    const { at } = paint(shapesOf(collection(area('GM0001', [ring(5, 52, 0.2)], [ring(5.8, 52.5, 0.2)]))));
    expect([at([5.1, 52.1]), at([5.9, 52.6]), at([5.5, 52.3])]).to.deep.equal(['1 0 0 255', '1 0 0 255', '0 0 0 0']);
  });

  it('draws only the shapes asked for', () => {
    const { at } = paint(shapesOf(gridTopology(GRID)), { shapes: [0] });
    expect(at(gridCentre(GRID, 'GM0001'))).to.equal('1 0 0 255');
    expect(at(gridCentre(GRID, 'GM0002'))).to.equal('0 0 0 0');
  });

  it('draws borders between large areas', () => {
    const { at } = paint(shapesOf(gridTopology(GRID)), { fills: ['rgb(255, 255, 255)'] });
    const [, , blue] = at([5.1, 52.45]).split(' ').map(Number);
    const [red] = at([5.1, 52.45]).split(' ').map(Number);
    expect(blue).to.be.greaterThan(200);
    expect(red).to.be.lessThan(200);
  });

  it('leaves no gap between small areas, and no border that would hide their colour', () => {
    const many = shapesOf(gridTopology({ columns: 30, rows: 30 }));
    const { pixels, width } = paint(many, { fills: ['rgb(10, 20, 30)'], width: 100, height: 90 });
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

  it('bears shapes without area, and none at all', () => {
    const some = shapesOf(collection(area('GM0001', [ring(5, 52, 1)]), area('GM0002', [ring(5, 52, 0)])));
    expect(paint(some).at([5.5, 52.5])).to.equal('1 0 0 255');
    const { pixels } = paint(some, { shapes: [] });
    expect(pixels.every((channel) => channel === 0)).to.equal(true);
  });
});

describe('the patterns of what is missing', () => {
  const kinds = ['withheld', 'unknown', 'impossible', 'none', 'uncovered'] as const;
  const tileOf = (kind: (typeof kinds)[number]) => {
    const tile = patternTile(kind, FALLBACK_COLOURS.pattern);
    const context = tile.getContext('2d') as CanvasRenderingContext2D;
    return [...context.getImageData(0, 0, tile.width, tile.height).data];
  };

  it('are one for each kind, and differ by form', () => {
    expect(Object.keys(MISSING_STYLE).toSorted()).to.deep.equal([...kinds].toSorted());
    const tiles = kinds.map((kind) => tileOf(kind).join());
    expect(new Set(tiles).size).to.equal(kinds.length);
  });

  it('are opaque, so that nothing below shows through', () => {
    for (const kind of kinds) {
      const alphas = tileOf(kind).filter((_, i) => i % 4 === 3);
      expect(
        alphas.every((alpha) => alpha === 255),
        kind,
      ).to.equal(true);
    }
  });

  it('have no seams: what leaves a tile on one side comes in on the other', () => {
    for (const kind of kinds) {
      const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
      context.fillStyle = createMissingPattern(context, kind, FALLBACK_COLOURS.pattern);
      context.fillRect(0, 0, 64, 64);
      const at = (x: number, y: number) => [...context.getImageData(x, y, 1, 1).data].join();
      for (let i = 0; i < 16; i++) expect(at(i, 11)).to.equal(at(i + 8, 11));
      for (let i = 0; i < 16; i++) expect(at(11, i)).to.equal(at(11, i + 8));
    }
  });
});

describe('readMapColours', () => {
  it('gives null for an element that isn’t rendered', () => {
    expect(readMapColours(document.createElement('div'))).to.equal(null);
  });

  for (const [background, scheme] of [
    ['#ffffff', 'light'],
    ['#eef2f5', 'light'],
    ['#10151a', 'dark'],
    ['#000000', 'dark'],
    ['transparent', 'light'],
    ['color(srgb 0.05 0.05 0.05)', 'dark'],
    ['oklch(0.98 0 0)', 'light'],
    ['oklch(0.2 0.02 250)', 'dark'],
  ] as const) {
    it(`takes ${background} for ${scheme}`, () => {
      const element = document.createElement('div');
      document.body.append(element);
      element.style.setProperty('background-color', background);
      try {
        expect(readMapColours(element)?.scheme).to.equal(scheme);
      } finally {
        element.remove();
      }
    });
  }
});

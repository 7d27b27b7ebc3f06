/**
 * The raster on real boundaries, which lie beside a checkout or not at all. In the quick form from zoom 9 on every point is
 * looked at in a tenth of the ways to zoom in on it. All of them: `ZICHT_OP_THOROUGH=1 npx vitest run test/renderer/area-raster-real.test.ts`.
 */
import { describe, expect, it } from 'vitest';
import { createHitIndex, type HitIndex } from '@zicht-op/core/geo/hit-index.js';
import { interiorPoint } from '@zicht-op/core/geo/interior-point.js';
import { finish } from '@zicht-op/core/tasks/slices.js';
import { rasterAreas, type AreaRaster } from '@zicht-op/renderer/area-raster.js';
import type { Fills } from '@zicht-op/renderer/fills.js';
import { paintAreas } from '@zicht-op/renderer/paint-areas.js';
import type { PixelView } from '@zicht-op/renderer/pixel-view.js';
import { boxAround, fromWorld, worldGeometry, type WorldGeometry } from '@zicht-op/renderer/world-geometry.js';
import { Random } from '@zicht-op/voorbeeldland/random/random.js';
import { hasRealData, readLayer } from '../core/geo/support/real-layers.js';
import type { RingPlane } from '../support/ring-plane.js';
import { cellOf, compare, faultsOf, partsAt, quantile, SAMPLES, toleranceAt, wholeAt } from './support/raster.js';
import { dutchTiling, mercator, planeOf, topologyWorld, type World } from './support/worlds.js';

const LEVELS = [
  ['gemeenten-2024', 'gemeente'],
  ['wijken-2024', 'wijk'],
  ['buurten-2024', 'buurt'],
] as const;
const PROJECTIONS = { 'web-mercator': mercator, rd: dutchTiling } as const;
type Projection = keyof typeof PROJECTIONS;
/** The Dutch tiling has a larger pixel at zoom 0: zoom 7 of the one looks like zoom 2 of the other. */
const ZOOMS: Readonly<Record<Projection, number>> = { 'web-mercator': 0, rd: -5 };

const POINTS = 1000;
const isThorough = process.env.ZICHT_OP_THOROUGH !== undefined;

/** A level in a projection, with what judges it. */
interface Layer {
  readonly geometry: WorldGeometry;
  readonly plane: RingPlane;
  readonly index: HitIndex;
  readonly fills: Fills;
  /** Interior points of shapes spread over the level, in degrees and in the plane. */
  readonly points: readonly { shape: number; x: number; y: number }[];
}

const worlds = new Map<string, World>();
const layers = new Map<string, Layer>();

function layerOf(file: string, level: string, projection: Projection): Layer {
  const key = `${level} ${projection}`;
  const world = worlds.get(level) ?? topologyWorld(readLayer(file), level);
  worlds.set(level, world);
  const layer = layers.get(key) ?? makeLayer(world, projection);
  layers.set(key, layer);
  return layer;
}

function makeLayer(world: World, projection: Projection): Layer {
  const { boundaries } = world;
  const plane = planeOf(world, PROJECTIONS[projection], 2048);
  const geometry = worldGeometry(boundaries, projection);
  const random = new Random(1, 'points');
  const count = boundaries.codes.length;
  const points = Array.from({ length: POINTS }, (_, i) => {
    const shape = Math.floor((i * count) / POINTS);
    // Of a shape that comes again, any other place.
    const isAgain = i > 0 && Math.floor(((i - 1) * count) / POINTS) === shape;
    const [x, y] = (isAgain && anyPlace(geometry, plane, shape, random)) || middleOf(world, shape, projection);
    return { shape, x, y };
  });
  return { geometry, plane, index: createHitIndex(boundaries), fills: fillsOf(count), points };
}

function middleOf({ boundaries }: World, shape: number, projection: Projection): [number, number] {
  const [longitude, latitude] = interiorPoint(boundaries, shape) ?? [NaN, NaN];
  return PROJECTIONS[projection](longitude, latitude);
}

function anyPlace({ boxes }: WorldGeometry, plane: RingPlane, shape: number, random: Random): [number, number] | null {
  for (let tries = 0; tries < 50; tries++) {
    const x = random.between(boxes[shape * 4], boxes[shape * 4 + 2]);
    const y = random.between(boxes[shape * 4 + 1], boxes[shape * 4 + 3]);
    if (plane.shapeAt(x, y) === shape) return [x, y];
  }
  return null;
}

/** Five classes, in colours that no mix of others gives. */
const CLASSES = [0xff1a2b3c, 0xff40f0a1, 0xffc80b33, 0xff7777ee, 0xfffafad2];
const classOf = (shape: number): number => (shape * 7919) % CLASSES.length;

function fillsOf(shapes: number): Fills {
  return {
    colourOfShape: Uint32Array.from({ length: shapes + 1 }, (_, at) => (at === 0 ? 0 : CLASSES[classOf(at - 1)])),
    patternOfShape: new Uint8Array(shapes + 1),
    patterns: [],
  };
}

interface Tally {
  /** Points whose pixel lies wholly or mostly in their area, and those that were left out as theirs doesn't. */
  whole: number;
  mostly: number;
  leftOut: number;
  readonly faults: string[];
}

/**
 * Looks at the pixel of a point. Where the judge says that no border runs through it, the colour has to be the class's and
 * the hit index has to find the same area in its middle. Where the area's share exceeds a half by more than the raster may
 * be off, it must have the largest part. Other pixels have no single right colour.
 */
function lookAt(raster: AreaRaster, layer: Layer, { shape, x, y }: Layer['points'][number], tally: Tally): void {
  const { view, width } = raster;
  const column = Math.floor((x * view.scale - view.originX) * view.pixelRatio);
  const row = Math.floor((y * view.scale - view.originY) * view.pixelRatio);
  const cell = cellOf(view, column, row);
  const tolerance = toleranceAt(raster, layer.plane, column, row);
  const fault = (what: string): number => tally.faults.push(`shape ${shape} at ${column},${row}: ${what}`);
  if (tolerance === null) {
    tally.whole++;
    const pixels = new Uint32Array(width);
    paintAreas(raster, layer.fills, { top: row, bottom: row + 1, pixels });
    if (pixels[column] !== CLASSES[classOf(shape)]) fault('not the colour of its class');
    const middle = fromWorld(layer.geometry.projection, (cell.left + cell.right) / 2, (cell.top + cell.bottom) / 2);
    if (layer.index.shapeAt(...middle) !== shape) fault('another area than the hit index finds');
    if (wholeAt(raster, column, row) !== shape) fault('another area');
  } else if ((layer.plane.partsOf(cell, SAMPLES).get(shape) ?? 0) > 0.5 + tolerance) {
    tally.mostly++;
    const [[largest]] = [...partsAt(raster, column, row)].sort((a, b) => b[1] - a[1]);
    if (largest !== shape) fault(`mostly ${largest}`);
  } else tally.leftOut++;
}

/** The whole country. */
function countryView(geometry: WorldGeometry, zoom: number, pixelRatio: number): PixelView {
  const [left, top, right, bottom] = boxAround(geometry, geometry.boundaries.codes.keys()) ?? [0, 0, 0, 0];
  const scale = 2 ** zoom;
  const [originX, originY] = [Math.floor(left * scale) - 3, Math.floor(top * scale) - 3];
  const [width, height] = [Math.ceil(right * scale - originX) + 3, Math.ceil(bottom * scale - originY) + 3];
  return { scale, originX, originY, width, height, pixelRatio };
}

/** A small window that holds a place, anywhere in it. */
function windowAround({ x, y }: { x: number; y: number }, zoom: number, pixelRatio: number, random: Random): PixelView {
  const scale = 2 ** zoom;
  const [originX, originY] = [x * scale - 1 - 14 * random.next(), y * scale - 1 - 14 * random.next()];
  return { scale, originX, originY, width: 16, height: 16, pixelRatio };
}

const CASES = LEVELS.flatMap(([file, level]) =>
  (Object.keys(PROJECTIONS) as Projection[]).map((projection) => [file, level, projection] as const),
);

describe.skipIf(!hasRealData)('a raster of the real layers', () => {
  it.each(CASES)(
    'of %s (%s, %s) has the class’s colour at interior points, and the area the hit index finds, at zooms 7 to 13',
    (file, level, projection) => {
      const layer = layerOf(file, level, projection);
      const random = new Random(2, 'windows');
      for (const pixelRatio of [1, 2]) {
        for (let zoom = 7; zoom <= 13; zoom++) {
          const tally: Tally = { whole: 0, mostly: 0, leftOut: 0, faults: [] };
          const at = zoom + ZOOMS[projection];
          const whole =
            zoom <= 8 ? finish(rasterAreas(layer.geometry, countryView(layer.geometry, at, pixelRatio))) : null;
          layer.points.forEach((point, i) => {
            if (!whole && !isThorough && (i + zoom) % 10 !== 0) return;
            const view = windowAround(point, at, pixelRatio, random);
            lookAt(whole ?? finish(rasterAreas(layer.geometry, view)), layer, point, tally);
          });
          expect([pixelRatio, zoom, tally.faults]).toEqual([pixelRatio, zoom, []]);
          // Close by, hardly a point is left out.
          if (zoom >= 12) expect(tally.leftOut).toBeLessThanOrEqual(0.02 * (tally.whole + tally.mostly));
        }
      }
    },
    120_000,
  );

  it.each(CASES)(
    'of %s (%s, %s) agrees with the independent judge and the hit index at pixels all over the country',
    (file, level, projection) => {
      const { geometry, plane, index } = layerOf(file, level, projection);
      const random = new Random(3, 'pixels');
      for (const [zoom, pixelRatio] of [
        [7, 1],
        [8.4, 1.5],
        [9, 2],
      ]) {
        const raster = finish(rasterAreas(geometry, countryView(geometry, zoom + ZOOMS[projection], pixelRatio)));
        expect([zoom, faultsOf(raster).slice(0, 5)]).toEqual([zoom, []]);
        const pixels = Array.from(
          { length: isThorough ? 20_000 : 1000 },
          () => [random.int(raster.width), random.int(raster.height)] as const,
        );
        const { faults, differences } = compare(raster, plane, pixels);
        expect([zoom, faults]).toEqual([zoom, []]);
        // What is typical lies far below what may occur.
        expect(quantile(differences, 0.5)).toBeLessThan(0.03);
        expect(quantile(differences, 0.99)).toBeLessThan(0.25);
        for (const [column, row] of pixels) {
          const found = wholeAt(raster, column, row);
          if (found === 'mixed') continue;
          const { left, top, right, bottom } = cellOf(raster.view, column, row);
          const middle = fromWorld(projection, (left + right) / 2, (top + bottom) / 2);
          expect([zoom, column, row, index.shapeAt(...middle)]).toEqual([zoom, column, row, found]);
        }
      }
    },
    120_000,
  );
});

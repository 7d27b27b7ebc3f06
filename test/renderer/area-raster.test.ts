import { describe, expect, it } from 'vitest';
import type { Topology } from 'topojson-specification';
import { finish, inSlices } from '@zicht-op/core/tasks/slices.js';
import { rasterAreas, type AreaRaster } from '@zicht-op/renderer/area-raster.js';
import { canvasSize, type PixelView } from '@zicht-op/renderer/pixel-view.js';
import { worldGeometry, type ProjectionName } from '@zicht-op/renderer/world-geometry.js';
import { Random } from '@zicht-op/voorbeeldland/random/random.js';
import { multiPolygon, polygon, type Ring } from '../core/geo/support/shapes.js';
import { allPixels, compare, faultsOf, partsAt, wholeAt } from './support/raster.js';
import {
  at,
  cells,
  geoJsonWorld,
  mercator,
  plainPlane,
  planeOf,
  sharedWorld,
  topologyWorld,
  view,
  type World,
} from './support/worlds.js';

const RATIOS = [1, 1.25, 1.5, 2, 3];

type Pixel = readonly [x: number, y: number];

/** A ring by its corners in pixels of a view of 64 by 64. */
const ring = (...corners: Pixel[]): Ring => [...corners, corners[0]].map(([x, y]) => at(x, y));
const box = (left: number, top: number, right: number, bottom: number): Ring =>
  ring([left, top], [right, top], [right, bottom], [left, bottom]);

function raster(world: World, changes: Partial<PixelView> = {}, projection: ProjectionName = 'plain'): AreaRaster {
  return finish(rasterAreas(worldGeometry(world.boundaries, projection), view(changes)));
}

/** Every run of a raster, row by row: its content and the column it ends before. */
const runsOf = ({ rowStart, end, content, height }: AreaRaster): number[][][] =>
  Array.from({ length: height }, (_, row) =>
    Array.from(end.subarray(rowStart[row], rowStart[row + 1]), (stop, i) => [content[rowStart[row] + i], stop]),
  );

/** A document of arcs in pixels and, per shape, rings of arcs: what no writer of TopoJSON would think of. */
function arcs(places: readonly Pixel[][], ...shapes: (number[][] | null)[]): World {
  const geometries = shapes.map((rings, i) => ({
    ...(rings ? { type: 'Polygon', arcs: rings } : { type: null }),
    properties: { statcode: `GM000${i + 1}` },
  }));
  const document = {
    type: 'Topology',
    arcs: places.map((arc) => arc.map(([x, y]) => at(x, y))),
    objects: { gemeenten: { type: 'GeometryCollection', geometries } },
  };
  return topologyWorld(document as unknown as Topology);
}

const HOLE = [box(4, 4, 60, 60), box(14.3, 15.2, 50.1, 49.7)] as const;
const BOW_TIE = ring([5, 5], [55, 50], [55, 7], [6, 61]);

/** Whatever may be drawn over a view of 64 by 64 pixels. */
const WORLDS: readonly (readonly [what: string, world: () => World])[] = [
  ['a shape without rings', () => geoJsonWorld([null, polygon(box(3, 3, 20, 20)), null])],
  ['a shape of less than a pixel', () => geoJsonWorld([polygon(ring([10.4, 10.3], [10.7, 10.4], [10.5, 10.9]))])],
  ['a shape of less than a pixel on a pixel’s corner', () => geoJsonWorld([polygon(box(9.9, 9.9, 10.1, 10.1))])],
  ['a sliver between two scan lines', () => geoJsonWorld([polygon(box(5, 10.13, 60, 10.37))])],
  ['a sliver of a tenth of a pixel, upright', () => geoJsonWorld([polygon(box(10.45, 3, 10.55, 60))])],
  ['a ring without height', () => geoJsonWorld([polygon(ring([5, 10.125], [30, 10.125], [60, 10.125]))])],
  ['a ring without width', () => geoJsonWorld([polygon(ring([10, 5], [10, 30], [10, 60]))])],
  ['a hole', () => geoJsonWorld([polygon(...HOLE)])],
  ['a hole that another fills', () => geoJsonWorld([polygon(...HOLE), polygon(HOLE[1])])],
  ['an island in a hole', () => geoJsonWorld([multiPolygon([...HOLE], [box(20, 20, 40, 40)])])],
  ['an island in a hole, in rings of one polygon', () => geoJsonWorld([polygon(...HOLE, box(20, 20, 40, 40))])],
  ['parts that touch in a point', () => geoJsonWorld([multiPolygon([box(3, 3, 20, 20)], [box(20, 20, 40, 33)])])],
  [
    'a ring that touches itself',
    () => geoJsonWorld([polygon(ring([3, 3], [20, 20], [40, 3], [40, 40], [20, 20], [3, 40]))]),
  ],
  [
    'a hole that touches the outline',
    () => geoJsonWorld([polygon(box(3, 3, 40, 40), ring([3, 20], [20, 10], [20, 30]))]),
  ],
  ['a ring that crosses itself', () => geoJsonWorld([polygon(BOW_TIE)])],
  ['a star, empty in the middle', () => geoJsonWorld([polygon(ring([32, 2], [50, 60], [3, 22], [61, 22], [14, 60]))])],
  ['a ring walked twice', () => geoJsonWorld([polygon(ring([5, 5], [40, 9], [20, 50], [5, 5], [40, 9], [20, 50]))])],
  ['the same ring twice in a shape', () => geoJsonWorld([polygon(BOW_TIE, BOW_TIE)])],
  ['rings wound either way', () => geoJsonWorld([polygon([...BOW_TIE].reverse()), polygon([...HOLE[1]].reverse())])],
  ['the smaller after the larger', () => geoJsonWorld([polygon(box(3, 3, 60, 60)), polygon(box(10.5, 9.3, 30, 30))])],
  ['the smaller before the larger', () => geoJsonWorld([polygon(box(10.5, 9.3, 30, 30)), polygon(box(3, 3, 60, 60))])],
  [
    'shapes of one size over each other',
    () => geoJsonWorld([polygon(box(3, 3, 35, 35)), polygon(box(19, 19, 51, 51))]),
  ],
  ['a shape given twice', () => geoJsonWorld([polygon(BOW_TIE), polygon(BOW_TIE)])],
  ['a gap between shapes', () => geoJsonWorld([polygon(box(3, 3, 30.2, 60)), polygon(box(30.6, 3, 60, 60))])],
  ['corners on scan lines', () => geoJsonWorld([polygon(ring([5, 5.125], [30, 9.375], [50, 40.625], [9, 20.875]))])],
  ['corners on edges of pixels', () => geoJsonWorld([polygon(ring([5, 5], [30, 9], [50, 40], [9, 20]))])],
  [
    'sides on scan lines',
    () => geoJsonWorld([polygon(box(5, 5.125, 50, 40.625)), polygon(box(5, 40.625, 50, 44.375))]),
  ],
  ['sides on edges of pixels', () => geoJsonWorld([polygon(box(5, 5, 50, 40)), polygon(box(5, 40, 50, 44))])],
  [
    'points in line',
    () => geoJsonWorld([polygon(ring([5, 5], [10, 6], [15, 7], [25, 9], [20, 30], [15, 40], [10, 35]))]),
  ],
  ['points given twice', () => geoJsonWorld([polygon(ring([5, 5], [5, 5], [40, 9], [40, 9], [20, 50], [20, 50]))])],
  [
    'a spike there and back',
    () => geoJsonWorld([polygon(ring([5, 5], [40, 5], [40, 20], [60, 25], [40, 20], [40, 40], [5, 40]))]),
  ],
  ['shapes beyond the left', () => geoJsonWorld([polygon(box(-300, -20, -5, 90)), polygon(box(-300, 5, 9.4, 20))])],
  ['shapes beyond the right', () => geoJsonWorld([polygon(box(64, -20, 300, 90)), polygon(box(41.7, 5, 300, 20))])],
  ['shapes beyond the top', () => geoJsonWorld([polygon(box(3, -300, 90, 0)), polygon(box(3, -300, 20, 33.3))])],
  ['shapes beyond the bottom', () => geoJsonWorld([polygon(box(3, 64, 90, 300)), polygon(box(3, 11.1, 20, 300))])],
  ['a shape around the view', () => geoJsonWorld([polygon(box(-300, -300, 300, 300))])],
  [
    'a shape around the view, with the view in its hole',
    () => geoJsonWorld([polygon(box(-300, -300, 300, 300), box(-5, -5, 70, 70))]),
  ],
  [
    'a shape that passes from far left to far right',
    () => geoJsonWorld([polygon(ring([-300, 20], [300, 33], [300, 45], [-300, 22]))]),
  ],
  [
    'an arc that a shape walks there and back',
    () =>
      arcs(
        [
          [
            [5, 5],
            [60, 9],
            [33, 60],
            [5, 5],
          ],
          [
            [5, 5],
            [30, 30],
          ],
        ],
        [[0, 1, ~1]],
        [[~0]],
      ),
  ],
  [
    'an arc that three shapes walk',
    () =>
      arcs(
        [
          [
            [30, 5],
            [33, 60],
          ],
          [
            [33, 60],
            [5, 33],
            [30, 5],
          ],
          [
            [33, 60],
            [60, 33],
            [30, 5],
          ],
          [
            [33, 60],
            [50, 31],
            [30, 5],
          ],
        ],
        [[0, 1]],
        [[0, 2]],
        [[0, 3]],
      ),
  ],
  [
    'an arc that four shapes walk, two of them the same way round',
    () =>
      arcs(
        [
          [
            [30, 5],
            [33, 60],
          ],
          [
            [33, 60],
            [5, 33],
            [30, 5],
          ],
          [
            [33, 60],
            [60, 33],
            [30, 5],
          ],
        ],
        [[0, 1]],
        [[0, 2]],
        [[~2, ~0]],
        [[0, 1]],
      ),
  ],
  [
    'an arc of one point in a ring',
    () =>
      arcs(
        [
          [
            [5, 5],
            [60, 9],
          ],
          [[60, 9]],
          [
            [60, 9],
            [33, 60],
            [5, 5],
          ],
        ],
        [[0, 1, 2]],
      ),
  ],
  [
    'an arc of two points that are one',
    () =>
      arcs(
        [
          [
            [5, 5],
            [60, 9],
          ],
          [
            [60, 9],
            [60, 9],
          ],
          [
            [60, 9],
            [33, 60],
            [5, 5],
          ],
        ],
        [[0, 1, 2]],
      ),
  ],
  [
    'arcs that no shape walks',
    () =>
      arcs(
        [
          [
            [5, 5],
            [60, 9],
            [33, 60],
            [5, 5],
          ],
          [
            [0, 0],
            [64, 64],
          ],
          [[3, 3]],
          [],
        ],
        [[0]],
      ),
  ],
];

describe('rasterAreas', () => {
  it.each(WORLDS)('draws %s as the independent judge does', (_what, makeWorld) => {
    const world = makeWorld();
    for (const pixelRatio of [1, 1.25, 2]) {
      const made = raster(world, { pixelRatio });
      expect([pixelRatio, faultsOf(made)]).toEqual([pixelRatio, []]);
      expect([pixelRatio, compare(made, plainPlane(world)).faults]).toEqual([pixelRatio, []]);
    }
  });

  it('has one empty run per row where there is nothing', () => {
    const { boundaries } = geoJsonWorld([null]);
    const nothing = { ...boundaries, codes: [], names: [], shapeRings: new Uint32Array(1) };
    for (const shapes of [boundaries, nothing]) {
      const made = finish(rasterAreas(worldGeometry(shapes, 'web-mercator'), view({ height: 3 })));
      expect(runsOf(made)).toEqual([[[0, 64]], [[0, 64]], [[0, 64]]]);
      expect(made.mixes).toHaveLength(0);
    }
  });

  it('has one run per row inside a shape, also where borders lie to the left of the view', () => {
    const world = geoJsonWorld([polygon(box(-90, -90, -20, 90)), polygon(box(-20, -90, 90, 90))]);
    expect(runsOf(raster(world, { height: 2 }))).toEqual([[[2, 64]], [[2, 64]]]);
  });

  it.each([
    [0, 0],
    [0, 5],
    [5, 0],
    [1, 1],
    [0.3, 0.3],
  ])('draws a view of %d by %d pixels', (width, height) => {
    const world = geoJsonWorld([polygon(box(-9, -9, 30, 30))]);
    for (const pixelRatio of RATIOS) {
      const made = raster(world, { width, height, pixelRatio });
      expect([made.width, made.height]).toEqual(canvasSize(made.view));
      expect(faultsOf(made)).toEqual([]);
      expect(made.content).toEqual(new Int32Array(made.width > 0 ? made.height : 0).fill(1));
    }
  });

  it('gives each shape the part of a pixel that it has, to a 255th along a scan line', () => {
    const made = raster(geoJsonWorld([polygon(box(-9, -9, 10.4, 90)), polygon(box(10.4, -9, 90, 90))]));
    expect([...partsAt(made, 10, 0)]).toEqual([
      [0, 102],
      [1, 153],
    ]);
  });

  it('counts a border across a pixel in quarters, and in halves where pixels are small', () => {
    const world = geoJsonWorld([polygon(box(-9, -9, 90, 10.3))]);
    expect(partsAt(raster(world), 0, 10).get(0)).toBe(64);
    expect(partsAt(raster(world, { pixelRatio: 2 }), 0, 20).get(0)).toBe(128);
  });

  it('takes the smaller of shapes over each other, and of equal ones the first, whatever they are drawn with', () => {
    const [large, small] = [polygon(box(3, 3, 60, 60)), polygon(box(10, 10, 30, 30))];
    expect(wholeAt(raster(geoJsonWorld([large, small])), 20, 20)).toBe(1);
    expect(wholeAt(raster(geoJsonWorld([small, large])), 20, 20)).toBe(0);
    expect(wholeAt(raster(geoJsonWorld([small, large, small])), 20, 20)).toBe(0);
  });

  it('finds the smallest of hundreds of shapes over each other', () => {
    const stack = Array.from({ length: 400 }, (_, i) =>
      polygon(box(30 - i / 20, 30 - i / 20, 31 + i / 20, 31 + i / 20)),
    );
    const made = raster(geoJsonWorld(stack));
    expect(wholeAt(made, 30, 30)).toBe(0);
    expect(faultsOf(made)).toEqual([]);
  });

  it('adds up to 255 however many shapes share a pixel', () => {
    for (const count of [2, 17, 128, 200, 255, 300, 511, 2000]) {
      const stripes = Array.from({ length: count }, (_, i) =>
        polygon(box(10 + i / count, 3, 10 + (i + 1) / count, 60)),
      );
      const made = raster(geoJsonWorld(stripes), { height: 24 });
      expect([count, faultsOf(made)]).toEqual([count, []]);
      const parts = [...partsAt(made, 10, 20).values()];
      // None takes what is others': each has its share to less than a 255th.
      expect(Math.max(...parts)).toBeLessThan(255 / count + 1);
    }
  });

  it('goes on to the last pixel where the canvas reaches beyond the view', () => {
    // 33 pixels of a view are 41.25 or 49.5 of a canvas, which has 50 then.
    const world = geoJsonWorld([polygon(box(-9, -9, 33.1, 90)), polygon(box(33.1, -9, 90, 33.1))]);
    for (const pixelRatio of RATIOS) {
      const made = raster(world, { width: 33, height: 33, pixelRatio });
      expect(compare(made, plainPlane(world)).faults).toEqual([]);
    }
  });

  it('doesn’t run on to the right where arcs meet only within a decimetre', () => {
    const apart = 1e-6 * 64 * 0.9;
    const world = arcs(
      [
        [
          [5, 5],
          [60, 9],
        ],
        [
          [60, 9 + apart],
          [33, 60],
        ],
        [
          [33, 60 + apart],
          [4, 33],
          [5, 5 - apart],
        ],
      ],
      [[0, 1, 2]],
    );
    // So large that scan lines pass through each gap. What lies to the right of it there, up to the edge, is empty.
    for (const [x, y] of [
      [60, 9],
      [33, 60],
      [5, 5],
    ]) {
      const [longitude, latitude] = at(x, y);
      const [originX, originY] = [longitude * 1e6 - 20, -latitude * 1e6 - 20];
      const made = raster(world, { scale: 1e6, originX, originY, width: 40, height: 40 });
      const right = Array.from({ length: 9 }, (_, i) => wholeAt(made, 39, 12 + i));
      expect(right).toEqual(right.map(() => -1));
      expect(faultsOf(made)).toEqual([]);
    }
  });

  it('is the same in slices as at once, and can be stopped after every band of rows', async () => {
    const { boundaries } = sharedWorld(cells(new Random(1, 'slices'), 30, 0.3));
    const geometry = worldGeometry(boundaries, 'plain');
    const atOnce = finish(rasterAreas(geometry, view({ height: 60 })));
    expect(await inSlices(rasterAreas(geometry, view({ height: 60 })), { budget: 0 })).toEqual(atOnce);
    const work = rasterAreas(geometry, view({ height: 60 }));
    let stops = 0;
    while (!work.next().done) stops++;
    expect(stops).toBe(3);
    const stop = AbortSignal.abort();
    await expect(inSlices(rasterAreas(geometry, view()), { signal: stop })).rejects.toThrow(/abort/i);
  });
});

/** A view of Web Mercator around a place. */
function around(longitude: number, latitude: number, zoom: number, changes: Partial<PixelView> = {}): PixelView {
  const [x, y] = mercator(longitude, latitude);
  const { width = 40, height = 40, pixelRatio = 1 } = changes;
  const scale = 2 ** zoom;
  return { scale, originX: x * scale - width / 2, originY: y * scale - height / 2, width, height, pixelRatio };
}

describe('rasterAreas on the globe', () => {
  const compareAround = (world: World, ...place: Parameters<typeof around>): void => {
    const made = raster(world, around(...place), 'web-mercator');
    expect(faultsOf(made)).toEqual([]);
    expect(compare(made, planeOf(world, mercator)).faults).toEqual([]);
  };
  const square = (west: number, south: number, east: number, north: number): Ring => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];

  it.each(RATIOS)(
    'draws a triangle of 80 m², wound the wrong way, at zooms 7 to 19 and pixel ratio %d',
    (pixelRatio) => {
      const [longitude, latitude] = [5.9, 52.3];
      const clockwise: Ring = [
        [longitude, latitude],
        [longitude, latitude + 0.000115],
        [longitude + 0.000182, latitude],
        [longitude, latitude],
      ];
      const world = geoJsonWorld([polygon(square(5, 52, 6, 53)), polygon(clockwise)]);
      for (let zoom = 7; zoom <= 19; zoom++) compareAround(world, longitude, latitude, zoom, { pixelRatio });
    },
  );

  it('draws a shape that is split at the antimeridian, on either side of the world', () => {
    const split = multiPolygon([square(178, -20, 180, -15)], [square(-180, -20, -179, -15)]);
    const world = geoJsonWorld([split]);
    for (const zoom of [0, 3, 6])
      for (const longitude of [-180, 180]) compareAround(world, longitude, -17, zoom, { pixelRatio: 1.5 });
    const [east, west] = [180, -180].map((longitude) => raster(world, around(longitude, -17, 6), 'web-mercator'));
    expect([wholeAt(east, 19, 20), wholeAt(east, 20, 20)]).toEqual([0, -1]);
    expect([wholeAt(west, 19, 20), wholeAt(west, 20, 20)]).toEqual([-1, 0]);
  });

  it('draws up to the edge of the square world, and no further, what reaches a pole', () => {
    const world = geoJsonWorld([polygon(square(-180, 60, 0, 90)), polygon(square(-180, -90, 180, -60))]);
    for (const latitude of [85.0511287798, -85.0511287798]) compareAround(world, -90, latitude, 4);
    const made = raster(world, around(-90, 90, 4), 'web-mercator');
    expect([wholeAt(made, 20, 19), wholeAt(made, 20, 20)]).toEqual([-1, 0]);
    expect([...worldGeometry(world.boundaries, 'web-mercator').points].every(Number.isFinite)).toBe(true);
  });

  it('has finite numbers in every projection, whatever the arcs', () => {
    const { boundaries } = arcs(
      [
        [
          [5, 5],
          [60, 9],
          [33, 60],
          [5, 5],
        ],
        [],
        [[3, 3]],
      ],
      [[0]],
      null,
    );
    for (const projection of ['web-mercator', 'rd', 'plain'] as const) {
      const { points, boxes, arcBoxes } = worldGeometry(boundaries, projection);
      expect([...points, ...boxes, ...arcBoxes].filter(Number.isNaN)).toEqual([]);
    }
  });
});

describe('allPixels', () => {
  it('visits each pixel, so that nothing goes unjudged', () => {
    expect([...allPixels(raster(geoJsonWorld([null]), { width: 2, height: 2 }))]).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ]);
  });
});

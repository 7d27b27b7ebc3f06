import { describe, expect, it } from 'vitest';
import { finish } from '@zicht-op/core/tasks/slices.js';
import { rasterAreas } from '@zicht-op/renderer/area-raster.js';
import { worldGeometry } from '@zicht-op/renderer/world-geometry.js';
import { Random } from '@zicht-op/voorbeeldland/random/random.js';
import { allPixels, compare, faultsOf, partsAt } from './support/raster.js';
import {
  cells,
  geoJsonWorld,
  groupedWorld,
  latticeWorld,
  PIXELS,
  plainPlane,
  randomView,
  sharedWorld,
  tangledWorld,
  view,
  type World,
} from './support/worlds.js';

const KINDS: readonly [what: string, make: (random: Random) => World][] = [
  ['cells with shared borders', (random) => sharedWorld(cells(random, 2 + random.int(20)))],
  ['cells with borders of their own', (random) => geoJsonWorld(cells(random, 2 + random.int(20)))],
  ['rough cells with shared borders', (random) => sharedWorld(cells(random, 2 + random.int(20), 0.4))],
  ['rough cells with borders of their own', (random) => geoJsonWorld(cells(random, 2 + random.int(20), 0.4))],
  ['parts, holes and islands', (random) => groupedWorld(random, cells(random, 40), 4, false)],
  ['parts, holes and islands with gaps', (random) => groupedWorld(random, cells(random, 40, 0.3), 5, true)],
  ['shapes over each other and themselves', (random) => tangledWorld(random, 1 + random.int(7))],
  [
    'shapes with corners on scan lines and pixel edges',
    (random) => latticeWorld(random, 1 + random.int(7), 8 * PIXELS),
  ],
  ['tangles with corners on scan lines and pixel edges', (random) => tangledWorld(random, 5, 8 * PIXELS)],
];

/** Worlds of each kind. To look longer: `ZICHT_OP_WORLDS=1000 npx vitest run test/renderer/area-raster-random.test.ts`. */
const WORLDS = Number(process.env.ZICHT_OP_WORLDS ?? 30);

describe('a raster of random shapes', () => {
  it.each(KINDS)(
    'of %s agrees with the independent judge',
    (_what, make) => {
      let [whole, shared] = [0, 0];
      for (let seed = 0; seed < WORLDS; seed++) {
        const random = new Random(seed, 'raster');
        const world = make(random);
        const raster = finish(rasterAreas(worldGeometry(world.boundaries, 'plain'), randomView(random)));
        expect([seed, faultsOf(raster)]).toEqual([seed, []]);
        const comparison = compare(raster, plainPlane(world));
        expect([seed, comparison.faults]).toEqual([seed, []]);
        whole += comparison.whole;
        shared += comparison.shared;
      }
      // Else there was nothing to agree on.
      expect(Math.min(whole, shared)).toBeGreaterThan(0);
    },
    WORLDS * 500,
  );
});

describe('a raster of a country without gaps', () => {
  it.each([
    ['shared', sharedWorld],
    ['of their own', geoJsonWorld],
  ])('has no empty place between neighbours at any scale, with arcs %s', (_what, makeWorld) => {
    for (let seed = 0; seed < WORLDS; seed++) {
      const random = new Random(seed, 'gaps');
      const { boundaries } = makeWorld(cells(random, 2 + random.int(60), random.between(0, 0.5)));
      const geometry = worldGeometry(boundaries, 'plain');
      const scale = 2 ** random.between(2, 12);
      // Inside the country by a pixel on every side.
      const size = Math.min(40, Math.floor(scale) - 2);
      const [free, corner] = [(scale - size - 2) * random.next() + 1, view({ scale })];
      const [originX, originY] = [5 * scale + free, -53 * scale + free];
      const raster = finish(rasterAreas(geometry, { ...corner, originX, originY, width: size, height: size }));
      const empty = [...allPixels(raster)].filter(([column, row]) => partsAt(raster, column, row).has(-1));
      expect([seed, scale, empty]).toEqual([seed, scale, []]);
    }
  });
});

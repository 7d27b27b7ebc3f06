import { describe, expect, it } from 'vitest';
import { createHitIndex, type HitIndex } from '@zicht-op/core/geo/hit-index.js';
import { interiorPoint, quickInteriorPoint } from '@zicht-op/core/geo/interior-point.js';
import { neighboursOf, type Direction, type Neighbours } from '@zicht-op/core/geo/neighbours.js';
import { isInShape } from '@zicht-op/core/geo/rings.js';
import { toGeoJsonGeometry } from '@zicht-op/core/geo/to-geojson.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { ARROWS, isStronglyConnected } from './support/moves.js';
import { hasRealData, readLayer, REAL_LAYERS } from './support/real-layers.js';
import { collection, feature, shapesOf } from './support/shapes.js';

/** What tests of a layer share: making it takes longer than looking at it. */
interface Layer {
  readonly shapes: Boundaries;
  readonly neighbours: Neighbours;
  readonly index: HitIndex;
  /** Interior points, well inside and as they are found quickly. */
  readonly places: readonly (readonly [number, number])[];
  readonly quickPlaces: readonly (readonly [number, number])[];
}

const layers = new Map<string, Layer>();

function layerOf(file: string, level: string): Layer {
  const known = layers.get(`${file} ${level}`);
  if (known) return known;
  const shapes = shapesOf(readLayer(file), level);
  const places = shapes.codes.map((_, shape) => interiorPoint(shapes, shape) ?? ([NaN, NaN] as const));
  const quickPlaces = shapes.codes.map((_, shape) => quickInteriorPoint(shapes, shape) ?? ([NaN, NaN] as const));
  const layer = { shapes, neighbours: neighboursOf(shapes), index: createHitIndex(shapes), places, quickPlaces };
  layers.set(`${file} ${level}`, layer);
  return layer;
}

/** Names or codes of the neighbours of an area. */
function around(
  shapes: Boundaries,
  neighbours: Neighbours,
  what: string,
  labels: readonly (string | null)[],
): string[] {
  return neighbours.of(labels.indexOf(what)).map((shape) => labels[shape] ?? shapes.codes[shape]);
}

describe.skipIf(!hasRealData)('the real layers', () => {
  it.each(REAL_LAYERS)(
    'have in $file, $object a place inside every area, where just that area is found',
    ({ file, level }) => {
      const { shapes, index, places, quickPlaces } = layerOf(file, level);
      const missed = shapes.codes.filter((_, shape) => index.shapeAt(...places[shape]) !== shape);
      expect(missed).toEqual([]);
      const missedQuickly = shapes.codes.filter((_, shape) => !isInShape(shapes, shape, ...quickPlaces[shape]));
      expect(missedQuickly).toEqual([]);
    },
  );

  it.each(REAL_LAYERS)('are found in $file, $object as a look at every single area finds them', ({ file, level }) => {
    const { shapes, index } = layerOf(file, level);
    // Places spread evenly, without chance: a lattice turned by the golden ratio.
    for (let i = 0; i < 60; i++) {
      const place = [3.3 + 4 * ((i * 0.618034) % 1), 50.7 + 2.9 * ((i + 0.5) / 60)] as const;
      const inside = shapes.codes.flatMap((_, shape) => (isInShape(shapes, shape, ...place) ? [shape] : []));
      if (inside.length === 0) expect(index.shapeAt(...place)).toBe(-1);
      else expect(inside).toContain(index.shapeAt(...place));
    }
  });

  it.each(REAL_LAYERS)('let the arrow keys in $file, $object reach every area from every other', ({ file, level }) => {
    expect(isStronglyConnected(layerOf(file, level).shapes, layerOf(file, level).neighbours)).toBe(true);
  });

  it.each(REAL_LAYERS)(
    'have in $file, $object no dead end where something lies further that way',
    ({ file, level }) => {
      const { shapes, neighbours, quickPlaces: places } = layerOf(file, level);
      const extreme = {
        up: Math.max(...places.map(([, lat]) => lat)),
        down: Math.min(...places.map(([, lat]) => lat)),
        right: Math.max(...places.map(([lon]) => lon)),
        left: Math.min(...places.map(([lon]) => lon)),
      };
      shapes.codes.forEach((_, shape) => {
        for (const arrow of ARROWS) {
          const own = places[shape][arrow === 'up' || arrow === 'down' ? 1 : 0];
          if (own !== extreme[arrow]) expect(neighbours.neighbourInDirection(shape, arrow)).toBeGreaterThanOrEqual(0);
        }
      });
    },
  );

  it.each(REAL_LAYERS)(
    'let an arrow key in $file, $object lead that way, but for one or two threaded in',
    ({ file, level }) => {
      const { shapes, neighbours, quickPlaces: places } = layerOf(file, level);
      const isAhead = (from: number, to: number, arrow: Direction): boolean => {
        const axis = arrow === 'up' || arrow === 'down' ? 1 : 0;
        const ahead = places[to][axis] - places[from][axis];
        return arrow === 'up' || arrow === 'right' ? ahead > 0 : ahead < 0;
      };
      const astray = shapes.codes.flatMap((_, shape) =>
        ARROWS.filter((arrow) => {
          const to = neighbours.neighbourInDirection(shape, arrow);
          return to >= 0 && !isAhead(shape, to, arrow);
        }),
      );
      expect(astray.length).toBeLessThanOrEqual(2);
    },
  );

  it('have the neighbours of Utrecht that it has', () => {
    const { shapes, neighbours } = layerOf('gemeenten-2022', 'gemeente');
    expect(around(shapes, neighbours, 'Utrecht', shapes.names).sort()).toEqual([
      'Bunnik',
      'De Bilt',
      'Houten',
      'IJsselstein',
      'Montfoort',
      'Nieuwegein',
      'Stichtse Vecht',
      'Woerden',
      'Zeist',
    ]);
  });

  it('have neighbours for Amsterdam, though it shares no arc with any in 2024', () => {
    const { shapes, neighbours } = layerOf('gemeenten-2024', 'gemeente');
    const found = around(shapes, neighbours, 'Amsterdam', shapes.names);
    expect(found).toEqual(
      expect.arrayContaining([
        'Amstelveen',
        'Diemen',
        'Haarlemmermeer',
        'Landsmeer',
        'Ouder-Amstel',
        'Waterland',
        'Zaanstad',
      ]),
    );
    expect(found).not.toContain('Haarlem');
  });

  it('have an island beside the shape nearest to it', () => {
    const { shapes, neighbours } = layerOf('gemeenten-2022', 'gemeente');
    expect(around(shapes, neighbours, 'Vlieland', shapes.names)).toContain('Texel');
    for (const name of ['Texel', 'Ameland', 'Schiermonnikoog'])
      expect(neighbours.of(shapes.names.indexOf(name)).length).toBeGreaterThan(0);
  });

  it('have the area on top where one covers others', () => {
    const { shapes, index, places } = layerOf('buurten-2019', 'buurt');
    for (const code of ['BU17140200', 'BU17140209']) {
      const shape = shapes.codes.indexOf(code);
      const point = places[shape];
      expect(isInShape(shapes, shapes.codes.indexOf('BU17140009'), ...point)).toBe(true);
      expect(index.shapeAt(...point)).toBe(shape);
    }
  });

  it('find a triangle of 80 square metres that is wound the wrong way round', () => {
    const { shapes, index, places } = layerOf('buurten-2019', 'buurt');
    const shape = shapes.codes.indexOf('BU02320206');
    expect(index.shapeAt(...places[shape])).toBe(shape);
  });

  it.each(REAL_LAYERS)(
    'have in $file, $object the same neighbours and hits as the GeoJSON that is made of it',
    ({ file, level }) => {
      const { shapes, neighbours, index, places } = layerOf(file, level);
      const features = shapes.codes.map((code, shape) => feature(code, toGeoJsonGeometry(shapes, shape)));
      const again = shapesOf(collection(...features), level);
      const neighboursAgain = neighboursOf(again);
      const indexAgain = createHitIndex(again);
      const other = shapes.codes.filter((_, shape) => {
        const isFound = indexAgain.shapeAt(...places[shape]) === index.shapeAt(...places[shape]);
        return !isFound || neighboursAgain.of(shape).join() !== neighbours.of(shape).join();
      });
      expect(other).toEqual([]);
    },
  );
});

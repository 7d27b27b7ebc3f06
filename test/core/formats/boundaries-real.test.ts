import { feature as featureOf } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import { flattenShape, signedArea } from '@zicht-op/core/geo/rings.js';
import { toGeoJsonGeometry } from '@zicht-op/core/geo/to-geojson.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';
import { hasRealData, readLayer, readSample, REAL_LAYERS } from '../geo/support/real-layers.js';
import { collection, feature, shapesOf } from '../geo/support/shapes.js';

/** Every seventh or so, and the last one. */
const sample = (count: number): number[] => {
  const step = Math.max(1, Math.floor(count / 300));
  return Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step).concat(count - 1);
};

type Rings = number[][][];

/** Rings of a geometry as topojson-client makes it, without their closing position. */
function expectedRings(geometry: GeoJSON.Geometry | null): Rings {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return [];
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().map((ring) => ring.slice(0, -1));
}

function ringsOf(shapes: Boundaries, shape: number): Rings {
  const { points, start } = flattenShape(shapes, shape);
  return Array.from({ length: start.length - 1 }, (_, ring) =>
    Array.from({ length: start[ring + 1] - start[ring] }, (_, i) => [
      points[(start[ring] + i) * 2],
      points[(start[ring] + i) * 2 + 1],
    ]),
  );
}

/** Area of a layer in square kilometres on a sphere of the earth's mean radius; holes are taken off by their winding. */
function squareKilometres(shapes: Boundaries): number {
  let total = 0;
  shapes.codes.forEach((_, shape) => {
    const geometry = toGeoJsonGeometry(shapes, shape);
    const polygons = geometry?.type === 'Polygon' ? [geometry.coordinates] : (geometry?.coordinates ?? []);
    for (const ring of polygons.flat()) {
      for (let i = 0; i + 1 < ring.length; i++) {
        const [lon, lat] = ring[i].map((degrees) => (degrees * Math.PI) / 180);
        const [nextLon, nextLat] = ring[i + 1].map((degrees) => (degrees * Math.PI) / 180);
        total -= ((nextLon - lon) * (Math.sin(lat) + Math.sin(nextLat))) / 2;
      }
    }
  });
  return total * 6371.0088 ** 2;
}

describe.skipIf(!hasRealData)('the real layers', () => {
  describe.each(REAL_LAYERS)('$file, $object', ({ file, object, level, count }) => {
    const topology: Topology = hasRealData ? readLayer(file) : { type: 'Topology', arcs: [], objects: {} };
    const shapes = (): Boundaries => shapesOf(topology, level);

    it('is read without a problem, every area once', () => {
      const document = parseBoundaries(topology);
      const boundaries = document.ok && document.value.ofLevel(level);
      expect(document.ok && document.value.levels.get(level)).toBe(count);
      expect([document.problems, boundaries && boundaries.problems]).toEqual([[], []]);
      expect(new Set(shapes().codes).size).toBe(count);
    });

    it('has the rings that topojson-client finds, position by position', () => {
      const { features } = featureOf(topology, topology.objects[object] as GeometryCollection<{ statcode: string }>);
      const found = shapes();
      for (const shape of sample(count)) {
        expect(found.codes[shape]).toBe(features[shape].properties.statcode);
        expect(ringsOf(found, shape)).toEqual(expectedRings(features[shape].geometry));
      }
    });

    it('covers the land of the Netherlands', () => {
      const area = squareKilometres(shapes());
      expect(area).toBeGreaterThan(34_922);
      expect(area).toBeLessThan(34_973);
    });

    it('has the same shapes as the GeoJSON that is made of it', () => {
      const found = shapes();
      const features = found.codes.map((code, shape) =>
        feature(code, toGeoJsonGeometry(found, shape), { statnaam: found.names[shape] }),
      );
      const again = shapesOf(collection(...features), level);
      expect([again.codes, again.names]).toEqual([found.codes, found.names]);
      for (const shape of sample(count)) {
        // Rings may come in another order, begin elsewhere and run the other way.
        const areas = [found, again].map((one) => {
          const rings = flattenShape(one, shape);
          return Array.from(rings.start.slice(1), (_, ring) => Math.abs(signedArea(rings, ring)))
            .filter((area) => area > 0)
            .sort((a, b) => a - b);
        });
        expect(areas[1]).toHaveLength(areas[0].length);
        areas[1].forEach((area, i) => expect(area).toBeCloseTo(areas[0][i], 12));
      }
    });
  });

  it('keep a triangle that is wound the wrong way round', () => {
    const shapes = shapesOf(readLayer('buurten-2019'), 'buurt');
    const shape = shapes.codes.indexOf('BU02320206');
    const rings = flattenShape(shapes, shape);
    expect(rings.points).toHaveLength(6);
    expect(signedArea(rings, 0)).toBeGreaterThan(0);
    expect(toGeoJsonGeometry(shapes, shape)).toMatchObject({ type: 'Polygon' });
  });

  it('keep names that aren’t known as such', () => {
    const { names } = shapesOf(readLayer('buurten-2019'), 'buurt');
    expect(names.filter((name) => name === null)).toHaveLength(870);
  });

  it('have codes with letters in 2024', () => {
    const { codes } = shapesOf(readLayer('buurten-2024'), 'buurt');
    expect(codes.filter((code) => /^BU\d*[A-Z]/.test(code)).length).toBeGreaterThan(500);
  });
});

describe.skipIf(!hasRealData)('wire samples', () => {
  it('of PDOK’s WFS give eleven gemeenten of 2022', () => {
    const shapes = shapesOf(readSample('pdok-wfs-gebiedsindelingen-2022-gemeente_gegeneraliseerd.geojson'));
    expect([shapes.codes.length, shapes.year, shapes.codes[0], shapes.names[0]]).toEqual([
      11,
      2022,
      'GM0277',
      'Rozendaal',
    ]);
    expect(shapes.codes.every((_, shape) => toGeoJsonGeometry(shapes, shape) !== null)).toBe(true);
  });

  it('of PDOK’s attributes give buurten by buurtcode and buurtnaam, and none of the numbers', () => {
    const shapes = shapesOf(readSample('pdok-wijkenbuurten-buurten-attributes-hengelo.geojson'), 'buurt');
    expect(shapes.codes).toHaveLength(6);
    expect([shapes.codes[0], shapes.names[0]]).toEqual(['BU01640000', 'Binnenstad-Centrum']);
    expect(shapes.parents.size).toBe(0);
  });

  it('of an OGC API without features have no levels', () => {
    const document = parseBoundaries(readSample('ogcapi-features-gokoala-items-empty.json'));
    expect(document.ok && document.value.levels.size).toBe(0);
  });

  it('of an OGC API with addresses have no areas', () => {
    const document = parseBoundaries(readSample('ogcapi-features-gokoala-items.json'));
    expect(document.ok && document.value.levels.size).toBe(0);
  });

  it('of an OGC API with a feature without geometry give a shape without rings, by its feature id', () => {
    const shapes = shapesOf(readSample('ogcapi-features-gokoala-item-geometry-null.json'), 'regio');
    expect([shapes.codes, [...shapes.shapeRings]]).toEqual([['6436'], [0, 0]]);
  });

  it.each(['ogcapi-features-gokoala-problem-404.json', 'ogcapi-features-gokoala-queryables.json'])(
    'that are no shapes are not supported: %s',
    (file) => {
      expect(parseBoundaries(readSample(file))).toMatchObject({ ok: false, problems: [{ code: 'not-supported' }] });
    },
  );
});

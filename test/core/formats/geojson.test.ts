import { describe, expect, it } from 'vitest';
import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import { rd } from '@zicht-op/core/geo/projection.js';
import { collection, feature, multiPolygon, polygon, shapesOf, square } from '../geo/support/shapes.js';

const AREA = polygon(square(5, 52));

describe('a GeoJSON document', () => {
  it('has an arc for every ring, closed', () => {
    const { coordinates, arcStart, ringArcs, ringStart, shapeRings } = shapesOf(
      collection(feature('GM0001', polygon(square(5, 52), square(5.25, 52.25, 0.5))), feature('GM0002', AREA)),
    );
    expect([...arcStart]).toEqual([0, 5, 10, 15]);
    expect([...ringArcs]).toEqual([0, 1, 2]);
    expect([...ringStart]).toEqual([0, 1, 2, 3]);
    expect([...shapeRings]).toEqual([0, 2, 3]);
    expect([...coordinates.subarray(0, 10)]).toEqual([5, 52, 6, 52, 6, 53, 5, 53, 5, 52]);
  });

  it.each([
    ['a feature by itself', feature('GM0001', AREA)],
    ['a collection', collection(feature('GM0001', AREA))],
    ['a page', [collection(feature('GM0001', AREA))]],
    ['a page that is a feature', [feature('GM0001', AREA)]],
  ])('may be %s', (_what, json) => {
    expect(shapesOf(json).codes).toEqual(['GM0001']);
  });

  it('is joined from its pages', () => {
    const pages = [collection(feature('GM0001', AREA)), collection(), collection(feature('GM0002', AREA))];
    expect(shapesOf(pages).codes).toEqual(['GM0001', 'GM0002']);
  });

  it.each([
    ['null', null, 0],
    ['left out', undefined, 0],
    ['a polygon without rings', polygon(), 0],
    ['a polygon', AREA, 1],
    ['a polygon with a hole', polygon(square(5, 52), square(5.25, 52.25, 0.5)), 2],
    ['a multipolygon', multiPolygon([square(5, 52)], [square(7, 52)]), 2],
    ['a collection', { type: 'GeometryCollection', geometries: [AREA, multiPolygon([square(7, 52)])] }, 2],
    ['a collection without anything', { type: 'GeometryCollection', geometries: [] }, 0],
    ['a collection with a point', { type: 'GeometryCollection', geometries: [{ type: 'Point' }, AREA] }, 1],
    [
      'a collection in a collection',
      { type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [AREA] }] },
      1,
    ],
  ])('has a shape whose geometry is %s', (_what, geometry, rings) => {
    const boundaries = shapesOf(collection(feature('GM0001', geometry)));
    expect([boundaries.codes, [...boundaries.shapeRings]]).toEqual([['GM0001'], [0, rings]]);
  });

  it.each([
    ['a point', { type: 'Point', coordinates: [5, 52] }],
    ['points', { type: 'MultiPoint', coordinates: [[5, 52]] }],
    [
      'a line',
      {
        type: 'LineString',
        coordinates: [
          [5, 52],
          [6, 53],
        ],
      },
    ],
    ['lines', { type: 'MultiLineString', coordinates: [] }],
    ['a collection of points', { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [5, 52] }] }],
  ])('has no shape for %s', (_what, geometry) => {
    const document = parseBoundaries(collection(feature('GM0001', geometry), feature('GM0002', AREA)));
    expect(document.ok && [document.problems, document.value.levels.get('gemeente')]).toEqual([[], 1]);
  });

  it('gets its last position where a ring is left open', () => {
    const open = polygon(square(5, 52).slice(0, -1));
    expect(shapesOf(collection(feature('GM0001', open)))).toEqual(shapesOf(collection(feature('GM0001', AREA))));
  });

  it('ignores heights', () => {
    const high = polygon(square(5, 52).map(([x, y]) => [x, y, 12] as unknown as [number, number]));
    expect(shapesOf(collection(feature('GM0001', high)))).toEqual(shapesOf(collection(feature('GM0001', AREA))));
  });

  it.each([
    ['an empty ring', []],
    ['a ring of one place', [[5, 52]]],
    [
      'a ring of two places',
      [
        [5, 52],
        [6, 53],
        [5, 52],
      ],
    ],
  ])('leaves out %s, which encloses nothing', (_what, ring) => {
    const boundaries = shapesOf(collection(feature('GM0001', polygon(square(5, 52), ring as [number, number][]))));
    expect([...boundaries.shapeRings]).toEqual([0, 1]);
  });
});

describe('RD metres', () => {
  const metres = polygon([
    [155000, 463000],
    [156000, 463000],
    [156000, 464000],
    [155000, 463000],
  ]);
  const TOWER = [5.38720621, 52.1551744];

  it.each([
    ['whatever the document says of its system', {}],
    ['where the document says so', { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::28992' } } }],
    [
      'also where the document says otherwise',
      { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } },
    ],
  ])('become degrees, %s', (_what, more) => {
    const { coordinates } = shapesOf({ ...collection(feature('GM0001', metres)), ...more });
    expect([...coordinates.subarray(0, 2)]).toEqual(TOWER);
    expect([...coordinates.subarray(2, 4)]).toEqual(rd.unproject(156000, 463000));
  });

  it('are not mixed with degrees: what the document begins with holds', () => {
    const boundaries = shapesOf(collection(feature('GM0001', metres), feature('GM0002', AREA)));
    expect([...boundaries.shapeRings]).toEqual([0, 1, 1]);
  });

  it.each([
    ['of another country', [1_550_000, 463_000]],
    ['of Web Mercator', [600_000, 6_800_000]],
    ['of UTM', [650_000, 5_780_000]],
  ])('%s are refused', (_what, place) => {
    const ring = [place, [place[0] + 10, place[1]], [place[0], place[1] + 10], place] as [number, number][];
    const document = parseBoundaries(collection(feature('GM0001', polygon(ring))));
    expect(document.ok && document.value.ofLevel('gemeente')).toMatchObject({
      ok: false,
      problems: [{ code: 'invalid-boundaries', severity: 'error', path: '/features/0' }],
    });
  });
});

describe('a damaged GeoJSON document', () => {
  it.each([
    ['features that are no array', { type: 'FeatureCollection', features: {} }, '/features'],
    ['no features', { type: 'FeatureCollection' }, '/features'],
    ['a page of something else', [collection(feature('GM0001', AREA)), { title: 'Not Found' }], '/1'],
    ['a page without features', [collection(), { type: 'FeatureCollection' }], '/1/features'],
    ['a page that is null', [collection(), null], '/1'],
  ])('with %s is refused, with its path', (_what, json, path) => {
    expect(parseBoundaries(json)).toEqual({
      ok: false,
      problems: [{ code: 'invalid-boundaries', severity: 'error', path, count: 1 }],
    });
  });

  it.each([
    ['a number', 1],
    ['text', 'feature'],
    ['null', null],
    ['an array', []],
  ])('is read but for a feature that is %s', (_what, odd) => {
    const document = parseBoundaries([collection(feature('GM0001', AREA)), collection(odd)]);
    expect(document.problems).toMatchObject([{ severity: 'warning', path: '/1/features/0' }]);
    expect(document.ok && document.value.levels.get('gemeente')).toBe(1);
  });

  it.each([
    ['of an unknown type', { type: 'Curve', coordinates: [] }],
    ['that is text', 'POLYGON((5 52))'],
    ['that is an array', [AREA]],
    ['without coordinates', { type: 'Polygon' }],
    ['nested too deep', { type: 'Polygon', coordinates: [[square(5, 52)]] }],
    ['nested too flat', { type: 'Polygon', coordinates: square(5, 52) }],
    [
      'with coordinates of text',
      polygon([
        ['5', '52'],
        ['6', '52'],
        ['6', '53'],
      ] as unknown as [number, number][]),
    ],
    [
      'with a coordinate that is null',
      polygon([
        [5, 52],
        [6, null as unknown as number],
        [6, 53],
      ]),
    ],
    [
      'with NaN',
      polygon([
        [5, 52],
        [NaN, 52],
        [6, 53],
      ]),
    ],
    [
      'with an infinite coordinate',
      polygon([
        [5, 52],
        [6, -1e999],
        [6, 53],
      ]),
    ],
    [
      'off the earth',
      polygon([
        [5, 52],
        [181, 52],
        [6, 53],
      ]),
    ],
    ['with a damaged hole', polygon(square(5, 52), [[5, 52], [5]] as unknown as [number, number][])],
    ['with a collection that has none', { type: 'GeometryCollection' }],
    ['with a damaged part', { type: 'GeometryCollection', geometries: [AREA, { type: 'Polygon', coordinates: 1 }] }],
  ])('keeps the shape without its area, and tells where, for a geometry %s', (_what, geometry) => {
    const json = collection(feature('GM0001', AREA), feature('GM0002', geometry), feature('GM0003', AREA));
    const document = parseBoundaries(json);
    const result = document.ok && document.value.ofLevel('gemeente');
    if (!result || !result.ok) throw new Error('unreadable');
    expect([...result.value.shapeRings]).toEqual([0, 1, 1, 2]);
    expect(result.value.arcStart).toHaveLength(3);
    expect(result.problems).toEqual([
      { code: 'invalid-boundaries', severity: 'warning', path: '/features/1', count: 1 },
    ]);
  });

  it('is refused where no shape can be read, though features without geometry stand beside it', () => {
    const document = parseBoundaries(collection(feature('GM0001', { type: 'Polygon' }), feature('GM0002', null)));
    expect(document.ok && document.value.ofLevel('gemeente').ok).toBe(false);
  });

  it('may be a circle: what contains itself has no area', () => {
    const circle: { type: string; geometries: unknown[] } = { type: 'GeometryCollection', geometries: [] };
    circle.geometries.push(AREA, circle);
    const boundaries = shapesOf(collection(feature('GM0001', circle), feature('GM0002', AREA)));
    expect([...boundaries.shapeRings]).toEqual([0, 0, 1]);
  });

  it('may be absurdly deep: what is nested beyond reason has no area', () => {
    let deep: object = AREA;
    for (let i = 0; i < 100_000; i++) deep = { type: 'GeometryCollection', geometries: [deep] };
    const boundaries = shapesOf(collection(feature('GM0001', deep), feature('GM0002', AREA)));
    expect([...boundaries.shapeRings]).toEqual([0, 0, 1]);
  });
});

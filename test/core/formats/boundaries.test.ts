import { describe, expect, it } from 'vitest';
import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import { collection, feature, polygon, shapesOf, square } from '../geo/support/shapes.js';

const AREA = polygon(square(5, 52));

/** Codes of all levels of a document with one feature per set of properties. */
function codesOf(...properties: object[]): string[] {
  const features = properties.map((own) => ({ type: 'Feature', properties: own, geometry: AREA }));
  const document = parseBoundaries(collection(...features));
  if (!document.ok) return [];
  return [...document.value.levels.keys()].flatMap((level) => {
    const boundaries = document.value.ofLevel(level);
    return boundaries.ok ? boundaries.value.codes : [];
  });
}

describe('parseBoundaries', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 12],
    ['text', 'Topology'],
    ['an empty array', []],
    ['an array of numbers', [1, 2]],
    ['an object without type', {}],
    ['JSON-stat', { class: 'dataset', version: '2.0' }],
    ['a bare geometry, which says of no region that it is its own', AREA],
    ['the type of a prototype', { type: 'toString' }],
    ['an OGC problem', { title: 'Not Found', status: 404 }],
  ])('does not support %s', (_what, json) => {
    expect(parseBoundaries(json)).toEqual({
      ok: false,
      problems: [{ code: 'not-supported', severity: 'error', path: '', count: 1 }],
    });
  });

  it('has no levels for a collection without features, and says so for each level that is asked for', () => {
    const document = parseBoundaries(collection());
    expect(document.ok && [document.value.levels.size, document.value.year]).toEqual([0, null]);
    expect(document.ok && document.value.ofLevel('gemeente')).toMatchObject({ problems: [{ code: 'no-match' }] });
  });

  it('lists the levels there are, with their number of shapes', () => {
    const json = collection(feature('GM0001', AREA), feature('GM0002', AREA), feature('WK000101', AREA));
    const document = parseBoundaries(json);
    expect(document.ok && [...document.value.levels]).toEqual([
      ['gemeente', 2],
      ['wijk', 1],
    ]);
    expect(document.ok && document.value.ofLevel('buurt')).toEqual({
      ok: false,
      problems: [{ code: 'no-match', severity: 'error', path: '', count: 1, items: ['gemeente', 'wijk'] }],
    });
  });

  it('decodes a level once and gives the same shapes ever after', () => {
    const document = parseBoundaries(collection(feature('GM0001', AREA)));
    if (!document.ok) throw new Error('unreadable');
    expect(document.value.ofLevel('gemeente')).toBe(document.value.ofLevel('gemeente'));
  });

  it('carries the attribution of a document', () => {
    expect(shapesOf({ ...collection(feature('GM0001', AREA)), attribution: ' CBS / Kadaster ' }).attribution).toBe(
      'CBS / Kadaster',
    );
    expect(shapesOf(collection(feature('GM0001', AREA))).attribution).toBe('');
  });
});

describe('the code of a shape', () => {
  it.each([
    ['statcode before all others', { statcode: 'GM0001', gemeentecode: 'GM0002', code: 'GM0003' }, 'GM0001'],
    ['{level}code before code', { gemeentecode: 'GM0002', code: 'GM0003' }, 'GM0002'],
    ['code before the feature id', { code: 'GM0003' }, 'GM0003'],
    ['the feature id', {}, 'GM0009'],
    [
      'the narrowest {level}code',
      { provinciecode: 'PV20', gemeentecode: 'GM0002', buurtcode: 'BU00020101' },
      'BU00020101',
    ],
    ['code, where {level}code is of an area around it', { code: 'BU00020101', gemeentecode: 'GM0002' }, 'BU00020101'],
    ['padding and small letters', { statcode: ' gm0363   ' }, 'GM0363'],
    ['an empty statcode passed over', { statcode: '  ', code: 'GM0003' }, 'GM0003'],
    ['a statcode that is no text passed over', { statcode: ['GM0001'], code: 'GM0003' }, 'GM0003'],
    ['a code with letters', { statcode: 'BU0363AA01' }, 'BU0363AA01'],
    ['a number', { code: 363 }, '363'],
    ['a code of nobody’s', { code: '<b>A</b>' }, '<B>A</B>'],
  ])('is %s', (_what, properties, code) => {
    const json = collection({ type: 'Feature', id: 'GM0009', properties, geometry: AREA });
    const document = parseBoundaries(json);
    expect(document.ok && [...document.value.levels.keys()].map((level) => shapesOf(json, level).codes)).toEqual([
      [code],
    ]);
  });

  it('is the feature id, where only that is narrower than the areas around it', () => {
    const json = collection({
      type: 'Feature',
      id: 'BU00020101',
      properties: { wijkcode: 'WK000201' },
      geometry: AREA,
    });
    expect(shapesOf(json, 'buurt').codes).toEqual(['BU00020101']);
  });

  it('tells the level by its prefix; one without a name is a level of that name', () => {
    const document = parseBoundaries(collection(feature('GG30', AREA), feature('VR01', AREA), feature('12', AREA)));
    expect(document.ok && [...document.value.levels.keys()]).toEqual(['gg', 'veiligheidsregio', 'regio']);
  });

  it('may be missing: the others are read, and a warning counts those left out', () => {
    const document = parseBoundaries(collection(feature('GM0001', AREA), feature('', AREA), { type: 'Feature' }));
    expect(document.problems).toEqual([
      { code: 'invalid-boundaries', severity: 'warning', path: '/features/1', count: 2 },
    ]);
    expect(document.ok && document.value.levels.get('gemeente')).toBe(1);
  });

  it('is missing everywhere: an error', () => {
    expect(parseBoundaries(collection(feature('', AREA), feature(' ', AREA)))).toEqual({
      ok: false,
      problems: [{ code: 'invalid-boundaries', severity: 'error', path: '/features/0', count: 2 }],
    });
  });
});

describe('the name of a shape', () => {
  it.each([
    ['statnaam', { statnaam: 'A', gemeentenaam: 'B', naam: 'C', name: 'D' }, 'A'],
    ['{level}naam', { gemeentenaam: 'B', wijknaam: 'W', naam: 'C', name: 'D' }, 'B'],
    ['naam', { naam: 'C', name: 'D' }, 'C'],
    ['name', { name: ' D ' }, 'D'],
    ['unknown where statnaam is null', { statnaam: null }, null],
    ['unknown where nothing names it', {}, null],
    ['kept as it is, markup and all', { naam: '<img src=x>' }, '<img src=x>'],
  ])('is %s', (_what, properties, name) => {
    expect(shapesOf(collection(feature('GM0001', AREA, properties))).names).toEqual([name]);
  });
});

describe('the area a shape lies in', () => {
  const parents = (level: string, ...features: object[]): [string, string][] => [
    ...shapesOf(collection(...features), level).parents,
  ];

  it.each([
    ['parent', { parent: ' ri01 ' }, 'RI01'],
    ['a code of a wider level', { provinciecode: 'PV27' }, 'PV27'],
    ['riec', { riec: 'RI05' }, 'RI05'],
    ['the narrower of two', { provinciecode: 'PV27', coropcode: 'CR23' }, 'CR23'],
  ])('is told by %s', (_what, properties, parent) => {
    expect(parents('gemeente', feature('GM0001', AREA, properties))).toContainEqual(['GM0001', parent]);
  });

  it.each([
    ['itself', { gemeentecode: 'GM0001' }],
    ['a narrower area', { buurtcode: 'BU00010101' }],
    ['a code without its prefix', { provinciecode: '27' }],
    ['a code of another level', { provinciecode: 'GM0002' }],
    ['what is no text', { provinciecode: { code: 'PV27' } }],
  ])('is not %s', (_what, properties) => {
    expect(parents('gemeente', feature('GM0001', AREA, properties))).toEqual([]);
  });

  it('is left out where the code says it already', () => {
    expect(parents('buurt', feature('BU00010101', AREA, { wijkcode: 'WK000101', gemeentecode: 'GM0001' }))).toEqual([]);
  });

  it('is told for the areas around it too', () => {
    const properties = { gemeentecode: 'GM0001', provinciecode: 'PV27', landsdeelcode: 'LD03' };
    expect(parents('buurt', feature('BU00010101', AREA, properties))).toEqual([
      ['BU00010101', 'GM0001'],
      ['GM0001', 'PV27'],
      ['PV27', 'LD03'],
    ]);
  });

  it('is not told for an area that would lie in two', () => {
    const found = parents(
      'gemeente',
      feature('GM0001', AREA, { veiligheidsregiocode: 'VR01', provinciecode: 'PV20' }),
      feature('GM0002', AREA, { veiligheidsregiocode: 'VR01', provinciecode: 'PV21' }),
    );
    expect(found).toEqual([
      ['GM0001', 'VR01'],
      ['GM0002', 'VR01'],
    ]);
  });
});

describe('what has no figures', () => {
  it.each([
    ['water', { statcode: 'GM0001', water: 'JA' }],
    ['water in small letters', { statcode: 'GM0001', water: ' ja ' }],
    ['Belgium', { statcode: 'GM0001', water: 'B' }],
    ['the gemeente of Belgium', { statcode: 'GM0998' }],
    ['the gemeente of Germany', { statcode: 'GM0999' }],
    ['a gemeente abroad', { statcode: 'GM9999' }],
    ['a wijk abroad', { statcode: 'WK099800' }],
    ['a buurt of inland water', { statcode: 'BU00039997' }],
    ['a buurt of open water', { statcode: 'BU03639998' }],
  ])('is left out without a word: %s', (_what, properties) => {
    const document = parseBoundaries(
      collection({ type: 'Feature', properties, geometry: AREA }, feature('GM0002', AREA)),
    );
    expect(document.ok && [document.problems, [...document.value.levels]]).toEqual([[], [['gemeente', 1]]]);
  });

  it('is not the land beside it', () => {
    expect(codesOf({ statcode: 'GM0001', water: 'NEE' })).toEqual(['GM0001']);
  });

  it.each(['BU01069901', 'BU16819901', 'WK029900', 'GM0099', 'BU00039996'])(
    'is not %s, which looks like it',
    (statcode) => {
      expect(codesOf({ statcode })).toEqual([statcode]);
    },
  );
});

describe('several vintages in one document', () => {
  const VINTAGES = collection(
    feature('GM0001', AREA, { jrstatcode: '2023GM0001' }),
    feature('GM0001', polygon(square(6, 53)), { jrstatcode: '2024GM0001' }),
    feature('GM0002', AREA, { jaarcode: 2023 }),
    feature('GM0003', AREA, { jaarcode: '2024', jrstatcode: '2019GM0003' }),
  );

  it.each([
    [2023, ['GM0001', 'GM0002'], 2023],
    [2024, ['GM0001', 'GM0003'], 2024],
    [null, ['GM0001', 'GM0003'], 2024],
    [1999, ['GM0001', 'GM0003'], 2024],
  ])('asked for %s gives one of them whole', (year, codes, got) => {
    const boundaries = shapesOf(VINTAGES, 'gemeente', { year });
    expect([boundaries.codes, boundaries.year]).toEqual([codes, got]);
    expect(boundaries.coordinates[0]).toBe(year === 2023 ? 5 : 6);
  });

  it('counts only the shapes of the one that is taken', () => {
    const document = parseBoundaries(VINTAGES);
    expect(document.ok && [document.value.levels.get('gemeente'), document.value.year]).toEqual([2, 2024]);
  });

  it('is filled up with shapes without a year where it lacks them', () => {
    const json = collection(
      feature('GM0001', AREA, { jaarcode: 2024 }),
      feature('GM0001', polygon(square(6, 53))),
      feature('GM0002', AREA),
    );
    const boundaries = shapesOf(json);
    expect([boundaries.codes, boundaries.coordinates[0]]).toEqual([['GM0001', 'GM0002'], 5]);
    expect([...boundaries.shapeRings]).toEqual([0, 1, 2]);
  });

  it.each([
    ['the year of its features', { year: '2021' }, {}, 2021],
    ['its own', {}, { year: 2022 }, 2022],
    ['that of its features before its own', { jaarcode: 2021 }, { year: 2022 }, 2021],
    ['none', {}, {}, null],
    ['none, for a number that is no year', { jaarcode: 12, jrstatcode: 'GM0001' }, { year: 20.5 }, null],
  ])('has as year %s', (_what, properties, own, year) => {
    const json = { ...collection(feature('GM0001', AREA, properties)), ...own };
    const document = parseBoundaries(json);
    expect([document.ok && document.value.year, shapesOf(json).year]).toEqual([year, year]);
  });
});

describe('a code that occurs twice', () => {
  it('is one shape of two parts, with a warning', () => {
    const json = collection(
      feature('GM0001', AREA),
      feature('GM0002', AREA),
      feature('gm0001 ', polygon(square(6, 53))),
    );
    const document = parseBoundaries(json);
    const boundaries = document.ok && document.value.ofLevel('gemeente');
    if (!boundaries || !boundaries.ok) throw new Error('unreadable');
    expect(boundaries.value.codes).toEqual(['GM0001', 'GM0002']);
    expect([...boundaries.value.shapeRings]).toEqual([0, 2, 3]);
    expect(boundaries.problems).toEqual([
      { code: 'invalid-boundaries', severity: 'warning', path: '/features/2', count: 1 },
    ]);
    expect(document.ok && document.value.levels.get('gemeente')).toBe(2);
  });

  it('is not blotted out by the same feature on two pages', () => {
    const boundaries = shapesOf([collection(feature('GM0001', AREA)), collection(feature('GM0001', AREA))]);
    expect([...boundaries.shapeRings]).toEqual([0, 1]);
  });

  it.each([
    ['beside it', square(5.1, 52.1)],
    ['within it', square(5.8, 52.8, 0.1)],
    ['around it', square(4.9, 51.9, 3)],
  ])('is not blotted out by another outline of the same area, %s', (_what, ring) => {
    const boundaries = shapesOf(collection(feature('GM0001', AREA), feature('GM0001', polygon(ring))));
    expect([...boundaries.shapeRings]).toEqual([0, 1]);
  });

  it('takes its name from the first part that has one', () => {
    const json = collection(feature('GM0001', AREA), feature('GM0001', polygon(square(6, 53)), { naam: 'B' }));
    expect(shapesOf(json).names).toEqual(['B']);
  });

  it('is read in good time, however often it occurs', () => {
    const features = Array.from({ length: 20_000 }, (_, i) => feature('GM0001', polygon(square(i / 1000, 50, 0.0005))));
    expect(shapesOf(collection(...features)).codes).toEqual(['GM0001']);
  });
});

import { parseJsonStat } from '@zicht-op/core/formats/json-stat.js';
import { describe, expect, it } from 'vitest';
import { SECRET, tracesOfSecret } from '../../support/leak.js';
import { look, told, unmasked, valueOf } from '../../support/observe.js';

type Json = Record<string, unknown>;

const geo = (codes: unknown): Json => ({ category: { index: codes } });

/** Two regions, two periods: the smallest document with everything where it belongs. */
const base: Json = {
  version: '2.0',
  class: 'dataset',
  id: ['geo', 'time'],
  size: [2, 2],
  role: { geo: ['geo'], time: ['time'] },
  dimension: { geo: geo(['GMV001', 'GMV002']), time: { category: { index: ['2023', '2024'] } } },
  value: [1, 2, 3, 4],
};

const withParts = (parts: Json): Json => ({ ...base, ...parts });
const read = (parts: Json = {}) => parseJsonStat(withParts(parts));
const cells = (parts: Json = {}) => {
  const dataset = valueOf(read(parts));
  return ['GMV001', 'GMV002'].flatMap((region) => ['2023', '2024'].map((period) => look(dataset, { region, period })));
};

describe('parseJsonStat refuses', () => {
  it.each([
    [null],
    [undefined],
    [''],
    [7],
    [[]],
    [{}],
    [{ class: 'collection', version: '2.0', link: { item: [] } }],
    [{ class: 'dimension', version: '2.0', category: {} }],
    [{ class: 'dataset', version: '1.0' }],
    [{ dataset: { dimension: { id: ['geo'], size: [1] }, value: [1] } }],
    [{ dimension: { id: ['geo'], size: [1], geo: geo(['GMV001']) }, value: [1] }],
  ])('as not-supported: %j', (input) => expect(told(parseJsonStat(input))).toEqual(['not-supported ']));

  const dimensions = (one: unknown, other: unknown = { category: { index: ['2023', '2024'] } }) => ({
    dimension: { geo: one, time: other },
  });

  it.each<[string, Json]>([
    ['/id', { id: [] }],
    ['/id', { id: 'geo' }],
    ['/id', { id: ['geo', 'geo'] }],
    ['/id/1', { id: ['geo', 3] }],
    ['/size', { size: [2] }],
    ['/size', { size: null }],
    ['/size/0', { size: [0, 2] }],
    ['/size/0', { size: ['2', 2] }],
    ['/size/1', { size: [2, 1.5] }],
    ['/size/1', { size: [2, 1e999] }],
    ['/dimension/geo', { dimension: {} }],
    ['/dimension/geo', dimensions([])],
    ['/dimension/geo/category', dimensions({})],
    ['/dimension/geo/category/index', dimensions(geo(['GMV001']))],
    ['/dimension/geo/category/index', dimensions(geo(['GMV001', 'GMV001']))],
    ['/dimension/geo/category/index', dimensions(geo(['gmv001', 'GMV001 ']))],
    ['/dimension/geo/category/index', dimensions(geo(['', 'GMV001']))],
    ['/dimension/geo/category/index', dimensions(geo({ GMV001: 0 }))],
    ['/dimension/geo/category/index', dimensions(geo({ GMV001: 0, GMV002: 0 }))],
    ['/dimension/geo/category/index', dimensions(geo({ GMV001: 0, GMV002: 2 }))],
    ['/dimension/geo/category/index', dimensions(geo({ GMV001: 0, GMV002: '1' }))],
    ['/dimension/geo/category/index', dimensions(geo({ GMV001: 0, GMV002: 0.5 }))],
    ['/dimension/geo/category/index', dimensions({ category: { label: { GMV001: 'Een', GMV002: 'Twee' } } })],
    [
      '/dimension/time/category/index',
      dimensions(geo(['GMV001', 'GMV002']), { category: { index: ['2023', '2023'] } }),
    ],
    ['/value', { value: [1, 2, 3] }],
    ['/value', { value: [1, 2, 3, 4, 5] }],
    ['/value', { value: null }],
    ['/value', { value: '1234' }],
    ['/value/4', { value: { 0: 1, 4: 5 } }],
    ['/value/-1', { value: { '-1': 5 } }],
    ['/value/01', { value: { '01': 5 } }],
    ['/value/1e0', { value: { 0: 1, '1e0': 5 } }],
    ['/value/toString', { value: { toString: 5 } }],
    ['/status', { status: [] }],
    ['/status', { status: ['A', 'A', 'A'] }],
    ['/status/4', { status: { 4: 'Q' } }],
    ['/status/a~1b', { status: { 'a/b': 'Q' } }],
    ['/role/geo', { role: { geo: ['regio'] } }],
    ['/role/time', { role: { geo: ['geo'], time: ['jaar'] } }],
    ['/role/time', { role: { geo: ['geo'], time: ['geo'] } }],
    ['/role/metric', { role: { geo: ['geo'], metric: ['geo'] } }],
  ])('as invalid-dataset at %s: %j', (path, parts) => expect(told(read(parts))).toEqual([`invalid-dataset ${path}`]));

  it('as invalid-dataset at /role/geo a document without any dimension of regions', () => {
    const document = {
      ...base,
      role: undefined,
      id: ['A', 'B'],
      dimension: { A: geo(['1', '2']), B: geo(['x', 'y']) },
    };
    expect(told(parseJsonStat(document))).toEqual(['invalid-dataset /role/geo']);
  });

  it('as too-large more cells than a cube may have, without making it', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => `GMV${i}`);
    const document = {
      ...base,
      id: ['geo', 'a', 'b'],
      size: [5_000, 5_000, 5_000],
      role: { geo: ['geo'] },
      dimension: { geo: geo(many), a: geo(many), b: geo(many) },
      value: { 0: 1 },
    };
    expect(told(parseJsonStat(document))).toEqual(['too-large /size']);
  });
});

describe('parseJsonStat reads', () => {
  it('value as an array', () => expect(cells()).toEqual([1, 2, 3, 4]));
  it('value as an object, absent keys being none', () =>
    expect(cells({ value: { 0: 1, 3: 4 } })).toEqual([1, 'none', 'none', 4]));
  it('an empty value object: all none', () => expect(cells({ value: {} })).toEqual(['none', 'none', 'none', 'none']));
  it('zero as a figure and null as none', () => expect(cells({ value: [0, null, -0, 4] })).toEqual([0, 'none', -0, 4]));

  it.each<[unknown, unknown[]]>([
    [undefined, [1, 2, 3, 4]],
    [null, [1, 2, 3, 4]],
    ['P', ['1 P', '2 P', '3 P', '4 P']],
    [['P'], ['1 P', '2 P', '3 P', '4 P']],
    [
      ['A', 'P', null, 'B'],
      [1, '2 P', 3, '4 B'],
    ],
    [{ 1: 'P', 3: 'bp' }, [1, '2 P', 3, '4 P B']],
    [{}, [1, 2, 3, 4]],
  ])('status %j', (status, expected) => expect(cells({ status })).toEqual(expected));

  it('status in each form over a sparse value', () => {
    const value = { 0: 1, 3: 4 };
    expect(cells({ value, status: { 1: 'Q', 3: 'P' } })).toEqual([1, 'withheld', 'none', '4 P']);
    expect(cells({ value, status: [null, 'Q', 'O', 'P'] })).toEqual([1, 'withheld', 'unknown', '4 P']);
    expect(cells({ value: {}, status: 'M' })).toEqual(['impossible', 'impossible', 'impossible', 'impossible']);
  });

  it('index as an object, in the order of its positions', () => {
    const dimension = { geo: geo({ GMV002: 1, GMV001: 0 }), time: { category: { index: { 2024: 1, 2023: 0 } } } };
    expect(cells({ dimension })).toEqual([1, 2, 3, 4]);
    expect(valueOf(read({ dimension })).geo.codes).toEqual(['GMV001', 'GMV002']);
  });

  it('a dimension of one category without index', () => {
    const dimension = { geo: geo(['GMV001', 'GMV002']), time: { category: { label: { 2024: 'Vorig jaar' } } } };
    const dataset = valueOf(read({ size: [2, 1], dimension, value: [5, 6] }));
    expect(look(dataset, { region: 'GMV002', period: '2024' })).toBe(6);
    expect(dataset.periods[0]).toMatchObject({ id: '2024', label: 'Vorig jaar', year: 2024 });
  });

  it.each([
    [['geo', 'metric', 'leeftijd', 'time']],
    [['time', 'leeftijd', 'metric', 'geo']],
    [['leeftijd', 'geo', 'time', 'metric']],
    [['metric', 'time', 'geo', 'leeftijd']],
  ])('dimensions in the order %j into the same cells', (id) => {
    const codes: Record<string, string[]> = {
      geo: ['GMV001', 'GMV002', 'GMV003'],
      time: ['2023', '2024'],
      metric: ['a', 'b'],
      leeftijd: ['jong', 'oud'],
    };
    const size = id.map((dimension) => codes[dimension].length);
    const numbers: number[] = [];
    const build = (at: number, chosen: Record<string, number>): void => {
      if (at === id.length) {
        numbers.push(1000 * chosen.metric + 100 * chosen.time + 10 * chosen.leeftijd + chosen.geo);
        return;
      }
      codes[id[at]].forEach((_, i) => build(at + 1, { ...chosen, [id[at]]: i }));
    };
    build(0, {});
    const dataset = valueOf(
      parseJsonStat({
        class: 'dataset',
        id,
        size,
        role: { geo: ['geo'], time: ['time'], metric: ['metric'] },
        dimension: Object.fromEntries(id.map((dimension) => [dimension, geo(codes[dimension])])),
        value: numbers,
      }),
    );
    expect(dataset.breakdowns.map((one) => one.id)).toEqual(['leeftijd']);
    codes.metric.forEach((indicator, m) =>
      codes.time.forEach((period, t) =>
        codes.leeftijd.forEach((leeftijd, l) =>
          codes.geo.forEach((region, g) =>
            expect(look(dataset, { indicator, period, region, leeftijd })).toBe(1000 * m + 100 * t + 10 * l + g),
          ),
        ),
      ),
    );
  });

  it('region codes trimmed and in capitals, which also stand for a missing name', () => {
    const dimension = {
      ...(base.dimension as Json),
      geo: { category: { index: ['gmv001  ', ' GMV002'], label: { ' GMV002': 'Tweestad' } } },
    };
    const { geo: regions } = valueOf(read({ dimension }));
    expect(regions.codes).toEqual(['GMV001', 'GMV002']);
    expect(regions.labels).toEqual(['GMV001', 'Tweestad']);
  });

  it('no fillers among the regions, whatever the order of dimensions', () => {
    const regions = ['GM9999', 'GM0001', 'BU00019997', 'GM0002'];
    const dimension = { ...(base.dimension as Json), geo: geo(regions) };
    const status = { 1: 'P' };
    const first = valueOf(read({ size: [4, 2], dimension, value: [1, 2, 3, 4, 5, 6, 7, 8], status }));
    const last = valueOf(
      read({ id: ['time', 'geo'], size: [2, 4], dimension, value: [1, 3, 5, 7, 2, 4, 6, 8], status: { 4: 'P' } }),
    );
    for (const dataset of [first, last]) {
      expect(dataset.geo.codes).toEqual(['GM0001', 'GM0002']);
      const seen = ['2023', '2024'].map((period) =>
        dataset.geo.codes.map((region) => look(dataset, { region, period })),
      );
      expect(seen).toEqual([
        [3, 7],
        [4, 8],
      ]);
    }
    expect(told(read({ dimension: { ...dimension, geo: geo(['GM9999', 'GM0998']) } }))).toEqual([
      'invalid-dataset /dimension/geo',
    ]);
  });

  it('children of regions as parents, leaving out what the codes say themselves', () => {
    const dimension = {
      ...(base.dimension as Json),
      geo: {
        category: {
          index: ['GMV001', 'WKV00101'],
          child: {
            PVV1: ['gmv001', 'GM_UNLISTED'],
            RIV01: ['GMV001', 'GMV001'],
            GMV001: ['WKV00101'],
            WKV00101: 'WKV00101',
            rest: 7,
          },
        },
      },
    };
    expect([...valueOf(read({ dimension })).parents]).toEqual([['GMV001', ['PVV1', 'RIV01']]]);
  });
});

describe('parseJsonStat keeps numbers back', () => {
  it.each([
    ['Q', 'withheld', 'withheld-number /value/1'],
    ['x', 'withheld', 'withheld-number /value/1'],
    ['A/C', 'withheld', 'withheld-number /value/1'],
    ['O', 'unknown', 'bad-cell /value/1'],
    ['M', 'impossible', 'bad-cell /value/1'],
    ['?', 'unknown', 'bad-cell /value/1'],
    [7, 'unknown', 'bad-cell /value/1'],
  ])('drops a number sent along with status %j, and reports it', (status, kind, problem) => {
    for (const form of [{ 1: status }, [null, status, null, null]]) {
      const result = read({ value: [1, SECRET, 3, 4], status: form });
      expect(told(result)).toEqual([problem]);
      const dataset = valueOf(result);
      expect(look(dataset, { region: 'GMV001', period: '2024' })).toBe(kind);
      expect(unmasked(dataset)).toEqual([]);
      expect(tracesOfSecret(result)).toEqual([]);
    }
  });

  it('drops them in a sparse value too, and counts them', () => {
    const result = read({ value: { 0: SECRET, 3: SECRET }, status: 'Q' });
    expect(told(result)).toEqual(['withheld-number /value/0 ×2']);
    expect(tracesOfSecret(result)).toEqual([]);
  });

  it('says nothing where no number came along', () =>
    expect(told(read({ value: [1, null, 3, 4], status: { 1: 'Q' } }))).toEqual([]));

  it.each(['12', 'Q', true, {}, [], NaN, Infinity, -Infinity])(
    'takes %j for a bad cell, and reads the others',
    (bad) => {
      const result = read({ value: [1, bad, 3, bad] });
      expect(told(result)).toEqual(['bad-cell /value/1 ×2']);
      expect(unmasked(valueOf(result))).toEqual([]);
      expect(cells({ value: [1, bad, 3, 4] })).toEqual([1, 'unknown', 3, 4]);
    },
  );

  it('knows no stand-in numbers: only status counts', () =>
    expect(cells({ value: [-99997, -99999999, 3, 4] })).toEqual([-99997, -99999999, 3, 4]));

  it('keeps a quoted secret out of its problems', () => {
    const result = read({ value: [String(SECRET), 2, 3, 4] });
    expect(tracesOfSecret(result)).toEqual([]);
  });
});

describe('parseJsonStat finds roles', () => {
  const document = (dimension: Json, size = Object.keys(dimension).map(() => 1)): Json => ({
    class: 'dataset',
    id: Object.keys(dimension),
    size,
    dimension,
    value: [9],
  });
  const one = (code: string, more: Json = {}): Json => ({ category: { index: [code], ...more } });

  it.each<[string, Json, string]>([
    ['named geo, whatever it holds', { a: one('GM0363'), geo: one('FR') }, 'geo'],
    ['with codes like regions', { a: one('T001038'), b: one('GM0363'), c: one('2024') }, 'b'],
    ['with codes of the country', { a: one('X'), b: one('NL') }, 'b'],
    ['by another usual name', { a: one('X'), REF_AREA: one('528') }, 'REF_AREA'],
  ])('regions: the dimension %s', (_, dimension, id) =>
    expect(valueOf(parseJsonStat(document(dimension))).geo.id).toBe(id),
  );

  it('of two with region codes, the one with most', () => {
    const dimension = { from: geo(['GM0001', 'GM0002']), to: geo(['GM0001', 'GM0002', 'GM0003']) };
    const result = parseJsonStat({ ...document(dimension, [2, 3]), value: {} });
    expect(valueOf(result).geo.id).toBe('to');
  });

  it.each(['TOTAL', 'PERCENT', 'RENTAL', 'CP00', 'M003026', '9602'])('does not take %s for a region', (code) =>
    expect(told(parseJsonStat(document({ a: one(code) })))).toEqual(['invalid-dataset /role/geo']),
  );

  it.each<[string, Json, string]>([
    ['by name', { geo: one('GM0363'), branche: one('2011'), Perioden: one('2024JJ00') }, 'Perioden'],
    ['by content', { geo: one('GM0363'), wanneer: one('2024KW02') }, 'wanneer'],
    ['not by branch codes that read as far years', { geo: one('GM0363'), branche: one('9602') }, 'time'],
  ])('periods: %s', (_, dimension, id) => expect(valueOf(parseJsonStat(document(dimension))).time.id).toBe(id));

  it('no periods: one without a name', () => {
    const { time, periods } = valueOf(parseJsonStat(document({ geo: one('GM0363') })));
    expect(time.codes).toEqual(['']);
    expect(periods).toEqual([{ id: '', label: null, year: null, unit: 'other', part: 0, provisional: false }]);
  });

  it('indicators: the dimension whose categories have units', () => {
    const dimension = { geo: one('GM0363'), wat: one('pct', { unit: { pct: { symbol: '%', decimals: 1 } } }) };
    const { metric, indicators } = valueOf(parseJsonStat(document(dimension)));
    expect(metric.id).toBe('wat');
    expect(indicators).toMatchObject([{ id: 'pct', unit: { symbol: '%', decimals: 1 } }]);
  });

  it('no indicators: one, named after the label of the dataset, else `value`', () => {
    const dimension = { geo: one('GM0363') };
    expect(valueOf(parseJsonStat({ ...document(dimension), label: 'Inwoners' })).indicators[0]).toMatchObject({
      id: 'Inwoners',
      label: 'Inwoners',
    });
    expect(valueOf(parseJsonStat(document(dimension))).metric.codes).toEqual(['value']);
  });

  it('the first of several declared, leaving the others as breakdowns', () => {
    const dimension = { from: one('GM0363'), to: one('GM0362') };
    const dataset = valueOf(parseJsonStat({ ...document(dimension), role: { geo: ['to', 'from'] } }));
    expect(dataset.geo.id).toBe('to');
    expect(dataset.breakdowns.map(({ id }) => id)).toEqual(['from']);
  });
});

describe('parseJsonStat reads the words around the figures', () => {
  const metric = {
    label: 'Onderwerp',
    category: {
      index: ['aandeel', 'aantal'],
      label: { aandeel: 'Aandeel' },
      unit: { aandeel: { label: 'procent', symbol: '%', position: 'start', decimals: 1 }, aantal: 'stuks' },
      note: { aantal: ['Afgerond.', 'Op vijftallen.'] },
    },
  };
  const document = (extra: Json = {}, profile: unknown = undefined): Json => ({
    ...base,
    id: ['geo', 'metric'],
    size: [2, 2],
    role: { geo: ['geo'], metric: ['metric'] },
    dimension: { geo: geo(['GMV001', 'GMV002']), metric },
    ...extra,
    ...(profile !== undefined && { extension: { 'zicht-op': profile } }),
  });

  it('units, labels and notes of indicators', () => {
    const { indicators } = valueOf(parseJsonStat(document()));
    expect(indicators).toMatchObject([
      {
        id: 'aandeel',
        label: 'Aandeel',
        unit: { label: 'procent', symbol: '%', position: 'start', decimals: 1 },
        description: '',
      },
      {
        id: 'aantal',
        label: 'aantal',
        unit: { label: 'stuks', symbol: '', position: 'end', decimals: null },
        description: 'Afgerond.\nOp vijftallen.',
      },
    ]);
  });

  it('label, source, notes and date of the dataset', () => {
    const dataset = valueOf(
      parseJsonStat(document({ label: 'Panden', source: 'CBS', note: ['Let op'], updated: '2024-05-01' })),
    );
    expect(dataset).toMatchObject({
      label: 'Panden',
      sources: [{ label: 'CBS', href: null }],
      notes: ['Let op'],
      updated: '2024-05-01',
    });
  });

  it('leaves out an update that is no date', () =>
    expect(valueOf(parseJsonStat(document({ updated: 'vorige week' }))).updated).toBe(''));

  it('the whole profile', () => {
    const profile = {
      theme: 'property',
      reference: ' nlv0',
      rounding: 5,
      boundaries: { gemeente: { year: 2024, href: '/{level}.topojson' }, wijk: 'no', __proto__: null },
      release: {
        publisher: 'CBS',
        id: 'R1',
        modified: '2024-05-01',
        licence: 'CC BY 4.0',
        rules: ['n >= 10', 7, null],
        boundaryYear: 2024,
      },
      outlier: { actual: 'aantal', predicted: 'aandeel', lower: 'l', upper: 'u' },
      indicators: {
        aandeel: {
          description: 'Wat het is.',
          caution: 'Wat het niet zegt.',
          direction: 'risk',
          kind: 'index',
          denominator: 'woningen',
          breaks: [1, 2.5, 10],
          sources: ['CBS', { label: 'Kadaster', href: 'https://example.nl/k' }, { href: 'javascript:alert(1)' }],
          guidance: [{ label: 'Meer', href: '/meer', do: ['Vraag na.'], dont: 'Wijs niemand aan.' }, 'x'],
        },
      },
    };
    const dataset = valueOf(parseJsonStat(document({}, profile)));
    expect(dataset).toMatchObject({
      theme: 'property',
      reference: 'NLV0',
      rounding: '5',
      release: {
        publisher: 'CBS',
        id: 'R1',
        modified: '2024-05-01',
        licence: 'CC BY 4.0',
        rules: ['n >= 10', '7'],
        boundaryYear: 2024,
      },
      outlier: { actual: 'aantal', predicted: 'aandeel', lower: 'l', upper: 'u' },
    });
    expect({ ...dataset.boundaries }).toEqual({ gemeente: { year: 2024, href: '/{level}.topojson' } });
    expect(dataset.indicators[0]).toMatchObject({
      description: 'Wat het is.',
      caution: 'Wat het niet zegt.',
      direction: 'risk',
      kind: 'index',
      denominator: 'woningen',
      breaks: [1, 2.5, 10],
      sources: [
        { label: 'CBS', href: null },
        { label: 'Kadaster', href: 'https://example.nl/k' },
      ],
      guidance: [{ label: 'Meer', href: '/meer', do: ['Vraag na.'], dont: ['Wijs niemand aan.'] }],
      unit: { symbol: '%' },
    });
  });

  it.each([
    [7],
    [null],
    [[]],
    ['x'],
    [{ indicators: [], boundaries: [], release: 'x', outlier: [], reference: {}, theme: [] }],
  ])('ignores a profile of a wrong type: %j', (profile) => {
    const dataset = valueOf(parseJsonStat(document({}, profile)));
    expect(dataset).toMatchObject({ theme: '', reference: null, release: null, outlier: null });
    expect(Object.keys(dataset.boundaries)).toEqual([]);
  });

  it.each([[[]], [[3, 2]], [[1, 1]], [[1, '2']], [[1, NaN]], [[1, Infinity]], ['1 2'], [{ 0: 1 }]])(
    'ignores breaks that are not ascending figures: %j',
    (breaks) =>
      expect(
        valueOf(parseJsonStat(document({}, { indicators: { aandeel: { breaks } } }))).indicators[0].breaks,
      ).toBeNull(),
  );

  it.each([{ lower: 'l' }, { upper: 'u' }, { lower: 'l', upper: {} }])(
    'takes an interval only with both ends: %j',
    (outlier) => expect(valueOf(parseJsonStat(document({}, { outlier }))).outlier).toBeNull(),
  );

  it('keeps what a hostile document calls its parts to those parts', () => {
    const text = `{"class":"dataset","id":["geo","__proto__"],"size":[1,1],"role":{"geo":["geo"],"metric":["__proto__"]},
      "dimension":{"geo":{"category":{"index":["GMV001"],"label":{"GMV001":"<img src=x onerror=alert(1)>"}}},
      "__proto__":{"category":{"index":["__proto__"],"unit":{"__proto__":{"symbol":"%"}}}}},"value":[3],
      "extension":{"zicht-op":{"boundaries":{"__proto__":{"year":2024},"constructor":{"year":2023}},"indicators":{"__proto__":{"caution":"c"}}}}}`;
    const dataset = valueOf(parseJsonStat(JSON.parse(text)));
    expect(dataset.indicators).toMatchObject([{ id: '__proto__', caution: 'c', unit: { symbol: '%' } }]);
    expect(Object.getPrototypeOf(dataset.boundaries)).toBeNull();
    expect(dataset.geo.labels).toEqual(['<img src=x onerror=alert(1)>']);
    expect(({} as Json).year).toBeUndefined();
  });

  it('reads a document that holds itself', () => {
    const circular = document();
    circular.extension = { 'zicht-op': circular, self: circular };
    expect(parseJsonStat(circular).ok).toBe(true);
  });
});

import { parseSdmxJson } from '@zicht-op/core/formats/sdmx-json.js';
import { describe, expect, it } from 'vitest';
import { SECRET, tracesOfSecret } from '../../support/leak.js';
import { look, told, unmasked, valueOf } from '../../support/observe.js';

type Json = Record<string, unknown>;

const values = (...ids: unknown[]): Json[] => ids.map((id) => ({ id }));
const region = { id: 'REF_AREA', values: values('GMV001', 'GMV002') };
const period = { id: 'TIME_PERIOD', values: values('2023', '2024') };
const status = { id: 'OBS_STATUS', values: values('A', 'Q', 'M', 'P', 'L') };
const confidentiality = { id: 'CONF_STATUS', values: values('F', 'C') };

interface Parts {
  readonly dataSet?: Json;
  readonly dimensions?: Json;
  readonly attributes?: Json;
  readonly more?: Json;
}

/** A flat 2.x message of two regions by two periods. */
function message({ dataSet = {}, dimensions = {}, attributes = {}, more = {} }: Parts = {}): Json {
  return {
    meta: { prepared: '2024-05-01T10:00:00Z', sender: { id: 'CBS', name: 'CBS' } },
    data: {
      structures: [
        {
          name: 'Panden',
          dimensions: { dataSet: [], series: [], observation: [region, period], ...dimensions },
          attributes,
          ...more,
        },
      ],
      dataSets: [
        {
          structure: 0,
          action: 'Information',
          observations: { '0:0': [1], '0:1': [2], '1:0': [3], '1:1': [4] },
          ...dataSet,
        },
      ],
    },
  };
}

const cells = (parts: Parts = {}) => {
  const dataset = valueOf(parseSdmxJson(message(parts)));
  return ['GMV001', 'GMV002'].flatMap((code) =>
    ['2023', '2024'].map((time) => look(dataset, { region: code, period: time })),
  );
};
const first = (sent: unknown, parts: Parts = {}) => cells({ ...parts, dataSet: { observations: { '0:0': sent } } })[0];

describe('parseSdmxJson refuses', () => {
  it.each([
    [null],
    [[]],
    [{}],
    [{ dataSets: {} }],
    [{ dataSets: [] }],
    [{ dataSets: [{}] }],
    [{ dataSets: [{}], structure: [] }],
    [{ data: { dataSets: [{ structure: 3 }], structures: [{}] } }],
    [{ data: { dataSets: [{ action: 'Delete' }], structures: [{}] } }],
    [{ errors: [{ code: 404 }] }],
  ])('as not-supported: %j', (input) => expect(told(parseSdmxJson(input))).toEqual(['not-supported ']));

  const at = '/data/structures/0/dimensions';
  it.each<[string, Parts]>([
    [at, { dimensions: { observation: [] } }],
    [at, { dimensions: { observation: [{ id: 'A', values: values('1') }] } }],
    [at, { dimensions: { observation: [{ id: 'REF_AREA', values: values('gmv001', 'GMV001 ') }] } }],
    [`${at}/observation/0`, { dimensions: { observation: [7] } }],
    [`${at}/observation/0`, { dimensions: { observation: [{ id: 'REF_AREA', values: [] }] } }],
    [`${at}/observation/1`, { dimensions: { observation: [region, { id: 'X', values: values('1', '1') }] } }],
    [`${at}/dataSet/0`, { dimensions: { dataSet: [{ id: 'FREQ', values: values('A', 'Q') }] } }],
    ['/data/dataSets/0/observations/0', { dataSet: { observations: { 0: [1] } } }],
    ['/data/dataSets/0/observations/0:2', { dataSet: { observations: { '0:2': [1] } } }],
    ['/data/dataSets/0/observations/0:-1', { dataSet: { observations: { '0:-1': [1] } } }],
    ['/data/dataSets/0/observations/0:a', { dataSet: { observations: { '0:a': [1] } } }],
    ['/data/dataSets/0/observations/0:', { dataSet: { observations: { '0:': [1] } } }],
    ['/data/dataSets/0/series/0', { dataSet: { series: { 0: {} } } }],
    ['/data/dataSets/0/dimensionGroupAttributes/9:', { dataSet: { dimensionGroupAttributes: { '9:': [0] } } }],
    ['/data/dataSets/0/dimensionGroupAttributes/0', { dataSet: { dimensionGroupAttributes: { 0: [0] } } }],
  ])('as invalid-dataset at %s: %j', (path, parts) =>
    expect(told(parseSdmxJson(message(parts)))).toEqual([`invalid-dataset ${path}`]),
  );

  it('as too-large more cells than a cube may have', () => {
    const many = values(...Array.from({ length: 5_000 }, (_, i) => `GMV${i}`));
    const dimensions = { observation: ['REF_AREA', 'A', 'B'].map((id) => ({ id, values: many })) };
    expect(told(parseSdmxJson(message({ dimensions, dataSet: { observations: {} } })))).toEqual([`too-large ${at}`]);
  });
});

describe('parseSdmxJson reads', () => {
  it('flat observations', () => expect(cells()).toEqual([1, 2, 3, 4]));

  it('series', () => {
    const dimensions = { series: [region], observation: [period] };
    const series = { 0: { observations: { 0: [1], 1: [2] } }, 1: { observations: { 1: [4] } } };
    expect(cells({ dimensions, dataSet: { observations: undefined, series } })).toEqual([1, 2, 'none', 4]);
  });

  it.each(['top', 'data'])('the single structure of 1.0, at %s', (place) => {
    const { structures, dataSets } = message().data as { structures: Json[]; dataSets: Json[] };
    const body = { structure: structures[0], dataSets };
    const input =
      place === 'top' ? { header: { prepared: '2020-01-01', sender: { name: 'ECB' } }, ...body } : { data: body };
    const dataset = valueOf(parseSdmxJson(input));
    expect(look(dataset, { region: 'GMV002', period: '2024' })).toBe(4);
    expect(dataset.sources).toEqual(place === 'top' ? [{ label: 'ECB', href: null }] : []);
  });

  it('dimensions of the data set beside those in keys', () => {
    const dataset = valueOf(parseSdmxJson(message({ dimensions: { dataSet: [{ id: 'FREQ', values: values('A') }] } })));
    expect(dataset.breakdowns.map(({ id }) => id)).toEqual(['FREQ']);
    expect(look(dataset, { region: 'GMV001', period: '2024' })).toBe(2);
  });

  it('several data sets of one structure together, and none that deletes', () => {
    const input = message();
    const data = input.data as { dataSets: Json[] };
    data.dataSets = [
      { structure: 0, action: 'Delete', observations: { '0:0': [9] } },
      { structure: 0, action: 'Append', observations: { '0:0': [1] } },
      { structure: 0, action: 'Append', observations: { '1:1': [4] } },
      { structure: 1, observations: { '0:1': [7] } },
    ];
    const dataset = valueOf(parseSdmxJson(input));
    expect([
      look(dataset, { region: 'GMV001', period: '2023' }),
      look(dataset, { region: 'GMV002', period: '2024' }),
      look(dataset, { region: 'GMV001', period: '2024' }),
    ]).toEqual([1, 4, 'none']);
  });

  it.each([
    [[5], 5],
    [[0], 0],
    [[null], 'none'],
    [[], 'none'],
    [['NaN'], 'unknown'],
    [['#N/A'], 'unknown'],
  ])('an observation %j as %s', (sent, seen) => expect(first(sent)).toBe(seen));

  it.each([[['12']], [[true]], [[{}]], [[Infinity]], [7], [null], ['x']])('an observation %j as a bad cell', (sent) => {
    const result = parseSdmxJson(message({ dataSet: { observations: { '0:0': sent, '0:1': [2] } } }));
    expect(told(result)).toEqual(['bad-cell /data/dataSets/0/observations/0:0']);
    expect(unmasked(valueOf(result))).toEqual([]);
    expect(look(valueOf(result), { region: 'GMV001', period: '2024' })).toBe(2);
  });

  it('values that the structure says stand for none', () => {
    const sentinelValues = [
      { value: '-1', name: 'Non-response' },
      { value: '-2', names: { en: 'Confidential' } },
      { value: 'nvt' },
    ];
    const more = { measures: { observation: [{ id: 'OBS_VALUE', format: { sentinelValues } }] } };
    expect([-1, '-1', -2, 'nvt', -3].map((value) => first([value], { more }))).toEqual([
      'unknown',
      'unknown',
      'withheld',
      'unknown',
      -3,
    ]);
  });

  it('several measures as indicators', () => {
    const more = {
      measures: {
        observation: [
          { id: 'AANTAL', name: 'Aantal' },
          { id: 'AANDEEL', name: 'Aandeel' },
        ],
      },
    };
    const attributes = { observation: [status] };
    const result = parseSdmxJson(
      message({ more, attributes, dataSet: { observations: { '0:0': [1, 2, 3], '0:1': [3, 4, 1], '1:0': [7] } } }),
    );
    const dataset = valueOf(result);
    expect(dataset.indicators.map(({ id, label }) => [id, label])).toEqual([
      ['AANTAL', 'Aantal'],
      ['AANDEEL', 'Aandeel'],
    ]);
    const both = (code: string, time: string) =>
      ['AANTAL', 'AANDEEL'].map((indicator) => look(dataset, { indicator, region: code, period: time }));
    expect([both('GMV001', '2023'), both('GMV001', '2024'), both('GMV002', '2023')]).toEqual([
      ['1 P', '2 P'],
      ['withheld', 'withheld'],
      [7, 'none'],
    ]);
    expect(told(result)).toEqual(['withheld-number /data/dataSets/0/observations/0:1 ×2']);
  });

  it('a dimension of indicators', () => {
    const dimensions = {
      observation: [
        region,
        {
          id: 'INDICATOR',
          values: [
            { id: 'a', names: { en: 'A-en', nl: 'A-nl' } },
            { id: 'b', name: 'B' },
          ],
        },
      ],
    };
    const { indicators } = valueOf(parseSdmxJson(message({ dimensions })));
    expect(indicators.map(({ id, label }) => [id, label])).toEqual([
      ['a', 'A-nl'],
      ['b', 'B'],
    ]);
  });

  it.each([
    [{ id: 'WAAR', roles: ['REF_AREA'] }, 'WAAR'],
    [{ id: 'WAAR', role: 'GEO' }, 'WAAR'],
    [{ id: 'region' }, 'region'],
    [{ id: 'WAAR' }, 'WAAR'],
  ])('regions by role, id or content: %j', (about, id) => {
    const dimensions = {
      observation: [
        { id: 'A', values: values('1', '2') },
        { ...about, values: values('GMV001', 'GMV002') },
      ],
    };
    expect(valueOf(parseSdmxJson(message({ dimensions }))).geo.id).toBe(id);
  });

  it('parents of regions, but those the codes tell', () => {
    const coded = [
      { id: 'gmv001', parent: 'PVV1' },
      { id: 'WKV00101', parent: 'GMV001' },
      { id: 'PVV1', parent: 'PVV1' },
    ];
    const { parents } = valueOf(
      parseSdmxJson(
        message({
          dimensions: { observation: [{ id: 'REF_AREA', values: coded }, period] },
          dataSet: { observations: {} },
        }),
      ),
    );
    expect([...parents]).toEqual([['GMV001', ['PVV1']]]);
  });

  it('label, source and date', () =>
    expect(valueOf(parseSdmxJson(message()))).toMatchObject({
      label: 'Panden',
      sources: [{ label: 'CBS' }],
      updated: '2024-05-01T10:00:00Z',
    }));
});

describe('parseSdmxJson hears every attribute that takes a number away', () => {
  it.each([
    [[5, 0], 5],
    [[5, null], 5],
    [[5], 5],
    [[5, 3], '5 P'],
    [[5, 'P'], '5 P'],
    [[null, 1], 'withheld'],
    [[null, 2], 'impossible'],
    [[null, 4], 'unknown'],
    [[null, 9], 'unknown'],
    [[null, -1], 'unknown'],
    [[null, {}], 'unknown'],
    [[null, [1]], 'unknown'],
    [['NaN', 1], 'withheld'],
    [['NaN', 2], 'impossible'],
  ])('OBS_STATUS in %j: %s', (sent, seen) => expect(first(sent, { attributes: { observation: [status] } })).toBe(seen));

  const observation = { observation: [status, confidentiality] };
  const dimensions = { series: [region], observation: [period] };
  it.each<[string, Parts]>([
    ['OBS_STATUS of the observation', { attributes: observation, dataSet: { observations: { '0:0': [SECRET, 1] } } }],
    [
      'CONF_STATUS of the observation',
      { attributes: observation, dataSet: { observations: { '0:0': [SECRET, 0, 1] } } },
    ],
    [
      'CONF_STATUS by its default',
      {
        attributes: { observation: [{ ...confidentiality, default: 'C' }] },
        dataSet: { observations: { '0:0': [SECRET] } },
      },
    ],
    [
      'CONF_STATUS of the data set',
      { attributes: { dataSet: [confidentiality] }, dataSet: { attributes: [1], observations: { '0:0': [SECRET] } } },
    ],
    [
      'CONF_STATUS of the series',
      {
        dimensions,
        attributes: { series: [{ id: 'TITLE' }, confidentiality] },
        dataSet: { observations: null, series: { 0: { attributes: ['t', 1], observations: { 0: [SECRET] } } } },
      },
    ],
    [
      'CONF_STATUS of a group',
      {
        attributes: { dimensionGroup: [confidentiality] },
        dataSet: { dimensionGroupAttributes: { '0:': [1] }, observations: { '0:0': [SECRET] } },
      },
    ],
    [
      'OBS_STATUS of a group',
      {
        attributes: { dimensionGroup: [status] },
        dataSet: { dimensionGroupAttributes: { ':0': [1] }, observations: { '0:0': [SECRET] } },
      },
    ],
  ])('%s', (_, parts) => {
    const result = parseSdmxJson(message(parts));
    expect(look(valueOf(result), { region: 'GMV001', period: '2023' })).toBe('withheld');
    expect(told(result)[0]).toMatch(/^withheld-number .*\/0(:0)?$/);
    expect(unmasked(valueOf(result))).toEqual([]);
    expect(tracesOfSecret(result)).toEqual([]);
  });

  it.each<[string, Parts]>([
    [
      'when two groups contradict each other',
      {
        attributes: { dimensionGroup: [confidentiality] },
        dataSet: { dimensionGroupAttributes: { '0:': [0], ':0': [1] }, observations: { '0:0': [SECRET] } },
      },
    ],
    [
      'when the message has the attribute twice',
      {
        attributes: { observation: [confidentiality, confidentiality] },
        dataSet: { observations: { '0:0': [SECRET, 1, 0] } },
      },
    ],
    [
      'under its other name',
      {
        attributes: { observation: [{ ...confidentiality, id: 'OBS_CONF' }] },
        dataSet: { observations: { '0:0': [SECRET, 1] } },
      },
    ],
    [
      'by a value that has a name only',
      {
        attributes: { observation: [{ id: 'CONF_STATUS', values: [{ name: 'Confidential' }] }] },
        dataSet: { observations: { '0:0': [SECRET, 0] } },
      },
    ],
    [
      'when a narrower level sends an empty text',
      {
        attributes: { dataSet: [confidentiality], observation: [confidentiality] },
        dataSet: { attributes: [1], observations: { '0:0': [SECRET, ''] } },
      },
    ],
    [
      'when a flag beside it says that all is well',
      {
        attributes: { observation: [status, { ...status, id: 'OBS_FLAG' }] },
        dataSet: { observations: { '0:0': [SECRET, 1, 0] } },
      },
    ],
  ])('and withholds %s', (_, parts) => {
    const result = parseSdmxJson(message(parts));
    expect(look(valueOf(result), { region: 'GMV001', period: '2023' })).toBe('withheld');
    expect(tracesOfSecret(result)).toEqual([]);
  });

  it('lets a narrower level speak over a wider one', () => {
    const attributes = { dataSet: [confidentiality], observation: [confidentiality] };
    expect(cells({ attributes, dataSet: { attributes: [1], observations: { '0:0': [1, 0], '0:1': [2] } } })).toEqual([
      1,
      'withheld',
      'none',
      'none',
    ]);
  });

  it('reaches only the cells of a group, whichever way its keys are written', () => {
    const attributes = { dimensionGroup: [status] };
    const withFrequency = {
      dataSet: [{ id: 'FREQ', keyPosition: 0, values: values('A') }],
      observation: [
        { ...region, keyPosition: 1 },
        { ...period, keyPosition: 2 },
      ],
    };
    expect(cells({ attributes, dataSet: { dimensionGroupAttributes: { ':1': [3], '1:0': [3] } } })).toEqual([
      1,
      '2 P',
      '3 P',
      '4 P',
    ]);
    expect(
      cells({ attributes, dimensions: withFrequency, dataSet: { dimensionGroupAttributes: { '0:1:': [3] } } }),
    ).toEqual([1, 2, '3 P', '4 P']);
  });
});

describe('parseSdmxJson writes units', () => {
  const unit = {
    id: 'UNIT_MEASURE',
    values: [
      { id: 'EUR', name: 'euro' },
      { id: 'PT', name: 'Procent' },
    ],
  };
  const multiplier = { id: 'UNIT_MULT', values: values('0', '3', '6') };
  const decimals = { id: 'DECIMALS' };
  const unitOf = (parts: Parts) => valueOf(parseSdmxJson(message(parts))).indicators[0].unit;

  it('from the data set', () =>
    expect(
      unitOf({ attributes: { dataSet: [unit, multiplier, decimals] }, dataSet: { attributes: [0, 1, 2] } }),
    ).toEqual({ label: 'x 1 000 euro', symbol: '', position: 'end', decimals: 2 }));

  it('percent as a sign', () =>
    expect(unitOf({ attributes: { dataSet: [unit] }, dataSet: { attributes: [1] } })).toMatchObject({
      label: '',
      symbol: '%',
    }));

  it('a multiplier of one as nothing', () =>
    expect(unitOf({ attributes: { dataSet: [multiplier] }, dataSet: { attributes: [0] } })).toMatchObject({
      label: '',
    }));

  it('figures as published beside their multiplier', () =>
    expect(cells({ attributes: { dataSet: [multiplier] }, dataSet: { attributes: [2] } })).toEqual([1, 2, 3, 4]));

  it('brings cells of different multipliers to the smallest', () => {
    const parts = {
      attributes: { observation: [multiplier] },
      dataSet: { observations: { '0:0': [1.5, 1], '0:1': [2, 2], '1:0': [3, 1] } },
    };
    expect(cells(parts)).toEqual([1.5, 2000, 3, 'none']);
    expect(unitOf(parts).label).toBe('x 1 000');
  });

  it('nothing where the cells disagree', () => {
    const parts = {
      attributes: { observation: [unit, decimals] },
      dataSet: { observations: { '0:0': [1, 0, 1], '0:1': [2, 1, 0] } },
    };
    expect(unitOf(parts)).toMatchObject({ label: '', symbol: '', decimals: null });
  });
});

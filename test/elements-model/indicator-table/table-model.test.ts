import { describe, expect, it } from 'vitest';
import { indicator } from '@zicht-op/core/model/dataset.js';
import { MARKS, markBit } from '@zicht-op/core/model/observation.js';
import { parsePeriod } from '@zicht-op/core/model/period.js';
import { isComparison } from '../../../packages/elements/src/indicator-table/figure-columns.js';
import { loadSorter } from '../../../packages/elements/src/indicator-table/table-model.js';
import { codesShown, datasetOf, modelOf } from './table-fixture.js';

const everything = { hidden: new Set<number>(), withReference: true, withParent: true };

describe('the order of rows', () => {
  it('is by name before the sorter is there, and refused otherwise', async () => {
    const model = modelOf(
      datasetOf(
        ['a'],
        [
          ['GM0001', 'Zwolle', 1],
          ['GM0002', 'Almelo', 2],
        ],
      ),
    );
    expect(codesShown(model, {})).toEqual(['GM0002', 'GM0001']);
    expect(() => codesShown(model, { order: { column: 'figure-0', descending: false } })).toThrow('loadSorter');
    await loadSorter();
    expect(codesShown(model, { order: { column: 'figure-0', descending: false } })).toEqual(['GM0001', 'GM0002']);
  });

  const dataset = datasetOf(
    ['cijfer'],
    [
      ['GM0005', 'Echt', 30],
      ['GM0004', 'Dalen', 'withheld'],
      ['GM0003', 'Coevorden', 10],
      ['GM0002', 'Borger', 'none'],
      ['GM0001', 'Assen', 'unknown'],
      ['GM0006', 'Frederiksoord', 20],
      ['GM0007', 'Gieten', 'impossible'],
      ['GM0008', 'Hoogeveen', 0],
      ['GM0009', 'IJlst', -5],
    ],
  );
  const missingByName = ['GM0001', 'GM0002', 'GM0004', 'GM0007'];

  it.each([
    [
      'by name',
      { column: 'name', descending: false },
      'GM0001 GM0002 GM0003 GM0004 GM0005 GM0006 GM0007 GM0008 GM0009',
    ],
    [
      'by name, backwards',
      { column: 'name', descending: true },
      'GM0009 GM0008 GM0007 GM0006 GM0005 GM0004 GM0003 GM0002 GM0001',
    ],
    [
      'of an unknown column is by name',
      { column: 'nowhere', descending: true },
      'GM0001 GM0002 GM0003 GM0004 GM0005 GM0006 GM0007 GM0008 GM0009',
    ],
  ])('%s', (_, order, expected) => {
    expect(codesShown(modelOf(dataset), { order }).join(' ')).toBe(expected);
  });

  it('puts every kind of missing last, by name, in both directions', () => {
    const model = modelOf(dataset);
    const up = codesShown(model, { order: { column: 'figure-0', descending: false } });
    const down = codesShown(model, { order: { column: 'figure-0', descending: true } });
    expect(up).toEqual(['GM0009', 'GM0008', 'GM0003', 'GM0006', 'GM0005', ...missingByName]);
    expect(down).toEqual(['GM0005', 'GM0006', 'GM0003', 'GM0008', 'GM0009', ...missingByName]);
  });

  it('keeps equal figures by name in both directions', () => {
    const equal = datasetOf(
      ['a'],
      [
        ['GM0002', 'Zwolle', 1],
        ['GM0001', 'Almelo', 1],
        ['GM0003', 'Meppel', 1],
      ],
    );
    for (const descending of [false, true]) {
      expect(codesShown(modelOf(equal), { order: { column: 'figure-0', descending } })).toEqual([
        'GM0001',
        'GM0003',
        'GM0002',
      ]);
    }
  });

  it('goes by code where names are the same', () => {
    const twins = datasetOf(
      ['a'],
      [
        ['GM0002', 'Centrum', 1],
        ['GM0001', 'Centrum', 1],
        ['GM0003', 'Buiten', 1],
      ],
    );
    const model = modelOf(twins);
    expect(codesShown(model)).toEqual(['GM0003', 'GM0001', 'GM0002']);
    expect(model.hasTwins).toBe(true);
    expect(modelOf(dataset).hasTwins).toBe(false);
  });

  it('reads numbers in names as numbers, and accents as letters', () => {
    const names = datasetOf(
      ['a'],
      [
        ['GM0001', 'Wijk 10', 1],
        ['GM0002', 'Wijk 2', 1],
        ['GM0003', 'Ésonstad', 1],
        ['GM0004', 'Franeker', 1],
      ],
    );
    expect(codesShown(modelOf(names))).toEqual(['GM0003', 'GM0004', 'GM0002', 'GM0001']);
  });

  it('is not upset by an indicator called __proto__', () => {
    const odd = datasetOf(
      ['__proto__', 'constructor'],
      [
        ['GM0001', 'A', 2, 1],
        ['GM0002', 'B', 1, 2],
      ],
    );
    expect(codesShown(modelOf(odd), { order: { column: 'figure-0', descending: false } })).toEqual([
      'GM0002',
      'GM0001',
    ]);
    expect(codesShown(modelOf(odd), { order: { column: 'figure-1', descending: true } })).toEqual(['GM0002', 'GM0001']);
  });

  it('is empty for a dataset without regions of the level', () => {
    const model = modelOf(datasetOf(['a'], [['GM0001', 'A', 1]]));
    expect(codesShown(model, { query: 'zzz' })).toEqual([]);
    expect(codesShown(model, { only: new Set() })).toEqual([]);
  });
});

describe('the rows that pass', () => {
  const dataset = datasetOf(
    ['a'],
    [
      ['GM1900', 'Súdwest-Fryslân', 1],
      ['GM0518', "'s-Gravenhage", 2],
      ['GM0363', 'Amsterdam', 3],
      ['GM0362', 'Amstelveen', 'withheld'],
    ],
  );

  it.each([
    ['', ['GM0518', 'GM0362', 'GM0363', 'GM1900']],
    ['  ', ['GM0518', 'GM0362', 'GM0363', 'GM1900']],
    ['amst', ['GM0362', 'GM0363']],
    ['SUDWEST', ['GM1900']],
    ['fryslân', ['GM1900']],
    ['gm0363', ['GM0363']],
    ['036', ['GM0362', 'GM0363']],
    ['dam amst', ['GM0363']],
    ['.*', []],
  ])('for the query %j are %j', (query, expected) => {
    expect(codesShown(modelOf(dataset), { query })).toEqual(expected);
  });

  it('keep their order when searched', () => {
    const order = { column: 'figure-0', descending: true };
    expect(codesShown(modelOf(dataset), { query: 'am', order })).toEqual(['GM0363', 'GM0362']);
  });

  it('can be the selected ones only, also those that are withheld', () => {
    const only = new Set(['GM0362', 'GM1900', 'GM9999']);
    expect(codesShown(modelOf(dataset), { only })).toEqual(['GM0362', 'GM1900']);
  });
});

describe('the columns', () => {
  const rate = indicator('aandeel', { kind: 'rate', unit: { label: '', symbol: '%', position: 'end', decimals: 1 } });
  const count = indicator('aantal', { kind: 'count' });
  const dataset = datasetOf(
    [rate, count],
    [
      ['NL00', 'Nederland', 10, 1000],
      ['PV20', 'Groningen', 12, 300],
      ['GM0001', 'Onder', 9.94, 10],
      ['GM0002', 'Gelijk', 10.04, 20],
      ['GM0003', 'Boven', 10.06, 30],
      ['GM0004', 'Geheim', 'withheld', 40],
      ['GM0005', 'Los', 11, 50],
    ],
    {
      parents: new Map([
        ['GM0001', ['PV20']],
        ['GM0002', ['PV20']],
        ['GM0003', ['PV20']],
        ['GM0004', ['PV20']],
        ['PV20', ['NL00']],
        ['GM0005', ['NL00']],
      ]),
    },
  );

  it('are one per indicator, and none that is put away', () => {
    const model = modelOf(dataset);
    const plain = { hidden: new Set<number>(), withReference: false, withParent: false };
    expect(model.columns(plain).map(({ id }) => id)).toEqual(['figure-0', 'figure-1']);
    expect(model.columns({ ...plain, hidden: new Set([0]) }).map(({ id }) => id)).toEqual(['figure-1']);
  });

  it('compare rates with the country and the area around, and never counts', () => {
    expect(
      modelOf(dataset)
        .columns(everything)
        .map(({ id }) => id),
    ).toEqual(['figure-0', 'reference-0', 'parent-0', 'figure-1']);
  });

  it('say nothing about a withheld figure, and call equal what is written the same', () => {
    const model = modelOf(dataset);
    const [reference, parent] = model.columns(everything).filter(isComparison);
    const told = model.regions.map((region) => [
      model.nameOf(region),
      reference.comparisonAt(region),
      parent.comparisonAt(region),
    ]);
    expect(told).toEqual([
      ['Boven', 'higher', 'lower'],
      ['Geheim', null, null],
      ['Gelijk', 'equal', 'lower'],
      ['Los', 'higher', null],
      ['Onder', 'lower', 'lower'],
    ]);
  });

  it('sort a comparison from lower to higher, with what can not be compared last', () => {
    const model = modelOf(dataset);
    expect(codesShown(model, { order: { column: 'reference-0', descending: false } })).toEqual([
      'GM0001',
      'GM0002',
      'GM0003',
      'GM0005',
      'GM0004',
    ]);
    expect(codesShown(model, { order: { column: 'reference-0', descending: true } })).toEqual([
      'GM0003',
      'GM0005',
      'GM0002',
      'GM0001',
      'GM0004',
    ]);
  });

  it('have no reference where the dataset lists none', () => {
    const model = modelOf(datasetOf([rate], [['GM0001', 'A', 1]]));
    expect(model.columns(everything).map(({ id }) => id)).toEqual(['figure-0', 'parent-0']);
    expect(model.hasParents).toBe(false);
  });

  it('find the nearest listed area, also past one that is not listed', () => {
    const buurten = datasetOf(
      [rate],
      [
        ['GM0001', 'Stad', 1],
        ['BU00010101', 'Buurt', 2],
      ],
    );
    const model = modelOf(buurten, 'buurt');
    expect(model.parentOf(model.regions[0])).toBe(0);
  });
});

describe('what is in use', () => {
  it('names the kinds of missing and the marks that are on screen', () => {
    const dataset = datasetOf(
      ['a', 'b'],
      [
        ['GM0001', 'A', 'withheld', 1],
        ['GM0002', 'B', 2, 'none'],
      ],
    );
    const marks = new Uint16Array(4);
    marks[1] = markBit('E');
    const model = modelOf({ ...dataset, marks });
    expect(model.inUse(model.figures)).toEqual({ marks: ['E'], kinds: ['withheld', 'none'] });
    expect(model.inUse([model.figures[1]])).toEqual({ marks: [], kinds: ['none'] });
  });

  it('counts a period that is provisional as a whole', () => {
    const dataset = datasetOf(['a'], [['GM0001', 'A', 1]], { periods: [parsePeriod('2024', null, true)] });
    const model = modelOf(dataset);
    expect(model.inUse(model.figures).marks).toEqual([MARKS[0]]);
  });

  it('is nothing for no columns', () => {
    expect(modelOf(datasetOf(['a'], [['GM0001', 'A', 'withheld']])).inUse([])).toEqual({ marks: [], kinds: [] });
  });
});

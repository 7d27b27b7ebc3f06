import { describe, expect, it } from 'vitest';
import {
  MISSING_STYLE,
  STYLE_COUNT,
  choroplethModel,
  classOfCode,
  styleOfRegion,
} from '@zicht-op/core/picture/choropleth-model.js';
import { gridCodes, gridTopology, jsonStat, type Grid } from '../../support/grid-country.js';
import { pictureOf, type PictureRequest } from '../../support/pictures.js';

const GRID: Grid = { columns: 6, rows: 1 };
const CODES = gridCodes(GRID);

type Cell = number | string | null;

const pictureWith = (cells: readonly Cell[], request: PictureRequest = {}, extra: Record<string, unknown> = {}) => {
  const codes = CODES.slice(0, cells.length);
  const figures = Object.fromEntries(codes.map((code, i) => [code, cells[i]]));
  return pictureOf(jsonStat(codes, { a: { '2023': figures } }, extra), gridTopology(GRID), request);
};

describe('choroplethModel', () => {
  it('gives each shape its class or its kind of missing', () => {
    const model = choroplethModel(pictureWith([0, 'Q', 'L', 'M', null]));
    const { withheld, unknown, impossible, none, uncovered } = MISSING_STYLE;
    expect([...model.styleOfShape]).toEqual([0, withheld, unknown, impossible, none, uncovered]);
    expect(model.missing).toEqual(['withheld', 'unknown', 'impossible', 'none', 'uncovered']);
  });

  it('counts classes as the legend does, also those nobody is in', () => {
    const manual = { method: 'manual', breaks: [10, 20, 30] } as const;
    const model = choroplethModel(pictureWith([1, 2, 25], { classOptions: manual }));
    expect([model.classCount, model.breaks]).toEqual([4, [10, 20, 30]]);
    expect([...model.styleOfShape.slice(0, 3)]).toEqual([0, 0, 2]);
  });

  it('has one class for one figure, and none without any', () => {
    expect(choroplethModel(pictureWith([5, 5, 5])).classCount).toBe(1);
    const model = choroplethModel(pictureWith(['Q', 'Q', null]));
    expect([model.classCount, model.breaks, model.missing]).toEqual([0, [], ['withheld', 'none', 'uncovered']]);
  });

  it('writes boundaries with the decimals that the figures were released with', () => {
    const unit = { extension: { 'zicht-op': { indicators: { a: { unit: { decimals: 1 } } } } } };
    const model = choroplethModel(pictureWith([1, 2, 3, 4], { classOptions: { classes: 3 } }, unit));
    expect(model.breaks).toEqual([2, 3]);
    for (const at of model.breaks) expect(at * 10).toBeCloseTo(Math.round(at * 10), 9);
  });

  it('names only the kinds of missing among the shapes shown', () => {
    const codes = ['WK000101', 'WK000102', 'WK000201', 'WK000202'];
    const shapes = gridTopology({ columns: 4, rows: 1 }, 'wijken') as {
      objects: { wijken: { geometries: { properties: { statcode: string } }[] } };
    };
    shapes.objects.wijken.geometries.forEach((geometry, i) => (geometry.properties.statcode = codes[i]));
    const data = jsonStat(codes, { a: { '2023': { WK000101: 'Q', WK000102: 1, WK000201: 2, WK000202: 3 } } });
    const model = choroplethModel(pictureOf(data, shapes, { within: 'GM0002' }));
    expect(model.missing).toEqual([]);
    expect([...model.styleOfShape][0]).toBe(MISSING_STYLE.withheld);
  });

  it('has styles apart for at most nine classes and each kind of missing', () => {
    const styles = [...Array(9).keys(), ...Object.values(MISSING_STYLE)];
    expect(new Set(styles).size).toBe(14);
    expect(Math.max(...styles)).toBeLessThan(STYLE_COUNT);
  });

  it('has nothing to draw for a picture without shapes', () => {
    const picture = pictureOf(jsonStat(CODES, { a: { '2023': { GM0001: 1 } } }));
    expect([...choroplethModel(picture).styleOfShape]).toEqual([]);
  });
});

describe('classOfCode', () => {
  const picture = pictureWith([1, 'Q', 'L', 'M', null]);

  it.each([
    ['GM0001', 0],
    ['GM0002', 'withheld'],
    ['GM0003', 'unknown'],
    ['GM0004', 'impossible'],
    ['GM0005', 'none'],
    ['GM0006', 'uncovered'],
    ['GM0007', null],
    ['', null],
    ['__proto__', null],
  ])('says of %s: %j', (code, said) => {
    expect(classOfCode(picture, code)).toBe(said);
  });

  it('knows a region without a shape by its figure', () => {
    const codes = [...CODES, 'GM0099'];
    const figures = Object.fromEntries(codes.map((code, i) => [code, i]));
    const lone = pictureOf(jsonStat(codes, { a: { '2023': figures } }), gridTopology(GRID), {
      classOptions: { classes: 2 },
    });
    expect(classOfCode(lone, 'GM0099')).toBe(1);
  });
});

describe('styleOfRegion', () => {
  it('takes a position outside the dataset for uncovered', () => {
    expect(styleOfRegion(pictureWith([1]), -1)).toBe(MISSING_STYLE.uncovered);
  });
});

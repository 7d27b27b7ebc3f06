import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import { borderWidths } from '@zicht-op/renderer/border-widths.js';
import { boxAround, worldGeometry } from '@zicht-op/renderer/world-geometry.js';
import { describe, expect, it } from 'vitest';
import { gridTopology } from '../support/grid-country.js';
import { valueOf } from '../support/observe.js';

/** 10 columns by 4 rows; on the plane each area is 0.1 by 0.1. */
const GEOMETRY = worldGeometry(
  valueOf(valueOf(parseBoundaries(gridTopology({ columns: 10, rows: 4 }), {})).ofLevel('gemeente')),
  'plain',
);
const ALL = GEOMETRY.boundaries.codes.map((_, shape) => shape);

/** A view of everything, in which an area is `size` pixels wide. */
function viewOf(size: number, pixelRatio = 1) {
  const [minX, minY] = boxAround(GEOMETRY, ALL) as [number, number, number, number];
  const scale = size * 10;
  return { scale, originX: minX * scale, originY: minY * scale, width: size * 10, height: size * 4, pixelRatio };
}

describe('borderWidths', () => {
  it('has no limits without ranks', () => expect(borderWidths(GEOMETRY, viewOf(30), ALL, 0)).toEqual([]));
  it('leaves borders out where nothing is shown', () => expect(borderWidths(GEOMETRY, viewOf(30), [], 1)).toEqual([0]));
  it.each([{ originX: 1e6 }, { originX: -1e6 }, { originY: 1e6 }, { originY: -1e6 }])(
    'leaves borders out where nothing is in view: %o',
    (place) => expect(borderWidths(GEOMETRY, { ...viewOf(30), ...place }, ALL, 1)).toEqual([0]),
  );
  it('takes no shape for one that does not exist', () =>
    expect(borderWidths(GEOMETRY, viewOf(30), [-1, 999, NaN], 1)).toEqual([0]));

  it.each([
    [5.9, 0],
    [6.1, 6.1 / 24],
    [24, 1],
    [48, 2],
  ])('gives areas of %d pixels borders of at most %d', (size, width) => {
    for (const pixelRatio of [1, 1.5, 2])
      expect(borderWidths(GEOMETRY, viewOf(size, pixelRatio), ALL, 1)[0]).toBeCloseTo(width, 5);
  });

  it('goes by the areas in view alone', () => {
    const few = { ...viewOf(30), width: 25, height: 25 };
    expect(borderWidths(GEOMETRY, few, [0, 5, 6, 7], 1)[0]).toBeCloseTo(30 / 24, 5);
  });

  it('goes by the middle size of the groups for wider levels, which so stay in sight', () => {
    const halves = ALL.map((shape) => (shape % 10 < 5 ? 0 : 1));
    const [narrow, wide, edge] = borderWidths(GEOMETRY, viewOf(4), ALL, 3, [halves]);
    expect([narrow, edge]).toEqual([0, Infinity]);
    expect(wide).toBeCloseTo((4 * 4) / 24, 5);
  });

  it('goes by the middle one of different sizes', () => {
    const blocks = ALL.map((shape) => (shape % 10 < 1 ? 0 : shape % 10 < 4 ? 1 : 2));
    expect(borderWidths(GEOMETRY, viewOf(8), ALL, 2, [blocks])[1]).toBeCloseTo((3 * 8) / 24, 5);
  });

  it('counts no shape of an unknown group', () => {
    const unknown = ALL.map(() => -1);
    expect(borderWidths(GEOMETRY, viewOf(30), ALL, 2, [unknown])[1]).toBe(0);
    expect(borderWidths(GEOMETRY, viewOf(30), ALL, 2, [[]])[1]).toBe(0);
  });

  it('has no limit for a rank without groups', () =>
    expect(borderWidths(GEOMETRY, viewOf(1), ALL, 3)).toEqual([0, Infinity, Infinity]));
});

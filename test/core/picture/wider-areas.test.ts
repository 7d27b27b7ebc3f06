import { describe, expect, it } from 'vitest';
import { widerAreas } from '@zicht-op/core/picture/wider-areas.js';
import { parentByCode } from '@zicht-op/core/model/region.js';
import type { Boundaries } from '@zicht-op/core/model/boundaries.js';

const shapes = (level: string, ...codes: string[]): Boundaries => ({ level, codes }) as unknown as Boundaries;

const provinces = new Map([
  ['GMV001', 'PVV1'],
  ['GMV002', 'PVV1'],
  ['GMV003', 'PVV2'],
]);
const parentOf = (code: string): string | null => provinces.get(code) ?? parentByCode(code);

describe('widerAreas', () => {
  it('has none for no shapes', () => {
    expect(widerAreas(shapes('buurt'), parentOf)).toEqual([]);
  });

  it('leaves out a level in which all shapes lie in one area', () => {
    expect(widerAreas(shapes('wijk', 'WKV00101', 'WKV00102'), () => 'GMV001')).toEqual([]);
  });

  it('leaves out levels that are not wider than the shapes', () => {
    expect(widerAreas(shapes('provincie', 'PVV1', 'PVV2'), parentOf)).toEqual([]);
  });

  it('gives -1 to a shape whose area is not known', () => {
    const [areas] = widerAreas(shapes('wijk', 'WKV00101', 'X', 'WKV00301'), parentOf);
    expect([...areas]).toEqual([0, -1, 1]);
  });

  it('numbers gemeenten before provinces, the narrow level first', () => {
    const areas = widerAreas(shapes('wijk', 'WKV00101', 'WKV00201', 'WKV00301', 'WKV00102'), parentOf);
    expect(areas.map((numbers) => [...numbers])).toEqual([
      [0, 1, 2, 0],
      [0, 0, 1, 0],
    ]);
  });

  it('ends at a circle of parents', () => {
    expect(widerAreas(shapes('wijk', 'A', 'B'), (code) => (code === 'A' ? 'B' : 'A'))).toEqual([]);
  });
});

import { expect, it, describe } from 'vitest';
import { outlineAreas } from '@zicht-op/core/geo/area.js';
import { multiPolygon, polygon, shapesFrom, square } from './support/shapes.js';

describe('outlineAreas', () => {
  it.each([
    ['nothing', null, 0],
    ['a square', polygon(square(5, 52, 2)), 4],
    ['a square wound the other way', polygon([...square(5, 52, 2)].reverse()), 4],
    ['two squares', multiPolygon([square(5, 52)], [square(7, 52, 2)]), 5],
  ])('of %s', (_what, geometry, area) => {
    expect(outlineAreas(shapesFrom(geometry))[0]).toBeCloseTo(area, 12);
  });

  it('tells two shapes of a square metre apart, at the other end of the country', () => {
    const [, small, large] = outlineAreas(
      shapesFrom(polygon(square(3, 50)), polygon(square(7, 53, 1e-5)), polygon(square(7, 53, 1.01e-5))),
    );
    expect(small).toBeLessThan(large);
  });
});

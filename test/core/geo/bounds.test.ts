import { describe, expect, it } from 'vitest';
import { boundsOf, boundsOfShape, boundsOfShapes } from '@zicht-op/core/geo/bounds.js';
import { multiPolygon, polygon, shapesFrom, square } from './support/shapes.js';

const SHAPES = shapesFrom(multiPolygon([square(5, 52)], [square(7, 50, 0.5)]), null, polygon(square(3, 51)));

describe('bounds', () => {
  it('are those of all parts of a shape', () => {
    expect(boundsOfShape(SHAPES, 0)).toEqual([5, 50, 7.5, 53]);
  });

  it.each([
    ['a shape without area', 1],
    ['a shape that isn’t there', 7],
  ])('are null for %s', (_what, shape) => {
    expect(boundsOfShape(SHAPES, shape)).toBeNull();
  });

  it.each([
    ['of all shapes', undefined, [3, 50, 7.5, 53]],
    ['of some', [2, 1], [3, 51, 4, 52]],
    ['of none', [], null],
    ['of shapes without area', new Set([1]), null],
  ])('can be had %s', (_what, shapes, bounds) => {
    expect(boundsOf(SHAPES, shapes)).toEqual(bounds);
  });

  it('are null without any shape', () => {
    expect(boundsOf(shapesFrom())).toBeNull();
  });

  it('of every shape at once are the same; they overlap nothing where there is no area', () => {
    expect([...boundsOfShapes(SHAPES)]).toEqual([
      ...[5, 50, 7.5, 53],
      ...[Infinity, Infinity, -Infinity, -Infinity],
      ...[3, 51, 4, 52],
    ]);
  });
});

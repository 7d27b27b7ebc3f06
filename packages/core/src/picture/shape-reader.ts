import { readGivenBoundaries } from './given-boundaries.js';
import { fetchEarly, loadShapes } from './load-shapes.js';

/** How shapes are read: brought along by elements that draw them, so that a page with a table alone doesn't fetch it. */
export const shapeReader = { fetchEarly, loadShapes, readGivenBoundaries } as const;

export type ShapeReader = typeof shapeReader;

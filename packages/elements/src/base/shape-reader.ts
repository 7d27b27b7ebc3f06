import { parseBoundaries } from '@zicht-op/core/formats/boundaries.js';
import { loadBoundaries } from '@zicht-op/core/sources/boundary-source.js';

/** How shapes are read: brought along by elements that draw them, so that a page with a table alone doesn't fetch it. */
export const shapeReader = { loadBoundaries, parseBoundaries } as const;

export type ShapeReader = typeof shapeReader;

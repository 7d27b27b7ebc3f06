import type { Boundaries } from '../model/boundaries.js';
import type { Dataset } from '../model/dataset.js';
import type { Problem } from '../model/problem.js';
import { classify, type Classification, type ClassMethod } from '../view/classify.js';
import { isInside, parentLookup, parentsLookup, type ParentOf } from '../view/hierarchy.js';
import type { Join } from '../view/join.js';
import { regionsOfLevel, type Selection } from '../view/selection.js';
import { sliceOf, type Slice } from '../view/slice.js';
import { knownParents } from './region-directory.js';
import type { Shapes } from './load-shapes.js';

/** How classes are asked for. Null or empty: the contract's defaults. */
export interface ClassOptions {
  readonly method: ClassMethod | null;
  readonly classes: number;
  readonly breaks: readonly number[] | null;
}

/** Everything an element draws, in one value that doesn't change: what was asked, what is shown, what was found. */
export interface Picture {
  readonly dataset: Dataset;
  /** Address the dataset came from; empty for data given as a property or inline. */
  readonly url: string;
  /** Null for elements that draw no shapes. */
  readonly boundaries: Boundaries | null;
  /** Year of the division drawn, as far as it is known. */
  readonly boundaryYear: number | null;
  readonly join: Join | null;
  readonly selection: Selection;
  /** Region code; empty: no limit. */
  readonly within: string;
  readonly slice: Slice;
  readonly classification: Classification;
  readonly parentOf: ParentOf;
  /** Positions in the geo dimension of the regions shown: of the level and inside `within`, in the dataset's order. */
  readonly regions: readonly number[];
  /** Shapes shown: inside `within`. Empty for elements that draw no shapes. */
  readonly shapes: readonly number[];
  /** Levels that the visitor can switch to, widest first. */
  readonly levels: readonly string[];
  readonly problems: readonly Problem[];
}

export interface PictureParts {
  readonly dataset: Dataset;
  readonly url: string;
  readonly selection: Selection;
  readonly within: string;
  /** Null for elements that draw none. */
  readonly shapes: Shapes | null;
  readonly levels: readonly string[];
  readonly classOptions: ClassOptions;
  readonly problems: readonly Problem[];
}

/** Values of the whole level, whatever `within`: classes mean the same wherever one looks. */
function levelValues({ values }: Slice, regions: readonly number[]): Float64Array {
  const found = new Float64Array(regions.length);
  for (let i = 0; i < found.length; i++) found[i] = values[regions[i]];
  return found;
}

const known = new WeakMap<Boundaries, readonly number[]>();

/** Positions of all shapes. */
function allShapes(boundaries: Boundaries): readonly number[] {
  const shapes = known.get(boundaries) ?? Array.from(boundaries.codes.keys());
  known.set(boundaries, shapes);
  return shapes;
}

function shapesShown(boundaries: Boundaries, within: string, isShown: (code: string) => boolean): readonly number[] {
  const shapes = allShapes(boundaries);
  return within === '' ? shapes : shapes.filter((shape) => isShown(boundaries.codes[shape]));
}

/**
 * Lays figures, classes and shapes beside each other. A dataset without regions of the level gives a picture without
 * regions.
 */
export function makePicture(parts: PictureParts): Picture {
  const { dataset, selection, within, shapes, classOptions } = parts;
  const boundaries = shapes?.boundaries ?? null;
  const slice = sliceOf(dataset, selection);
  const known = [dataset.parents, boundaries?.parents ?? new Map<string, string>(), knownParents];
  const parentsOf = parentsLookup(...known);
  const inside = (code: string): boolean => within === '' || isInside(code, within, parentsOf);
  const ofLevel = regionsOfLevel(dataset, selection.level);
  const classification = classify(levelValues(slice, ofLevel), {
    ...classOptions,
    publisherBreaks: selection.indicator.breaks,
  });
  return {
    dataset,
    url: parts.url,
    boundaries,
    boundaryYear: shapes
      ? shapes.year
      : (dataset.boundaries[selection.level]?.year ?? dataset.release?.boundaryYear ?? null),
    join: shapes?.join ?? null,
    selection,
    within,
    slice,
    classification,
    parentOf: parentLookup(...known),
    regions: within ? ofLevel.filter((region) => inside(dataset.geo.codes[region])) : ofLevel,
    shapes: boundaries ? shapesShown(boundaries, within, inside) : [],
    levels: parts.levels,
    problems: parts.problems,
  };
}

import type { Boundaries } from '../model/boundaries.js';
import type { Dataset } from '../model/dataset.js';
import { LEVELS, levelOf } from '../model/region.js';
import { ancestorsOf, type ParentOf } from '../view/hierarchy.js';
import type { Picture } from './picture.js';

/** Levels whose outlines help to find one's way among narrower ones, from narrow to wide. */
const LANDMARKS = ['gemeente', 'provincie'] as const;

/**
 * For each landmark level above the shapes' own, from narrow to wide, a number per shape for the area of that level it
 * lies in; -1 where that isn't known. Levels in which no two areas are known are left out: they part nothing.
 */
export function widerAreas({ codes, level }: Boundaries, parentOf: ParentOf): readonly Int32Array[] {
  const own = (LEVELS as readonly string[]).indexOf(level);
  /** By direct parent: thousands of shapes have few. */
  const ancestors = new Map<string | null, readonly string[]>();
  const around = codes.map((code) => {
    const parent = parentOf(code);
    const found = ancestors.get(parent) ?? (parent === null ? [] : [parent, ...ancestorsOf(parent, parentOf)]);
    ancestors.set(parent, found);
    return found;
  });
  return LANDMARKS.filter((landmark) => LEVELS.indexOf(landmark) < own).flatMap((landmark) => {
    const numbers = new Map<string, number>();
    const areas = Int32Array.from(around, (known) => {
      const area = known.find((ancestor) => levelOf(ancestor) === landmark);
      if (area === undefined) return -1;
      const number = numbers.get(area) ?? numbers.size;
      numbers.set(area, number);
      return number;
    });
    return numbers.size > 1 ? [areas] : [];
  });
}

const known = new WeakMap<Boundaries, { readonly dataset: Dataset; readonly areas: readonly Int32Array[] }>();
const NONE: readonly Int32Array[] = [];

/** The same for a picture, worked out once for its figures and shapes. None for a picture without shapes. */
export function widerAreasOf({ boundaries, dataset, parentOf }: Picture): readonly Int32Array[] {
  if (!boundaries) return NONE;
  const found = known.get(boundaries);
  if (found?.dataset === dataset) return found.areas;
  const areas = widerAreas(boundaries, parentOf);
  known.set(boundaries, { dataset, areas });
  return areas;
}

import type { Boundaries } from '../model/boundaries.js';
import type { Dataset } from '../model/dataset.js';

/**
 * Names and parents of regions, learned from every dataset and boundary file this page has read. A widget that shows
 * districts knows from it what the municipality around them is called, although its own file doesn't list it.
 */
const names = new Map<string, string>();
const parents = new Map<string, readonly string[]>();
const learned = new WeakSet<object>();

/** Takes over what a dataset says of its regions; once per dataset. */
export function learnFromDataset(dataset: Dataset): void {
  if (learned.has(dataset)) return;
  learned.add(dataset);
  dataset.geo.codes.forEach((code, i) => {
    if (dataset.geo.labels[i] !== code) names.set(code, dataset.geo.labels[i]);
  });
  for (const [code, named] of dataset.parents) parents.set(code, named);
}

/** Takes over what shapes say of their regions; names from a dataset count for more. */
export function learnFromBoundaries(boundaries: Boundaries): void {
  if (learned.has(boundaries)) return;
  learned.add(boundaries);
  boundaries.codes.forEach((code, i) => {
    const name = boundaries.names[i];
    if (name !== null && !names.has(code)) names.set(code, name);
  });
  for (const [code, parent] of boundaries.parents) if (!parents.has(code)) parents.set(code, [parent]);
}

/** Name of a region, or its code where no document named it. */
export const regionName = (code: string): string => names.get(code) ?? code;

/** Parents that documents named; see `parentLookup`. */
export const knownParents: ReadonlyMap<string, readonly string[]> = parents;

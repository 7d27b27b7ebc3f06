import type { Steps } from '../tasks/steps.js';
import { pathOf, readShape, type ShapeRecord } from './boundary-shape.js';
import type { ShapeArrays } from './ring-builder.js';

/** The features of one object of a document, or of the whole document. */
export class ShapeGroup {
  readonly records: ShapeRecord[] = [];
  /** Paths of features that no region could be found for. */
  readonly withoutCode: string[] = [];

  /** Reads a feature; what stands for no region is left out. */
  add(feature: unknown, geometry: unknown, list: string, index: number): void {
    const record = readShape(feature, geometry, list, index);
    if (record === 'no-code') this.withoutCode.push(pathOf({ list, index }));
    else if (record !== 'left-out') this.records.push(record);
  }
}

/** What a format's reader makes of a document: which shapes there are, and a way to decode them later. */
export interface ShapeSource {
  readonly groups: readonly ShapeGroup[];
  /** One shape per record, in their order; one that can't be read is told to `damaged` and has no rings. */
  decode(records: readonly ShapeRecord[], damaged: (record: ShapeRecord) => void): Steps<ShapeArrays>;
}

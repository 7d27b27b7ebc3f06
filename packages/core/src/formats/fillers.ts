import { dimension, type Dataset } from '../model/dataset.js';

/**
 * True for codes that stand for no place: Belgium (`GM0998`, at Baarle), abroad (`GM9999`), with their districts, and
 * the neighbourhoods numbered 9997 and 9998, which are water. Source: CBS, notes to the Wijk- en buurtkaart.
 */
export const isFiller = (code: string): boolean =>
  /^(?:(?:GM|WK|BU)(?:0998|9999)[0-9A-Z]*|BU[0-9A-Z]{4}999[78])$/.test(code);

/** The chosen regions of each slice of a cube. */
function pick<T extends Float64Array | Uint8Array | Uint16Array>(
  cells: T,
  regions: number,
  kept: readonly number[],
): T {
  const slices = cells.length / regions;
  const picked = cells.slice(0, slices * kept.length) as T;
  for (let slice = 0, to = 0; slice < slices; slice++)
    for (const region of kept) picked[to++] = cells[slice * regions + region];
  return picked;
}

/** A dataset without its fillers, for formats that send a whole cube; the same one where it has none. Null: nothing else. */
export function withoutFillers(dataset: Dataset): Dataset | null {
  const { id, label, codes, labels } = dataset.geo;
  const kept = [...codes.keys()].filter((region) => !isFiller(codes[region]));
  if (kept.length === codes.length) return dataset;
  if (kept.length === 0) return null;
  const names = kept.map((region) => labels[region]);
  return {
    ...dataset,
    geo: dimension(
      id,
      label,
      kept.map((region) => codes[region]),
      names,
    ),
    values: pick(dataset.values, codes.length, kept),
    kinds: pick(dataset.kinds, codes.length, kept),
    marks: dataset.marks && pick(dataset.marks, codes.length, kept),
  };
}

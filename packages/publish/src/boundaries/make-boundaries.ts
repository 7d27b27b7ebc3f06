import { parseBoundaries, type BoundaryDocument } from '@zicht-op/core/formats/boundaries.js';
import { parseCompactBoundaries } from '@zicht-op/core/formats/compact-boundaries.js';
import { success, type Problem, type Result } from '@zicht-op/core/model/problem.js';
import { writeCompactBoundaries, type CompactFile } from '../compact/write-compact-boundaries.js';
import { gridOfMetres, gridOfTopology } from '../geometry/grid.js';
import { layerOf, type Layer } from '../geometry/layer.js';
import { simplifyLayers } from '../geometry/simplify.js';
import { snapLayers } from '../geometry/snap-layers.js';

/** How a file of shapes is made. */
export interface BoundaryPlan {
  /** Metres a step of the grid. Null: that of a quantised TopoJSON, to the last bit; for any other one metre. */
  readonly grid: number | null;
  /** Bends that enclose less than half a square of so many metres are left out; 0 keeps all. */
  readonly simplify: number;
  /** Levels to write, in this order; none named: all there are. */
  readonly levels: readonly string[];
  /** Year of the division to take where there are several, and to write where the document has none. */
  readonly year: number | null;
  /** Attribution to write; null: that of the document. */
  readonly attribution: string | null;
}

export interface MadeBoundaries extends CompactFile {
  readonly levels: ReadonlyMap<string, number>;
  /** Codes of regions that have an area, but none on the grid. */
  readonly lost: readonly string[];
}

/**
 * Makes compact boundaries of TopoJSON, GeoJSON, or an array of OGC API pages. Problems as `parseBoundaries` has them, and
 * `no-match` with the levels there are for one there isn't. Throws a RangeError where the format can't hold it.
 */
export function makeBoundaries(json: unknown, plan: BoundaryPlan): Result<MadeBoundaries> {
  const parsed = parseBoundaries(json, { year: plan.year });
  if (!parsed.ok) return parsed;
  const read = readLayers(parsed.value, plan.levels);
  if (!read.ok) return read;
  const { layers, attribution } = read.value;
  const ownGrid = plan.grid === null ? gridOfTopology(json, layers) : null;
  const grid = ownGrid ?? gridOfMetres(layers, plan.grid ?? 1);
  const simplified = plan.simplify > 0 ? simplifyLayers(layers, plan.simplify, grid) : layers;
  const snapped = snapLayers(grid, simplified);
  const facts = { year: parsed.value.year ?? plan.year, attribution: plan.attribution ?? attribution };
  const file = writeCompactBoundaries(snapped, grid, facts);
  if (!parseCompactBoundaries(file.bytes).ok) throw new RangeError('the file would be unreadable: take another grid');
  const made = {
    ...file,
    levels: new Map(layers.map(({ level, codes }) => [level, codes.length])),
    lost: layers.flatMap((layer, i) => lostOf(layer, snapped[i])),
  };
  return success(made, [...parsed.problems, ...read.problems]);
}

interface ReadLayers {
  readonly layers: readonly Layer[];
  readonly attribution: string;
}

function readLayers(document: BoundaryDocument, asked: readonly string[]): Result<ReadLayers> {
  const layers: Layer[] = [];
  const problems: Problem[] = [];
  let attribution = '';
  for (const level of asked.length > 0 ? new Set(asked) : document.levels.keys()) {
    const boundaries = document.ofLevel(level);
    problems.push(...boundaries.problems);
    if (!boundaries.ok) return { ok: false, problems };
    layers.push(layerOf(boundaries.value));
    attribution ||= boundaries.value.attribution;
  }
  return success({ layers, attribution }, problems);
}

const lostOf = (before: Layer, after: Layer): string[] =>
  before.codes.filter((_, shape) => before.shapes[shape].length > 0 && after.shapes[shape].length === 0);

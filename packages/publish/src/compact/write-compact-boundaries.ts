import type { Grid } from '../geometry/grid.js';
import type { Layer } from '../geometry/layer.js';
import { shareArcs } from '../geometry/shared-arcs.js';
import { ByteWriter } from './byte-writer.js';
import { RingWriter, type LevelLists } from './ring-lists.js';

const MAGIC = [0x89, 0x5a, 0x4f, 0x42];
const VERSION = 1;

/** What a file says of itself. */
export interface FileFacts {
  readonly year: number | null;
  readonly attribution: string;
}

/** A file, and what it holds. */
export interface CompactFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly arcs: number;
  readonly points: number;
}

/**
 * Writes layers whose positions are places on the grid (docs/compact-boundaries.md, version 1). Throws a RangeError where
 * the grid is too fine for the format's numbers, or a code too long.
 */
export function writeCompactBoundaries(layers: readonly Layer[], grid: Grid, facts: FileFacts): CompactFile {
  const { arcs, rings } = shareArcs(layers);
  const writer = new RingWriter(arcs);
  const lists = layers.map((_, i) => writer.writeLevel(rings[i]));
  const out = new ByteWriter();
  out.bytes(MAGIC);
  out.byte(VERSION);
  out.byte(0);
  out.short(facts.year ?? 0);
  for (const number of [...grid.scale, ...grid.translate]) out.float(number);
  out.byte(layers.length);
  out.text(facts.attribution);
  for (const numbers of [writer.lengths, writer.starts, writer.steps]) out.numbers(numbers);
  layers.forEach((layer, i) => writeLevel(out, layer, lists[i]));
  const points = arcs.reduce((total, { length }) => total + length, 0);
  return { bytes: out.toBytes(), arcs: arcs.length, points };
}

/** Without what stands between two names, or between two codes. */
const oneLine = (text: string): string => text.replace(/[\n\t]/g, ' ');

function writeLevel(out: ByteWriter, layer: Layer, lists: LevelLists): void {
  out.text(layer.level);
  out.columns(layer.codes);
  out.text(layer.names.map((name) => oneLine(name ?? '')).join('\n'));
  out.text([...layer.parents].map((line) => line.map(oneLine).join('\t')).join('\n'));
  for (const numbers of [lists.ringsOfShape, lists.arcsOfRing, lists.kinds, lists.known]) out.numbers(numbers);
}

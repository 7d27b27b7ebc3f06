import type { Boundaries } from '../model/boundaries.js';
import { failure, success, type Result } from '../model/problem.js';
import { finish } from '../tasks/slices.js';
import type { Steps } from '../tasks/steps.js';
import type { BoundaryDocument } from './boundaries.js';
import { ByteReader } from './compact/byte-reader.js';
import { isCompactBoundaries } from './compact/is-compact-boundaries.js';
import { RingDecoder, type RingLists } from './compact/ring-decoder.js';

const VERSION = 1;

/** Shapes and points between two places where the work can be cut. */
const SHAPES_A_STEP = 200;
const POINTS_A_STEP = 20_000;

/**
 * Reads compact boundaries (docs/compact-boundaries.md, version 1): the document that the TopoJSON they were made from
 * would give, except that rings may begin elsewhere. Never throws, whatever the bytes are: `not-supported` for those
 * that begin otherwise or are of another version, `invalid-boundaries` for anything else that isn't as it has to be, with
 * the place (`byte/1234`). There is no half of a file: one shape that can't be right refuses all.
 */
export const parseCompactBoundaries = (bytes: Uint8Array): Result<BoundaryDocument> =>
  finish(parseCompactBoundariesInSteps(bytes));

/** The same as work that can be cut into slices. */
export function* parseCompactBoundariesInSteps(bytes: Uint8Array): Steps<Result<BoundaryDocument>> {
  if (!isCompactBoundaries(bytes) || bytes[4] !== VERSION) return failure('not-supported');
  const reader = new ByteReader(bytes);
  const header = readHeader(reader);
  const arcs = RingDecoder.read(reader);
  yield;
  const levels = new Map<string, Boundaries>();
  for (let left = header.levels; left > 0 && arcs !== null && reader.damage < 0; left--) {
    const place = reader.position;
    const level = yield* readLevel(reader, arcs, header);
    if (level && !levels.has(level.level)) levels.set(level.level, level);
    else reader.fail(place);
  }
  if (arcs?.isDone === false) reader.fail(reader.position);
  skipExtras(reader);
  if (arcs !== null && reader.damage < 0 && !(yield* toDegrees(arcs.coordinates, header))) reader.fail(SCALE_AT);
  if (reader.damage >= 0) return failure('invalid-boundaries', `byte/${reader.damage}`);
  return success(documentOf(levels, header.year));
}

interface Header {
  readonly year: number | null;
  readonly attribution: string;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly x: number;
  readonly y: number;
  readonly levels: number;
}

const SCALE_AT = 8;

function readHeader(reader: ByteReader): Header {
  reader.long();
  reader.byte();
  const reserved = reader.byte();
  const year = reader.short();
  if (reserved !== 0) reader.fail(5);
  const [scaleX, scaleY, x, y] = [reader.float(), reader.float(), reader.float(), reader.float()];
  if (![scaleX, scaleY, x, y].every(Number.isFinite)) reader.fail(SCALE_AT);
  const levels = reader.byte();
  return { year: year === 0 ? null : year, scaleX, scaleY, x, y, levels, attribution: reader.text() };
}

function* readLevel(reader: ByteReader, arcs: RingDecoder, header: Header): Steps<Boundaries | null> {
  const level = reader.text();
  const codes = readCodes(reader);
  yield;
  const names = readNames(reader, codes.length);
  const parents = readParents(reader);
  yield;
  const shapeRings = readStarts(reader, codes.length);
  const ringStart = readStarts(reader, shapeRings[codes.length]);
  yield;
  const position = reader.position;
  const rings: RingLists = { position, ringStart, kinds: reader.numbers(), known: reader.numbers() };
  if (rings.kinds.length !== ringStart[ringStart.length - 1]) reader.fail(position);
  if (reader.damage >= 0) return null;
  const ringArcs = yield* walkRings(reader, arcs, rings, shapeRings);
  const { coordinates, arcStart } = arcs;
  const { year, attribution } = header;
  return { level, year, codes, names, parents, coordinates, arcStart, ringArcs, ringStart, shapeRings, attribution };
}

function* walkRings(
  reader: ByteReader,
  arcs: RingDecoder,
  rings: RingLists,
  shapeRings: Uint32Array,
): Steps<Int32Array> {
  const ringArcs = new Int32Array(rings.kinds.length);
  arcs.beginLevel();
  for (let shape = 0; shape + 1 < shapeRings.length; shape++) {
    for (let ring = shapeRings[shape]; ring < shapeRings[shape + 1]; ring++) {
      if (arcs.walk(rings, ring, ringArcs)) continue;
      reader.fail(rings.position);
      return ringArcs;
    }
    if (shape % SHAPES_A_STEP === 0) yield;
  }
  if (arcs.named !== rings.known.length) reader.fail(rings.position);
  return ringArcs;
}

/** Codes as they are joined, each once. Looked at together, as lines: that is quicker than one by one. */
function readCodes(reader: ByteReader): string[] {
  const place = reader.position;
  const count = reader.long();
  const lines = reader.columns(count);
  const codes = lines.split('\n');
  // Behind the last line feed.
  codes.pop();
  const isNormal = lines === lines.toUpperCase() && !/^\s|\n\s|[^\S\n]\n/.test(lines);
  if (!isNormal || codes.length !== count || new Set(codes).size !== count) reader.fail(place);
  return codes;
}

/** A line for each shape; empty where it has no name. */
function readNames(reader: ByteReader, count: number): (string | null)[] {
  const place = reader.position;
  const text = reader.text();
  const names: (string | null)[] = count === 0 && text === '' ? [] : text.split('\n');
  if (names.length !== count) reader.fail(place);
  for (let i = 0; i < names.length; i++) if (names[i] === '') names[i] = null;
  return names;
}

/** A line for each area that lies in one its code doesn't tell: the area, a tab, and the one it lies in. */
function readParents(reader: ByteReader): Map<string, string> {
  const place = reader.position;
  const text = reader.text();
  const parents = new Map<string, string>();
  for (const line of text === '' ? [] : text.split('\n')) {
    const [area, parent, rest] = line.split('\t');
    if (!area || !parent || rest !== undefined) reader.fail(place);
    else parents.set(area, parent);
  }
  return parents;
}

/** How many parts each thing has, as the numbers of the first of each, and behind the last. */
function readStarts(reader: ByteReader, count: number): Uint32Array {
  const place = reader.position;
  const counts = reader.numbers();
  if (counts.length !== count) reader.fail(place);
  const starts = new Uint32Array(counts.length + 1);
  let total = 0;
  for (let i = 0; i < counts.length; i++) {
    total += counts[i];
    starts[i + 1] = total;
  }
  // The sum of what wraps round would look like less.
  if (total > 0xffffffff) reader.fail(place);
  return starts;
}

/** What a later writer of this version may have added: a name and bytes. */
function skipExtras(reader: ByteReader): void {
  while (!reader.isAtEnd) {
    reader.text();
    reader.skip(reader.long());
  }
}

/** False where a place lies outside the world. */
function* toDegrees(coordinates: Float64Array, { scaleX, scaleY, x, y }: Header): Steps<boolean> {
  for (let from = 0; from < coordinates.length; from += 2 * POINTS_A_STEP) {
    const to = Math.min(from + 2 * POINTS_A_STEP, coordinates.length);
    if (!scale(coordinates, from, to, scaleX, x, 180) || !scale(coordinates, from + 1, to, scaleY, y, 90)) return false;
    yield;
  }
  return true;
}

/** Every second number, in place. */
function scale(
  coordinates: Float64Array,
  from: number,
  to: number,
  factor: number,
  shift: number,
  most: number,
): boolean {
  let isIn = true;
  for (let i = from; i < to; i += 2) {
    const degrees = coordinates[i] * factor + shift;
    isIn = isIn && degrees >= -most && degrees <= most;
    coordinates[i] = degrees;
  }
  return isIn;
}

function documentOf(found: ReadonlyMap<string, Boundaries>, year: number | null): BoundaryDocument {
  const levels = new Map([...found].map(([level, { codes }]) => [level, codes.length]));
  const results = new Map([...found].map(([level, boundaries]) => [level, success(boundaries)]));
  const ofLevel = (level: string): Result<Boundaries> =>
    results.get(level) ?? failure('no-match', '', { items: [...levels.keys()] });
  return {
    levels,
    year,
    ofLevel,
    *ofLevelInSteps(level) {
      return ofLevel(level);
    },
  };
}

import { failure, success, type Result } from '../model/problem.js';
import { inChunks, sharedSteps, type Steps } from '../tasks/steps.js';
import type { ShapeRecord } from './boundary-shape.js';
import { isObject, listAt, member, pointer, type JsonObject } from './json-access.js';
import { PositionReader } from './positions.js';
import { RingBuilder, visitRings, type ShapeArrays } from './ring-builder.js';
import { ShapeGroup, type ShapeSource } from './shape-source.js';

/** More points than all rings together may walk: small documents can name one long arc over and over. */
const MAX_RING_POINTS = 30_000_000;

export const isTopology = (json: unknown): json is JsonObject => member(json, 'type') === 'Topology';

/**
 * Reads a TopoJSON document (TopoJSON format specification 1.0), quantised or not, without ever making GeoJSON of it:
 * arcs are decoded once, and shared by all levels.
 * `invalid-boundaries` where `objects`, `arcs` or `transform` isn't what it has to be.
 */
export function* readTopology(topology: JsonObject): Steps<Result<ShapeSource>> {
  const { objects, arcs, transform } = topology;
  if (!isObject(objects)) return failure('invalid-boundaries', '/objects');
  if (!Array.isArray(arcs)) return failure('invalid-boundaries', '/arcs');
  const quantisation = readTransform(transform);
  if (quantisation === null) return failure('invalid-boundaries', '/transform');
  const groups: ShapeGroup[] = [];
  for (const [key, object] of Object.entries(objects)) groups.push(yield* readObject(object, pointer('objects', key)));
  return success({ groups, decode: decoder(sharedSteps(() => decodeArcs(arcs, quantisation))) });
}

/** Made apart from the records, so that it doesn't hold the document as received. */
function decoder(arcs: () => Steps<ArcTable>): ShapeSource['decode'] {
  return function* (records, damaged) {
    return yield* decodeShapes(yield* arcs(), records, damaged);
  };
}

/** The shapes of one object: the members of its collection, or itself. */
function* readObject(object: unknown, path: string): Steps<ShapeGroup> {
  const isCollection = member(object, 'type') === 'GeometryCollection' && Array.isArray(member(object, 'geometries'));
  const group = new ShapeGroup();
  if (!isCollection) {
    group.add(object, object, path, -1);
    return group;
  }
  const list = `${path}/geometries`;
  const geometries = listAt(object, 'geometries');
  yield* inChunks(geometries.length, (from, to) => {
    for (let i = from; i < to; i++) group.add(geometries[i], geometries[i], list, i);
  });
  return group;
}

/** Scale and translation, per axis. */
interface Quantisation {
  readonly isQuantised: boolean;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly translateX: number;
  readonly translateY: number;
}

const NO_TRANSFORM: Quantisation = { isQuantised: false, scaleX: 1, scaleY: 1, translateX: 0, translateY: 0 };

function readTransform(transform: unknown): Quantisation | null {
  if (transform === undefined || transform === null) return NO_TRANSFORM;
  const numbers = [...listAt(transform, 'scale').slice(0, 2), ...listAt(transform, 'translate').slice(0, 2)];
  if (numbers.length !== 4 || !numbers.every((number) => Number.isFinite(number))) return null;
  const [scaleX, scaleY, translateX, translateY] = numbers as number[];
  return { isQuantised: true, scaleX, scaleY, translateX, translateY };
}

/** The arcs of a document. */
interface ArcTable {
  /** All positions in degrees; an arc that can't be read has none. */
  readonly coordinates: Float64Array;
  readonly arcStart: Uint32Array;
}

function* decodeArcs(arcs: readonly unknown[], quantisation: Quantisation): Steps<ArcTable> {
  let points = 0;
  for (const arc of arcs) points += Array.isArray(arc) ? arc.length : 0;
  const coordinates = new Float64Array(points * 2);
  const arcStart = new Uint32Array(arcs.length + 1);
  const reader = new PositionReader();
  let end = 0;
  yield* inChunks(arcs.length, (from, to) => {
    for (let i = from; i < to; i++) {
      const arc = arcs[i];
      if (Array.isArray(arc)) {
        const next = writeArc(arc, quantisation, coordinates, end);
        if (next > end && reader.settle(coordinates, end, next)) end = next;
      }
      arcStart[i + 1] = end / 2;
    }
  });
  return { coordinates: end === coordinates.length ? coordinates : coordinates.slice(0, end), arcStart };
}

/** Writes the positions of an arc, and answers where they end; -1 where one is no pair of numbers. */
function writeArc(arc: readonly unknown[], of: Quantisation, coordinates: Float64Array, start: number): number {
  const { isQuantised, scaleX, scaleY, translateX, translateY } = of;
  let at = start;
  let x = 0;
  let y = 0;
  for (let i = 0; i < arc.length; i++) {
    const position = arc[i];
    if (!Array.isArray(position)) return -1;
    const dx: unknown = position[0];
    const dy: unknown = position[1];
    if (typeof dx !== 'number' || typeof dy !== 'number') return -1;
    x = isQuantised ? x + dx : dx;
    y = isQuantised ? y + dy : dy;
    coordinates[at++] = x * scaleX + translateX;
    coordinates[at++] = y * scaleY + translateY;
  }
  return at;
}

function* decodeShapes(
  { coordinates, arcStart }: ArcTable,
  records: readonly ShapeRecord[],
  damaged: (record: ShapeRecord) => void,
): Steps<ShapeArrays> {
  const builder = new RingBuilder();
  let left = MAX_RING_POINTS;
  const addRing = (ring: readonly unknown[]): boolean => {
    const points = pointsOf(ring, coordinates, arcStart);
    left -= points;
    if (points === 0 || left < 0) return false;
    // A ring of one or two places encloses nothing: what quantising leaves of a small hole or island.
    if (points >= 3) builder.addRing(ring as number[]);
    return true;
  };
  yield* inChunks(records.length, (from, to) => {
    for (let i = from; i < to; i++) {
      if (visitRings(records[i].geometry, 'arcs', addRing)) builder.endShape();
      else {
        builder.dropShape();
        damaged(records[i]);
      }
    }
  });
  return builder.build(coordinates, arcStart);
}

/** Number of different positions a ring walks; 0 for an arc that isn't there or empty, or arcs that don't join up. */
function pointsOf(ring: readonly unknown[], coordinates: Float64Array, arcStart: Uint32Array): number {
  let points = 0;
  let first = -1;
  let last = -1;
  for (let i = 0; i < ring.length; i++) {
    const reference = ring[i];
    if (typeof reference !== 'number' || !Number.isInteger(reference)) return 0;
    const arc = reference < 0 ? ~reference : reference;
    // Beyond the last arc this compares with undefined.
    const from = arcStart[arc];
    const to = arcStart[arc + 1] - 1;
    if (!(to >= from)) return 0;
    const start = reference < 0 ? to : from;
    if (first < 0) first = start;
    else if (!isSamePlace(coordinates, last, start)) return 0;
    last = reference < 0 ? from : to;
    points += to - from;
  }
  return first < 0 || !isSamePlace(coordinates, first, last) ? 0 : Math.max(points, 1);
}

/** Within a decimetre: arcs that were written with rounded ends still join up. */
const isSamePlace = (coordinates: Float64Array, a: number, b: number): boolean =>
  Math.abs(coordinates[2 * a] - coordinates[2 * b]) < 1e-6 &&
  Math.abs(coordinates[2 * a + 1] - coordinates[2 * b + 1]) < 1e-6;

import { failure, success, type Result } from '../model/problem.js';
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
export function readTopology(topology: JsonObject): Result<ShapeSource> {
  const { objects, arcs, transform } = topology;
  if (!isObject(objects)) return failure('invalid-boundaries', '/objects');
  if (!Array.isArray(arcs)) return failure('invalid-boundaries', '/arcs');
  const quantisation = readTransform(transform);
  if (quantisation === null) return failure('invalid-boundaries', '/transform');
  const groups = Object.entries(objects).map(([key, object]) => readObject(object, pointer('objects', key)));
  return success({ groups, decode: decoder(new ArcTable(arcs, quantisation)) });
}

/** Made apart from the records, so that it doesn't hold the document as received. */
function decoder(table: ArcTable): ShapeSource['decode'] {
  return (records, damaged) => decodeShapes(table, records, damaged);
}

/** The shapes of one object: the members of its collection, or itself. */
function readObject(object: unknown, path: string): ShapeGroup {
  const isCollection = member(object, 'type') === 'GeometryCollection' && Array.isArray(member(object, 'geometries'));
  const group = new ShapeGroup();
  if (isCollection) {
    const list = `${path}/geometries`;
    listAt(object, 'geometries').forEach((geometry, index) => group.add(geometry, geometry, list, index));
  } else group.add(object, object, path, -1);
  return group;
}

/** Scale and translation, per axis. */
interface Quantisation {
  readonly isQuantised: boolean;
  readonly scale: readonly [number, number];
  readonly translate: readonly [number, number];
}

function readTransform(transform: unknown): Quantisation | null {
  if (transform === undefined || transform === null) return { isQuantised: false, scale: [1, 1], translate: [0, 0] };
  const numbers = [...listAt(transform, 'scale').slice(0, 2), ...listAt(transform, 'translate').slice(0, 2)];
  if (numbers.length !== 4 || !numbers.every((number) => Number.isFinite(number))) return null;
  const [scaleX, scaleY, x, y] = numbers as number[];
  return { isQuantised: true, scale: [scaleX, scaleY], translate: [x, y] };
}

/** The arcs of a document, decoded when they are first asked for; after that the document's own are let go. */
class ArcTable {
  #arcs: readonly unknown[] | null;
  readonly #quantisation: Quantisation;
  #coordinates = new Float64Array(0);
  #arcStart = new Uint32Array(1);

  constructor(arcs: readonly unknown[], quantisation: Quantisation) {
    this.#arcs = arcs;
    this.#quantisation = quantisation;
  }

  /** All positions in degrees; an arc that can't be read has none. */
  get coordinates(): Float64Array {
    this.#decode();
    return this.#coordinates;
  }

  get arcStart(): Uint32Array {
    this.#decode();
    return this.#arcStart;
  }

  #decode(): void {
    const arcs = this.#arcs;
    if (arcs === null) return;
    this.#arcs = null;
    let points = 0;
    for (const arc of arcs) points += Array.isArray(arc) ? arc.length : 0;
    const coordinates = new Float64Array(points * 2);
    const arcStart = new Uint32Array(arcs.length + 1);
    const reader = new PositionReader();
    let end = 0;
    for (let i = 0; i < arcs.length; i++) {
      const arc: unknown = arcs[i];
      if (
        Array.isArray(arc) &&
        this.#write(arc, coordinates, end) &&
        reader.settle(coordinates, end, end + arc.length * 2)
      )
        end += arc.length * 2;
      arcStart[i + 1] = end / 2;
    }
    this.#coordinates = end === coordinates.length ? coordinates : coordinates.slice(0, end);
    this.#arcStart = arcStart;
  }

  /** False where a position is no pair of numbers. */
  #write(arc: readonly unknown[], coordinates: Float64Array, at: number): boolean {
    const { isQuantised, scale, translate } = this.#quantisation;
    let x = 0;
    let y = 0;
    for (let i = 0; i < arc.length; i++) {
      const position = arc[i];
      if (!Array.isArray(position)) return false;
      const dx: unknown = position[0];
      const dy: unknown = position[1];
      if (typeof dx !== 'number' || typeof dy !== 'number') return false;
      x = isQuantised ? x + dx : dx;
      y = isQuantised ? y + dy : dy;
      coordinates[at++] = x * scale[0] + translate[0];
      coordinates[at++] = y * scale[1] + translate[1];
    }
    return true;
  }
}

function decodeShapes(
  table: ArcTable,
  records: readonly ShapeRecord[],
  damaged: (record: ShapeRecord) => void,
): ShapeArrays {
  const { coordinates, arcStart } = table;
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
  for (const record of records) {
    if (visitRings(record.geometry, 'arcs', addRing)) builder.endShape();
    else {
      builder.dropShape();
      damaged(record);
    }
  }
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

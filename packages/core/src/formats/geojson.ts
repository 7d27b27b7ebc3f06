import { failure, success, type Result } from '../model/problem.js';
import { inChunks, type Steps } from '../tasks/steps.js';
import type { ShapeRecord } from './boundary-shape.js';
import { member } from './json-access.js';
import { PositionReader } from './positions.js';
import { RingBuilder, visitRings, type ShapeArrays } from './ring-builder.js';
import { ShapeGroup, type ShapeSource } from './shape-source.js';

/** Shapes between two yields: each holds all of its borders, a thousand points and more where they are detailed. */
const SHAPES = 16;

export const isGeoJson = (json: unknown): boolean => {
  const type = member(json, 'type');
  return type === 'FeatureCollection' || type === 'Feature';
};

/**
 * Reads GeoJSON (RFC 7946, and its older `crs` member): a feature collection, a single feature, or the pages of an OGC
 * API in an array. Paths of pages begin with their number.
 * `invalid-boundaries` where a page is something else, or its features aren't an array.
 */
export function* readGeoJson(json: unknown): Steps<Result<ShapeSource>> {
  const pages: readonly unknown[] = Array.isArray(json) ? json : [json];
  const group = new ShapeGroup();
  for (let page = 0; page < pages.length; page++) {
    const path = Array.isArray(json) ? `/${page}` : '';
    if (!isGeoJson(pages[page])) return failure('invalid-boundaries', path);
    const isSingle = member(pages[page], 'type') === 'Feature';
    const found: unknown = isSingle ? [pages[page]] : member(pages[page], 'features');
    const list = isSingle ? path : `${path}/features`;
    if (!Array.isArray(found)) return failure('invalid-boundaries', list);
    const features: readonly unknown[] = found;
    yield* inChunks(features.length, (from, to) => {
      for (let i = from; i < to; i++)
        // A hole in a list is no feature.
        if (i in features) group.add(features[i], member(features[i], 'geometry') ?? null, list, isSingle ? -1 : i);
    });
  }
  return success({ groups: [group], decode: decoder() });
}

/** Made apart from the records, so that it doesn't hold the document as received. */
function decoder(): ShapeSource['decode'] {
  const reader = new PositionReader();
  return (records, damaged) => decodeShapes(reader, records, damaged);
}

function* decodeShapes(
  reader: PositionReader,
  records: readonly ShapeRecord[],
  damaged: (record: ShapeRecord) => void,
): Steps<ShapeArrays> {
  const builder = new RingBuilder();
  const arcs = new ArcWriter(reader);
  const addRing = (ring: readonly unknown[]): boolean => {
    const points = arcs.write(ring);
    if (points < 0) return false;
    // A ring of one or two places encloses nothing.
    if (points >= 3) builder.addRing([arcs.end()]);
    return true;
  };
  const decode = (record: ShapeRecord): void => {
    const first = arcs.count;
    if (visitRings(record.geometry, 'coordinates', addRing)) builder.endShape();
    else {
      builder.dropShape();
      arcs.backTo(first);
      damaged(record);
    }
  };
  yield* inChunks(
    records.length,
    (from, to) => {
      for (let i = from; i < to; i++) decode(records[i]);
    },
    SHAPES,
  );
  return builder.build(arcs.coordinates(), arcs.starts());
}

/** Every ring becomes an arc of its own, closed: its last position is its first. */
class ArcWriter {
  readonly #reader: PositionReader;
  readonly #arcStart = [0];
  #coordinates = new Float64Array(1 << 12);
  /** Numbers of the ring being written, behind those of the arcs. */
  #pending = 0;

  constructor(reader: PositionReader) {
    this.#reader = reader;
  }

  get count(): number {
    return this.#arcStart.length - 1;
  }

  /** Writes a ring behind the arcs. The number of different positions; -1 where one can't be read. */
  write(ring: readonly unknown[]): number {
    const from = this.#arcStart[this.count] * 2;
    this.#reserve(from + (ring.length + 1) * 2);
    const coordinates = this.#coordinates;
    let at = from;
    for (const position of ring) {
      if (!Array.isArray(position)) return -1;
      const x: unknown = position[0];
      const y: unknown = position[1];
      if (typeof x !== 'number' || typeof y !== 'number') return -1;
      coordinates[at++] = x;
      coordinates[at++] = y;
    }
    if (!this.#reader.settle(coordinates, from, at)) return -1;
    const isOpen =
      at > from && (coordinates[at - 2] !== coordinates[from] || coordinates[at - 1] !== coordinates[from + 1]);
    if (isOpen) {
      coordinates[at++] = coordinates[from];
      coordinates[at++] = coordinates[from + 1];
    }
    this.#pending = at - from;
    return Math.max(this.#pending / 2 - 1, 0);
  }

  /** Makes an arc of the ring that was written, and answers its number. */
  end(): number {
    this.#arcStart.push(this.#arcStart[this.count] + this.#pending / 2);
    return this.count - 1;
  }

  backTo(count: number): void {
    this.#arcStart.length = count + 1;
  }

  coordinates(): Float64Array {
    return this.#coordinates.slice(0, this.#arcStart[this.count] * 2);
  }

  starts(): Uint32Array {
    return new Uint32Array(this.#arcStart);
  }

  #reserve(length: number): void {
    if (length <= this.#coordinates.length) return;
    const larger = new Float64Array(Math.max(length, this.#coordinates.length * 2));
    larger.set(this.#coordinates);
    this.#coordinates = larger;
  }
}

import { interiorPoint } from '../geo/interior-point.js';
import type { Direction, Neighbours } from '../geo/neighbours.js';
import { subsetBoundaries } from '../geo/subset.js';
import type { Boundaries } from '../model/boundaries.js';
import type { Picture } from './picture.js';
import type { SearchTarget } from './find-regions.js';

/** A shape with what it is called. */
export interface NamedShape {
  readonly shape: number;
  readonly name: string;
}

const known = new WeakMap<Boundaries, ReadonlyMap<string, number>>();

/** Position per code; made once per document. */
function shapeIndex(boundaries: Boundaries): ReadonlyMap<string, number> {
  const index = known.get(boundaries) ?? new Map(boundaries.codes.map((code, shape) => [code, shape]));
  known.set(boundaries, index);
  return index;
}

/**
 * The shapes of one picture by code, name and neighbourhood. What takes time (names in order, neighbours) is worked out
 * when it is first asked for.
 */
export class ShapeDirectory {
  readonly #picture: Picture;
  readonly #boundaries: Boundaries;
  readonly #regionName: (code: string) => string;
  readonly #index: ReadonlyMap<string, number>;
  #sorted: readonly NamedShape[] | null = null;
  #targets: readonly SearchTarget[] | null = null;
  #neighbours: Neighbours | null = null;

  /** `regionName` gives the name of a region as documents on the page do, else its code. */
  constructor(picture: Picture, boundaries: Boundaries, regionName: (code: string) => string) {
    this.#picture = picture;
    this.#boundaries = boundaries;
    this.#regionName = regionName;
    this.#index = shapeIndex(boundaries);
  }

  /** Code of a shape; empty for -1. */
  codeOf(shape: number): string {
    return this.#boundaries.codes[shape] ?? '';
  }

  /** Shape of a code, or -1. */
  shapeOf(code: string): number {
    return this.#index.get(code) ?? -1;
  }

  /** Name the document gives a shape, where no dataset names its region; null for none. */
  documentName(shape: number): string | null {
    return this.#boundaries.names[shape] ?? null;
  }

  nameOf(shape: number): string {
    const code = this.codeOf(shape);
    const known = this.#regionName(code);
    return known !== code ? known : (this.documentName(shape) ?? code);
  }

  /** The shapes shown, in alphabetical order. */
  get sorted(): readonly NamedShape[] {
    this.#sorted ??= this.#picture.shapes
      .map((shape) => ({ shape, name: this.nameOf(shape) }))
      .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
    return this.#sorted;
  }

  /** The shapes shown, to be found by name, with the area around each. */
  get searchTargets(): readonly SearchTarget[] {
    this.#targets ??= this.#picture.shapes.map((shape) => {
      const code = this.codeOf(shape);
      const parent = this.#picture.parentOf(code);
      const around = parent === null ? '' : this.#regionName(parent);
      return { code, name: this.nameOf(shape), around: around === parent ? '' : around };
    });
    return this.#targets;
  }

  /** Works out who is whose neighbour; what can do that is fetched by the first who asks, and rejects where it can't be. */
  async findNeighbours(): Promise<void> {
    const { neighboursOf } = await import('../geo/neighbours.js');
    this.#neighbours ??= neighboursOf(subsetBoundaries(this.#boundaries, this.#picture.shapes));
  }

  /**
   * Where an arrow leads among the shapes shown: inside an area, it stays inside it. -1 where nothing lies that way. A
   * promise of it while neighbours aren't found yet.
   */
  neighbour(shape: number, direction: Direction): number | Promise<number> {
    const { shapes } = this.#picture;
    if (!this.#neighbours)
      return this.findNeighbours().then(
        () => this.neighbour(shape, direction),
        () => -1,
      );
    const to = this.#neighbours.neighbourInDirection(shapes.indexOf(shape), direction);
    return to < 0 ? -1 : shapes[to];
  }

  /** A place well inside a shape, as longitude and latitude; null for one without area. */
  placeIn(shape: number): readonly [longitude: number, latitude: number] | null {
    return shape < 0 ? null : interiorPoint(this.#boundaries, shape);
  }
}

/**
 * The shapes of one level, in longitude and latitude (WGS84, degrees), as flat arrays over shared arcs: no object per
 * area, and a border between two areas stands there once.
 *
 * Shape `s` has the rings `shapeRings[s] … shapeRings[s + 1]`; ring `r` walks the arcs `ringArcs[ringStart[r] …
 * ringStart[r + 1]]`, where a negative `~a` is arc `a` backwards (the TopoJSON convention); arc `a` has the points
 * `arcStart[a] … arcStart[a + 1]`, point `p` at `coordinates[2p], coordinates[2p + 1]`. Rings are filled even-odd, so
 * holes and rings wound the wrong way need no care. A shape without rings (geometry null) has no area, but has a code.
 */
export interface Boundaries {
  readonly level: string;
  /** Year of the division, where the document says so. */
  readonly year: number | null;
  /** Normalised region codes, one per shape, unique. */
  readonly codes: readonly string[];
  /** Names as the document gives them; null where it doesn't. */
  readonly names: readonly (string | null)[];
  /** Codes of the areas each shape lies in, from the document's own properties (`gemeentecode`, `parent`); mostly empty. */
  readonly parents: ReadonlyMap<string, string>;
  readonly coordinates: Float64Array;
  readonly arcStart: Uint32Array;
  readonly ringArcs: Int32Array;
  readonly ringStart: Uint32Array;
  readonly shapeRings: Uint32Array;
  /** Attribution that the document carries, or empty. */
  readonly attribution: string;
}

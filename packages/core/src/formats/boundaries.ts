import type { Boundaries } from '../model/boundaries.js';
import { failure, problem, ProblemList, success, type Problem, type Result } from '../model/problem.js';
import { parentsOf, pathOf, type ShapeRecord } from './boundary-shape.js';
import { isGeoJson, readGeoJson } from './geojson.js';
import { member, textAt } from './json-access.js';
import { mergeDuplicates } from './merge-duplicates.js';
import { asYear } from './shape-properties.js';
import type { ShapeSource } from './shape-source.js';
import { isTopology, readTopology } from './topojson.js';

/** The levels of one document of shapes; the shapes themselves are decoded when they are asked for. */
export interface BoundaryDocument {
  /** Number of shapes by level, in the order of the document. Empty for a document without areas. */
  readonly levels: ReadonlyMap<string, number>;
  /** Year of the division: that of the newest level, else what the document says of itself; null where nothing does. */
  readonly year: number | null;
  /**
   * The shapes of a level; the same object at every call. `no-match` with the levels there are, where this isn't one;
   * `invalid-boundaries` where no shape of it can be read. Shapes that can't be read among others have no rings, and
   * are counted in a warning of that code.
   */
  ofLevel(level: string): Result<Boundaries>;
}

export interface BoundaryOptions {
  /** Vintage to take where a document holds several; the newest where it hasn't this one, or null. */
  readonly year?: number | null;
}

/**
 * Reads shapes from TopoJSON, GeoJSON, or an array of OGC API pages, in degrees (WGS84) or RD metres.
 * Water, abroad, points and lines are left out (contract, section 3); a feature without geometry is a shape without
 * rings. A code that occurs twice in one vintage is one shape of several parts; parts that lie over each other count
 * once. Never throws, whatever `json` is: `not-supported` for JSON of another kind, `invalid-boundaries` with a JSON
 * pointer for what should be shapes and isn't. Features no region can be found for are left out and counted in a warning.
 */
export function parseBoundaries(json: unknown, options: BoundaryOptions = {}): Result<BoundaryDocument> {
  const source = readSource(json);
  if (!source.ok) return source;
  const { groups } = source.value;
  const withoutCode = groups.flatMap((group) => group.withoutCode);
  const missing = { count: withoutCode.length, severity: 'warning' } as const;
  if (withoutCode.length > 0 && groups.every((group) => group.records.length === 0))
    return failure('invalid-boundaries', withoutCode[0], { count: withoutCode.length });
  const year = asYear(member(Array.isArray(json) ? json[0] : json, 'year'));
  const attribution = textAt(Array.isArray(json) ? json[0] : json, 'attribution');
  const document = documentOf(source.value, options.year ?? null, { year, attribution });
  const problems = withoutCode.length > 0 ? [{ ...problem('invalid-boundaries', withoutCode[0]), ...missing }] : [];
  return success(document, problems);
}

function readSource(json: unknown): Result<ShapeSource> {
  if (isTopology(json)) return readTopology(json);
  if (isGeoJson(json) || (Array.isArray(json) && isGeoJson(json[0]))) return readGeoJson(json);
  return failure('not-supported');
}

/** What a document says of itself as a whole. */
interface DocumentFacts {
  readonly year: number | null;
  readonly attribution: string;
}

function documentOf(source: ShapeSource, askedYear: number | null, facts: DocumentFacts): BoundaryDocument {
  const chosen = new Map<string, Vintage>();
  for (const [level, records] of recordsByLevel(source)) chosen.set(level, chooseVintage(records, askedYear));
  const levels = new Map([...chosen].map(([level, { records }]) => [level, new Set(records.map((r) => r.code)).size]));
  const years = [...chosen.values()].map(({ year }) => year ?? 0);
  const decoded = new Map<string, Result<Boundaries>>();
  // Not the source itself: it holds the document as received, of which each level goes when it has been decoded.
  const { decode } = source;
  const ofLevel = (level: string): Result<Boundaries> => {
    const known = decoded.get(level);
    if (known) return known;
    const vintage = chosen.get(level);
    if (!vintage) return failure('no-match', '', { items: [...levels.keys()] });
    const result = decodeLevel(decode, level, vintage, facts);
    decoded.set(level, result);
    chosen.delete(level);
    return result;
  };
  return { levels, year: Math.max(0, ...years) || facts.year, ofLevel };
}

/** For each level the records of the object most of whose codes are of that level, else of the one with most of them. */
function recordsByLevel({ groups }: ShapeSource): Map<string, readonly ShapeRecord[]> {
  const best = new Map<string, { readonly records: readonly ShapeRecord[]; readonly isMost: boolean }>();
  for (const { records } of groups) {
    const byLevel = new Map<string, ShapeRecord[]>();
    for (const record of records) {
      const list = byLevel.get(record.level);
      if (list) list.push(record);
      else byLevel.set(record.level, [record]);
    }
    for (const [level, list] of byLevel) {
      const isMost = list.length * 2 > records.length;
      const rival = best.get(level);
      const isBetter = !rival || (isMost === rival.isMost ? list.length > rival.records.length : isMost);
      if (isBetter) best.set(level, { records: list, isMost });
    }
  }
  return new Map([...best].map(([level, { records }]) => [level, records]));
}

interface Vintage {
  readonly records: readonly ShapeRecord[];
  readonly year: number | null;
}

/** The year asked for, where there are shapes of it; else the newest. A shape without a year fills up what that lacks. */
function chooseVintage(records: readonly ShapeRecord[], asked: number | null): Vintage {
  const years = new Set(records.map((record) => record.year));
  if (years.size === 1) return { records, year: records[0].year };
  const dated = [...years].filter((year) => year !== null);
  const year = asked !== null && years.has(asked) ? asked : Math.max(...dated);
  const codes = new Set(records.filter((record) => record.year === year).map((record) => record.code));
  return {
    records: records.filter((record) => record.year === year || (record.year === null && !codes.has(record.code))),
    year,
  };
}

function decodeLevel(
  decode: ShapeSource['decode'],
  level: string,
  { records, year }: Vintage,
  facts: DocumentFacts,
): Result<Boundaries> {
  const problems = new ProblemList();
  let damaged = 0;
  const arrays = decode(records, (record) => {
    damaged++;
    problems.add('invalid-boundaries', pathOf(record), { severity: 'warning' });
  });
  const withArea = records.filter((record) => record.geometry !== null).length;
  if (damaged > 0 && damaged === withArea) return { ok: false, problems: problems.toArray().map(asError) };
  const boundaries: Boundaries = {
    level,
    year: year ?? facts.year,
    codes: records.map((record) => record.code),
    names: records.map((record) => record.name),
    parents: parentsOf(records),
    ...arrays,
    attribution: facts.attribution,
  };
  const merged = mergeDuplicates(boundaries);
  for (const shape of merged.repeated)
    problems.add('invalid-boundaries', pathOf(records[shape]), { severity: 'warning' }, 'repeated');
  return success(merged.boundaries, problems.toArray());
}

const asError = (found: Problem): Problem => ({ ...found, severity: 'error' });

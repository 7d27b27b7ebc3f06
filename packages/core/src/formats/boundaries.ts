import type { Boundaries } from '../model/boundaries.js';
import { failure, problem, ProblemList, success, type Problem, type Result } from '../model/problem.js';
import { finish } from '../tasks/slices.js';
import { sharedSteps, type Steps } from '../tasks/steps.js';
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
  /** The same, in steps. Whoever asks next goes on where one that left has stopped. */
  ofLevelInSteps(level: string): Steps<Result<Boundaries>>;
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
export const parseBoundaries = (json: unknown, options: BoundaryOptions = {}): Result<BoundaryDocument> =>
  finish(parseBoundariesInSteps(json, options));

/** `parseBoundaries`, in steps. */
export function* parseBoundariesInSteps(json: unknown, options: BoundaryOptions = {}): Steps<Result<BoundaryDocument>> {
  const source = yield* readSource(json);
  if (!source.ok) return source;
  const { groups } = source.value;
  const withoutCode = groups.flatMap((group) => group.withoutCode);
  const missing = { count: withoutCode.length, severity: 'warning' } as const;
  if (withoutCode.length > 0 && groups.every((group) => group.records.length === 0))
    return failure('invalid-boundaries', withoutCode[0], { count: withoutCode.length });
  const year = asYear(member(Array.isArray(json) ? json[0] : json, 'year'));
  const attribution = textAt(Array.isArray(json) ? json[0] : json, 'attribution');
  const document = yield* documentOf(source.value, options.year ?? null, { year, attribution });
  const problems = withoutCode.length > 0 ? [{ ...problem('invalid-boundaries', withoutCode[0]), ...missing }] : [];
  return success(document, problems);
}

function* readSource(json: unknown): Steps<Result<ShapeSource>> {
  if (isTopology(json)) return yield* readTopology(json);
  if (isGeoJson(json) || (Array.isArray(json) && isGeoJson(json[0]))) return yield* readGeoJson(json);
  return failure('not-supported');
}

/** What a document says of itself as a whole. */
interface DocumentFacts {
  readonly year: number | null;
  readonly attribution: string;
}

function* documentOf(
  { groups, decode }: ShapeSource,
  askedYear: number | null,
  facts: DocumentFacts,
): Steps<BoundaryDocument> {
  const levels = new Map<string, number>();
  // Each holds its part of the document as received, until it has been decoded.
  const decoding = new Map<string, () => Steps<Result<Boundaries>>>();
  let newest = 0;
  for (const [level, records] of recordsByLevel(groups)) {
    yield;
    const vintage = chooseVintage(records, askedYear);
    levels.set(level, new Set(vintage.records.map(({ code }) => code)).size);
    newest = Math.max(newest, vintage.year ?? 0);
    decoding.set(
      level,
      sharedSteps(() => decodeLevel(decode, level, vintage, facts)),
    );
  }
  function* ofLevelInSteps(level: string): Steps<Result<Boundaries>> {
    const decoded = decoding.get(level);
    return decoded ? yield* decoded() : failure('no-match', '', { items: [...levels.keys()] });
  }
  return {
    levels,
    year: newest || facts.year,
    ofLevel: (level) => finish(ofLevelInSteps(level)),
    ofLevelInSteps,
  };
}

/** For each level the records of the object most of whose codes are of that level, else of the one with most of them. */
function recordsByLevel(groups: ShapeSource['groups']): Map<string, readonly ShapeRecord[]> {
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

function* decodeLevel(
  decode: ShapeSource['decode'],
  level: string,
  { records, year }: Vintage,
  facts: DocumentFacts,
): Steps<Result<Boundaries>> {
  const problems = new ProblemList();
  let damaged = 0;
  const arrays = yield* decode(records, (record) => {
    damaged++;
    problems.add('invalid-boundaries', pathOf(record), { severity: 'warning' });
  });
  const withArea = records.filter((record) => record.geometry !== null).length;
  if (damaged > 0 && damaged === withArea) return { ok: false, problems: problems.toArray().map(asError) };
  const codes = records.map((record) => record.code);
  const names = records.map((record) => record.name);
  const parents = parentsOf(records);
  yield;
  const boundaries: Boundaries = {
    level,
    year: year ?? facts.year,
    codes,
    names,
    parents,
    ...arrays,
    attribution: facts.attribution,
  };
  const merged = mergeDuplicates(boundaries);
  for (const shape of merged.repeated)
    problems.add('invalid-boundaries', pathOf(records[shape]), { severity: 'warning' }, 'repeated');
  return success(merged.boundaries, problems.toArray());
}

const asError = (found: Problem): Problem => ({ ...found, severity: 'error' });

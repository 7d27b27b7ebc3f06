import type {
  BoundaryReference,
  DatasetMeta,
  Guidance,
  Indicator,
  OutlierProfile,
  Release,
  Source,
  Unit,
} from '../model/dataset.js';
import { normaliseCode } from '../model/region.js';
import {
  decimalsOf,
  integerIn,
  isObject,
  linkOf,
  listAt,
  member,
  objectAt,
  recordOf,
  textAt,
  textsAt,
  toText,
  type JsonObject,
} from './json-access.js';

/** Name of the profile among a document's extensions. */
export const PROFILE = 'zicht-op';

const DIRECTIONS = ['risk', 'neutral', 'good'] as const;
const INDICATOR_KINDS = ['rate', 'count', 'index', 'amount'] as const;

const oneOf = <T extends string>(allowed: readonly T[], input: unknown): T | undefined =>
  allowed.find((value) => value === input);

/** Sources as text, or as `{ label, href }`; an address alone is its own label. */
export function readSources(input: unknown): Source[] {
  return (Array.isArray(input) ? input : [input]).flatMap((raw) => {
    const href = linkOf(member(raw, 'href'));
    const label = isObject(raw) ? textAt(raw, 'label') || (href ?? '') : toText(raw);
    return label ? [{ label, href }] : [];
  });
}

function readGuidance(input: unknown): Guidance[] {
  return (Array.isArray(input) ? input : []).filter(isObject).map((raw) => ({
    label: textAt(raw, 'label'),
    href: linkOf(member(raw, 'href')),
    do: textsAt(raw, 'do'),
    dont: textsAt(raw, 'dont'),
  }));
}

/** More boundaries than anyone could tell apart by colour are a mistake. */
const MOST_BREAKS = 100;

/** Inner class boundaries: finite numbers, strictly ascending; undefined for anything else. */
function readBreaks(raw: JsonObject): readonly number[] | undefined {
  const breaks = listAt(raw, 'breaks');
  const ascending = breaks.every(
    (x, i) => Number.isFinite(x) && (i === 0 || (x as number) > (breaks[i - 1] as number)),
  );
  return ascending && breaks.length > 0 && breaks.length <= MOST_BREAKS ? (breaks as readonly number[]) : undefined;
}

/** A unit as JSON-stat writes it, or its label alone. Undefined for anything else. */
export function readUnit(input: unknown): Unit | undefined {
  if (typeof input === 'string') return { label: input.trim(), symbol: '', position: 'end', decimals: null };
  if (!isObject(input)) return undefined;
  return {
    label: textAt(input, 'label'),
    symbol: textAt(input, 'symbol'),
    position: member(input, 'position') === 'start' ? 'start' : 'end',
    decimals: decimalsOf(member(input, 'decimals')),
  };
}

/** What stays after leaving out members that were not said or not understood. */
function said<T extends object>(known: { [K in keyof T]?: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as Partial<T>;
}

const saidText = (raw: JsonObject, key: string): string | undefined => textAt(raw, key) || undefined;
const saidList = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

/**
 * What the profile says of one indicator (contract, section 2: `indicators`). Members of a wrong type are as good as
 * absent: a publisher's slip in a description is no reason to show no map.
 */
export function readIndicatorProfile(input: unknown): Partial<Indicator> {
  if (!isObject(input)) return {};
  return said<Indicator>({
    label: saidText(input, 'label'),
    unit: readUnit(member(input, 'unit')),
    description: saidText(input, 'description'),
    caution: saidText(input, 'caution'),
    direction: oneOf(DIRECTIONS, member(input, 'direction')),
    kind: oneOf(INDICATOR_KINDS, member(input, 'kind')),
    denominator: saidText(input, 'denominator'),
    breaks: readBreaks(input),
    sources: saidList(readSources(member(input, 'sources'))),
    guidance: saidList(readGuidance(member(input, 'guidance'))),
  });
}

function readBoundaries(input: unknown): DatasetMeta['boundaries'] | undefined {
  if (!isObject(input)) return undefined;
  const levels = Object.keys(input).filter((level) => isObject(input[level]));
  if (levels.length === 0) return undefined;
  return recordOf<BoundaryReference>(
    levels.map((level) => {
      const raw = input[level];
      return [level, { year: integerIn(member(raw, 'year'), 1800, 2200), href: textAt(raw, 'href') || null }];
    }),
  );
}

function readRelease(input: unknown): Release | undefined {
  if (!isObject(input)) return undefined;
  return {
    publisher: textAt(input, 'publisher'),
    id: textAt(input, 'id'),
    modified: textAt(input, 'modified'),
    licence: textAt(input, 'licence'),
    rules: textsAt(input, 'rules'),
    boundaryYear: integerIn(member(input, 'boundaryYear'), 1800, 2200),
  };
}

function readOutlier(input: unknown): OutlierProfile | undefined {
  if (!isObject(input)) return undefined;
  const metric = (key: string) => textAt(input, key) || null;
  const [lower, upper] = [metric('lower'), metric('upper')];
  const both = lower !== null && upper !== null;
  const [actual, predicted] = [metric('actual'), metric('predicted')];
  if (actual === null && predicted === null && !both) return undefined;
  return { actual, predicted, lower: both ? lower : null, upper: both ? upper : null };
}

/** What the profile says of the dataset as a whole; only what was said. Forgiving, as above. */
export function readProfile(input: unknown): Partial<DatasetMeta> {
  if (!isObject(input)) return {};
  return said<DatasetMeta>({
    theme: saidText(input, 'theme'),
    reference: normaliseCode(textAt(input, 'reference')) || undefined,
    rounding: saidText(input, 'rounding'),
    boundaries: readBoundaries(member(input, 'boundaries')),
    release: readRelease(member(input, 'release')),
    outlier: readOutlier(member(input, 'outlier')),
  });
}

/** The profile of a document: `extension["zicht-op"]`; an empty object where there is none. */
export const profileOf = (document: unknown): JsonObject => objectAt(objectAt(document, 'extension'), PROFILE);

/** Notes of a document: one text or several. */
export const readNotes = (document: unknown): string[] => textsAt(document, 'note');

import { isPeriod, parsePeriod } from '../model/period.js';
import { isRegionCode, LEVELS, levelOf } from '../model/region.js';

/** A column or dimension whose role has to be found; codes normalised. */
export interface Candidate {
  readonly id: string;
  readonly codes: readonly string[];
}

const KNOWN_LEVELS: ReadonlySet<string> = new Set(LEVELS);

const GEO_IDS =
  /^(geo|ref_?area|reference_area|regio_?s?|region|regions|gebied|gebieden|wijken_?en_?buurten|gemeenten?)$/i;
const TIME_IDS = /^(time|time_?period|perioden?|period|jaar|year|tijd)$/i;

/** A code of a level we know. Has a digit, so that a word that begins like one (`RENTAL`) isn't a region. */
export const isKnownRegion = (code: string): boolean =>
  code === 'NL' || (/\d/.test(code) && isRegionCode(code) && KNOWN_LEVELS.has(levelOf(code)));

/** A period of our own time: a branch code of four digits reads as a year too, though mostly as a far one. */
function isLikelyPeriod(id: string): boolean {
  if (!isPeriod(id)) return false;
  const { year } = parsePeriod(id);
  return year !== null && year >= 1900 && year <= 2100;
}

const all = (codes: readonly string[], is: (code: string) => boolean): boolean => codes.length > 0 && codes.every(is);

/** Of those that pass the test, the one with most codes; -1 where none does. */
function largest(candidates: readonly Candidate[], test: (candidate: Candidate) => boolean): number {
  return candidates.reduce(
    (best, candidate, i) =>
      test(candidate) && (best < 0 || candidate.codes.length > candidates[best].codes.length) ? i : best,
    -1,
  );
}

/**
 * Position of the dimension whose categories are regions: named `geo`; else one of which all codes look like region
 * codes and one at least is of a level we know, most codes first; else one with another usual name. -1: there is none.
 */
export function findGeo(candidates: readonly Candidate[]): number {
  const named = candidates.findIndex(({ id }) => id.toLowerCase() === 'geo');
  if (named >= 0) return named;
  const byContent = largest(
    candidates,
    ({ codes }) => all(codes, (code) => code === 'NL' || isRegionCode(code)) && codes.some(isKnownRegion),
  );
  return byContent >= 0 ? byContent : candidates.findIndex(({ id }) => GEO_IDS.test(id));
}

/** Position of the dimension whose categories are periods, by a usual name or by content; -1: there is none. */
export function findTime(candidates: readonly Candidate[]): number {
  const named = candidates.findIndex(({ id }) => TIME_IDS.test(id));
  return named >= 0 ? named : candidates.findIndex(({ codes }) => all(codes, isLikelyPeriod));
}

import { makeBoundaries, type BoundaryFile } from './boundaries.js';
import { makeCountryOf, type Country } from './country.js';
import { makeBrancheOmzet } from './figures/branche-omzet.js';
import { makeJongeAanwas } from './figures/jonge-aanwas.js';
import type { JsonStatDataset } from './figures/json-stat-writer.js';
import { statisticsOf } from './figures/publication-plan.js';
import { makeVastgoed } from './figures/vastgoed.js';
import { smallPlan } from './small-plan.js';
import type { RegionTopology } from './topology/topojson.js';

export type SmallLevel = 'gemeente' | 'wijk' | 'buurt';

export interface SmallCountryOptions {
  /** In the newer year; 4 to 60. */
  readonly gemeenten?: number;
  readonly seed?: number;
}

/** A whole country in memory, for tests and stories: nothing is fetched, and every kind of missing occurs. */
export interface SmallCountry {
  readonly country: Country;
  /** Shapes of a level in 2024 (default) or 2022. */
  boundaries(level: SmallLevel, year?: number): RegionTopology;
  /** Risk indicators about property. */
  vastgoed(level: SmallLevel): JsonStatDataset;
  /** Youth at risk, by age group. */
  jongeAanwas(level: SmallLevel): JsonStatDataset;
  /** Realised against predicted turnover, by branch. */
  brancheOmzet(level: 'gemeente' | 'wijk'): JsonStatDataset;
}

const FILE_OF: Readonly<Record<SmallLevel, BoundaryFile>> = { gemeente: 'gemeenten', wijk: 'wijken', buurt: 'buurten' };

/**
 * Makes a small fictional country in milliseconds; the same options give the same country. One gemeente is in the
 * shapes and not in the figures (not covered); its figures hold withheld, unknown, impossible and empty cells.
 * Throws a RangeError for a number of gemeenten out of bounds.
 */
export function makeCountry({ gemeenten = 12, seed = 7 }: SmallCountryOptions = {}): SmallCountry {
  const country = makeCountryOf(smallPlan(gemeenten, seed));
  const statistics = statisticsOf(country);
  const more = { leftOut: 1, hasExamples: true };
  return {
    country,
    boundaries: (level, year = country.after.year) =>
      makeBoundaries(country, year === country.before.year ? country.before : country.after, FILE_OF[level], {
        step: 0.01,
        detail: 0.02,
      }),
    vastgoed: (level) => makeVastgoed(statistics, level, more),
    jongeAanwas: (level) => makeJongeAanwas(statistics, level, more),
    brancheOmzet: (level) => makeBrancheOmzet(statistics, level, more),
  };
}

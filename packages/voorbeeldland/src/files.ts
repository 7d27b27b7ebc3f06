import { makeBoundaries, NATIONAL_PRECISION, type BoundaryFile } from './boundaries.js';
import type { Country } from './country.js';
import { makeBrancheOmzet } from './figures/branche-omzet.js';
import { makeBranches } from './figures/branches.js';
import { makeCatalogue } from './figures/catalogue.js';
import { makeDrijfveren } from './figures/drijfveren.js';
import { makeDrugs } from './figures/drugs.js';
import { makeJongeAanwas } from './figures/jonge-aanwas.js';
import { makeLanden } from './figures/landen.js';
import { makePaden } from './figures/paden.js';
import { makeProfielen } from './figures/profielen.js';
import { statisticsOf } from './figures/publication-plan.js';
import { makeStromen } from './figures/stromen.js';
import { makeTransacties } from './figures/transacties.js';
import { makeVastgoed } from './figures/vastgoed.js';

/** Every file of the country by name, made one at a time as asked for: shapes of both years, figures, catalogue. */
export function* makeFiles(country: Country): Generator<readonly [name: string, document: unknown]> {
  for (const division of [country.before, country.after])
    for (const file of Object.keys(NATIONAL_PRECISION) as BoundaryFile[])
      yield [`${file}-${division.year}.topojson`, makeBoundaries(country, division, file, NATIONAL_PRECISION[file])];
  const statistics = statisticsOf(country);
  for (const level of ['gemeente', 'wijk', 'buurt'] as const) {
    yield [`vastgoed-${level}.json`, makeVastgoed(statistics, level)];
    yield [`jonge-aanwas-${level}.json`, makeJongeAanwas(statistics, level)];
  }
  for (const level of ['gemeente', 'wijk'] as const) {
    yield [`drugs-${level}.json`, makeDrugs(statistics, level)];
    yield [`drijfveren-${level}.json`, makeDrijfveren(statistics, level)];
    yield [`branches-${level}.json`, makeBranches(statistics, level)];
    yield [`branche-omzet-${level}.json`, makeBrancheOmzet(statistics, level)];
  }
  yield ['transacties-gemeente.json', makeTransacties(statistics)];
  yield ['profielen.json', makeProfielen(statistics)];
  yield ['stromen.json', makeStromen(statistics)];
  yield ['paden.json', makePaden(statistics)];
  yield ['landen.json', makeLanden(statistics)];
  yield ['catalogus.json', makeCatalogue()];
}

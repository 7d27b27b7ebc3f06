import { drawCounts, rateOf, type Recipe } from './draw-counts.js';
import { GUIDANCE } from './guidance.js';
import type { Breakdown, JsonStatDataset, Metric } from './json-stat-writer.js';
import { Publication } from './publication.js';
import type { Statistics } from './publication-plan.js';

interface Factor {
  readonly code: string;
  readonly label: string;
  readonly rate: number;
  readonly effects: NonNullable<Recipe['effects']>;
}

const FACTORS: readonly Factor[] = [
  { code: 'armoede', label: 'Gezin met een laag inkomen', rate: 0.14, effects: { hardship: 0.5, urban: 0.15 } },
  { code: 'schooluitval', label: 'Voortijdig van school', rate: 0.06, effects: { hardship: 0.4, urban: 0.15 } },
  { code: 'verzuim', label: 'Langdurig verzuim', rate: 0.08, effects: { hardship: 0.3, urban: 0.1 } },
  { code: 'verhuizingen', label: 'Drie of meer keer verhuisd', rate: 0.11, effects: { urban: 0.3, hardship: 0.15 } },
  { code: 'jeugdhulp', label: 'Jeugdhulp', rate: 0.13, effects: { hardship: 0.2 } },
  { code: 'ouder-verdacht', label: 'Ouder ooit verdacht', rate: 0.09, effects: { hardship: 0.5, urban: 0.1 } },
  {
    code: 'broer-zus-verdacht',
    label: 'Broer of zus ooit verdacht',
    rate: 0.05,
    effects: { hardship: 0.5, urban: 0.15 },
  },
  { code: 'eenouder', label: 'Eenoudergezin', rate: 0.17, effects: { urban: 0.2, hardship: 0.25 } },
  { code: 'schulden', label: 'Schulden in het gezin', rate: 0.1, effects: { hardship: 0.45 } },
  {
    code: 'verdachte-omgeving',
    label: 'Veel verdachten in de omgeving',
    rate: 0.12,
    effects: { urban: 0.5, hardship: 0.4 },
  },
];

const FACTOR: Breakdown = {
  id: 'Factor',
  label: 'Factor',
  categories: FACTORS.map(({ code, label }) => ({ code, label })),
};

const CAUTION = 'Een factor is geen oorzaak: de meeste jongeren met deze achtergrond worden nooit verdacht.';

const METRICS: readonly Metric[] = [
  {
    id: 'aanwezigheid',
    label: 'Hoe vaak de factor voorkomt',
    unit: { label: '% van de jongeren', symbol: '%', decimals: 1 },
    description: 'Aandeel van de jongeren van 13 tot en met 19 jaar op wie de factor van toepassing is.',
    caution: CAUTION,
    direction: 'risk',
    kind: 'rate',
    denominator: 'jongeren van 13 tot en met 19 jaar',
    guidance: GUIDANCE.drugs,
  },
  {
    id: 'afwijking',
    label: 'Afwijking van het land',
    unit: { label: 'procentpunt', symbol: '', decimals: 1 },
    description: 'Hoe vaak de factor voorkomt, min hoe vaak in het hele land.',
    caution: CAUTION,
    direction: 'risk',
    kind: 'index',
    guidance: GUIDANCE.drugs,
  },
];

/** The factors behind youth at risk: how strongly present, and how far from the country. */
export function makeDrijfveren(statistics: Statistics, level: 'gemeente' | 'wijk'): JsonStatDataset {
  const { society, totalsOf, lastYear } = statistics;
  const publication = new Publication(statistics, {
    text: {
      id: `drijfveren-${level}`,
      label: 'Factoren achter jonge aanwas',
      theme: 'drugs',
      notes: ['Alle cijfers zijn verzonnen.'],
    },
    level,
    metrics: METRICS,
    years: [lastYear],
    breakdowns: [FACTOR],
    provisional: [],
  });
  const bases = totalsOf(society.bases.jongeren);
  FACTORS.forEach(({ code, rate, effects }, combination) => {
    const recipe: Recipe = { id: `factor-${code}`, base: 'jongeren', rate, effects, regional: 0.15, local: 0.15 };
    const counts = totalsOf(drawCounts(society, recipe, 0, rateOf(society, recipe)));
    const shares = counts.map((count, area) => (100 * count) / bases[area]);
    const withheld = publication.withheldShares(counts, bases);
    publication.addFigures({ metric: 'aanwezigheid', year: lastYear, combination }, shares, bases, withheld);
    publication.addFigures(
      { metric: 'afwijking', year: lastYear, combination },
      shares.map((share) => share - shares[0]),
      bases,
      withheld,
    );
  });
  return publication.write();
}

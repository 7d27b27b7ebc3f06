import { drawCounts, rateOf, type Recipe } from './draw-counts.js';
import { GUIDANCE } from './guidance.js';
import type { JsonStatDataset, Metric } from './json-stat-writer.js';
import { Publication } from './publication.js';
import type { Statistics } from './publication-plan.js';

interface Phenomenon {
  readonly recipe: Recipe;
  readonly label: string;
  /** What one is. */
  readonly description: string;
  readonly caution: string;
  /** Inhabitants the rate is per. */
  readonly per: number;
}

const PHENOMENA: readonly Phenomenon[] = [
  {
    recipe: {
      id: 'misdrijven',
      base: 'inwoners',
      rate: 0.0021,
      effects: { urban: 0.32, hardship: 0.35, tourism: 0.18 },
      regional: 0.3,
      trend: 0.015,
    },
    label: 'Geregistreerde drugsmisdrijven',
    description: 'Drugsmisdrijven die in het gebied gepleegd en geregistreerd zijn.',
    caution: 'Zegt ook hoeveel er gezocht is: meer controle geeft meer registraties.',
    per: 10_000,
  },
  {
    recipe: {
      id: 'verdachten',
      base: 'inwoners',
      rate: 0.0016,
      effects: { urban: 0.2, hardship: 0.5 },
      regional: 0.25,
      trend: -0.01,
    },
    label: 'Verdachten van drugsmisdrijven',
    description: 'Inwoners van het gebied die verdacht zijn van een drugsmisdrijf, waar dat ook gepleegd is.',
    caution: 'Een verdachte is niet veroordeeld, en hoeft niet in het eigen gebied actief te zijn.',
    per: 10_000,
  },
  {
    recipe: {
      id: 'kwekerijen',
      base: 'inwoners',
      rate: 0.0007,
      effects: { urban: -0.15, hardship: 0.3, industry: 0.25 },
      regional: 0.55,
      local: 0.4,
      trend: -0.06,
    },
    label: 'Geruimde hennepkwekerijen',
    description: 'Hennepkwekerijen die in het gebied ontmanteld zijn.',
    caution: 'Zegt niet hoeveel er zijn: alleen wat gevonden is, telt.',
    per: 100_000,
  },
  {
    recipe: {
      id: 'laboratoria',
      base: 'inwoners',
      rate: 0.00016,
      effects: { urban: -0.7, industry: 0.35 },
      regional: 0.9,
      local: 0.5,
      trend: 0.05,
    },
    label: 'Opgerolde drugslaboratoria',
    description: 'Laboratoria en opslagplaatsen voor synthetische drugs die in het gebied gevonden zijn.',
    caution: 'Zegt niet hoeveel er zijn, en het gaat om kleine aantallen: kijk naar meer jaren.',
    per: 100_000,
  },
];

const inWords = (amount: number): string => String(amount).replace(/(\d)(?=(\d{3})+$)/g, '$1.');

function metricsOf({ recipe, label, description, caution, per }: Phenomenon): Metric[] {
  const common = { caution, direction: 'risk', guidance: GUIDANCE.drugs } as const;
  return [
    {
      ...common,
      id: `${recipe.id}-per-inwoner`,
      label: `${label} per ${inWords(per)} inwoners`,
      description: `${description} Per ${inWords(per)} inwoners.`,
      unit: { label: `per ${inWords(per)} inwoners`, symbol: '', decimals: 1 },
      kind: 'rate',
      denominator: 'inwoners',
    },
    { ...common, id: recipe.id, label, description, unit: { label: 'aantal', symbol: '', decimals: 0 }, kind: 'count' },
  ];
}

const SCOPE: Readonly<Record<'gemeente' | 'wijk', { phenomena: number; years: number }>> = {
  gemeente: { phenomena: 4, years: 10 },
  wijk: { phenomena: 2, years: 4 },
};

/** Offences, suspects and what was cleared, as counts and per inhabitants. Some gemeenten did not take part. */
export function makeDrugs(statistics: Statistics, level: 'gemeente' | 'wijk'): JsonStatDataset {
  const { society, totalsOf, lastYear } = statistics;
  const scope = SCOPE[level];
  const phenomena = PHENOMENA.slice(0, scope.phenomena);
  const years = Array.from({ length: scope.years }, (_, i) => lastYear - scope.years + 1 + i);
  const publication = new Publication(statistics, {
    text: {
      id: `drugs-${level}`,
      label: 'Drugsmisdrijven, verdachten en wat gevonden is',
      theme: 'drugs',
      notes: ['Alle cijfers zijn verzonnen.', 'Sinds 2021 tellen ook misdrijven mee die via internet gemeld zijn.'],
    },
    level,
    metrics: phenomena.flatMap(metricsOf),
    years,
    break: { metric: 'misdrijven-per-inwoner', year: 2021 },
    leftOut: 3,
  });
  const people = totalsOf(society.bases.inwoners);
  for (const { recipe, per } of phenomena) {
    const rates = rateOf(society, recipe);
    for (const year of years) {
      const counts = totalsOf(drawCounts(society, recipe, lastYear - year, rates));
      const withheld = publication.withheldCounts(counts);
      publication.addRates({ metric: `${recipe.id}-per-inwoner`, year }, counts, people, per, withheld);
      publication.addCounts({ metric: recipe.id, year }, counts, withheld);
    }
  }
  return publication.write();
}

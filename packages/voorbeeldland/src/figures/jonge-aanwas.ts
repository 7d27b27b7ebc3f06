import { drawCounts, rateOf, type Recipe } from './draw-counts.js';
import { GUIDANCE } from './guidance.js';
import type { Breakdown, JsonStatDataset, Metric } from './json-stat-writer.js';
import { Publication } from './publication.js';
import type { PublicationPlan, Statistics } from './publication-plan.js';

/** Age groups, each with how many of them run a raised risk. */
const GROUPS: readonly { readonly code: string; readonly label: string; readonly recipe: Recipe }[] = [
  {
    code: '8-12',
    label: '8 tot en met 12 jaar',
    recipe: {
      id: 'aanwas-8-12',
      base: 'kinderen',
      rate: 0.11,
      effects: { hardship: 0.5, urban: 0.16 },
      regional: 0.22,
      local: 0.2,
    },
  },
  {
    code: '13-19',
    label: '13 tot en met 19 jaar',
    recipe: {
      id: 'aanwas-13-19',
      base: 'jongeren',
      rate: 0.14,
      effects: { hardship: 0.55, urban: 0.2 },
      regional: 0.25,
      local: 0.2,
      trend: 0.02,
    },
  },
  {
    code: '20-23',
    label: '20 tot en met 23 jaar',
    recipe: {
      id: 'aanwas-20-23',
      base: 'jongvolwassenen',
      rate: 0.12,
      effects: { hardship: 0.5, urban: 0.1 },
      regional: 0.25,
      local: 0.2,
    },
  },
];

const LEEFTIJD: Breakdown = {
  id: 'Leeftijd',
  label: 'Leeftijd',
  categories: GROUPS.map(({ code, label }) => ({ code, label })),
};

const CAUTION =
  'Zegt niets over één kind of jongere: het is een kans voor de hele groep, en de meesten komen nooit met de politie in aanraking.';

const METRICS: readonly Metric[] = [
  {
    id: 'verhoogd-risico',
    label: 'Jeugd met een verhoogd risico',
    unit: { label: '% van de leeftijdsgroep', symbol: '%', decimals: 1 },
    description:
      'Aandeel van de leeftijdsgroep met een verhoogde kans om binnen drie jaar verdacht te worden van een drugsmisdrijf.',
    caution: CAUTION,
    direction: 'risk',
    kind: 'rate',
    denominator: 'kinderen en jongeren in de leeftijdsgroep',
    guidance: GUIDANCE.drugs,
  },
  {
    id: 'risicoscore',
    label: 'Risicoscore jonge aanwas',
    unit: { label: 'index, land = 100', symbol: '', decimals: 0 },
    description:
      'Het aandeel met een verhoogd risico, gedeeld door dat van het hele land in dezelfde leeftijdsgroep en hetzelfde jaar.',
    caution: CAUTION,
    direction: 'risk',
    kind: 'index',
    breaks: [60, 85, 115, 150],
    guidance: GUIDANCE.drugs,
  },
];

const YEARS: Readonly<Record<'gemeente' | 'wijk' | 'buurt', number>> = { gemeente: 4, wijk: 3, buurt: 2 };

/** Youth at risk of ending up in drug crime, by age group. */
export function makeJongeAanwas(
  statistics: Statistics,
  level: 'gemeente' | 'wijk' | 'buurt',
  more: Partial<PublicationPlan> = {},
): JsonStatDataset {
  const { society, totalsOf, lastYear } = statistics;
  const years = Array.from({ length: YEARS[level] }, (_, i) => lastYear - YEARS[level] + 1 + i);
  const metrics = level === 'buurt' ? METRICS.slice(0, 1) : METRICS;
  const publication = new Publication(statistics, {
    text: {
      id: `jonge-aanwas-${level}`,
      label: 'Jonge aanwas in de drugscriminaliteit',
      theme: 'drugs',
      notes: ['Alle cijfers zijn verzonnen.'],
    },
    level,
    metrics,
    years,
    breakdowns: [LEEFTIJD],
    provisional: level === 'buurt' ? [] : undefined,
    ...more,
  });
  GROUPS.forEach(({ recipe }, combination) => {
    const rates = rateOf(society, recipe);
    const bases = totalsOf(society.bases[recipe.base]);
    for (const year of years) {
      const counts = totalsOf(drawCounts(society, recipe, lastYear - year, rates));
      publication.addShares({ metric: 'verhoogd-risico', year, combination }, counts, bases);
      if (metrics.length < 2) continue;
      const national = counts[0] / bases[0];
      const score = counts.map((count, area) => (100 * count) / bases[area] / national);
      publication.addFigures(
        { metric: 'risicoscore', year, combination },
        score,
        bases,
        publication.withheldShares(counts, bases),
      );
    }
  });
  return publication.write();
}

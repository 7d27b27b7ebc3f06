import { BRANCHES, branchBreakdown } from './branch-list.js';
import { drawCounts, rateOf, type Recipe } from './draw-counts.js';
import { GUIDANCE } from './guidance.js';
import type { JsonStatDataset, Metric } from './json-stat-writer.js';
import { Publication } from './publication.js';
import type { Statistics } from './publication-plan.js';

const METRICS: readonly Metric[] = [
  {
    id: 'locatiequotient',
    label: 'Concentratie van de branche',
    unit: { label: 'locatiequotiënt, land = 1', symbol: '', decimals: 2 },
    description:
      'Aandeel van de branche in alle vestigingen van het gebied, gedeeld door dat aandeel in het hele land.',
    caution: 'Een hoge concentratie heeft vaak een gewone oorzaak, zoals een winkelgebied of toerisme.',
    direction: 'neutral',
    kind: 'index',
    denominator: 'vestigingen',
    breaks: [0.5, 0.8, 1.25, 2],
    guidance: GUIDANCE.branches,
  },
  {
    id: 'vestigingen',
    label: 'Vestigingen',
    unit: { label: 'aantal', symbol: '', decimals: 0 },
    description: 'Vestigingen van bedrijven in de branche op 1 januari.',
    caution: 'Zegt niet hoe groot de bedrijven zijn: een eenmanszaak telt even zwaar als een filiaal.',
    direction: 'neutral',
    kind: 'count',
    guidance: GUIDANCE.branches,
  },
];

const SCOPE: Readonly<Record<'gemeente' | 'wijk', { branches: number; years: number }>> = {
  gemeente: { branches: BRANCHES.length, years: 5 },
  wijk: { branches: 10, years: 1 },
};

/** Recipe of the establishments of a branch. */
export const establishmentsOf = ({ code, share, effects }: (typeof BRANCHES)[number]): Recipe => ({
  id: `branche-${code}`,
  base: 'vestigingen',
  rate: share / 1000,
  effects,
  regional: 0.28,
  local: 0.3,
  trend: 0.01,
});

/** How concentrated branches are, and how many establishments they have. */
export function makeBranches(statistics: Statistics, level: 'gemeente' | 'wijk'): JsonStatDataset {
  const { society, totalsOf, lastYear } = statistics;
  const scope = SCOPE[level];
  const years = Array.from({ length: scope.years }, (_, i) => lastYear - scope.years + 1 + i);
  const publication = new Publication(statistics, {
    text: {
      id: `branches-${level}`,
      label: 'Concentratie van branches',
      theme: 'branches',
      notes: ['Alle cijfers zijn verzonnen.'],
    },
    level,
    metrics: METRICS,
    years,
    breakdowns: [branchBreakdown(scope.branches)],
    provisional: [],
  });
  const all = totalsOf(society.bases.vestigingen);
  BRANCHES.slice(0, scope.branches).forEach((branch, combination) => {
    const recipe = establishmentsOf(branch);
    const rates = rateOf(society, recipe);
    for (const year of years) {
      const counts = totalsOf(drawCounts(society, recipe, lastYear - year, rates));
      publication.addShares({ metric: 'locatiequotient', year, combination }, counts, all, all[0] / counts[0]);
      publication.addCounts({ metric: 'vestigingen', year, combination }, counts);
    }
  });
  return publication.write();
}

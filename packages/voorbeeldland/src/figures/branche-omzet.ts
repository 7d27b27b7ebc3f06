import { exp, clamp } from '../random/portable-math.js';
import { fractionOf, Random } from '../random/random.js';
import { BRANCHES, branchBreakdown, type Branch } from './branch-list.js';
import { establishmentsOf } from './branches.js';
import { drawCounts, rateOf } from './draw-counts.js';
import { GUIDANCE } from './guidance.js';
import type { JsonStatDataset, Metric } from './json-stat-writer.js';
import { Publication } from './publication.js';
import type { PublicationPlan, Statistics } from './publication-plan.js';

const CAUTION =
  'Een afwijking is geen aanwijzing voor fraude: een winkelcentrum, een hoofdkantoor of toerisme verklaart haar meestal.';
const UNIT = { label: 'euro per inwoner', symbol: '€', position: 'start', decimals: 0 } as const;

const metric = (id: string, label: string, description: string): Metric => ({
  id,
  label,
  description,
  caution: CAUTION,
  unit: UNIT,
  direction: 'neutral',
  kind: 'amount',
  denominator: 'inwoners',
  guidance: GUIDANCE.branches,
});

const METRICS: readonly Metric[] = [
  metric('omzet', 'Omzet per inwoner', 'Omzet van alle vestigingen van de branche in het gebied, per inwoner.'),
  metric(
    'verwacht',
    'Verwachte omzet per inwoner',
    'Omzet die op grond van ligging, inwoners en vestigingen te verwachten is, per inwoner.',
  ),
  metric(
    'verwacht-onder',
    'Verwachte omzet, ondergrens',
    'Ondergrens van het gebied waarin 95% van de vergelijkbare gebieden valt.',
  ),
  metric(
    'verwacht-boven',
    'Verwachte omzet, bovengrens',
    'Bovengrens van het gebied waarin 95% van de vergelijkbare gebieden valt.',
  ),
];

/** Branches of which no interval was published. */
const WITHOUT_INTERVAL: ReadonlySet<string> = new Set(['5520', '9200', '4779']);

/** Deviation that is usual, as an exponent: one in twenty is farther off than twice this. */
const SPREAD = 0.17;

const SCOPE: Readonly<Record<'gemeente' | 'wijk', { branches: number; years: number }>> = {
  gemeente: { branches: BRANCHES.length, years: 3 },
  wijk: { branches: 8, years: 1 },
};

/** Predicted and realised turnover per area for a branch and year: realised lies around predicted, with outliers planted. */
function turnoverOf(
  statistics: Statistics,
  branch: Branch,
  year: number,
): { omzet: Float64Array; verwacht: Float64Array; establishments: Float64Array } {
  const { society, tree, totalsOf, lastYear } = statistics;
  const recipe = establishmentsOf(branch);
  const establishments = totalsOf(drawCounts(society, recipe, lastYear - year, rateOf(society, recipe)));
  const people = totalsOf(society.bases.inwoners);
  const firms = totalsOf(society.bases.vestigingen);
  const code = Number(branch.code);
  const random = new Random(society.seed, `omzet ${branch.code} ${year}`);
  const verwacht = people.map((count, area) => {
    // What a model would know: how many firms there are to an inhabitant, and how dense the branch is among them.
    const firmsPerHead = firms[area] / count / (firms[0] / people[0]);
    const density = establishments[area] / firms[area] / (establishments[0] / firms[0]);
    const growth = 1 - 0.03 * (lastYear - year);
    return branch.turnover * growth * clamp(0.35 + 0.4 * firmsPerHead + 0.25 * density, 0.3, 4);
  });
  const omzet = verwacht.map((expected, area) => {
    const isWide = tree.gemeenteOf[area] < 0;
    const usual = (isWide ? 0.03 : SPREAD) * random.normal();
    return isWide ? expected * exp(usual) : expected * exp(usual + plantedOutlier(society.seed, code, area));
  });
  omzet[0] = verwacht[0];
  return { omzet, verwacht, establishments };
}

/** A lasting deviation of a few areas, three in two of them upward, as an exponent. */
function plantedOutlier(seed: number, code: number, area: number): number {
  const roll = fractionOf(seed, code, area, 301);
  const size = 0.65 + 0.9 * fractionOf(seed, code, area, 302);
  return roll < 0.018 ? size : roll < 0.03 ? -0.8 * size : 0;
}

/** Realised against predicted turnover per inhabitant, with the interval of the prediction. */
export function makeBrancheOmzet(
  statistics: Statistics,
  level: 'gemeente' | 'wijk',
  more: Partial<PublicationPlan> = {},
): JsonStatDataset {
  const { society, totalsOf, lastYear } = statistics;
  const firms = totalsOf(society.bases.vestigingen);
  const scope = SCOPE[level];
  const years = Array.from({ length: scope.years }, (_, i) => lastYear - scope.years + 1 + i);
  const publication = new Publication(statistics, {
    text: {
      id: `branche-omzet-${level}`,
      label: 'Omzet van branches',
      theme: 'branches',
      notes: ['Alle cijfers zijn verzonnen.'],
    },
    level,
    metrics: METRICS,
    years,
    breakdowns: [branchBreakdown(scope.branches)],
    provisional: level === 'wijk' ? [] : ['omzet'],
    extra: { outlier: { actual: 'omzet', predicted: 'verwacht', lower: 'verwacht-onder', upper: 'verwacht-boven' } },
    ...more,
  });
  BRANCHES.slice(0, scope.branches).forEach((branch, combination) => {
    for (const year of years) {
      const { omzet, verwacht, establishments } = turnoverOf(statistics, branch, year);
      const withheld = publication.withheldShares(establishments, firms, establishments);
      const add = (id: string, figures: Float64Array): void =>
        publication.addFigures({ metric: id, year, combination }, figures, establishments, withheld);
      add('omzet', omzet);
      add('verwacht', verwacht);
      if (WITHOUT_INTERVAL.has(branch.code)) continue;
      add(
        'verwacht-onder',
        verwacht.map((figure) => figure * exp(-2 * SPREAD)),
      );
      add(
        'verwacht-boven',
        verwacht.map((figure) => figure * exp(2 * SPREAD)),
      );
    }
  });
  return publication.write();
}

import { Random } from '../random/random.js';
import { GUIDANCE } from './guidance.js';
import type { Breakdown, JsonStatDataset, Metric } from './json-stat-writer.js';
import { Publication } from './publication.js';
import type { Statistics } from './publication-plan.js';

const SUSPICIONS = [
  { code: 'winkeldiefstal', label: 'Winkeldiefstal', weights: [9, 4, 2, 1] },
  { code: 'fietsdiefstal', label: 'Diefstal van een fiets of scooter', weights: [7, 5, 3, 2] },
  { code: 'vernieling', label: 'Vernieling', weights: [8, 5, 3, 2] },
  { code: 'openbare-orde', label: 'Verstoring van de openbare orde', weights: [4, 5, 4, 3] },
  { code: 'mishandeling', label: 'Mishandeling', weights: [3, 5, 6, 5] },
  { code: 'inbraak', label: 'Inbraak', weights: [1, 3, 5, 6] },
  { code: 'wapenbezit', label: 'Wapenbezit', weights: [1, 2, 4, 7] },
  { code: 'heling', label: 'Heling', weights: [1, 2, 4, 6] },
] as const;

const STEPS: Breakdown = {
  id: 'Stap',
  label: 'Stap',
  categories: [1, 2, 3, 4].map((step) => ({ code: String(step), label: `${step}e verdenking` })),
};

const SUSPICION: Breakdown = {
  id: 'Verdenking',
  label: 'Verdenking',
  categories: SUSPICIONS.map(({ code, label }) => ({ code, label })),
};

const CAUTION = 'De meeste jongeren met zo’n verdenking worden nooit verdacht van een drugsmisdrijf.';

const METRICS: readonly Metric[] = [
  {
    id: 'aandeel',
    label: 'Aandeel van de verdachten',
    unit: { label: '% van de verdachten', symbol: '%', decimals: 1 },
    description: 'Aandeel van de verdachten van een drugsmisdrijf bij wie deze verdenking de zoveelste was.',
    caution: CAUTION,
    direction: 'neutral',
    kind: 'rate',
    denominator: 'verdachten met zoveel eerdere verdenkingen',
    guidance: GUIDANCE.drugs,
  },
  {
    id: 'maanden',
    label: 'Maanden tot het drugsmisdrijf',
    unit: { label: 'maanden', symbol: '', decimals: 0 },
    description: 'Gemiddeld aantal maanden tussen deze verdenking en die van het eerste drugsmisdrijf.',
    caution: CAUTION,
    direction: 'neutral',
    kind: 'index',
    guidance: GUIDANCE.drugs,
  },
];

/** The most frequent suspicions before a first drug offence, in order of time. */
export function makePaden(statistics: Statistics): JsonStatDataset {
  const { society, tree, totalsOf, lastYear } = statistics;
  const people = totalsOf(society.bases.inwoners);
  const publication = new Publication(statistics, {
    text: {
      id: 'paden',
      label: 'Verdenkingen voor een drugsmisdrijf',
      theme: 'drugs',
      notes: ['Alle cijfers zijn verzonnen.'],
    },
    level: 'riec',
    metrics: METRICS,
    years: [lastYear],
    breakdowns: [STEPS, SUSPICION],
    provisional: [],
  });
  STEPS.categories.forEach((_, step) => {
    const random = new Random(society.seed, `pad ${step}`);
    // Fewer suspects have so many suspicions before the first.
    const sizes = people.map((count) => Math.round((6000 / (1 + step)) * (count / people[0])));
    const weights = SUSPICIONS.map(({ weights: w }) =>
      Float64Array.from(tree.areas, () => w[step] * (1 + 0.12 * random.normal())),
    );
    SUSPICIONS.forEach((_unused, k) => {
      const combination = step * SUSPICIONS.length + k;
      const shares = weights[k].map(
        (weight, area) => (100 * weight) / weights.reduce((sum, other) => sum + other[area], 0),
      );
      const counts = sizes.map((size, area) => Math.round((size * shares[area]) / 100));
      const withheld = publication.withheldCounts(counts);
      publication.addFigures({ metric: 'aandeel', year: lastYear, combination }, shares, sizes, withheld);
      const months = shares.map(() => 46 - 9 * step + 3 * k + 2 * random.normal());
      publication.addFigures({ metric: 'maanden', year: lastYear, combination }, months, sizes, withheld);
    });
  });
  return publication.write();
}

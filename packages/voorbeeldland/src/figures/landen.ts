import { Random } from '../random/random.js';
import { GUIDANCE } from './guidance.js';
import type { Breakdown, JsonStatDataset, Metric } from './json-stat-writer.js';
import { Publication } from './publication.js';
import type { Statistics } from './publication-plan.js';

/** Countries that don't exist, by codes that ISO 3166 keeps free for users. Weights for origin and destination. */
const COUNTRIES = [
  { code: 'XA', label: 'Montavië', weights: [26, 18] },
  { code: 'XB', label: 'Estria', weights: [19, 24] },
  { code: 'XC', label: 'Noorderzee', weights: [14, 9] },
  { code: 'XD', label: 'Palanka', weights: [6, 17] },
  { code: 'XE', label: 'Sint-Ambrosius', weights: [11, 13] },
  { code: 'XF', label: 'Valdoria', weights: [8, 6] },
  { code: 'XG', label: 'Koraaleilanden', weights: [3, 15] },
  { code: 'XH', label: 'Hoogland', weights: [7, 4] },
  { code: 'XI', label: 'Tarsië', weights: [4, 8] },
  { code: 'XJ', label: 'Zuidkaap', weights: [2, 5] },
  { code: 'XZ', label: 'Overige landen', weights: [16, 12] },
] as const;

const DIRECTIONS = [
  { code: 'herkomst', label: 'Herkomst' },
  { code: 'bestemming', label: 'Bestemming' },
] as const;

const RICHTING: Breakdown = { id: 'Richting', label: 'Richting', categories: DIRECTIONS };
const LAND: Breakdown = {
  id: 'Land',
  label: 'Land',
  categories: COUNTRIES.map(({ code, label }) => ({ code, label })),
};

const CAUTION = 'Waar geld vandaan komt of heen gaat, zegt niet waar het verdiend is.';

const METRICS: readonly Metric[] = [
  {
    id: 'transacties',
    label: 'Verdachte transacties',
    unit: { label: 'aantal', symbol: '', decimals: 0 },
    description: 'Verdacht verklaarde transacties met het land als herkomst of bestemming.',
    caution: CAUTION,
    direction: 'neutral',
    kind: 'count',
    guidance: GUIDANCE.transacties,
  },
  {
    id: 'bedrag',
    label: 'Bedrag van verdachte transacties',
    unit: { label: '1.000 euro', symbol: '€', position: 'start', decimals: 0 },
    description: 'Som van de bedragen van de transacties met het land als herkomst of bestemming.',
    caution: CAUTION,
    direction: 'neutral',
    kind: 'amount',
    guidance: GUIDANCE.transacties,
  },
];

/** Countries that suspicious transactions came from and went to. */
export function makeLanden(statistics: Statistics): JsonStatDataset {
  const { society, totalsOf, lastYear } = statistics;
  const people = totalsOf(society.bases.inwoners);
  const years = [lastYear - 2, lastYear - 1, lastYear];
  const publication = new Publication(statistics, {
    text: {
      id: 'landen',
      label: 'Landen van herkomst en bestemming',
      theme: 'transacties',
      notes: ['Alle cijfers zijn verzonnen, de landen ook.'],
    },
    level: 'riec',
    metrics: METRICS,
    years,
    breakdowns: [RICHTING, LAND],
  });
  for (const year of years)
    DIRECTIONS.forEach((direction, d) =>
      COUNTRIES.forEach(({ code, weights }, k) => {
        const random = new Random(society.seed, `land ${code} ${direction.code} ${year}`);
        const counts = people.map((count) =>
          Math.max(0, Math.round(((weights[d] * count) / 190_000) * (1 + 0.25 * random.normal()))),
        );
        const combination = d * COUNTRIES.length + k;
        const withheld = publication.withheldCounts(counts);
        publication.addCounts({ metric: 'transacties', year, combination }, counts, withheld);
        publication.addCounts(
          { metric: 'bedrag', year, combination },
          counts.map((count) => count * random.between(30, 90)),
          withheld,
        );
      }),
    );
  return publication.write();
}

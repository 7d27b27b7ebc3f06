import { clamp } from '../random/portable-math.js';
import { Random } from '../random/random.js';
import { FEWEST_IN_SHARE } from './disclosure.js';
import { GUIDANCE } from './guidance.js';
import type { Breakdown, JsonStatDataset, Metric } from './json-stat-writer.js';
import { Publication } from './publication.js';
import type { Statistics } from './publication-plan.js';

/** Groups that are described, and how many there are of each in the country. */
const GROUPS = [
  { code: 'hennep', label: 'Verdachten van hennepteelt', size: 4200, isFirm: false },
  { code: 'handel', label: 'Verdachten van handel in harddrugs', size: 7800, isFirm: false },
  { code: 'synthetisch', label: 'Verdachten van productie van synthetische drugs', size: 640, isFirm: false },
  { code: 'uithalers', label: 'Verdachten van uithalen in havens', size: 410, isFirm: false },
  { code: 'tx-personen', label: 'Personen met een verdachte transactie', size: 9100, isFirm: false },
  { code: 'tx-bedrijven', label: 'Bedrijven met een verdachte transactie', size: 2600, isFirm: true },
] as const;

/** Characteristics with their share of the population, and how much more often they occur in the groups. */
const TRAITS = [
  { code: 'man', label: 'Man', share: 49.6, times: [1.6, 1.7, 1.8, 1.9, 1.3, 0], isFirm: false },
  { code: 'tot-24', label: 'Jonger dan 25 jaar', share: 27.8, times: [0.4, 1.5, 0.5, 2.3, 0.9, 0], isFirm: false },
  { code: '25-39', label: '25 tot en met 39 jaar', share: 19.4, times: [1.6, 1.9, 1.9, 1.4, 1.6, 0], isFirm: false },
  { code: 'laag-inkomen', label: 'Laag inkomen', share: 9.2, times: [3.1, 3.4, 2.2, 2.9, 1.9, 0], isFirm: false },
  { code: 'uitkering', label: 'Uitkering', share: 6.4, times: [3.6, 2.9, 2.4, 1.7, 1.5, 0], isFirm: false },
  {
    code: 'geen-diploma',
    label: 'Geen startkwalificatie',
    share: 14.1,
    times: [2.7, 3.2, 2.1, 3.6, 1.4, 0],
    isFirm: false,
  },
  { code: 'schulden', label: 'Problematische schulden', share: 8.7, times: [3.4, 3, 2.7, 2.4, 1.8, 0], isFirm: false },
  { code: 'ondernemer', label: 'Eigen onderneming', share: 11.5, times: [1.2, 0.9, 1.8, 0.6, 2.4, 0], isFirm: false },
  {
    code: 'familie-verdacht',
    label: 'Familielid ooit verdacht van een drugsmisdrijf',
    share: 2.6,
    times: [6.4, 7.1, 6.9, 5.2, 2.1, 0],
    isFirm: false,
  },
  {
    code: 'familie-vastgoed',
    label: 'Familielid met drie of meer woningen',
    share: 1.4,
    times: [1.9, 1.6, 3.3, 1.1, 2.8, 0],
    isFirm: false,
  },
  { code: 'bv', label: 'Besloten vennootschap', share: 21.3, times: [0, 0, 0, 0, 0, 3.5], isFirm: true },
  { code: 'eenmanszaak', label: 'Eenmanszaak', share: 62.4, times: [0, 0, 0, 0, 0, 0.25], isFirm: true },
  {
    code: 'jong-bedrijf',
    label: 'Korter dan twee jaar ingeschreven',
    share: 18.9,
    times: [0, 0, 0, 0, 0, 1.7],
    isFirm: true,
  },
  { code: 'zonder-personeel', label: 'Zonder personeel', share: 78.1, times: [0, 0, 0, 0, 0, 0.7], isFirm: true },
] as const;

const toBreakdown = (id: string, list: readonly { readonly code: string; readonly label: string }[]): Breakdown => ({
  id,
  label: id,
  categories: list.map(({ code, label }) => ({ code, label })),
});

const METRICS: readonly Metric[] = [
  {
    id: 'aandeel-groep',
    label: 'Aandeel in de groep',
    unit: { label: '% van de groep', symbol: '%', decimals: 1 },
    description: 'Aandeel van de groep met het kenmerk.',
    caution: 'Een kenmerk dat vaak voorkomt, maakt niemand met dat kenmerk verdacht.',
    direction: 'neutral',
    kind: 'rate',
    denominator: 'de groep',
    guidance: GUIDANCE.drugs,
  },
  {
    id: 'aandeel-bevolking',
    label: 'Aandeel in de bevolking',
    unit: { label: '% van de bevolking of van alle bedrijven', symbol: '%', decimals: 1 },
    description: 'Aandeel van alle inwoners van 12 jaar en ouder, of van alle bedrijven, met het kenmerk.',
    caution: 'Een kenmerk dat vaak voorkomt, maakt niemand met dat kenmerk verdacht.',
    direction: 'neutral',
    kind: 'rate',
    denominator: 'inwoners of bedrijven',
    guidance: GUIDANCE.drugs,
  },
];

/** Characteristics of suspects, persons and firms against those of everyone, for the country and the RIEC regions. */
export function makeProfielen(statistics: Statistics): JsonStatDataset {
  const { society, tree, totalsOf, lastYear } = statistics;
  const people = totalsOf(society.bases.inwoners);
  const publication = new Publication(statistics, {
    text: {
      id: 'profielen',
      label: 'Kenmerken van verdachten, personen en bedrijven',
      theme: 'drugs',
      notes: ['Alle cijfers zijn verzonnen.'],
    },
    level: 'riec',
    metrics: METRICS,
    years: [lastYear],
    breakdowns: [toBreakdown('Groep', GROUPS), toBreakdown('Kenmerk', TRAITS)],
    provisional: [],
  });
  GROUPS.forEach((group, g) =>
    TRAITS.forEach((trait, k) => {
      const combination = g * TRAITS.length + k;
      const random = new Random(society.seed, `profiel ${group.code} ${trait.code}`);
      const isApt = group.isFirm === trait.isFirm;
      const sizes = people.map((count) => Math.round((isApt ? group.size : 0) * (count / people[0])));
      const share = (times: number, spread: number): Float64Array =>
        Float64Array.from(tree.areas, (_, area) =>
          clamp(trait.share * times * (1 + (area === 0 ? 0 : spread * random.normal())), 0.4, 96),
        );
      const inGroup = share(trait.times[g], 0.09);
      const counts = sizes.map((size, area) => Math.round((size * inGroup[area]) / 100));
      const withheld = counts.map((count) => Number(count > 0 && count < FEWEST_IN_SHARE));
      publication.addFigures(
        { metric: 'aandeel-groep', year: lastYear, combination },
        inGroup,
        sizes,
        Uint8Array.from(withheld),
      );
      publication.addFigures(
        { metric: 'aandeel-bevolking', year: lastYear, combination },
        share(1, 0.05),
        sizes,
        new Uint8Array(people.length),
      );
    }),
  );
  return publication.write();
}

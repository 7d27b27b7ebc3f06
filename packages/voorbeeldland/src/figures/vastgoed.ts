import { drawCounts, rateOf, type Recipe } from './draw-counts.js';
import { GUIDANCE } from './guidance.js';
import type { JsonStatDataset, Metric } from './json-stat-writer.js';
import { Publication } from './publication.js';
import type { PublicationPlan, FileLevel, Statistics } from './publication-plan.js';

interface Share {
  readonly recipe: Recipe;
  readonly label: string;
  readonly description: string;
  readonly caution: string;
  readonly denominator: string;
  readonly breaks?: readonly number[];
}

const SHARES: readonly Share[] = [
  {
    recipe: {
      id: 'buitenlands-adres',
      base: 'woningen',
      rate: 0.04,
      effects: { tourism: 0.35, urban: 0.22 },
      regional: 0.45,
      trend: 0.05,
    },
    label: 'Eigenaar met een buitenlands adres',
    description: 'Aandeel woningen waarvan een eigenaar in het buitenland woont.',
    caution: 'Zegt niet dat de eigenaar iets te verbergen heeft: in streken met toerisme is het gewoon.',
    denominator: 'woningen',
  },
  {
    recipe: {
      id: 'doorsluishuizen',
      base: 'woningen',
      rate: 0.028,
      effects: { hardship: 0.42, urban: 0.24 },
      regional: 0.3,
      trend: 0.02,
    },
    label: 'Doorsluishuizen',
    description: 'Aandeel woningen dat binnen twee jaar drie keer of vaker van eigenaar wisselde.',
    caution: 'Zegt niet waarom een woning vaak wisselde: een erfenis of een scheiding telt ook mee.',
    denominator: 'woningen',
    breaks: [1, 2, 3, 5],
  },
  {
    recipe: {
      id: 'laag-inkomen',
      base: 'eigenaren',
      rate: 0.055,
      effects: { hardship: 0.48, urban: 0.1 },
      regional: 0.25,
      trend: -0.02,
    },
    label: 'Eigenaar met laag inkomen en vermogen',
    description: 'Aandeel eigenaren met meer dan één woning, een laag inkomen en weinig vermogen.',
    caution: 'Zegt niet hoe de woningen betaald zijn: studenten en ondernemers met een slecht jaar tellen mee.',
    denominator: 'eigenaren',
  },
  {
    recipe: {
      id: 'veroordeelde-eigenaar',
      base: 'eigenaren',
      rate: 0.036,
      effects: { hardship: 0.55, urban: 0.2 },
      regional: 0.3,
    },
    label: 'Veroordeelde eigenaar',
    description:
      'Aandeel eigenaren dat in de afgelopen tien jaar onherroepelijk veroordeeld is voor een ondermijnend misdrijf.',
    caution: 'Zegt niets over de woning zelf, en niet dat iemand nu iets strafbaars doet.',
    denominator: 'eigenaren',
  },
  {
    recipe: {
      id: 'onverklaard-bedrag',
      base: 'aankopen',
      rate: 0.062,
      effects: { hardship: 0.3, tourism: 0.2, urban: 0.12 },
      regional: 0.5,
      trend: 0.03,
    },
    label: 'Gekocht met een onverklaard bedrag',
    description: 'Aandeel van de gekochte woningen waarbij inkomen, vermogen en lening de koopsom niet verklaren.',
    caution:
      'Zegt niet dat het geld uit misdaad komt: een schenking of erfenis uit het buitenland is niet altijd bekend.',
    denominator: 'gekochte woningen',
  },
  {
    recipe: {
      id: 'enig-bestuurder',
      base: 'stichtingen',
      rate: 0.17,
      effects: { urban: 0.12, industry: 0.1 },
      regional: 0.2,
    },
    label: 'Stichtingen met één bestuurder',
    description: 'Aandeel stichtingen dat door één persoon bestuurd wordt.',
    caution: 'Zegt niet dat een stichting misbruikt wordt: kleine stichtingen vinden vaak geen tweede bestuurder.',
    denominator: 'stichtingen',
  },
  {
    recipe: {
      id: 'beroepsbestuurder',
      base: 'stichtingen',
      rate: 0.075,
      effects: { urban: 0.3, industry: 0.25 },
      regional: 0.3,
      trend: 0.04,
    },
    label: 'Stichtingen met een beroepsbestuurder',
    description: 'Aandeel stichtingen met een bestuurder die er meer dan tien bestuurt.',
    caution: 'Zegt niets over de bestuurder: kerken en zorginstellingen delen vaak een bestuurder.',
    denominator: 'stichtingen',
  },
];

const metricOf = ({ recipe, label, description, caution, denominator, breaks }: Share): Metric => ({
  id: recipe.id,
  label,
  description,
  caution,
  denominator,
  breaks,
  unit: { label: `% van de ${denominator}`, symbol: '%', decimals: 1 },
  direction: 'risk',
  kind: 'rate',
  guidance: GUIDANCE.vastgoed,
});

const SCORE: Metric = {
  id: 'combinatiescore',
  label: 'Combinatiescore vastgoed',
  unit: { label: 'index, land = 100', symbol: '', decimals: 0 },
  description: 'Gemiddelde van vier risico-indicatoren over woningen, elk gedeeld door het landelijke cijfer.',
  caution: 'Zegt niet welke indicator hoog is: bekijk ze ook apart.',
  direction: 'risk',
  kind: 'index',
  breaks: [70, 90, 110, 140],
  guidance: GUIDANCE.vastgoed,
};

/** Indicators and years per level: fewer where there are more areas. */
const SCOPE: Readonly<Record<'gemeente' | 'wijk' | 'buurt', { shares: number; score: boolean; years: number }>> = {
  gemeente: { shares: 7, score: true, years: 5 },
  wijk: { shares: 6, score: true, years: 3 },
  buurt: { shares: 4, score: false, years: 2 },
};

/** Risk indicators about property, per gemeente, wijk and buurt. `more` overrides the plan of the publication. */
export function makeVastgoed(
  statistics: Statistics,
  level: 'gemeente' | 'wijk' | 'buurt',
  more: Partial<PublicationPlan> = {},
): JsonStatDataset {
  const { society, totalsOf, lastYear } = statistics;
  const scope = SCOPE[level];
  const shares = SHARES.slice(0, scope.shares);
  const years = Array.from({ length: scope.years }, (_, i) => lastYear - scope.years + 1 + i);
  const publication = new Publication(statistics, {
    text: {
      id: `vastgoed-${level satisfies FileLevel}`,
      label: 'Vastgoed: risico-indicatoren',
      theme: 'vastgoed',
      notes: [
        'Alle cijfers zijn verzonnen.',
        'Vanaf 2023 telt een doorsluishuis ook mee als het via een rechtspersoon ging.',
      ],
    },
    level,
    metrics: [...shares.map(metricOf), ...(scope.score ? [SCORE] : [])],
    years,
    break: { metric: 'doorsluishuizen', year: 2023 },
    provisional: level === 'buurt' ? ['buitenlands-adres'] : undefined,
    ...more,
  });
  const rates = shares.map(({ recipe }) => rateOf(society, recipe));
  for (const year of years) {
    const counted = shares.map(({ recipe }, i) => ({
      recipe,
      counts: totalsOf(drawCounts(society, recipe, lastYear - year, rates[i])),
      bases: totalsOf(society.bases[recipe.base]),
    }));
    for (const { recipe, counts, bases } of counted) publication.addShares({ metric: recipe.id, year }, counts, bases);
    if (!scope.score) continue;
    const four = counted.slice(0, 4);
    const score = Float64Array.from(four[0].counts, (_, area) => {
      const parts = four.map(({ counts, bases }) => counts[area] / bases[area] / (counts[0] / bases[0]));
      return (100 * parts.reduce((sum, part) => sum + part, 0)) / parts.length;
    });
    publication.addFigures({ metric: SCORE.id, year }, score, totalsOf(society.bases.eigenaren));
  }
  return publication.write();
}

import { withholdSecondary, isSmallCount } from './disclosure.js';
import { drawCounts, rateOf, type Recipe } from './draw-counts.js';
import { GUIDANCE } from './guidance.js';
import type { Breakdown, JsonStatDataset, Metric } from './json-stat-writer.js';
import { Publication } from './publication.js';
import type { Statistics } from './publication-plan.js';

interface Kind {
  readonly code: string;
  readonly label: string;
  readonly recipe: Recipe;
  /** Average amount in thousands of euros. */
  readonly amount: number;
}

const KINDS: readonly Kind[] = [
  {
    code: 'contant',
    label: 'Contante storting of opname',
    amount: 19,
    recipe: {
      id: 'tx-contant',
      base: 'inwoners',
      rate: 0.0013,
      effects: { hardship: 0.25, tourism: 0.3, urban: 0.2 },
      regional: 0.35,
    },
  },
  {
    code: 'giraal',
    label: 'Girale overboeking',
    amount: 145,
    recipe: {
      id: 'tx-giraal',
      base: 'inwoners',
      rate: 0.0019,
      effects: { urban: 0.25, industry: 0.3 },
      regional: 0.3,
      trend: 0.06,
    },
  },
  {
    code: 'geldzending',
    label: 'Geldzending',
    amount: 2.4,
    recipe: {
      id: 'tx-geldzending',
      base: 'inwoners',
      rate: 0.0024,
      effects: { urban: 0.45, hardship: 0.4 },
      regional: 0.25,
      trend: -0.04,
    },
  },
  {
    code: 'kaart',
    label: 'Betaalkaart in het buitenland',
    amount: 5.5,
    recipe: { id: 'tx-kaart', base: 'inwoners', rate: 0.0008, effects: { urban: 0.3 }, regional: 0.3 },
  },
  {
    code: 'crypto',
    label: 'Virtuele valuta',
    amount: 38,
    recipe: {
      id: 'tx-crypto',
      base: 'inwoners',
      rate: 0.0007,
      effects: { urban: 0.3, hardship: -0.1 },
      regional: 0.3,
      trend: 0.25,
    },
  },
];

const SOORT: Breakdown = {
  id: 'Soort',
  label: 'Soort transactie',
  categories: [{ code: '_T', label: 'Totaal' }, ...KINDS.map(({ code, label }) => ({ code, label }))],
};

const CAUTION = 'Verdacht verklaard is niet bewezen: banken melden het ene soort transactie vaker dan het andere.';

const METRICS: readonly Metric[] = [
  {
    id: 'transacties-per-inwoner',
    label: 'Verdachte transacties per 10.000 inwoners',
    unit: { label: 'per 10.000 inwoners', symbol: '', decimals: 1 },
    description:
      'Transacties van inwoners en bedrijven in het gebied die verdacht verklaard zijn, per 10.000 inwoners.',
    caution: CAUTION,
    direction: 'risk',
    kind: 'rate',
    denominator: 'inwoners',
    guidance: GUIDANCE.transacties,
  },
  {
    id: 'transacties',
    label: 'Verdachte transacties',
    unit: { label: 'aantal', symbol: '', decimals: 0 },
    description: 'Transacties van inwoners en bedrijven in het gebied die verdacht verklaard zijn.',
    caution: CAUTION,
    direction: 'risk',
    kind: 'count',
    guidance: GUIDANCE.transacties,
  },
  {
    id: 'bedrag',
    label: 'Bedrag van verdachte transacties',
    unit: { label: '1.000 euro', symbol: '€', position: 'start', decimals: 0 },
    description: 'Som van de bedragen van de verdachte transacties.',
    caution: `${CAUTION} Eén grote zaak kan het bedrag van een jaar bepalen.`,
    direction: 'risk',
    kind: 'amount',
    guidance: GUIDANCE.transacties,
  },
];

/**
 * What may not be shown, per kind of transaction: small counts, and what would give them away. Kinds add up to the
 * total of their area, so one kind withheld takes a second along; areas add up too, so both are done until it's stable.
 */
function withheldKinds(statistics: Statistics, counts: readonly Float64Array[]): Uint8Array[] {
  const [total, ...kinds] = counts;
  const withheld = counts.map((kind) => Uint8Array.from(kind, (count) => Number(isSmallCount(count))));
  for (let changed = true; changed;) {
    changed = false;
    counts.forEach((kind, i) => {
      const before = withheld[i].reduce((sum, flag) => sum + flag, 0);
      withholdSecondary(statistics.tree, withheld[i], kind);
      if (withheld[i].reduce((sum, flag) => sum + flag, 0) !== before) changed = true;
    });
    total.forEach((_, area) => {
      const hidden = kinds.filter((_kind, i) => withheld[i + 1][area]).length;
      if (hidden !== 1 && !(withheld[0][area] && hidden < 2)) return;
      const open = kinds
        .map((kind, i) => ({ i: i + 1, count: kind[area] }))
        .filter(({ i, count }) => !withheld[i][area] && count > 0);
      open.sort((a, b) => a.count - b.count);
      for (const { i } of open.slice(0, 2 - hidden)) {
        withheld[i][area] = 1;
        changed = true;
      }
    });
  }
  return withheld;
}

/** Suspicious transactions per gemeente by kind. Some gemeenten did not take part. */
export function makeTransacties(statistics: Statistics): JsonStatDataset {
  const { society, totalsOf, lastYear } = statistics;
  const years = [lastYear - 3, lastYear - 2, lastYear - 1, lastYear];
  const publication = new Publication(statistics, {
    text: {
      id: 'transacties-gemeente',
      label: 'Verdachte transacties',
      theme: 'transacties',
      notes: ['Alle cijfers zijn verzonnen.'],
    },
    level: 'gemeente',
    metrics: METRICS,
    years,
    breakdowns: [SOORT],
    leftOut: 2,
  });
  const people = totalsOf(society.bases.inwoners);
  const rates = KINDS.map(({ recipe }) => rateOf(society, recipe));
  const sum = (parts: readonly Float64Array[]): Float64Array =>
    parts[0].map((_, i) => parts.reduce((all, part) => all + part[i], 0));
  for (const year of years) {
    const perBuurt = KINDS.map(({ recipe }, i) => drawCounts(society, recipe, lastYear - year, rates[i]));
    const amounts = perBuurt.map((counts, i) =>
      counts.map((count, buurt) => count * KINDS[i].amount * (0.4 + (1.2 * ((buurt * 37 + i * 11) % 100)) / 100)),
    );
    const counts = [sum(perBuurt), ...perBuurt].map(totalsOf);
    const sums = [sum(amounts), ...amounts].map(totalsOf);
    withheldKinds(statistics, counts).forEach((withheld, combination) => {
      publication.addRates(
        { metric: 'transacties-per-inwoner', year, combination },
        counts[combination],
        people,
        10_000,
        withheld,
      );
      publication.addCounts({ metric: 'transacties', year, combination }, counts[combination], withheld);
      publication.addCounts({ metric: 'bedrag', year, combination }, sums[combination], withheld);
    });
  }
  return publication.write();
}

/** An invented set of indicators on invented regions: always the same, with every kind of missing. No figure in it was ever measured. */

export interface TableFixture {
  /** Number of areas at the lowest level. */
  readonly regions?: number;
  /** Level of those areas. */
  readonly level?: 'gemeente' | 'buurt';
  /** Every figure of an area is withheld. */
  readonly isWithheld?: boolean;
  /** Every figure is there. */
  readonly isComplete?: boolean;
  /** Long names, as merged municipalities have. */
  readonly hasLongNames?: boolean;
  /** The figures of all areas are provisional. */
  readonly isProvisional?: boolean;
}

interface Metric {
  readonly id: string;
  readonly label: string;
  readonly unit: { readonly label: string; readonly symbol?: string; readonly decimals: number };
  readonly kind: 'rate' | 'count' | 'index' | 'amount';
  readonly caution: string;
  /** Figure of the country; those of areas are drawn around it. */
  readonly level: number;
  readonly spread: number;
}

const METRICS: readonly Metric[] = [
  {
    id: 'eenbestuurder',
    label: 'Stichtingen met één bestuurder',
    unit: { label: '% van de stichtingen', symbol: '%', decimals: 1 },
    kind: 'rate',
    caution: 'Veel stichtingen met één bestuurder doen gewoon goed werk: het cijfer zegt niets over een stichting.',
    level: 14.2,
    spread: 0.35,
  },
  {
    id: 'buitenland',
    label: 'Woningen met een eigenaar in het buitenland',
    unit: { label: 'per 1.000 woningen', decimals: 1 },
    kind: 'rate',
    caution: 'In grens- en vakantiegebieden wonen eigenaren vaker over de grens.',
    level: 9.6,
    spread: 0.6,
  },
  {
    id: 'onverklaard',
    label: 'Woningen gekocht met onverklaard vermogen',
    unit: { label: '% van de verkochte woningen', symbol: '%', decimals: 1 },
    kind: 'rate',
    caution: 'Onverklaard is niet hetzelfde als onrechtmatig: schenkingen en spaargeld zijn niet altijd bekend.',
    level: 3.1,
    spread: 0.5,
  },
  {
    id: 'transacties',
    label: 'Verdachte transacties',
    unit: { label: 'aantal', decimals: 0 },
    kind: 'count',
    caution: 'Meldingen hangen ook af van hoe goed er gemeld wordt.',
    level: 9400,
    spread: 0.9,
  },
  {
    id: 'bedrag',
    label: 'Bedrag van verdachte transacties',
    unit: { label: 'x 1.000 euro', symbol: '€', decimals: 0 },
    kind: 'amount',
    caution: 'Eén grote transactie kan het bedrag bepalen.',
    level: 188000,
    spread: 1.1,
  },
  {
    id: 'kappers',
    label: 'Concentratie van kapsalons',
    unit: { label: 'locatiequotiënt, land = 1', decimals: 2 },
    kind: 'index',
    caution: 'Een winkelgebied heeft van alle winkels meer.',
    level: 1,
    spread: 0.4,
  },
  {
    id: 'jeugd',
    label: 'Jongeren met een verhoogde kans op een drugsdelict',
    unit: { label: 'per 1.000 jongeren van 13 tot en met 19 jaar', decimals: 1 },
    kind: 'rate',
    caution:
      'Een kans is geen verdenking: verreweg de meeste van deze jongeren komen nooit in aanraking met de politie.',
    level: 12.4,
    spread: 0.5,
  },
];

const FIRST = [
  'Aver',
  'Bolder',
  'Drie',
  'Elzen',
  'Gras',
  'Hoge',
  'Kalver',
  'Lange',
  'Molen',
  'Noorder',
  'Oever',
  'Ruige',
  'Zilver',
];
const LAST = ['broek', 'dam', 'horst', 'kerke', 'lo', 'meer', 'oord', 'veld', 'wijk', 'zand', 'burg'];
const PROVINCES = ['Noorderland', 'Middenland', 'Zuiderland'];

/** A small generator of even draws between 0 and 1 (mulberry32): the same on every machine. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function nameOf(at: number, hasLongNames: boolean): string {
  const name = `${FIRST[at % FIRST.length]}${LAST[(at + Math.floor(at / FIRST.length)) % LAST.length]}`;
  return hasLongNames ? `${name} en Omstreken aan de Nieuwe Ringvaart bij ${LAST[at % LAST.length]}` : name;
}

const digits = (at: number, length: number): string => String(at + 1).padStart(length, '0');

const codeOf = (at: number, level: 'gemeente' | 'buurt'): string =>
  level === 'gemeente'
    ? `GMV${digits(at, 3)}`
    : `BUV${digits(Math.floor(at / 45), 3)}${digits(Math.floor((at % 45) / 9), 2).slice(-2)}${digits(at % 9, 2)}`;

/** What a publisher puts in `status` for some of the cells; empty for most. */
function statusOf(draw: number, { isWithheld, isComplete, isProvisional }: TableFixture): string {
  if (isWithheld) return 'Q';
  const mark = isProvisional ? 'P' : '';
  if (isComplete || draw > 0.16) return mark;
  if (draw < 0.06) return draw < 0.03 ? 'Q' : '/D';
  if (draw < 0.08) return 'O';
  if (draw < 0.09) return 'M';
  if (draw < 0.1) return 'none';
  return draw < 0.13 ? 'P' : 'E';
}

const hasNumber = (status: string): boolean => ['', 'P', 'E'].includes(status);

interface Cells {
  readonly value: (number | null)[];
  readonly status: Record<string, string>;
}

function cellsOf(codes: readonly string[], options: TableFixture): Cells {
  const draw = draws(11);
  const cells: Cells = { value: [], status: {} };
  for (const { level, spread, kind, unit } of METRICS) {
    codes.forEach((code, at) => {
      const isArea = !code.startsWith('NL') && !code.startsWith('PV');
      const share = isArea && (kind === 'count' || kind === 'amount') ? 1 / codes.length : 1;
      const figure = level * share * Math.exp((draw() + draw() - 1) * spread * (isArea ? 2 : at === 0 ? 0 : 0.4));
      const status = isArea ? statusOf(draw(), options) : '';
      if (status && status !== 'none') cells.status[cells.value.length] = status;
      cells.value.push(hasNumber(status) ? Number(figure.toFixed(unit.decimals)) : null);
    });
  }
  return cells;
}

/** A JSON-stat dataset with the profile: a country, three provinces, and areas in them. */
export function tableDataset(options: TableFixture = {}): Record<string, unknown> {
  const { regions = 24, level = 'gemeente', hasLongNames = false } = options;
  const provinces = PROVINCES.map((_, at) => `PVV${at + 1}`);
  const areas = Array.from({ length: regions }, (_, at) => codeOf(at, level));
  const codes = ['NLV0', ...provinces, ...areas];
  const names = ['Voorbeeldland', ...PROVINCES, ...areas.map((_, at) => nameOf(at, hasLongNames))];
  const inProvince = (province: number): string[] => areas.filter((_, at) => at % PROVINCES.length === province);
  const child = { NLV0: provinces, ...Object.fromEntries(provinces.map((code, at) => [code, inProvince(at)])) };
  const byMetric = <T>(pick: (metric: Metric) => T): Record<string, T> =>
    Object.fromEntries(METRICS.map((metric) => [metric.id, pick(metric)]));
  return {
    version: '2.0',
    class: 'dataset',
    label: 'Vastgoed, transacties en jeugd',
    source: 'Voorbeeldland (fictief)',
    updated: '2025-06-01',
    id: ['indicator', 'periode', 'regio'],
    size: [METRICS.length, 1, codes.length],
    role: { metric: ['indicator'], time: ['periode'], geo: ['regio'] },
    dimension: {
      indicator: {
        category: {
          index: METRICS.map(({ id }) => id),
          label: byMetric(({ label }) => label),
          unit: byMetric(({ unit }) => unit),
        },
      },
      periode: { category: { index: ['2024'] } },
      regio: {
        category: { index: codes, label: Object.fromEntries(codes.map((code, at) => [code, names[at]])), child },
      },
    },
    ...cellsOf(codes, options),
    extension: {
      'zicht-op': {
        reference: 'NLV0',
        indicators: byMetric(({ kind, caution }) => ({ kind, caution, direction: 'risk' })),
      },
    },
  };
}

/**
 * An invented branch analysis on invented regions: small, always the same, with every kind of missing. No figure in it
 * was ever measured.
 */

export interface BranchFixture {
  /** Number of municipalities; each has two districts. */
  readonly regions?: number;
  /** Publishes an interval around each prediction. */
  readonly hasInterval?: boolean;
  /** Every figure is withheld. */
  readonly isWithheld?: boolean;
  /** One municipality has an actual figure of zero. */
  readonly hasZero?: boolean;
  /** Draws all figures near their prediction. */
  readonly isEven?: boolean;
  /** Long names, as merged municipalities have. */
  readonly hasLongNames?: boolean;
}

const BRANCHES = [
  ['9602', 'Haarverzorging en schoonheidsverzorging'],
  ['5610', 'Restaurants en cafetaria’s'],
  ['4520', 'Autoreparatie'],
] as const;
const PERIODS = ['2023', '2024'];
const METRICS = ['gerealiseerd', 'voorspeld', 'ondergrens', 'bovengrens'] as const;

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

/** A draw from the standard normal distribution (Box and Muller). */
const normal = (draw: () => number): number => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());

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
];
const LAST = ['broek', 'dam', 'horst', 'kerke', 'lo', 'meer', 'oord', 'veld', 'wijk', 'zand'];

function nameOf(at: number, hasLongNames: boolean): string {
  const name = `${FIRST[at % FIRST.length]}${LAST[(at + Math.floor(at / FIRST.length)) % LAST.length]}`;
  return hasLongNames ? `${name} en Omstreken aan de Nieuwe Ringvaart bij ${LAST[at % LAST.length]}` : name;
}

const municipality = (at: number): string => `GMV${String(at + 1).padStart(3, '0')}`;
const district = (at: number, part: number): string => `WKV${String(at + 1).padStart(3, '0')}0${part}`;

interface Cells {
  readonly value: (number | null)[];
  readonly status: Record<string, string>;
}

/** Predictions differ by place and branch; most actual figures lie near them, some far above or below. */
function figures(codes: readonly string[], options: BranchFixture): Cells {
  const { regions = 60 } = options;
  const cells: Cells = { value: [], status: {} };
  const size = BRANCHES.length * PERIODS.length * codes.length;
  cells.value.length = size * METRICS.length;
  const put = (metric: number, at: number, value: number | null, status = '') => {
    cells.value[metric * size + at] = value === null ? null : Math.round(value);
    if (status) cells.status[String(metric * size + at)] = status;
  };
  for (let at = 0; at < size; at++) {
    const region = at % codes.length;
    const draw = draws(at + 11);
    const spread = options.isEven ? 0 : normal(draw) * 0.13;
    const predicted = Math.exp(5.6 + normal(draw) * 0.75);
    const lot = draw();
    const jump = options.isEven || lot > 0.09 ? 0 : lot > 0.045 ? 0.5 + draw() * 1.2 : -0.45 - draw();
    const actual = options.hasZero && region === 4 ? 0 : predicted * Math.exp(spread + jump);
    const isMunicipality = region < regions;
    const status = options.isWithheld || (isMunicipality && region % 17 === 5) ? 'Q' : '';
    put(
      0,
      at,
      status ? null : region % 29 === 11 ? null : actual,
      status || (region % 29 === 11 ? 'O' : at % 41 === 3 ? 'P' : ''),
    );
    put(
      1,
      at,
      options.isWithheld || region % 37 === 20 ? null : predicted,
      options.isWithheld ? 'Q' : region % 37 === 20 ? 'M' : '',
    );
    put(2, at, options.isWithheld ? null : predicted * 0.78, options.isWithheld ? 'Q' : '');
    put(3, at, options.isWithheld ? null : predicted * 1.28, options.isWithheld ? 'Q' : '');
  }
  return cells;
}

const category = (ids: readonly string[], labels: readonly string[]) => ({
  index: [...ids],
  label: Object.fromEntries(ids.map((id, i) => [id, labels[i]])),
});

/** A JSON-stat document with the profile; see `BranchFixture`. */
export function branchDataset(options: BranchFixture = {}): Record<string, unknown> {
  const { regions = 60, hasInterval = false, hasLongNames = false } = options;
  const places = Array.from({ length: regions }, (_, at) => at);
  const codes = [...places.map(municipality), ...places.flatMap((at) => [district(at, 1), district(at, 2)]), 'NLV0'];
  const names = [
    ...places.map((at) => nameOf(at, hasLongNames)),
    ...places.flatMap((at) => [
      `${nameOf(at, hasLongNames)} binnen de singels`,
      `${nameOf(at, hasLongNames)} daarbuiten`,
    ]),
    'Voorbeeldland',
  ];
  const { value, status } = figures(codes, options);
  const unit = { label: 'euro per inwoner', symbol: '€', position: 'start', decimals: 0 };
  const caution =
    'Omzet wordt geboekt waar een bedrijf is ingeschreven. Dat is niet altijd waar het werk wordt gedaan.';
  return {
    version: '2.0',
    class: 'dataset',
    label: 'Omzet per inwoner naar branche',
    source: 'Voorbeeldland, verzonnen cijfers',
    updated: '2025-03-01',
    id: ['metric', 'Branche', 'Periode', 'Regio'],
    size: [METRICS.length, BRANCHES.length, PERIODS.length, codes.length],
    role: { metric: ['metric'], time: ['Periode'], geo: ['Regio'] },
    dimension: {
      metric: {
        category: {
          ...category(METRICS, [
            'Gerealiseerde omzet per inwoner',
            'Voorspelde omzet per inwoner',
            'Ondergrens',
            'Bovengrens',
          ]),
          unit: Object.fromEntries(METRICS.map((id) => [id, unit])),
        },
      },
      Branche: {
        label: 'Branche',
        category: category(
          BRANCHES.map(([id]) => id),
          BRANCHES.map(([, label]) => label),
        ),
      },
      Periode: { label: 'Periode', category: category(PERIODS, PERIODS) },
      Regio: { label: 'Regio', category: category(codes, names) },
    },
    value,
    status,
    extension: {
      'zicht-op': {
        outlier: {
          actual: 'gerealiseerd',
          predicted: 'voorspeld',
          ...(hasInterval && { lower: 'ondergrens', upper: 'bovengrens' }),
        },
        indicators: {
          gerealiseerd: {
            description: 'Omzet van bedrijven in de branche, gedeeld door het aantal inwoners.',
            caution,
            kind: 'amount',
            guidance: [
              {
                label: 'Gesprek over een branche voeren',
                href: 'https://example.org/branche',
                do: ['Vraag ondernemers en toezichthouders naar gewone oorzaken.'],
                dont: ['Leid uit het cijfer niets af over één bedrijf.'],
              },
            ],
          },
          voorspeld: { description: 'Omzet die past bij inwoners, ligging en voorzieningen.', caution, kind: 'amount' },
        },
      },
    },
  };
}

type Corner = [longitude: number, latitude: number];

const WIDTH = 10;

/** Corners of a mesh that neighbours share, each a little off the grid. */
function corner(column: number, row: number): Corner {
  const draw = draws(column * 1000 + row + 5);
  return [4 + column * 0.22 + (draw() - 0.5) * 0.09, 53.2 - row * 0.15 + (draw() - 0.5) * 0.06];
}

function ring(at: number): Corner[] {
  const [column, row] = [at % WIDTH, Math.floor(at / WIDTH)];
  const corners = [corner(column, row), corner(column, row + 1), corner(column + 1, row + 1), corner(column + 1, row)];
  return [...corners, corners[0]];
}

/** Shapes for the regions of `branchDataset`, as GeoJSON in which municipalities share their corners; one has no row. */
export function branchBoundaries(regions = 60): Record<string, unknown> {
  const feature = (code: string, name: string, coordinates: Corner[]) => ({
    type: 'Feature',
    properties: { statcode: code, statnaam: name, jaarcode: 2024 },
    geometry: { type: 'Polygon', coordinates: [coordinates] },
  });
  const places = Array.from({ length: regions + 1 }, (_, at) => at);
  return {
    type: 'FeatureCollection',
    features: places.map((at) => feature(municipality(at), nameOf(at, false), ring(at))),
  };
}

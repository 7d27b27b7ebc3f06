import { Random } from '../random/random.js';
import type { BuurtFacts } from '../regions/facts.js';
import { BUSINESS_PARKS, BUURT_QUARTERS, NATURE, QUARTER_ENDS, TOWN_QUARTERS } from './quarter-names.js';
import { STARTS } from './syllables.js';

const WINDS = ['Noord', 'Oost', 'Zuid', 'West'] as const;

/** What a wijk is named by: the town or village most of its people live in, or none. */
export interface WijkPlace {
  readonly gemeente: number;
  /** -1: nobody lives in a town or village there. */
  readonly settlement: number;
}

/** Names of wijken: quarters in the gemeente's own town, else the village, else the countryside. Many occur often. */
export function nameWijken(wijken: readonly WijkPlace[], settlementNames: readonly string[], seed: number): string[] {
  const random = new Random(seed, 'wijk names');
  const quarters = new Map<number, string[]>();
  const uses = new Map<string, number>();
  const inTown = new Map<number, number>();
  for (const { gemeente, settlement } of wijken)
    if (settlement === gemeente) inTown.set(gemeente, (inTown.get(gemeente) ?? 0) + 1);
  return wijken.map(({ gemeente, settlement }) => {
    if (settlement === gemeente && (inTown.get(gemeente) ?? 0) > 1) {
      if (!quarters.has(gemeente)) quarters.set(gemeente, [...usualQuarters(random), ...inventedQuarters(random)]);
      const quarter = quarters.get(gemeente)?.shift();
      if (quarter !== undefined) return quarter;
    }
    const base = settlement < 0 ? 'Buitengebied' : settlementNames[settlement];
    const key = `${gemeente} ${base}`;
    const use = uses.get(key) ?? 0;
    uses.set(key, use + 1);
    return use === 0 ? base : use <= 4 ? `${base} ${WINDS[use - 1]}` : `${base} ${use}`;
  });
}

/** The centre first, as wijken are numbered from the middle out. */
const usualQuarters = (random: Random): string[] => ['Centrum', ...random.shuffled(TOWN_QUARTERS.slice(1))];

const inventedQuarters = (random: Random): string[] =>
  random.shuffled(STARTS).map((start) => start + random.pick(QUARTER_ENDS));

/** Names of buurten by what they are; "Centrum" and "Verspreide huizen" stand all over the country. */
export function nameBuurten(
  facts: readonly BuurtFacts[],
  wijkOf: Int32Array,
  wijkNames: readonly string[],
  settlementNames: readonly string[],
  seed: number,
): string[] {
  const random = new Random(seed, 'buurt names');
  const quarters = new Map<number, string[]>();
  const taken = new Set<string>();
  return facts.map(({ kind, settlement }, buurt) => {
    const wijk = wijkOf[buurt];
    const place = settlement >= 0 ? settlementNames[settlement] : wijkNames[wijk];
    if (!quarters.has(wijk)) quarters.set(wijk, random.shuffled(BUURT_QUARTERS));
    const quarter = (): string => quarters.get(wijk)?.shift() ?? place;
    const name = baseName(kind, place, wijkNames[wijk], quarter, random);
    for (let use = 0; ; use++) {
      const tried = use === 0 ? name : use <= 4 ? `${name} ${WINDS[use - 1]}` : `${name} ${use}`;
      const key = `${wijk} ${tried}`;
      if (taken.has(key)) continue;
      taken.add(key);
      return tried;
    }
  });
}

function baseName(
  kind: BuurtFacts['kind'],
  place: string,
  wijk: string,
  quarter: () => string,
  random: Random,
): string {
  const roll = random.next();
  switch (kind) {
    case 'centrum':
      return roll < 0.6 ? 'Centrum' : `${place}-Centrum`;
    case 'bedrijven':
      return `Bedrijventerrein ${random.pick(BUSINESS_PARKS)}`;
    case 'natuur':
      return `${random.pick(NATURE)} bij ${place}`;
    case 'buitengebied':
      if (roll < 0.5) return 'Verspreide huizen';
      if (roll < 0.52) return `Verspreide huizen in het buitengebied tussen ${place} en ${wijk} en omgeving`;
      return roll < 0.8 ? `Verspreide huizen ${place}` : `Buitengebied ${place}`;
    default:
      return roll < 0.16 ? place : quarter();
  }
}

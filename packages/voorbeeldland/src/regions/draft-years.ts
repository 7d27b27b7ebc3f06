import { nameBuurten, nameWijken } from '../names/area-names.js';
import { PlaceNamer } from '../names/place-names.js';
import { fractionOf, Random } from '../random/random.js';
import { mainSettlement, type BuurtFacts } from './facts.js';
import type { Ground } from './ground.js';
import type { Draft } from './number-areas.js';
import type { CountryPlan } from './plan.js';
import type { Reorganisation } from './reorganise.js';
import { cellsOf, type Division } from './wijken.js';

export const OLD_YEAR = 2022;
export const NEW_YEAR = 2024;

/** All that was drawn, in the numbers it was drawn with. */
export interface Drawn {
  readonly plan: CountryPlan;
  readonly ground: Ground;
  readonly gemeenteOf: Int32Array;
  readonly provinceOf: Int32Array;
  readonly riecOf: Int32Array;
  readonly wijken: Division;
  readonly buurten: Division;
  readonly facts: readonly BuurtFacts[];
  readonly changed: Reorganisation;
}

/** Names of all towns and villages, in the manner of the province they lie in. */
function nameSettlements({ plan, ground, gemeenteOf, provinceOf }: Drawn): string[] {
  const { mesh, settlements } = ground;
  const provinceAt = new Map<number, number>();
  gemeenteOf.forEach((gemeente, site) => {
    const settlement = ground.settlementOf[site];
    if (settlement >= 0 && mesh.isLand[site]) provinceAt.set(settlement, provinceOf[gemeente]);
  });
  const namer = new PlaceNamer(plan.seed);
  return settlements.map(({ isCentre }, i) => {
    const province = isCentre ? provinceOf[i] : (provinceAt.get(i) ?? 0);
    return namer.next(plan.provinces[province].flavour, isCentre && i % 14 === 13);
  });
}

/** What the new gemeenten are called: by all their names, or after the land they share. */
const mergedName = (names: readonly string[]): string =>
  names.length === 2
    ? `${names[0]}-${names[1]}`
    : `Land van ${names.slice(0, -1).join(', ')} en ${names[names.length - 1]}`;

/** Buurten that were part of a neighbour in the same wijk before: the new estates of a plan. */
function undividedEstates({ plan, ground, buurten, facts }: Drawn): Int32Array {
  const { mesh } = ground;
  const partOf = Int32Array.from(facts, (_, buurt) => buurt);
  const joined = new Set<number>();
  const cells = cellsOf(buurten.of, facts.length);
  const order = new Random(plan.seed, 'estates').shuffled(facts.map((_, buurt) => buurt));
  let left = plan.changes.newEstates;
  for (const buurt of order) {
    if (left === 0) break;
    if (facts[buurt].kind !== 'wonen' || joined.has(buurt)) continue;
    const beside = cells[buurt]
      .flatMap((site) =>
        Array.from(mesh.neighbours.subarray(mesh.start[site], mesh.start[site + 1]), (n) => buurten.of[n]),
      )
      .find(
        (other) =>
          other >= 0 && other !== buurt && buurten.parent[other] === buurten.parent[buurt] && !joined.has(other),
      );
    if (beside === undefined) continue;
    partOf[Math.max(buurt, beside)] = Math.min(buurt, beside);
    joined.add(buurt).add(beside);
    left--;
  }
  return partOf;
}

/** Numbers in the codes of gemeenten: by the alphabet as they were; new ones come behind. */
function gemeenteNumbers(names: readonly string[], old: number): Int32Array {
  const alphabetical = names.slice(0, old).map((_, i) => i);
  alphabetical.sort((a, b) => (plainName(names[a]) < plainName(names[b]) ? -1 : 1));
  const numbers = Int32Array.from(names, (_, i) => i + 1);
  alphabetical.forEach((gemeente, i) => (numbers[gemeente] = i + 1));
  return numbers;
}

/** Position of each wijk within its gemeente. */
function wijkPositions(gemeenteOfWijk: Int32Array): Int32Array {
  const next = new Map<number, number>();
  return gemeenteOfWijk.map((gemeente) => {
    const position = next.get(gemeente) ?? 0;
    next.set(gemeente, position + 1);
    return position;
  });
}

/** What both years have in common. */
function draftNames(drawn: Drawn, gemeenteNames: readonly string[], settlementNames: readonly string[]) {
  const { plan, ground, wijken, buurten, facts, provinceOf, riecOf, changed } = drawn;
  const places = cellsOf(wijken.of, wijken.parent.length).map((cells, wijk) => ({
    gemeente: wijken.parent[wijk],
    settlement: mainSettlement(ground, cells),
  }));
  const wijkNames = nameWijken(places, settlementNames, plan.seed);
  return {
    countryName: plan.name,
    provinceNames: plan.provinces.map(({ name }) => name),
    riecNames: plan.riecs.map(({ name }) => name),
    gemeenteNames,
    provinceOf: withMerged(provinceOf, changed),
    riecOf: withMerged(riecOf, changed),
    isNumberInName: (gemeente: number) => fractionOf(plan.seed, gemeente, 83) < 0.3,
    wijkNames,
    buurtNames: nameBuurten(facts, buurten.parent, wijkNames, settlementNames, plan.seed),
    wijkOfBuurt: buurten.parent,
    buurtOfCell: buurten.of,
  };
}

/** Both years, still without codes. */
export function draftYears(drawn: Drawn): { before: Draft; after: Draft } {
  const { plan, wijken, changed } = drawn;
  const settlementNames = nameSettlements(drawn);
  const old = drawn.provinceOf.length;
  const gemeenteNames = [
    ...settlementNames.slice(0, old),
    ...changed.merged.map((members) => mergedName(members.map((gemeente) => settlementNames[gemeente]))),
  ];
  const numbers = gemeenteNumbers(gemeenteNames, old);
  const wijkNumbers = wijkPositions(wijken.parent);
  const partOf = undividedEstates(drawn);
  const whole = partOf.map((_, buurt) => buurt);
  const buurtOrder = [...whole].sort((a, b) => Number(partOf[a] !== a) - Number(partOf[b] !== b) || a - b);
  const common = { ...draftNames(drawn, gemeenteNames, settlementNames), buurtOrder };
  const remaining = new Set(changed.gemeenteOfWijk);
  const isKept = (wijk: number): boolean => changed.gemeenteOfWijk[wijk] === wijken.parent[wijk];
  return {
    before: {
      ...common,
      year: OLD_YEAR,
      gemeenteNumbers: gemeenteNames.map((_, i) => (i < old ? numbers[i] : -1)),
      numbering: () => 'digits',
      gemeenteOfWijk: wijken.parent,
      wijkNumbers,
      partOf,
    },
    after: {
      ...common,
      year: NEW_YEAR,
      gemeenteNumbers: gemeenteNames.map((_, i) => (remaining.has(i) ? numbers[i] : -1)),
      numbering: (gemeente) => (gemeente >= plan.changes.letterCodes ? 'digits' : gemeente === 0 ? 'letters' : 'mixed'),
      gemeenteOfWijk: changed.gemeenteOfWijk,
      wijkNumbers: wijkNumbers.map((number, wijk) => (isKept(wijk) ? number : -1)),
      partOf: whole,
    },
  };
}

/** A new gemeente lies where the first of its members lay. */
const withMerged = (of: Int32Array, { merged }: Reorganisation): Int32Array =>
  Int32Array.from([...of, ...merged.map(([first]) => of[first])]);

/** Names as they are put in order: without marks and the article before them. */
const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/^'[st][- ]/, '')
    .toLowerCase();

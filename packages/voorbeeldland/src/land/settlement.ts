import { power, smoothStep } from '../random/portable-math.js';
import { Random } from '../random/random.js';
import type { Land } from './land.js';
import type { Point } from './shapes.js';

/** A town or village. `radius` is that of its built-up area in kilometres. */
export interface Settlement {
  readonly x: number;
  readonly y: number;
  readonly population: number;
  readonly radius: number;
  /** True for the one a gemeente grows around. */
  readonly isCentre: boolean;
}

export interface SettlementPlan {
  /** Cities placed by hand: where, and how many people. */
  readonly cities: readonly (readonly [x: number, y: number, population: number])[];
  /** Centres of gemeenten placed by hand that are no city: one an island, say. */
  readonly villages: readonly (readonly [x: number, y: number, population: number])[];
  /** Centres of gemeenten in all; the rest is scattered. */
  readonly centres: number;
  /** Villages that are no centre. */
  readonly hamlets: number;
  /** Where gemeenten are many and small, 0 to 1 by place. */
  readonly crowding: (x: number, y: number) => number;
  /** Largest distance between centres to try, in kilometres. */
  readonly spacing: number;
}

/** People per square kilometre over the whole built-up area: larger towns are denser. */
const meanDensity = (population: number): number => 1300 + 26 * power(population, 0.34) + population * 0.0014;

function settlement([x, y]: Point, population: number, isCentre: boolean): Settlement {
  return { x, y, population, isCentre, radius: Math.sqrt(population / (3.1416 * meanDensity(population))) };
}

/** Drops points on land that keep a distance from those there, which shrinks slowly until all have found a place. */
function scatter(
  random: Random,
  { land, width, height }: { land: Land; width: number; height: number },
  count: number,
  keep: (x: number, y: number, shrink: number, other: Settlement) => number,
  known: Settlement[],
  make: (x: number, y: number) => Settlement,
): void {
  const cell = 12;
  const columns = Math.ceil(width / cell) + 1;
  const grid = new Map<number, Settlement[]>();
  const place = (s: Settlement): void => {
    const key = Math.floor(s.y / cell) * columns + Math.floor(s.x / cell);
    const list = grid.get(key);
    if (list) list.push(s);
    else grid.set(key, [s]);
  };
  known.forEach(place);
  const isFree = (x: number, y: number, shrink: number): boolean => {
    for (let row = -1; row <= 1; row++)
      for (let column = -1; column <= 1; column++)
        for (const other of grid.get((Math.floor(y / cell) + row) * columns + Math.floor(x / cell) + column) ?? []) {
          const distance = keep(x, y, shrink, other);
          if ((x - other.x) ** 2 + (y - other.y) ** 2 < distance * distance) return false;
        }
    return true;
  };
  let shrink = 1;
  for (let found = 0, tries = 0; found < count; tries++) {
    if (tries % 400 === 399) shrink *= 0.97;
    const x = random.next() * width;
    const y = random.next() * height;
    if (land(x, y) < 0.7 || !isFree(x, y, shrink)) continue;
    const made = make(x, y);
    known.push(made);
    place(made);
    found++;
  }
}

/** All towns and villages: centres of gemeenten first, so that a centre's position is its gemeente's number. */
export function settle(
  plan: SettlementPlan,
  area: { land: Land; width: number; height: number },
  seed: number,
): Settlement[] {
  const random = new Random(seed, 'settlements');
  const all = [...plan.cities, ...plan.villages].map(([x, y, population]) => settlement([x, y], population, true));
  const { crowding } = plan;
  scatter(
    random,
    area,
    plan.centres - all.length,
    (x, y, shrink, other) => Math.max(2.6, shrink * plan.spacing * (1 - 0.5 * crowding(x, y))) + 1.05 * other.radius,
    all,
    (x, y) => {
      // A long tail: most centres are small towns, few are large.
      const size = 5500 + 9000 * crowding(x, y) + 11000 * random.next() + 62000 * power(random.next() + 1e-6, 6);
      return settlement([x, y], Math.round(size), true);
    },
  );
  scatter(
    random,
    area,
    plan.hamlets,
    (_x, _y, shrink, other) => shrink * 2.1 + 1.25 * other.radius,
    all,
    (x, y) => settlement([x, y], Math.round(250 + 1500 * random.next() + 5500 * power(random.next() + 1e-6, 4)), false),
  );
  return all;
}

/** How dense a settlement is at a part of its radius, as a multiple of its mean: 1 is the edge. */
export const densityProfile = (part: number): number =>
  part >= 1 ? 0 : 1.55 - 0.95 * part - 0.35 * smoothStep(0.8, 1, part);
export { meanDensity };

import { fractalNoise } from '../random/noise.js';
import { clamp, exp } from '../random/portable-math.js';
import { fractionOf, hashOf, Random } from '../random/random.js';
import type { Base, Society, Trait } from './traits.js';

/** How often something occurs, and what makes it occur more often in one place than in another. */
export interface Recipe {
  readonly id: string;
  readonly base: Base;
  /** Per unit of the base, in the last year. */
  readonly rate: number;
  /** Effect of one step of a trait, as an exponent: 0.5 is two thirds more. */
  readonly effects?: Partial<Readonly<Record<Trait, number>>>;
  /** Strength of what is peculiar to a region and to a buurt, as exponents. */
  readonly regional?: number;
  readonly local?: number;
  /** Growth per year, as an exponent. */
  readonly trend?: number;
}

/** Rate per buurt in the last year, before any chance. */
export function rateOf(society: Society, recipe: Recipe): Float64Array {
  const { x, y, seed, traits } = society;
  const topic = hashOf(...Array.from(recipe.id, (sign) => sign.codePointAt(0) ?? 0)) % 100_000;
  const effects = Object.entries(recipe.effects ?? {}) as [Trait, number][];
  return Float64Array.from({ length: society.buurten }, (_, b) => {
    let exponent = (recipe.local ?? 0.25) * 2 * (fractionOf(seed, topic, b) - 0.5);
    exponent += (recipe.regional ?? 0.3) * fractalNoise(x[b], y[b], seed + topic, 38, 3);
    for (const [trait, effect] of effects) exponent += effect * traits[trait][b];
    return recipe.rate * exp(clamp(exponent, -3, 2.6));
  });
}

/** Draws how often it occurred per buurt, `yearsAgo` years before the last: whole numbers, no more than the base. */
export function drawCounts(
  society: Society,
  recipe: Recipe,
  yearsAgo: number,
  rates = rateOf(society, recipe),
): Float64Array {
  const random = new Random(society.seed, `${recipe.id} ${yearsAgo}`);
  const base = society.bases[recipe.base];
  const change = exp(-(recipe.trend ?? 0) * yearsAgo);
  return base.map((units, b) => {
    const expected = units * rates[b] * change;
    if (expected === 0) return 0;
    // Few are drawn from their own distribution, many from the normal one that resembles it.
    const drawn = expected < 4 ? fewOf(expected, random) : Math.round(expected + Math.sqrt(expected) * random.normal());
    return clamp(drawn, 0, units);
  });
}

/** Poisson for a small expectation, by inversion. */
function fewOf(expected: number, random: Random): number {
  const roll = random.next();
  let term = exp(-expected);
  let sum = term;
  let count = 0;
  while (roll > sum && count < 40) {
    count++;
    term *= expected / count;
    sum += term;
  }
  return count;
}

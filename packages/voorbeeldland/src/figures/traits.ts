import type { Country } from '../country.js';
import { clamp, ln } from '../random/portable-math.js';
import { fractalNoise } from '../random/noise.js';
import { fractionOf } from '../random/random.js';

/** What makes one buurt other than the next, per buurt; all about 0 on average and mostly between -2 and 2. */
export const TRAITS = ['urban', 'hardship', 'industry', 'tourism'] as const;
export type Trait = (typeof TRAITS)[number];

/** What figures are shares of, per buurt. */
export const BASES = [
  'inwoners',
  'woningen',
  'aankopen',
  'eigenaren',
  'stichtingen',
  'vestigingen',
  'kinderen',
  'jongeren',
  'jongvolwassenen',
] as const;
export type Base = (typeof BASES)[number];

export interface Society {
  readonly seed: number;
  readonly buurten: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly traits: Readonly<Record<Trait, Float64Array>>;
  readonly bases: Readonly<Record<Base, Float64Array>>;
}

/** Invents who lives and works where: neighbouring buurten are alike, towns differ from the countryside. */
export function societyOf(country: Country): Society {
  const { facts, plan } = country;
  const { seed } = plan;
  const per = (value: (buurt: number) => number): Float64Array => Float64Array.from(facts, (_, buurt) => value(buurt));
  const x = per((b) => facts[b].x);
  const y = per((b) => facts[b].y);
  const urban = per((b) => {
    const density = Math.max(facts[b].population, 1) / facts[b].area;
    return 2.4 * clamp(ln(density / 40) / 5.2, 0, 1) - 1.2;
  });
  const roll = (b: number, topic: number): number => fractionOf(seed, b, topic) - 0.5;
  const hardship = per(
    (b) =>
      0.7 * fractalNoise(x[b], y[b], seed + 201, 55, 3) +
      0.75 * fractalNoise(x[b], y[b], seed + 202, 5, 3) +
      0.35 * urban[b] +
      0.7 * roll(b, 203),
  );
  const industry = per(
    (b) => (facts[b].kind === 'bedrijven' ? 1.8 : facts[b].kind === 'centrum' ? 0.6 : -0.2) + roll(b, 204),
  );
  const width = plan.land.width;
  const tourism = per(
    (b) =>
      1.1 * fractalNoise(x[b], y[b], seed + 205, 26, 3) +
      0.8 * (0.35 - x[b] / width) +
      (facts[b].kind === 'centrum' ? 0.9 : 0),
  );
  const round = (value: (b: number) => number): Float64Array => per((b) => Math.round(Math.max(0, value(b))));
  const inwoners = per((b) => facts[b].population);
  const woningen = round((b) => (inwoners[b] / (2.35 - 0.25 * urban[b])) * (1 + 0.12 * roll(b, 206)));
  const isWork = (b: number): boolean => facts[b].kind === 'bedrijven' || facts[b].kind === 'centrum';
  return {
    seed,
    buurten: facts.length,
    x,
    y,
    traits: { urban, hardship, industry, tourism },
    bases: {
      inwoners,
      woningen,
      aankopen: round((b) => woningen[b] * (0.13 + 0.05 * roll(b, 207))),
      eigenaren: round((b) => woningen[b] * clamp(0.62 - 0.08 * urban[b] - 0.07 * hardship[b], 0.2, 0.9)),
      stichtingen: round(
        (b) => inwoners[b] * (0.014 + 0.006 * roll(b, 208)) * (isWork(b) ? 2.5 : 1) + (isWork(b) ? 6 : 0),
      ),
      vestigingen: round(
        (b) =>
          inwoners[b] * (0.085 + 0.04 * roll(b, 209)) * (isWork(b) ? 1.8 : 1) +
          (facts[b].kind === 'bedrijven' ? 90 + 120 * roll(b, 210) : 0),
      ),
      kinderen: round((b) => inwoners[b] * (0.054 - 0.005 * urban[b] + 0.02 * roll(b, 211))),
      jongeren: round((b) => inwoners[b] * (0.082 - 0.004 * urban[b] + 0.025 * roll(b, 212))),
      jongvolwassenen: round((b) => inwoners[b] * (0.048 + 0.009 * urban[b] + 0.02 * roll(b, 213))),
    },
  };
}

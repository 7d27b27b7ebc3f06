import { Random } from '../random/random.js';
import { ENDS, ODD_NAMES, PREFIXES, STARTS, type Flavour } from './syllables.js';

/** What the syllables would make and exists: places of the real Netherlands, in lower case. */
const REAL = new Set(
  (
    'averlo beverwaard beverwijk blankenstein elderbroek elderveld esterveld flierbeek geesterland gelderland hemelberg ' +
    'hemelum kraanmeer maanderbroek neerbeek neerbroek neerloon peperga riethoven rietveld veerpolder zilverberg ' +
    'zilvermeer zoetermeer'
  ).split(' '),
);

/** Invents names of towns and villages, no two alike, none that is a real place's. */
export class PlaceNamer {
  readonly #random: Random;
  readonly #taken = new Set<string>();
  readonly #odd: ReadonlyMap<Flavour, string[]>;

  constructor(seed: number) {
    this.#random = new Random(seed, 'place names');
    this.#odd = new Map(Object.entries(ODD_NAMES).map(([flavour, names]) => [flavour as Flavour, [...names]]));
  }

  /** A name of the given flavour. `isOdd`: preferably one that no rule makes. */
  next(flavour: Flavour, isOdd = false): string {
    const odd = isOdd ? this.#odd.get(flavour)?.pop() : undefined;
    if (odd !== undefined) return odd;
    for (let tries = 0; ; tries++) {
      const plain = this.#random.pick(STARTS) + this.#random.pick(ENDS[flavour]);
      const isPrefixed = this.#random.chance(tries > 6 ? 0.6 : 0.06);
      if (REAL.has(plain.toLowerCase())) continue;
      const name = isPrefixed ? this.#prefixed(plain) : plain;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }

  #prefixed(plain: string): string {
    const prefix = this.#random.pick(PREFIXES);
    return /[- ]$/.test(prefix) ? prefix + plain : prefix + plain.toLowerCase();
  }
}

/** Mixes whole numbers to one of 32 bits, the same on every machine. */
export function hashOf(...parts: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ (part | 0), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** A hash as a fraction: from 0 up to 1. */
export const fractionOf = (...parts: readonly number[]): number => hashOf(...parts) / 4294967296;

const hashText = (text: string): number => hashOf(...Array.from(text, (sign) => sign.codePointAt(0) ?? 0));

/**
 * A stream of pseudo-random numbers. Each subject takes a stream of its own by name, so that a change to one leaves all
 * others as they were.
 */
export class Random {
  #state: number;

  constructor(seed: number, subject: string) {
    this.#state = hashOf(seed, hashText(subject));
  }

  /** From 0 up to 1. The generator is a 32-bit Weyl sequence through a mixer. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    return hashOf(this.#state) / 4294967296;
  }

  /** Whole, from 0 up to `count`. */
  int(count: number): number {
    return Math.floor(this.next() * count);
  }

  between(least: number, most: number): number {
    return least + (most - least) * this.next();
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** Roughly normal, mean 0 and deviation 1: twelve uniforms, as that needs no logarithm. Within 6. */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.next();
    return sum;
  }

  /** One of a list that isn't empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.int(list.length)];
  }

  shuffled<T>(list: readonly T[]): T[] {
    const result = [...list];
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.int(i + 1);
      [result[i], result[j]] = [result[j], result[i]];
    }
    return result;
  }
}

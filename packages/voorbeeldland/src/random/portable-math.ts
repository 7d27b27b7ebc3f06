/**
 * `exp` and `ln` from the four operations alone. `Math.exp` and its kin may differ in the last bit between engines and
 * versions, and one bit moves a border; sums, products and roots are the same everywhere (IEEE 754).
 */
const LN2 = 0.6931471805599453;

/** e to the power x, to about 14 digits for |x| < 40; 0 and Infinity far beyond. */
export function exp(x: number): number {
  if (!(Math.abs(x) < 700)) return x < 0 ? 0 : x > 0 ? Infinity : NaN;
  const halvings = Math.round(x / LN2);
  const rest = x - halvings * LN2;
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= 14; n++) {
    term *= rest / n;
    sum += term;
  }
  for (let i = 0; i < Math.abs(halvings); i++) sum *= halvings > 0 ? 2 : 0.5;
  return sum;
}

/** Natural logarithm of a number from 0 up, to about 14 digits. Minus infinity for 0. */
export function ln(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x;
  let mantissa = x;
  let doublings = 0;
  for (; mantissa > 1.5; doublings++) mantissa /= 2;
  for (; mantissa < 0.75; doublings--) mantissa *= 2;
  const z = (mantissa - 1) / (mantissa + 1);
  const square = z * z;
  let power = z;
  let sum = 0;
  for (let n = 1; n <= 25; n += 2) {
    sum += power / n;
    power *= square;
  }
  return 2 * sum + doublings * LN2;
}

/** x to the power y, for positive x. */
export const power = (x: number, y: number): number => exp(y * ln(x));

export const clamp = (x: number, least: number, most: number): number => Math.min(most, Math.max(least, x));

/** From 0 to 1 between the edges, with flat ends. */
export function smoothStep(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}

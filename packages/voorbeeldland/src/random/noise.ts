import { fractionOf } from './random.js';

const ease = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);

/** Smooth noise from -1 to 1: random heights on whole points, eased between them. */
function valueNoise(x: number, y: number, seed: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const u = ease(x - column);
  const v = ease(y - row);
  const bottom = fractionOf(seed, column, row) * (1 - u) + fractionOf(seed, column + 1, row) * u;
  const top = fractionOf(seed, column, row + 1) * (1 - u) + fractionOf(seed, column + 1, row + 1) * u;
  return 2 * (bottom * (1 - v) + top * v) - 1;
}

/** Fractal noise, about -1 to 1: each octave twice as fine and half as strong. `wavelength` is that of the first. */
export function fractalNoise(x: number, y: number, seed: number, wavelength: number, octaves = 4): number {
  let sum = 0;
  let strength = 1;
  let total = 0;
  let scale = 1 / wavelength;
  for (let octave = 0; octave < octaves; octave++) {
    // Each octave is turned and shifted, else the lattices line up and show as a grid.
    const turnedX = 0.8 * x - 0.6 * y + 17.3 * octave;
    const turnedY = 0.6 * x + 0.8 * y - 9.1 * octave;
    sum += strength * valueNoise((octave % 2 ? turnedX : x) * scale, (octave % 2 ? turnedY : y) * scale, seed + octave);
    total += strength;
    strength /= 2;
    scale *= 2;
  }
  return (1.6 * sum) / total;
}

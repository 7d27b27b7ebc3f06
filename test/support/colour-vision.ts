import chroma from 'chroma-js';

type Matrix = readonly (readonly [red: number, green: number, blue: number])[];

/**
 * What is left of a colour without one of the three kinds of cones; on linear RGB.
 * Source: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
 * TVCG 15 (2009), matrices for severity 1.0.
 */
const MACHADO: Readonly<Record<string, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

export const VISIONS = ['full colour vision', ...Object.keys(MACHADO)] as const;

const toLinear = (channel: number): number =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
const fromLinear = (channel: number): number =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055;

/** A colour as someone with this vision sees it. */
export function seenWith(vision: string, colour: string): string {
  const matrix = MACHADO[vision];
  if (!matrix) return colour;
  const linear = chroma(colour)
    .rgb()
    .map((channel) => toLinear(channel / 255));
  const [red, green, blue] = matrix.map((row) => {
    const sum = row.reduce((total, weight, i) => total + weight * linear[i], 0);
    return Math.round(fromLinear(Math.min(1, Math.max(0, sum))) * 255);
  });
  return chroma(red, green, blue).hex();
}

/** How different two colours look, by CIEDE2000; 1 is the least that can be seen when they lie side by side. */
export const difference = (one: string, other: string): number => chroma.deltaE(one, other);

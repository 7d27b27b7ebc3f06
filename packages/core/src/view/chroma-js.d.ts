/** The parts of chroma-js that `colour.ts` uses, each by its own path: the whole is four times as heavy. */
declare module 'chroma-js/src/io/hex/index.js' {
  export function hex(text: string): import('chroma-js').Color;
}

declare module 'chroma-js/src/interpolator/lab.js' {
  type Color = import('chroma-js').Color;
  /** The colour at a fraction of the way from one to the other, straight through CIELAB. */
  export default function interpolate(from: Color, to: Color, fraction: number): Color;
}

declare module 'chroma-js/src/colors/colorbrewer.js' {
  const palettes: Readonly<Record<string, readonly string[]>>;
  export default palettes;
}

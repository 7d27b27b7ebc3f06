/** The parts of chroma-js that `colour.ts` uses, each by its own path: the whole is four times as heavy. */
declare module 'chroma-js/src/io/hex/index.js' {
  export function hex(text: string): import('chroma-js').Color;
}

declare module 'chroma-js/src/io/lab/index.js' {
  export function lab(lightness: number, a: number, b: number): import('chroma-js').Color;
}

declare module 'chroma-js/src/colors/colorbrewer.js' {
  const palettes: Readonly<Record<string, readonly string[]>>;
  export default palettes;
}

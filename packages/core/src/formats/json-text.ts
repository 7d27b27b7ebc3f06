import { failure, success, type Result } from '../model/problem.js';

export const withoutBom = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

/** Deepest nesting that is read, and how long a text has to be before it is worth a look: a short one is soon read. */
const MOST_DEPTH = 512;
const SHORT = 4_000_000;

/** Position behind the string that opens at `open`; the end of the text for one that never closes. */
function afterString(text: string, open: number): number {
  for (let quote = text.indexOf('"', open + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let escapes = 0;
    while (text.charCodeAt(quote - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return quote + 1;
  }
  return text.length;
}

const [QUOTE, BACKSLASH, BRACKET, CLOSED_BRACKET, BRACE, CLOSED_BRACE] = Array.from('"\\[]{}', (sign) =>
  sign.charCodeAt(0),
);

/** True for a long text that nests deeper than any document does: to parse millions of levels takes many seconds. */
function isTooDeep(text: string): boolean {
  if (text.length < SHORT) return false;
  let depth = 0;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = afterString(text, at);
      continue;
    }
    if (code === BRACKET || code === BRACE) {
      if (++depth > MOST_DEPTH) return true;
    } else if (code === CLOSED_BRACKET || code === CLOSED_BRACE) depth--;
    at++;
  }
  return false;
}

/**
 * Reads text as JSON. Error: `not-json` for what is empty, a web page, cut off, nested beyond all measure, or otherwise no
 * JSON.
 */
export function parseJson(text: string): Result<unknown> {
  if (isTooDeep(text)) return failure('not-json');
  try {
    return success<unknown>(JSON.parse(withoutBom(text)));
  } catch {
    return failure('not-json');
  }
}

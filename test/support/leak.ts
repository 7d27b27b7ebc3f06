/** A number nobody would come by otherwise, to be sent along with a withheld cell. */
export const SECRET = 48271.625;

/** The ways in which the number could stand in a text. */
const SPELLINGS = [/48[., \u00a0]?271/, /271[.,]625/];

const isSecret = (value: unknown): boolean =>
  (typeof value === 'number' && (value === SECRET || value === Math.trunc(SECRET))) ||
  (typeof value === 'string' && SPELLINGS.some((spelling) => spelling.test(value)));

/** Every number that could be read out of a buffer, whatever the view: also what lies beyond the view. */
function* numbersIn(buffer: ArrayBufferLike): Generator<number> {
  const view = new DataView(buffer);
  for (let at = 0; at + 4 <= buffer.byteLength; at++) {
    yield view.getFloat32(at, true);
    yield view.getUint32(at, true);
    if (at + 8 <= buffer.byteLength) yield view.getFloat64(at, true);
  }
}

/**
 * Places in which the secret can be found, however deep: own properties (hidden and symbol ones too), map keys and values,
 * sets, typed arrays with their whole buffer, and texts that spell it. Empty for a dataset that keeps it.
 */
export function tracesOfSecret(root: unknown): string[] {
  const found: string[] = [];
  const seen = new Set<unknown>();
  const visit = (value: unknown, path: string): void => {
    if (isSecret(value)) found.push(path);
    if (typeof value !== 'object' && typeof value !== 'function') return;
    if (value === null || seen.has(value)) return;
    seen.add(value);
    if (ArrayBuffer.isView(value)) {
      for (const number of numbersIn(value.buffer)) if (isSecret(number)) found.push(`${path}.buffer`);
      return;
    }
    if (value instanceof Map)
      for (const [key, held] of value) [key, held].forEach((one) => visit(one, `${path}.get()`));
    if (value instanceof Set) for (const held of value) visit(held, `${path}.has()`);
    for (const key of Reflect.ownKeys(value)) {
      visit(key, `${path} key`);
      visit(Reflect.get(value, key), `${path}.${String(key)}`);
    }
  };
  visit(root, '');
  return found;
}

/** Copies of some bytes, each with one to four of them changed; the same ones at every call. */
export function* flips(bytes: Uint8Array, count: number): Generator<Uint8Array> {
  let state = 20_241_124;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  for (let i = 0; i < count; i++) {
    const flipped = bytes.slice();
    for (let left = 1 + below(4); left > 0; left--) flipped[below(bytes.length)] ^= 1 << below(8);
    yield flipped;
  }
}

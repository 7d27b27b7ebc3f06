/**
 * Reads a Range header for a body of `size` bytes: `{ start, end }` (inclusive), null where there is none to honour (no
 * header, several ranges, another unit), or 'unsatisfiable'.
 */
export function parseRange(header, size) {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!parts || (parts[1] === '' && parts[2] === '')) return null;
  const [first, last] = [parts[1], parts[2]].map((text) => (text === '' ? null : Number(text)));
  const start = first ?? Math.max(0, size - last);
  const end = first === null || last === null ? size - 1 : Math.min(last, size - 1);
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}

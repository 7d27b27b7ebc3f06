import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readGivenBoundaries } from '@zicht-op/core/picture/given-boundaries.js';
import { compactFile } from '../formats/support/compact-file.js';
import { box, collection, feature, polygon } from '../geo/support/shapes.js';

const FILE = compactFile();
const codesOf = async (value: unknown): Promise<readonly string[]> => {
  const document = await readGivenBoundaries(value);
  const boundaries = document.ok && document.value.ofLevel('gemeente');
  return boundaries && boundaries.ok ? boundaries.value.codes : [];
};

describe('shapes that a page gives as data', () => {
  it('are read at once where they are GeoJSON', () => {
    const document = readGivenBoundaries(collection(feature('GM0001', polygon(box(5, 52, 6, 53)))));
    expect('ok' in document && document.ok).toBe(true);
  });

  it.each<[string, unknown]>([
    ['bytes', FILE],
    ['a buffer', FILE.slice().buffer],
    ['bytes amid others', Uint8Array.of(1, 2, ...FILE, 3).subarray(2, 2 + FILE.length)],
    ['another view of them', new DataView(FILE.slice().buffer)],
    ['packed bytes', new Uint8Array(gzipSync(FILE))],
  ])('may be compact boundaries: %s', async (_, value) => {
    expect(await codesOf(value)).toEqual(['GM0001', 'GM0002']);
  });

  it('are read as they were given, whatever becomes of the bytes', async () => {
    const bytes = FILE.slice();
    const codes = codesOf(bytes);
    bytes.fill(0);
    expect(await codes).toEqual(['GM0001', 'GM0002']);
  });

  it.each<[string, Uint8Array, string]>([
    ['no bytes', Uint8Array.of(), 'not-supported'],
    ['bytes of something else', Uint8Array.of(1, 2, 3), 'not-supported'],
    ['bytes that are cut', FILE.slice(0, 60), 'invalid-boundaries'],
    ['packed bytes that are cut', new Uint8Array(gzipSync(FILE).subarray(0, 60)), 'invalid-boundaries'],
    ['packed bytes of something else', new Uint8Array(gzipSync('hello')), 'not-supported'],
  ])('are refused, and never reject: %s', async (_, value, code) => {
    expect(await readGivenBoundaries(value)).toMatchObject({ ok: false, problems: [{ code }] });
  });
});

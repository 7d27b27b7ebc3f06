import { describe, expect, it } from 'vitest';
import { SECRET, tracesOfSecret } from './leak.js';

describe('tracesOfSecret', () => {
  const hidden = Object.defineProperty({}, 'x', { value: SECRET, enumerable: false });
  const circular: Record<string, unknown> = { a: 1 };
  circular.self = circular;
  const buffer = new Float64Array([1, SECRET, 2]);

  it.each<[string, unknown]>([
    ['a number', SECRET],
    ['its whole part', 48271],
    ['a text', `Waarde: ${SECRET}`],
    ['a Dutch text', '48.271,625'],
    ['a property', { a: [{ b: SECRET }] }],
    ['a hidden property', hidden],
    ['a symbol', { [Symbol('x')]: SECRET }],
    ['a key', { '48271.625': 1 }],
    ['a map', new Map([['a', SECRET]])],
    ['a key of a map', new Map([[SECRET, 1]])],
    ['a set', new Set([SECRET])],
    ['doubles', buffer],
    ['doubles beyond the view', buffer.subarray(2)],
    ['floats', new Float32Array([SECRET])],
    ['integers', new Uint32Array([48271])],
    ['bytes', new Uint8Array(buffer.buffer, 0, 1)],
    ['a function', Object.assign(() => 1, { x: SECRET })],
  ])('finds it in %s', (_, root) => expect(tracesOfSecret(root).length).toBeGreaterThan(0));

  it.each<[string, unknown]>([
    ['nothing', null],
    ['other numbers', { a: [1, 48270, 625], b: '48 en 271' }],
    ['a circle', circular],
    ['an empty array', new Float64Array(8).fill(NaN)],
  ])('finds nothing in %s', (_, root) => expect(tracesOfSecret(root)).toEqual([]));
});

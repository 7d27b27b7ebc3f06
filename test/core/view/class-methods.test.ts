import { describe, expect, it } from 'vitest';
import { CLASS_METHODS, classify, loadClassMethod, type ClassMethod } from '@zicht-op/core/view/classify.js';

const FIGURES = [1, 2, 3, 10, 11, 12];

// In this order: what one test loads stays.
describe('the methods of classes', () => {
  it('have their default at hand, and given boundaries', () => {
    expect(classify(FIGURES).method).toBe('quantile');
    expect(classify(FIGURES, { method: 'manual', breaks: [5] }).breaks).toEqual([5]);
  });

  it.each(CLASS_METHODS.filter((method) => method !== 'quantile' && method !== 'manual'))(
    'refuse %s before it was loaded, rather than make other classes',
    (method) => {
      expect(() => classify(FIGURES, { method })).toThrow(`loadClassMethod('${method}')`);
    },
  );

  it.each<ClassMethod | null | undefined>([null, undefined, 'manual', 'quantile', 'constructor' as ClassMethod])(
    'need nothing for %s',
    async (method) => {
      await loadClassMethod(method);
      expect(() => classify(FIGURES, { method: 'jenks' })).toThrow();
    },
  );

  it.each(CLASS_METHODS)('are ready once loaded: %s', async (method) => {
    await loadClassMethod(method);
    expect(classify(FIGURES, { method, classes: 2, breaks: [5] }).breaks.length).toBeGreaterThan(0);
  });
});

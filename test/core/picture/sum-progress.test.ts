import { sumProgress } from '@zicht-op/core/picture/sum-progress.js';
import type { Progress } from '@zicht-op/core/sources/transport.js';
import { describe, expect, it } from 'vitest';

const body = (received: number, total: number | null, pages?: number): Progress => ({
  url: `https://example.org/${received}`,
  received,
  total,
  ...(pages !== undefined && { pages }),
});

describe('sumProgress', () => {
  it.each<[string, Progress[], ReturnType<typeof sumProgress>]>([
    ['is nothing while nothing was heard', [], null],
    ['is nothing while nothing has come', [body(0, 10)], null],
    ['is the one body there is', [body(5, 10)], { received: 5, total: 10, pages: 0 }],
    ['adds up bodies and their ends', [body(5, 10), body(7, 20)], { received: 12, total: 30, pages: 0 }],
    [
      'knows no end where one is not known',
      [body(5, 10), body(7, null), body(1, 2)],
      { received: 13, total: null, pages: 0 },
    ],
    ['counts pages', [body(5, null, 2), body(7, null), body(9, null, 1)], { received: 21, total: null, pages: 3 }],
  ])('%s', (_, heard, sum) => expect(sumProgress(heard)).toEqual(sum));
});

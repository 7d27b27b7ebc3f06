import { describe, expect, it } from 'vitest';
import { ERROR_CODES, ProblemList, WARNING_CODES, failure, problem, success } from '@zicht-op/core/model/problem.js';

describe('problems', () => {
  it('know by their code whether the picture can be drawn', () => {
    expect(ERROR_CODES.map((code) => problem(code).severity)).toEqual(ERROR_CODES.map(() => 'error'));
    expect(WARNING_CODES.map((code) => problem(code).severity)).toEqual(WARNING_CODES.map(() => 'warning'));
  });

  it('of one code are counted, and the first place is kept', () => {
    const list = new ProblemList();
    expect(list.toArray()).toEqual([]);
    list.add('bad-cell', '/value/3');
    list.add('bad-cell', '/value/9');
    list.add('bad-cell', '/value/1', {}, 'another column');
    expect(list.toArray().map(({ path, count }) => [path, count])).toEqual([
      ['/value/3', 2],
      ['/value/1', 1],
    ]);
  });

  it('make a result that failed, or go along with one that did not', () => {
    expect(failure('not-json', '/a')).toEqual({
      ok: false,
      problems: [{ code: 'not-json', severity: 'error', path: '/a', count: 1 }],
    });
    expect(success(1)).toEqual({ ok: true, value: 1, problems: [] });
  });
});

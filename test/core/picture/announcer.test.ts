import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problem, type Problem } from '@zicht-op/core/model/problem.js';
import { Announcer } from '@zicht-op/core/picture/announcer.js';
import type { Picture } from '@zicht-op/core/picture/picture.js';
import { jsonStat } from '../../support/grid-country.js';
import { pictureOf } from '../../support/pictures.js';

const FIGURES = jsonStat(['GM0001'], { a: { '2023': { GM0001: 1 } } });
const warning = (url = '', path = ''): Problem => problem('unmatched', path, { url });
const error = problem('http', '', { url: 'https://page.example/a' });

describe('Announcer', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => vi.restoreAllMocks());

  const start = () => {
    const heard: string[] = [];
    const announcer = new Announcer({
      name: '<zo-x>',
      problemText: ({ code }) => `About ${code}.`,
      fireLoad: ({ url }) => void heard.push(`load ${url}`),
      fireError: ({ code, message, url, severity, path }) =>
        void heard.push([code, message, url, severity, path].join('|')),
    });
    return { announcer, heard };
  };
  const picture = (url: string): Picture => ({ ...pictureOf(FIGURES), url });

  it('tells a load once, and another choice of the same data not at all', () => {
    const { announcer, heard } = start();
    const one = picture('/one');
    announcer.load(one, false);
    announcer.load({ ...one, within: 'PV20' }, false);
    expect(heard).toEqual(['load /one']);
    announcer.load(picture('/two'), false);
    expect(heard).toEqual(['load /one', 'load /two']);
  });

  it('tells a reload, though it brought the same', () => {
    const { announcer, heard } = start();
    const one = picture('/one');
    announcer.load(one, false);
    announcer.load(one, true);
    expect(heard).toEqual(['load /one', 'load /one']);
  });

  it('tells a load again after the source was away', () => {
    const { announcer, heard } = start();
    const one = picture('/one');
    announcer.load(one, false);
    announcer.reset();
    announcer.load(one, false);
    expect(heard).toHaveLength(2);
  });

  it('tells an error each time, in words, as an event and on the console', () => {
    const { announcer, heard } = start();
    announcer.problems([error]);
    announcer.problems([error]);
    expect(heard).toEqual(Array(2).fill('http|About http.|https://page.example/a|error|'));
    expect(vi.mocked(console.error).mock.calls).toEqual(
      Array(2).fill(['<zo-x> http: About http. (https://page.example/a)']),
    );
    expect(console.warn).not.toHaveBeenCalled();
  });

  it('tells a warning once a load; one with another path or address is another', () => {
    const { announcer, heard } = start();
    announcer.problems([warning('/a'), warning('/a')]);
    announcer.problems([warning('/a'), warning('/a', '/x'), warning('/b')]);
    expect(heard).toHaveLength(3);
    announcer.load(picture('/one'), false);
    announcer.problems([warning('/a')]);
    expect(heard).toHaveLength(5);
  });

  it('has a warning on the console once per address, whatever is loaded', () => {
    const { announcer } = start();
    announcer.problems([warning('/a'), warning('/a', '/x')]);
    announcer.load(picture('/one'), false);
    announcer.problems([warning('/a'), warning('/b'), warning()]);
    expect(vi.mocked(console.warn).mock.calls.flat()).toEqual([
      '<zo-x> unmatched: About unmatched. (/a)',
      '<zo-x> unmatched: About unmatched. (/b)',
      '<zo-x> unmatched: About unmatched.',
    ]);
    expect(console.error).not.toHaveBeenCalled();
  });
});

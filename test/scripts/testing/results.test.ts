import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyResults, parseVitest, resultsOfRunner, sumResults } from '../../../scripts/testing/results.mjs';
import { count } from '../../../scripts/testing/wtr-reporter.mjs';

const outcome = (status: string, fullName = status) => ({ status, fullName });

describe('parseVitest', () => {
  it.each([
    ['nothing', [], [0, 0, 0]],
    ['all kinds of outcome', [outcome('passed'), outcome('failed'), outcome('skipped'), outcome('todo')], [1, 1, 2]],
  ])('counts %s', (_, assertionResults, [passed, failed, skipped]) => {
    const results = parseVitest({ testResults: [{ name: 'a', status: 'passed', assertionResults }] });
    expect([results.passed, results.failed, results.skips.length]).toEqual([passed, failed, skipped]);
  });

  it('counts a file that could not be loaded as a failure', () => {
    const file = { name: 'a.test.ts', status: 'failed', assertionResults: [] };
    expect(parseVitest({ testResults: [file] }).failed).toBe(1);
  });

  it('does not count a failed test twice', () => {
    const file = { name: 'a.test.ts', status: 'failed', assertionResults: [outcome('failed')] };
    expect(parseVitest({ testResults: [file] }).failed).toBe(1);
  });
});

describe('resultsOfRunner', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zicht-op-results-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const run = async (code: number, text: string | null) => {
    const file = join(folder, 'results.json');
    await rm(file, { force: true });
    if (text !== null) await writeFile(file, text);
    const results = await resultsOfRunner('unit', file, code, (value: ReturnType<typeof emptyResults>) => value);
    return [results.passed, results.failed];
  };
  const text = (passed: number, failed: number, skips: string[] = []) =>
    JSON.stringify({ passed, failed, skips, failures: [] });

  it.each([
    ['a runner that left nothing', 0, null, [0, 1]],
    ['a runner that was cut off while writing', 1, '{"pas', [0, 1]],
    ['a runner that ran nothing', 0, text(0, 0), [0, 1]],
    ['a runner that only skipped', 0, text(0, 0, ['a']), [0, 0]],
    ['a runner that passed', 0, text(3, 0), [3, 0]],
    ['a runner with failed tests', 1, text(3, 2), [3, 2]],
    ['a runner that failed outside its tests', 1, text(3, 0), [3, 1]],
    ['a runner that was stopped for taking too long', 124, text(3, 0), [3, 1]],
  ])('counts %s', async (_, code, written, expected) => {
    expect(await run(code, written)).toEqual(expected);
  });
});

describe('sumResults', () => {
  it('is nothing for nothing', () => {
    expect(sumResults([])).toEqual(emptyResults());
  });

  it('adds counts and keeps titles in order', () => {
    const one = { passed: 1, failed: 2, skips: ['a'], failures: ['b', 'c'] };
    const two = { passed: 3, failed: 0, skips: ['d'], failures: [] };
    expect(sumResults([one, two])).toEqual({ passed: 4, failed: 2, skips: ['a', 'd'], failures: ['b', 'c'] });
  });
});

describe('count', () => {
  const suite = (tests: object[], suites: object[] = [], name = '') => ({ name, tests, suites });

  it('counts tests in suites within suites, by their full titles', () => {
    const results = emptyResults();
    const inner = suite([{ name: 'shows', passed: false, skipped: false }], [], 'map');
    const outer = suite([{ name: 'is', passed: true, skipped: false }], [inner]);
    count({ passed: false, testFile: '/a.test.ts', testResults: outer }, results);
    expect([results.passed, results.failures]).toEqual([1, ['map shows']]);
  });

  it.each([
    ['a page that never ran its tests', undefined],
    ['a page with an error outside its tests', suite([{ name: 'is', passed: true, skipped: false }])],
  ])('counts %s as a failure', (_, testResults) => {
    const results = emptyResults();
    count({ passed: false, testFile: '/a.test.ts', testResults }, results);
    expect(results.failed).toBe(1);
  });
});

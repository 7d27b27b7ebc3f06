import { readFile } from 'node:fs/promises';

/** What a runner or a step came to. `skips` and `failures` are titles. */
export const emptyResults = () => ({ passed: 0, failed: 0, skips: [], failures: [] });

/** Sum of several results, in order. */
export function sumResults(list) {
  return list.reduce(
    (sum, results) => ({
      passed: sum.passed + results.passed,
      failed: sum.failed + results.failed,
      skips: [...sum.skips, ...results.skips],
      failures: [...sum.failures, ...results.failures],
    }),
    emptyResults(),
  );
}

/**
 * Results of a runner that ended with `code`, from the file it should have written, read by `parse`. A runner that wrote
 * none, ran no test, or failed without a failed test (a crash, an error outside tests) counts as one failure more.
 */
export async function resultsOfRunner(name, file, code, parse) {
  let results = null;
  try {
    results = parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // Told below.
  }
  if (results === null) return failure(`${name} ended with exit code ${code} and left no results`);
  if (results.failed > 0) return results;
  if (code !== 0) return sumResults([results, failure(`${name} failed outside its tests, with exit code ${code}`)]);
  if (results.passed + results.skips.length === 0) return failure(`${name} ran no test`);
  return results;
}

/** One failure with this title. */
export const failure = (title) => ({ ...emptyResults(), failed: 1, failures: [title] });

/** One success. */
export const success = () => ({ ...emptyResults(), passed: 1 });

/** Reads what Vitest's JSON reporter writes. A file that could not be loaded has no tests, and counts as one failure. */
export function parseVitest({ testResults }) {
  const results = emptyResults();
  for (const { name, status, assertionResults } of testResults) {
    const before = results.failed;
    for (const { status: outcome, fullName } of assertionResults) {
      if (outcome === 'passed') results.passed++;
      else if (outcome === 'failed') {
        results.failed++;
        results.failures.push(fullName);
      } else results.skips.push(fullName);
    }
    if (status === 'failed' && results.failed === before) {
      results.failed++;
      results.failures.push(`${name} (outside its tests)`);
    }
  }
  return results;
}

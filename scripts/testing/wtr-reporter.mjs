import { writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { root } from '../lib/root.mjs';
import { emptyResults } from './results.mjs';

/**
 * Reporter for Web Test Runner: a line per file; errors and the page's console only for files that fail. Writes the
 * counts as JSON to `file` where one is given, and prints them.
 */
export function plainReporter({ file } = {}) {
  return {
    reportTestFileResults({ testFile, sessionsForTestFile, logger }) {
      for (const session of sessionsForTestFile) report(testFile, session, logger);
    },
    async onTestRunFinished({ sessions }) {
      const results = emptyResults();
      for (const session of sessions) count(session, results);
      if (file) await writeFile(file, JSON.stringify(results));
      console.log(`\n${results.passed} passed, ${results.failed} failed, ${results.skips.length} skipped`);
    },
  };
}

/** Adds a session's tests to `results`; a page that failed outside its tests counts as one failure. */
export function count(session, results) {
  const before = results.failed;
  for (const { title, test } of testsOf(session.testResults)) {
    if (test.skipped) results.skips.push(title);
    else if (test.passed) results.passed++;
    else {
      results.failed++;
      results.failures.push(title);
    }
  }
  if (!session.passed && results.failed === before) {
    results.failed++;
    results.failures.push(`${relative(root, session.testFile ?? '')} (outside its tests)`);
  }
}

function report(testFile, session, logger) {
  const tests = [...testsOf(session.testResults)];
  const name = relative(root, testFile);
  if (session.passed) {
    logger.log(`✓ ${name} (${tests.length})`);
    return;
  }
  logger.log(`✗ ${name}`);
  for (const { title, test } of tests) {
    if (!test.passed && !test.skipped) logger.log(`  ✗ ${title}\n${indent(describe(test.error))}`);
  }
  for (const error of session.errors) logger.log(`  error outside a test\n${indent(describe(error))}`);
  for (const entry of session.request404s ?? []) logger.log(`  404 ${entry.url ?? entry}`);
  for (const entry of session.logs ?? []) {
    logger.log(
      indent(`console: ${entry.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ')}`),
    );
  }
}

function* testsOf(suite, path = '') {
  if (!suite) return;
  const title = `${path}${suite.name ? `${suite.name} ` : ''}`;
  for (const test of suite.tests) yield { title: title + test.name, test };
  for (const child of suite.suites) yield* testsOf(child, title);
}

function describe(error) {
  if (!error) return 'no reason given';
  const { message = '', stack = '', expected, actual } = error;
  const difference =
    expected !== undefined || actual !== undefined ? `\nexpected: ${expected}\nactual:   ${actual}` : '';
  return `${message}\n${stack}${difference}`.trim();
}

const indent = (text) => text.replaceAll(/^/gm, '    ');

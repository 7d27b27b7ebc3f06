/**
 * `npm test`: installs what is missing, finds a browser or installs one, then checks and tests everything. It goes on after a
 * step that fails. The last line is `N passed, N failed`, summed over all runners; a step without tests of its own counts
 * as one. Starts on Node's own modules alone. `npm test -- --only unit,browser` runs those steps alone.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './ensure-browser.mjs';
import { installMissing } from './install.mjs';
import { onEnd } from './lib/on-end.mjs';
import { root } from './lib/root.mjs';
import { runNode } from './lib/run-command.mjs';
import { emptyResults, failure, parseVitest, resultsOfRunner, success, sumResults } from './testing/results.mjs';

/** Where runners leave their results. */
const folder = join(root, '.cache/test');
/** Milliseconds after which a step is stopped: more means that it hangs. */
const LIMIT = 600_000;

const bin = (path) => join(root, 'node_modules', path);
const VITEST = bin('vitest/vitest.mjs');

/** In order. `run` answers results; a step that throws counts as one failure. */
const STEPS = [
  {
    name: 'format',
    run: check(bin('prettier/bin/prettier.cjs'), [
      '--check',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      '.cache/prettier',
      '.',
    ]),
  },
  { name: 'lint', run: check(bin('eslint/bin/eslint.js'), ['--max-warnings', '0', '.']) },
  { name: 'manifest', run: check('scripts/check-manifest.mjs') },
  { name: 'types', run: check(bin('typescript/bin/tsc'), ['-p', '.']) },
  { name: 'unit', run: (context) => vitest('unit', [], context) },
  { name: 'build', run: check('scripts/build.mjs') },
  { name: 'packages', run: check('scripts/check-packages.mjs') },
  { name: 'size', run: check('scripts/size.mjs') },
  { name: 'browser', run: browser },
  {
    name: 'embedding',
    run: (context) => vitest('embedding', ['--config', 'test/embedding/vitest.config.ts'], context),
  },
];

function check(script, parameters = []) {
  return async ({ options, name }) => {
    const code = await runNode(script, parameters, options);
    return code === 0 ? success() : failure(`${name} (exit code ${code})`);
  };
}

async function vitest(name, parameters, { options }) {
  const file = join(folder, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runNode(VITEST, ['run', ...parameters, ...reporters], options);
  return resultsOfRunner(name, file, code, parseVitest);
}

async function browser({ options }) {
  const file = join(folder, 'browser.json');
  const env = { ...options.env, ZICHT_OP_RESULTS: file };
  const code = await runNode(bin('@web/test-runner/dist/bin.js'), [], { ...options, env });
  return resultsOfRunner('browser', file, code, (results) => results);
}

/** What the steps need besides the packages; answers the browser's path. */
async function prepare(options) {
  const { prepareLeaflet } = await import('./prepare.mjs');
  await prepareLeaflet();
  const code = await runNode('packages/voorbeeldland/make.mjs', [], options);
  if (code !== 0) throw new Error(`making the example data ended with exit code ${code}`);
  const path = await ensureBrowser(options);
  console.log(`browser: ${path}`);
  return path;
}

async function runStep({ name, run }, options) {
  console.log(`\n${'─'.repeat(20)} ${name} ${'─'.repeat(20)}`);
  try {
    return await run({ name, options });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return failure(name);
  }
}

/** Runs the steps named, or all, and adds a line for each to `report`. */
async function runAll(only, report, signal) {
  const timed = async (name, work) => {
    const begin = performance.now();
    const results = await work();
    report.push({ name, results, seconds: (performance.now() - begin) / 1000 });
    return results;
  };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });

  let browserPath = '';
  const steps = [
    { name: 'install', run: async () => void (await installMissing({ signal })) },
    { name: 'prepare', run: async () => void (browserPath = await prepare({ signal })) },
  ];
  for (const { name, run } of steps) {
    const results = await timed(name, () => runStep({ name, run: () => run().then(emptyResults) }, { signal }));
    // Without its packages nothing runs; without a browser much does.
    if (results.failed > 0 && name === 'install') return;
  }
  const env = { CHROME_PATH: browserPath, TZ: 'Europe/Amsterdam' };
  for (const step of STEPS) {
    if (signal.aborted) return;
    if (only === null || only.includes(step.name)) {
      await timed(step.name, () => runStep(step, { signal, timeout: LIMIT, env }));
    }
  }
}

function printReport(report) {
  const total = sumResults(report.map(({ results }) => results));
  console.log('\nstep         passed  failed  skipped  seconds');
  for (const { name, results, seconds } of report) {
    const counts = [results.passed, results.failed, results.skips.length].map((number) => String(number).padStart(7));
    console.log(`${name.padEnd(11)} ${counts.join(' ')} ${seconds.toFixed(1).padStart(9)}`);
  }
  for (const title of total.skips) console.log(`skipped: ${title}`);
  for (const title of total.failures) console.log(`failed: ${title}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total;
}

function readOnly() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  if (values.only === undefined) return null;
  const names = values.only.split(',');
  const unknown = names.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown !== undefined)
    throw new Error(`no step ${unknown}; there are: ${STEPS.map(({ name }) => name).join(', ')}`);
  return names;
}

const report = [];
const stop = new AbortController();
let interrupted = false;
onEnd(() => {
  interrupted = true;
  stop.abort();
});
try {
  await runAll(readOnly(), report, stop.signal);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  report.push({ name: 'test run', results: failure('the test run itself'), seconds: 0 });
}
if (interrupted) report.push({ name: 'interrupted', results: failure('interrupted'), seconds: 0 });
process.exitCode = printReport(report).failed > 0 ? 1 : 0;

/** `npm run storybook` and `npm run build-storybook`: makes what the stories need, then runs Storybook. */
import { join } from 'node:path';
import { installMissing } from './install.mjs';
import { onEnd } from './lib/on-end.mjs';
import { root } from './lib/root.mjs';
import { runNode } from './lib/run-command.mjs';

const [mode = 'dev', ...rest] = process.argv.slice(2);
const stop = new AbortController();
onEnd(() => stop.abort());
const { signal } = stop;

try {
  await installMissing({ signal });
  const { prepareLeaflet } = await import('./prepare.mjs');
  const { buildManifest } = await import('./build.mjs');
  await prepareLeaflet();
  await buildManifest();
  const made = await runNode('packages/voorbeeldland/make.mjs', [], { signal });
  if (made !== 0) throw new Error(`making the example data ended with exit code ${made}`);
  const parameters =
    mode === 'build' ? ['build', '--output-dir', 'storybook-static'] : ['dev', '--port', '6006', '--no-open'];
  process.exitCode = await runNode(
    join(root, 'node_modules/storybook/dist/bin/dispatcher.js'),
    [...parameters, '--disable-telemetry', ...rest],
    { signal, env: { STORYBOOK_DISABLE_TELEMETRY: '1' } },
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

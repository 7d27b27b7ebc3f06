/** Checks that the packages, as built, can be published and imported: what their package.json promises is there. */
import { join } from 'node:path';
import { PACKAGES } from './build.mjs';
import { root } from './lib/root.mjs';
import { runNode } from './lib/run-command.mjs';

let failed = 0;
for (const name of PACKAGES) {
  failed += await runNode(join(root, 'node_modules/publint/src/cli.js'), [
    'run',
    join(root, 'packages', name),
    '--strict',
  ]);
}
process.exitCode = failed > 0 ? 1 : 0;

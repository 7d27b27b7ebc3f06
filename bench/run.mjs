/**
 * `npm run bench`: our whole element beside bare maps of its peers, on the same shapes, figures and machine, in one interleaved
 * run. What doesn't show the right colours or names the wrong area is told to be wrong, and can't win.
 */
import { installMissing } from '../scripts/install.mjs';
import { installPeers } from './install.mjs';

await installMissing();
await installPeers();
const { USAGE, readSettings } = await import('./settings.mjs');

try {
  const settings = readSettings();
  if (settings.isHelp) console.log(USAGE);
  else await (await import('./bench.mjs')).bench(settings);
} catch (error) {
  console.error(`\nnpm run bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

/** Installs the packages of package-lock.json where they are missing or of another version. Node's own modules alone. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isMain, root } from './lib/root.mjs';
import { runCommand, runNode } from './lib/run-command.mjs';

/**
 * Keys of the lock (`node_modules/…`) that are not installed in its version. Both arguments are the `packages` of a lock
 * file: the committed one, and the one npm keeps in node_modules of what it installed (null: nothing is installed).
 * An optional package may be absent: most are for another platform.
 */
export function missingPackages(wanted, installed) {
  return Object.entries(wanted)
    .filter(([key]) => key.includes('node_modules/'))
    .filter(([key, { version, link, optional, devOptional, peer }]) => {
      const present = installed === null ? undefined : installed[key];
      if (present === undefined) return !(optional || devOptional || peer);
      return link !== true && present.version !== version;
    })
    .map(([key]) => key);
}

/** Answers whether anything had to be installed. Throws where npm fails. */
export async function installMissing({ signal } = {}) {
  const wanted = await packagesOf(`${root}package-lock.json`);
  if (wanted === null) throw new Error('package-lock.json is missing or damaged');
  const missing = missingPackages(wanted, await packagesOf(`${root}node_modules/.package-lock.json`));
  if (missing.length === 0) return false;

  console.log(`installing: ${missing.length} of ${Object.keys(wanted).length} packages are missing or outdated`);
  // `npm ci` empties node_modules first, which is rude to whatever runs beside us: only where there is none.
  const how = existsSync(`${root}node_modules`) ? ['install', '--no-save'] : ['ci'];
  const parameters = [...how, '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const options = { signal, env: { NODE_ENV: 'development' } };
  const code = await (npm?.endsWith('.js')
    ? runNode(npm, parameters, options)
    : runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', parameters, options));
  if (code !== 0) throw new Error(`npm ended with exit code ${code}; see its messages above`);
  return true;
}

async function packagesOf(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

if (isMain(import.meta.url)) {
  console.log((await installMissing()) ? 'installed' : 'everything is installed');
}

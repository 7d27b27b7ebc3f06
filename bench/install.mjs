/** Installs the peers in this folder where they are missing or of another version. Node's own modules alone. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { missingPackages } from '../scripts/install.mjs';
import { runCommand, runNode } from '../scripts/lib/run-command.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Answers whether anything had to be installed. Throws where npm fails. */
export async function installPeers() {
  const wanted = await packagesOf(`${here}package-lock.json`);
  const installed = await packagesOf(`${here}node_modules/.package-lock.json`);
  if (missingPackages(wanted, installed).length === 0) return false;
  console.log('installing the peers');
  // Nothing of theirs runs on this machine, so their install scripts needn't either.
  const parameters = [
    existsSync(`${here}node_modules`) ? 'install' : 'ci',
    '--no-workspaces',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
  ];
  const npm = process.env.npm_execpath;
  const options = { cwd: here, stdio: ['ignore', 2, 2] };
  const code = await (npm?.endsWith('.js')
    ? runNode(npm, parameters, options)
    : runCommand(process.platform === 'win32' ? 'npm.cmd' : 'npm', parameters, options));
  if (code !== 0) throw new Error(`npm ended with exit code ${code}; see its messages above`);
  return true;
}

/** Version of a peer as it is installed. */
export async function versionOf(name) {
  return JSON.parse(await readFile(`${here}node_modules/${name}/package.json`, 'utf8')).version;
}

async function packagesOf(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

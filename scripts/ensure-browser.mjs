/**
 * Finds a Chromium for the browser tests, or installs one. Prints its path, and nothing else, on standard output.
 * Searched in this order: CHROME_PATH, CHROME_BIN, the PATH, the places where macOS and Windows keep Chrome, what
 * Playwright has installed; then apt-get (as root), then Playwright's own download.
 */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isMain, root } from './lib/root.mjs';
import { runCommand, runNode } from './lib/run-command.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** What every test of ours starts Chromium with: no sandbox (tests run as root in containers), no network of its own. */
export const chromeArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-search-engine-choice-screen',
  '--lang=nl-NL',
  '--accept-lang=nl-NL,nl',
];

/** Path of a Chromium on this machine, or null. Throws where CHROME_PATH names a file that can't be run. */
export async function findBrowser(env = process.env) {
  for (const name of ['CHROME_PATH', 'CHROME_BIN']) {
    const path = env[name];
    if (!path) continue;
    if (!canRun(path)) throw new Error(`${name} is ${path}, and that can't be run`);
    return path;
  }
  return onPath(env) ?? fixedPlaces(env).find(canRun) ?? (await ofPlaywright());
}

/** As `findBrowser`, and installs one where there is none. Throws where that fails. */
export async function ensureBrowser({ signal } = {}) {
  const found = await findBrowser();
  if (found) return found;

  console.error('no Chromium or Chrome found: installing one');
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath(process.env, ['apt-get'])) {
    await installWithApt(signal);
  }
  const installed = (await findBrowser()) ?? (await installWithPlaywright(signal));
  if (installed) return installed;
  throw new Error('no Chromium or Chrome, and none could be installed: install one, or set CHROME_PATH to its program');
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(env, names = NAMES) {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of endings) {
        const path = join(folder, name + ending);
        if (canRun(path)) return path;
      }
    }
  }
  return null;
}

function fixedPlaces(env) {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform !== 'win32') return [];
  return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter((folder) => folder)
    .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'));
}

async function ofPlaywright() {
  const { chromium } = await import('playwright-core').catch(() => ({ chromium: null }));
  const path = chromium?.executablePath();
  return path && existsSync(path) ? path : null;
}

async function installWithApt(signal) {
  // Output goes to the error stream: standard output is for the path.
  const options = { signal, stdio: ['ignore', 2, 2], env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await runCommand('apt-get', ['update', '-q'], options);
  const parameters = ['-o', 'DPkg::Lock::Timeout=120', 'install', '-y', '-q', '--no-install-recommends', 'chromium'];
  await runCommand('apt-get', parameters, options);
}

async function installWithPlaywright(signal) {
  const cli = join(root, 'node_modules', 'playwright-core', 'cli.js');
  if (!existsSync(cli)) return null;
  await runNode(cli, ['install', 'chromium'], { signal, stdio: ['ignore', 2, 2] });
  return ofPlaywright();
}

if (isMain(import.meta.url)) console.log(await ensureBrowser());

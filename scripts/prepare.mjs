/**
 * Makes Leaflet's modules in packages/elements/src/map: the parts of Leaflet 1.9.4 we use, as readable ES modules that set
 * no global and assign no string to innerHTML. Made from the installed package, not committed, made again when stale.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { patch, patches } from './leaflet/patches.mjs';
import { isMain, root } from './lib/root.mjs';

const own = fileURLToPath(new URL('.', import.meta.url));
const leaflet = join(root, 'node_modules/leaflet/');
const folder = join(root, 'packages/elements/src/map');
/** Entries, and what they become. */
const ENTRIES = ['leaflet.js', 'leaflet-layers.js'];
/** What both have in common; imported by the two alone. */
const SHARED = 'leaflet-base.js';

/** Names of the files that are made, in packages/elements/src/map. */
export const leafletFiles = [...ENTRIES, SHARED];

/** Writes the modules if one is missing or stale; answers whether it did. Throws where a patch doesn't fit. */
export async function prepareLeaflet() {
  const key = await keyOfInputs();
  const mark = `/* Made by scripts/prepare.mjs from the leaflet package; change nothing here. ${key} */\n`;
  const old = await Promise.all(leafletFiles.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
  if (old.every((text) => text.startsWith(mark))) return false;

  await mkdir(folder, { recursive: true });
  for (const { path, text } of await bundleLeaflet()) {
    // By way of a rename, so that a server or test reading it at this moment never sees half a file.
    const target = join(folder, basename(path));
    const draft = `${target}.${process.pid}`;
    await writeFile(draft, mark + text);
    await rename(draft, target);
  }
  return true;
}

async function keyOfInputs() {
  const hash = createHash('sha256');
  for (const file of [
    ...ENTRIES.map((name) => join(own, 'leaflet', name)),
    join(own, 'leaflet/patches.mjs'),
    join(own, 'prepare.mjs'),
    join(leaflet, 'package.json'),
    join(root, 'node_modules/esbuild/package.json'),
  ]) {
    hash.update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}

async function bundleLeaflet() {
  const { build, stop } = await import('esbuild');
  const seen = new Set();
  const result = await build({
    entryPoints: ENTRIES.map((name) => join(own, 'leaflet', name)),
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: basename(SHARED, '.js'),
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    write: false,
    logLevel: 'warning',
    banner: { js: await legalComment() },
    plugins: [
      {
        name: 'patch-leaflet',
        setup(step) {
          step.onLoad({ filter: /[\\/]leaflet[\\/]src[\\/].*\.js$/ }, async ({ path }) => {
            const name = relative(`${leaflet}src`, path).replaceAll('\\', '/');
            seen.add(name);
            return { contents: patch(name, await readFile(path, 'utf8')), loader: 'js' };
          });
        },
      },
    ],
  });
  const unused = patches.find(({ file }) => !seen.has(file));
  if (unused) throw new Error(`leaflet/src/${unused.file} is patched but not part of the bundle`);
  // Its service would stay for as long as we do, and a server stays long.
  await stop();
  const made = result.outputFiles.map(({ path }) => basename(path));
  if (made.sort().join() !== [...leafletFiles].sort().join()) throw new Error(`made other files than named: ${made}`);
  return result.outputFiles;
}

/** The package's own banner and its licence, which has to go wherever the code goes. */
async function legalComment() {
  const read = async (file) => (await readFile(`${leaflet}${file}`, 'utf8')).replaceAll('\r', '');
  const banner = /^\/\* @preserve\n([\s\S]*?)\n *\*\//.exec(await read('dist/leaflet-src.esm.js'));
  if (!banner) throw new Error('no legal comment at the top of leaflet/dist/leaflet-src.esm.js');
  const licence = (await read('LICENSE')).trim().replaceAll(/^/gm, ' * ');
  return `/*! @preserve\n${banner[1]}\n *\n${licence}\n */`.replaceAll(/ +$/gm, '');
}

if (isMain(import.meta.url)) {
  console.log(`${leafletFiles.join(', ')}: ${(await prepareLeaflet()) ? 'made' : 'fresh'}`);
}

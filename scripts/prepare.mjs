/**
 * Makes packages/elements/src/map/leaflet.js: the parts of Leaflet 1.9.4 we use, as one readable ES module that sets no
 * global and assigns no string to innerHTML. Made from the installed package, not committed, made again when stale.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { patch, patches } from './leaflet/patches.mjs';
import { isMain, root } from './lib/root.mjs';

const entry = `${root}scripts/leaflet/entry.js`;
const leaflet = `${root}node_modules/leaflet/`;
const target = `${root}packages/elements/src/map/leaflet.js`;

/** Writes the module if it is missing or stale; answers whether it did. Throws where a patch doesn't fit. */
export async function prepareLeaflet() {
  const key = await keyOfInputs();
  const mark = `/* Made by scripts/prepare.mjs from the leaflet package; change nothing here. ${key} */\n`;
  const old = await readFile(target, 'utf8').catch(() => '');
  if (old.startsWith(mark)) return false;

  await mkdir(dirname(target), { recursive: true });
  // By way of a rename, so that a server or test reading it at this moment never sees half a file.
  const draft = `${target}.${process.pid}`;
  await writeFile(draft, mark + (await bundleLeaflet()));
  await rename(draft, target);
  return true;
}

async function keyOfInputs() {
  const hash = createHash('sha256');
  for (const file of [
    entry,
    fileURLToPath(new URL('./leaflet/patches.mjs', import.meta.url)),
    fileURLToPath(import.meta.url),
    `${leaflet}package.json`,
    `${root}node_modules/esbuild/package.json`,
  ]) {
    hash.update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}

async function bundleLeaflet() {
  const { build } = await import('esbuild');
  const seen = new Set();
  const result = await build({
    entryPoints: [entry],
    bundle: true,
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
  return result.outputFiles[0].text;
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
  console.log((await prepareLeaflet()) ? `made ${relative(root, target)}` : `${relative(root, target)} is fresh`);
}

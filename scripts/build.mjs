/**
 * Builds all packages to packages/…/dist: a module and its types per source file, and for the elements the one-file
 * delivery with its hashes and the custom-elements manifest. Needs what package-lock.json installs, and no browser.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { gzipSync } from 'node:zlib';
import { installMissing } from './install.mjs';
import { bundleOneFile, elements, leafletLayer, noticesOf } from './lib/bundle.mjs';
import { minifyStylesIn } from './lib/minify-styles.mjs';
import { isMain, root } from './lib/root.mjs';
import { runNode } from './lib/run-command.mjs';
import { leafletFiles, prepareLeaflet } from './prepare.mjs';

/** In order: each may import the ones before it, by their built types. */
export const PACKAGES = ['core', 'locales', 'renderer', 'leaflet', 'elements', 'voorbeeldland', 'publish'];
const cdn = join(elements, 'dist/cdn');

/** Throws on the first thing that fails. */
export async function buildAll() {
  await installMissing();
  await prepareLeaflet();
  for (const name of PACKAGES) await buildPackage(name);
  await buildOneFile({ entry: join(elements, 'src/zicht-op.ts'), out: cdn, formats: ['es', 'iife'] });
  await buildOneFile({ ...leafletLayer, out: join(root, 'packages/leaflet/dist/cdn'), formats: ['es'] });
  await buildManifest();
}

async function buildPackage(name) {
  const folder = join(root, 'packages', name);
  await rm(join(folder, 'dist'), { recursive: true, force: true });
  await must(`compiling packages/${name}`, 'node_modules/typescript/bin/tsc', [
    '-p',
    join(folder, 'tsconfig.build.json'),
  ]);
  await copyFile(join(root, 'LICENSE'), join(folder, 'dist/LICENSE'));
  if (name !== 'elements') return;
  await minifyStylesIn(join(folder, 'dist'));
  for (const file of [...leafletFiles, 'leaflet.d.ts', 'leaflet-layers.d.ts']) {
    await copyFile(join(folder, 'src/map', file), join(folder, 'dist/map', file));
  }
}

async function buildOneFile({ formats, ...options }) {
  const { out } = options;
  await mkdir(out, { recursive: true });
  const modules = new Set();
  const integrity = {};
  for (const format of formats) {
    const results = [await bundleOneFile({ ...options, format })].flat();
    for (const { fileName, type, moduleIds } of results.flatMap(({ output }) => output)) {
      if (type !== 'chunk') continue;
      const code = await readFile(join(out, fileName));
      integrity[fileName] = `sha384-${createHash('sha384').update(code).digest('base64')}`;
      for (const id of moduleIds) modules.add(id);
      console.log(
        `${fileName}: ${kilobytes(code.length)} kB, ${kilobytes(gzipSync(code, { level: 9 }).length)} kB gzip`,
      );
    }
  }
  await writeFile(join(out, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
  await writeFile(join(out, 'LICENSES.txt'), await noticesOf(modules));
}

/** Writes packages/elements/custom-elements.json. */
export async function buildManifest() {
  const cli = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
  const parameters = ['analyze', '--config', '../../custom-elements-manifest.config.js', '--quiet'];
  await must('listing the elements', cli, parameters, { cwd: elements });
}

async function must(what, script, parameters, options) {
  const code = await runNode(join(root, script), parameters, options);
  if (code !== 0) throw new Error(`${what} ended with exit code ${code}`);
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

if (isMain(import.meta.url)) {
  const start = performance.now();
  try {
    await buildAll();
    console.log(`built in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.error(`build failed: ${stripVTControlCharacters(message)}`);
    process.exitCode = 1;
  }
}

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minifyStylesInVite } from './minify-styles.mjs';
import { root } from './root.mjs';

export const elements = join(root, 'packages/elements');

/** What a host's own Leaflet map takes from us: one module, as one file `zicht-op-leaflet.js`. */
export const leafletLayer = {
  entry: join(root, 'packages/leaflet/src/choropleth-layer.ts'),
  name: 'zicht-op-leaflet',
};

/** Settings for Vite's build that all our bundles share; sources are taken from packages, not from what was built. */
async function settings({ plugins = [], ...options }) {
  // Vite takes a NODE_ENV of the caller's over its own mode, and would then bundle Lit's development build.
  process.env.NODE_ENV = 'production';
  return {
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    mode: 'production',
    resolve: { conditions: ['zicht-op-source', 'module', 'browser', 'production'] },
    // The table's libraries ask for it; Vite leaves it in what it builds as a library, and a browser has no `process`.
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [minifyStylesInVite(), ...plugins],
    ...options,
  };
}

/**
 * Builds a one-file delivery from `entry` into the folder `out`: `zicht-op.js` (an ES module) or `zicht-op.iife.js` (a
 * classic script), or another `name`, with its source map beside it. Answers what Rollup's `write` answers, or its watcher
 * with `watch`.
 */
export async function bundleOneFile({ entry, out, format, name = 'zicht-op', watch = false }) {
  const { build } = await import('vite');
  return build(
    await settings({
      build: {
        lib: {
          entry,
          name: 'ZichtOp',
          formats: [format],
          fileName: () => (format === 'iife' ? `${name}.iife.js` : `${name}.js`),
        },
        outDir: out,
        emptyOutDir: false,
        target: 'es2022',
        sourcemap: true,
        reportCompressedSize: false,
        watch: watch ? {} : null,
        // Vite leaves the white space of an ES library alone, so minifying is asked for here.
        rolldownOptions: {
          output: { minify: true, codeSplitting: false, comments: { legal: true }, postBanner: await banner() },
        },
      },
    }),
  );
}

async function banner() {
  const { version } = JSON.parse(await readFile(join(elements, 'package.json'), 'utf8'));
  return `/*! Zicht op ${version} | EUPL-1.2 | contains other packages, see LICENSES.txt */`;
}

/**
 * Builds the script of a page that imports these modules, as a bundler of such a page would: in memory, with chunks for what
 * comes on demand. Answers the chunks: `{ name, fileName, isEntry, imports, dynamicImports, code, moduleIds }`.
 *
 * `used`: what the page takes from its first module, which does nothing by itself. `minify` off gives names that a reader
 * knows.
 */
export async function bundlePage(modules, { used = null, minify = true } = {}) {
  const { build } = await import('vite');
  const result = await build(
    await settings({
      plugins: [pageOf(modules, used)],
      build: {
        write: false,
        target: 'es2022',
        minify,
        // A library, so that Vite's own helper for preloading a host's chunks isn't counted as ours.
        lib: { entry: PAGE, formats: ['es'] },
        rolldownOptions: {
          // A page exports nothing: what it shares with parts on demand stays in it, not in files of their own.
          preserveEntrySignatures: false,
          output: { minify, comments: { legal: false }, entryFileNames: 'zicht-op.js' },
        },
      },
    }),
  );
  return [result].flat().flatMap(({ output }) => output.filter(({ type }) => type === 'chunk'));
}

/** Is nowhere but in memory. */
const PAGE = join(root, 'page.js');

function pageOf(modules, used) {
  const lines = modules.map((file) => `import ${JSON.stringify(file)};`);
  if (used) lines.push(`import { ${used} } from ${JSON.stringify(modules[0])};`, `globalThis.${used} = ${used};`);
  return {
    name: 'page',
    resolveId: (id) => (id === PAGE ? id : null),
    load: (id) => (id === PAGE ? lines.join('\n') : null),
  };
}

/** The text that names every package in a bundle made of these modules, with its licence in full. */
export async function noticesOf(moduleIds) {
  const found = new Set();
  for (const id of moduleIds) {
    const path = id.replaceAll('\\', '/');
    const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
    if (name && !name.startsWith('@zicht-op/')) found.add(name);
    if (/\/map\/leaflet(-base|-layers)?\.js$/.test(path)) found.add('leaflet');
  }
  const notices = [];
  for (const name of [...found].sort()) notices.push(await noticeOf(name));
  return `This file lists what the bundles beside it contain besides Zicht op itself (EUPL-1.2).\n\n${notices.join('\n\n')}\n`;
}

async function noticeOf(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  if (!file) throw new Error(`${name} ships no licence text; add it by hand or leave the package out`);
  const text = (await readFile(join(folder, file), 'utf8')).replaceAll('\r', '').trim();
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${text}`;
}

/** Writes `text` only where it differs, so that watchers and time stamps stay quiet. */
export async function writeChanged(file, text) {
  const old = await readFile(file, 'utf8').catch(() => null);
  if (old !== text) await writeFile(file, text);
}

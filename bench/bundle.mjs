import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minifyStylesInEsbuild } from '../scripts/lib/minify-styles.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * The pages' scripts as a bundler delivers them: minified, with parts that come on demand in files of their own.
 * @param {readonly string[]} names
 * @returns {Promise<Map<string, Buffer>>} bytes per path
 */
export async function bundlePages(names) {
  const result = await build({
    entryPoints: names.map((name) => here(`pages/${name}.js`)),
    outdir: here('out'),
    write: false,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['zicht-op-source'],
    tsconfig: here('../tsconfig.json'),
    plugins: [minifyStylesInEsbuild()],
  });
  const files = new Map(
    result.outputFiles.map((file) => [`/${file.path.split('/').pop()}`, Buffer.from(file.contents)]),
  );
  files.set('/page.css', await readFile(here('pages/page.css')));
  for (const name of names) files.set(`/${name}.html`, Buffer.from(pageHtml(name)));
  return files;
}

const pageHtml = (name) => `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>${name}</title>
<link rel="stylesheet" href="/page.css"><script type="module" src="/${name}.js"></script></head>
<body>${name === 'zicht-op' ? '' : '<div id="map"></div>'}</body></html>`;

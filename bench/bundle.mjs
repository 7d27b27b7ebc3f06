import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundlePage as bundleWithVite } from '../scripts/lib/bundle.mjs';
import { PAGES } from './pages.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** MapLibre's worker is a module of its own that shares a chunk with the page, as in the package. */
const WORKERS = { maplibre: here('node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs') };

/**
 * A page's files as a bundler delivers them: minified, with parts that come on demand in files of their own. One bundle per
 * page: no page shares a part with another.
 * @param {string} entry - name of a script in `pages/`
 * @param {{ minify?: boolean }} [options]
 * @returns {Promise<Map<string, Buffer>>} bytes per name; `index.html` among them
 */
export async function bundlePage(entry, { minify = true } = {}) {
  const files = isOurs(entry) ? await bundleOurs(entry, minify) : await bundlePeer(entry, minify);
  files.set('page.css', await readFile(here('pages/common/page.css')));
  return files;
}

const isOurs = (entry) => PAGES.some((page) => page.isOurs && page.entry === entry);

/** By Vite, as most who embed it will: our parts that come on demand share what they share with the page itself. */
async function bundleOurs(entry, minify) {
  const chunks = await bundleWithVite([here(`pages/${entry}.js`)], { minify });
  return new Map(chunks.map(({ fileName, isEntry, code }) => [isEntry ? `${entry}.js` : fileName, Buffer.from(code)]));
}

async function bundlePeer(entry, minify) {
  const result = await build({
    entryPoints: [here(`pages/${entry}.js`), ...(WORKERS[entry] ? [WORKERS[entry]] : [])],
    entryNames: '[name]',
    outdir: here('out'),
    write: false,
    bundle: true,
    splitting: true,
    minify,
    format: 'esm',
    target: 'es2022',
    loader: { '.png': 'dataurl', '.svg': 'dataurl' },
    conditions: ['zicht-op-source'],
    tsconfig: here('../tsconfig.json'),
    logLevel: 'error',
  });
  return new Map(result.outputFiles.map(({ path, contents }) => [basename(path), Buffer.from(contents)]));
}

/** The page as someone who embeds a map writes it. `query` is what the page's script reads. */
export function pageHtml({ entry, isOurs }, files, { map, element, figures, shapes, indicator }) {
  const styles = ['page.css', `${entry}.css`].filter((name) => files.has(name));
  const body = isOurs
    ? `<zo-choropleth src="${figures}" boundaries="${shapes}" indicator="${indicator}"></zo-choropleth>`
    : '<div id="map"></div>';
  const size = isOurs ? element : map;
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${entry}</title>
${styles.map((name) => `<link rel="stylesheet" href="${name}">`).join('\n')}
<style>zo-choropleth, #map { width: ${size.width}px; height: ${size.height}px; }</style>
<script type="module" src="${entry}.js"></script>
</head>
<body>${body}</body>
</html>`;
}

/**
 * Measures the JavaScript that a page fetches until its elements are ready with JSON-stat, TopoJSON and Web Mercator, and
 * fails where it is over the budgets in size-budgets.json; a `target` there is a goal that isn't met yet. Chunks that come
 * later are listed, not counted.
 * `--detail` lists the modules in each chunk.
 */
import { readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { gzipSync } from 'node:zlib';
import { bundlePage, elements, leafletLayer } from './lib/bundle.mjs';
import { isMain, root } from './lib/root.mjs';
import { prepareLeaflet } from './prepare.mjs';

const entryOf = (folder) => join(elements, 'src', folder, 'define.ts');
const ENTRIES = {
  map: entryOf('choropleth'),
  table: entryOf('indicator-table'),
  outlier: entryOf('branch-outlier'),
};

/**
 * Size in bytes of what a page fetches: its entry, the chunks that imports, directly or not, and those `eager` names, which
 * an element imports on demand but always before it is ready.
 */
export function sizeOf(chunks, eager = (_chunk) => false) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const open = chunks.filter(({ isEntry }) => isEntry);
  const seen = new Set(open);
  while (open.length > 0) {
    const chunk = open.pop();
    const onDemand = chunk.dynamicImports.filter((fileName) => eager(byName.get(fileName)));
    for (const fileName of [...chunk.imports, ...onDemand]) {
      const next = byName.get(fileName);
      if (next && !seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
    }
  }
  return [...seen].reduce((sum, chunk) => sum + zipped(chunk.code), 0);
}

const zipped = (code) => gzipSync(code, { level: 9 }).length;

/** Modules that are imported on demand, yet always needed before a picture of JSON-stat and TopoJSON is ready. */
const ALWAYS_NEEDED = /\/(formats\/(json-stat|topojson)|map\/leaflet-map-host)\.(ts|js)$/;

/** Modules that are fetched in any case, behind the first picture: nothing waits for them. */
const BEHIND = /\/(indicator-table\/row-(sorter|window)|locales\/src\/nl\/problems)\.(ts|js)$/;

const holds = (chunk, modules) => chunk?.moduleIds.some((id) => modules.test(id.replaceAll('\\', '/'))) ?? false;

const isEager = (chunk) => holds(chunk, ALWAYS_NEEDED);

/** A page is measured as a build of its own, of just its elements: together with others it would come in more pieces. */
async function buildPage(...names) {
  const chunks = await bundlePage(names.map((name) => ENTRIES[name]));
  return { chunks, size: sizeOf(chunks, isEager) };
}

async function measure() {
  await prepareLeaflet();
  const budgets = JSON.parse(await readFile(join(root, 'size-budgets.json'), 'utf8'));
  const map = await buildPage('map');
  const table = await buildPage('table');
  const mapAndTable = await buildPage('map', 'table');
  const all = await buildPage('map', 'table', 'outlier');
  const rows = [
    ['page with the map', map.size, budgets.map],
    ['page with the table alone', table.size, budgets.table],
    ['the table beside the map', mapAndTable.size - map.size, budgets.furtherElement],
    ['the branch analysis beside both', all.size - mapAndTable.size, budgets.furtherElement],
  ];
  const layer = await bundlePage([leafletLayer.entry], { used: 'choroplethLayer' });
  rows.push(['leaflet layer, without Leaflet', sizeOf(layer, isEager), {}]);
  const oneFile = join(elements, 'dist/cdn/zicht-op.js');
  if (await stat(oneFile).catch(() => null)) {
    rows.push(['the one-file delivery', zipped(await readFile(oneFile)), budgets.oneFile]);
  } else console.log('the one-file delivery is not built: npm run build');

  const overBudget = printTable(rows);
  const later = all.chunks.filter((chunk) => chunk.isDynamicEntry && !isEager(chunk));
  printChunks(
    'behind the first picture, not counted:',
    later.filter((chunk) => holds(chunk, BEHIND)),
  );
  printChunks(
    'on demand, not counted:',
    later.filter((chunk) => !holds(chunk, BEHIND)),
  );
  if (process.argv.includes('--detail')) for (const { chunks } of [map, table, all]) printModules(chunks);
  return overBudget === 0;
}

/** Where the bytes are: each module's share, before it is minified, by the entry that brings it. */
function printModules(chunks) {
  for (const chunk of chunks) {
    console.log(`\n${chunk.fileName}`);
    const modules = Object.entries(chunk.modules).map(([id, { code }]) => [zipped(code ?? ''), relative(root, id)]);
    for (const [bytes, id] of modules.sort(([one], [other]) => other - one)) console.log(`${kilobytes(bytes)}  ${id}`);
  }
}

function printChunks(heading, chunks) {
  console.log(`\n${heading}`);
  for (const { code, name } of chunks) console.log(`${kilobytes(zipped(code))}  ${name}`);
}

function printTable(rows) {
  console.log('   kB  budget');
  let overBudget = 0;
  for (const [what, bytes, { budget = Infinity, target = budget }] of rows) {
    const isOver = bytes > budget * 1000;
    if (isOver) overBudget++;
    const remark = isOver ? '  OVER BUDGET' : bytes > target * 1000 ? `  target ${target} not met` : '';
    console.log(
      `${kilobytes(bytes)}  ${(Number.isFinite(budget) ? String(budget) : '').padStart(6)}  ${what}${remark}`,
    );
  }
  return overBudget;
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(5);

if (isMain(import.meta.url)) {
  try {
    process.exitCode = (await measure()) ? 0 : 1;
  } catch (error) {
    console.error(stripVTControlCharacters(error instanceof Error ? error.message : String(error)));
    process.exitCode = 1;
  }
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { root } from '../scripts/lib/root.mjs';
import { runNode } from '../scripts/lib/run-command.mjs';

const REAL = new URL('../../shared/data/', import.meta.url);
const EXAMPLE = new URL('../demo/voorbeeldland/', import.meta.url);
const SINGULAR = { gemeenten: 'gemeente', wijken: 'wijk', buurten: 'buurt' };

/**
 * @typedef {object} Level
 * @property {string} name - `gemeenten`, `wijken`, `buurten`
 * @property {string} object - name of the level's object in the TopoJSON
 * @property {[string, string]} indicators - columns of the figures; the pages begin with the first
 * @property {Map<string, Buffer>} files - bytes per path: `figures.csv`, `shapes.topojson`, `shapes.zob`
 */

/**
 * What the benchmark draws: the real boundaries and figures where the folder beside the project is there, Voorbeeldland
 * else. Figures are CSV in both, so that every page reads the same bytes.
 * @param {readonly string[]} names - levels
 * @returns {Promise<{ kind: 'real' | 'voorbeeldland', levels: Level[] }>}
 */
export async function benchData(names) {
  const isReal = existsSync(REAL);
  if (!isReal) {
    const code = await runNode(`${root}packages/voorbeeldland/make.mjs`);
    if (code !== 0) throw new Error(`making the example data ended with exit code ${code}`);
  }
  const levels = await Promise.all(names.map(isReal ? realLevel : exampleLevel));
  return { kind: isReal ? 'real' : 'voorbeeldland', levels };
}

async function realLevel(name) {
  const figures = await readFile(new URL(`values/kerncijfers-${name}-2024.csv`, REAL));
  const shapes = await readFile(new URL(`geo/${name}-2024.topojson`, REAL));
  return levelOf(name, ['woz_x1000', 'pct_koopwoningen'], figures, shapes);
}

async function exampleLevel(name) {
  const dataset = JSON.parse(await readFile(new URL(`vastgoed-${SINGULAR[name]}.json`, EXAMPLE), 'utf8'));
  const shapes = await readFile(new URL(`${name}-2024.topojson`, EXAMPLE));
  const indicators = ['buitenlands-adres', 'laag-inkomen'];
  return levelOf(
    name,
    indicators,
    Buffer.from(newestAsCsv(dataset, indicators, JSON.parse(shapes).objects[name])),
    shapes,
  );
}

async function levelOf(name, indicators, figures, shapes) {
  return {
    name,
    object: name,
    indicators,
    files: new Map([
      ['figures.csv', figures],
      ['shapes.topojson', shapes],
      ['shapes.zob', await compactOf(shapes, SINGULAR[name])],
    ]),
  };
}

/** The same shapes as the publisher's command writes them, to the last bit of the source's own grid. */
async function compactOf(shapes, level) {
  const { makeBoundaries } = await publisher();
  const plan = { grid: null, simplify: 0, levels: [level], year: null, attribution: null };
  const made = makeBoundaries(JSON.parse(shapes), plan);
  if (!made.ok) throw new Error(`compact boundaries of ${level}: ${made.problems[0].code}`);
  return Buffer.from(made.value.bytes);
}

let bundled = null;

/** The publisher's sources, bundled in memory: nothing need be built. */
function publisher() {
  bundled ??= build({
    stdin: { contents: "export * from '@zicht-op/publish/boundaries/make-boundaries.js';", resolveDir: root },
    bundle: true,
    conditions: ['zicht-op-source'],
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
  }).then(
    ({ outputFiles: [{ text }] }) => import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`),
  );
  return bundled;
}

/** Two indicators of the newest period, of the regions that have a shape; an empty cell where there is no released figure. */
function newestAsCsv({ id, size, dimension, value, status = {} }, indicators, object) {
  const shaped = new Set(object.geometries.map(({ properties }) => properties.statcode));
  const [metrics, periods, regions] = id.map((name) => dimension[name].category.index);
  const cell = (metric, region) => {
    const at = (metrics.indexOf(metric) * size[1] + periods.length - 1) * size[2] + region;
    return value[at] === null || /[QOM]/.test(status[at] ?? '') ? '' : value[at];
  };
  const rows = regions.flatMap((code, region) =>
    shaped.has(code) ? [[code, ...indicators.map((metric) => cell(metric, region))].join()] : [],
  );
  return [['code', ...indicators].join(), ...rows].join('\n');
}

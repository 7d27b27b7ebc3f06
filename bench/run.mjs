import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { chromium } from 'playwright-core';
import { chromeArgs, findBrowser } from '../scripts/ensure-browser.mjs';
import { prepareLeaflet } from '../scripts/prepare.mjs';
import { bundlePages } from './bundle.mjs';
import { benchData, indicators, samples } from './data.mjs';
import { benchJsonStat } from './json-stat.mjs';
import { serveFiles } from './server.mjs';

/**
 * The whole element beside a bare Leaflet canvas layer, on the same shapes and figures, in one interleaved run; each page
 * must have the right colour at the samples, so that what draws nothing can't win.
 * `npm run bench -- --quick`: fewer rounds, about two minutes.
 */
const isQuick = process.argv.includes('--quick');
const rounds = isQuick ? 5 : 11;
const PAGES = ['zicht-op', 'leaflet-canvas'];
const FREE_FRAMES = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const round = (value) => Math.round(value * 10) / 10;

async function measureLoad(browser, url) {
  const context = await browser.newContext({
    viewport: { width: 800, height: 600 },
    deviceScaleFactor: 1,
    locale: 'nl-NL',
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => window.bench !== undefined, null, { timeout: 60_000 });
  const facts = await page.evaluate(() => ({
    painted: window.paintedAt,
    status: window.bench.status(),
    script: performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  }));
  return { context, page, facts };
}

/** How many samples have the colour of their class. */
const checkColours = (page, places) =>
  page.evaluate((wanted) => {
    const probe = document.createElement('canvas').getContext('2d');
    const plain = (colour) => {
      probe.fillStyle = colour;
      probe.fillRect(0, 0, 1, 1);
      return probe.getImageData(0, 0, 1, 1).data.join();
    };
    const colours = window.bench.colours().map(plain);
    return wanted.filter(({ place, style }) => {
      window.bench.look(place[0], place[1], 12);
      const canvas = window.bench.canvas();
      const [x, y] = window.bench.place(place[0], place[1]);
      const box = canvas.getBoundingClientRect();
      const ratio = canvas.width / box.width;
      const { data } = canvas
        .getContext('2d')
        .getImageData(Math.floor((x - box.left) * ratio), Math.floor((y - box.top) * ratio), 1, 1);
      return data.join() === colours[style];
    }).length;
  }, places);

async function benchLevel(browser, origin, root, level) {
  const places = await samples(root, level, indicators[0], 100);
  const results = Object.fromEntries(
    PAGES.map((name) => [name, { painted: [], recolour: [], correct: 0, samples: places.length, script: 0 }]),
  );
  for (let turn = 0; turn < rounds; turn++) {
    for (const name of turn % 2 === 0 ? PAGES : [...PAGES].reverse()) {
      const query = new URLSearchParams({
        figures: `/values/kerncijfers-${level}-2024.csv`,
        shapes: `/geo/${level}-2024.topojson`,
        indicator: indicators[0],
      });
      const { context, page, facts } = await measureLoad(browser, `${origin}/${name}.html?${query}`);
      const result = results[name];
      if (facts.status !== 'ready') throw new Error(`${name} did not draw ${level}`);
      result.painted.push(facts.painted);
      result.script = facts.script;
      for (const indicator of [indicators[1], indicators[0]]) {
        result.recolour.push(await page.evaluate((id) => window.bench.recolour(id), indicator));
      }
      if (turn === 0) result.correct = await checkColours(page, places);
      await context.close();
    }
  }
  return results;
}

function reportLevel(level, results) {
  const [own, peer] = PAGES.map((name) => results[name]);
  for (const name of PAGES) {
    const { painted, recolour, correct, samples: count, script } = results[name];
    console.log(
      `${level.padEnd(10)} ${name.padEnd(15)} painted ${String(round(median(painted))).padStart(7)} ms   new figures ${String(round(median(recolour))).padStart(6)} ms   script ${round(script / 1000)} kB gz   right colours ${correct}/${count}`,
    );
  }
  const ratio = median(own.painted) / median(peer.painted);
  console.log(
    `${level.padEnd(10)} ratio: painted ${ratio.toFixed(2)}, new figures ${(median(own.recolour) / median(peer.recolour)).toFixed(2)}\n`,
  );
}

await prepareLeaflet();
const data = benchData();
const parsing = await benchJsonStat();
console.log(
  `JSON-stat, ${parsing.observations} observations: JSON.parse ${round(parsing.parseMs)} ms, read and masked ${round(parsing.readMs)} ms, ratio ${parsing.ratio.toFixed(2)}\n`,
);

const levels = {};
if (data) {
  const bundles = await bundlePages(PAGES);
  const server = await serveFiles(
    async (path) => bundles.get(path) ?? readFile(new URL(`.${path}`, data.root)).catch(() => null),
  );
  const browser = await chromium.launch({
    executablePath: (await findBrowser()) ?? undefined,
    args: [...chromeArgs, ...FREE_FRAMES],
  });
  try {
    for (const level of data.levels) {
      levels[level] = await benchLevel(browser, server.origin, data.root, level);
      reportLevel(level, levels[level]);
    }
  } finally {
    await browser.close();
    server.close();
  }
} else {
  console.log('The folder with the real boundaries is absent: the maps are skipped.');
}

const out = new URL('results.json', import.meta.url);
await mkdir(new URL('.', out), { recursive: true });
await writeFile(
  out,
  JSON.stringify(
    { date: new Date().toISOString(), machine: `${cpus().length} cores, ${cpus()[0].model}`, rounds, parsing, levels },
    null,
    1,
  ),
);
console.log(`Written to bench/results.json (${cpus().length} cores, ${rounds} rounds).`);

import { launch, visit } from './browser.mjs';
import { fitSizes } from './fit.mjs';
import { measureAttach } from './measure/attach.mjs';
import { measureHover } from './measure/hover.mjs';
import { measureLoad } from './measure/load.mjs';
import { measureMemory } from './measure/memory.mjs';
import { measureMoving } from './measure/moving.mjs';
import { countNodes } from './measure/nodes.mjs';
import { countPixels } from './measure/pixels.mjs';
import { measureRecolour } from './measure/recolour.mjs';
import { samplePlaces, samplesForPage } from './samples.mjs';

const SAMPLES = 200;
/** Share of the samples that must be right: a few lie where a library simplifies its borders. */
const ENOUGH = 0.98;

/**
 * Measures all pages at one level, interleaved: each round loads every page once.
 * @param {object} run - `site`, `own`, `pages`, `level`, `setting`, `rounds`, `movingRounds`, `isQuick`
 * @returns {Promise<object>} `{ samples, map, pages: { [id]: result } }`
 */
export async function measureLevel(run) {
  const pages = run.pages.filter(({ shapes }) => run.level.files.has(shapes));
  const free = await launch({ isGpu: run.setting.isGpu, isFree: true });
  const paced = await launch({ isGpu: run.setting.isGpu, isFree: false });
  try {
    const sizes = await fitSizes(free, run.site.url(run.own, run.level), run.setting);
    run.site.setSizes(sizes);
    const samples = samplePlaces(run.level, sizes.map, SAMPLES);
    const context = {
      ...run,
      pages,
      sizes,
      samples,
      results: Object.fromEntries(pages.map(({ id }) => [id, emptyResult()])),
    };
    await inTurn(context, free, 1, checkPage);
    await inTurn(context, free, run.rounds, loadPage);
    await inTurn(context, paced, run.movingRounds, movePage);
    await inTurn(context, null, 1, weighPage);
    return { samples: samples.length, map: sizes.map, page: sizes.element, pages: context.results };
  } finally {
    await free.close();
    await paced.close();
  }
}

const emptyResult = () => ({
  wrong: [],
  painted: [],
  longest: [],
  longestApart: [],
  blocked: [],
  recolour: [],
  hover: [],
  moving: [],
  memory: [],
});

/** Each page once per round, forwards and backwards in turn. What goes wrong with a page takes it out of the rest. */
async function inTurn(context, browser, rounds, step) {
  for (let round = 0; round < rounds; round++) {
    for (const page of round % 2 === 0 ? context.pages : [...context.pages].reverse()) {
      const result = context.results[page.id];
      if (result.failed) continue;
      try {
        await step(context, page, result, browser);
      } catch (error) {
        result.failed = `${step.name}: ${error.message.split('\n')[0]}`;
        console.error(`${page.label}, ${context.level.name}: ${result.failed}`);
      }
    }
  }
}

const open = ({ site, level, sizes, setting }, page, browser, samples = null) =>
  visit(browser, { url: site.url(page, level), viewport: sizes.element, setting, samples });

/** A visit that counts for no time: colours at the moment of painting and on the screen, hover, bytes, nodes. */
async function checkPage(context, page, result, browser) {
  const { site, level, samples } = context;
  const wanted = samplesForPage(samples, level.indicators);
  site.sent();
  const visited = await open(context, page, browser, wanted);
  result.bytes = bytesOf(site.sent());
  result.nodes = await countNodes(visited);
  const reader = await browser.newPage();
  const atOnce = () => visited.page.evaluate(() => window.bench.atOnce);
  const check = (what, right, of = samples.length) => {
    if (right !== null && (of === 0 || right < of * ENOUGH)) result.wrong.push(`${what} ${right}/${of}`);
    return right;
  };
  const [first, second] = level.indicators;
  const onScreen = async (name) => (await countPixels(visited, reader, wanted[name])).right;
  result.correct = {
    paintedAtOnce: check('colours when painted', await atOnce()),
    painted: check('colours', await onScreen(first)),
  };
  await measureRecolour(visited, [second]);
  result.correct.recolouredAtOnce = check('other figures when painted', await atOnce());
  result.correct.recoloured = check('other figures', await onScreen(second));
  result.correct.hover = check('hover', (await measureHover(visited, samples)).right);
  await reader.close();
  await visited.close();
}

async function loadPage(context, page, result, browser) {
  const { level, samples } = context;
  const visited = await open(context, page, browser);
  const { painted, longest, longestApart, blocked } = await measureLoad(visited);
  result.painted.push(painted);
  result.longest.push(longest);
  result.longestApart.push(longestApart);
  result.blocked.push(blocked);
  const [first, second] = level.indicators;
  result.recolour.push(...(await measureRecolour(visited, [second, first, second, first])));
  const { p50, p95 } = await measureHover(visited, samples);
  result.hover.push({ p50, p95 });
  await visited.close();
}

async function movePage(context, page, result, browser) {
  if (page.isStill || result.wrong.some((what) => /^(dragging|the wheel)/.test(what))) return;
  const { level, samples } = context;
  const visited = await open(context, page, browser);
  try {
    result.moving.push(await measureMoving(visited, samples));
  } catch (error) {
    result.wrong.push(error.message);
    return void (await visited.close());
  }
  if (result.moving.length === 1) {
    const reader = await browser.newPage();
    const wanted = samplesForPage(samples, level.indicators)[level.indicators[0]];
    const { right, visible } = await countPixels(visited, reader, wanted);
    result.correct.moved = `${right}/${visible}`;
    if (visible === 0 || right < visible * ENOUGH) result.wrong.push(`colours after moving ${right}/${visible}`);
    await reader.close();
  }
  await visited.close();
}

/** Memory, in a browser of its own; and whether ours keeps any of what it was given back. */
async function weighPage(context, page, result) {
  if (context.isQuick && !page.isOurs && page.id !== 'leaflet-canvas') return;
  const browser = await launch({ isGpu: context.setting.isGpu, isFree: true });
  try {
    const visited = await open(context, page, browser);
    await measureRecolour(visited, [context.level.indicators[1], context.level.indicators[0]]);
    result.memory.push(await measureMemory(visited, browser));
    if (page.id === context.own.id && context.level.name === 'gemeenten' && !context.isQuick)
      result.attach = await measureAttach(visited);
  } finally {
    await browser.close();
  }
}

const bytesOf = (sent) => {
  const sum = (test) => sent.filter(({ path }) => test(path)).reduce((all, { bytes }) => all + bytes, 0);
  return {
    script: sum((path) => path.endsWith('.js')),
    shapes: sum((path) => /\/shapes\./.test(path)),
    figures: sum((path) => path.endsWith('.csv')),
  };
};

import { prepareLeaflet } from '../scripts/prepare.mjs';
import { glRenderer, launch } from './browser.mjs';
import { benchData } from './data.mjs';
import { versionOf } from './install.mjs';
import { benchJsonStat } from './json-stat.mjs';
import { measureLevel } from './level.mjs';
import { PAGES } from './pages.mjs';
import { machine } from './report/machine.mjs';
import { printGoals, printLeftOut, printLevel, printParsing } from './report/table.mjs';
import { keepRun, readRuns } from './report/results.mjs';
import { writeDocument } from './report/document.mjs';
import { openSite } from './site.mjs';
import { traceLoad } from './trace.mjs';

/** Measures what the settings ask for, and reports it. */
export async function bench(settings) {
  if (settings.isReport) return void (await writeDocument(await readRuns()));
  await prepareLeaflet();
  if (settings.isTrace) return void (await trace(settings));
  const run = await measure(settings);
  const runs = await keepRun(run);
  printGoals(run, runs);
  printLeftOut(run);
  console.log(`Written to bench/results${run.setting.isGpu ? '-gpu' : ''}.json.`);
  if (!settings.isPart || settings.setting.name !== 'plain') await writeDocument(runs);
}

async function measure({ levels: names, pages: ids, rounds, movingRounds, setting, isQuick, isPart }) {
  const pages = await Promise.all(PAGES.filter(({ id }) => ids.includes(id)).map(withVersion));
  const own = PAGES.find(({ isOurs }) => isOurs);
  const { kind, levels } = await benchData(names);
  const browser = await browserFacts(setting);
  const run = {
    date: new Date().toISOString(),
    machine: machine(browser),
    setting,
    data: kind,
    isQuick,
    isPart,
    rounds,
    movingRounds,
    parsing: await benchJsonStat(),
    pages: pages.map(({ id, label, isOurs = false, isStill = false }) => ({ id, label, isOurs, isStill })),
    levels: {},
  };
  printParsing(run);
  const site = await openSite([own, ...pages.filter(({ id }) => id !== own.id)], levels, setting);
  try {
    for (const level of levels) {
      const options = { site, own, pages, level, setting, rounds, movingRounds, isQuick };
      run.levels[level.name] = await measureLevel(options);
      printLevel(run, level.name);
    }
  } finally {
    site.close();
  }
  return run;
}

/** Version and GL of the browser. Throws where a GPU was asked for and there is none. */
async function browserFacts({ isGpu }) {
  const browser = await launch({ isGpu, isFree: true });
  const gl = await glRenderer(browser);
  const version = browser.version();
  await browser.close();
  if (isGpu && /swiftshader|llvmpipe|^none$/i.test(gl)) throw new Error(`--gpu: the browser has no GPU here (${gl})`);
  return { version, gl };
}

async function trace({ levels: names, setting }) {
  const { levels } = await benchData(names);
  await traceLoad({ page: PAGES.find(({ isOurs }) => isOurs), levels, setting });
}

async function withVersion(page) {
  return page.package ? { ...page, label: `${page.label} ${await versionOf(page.package)}` } : page;
}

import { bundlePage } from './bundle.mjs';
import { launch, visit } from './browser.mjs';
import { fitSizes } from './fit.mjs';
import { short } from './report/numbers.mjs';
import { openSite } from './site.mjs';

const CATEGORIES = [
  'devtools.timeline',
  'v8',
  'blink.user_timing',
  'disabled-by-default-v8.compile',
  'disabled-by-default-v8.cpu_profiler',
];

/** Events of a trace by what a reader calls them; the time of one is without what is nested in it. */
const KINDS = [
  ['compile', /^v8\.(compile|produce|deserialize)|^V8\.Compile|CompileCode/i],
  ['collect garbage', /GC/],
  ['style', /UpdateLayoutTree|ParseAuthorStyleSheet|RecalcStyle/],
  ['layout', /^Layout$|IntersectionObserver|ResizeObserver/],
  ['paint', /Paint|Layerize|Commit|Composit|RasterTask|DecodeImage/],
  ['parse HTML', /ParseHTML/],
  [
    'run script',
    /FunctionCall|RunMicrotasks|EvaluateScript|evaluateModule|TimerFire|FireAnimationFrame|FireIdle|EventDispatch|v8\.run|v8\.callFunction/i,
  ],
];

/**
 * What loading our page is made of: when each answer came, what the main thread did until painted, and the functions that took
 * longest. Prints it; keeps nothing. Names are readable as the bundle isn't minified, so times are not those of the benchmark.
 */
export async function traceLoad({ page, levels, setting }) {
  const site = await openSite([page], levels, setting, (entry) => bundlePage(entry, { minify: false }));
  const browser = await launch({ isGpu: setting.isGpu, isFree: true });
  try {
    for (const level of levels) {
      site.setSizes(await fitSizes(browser, site.url(page, level), setting));
      const viewport = { width: 1100, height: 800 };
      const warm = await visit(browser, { url: site.url(page, level), viewport, setting });
      await warm.close();
      let visited = null;
      await browser.startTracing(undefined, { categories: CATEGORIES });
      try {
        visited = await visit(browser, { url: site.url(page, level), viewport, setting });
      } finally {
        report(level.name, JSON.parse(await browser.stopTracing()).traceEvents);
      }
      await printRequests(visited.page);
      await visited.close();
    }
  } finally {
    await browser.close();
    site.close();
  }
}

async function printRequests(page) {
  const rows = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map((entry) => ({
      name: entry.name.split('/').pop().split('?')[0],
      from: entry.startTime,
      sent: entry.requestStart,
      until: entry.responseEnd,
      bytes: entry.encodedBodySize,
    })),
  );
  for (const { name, from, sent, until, bytes } of rows) {
    console.log(
      `  ${name.padEnd(34)} asked ${short(from).padStart(5)}  sent ${short(sent).padStart(5)}  there ${short(until).padStart(5)} ms  ${short(bytes / 1000)} kB`,
    );
  }
  const { parses, tasks } = await page.evaluate(() => ({ parses: window.parses, tasks: window.longTasks }));
  console.log(`  JSON.parse: ${parses.map(({ start, ms }) => `${short(ms)} ms at ${short(start)}`).join(', ')}`);
  console.log(`  long tasks: ${tasks.map(({ start, ms }) => `${short(ms)} ms at ${short(start)}`).join(', ')}\n`);
}

function report(name, events) {
  const painted = events.find((event) => event.name === 'painted' && event.cat.includes('user_timing'));
  if (!painted) return void console.log(`${name}: no mark of having painted`);
  const own = events.filter(
    ({ pid, tid, ph, dur }) => pid === painted.pid && tid === painted.tid && ph === 'X' && dur > 0,
  );
  const start = events
    .filter(({ name: kind, pid }) => kind === 'navigationStart' && pid === painted.pid)
    .reduce((latest, { ts }) => (ts < painted.ts ? Math.max(latest, ts) : latest), -Infinity);
  const begin = Number.isFinite(start) ? start : Math.min(...own.map(({ ts }) => ts));
  const inside = own.filter(({ ts }) => ts >= begin && ts < painted.ts);
  const kinds = selfTimes(inside);
  const busy = kinds.reduce((sum, [, ms]) => sum + ms, 0);
  console.log(
    `${name}: painted after ${short((painted.ts - begin) / 1000)} ms, of which the main thread was busy for ${short(busy)}`,
  );
  for (const [kind, ms] of kinds) console.log(`  ${kind.padEnd(18)} ${short(ms).padStart(6)} ms`);
  console.log(`  functions: ${topFunctions(events, painted, begin).join('; ')}`);
}

/** Milliseconds per kind, of each event what isn't nested in another. */
function selfTimes(events) {
  const sums = new Map();
  const open = [];
  const close = (event) => {
    const kind = KINDS.find(([, pattern]) => pattern.test(event.name))?.[0] ?? 'other';
    sums.set(kind, (sums.get(kind) ?? 0) + (event.dur - event.inner) / 1000);
  };
  for (const event of [...events].sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    while (open.length > 0 && open.at(-1).ts + open.at(-1).dur <= event.ts) close(open.pop());
    if (open.length > 0) open.at(-1).inner += event.dur;
    open.push({ ...event, inner: 0 });
  }
  while (open.length > 0) close(open.pop());
  return [...sums].sort((a, b) => b[1] - a[1]);
}

/** The functions in whose own lines most samples of the profile fell. */
function topFunctions(events, painted, begin) {
  const profile = events.find(({ name, pid, tid }) => name === 'Profile' && pid === painted.pid && tid === painted.tid);
  if (!profile) return ['no profile'];
  const chunks = events.filter(
    ({ name, pid, id }) => name === 'ProfileChunk' && pid === painted.pid && id === profile.id,
  );
  const nodes = new Map();
  const sums = new Map();
  let at = profile.args.data.startTime;
  for (const { args } of chunks.sort((a, b) => a.ts - b.ts)) {
    const { cpuProfile, timeDeltas = [] } = args.data;
    for (const node of cpuProfile?.nodes ?? []) nodes.set(node.id, node.callFrame);
    (cpuProfile?.samples ?? []).forEach((id, i) => {
      at += timeDeltas[i];
      if (at < begin || at > painted.ts) return;
      const { functionName, lineNumber } = nodes.get(id);
      const name = `${functionName || 'anonymous'}${lineNumber > 0 ? `:${lineNumber + 1}` : ''}`;
      sums.set(name, (sums.get(name) ?? 0) + timeDeltas[i] / 1000);
    });
  }
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .filter(([name]) => name !== '(idle)')
    .slice(0, 18)
    .map(([name, ms]) => `${name} ${short(ms)}`);
}

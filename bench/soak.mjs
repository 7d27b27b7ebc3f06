/**
 * `npm run soak -- --minutes 10`: a map that is panned, zoomed, pointed at, switched and resized at random, with real input
 * events, and must neither grow nor fail. `--seed N` repeats a run. Ends with exit code 1 where it does.
 */
import { parseArgs } from 'node:util';
import { installMissing } from '../scripts/install.mjs';

await installMissing();
const { launch } = await import('./browser.mjs');
const { benchData } = await import('./data.mjs');
const { PAGES } = await import('./pages.mjs');
const { settingOf } = await import('./settings.mjs');
const { openSite } = await import('./site.mjs');
const { prepareLeaflet } = await import('../scripts/prepare.mjs');

const LEVELS = ['gemeenten', 'wijken', 'buurten'];
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
});
/** What the held memory may differ between the second fifth of the run and the last. */
const TOLERANCE = 0.05;

const random = randomFrom(Number(values.seed));
const between = (low, high) => low + random() * (high - low);
const oneOf = (list) => list[Math.floor(random() * list.length)];

/** What a visitor or a page does; each is as likely as any other. */
const ACTIONS = {
  async pan(page) {
    await page.mouse.move(...(await placeOnMap(page)));
    await page.mouse.down();
    await page.mouse.move(...(await placeOnMap(page)), { steps: 8 });
    await page.mouse.up();
  },
  async zoom(page) {
    await page.mouse.click(...(await placeOnMap(page)));
    for (let step = 0; step < 3; step++) await page.mouse.wheel(0, oneOf([-1, 1]) * between(40, 240));
  },
  async point(page) {
    await page.mouse.move(...(await placeOnMap(page)), { steps: 10 });
  },
  async press(page) {
    for (let step = 0; step < 3; step++)
      await page.keyboard.press(oneOf(['ArrowUp', 'ArrowLeft', 'Enter', '+', '-', '0']));
  },
  level: (page, address) => show(page, address),
  // Without waiting: the next action takes over amid the work.
  hurry: (page, { src, boundaries, indicators }) =>
    page.evaluate((wanted) => void Object.assign(document.querySelector('zo-choropleth'), wanted), {
      src,
      boundaries,
      indicator: oneOf(indicators),
    }),
  figures: (page, { indicators }) => set(page, 'indicator', oneOf(indicators)),
  method: (page) => set(page, 'method', oneOf(['quantile', 'equal', 'pretty', 'stddev'])),
  palette: (page) => set(page, 'palette', oneOf(['viridis', 'YlGnBu', 'Reds'])),
  projection: (page) => set(page, 'projection', oneOf(['web-mercator', 'rd'])),
  resize: (page) =>
    page.evaluate(
      ([width, height]) => {
        const { style } = document.querySelector('zo-choropleth');
        style.setProperty('width', `${width}px`);
        style.setProperty('height', `${height}px`);
      },
      [between(320, 1050), between(300, 850)],
    ),
  detach: (page) =>
    page.evaluate(async () => {
      const element = document.querySelector('zo-choropleth');
      const { parentNode: parent } = element;
      element.remove();
      await new Promise((done) => setTimeout(done));
      parent.append(element);
    }),
};

await prepareLeaflet();
const own = PAGES.find(({ isOurs }) => isOurs);
const { levels } = await benchData(LEVELS);
const setting = settingOf({ dpr: '1', throttle: '1', phone: false, gpu: false });
const site = await openSite([own], levels, setting);
const browser = await launch({ isGpu: false, isFree: false });
const faults = [];
let samples = [];
const counts = {};
try {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, locale: 'nl-NL' });
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    // A browser asks for an icon that no page here has.
    const isIcon = message.location().url.endsWith('/favicon.ico');
    if (message.type() === 'error' && !isIcon) faults.push(message.text());
  });
  const cdp = await context.newCDPSession(page);
  await page.goto(site.url(own, levels[0]));
  await page.waitForFunction(() => window.bench, null, { timeout: 60_000 });
  const addresses = levels.map((level) => {
    const query = new URL(site.url(own, level)).searchParams;
    return { src: query.get('figures'), boundaries: query.get('shapes'), indicators: level.indicators };
  });
  // All that is kept for the page's life is there before anything is compared.
  for (const address of addresses) await show(page, address);
  samples = await soak(page, cdp, addresses, Number(values.minutes) * 60_000);
} finally {
  await browser.close();
  site.close();
}
report();

/** Acts until the time is over; memory is looked at twenty-five times. */
async function soak(page, cdp, addresses, duration) {
  const held = [];
  const start = performance.now();
  while (performance.now() - start < duration) {
    if (performance.now() - start >= (held.length * duration) / 25) held.push(await heldBytes(cdp));
    const [name, act] = oneOf(Object.entries(ACTIONS));
    counts[name] = (counts[name] ?? 0) + 1;
    await act(page, oneOf(addresses));
  }
  held.push(await heldBytes(cdp));
  return held;
}

/** Shows a level; settles when it is on screen, or failed. */
function show(page, { src, boundaries, indicators }) {
  return page.evaluate(
    async (wanted) => {
      const element = document.querySelector('zo-choropleth');
      Object.assign(element, wanted);
      await element.ready;
    },
    { src, boundaries, indicator: oneOf(indicators) },
  );
}

function set(page, property, value) {
  return page.evaluate(([name, wanted]) => (document.querySelector('zo-choropleth')[name] = wanted), [property, value]);
}

async function placeOnMap(page) {
  const box = await page.evaluate(() => {
    const { left, top, width, height } = window.bench.container.getBoundingClientRect();
    return { left, top, width, height };
  });
  return [box.left + box.width * between(0.1, 0.9), box.top + box.height * between(0.1, 0.9)];
}

async function heldBytes(cdp) {
  for (let times = 0; times < 3; times++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners: listeners } = await cdp.send('Memory.getDOMCounters');
  return { bytes: usedSize + embedderHeapUsedSize + backingStorageSize, nodes, listeners };
}

function report() {
  const fifth = Math.max(1, Math.floor(samples.length / 5));
  const early = samples.slice(fifth, 2 * fifth);
  const late = samples.slice(-fifth);
  console.log(`${values.minutes} minutes, seed ${values.seed}: ${JSON.stringify(counts)}`);
  let isGrown = false;
  for (const what of ['bytes', 'nodes', 'listeners']) {
    const [before, after] = [early, late].map((part) => median(part.map((sample) => sample[what])));
    const growth = after / before - 1;
    isGrown ||= growth > TOLERANCE;
    console.log(`${what}: ${before} in the second fifth, ${after} in the last (${(growth * 100).toFixed(1)}%)`);
  }
  for (const fault of new Set(faults)) console.log(`fault: ${fault}`);
  console.log(`${faults.length} faults`);
  process.exitCode = isGrown || faults.length > 0 ? 1 : 0;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

import { chromium } from 'playwright-core';
import { chromeArgs, ensureBrowser } from '../scripts/ensure-browser.mjs';

/** Frames as fast as they come, so that a duration isn't rounded up to the next sixtieth of a second. */
const FREE_FRAMES = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
const GPU = ['--ignore-gpu-blocklist', '--enable-gpu-rasterization', '--use-angle=gl'];
const SHARED = ['--force-color-profile=srgb', '--enable-blink-features=ForceEagerMeasureMemory'];
/** Milliseconds that a page may take to paint. */
const LIMIT = 120_000;

/**
 * A browser of its own. `isFree`: frames aren't held to 60 a second.
 * @param {{ isGpu: boolean, isFree: boolean }} options
 */
export async function launch({ isGpu, isFree }) {
  const args = isGpu ? [...chromeArgs.filter((arg) => arg !== '--disable-gpu'), ...GPU] : chromeArgs;
  const executablePath = await ensureBrowser();
  return chromium.launch({ executablePath, args: [...args, ...SHARED, ...(isFree ? FREE_FRAMES : [])] });
}

/** What draws GL: the name of a GPU, or of the software in its place. */
export async function glRenderer(browser) {
  const page = await browser.newPage();
  const name = await page.evaluate(() => {
    const gl = document.createElement('canvas').getContext('webgl2');
    const info = gl?.getExtension('WEBGL_debug_renderer_info');
    return info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : 'none';
  });
  await page.close();
  return name;
}

/**
 * Opens a page in a context of its own and waits until it says that it has painted. Throws where it fails to.
 * @param {import('playwright-core').Browser} browser
 * @param {object} options
 * @param {string} options.url
 * @param {{ width: number, height: number }} options.viewport
 * @param {import('./settings.mjs').Setting} options.setting
 * @param {object | null} [options.samples] - what the page checks at the very moment that it has painted
 */
export async function visit(browser, { url, viewport, setting, samples = null }) {
  const { dpr: deviceScaleFactor, throttle } = setting;
  const context = await browser.newContext({ viewport, deviceScaleFactor, locale: 'nl-NL', colorScheme: 'light' });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const cdp = await context.newCDPSession(page);
    if (throttle > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await page.addInitScript(observe, samples);
    await page.goto(url);
    const failed = new Promise((_, reject) => {
      page.on('pageerror', reject);
      if (errors.length > 0) reject(new Error(errors[0]));
    });
    failed.catch(() => {});
    await Promise.race([page.waitForFunction(() => window.bench, null, { timeout: LIMIT, polling: 50 }), failed]);
    const status = await page.evaluate(() => window.bench.status());
    if (status !== 'ready') throw new Error(`its status is ${status}`);
    return { page, cdp, close: () => context.close() };
  } catch (error) {
    await context.close();
    throw error;
  }
}

/** Runs in the page before anything else: keeps long tasks, and how long parsing of large JSON took. */
function observe(samples) {
  window.samples = samples;
  window.longTasks = [];
  window.parses = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ start: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
  const { parse } = JSON;
  JSON.parse = (text, ...rest) => {
    if (text.length < 50_000) return parse(text, ...rest);
    const start = performance.now();
    const value = parse(text, ...rest);
    window.parses.push({ start, ms: performance.now() - start });
    return value;
  };
}

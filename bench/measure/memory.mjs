import { readFile } from 'node:fs/promises';

/**
 * Bytes held after garbage collection, on a page of its own in a browser of its own.
 * - `heap`: JavaScript objects of the main thread
 * - `embedder`: DOM, style and the like in the browser's garbage-collected heap
 * - `buffers`: array buffers of the main thread
 * - `workers`: what `measureUserAgentSpecificMemory` tells of workers (null where it can't be asked)
 * - `process`: what the renderer process holds besides files (anonymous and shared memory: also canvases, paths, styles and
 *   layout), Linux only, else null
 */
export async function measureMemory({ page, cdp }, browser) {
  for (let times = 0; times < 3; times++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await cdp.send('Runtime.getHeapUsage');
  return {
    heap: usedSize,
    embedder: embedderHeapUsedSize,
    buffers: backingStorageSize,
    workers: await workerBytes(page),
    process: await rendererBytes(browser),
  };
}

function workerBytes(page) {
  return page.evaluate(async () => {
    if (!performance.measureUserAgentSpecificMemory) return null;
    const { breakdown } = await performance.measureUserAgentSpecificMemory();
    const ofWorkers = breakdown.filter(({ attribution }) => attribution.some(({ scope }) => /Worker/.test(scope)));
    return ofWorkers.reduce((sum, { bytes }) => sum + bytes, 0);
  });
}

async function rendererBytes(browser) {
  if (process.platform !== 'linux') return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = await Promise.all(
    processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => readFile(`/proc/${id}/status`, 'utf8').catch(() => '')),
  );
  // The page is in one of them, and the others are spares: the largest is the page's.
  return Math.max(...sizes.map((text) => kilobytes(text, 'RssAnon') + kilobytes(text, 'RssShmem'))) * 1024;
}

const kilobytes = (text, name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);

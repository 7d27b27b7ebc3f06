/** So many until all of its code has been compiled as well as it will be: that too takes memory. */
const WARM_UP = 700;
const ROUNDS = 1000;

/**
 * What the page holds more after a thousand times taking the element out and putting it back, garbage collected: bytes, nodes
 * and listeners.
 */
export async function measureAttach({ page, cdp }) {
  await page.evaluate(attach, WARM_UP);
  const before = await held(cdp);
  await page.evaluate(attach, ROUNDS);
  const after = await held(cdp);
  return {
    rounds: ROUNDS,
    before: before.bytes,
    growth: after.bytes - before.bytes,
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
  };
}

async function held(cdp) {
  for (let times = 0; times < 3; times++) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners: listeners } = await cdp.send('Memory.getDOMCounters');
  return { bytes: usedSize + embedderHeapUsedSize + backingStorageSize, nodes, listeners };
}

/** Runs in the page. */
async function attach(rounds) {
  const element = document.querySelector('zo-choropleth');
  for (let round = 0; round < rounds; round++) {
    element.remove();
    // A task of its own: a removal and an addition in one task are a move.
    await new Promise((done) => setTimeout(done));
    document.body.append(element);
    await element.ready;
  }
}

const WARM_UP = 100;
const ROUNDS = 1000;

/**
 * Bytes that the page holds more after a thousand times taking the element out and putting it back, garbage collected;
 * after a hundred times for warming up.
 */
export async function measureAttach({ page, cdp }) {
  const held = async () => {
    for (let times = 0; times < 3; times++) await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await cdp.send('Runtime.getHeapUsage');
    return usedSize + embedderHeapUsedSize + backingStorageSize;
  };
  await page.evaluate(attach, WARM_UP);
  const before = await held();
  await page.evaluate(attach, ROUNDS);
  const after = await held();
  return { rounds: ROUNDS, before, growth: after - before };
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

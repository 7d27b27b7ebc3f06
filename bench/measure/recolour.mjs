/** Milliseconds from asking for other figures until they stand on the screen, once for each indicator named. */
export function measureRecolour({ page }, indicators) {
  return page.evaluate(async (names) => {
    const times = [];
    for (const name of names) times.push(await window.bench.recolour(name));
    return times;
  }, indicators);
}

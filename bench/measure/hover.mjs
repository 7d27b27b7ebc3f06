import { quantile } from '../report/numbers.mjs';

/** Milliseconds that a page spends on hits, at most: some need 10 for one. */
const BUDGET = 400;

/**
 * Which area is at a place, by the library's own hit test: milliseconds of one, without the event around it; and how many of
 * the samples it names rightly.
 */
export async function measureHover({ page }, samples) {
  const { times, right } = await page.evaluate(
    ([places, budget]) => {
      const { project, hover } = window.bench;
      const wanted = places.map(({ code, place }) => ({ code, at: project(...place) }));
      const right = wanted.filter(({ code, at }) => hover(...at) === code).length;
      const times = [];
      const end = performance.now() + budget;
      for (let round = 0; round < 5 && performance.now() < end; round++) {
        for (const { at } of wanted) {
          const start = performance.now();
          hover(...at);
          times.push(performance.now() - start);
        }
      }
      return { times, right };
    },
    [samples, BUDGET],
  );
  return { right, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/**
 * What it took until the page had painted: milliseconds since navigation began, and tasks that kept the main thread for
 * over 50 ms (shorter ones aren't told by browsers, and count as none). `longestApart` is the longest with the one longest
 * `JSON.parse` in it left out: reading the shapes can't be cut.
 */
export async function measureLoad({ page }) {
  return page.evaluate(() => {
    const { paintedAt } = window.bench;
    const tasks = window.longTasks.filter(({ start }) => start < paintedAt);
    const apart = ({ start, ms }) => {
      const inside = window.parses.filter((parse) => parse.start >= start && parse.start < start + ms);
      return ms - Math.max(0, ...inside.map((parse) => parse.ms));
    };
    return {
      painted: paintedAt,
      longest: Math.max(0, ...tasks.map(({ ms }) => ms)),
      longestApart: Math.max(0, ...tasks.map(apart)),
      blocked: tasks.reduce((sum, { ms }) => sum + ms, 0),
    };
  });
}

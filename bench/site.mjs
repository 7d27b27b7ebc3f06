import { bundlePage, pageHtml } from './bundle.mjs';
import { serveFiles } from './server.mjs';

/**
 * Serves the pages of all levels: `/<level>/<page>/…` with the level's files below `/<level>/`. Answers where a page is, and
 * what was sent since the last question.
 * @param {readonly import('./pages.mjs').Page[]} pages
 * @param {readonly import('./data.mjs').Level[]} levels
 */
export async function openSite(pages, levels, { isGpu }, bundle = bundlePage) {
  const entries = [...new Set(pages.map(({ entry }) => entry))];
  const bundles = new Map(await Promise.all(entries.map(async (entry) => [entry, await bundle(entry)])));
  const page = Object.fromEntries(pages.map((one) => [one.id, one]));
  const level = Object.fromEntries(levels.map((one) => [one.name, one]));
  let sizes = { map: { width: 800, height: 600 }, element: { width: 1000, height: 800 } };

  const server = await serveFiles(({ pathname, searchParams }) => {
    const [, levelName, second, third] = pathname.split('/');
    if (third === undefined) return level[levelName]?.files.get(second) ?? null;
    const files = bundles.get(page[second]?.entry);
    if (third !== 'index.html') return files?.get(third) ?? null;
    return Buffer.from(pageHtml(page[second], files, { ...sizes, ...Object.fromEntries(searchParams) }));
  });

  return {
    close: server.close,
    sent: server.sent,
    /** Sizes of the map and of our element, from now on. */
    setSizes: (wanted) => (sizes = wanted),
    url({ id, shapes }, { name, object, indicators }) {
      const query = new URLSearchParams({
        figures: `/${name}/figures.csv`,
        shapes: `/${name}/${shapes}`,
        object,
        indicator: indicators[0],
        size: Object.values(sizes.element).join('x'),
        ...(isGpu ? { gpu: '' } : {}),
      });
      return `${server.origin}/${name}/${id}/index.html?${query}`;
    },
  };
}

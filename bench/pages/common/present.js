import { painted } from './painted.js';

/**
 * What every page offers the benchmark, on `window.bench`. A page gives:
 * - `root`: where its canvases are, the document by default; `container`: the element its map fills
 * - `show(indicator)`: shows other figures; settles when the library says that it is done
 * - `project(longitude, latitude)`: place on the page, in CSS pixels
 * - `hover(x, y)`: code of the area there, by the library's own hit test, or null
 * - `status()`: `ready`, or what went wrong
 * To be called as soon as the library says that it is done.
 */
export async function present({ root = document, container, show, project, hover, status = () => 'ready' }) {
  await painted(root);
  const paintedAt = performance.now();
  performance.mark('painted');
  window.bench = {
    paintedAt,
    atOnce: countRight(root, project),
    status,
    project,
    hover,
    container,
    async recolour(indicator) {
      const start = performance.now();
      await show(indicator);
      await painted(root);
      const ms = performance.now() - start;
      window.bench.atOnce = countRight(root, project, indicator);
      return ms;
    },
  };
}

/**
 * How many of `window.samples` have their colour in the page's own drawing at this very moment, so that no page can say
 * "painted" too early. Null where it isn't asked for, and where the drawing can't be read (GL).
 */
function countRight(root, project, indicator = new URLSearchParams(location.search).get('indicator')) {
  const samples = window.samples?.[indicator];
  if (!samples) return null;
  const look = root.querySelector('canvas') ? canvasColour(root) : svgColour;
  if (!look) return null;
  return samples.filter(({ place, colour }) => look(...project(...place)) === colour).length;
}

/** The upper canvas that has something there; null for GL. */
function canvasColour(root) {
  const canvases = [...root.querySelectorAll('canvas')].filter((canvas) => canvas.width > 200).reverse();
  const layers = canvases.map((canvas) => ({
    canvas,
    box: canvas.getBoundingClientRect(),
    context: canvas.getContext('2d'),
  }));
  if (layers.length === 0 || layers.some(({ context }) => context === null)) return null;
  return (x, y) => {
    for (const { canvas, box, context } of layers) {
      const ratio = canvas.width / box.width;
      const { data } = context.getImageData(
        Math.floor((x - box.left) * ratio),
        Math.floor((y - box.top) * ratio),
        1,
        1,
      );
      if (data[3] === 255) return [...data.slice(0, 3)].join();
    }
    return null;
  };
}

function svgColour(x, y) {
  const element = document.elementFromPoint(x, y);
  return element ? (getComputedStyle(element).fill.match(/\d+/g)?.join() ?? null) : null;
}

import { short } from './numbers.mjs';
import { bestPeer } from './summary.mjs';

const at = (figure) => short(figure?.median ?? null);
const range = (figure) => (figure ? `${short(figure.median)} (${short(figure.least)}–${short(figure.most)})` : '–');
const kilobytes = (bytes) => short(bytes / 1000);
const megabytes = (figure) => short(figure ? figure.median / 1e6 : null);

/** To the best peer that is right; nothing without one. */
function ratio(summary, run, summaries, figure) {
  const best = bestPeer(run, summaries, figure);
  return best && summary[figure] ? `×${(summary[figure].median / best.value).toFixed(2)}` : '–';
}

/** To Leaflet on canvas, the peer most hosts have. */
function leafletRatio(summary, summaries, figure) {
  const leaflet = summaries['leaflet-canvas']?.[figure];
  return leaflet && summary[figure] ? `×${(summary[figure].median / leaflet.median).toFixed(2)}` : '–';
}

/**
 * The columns of every table: `short` for the console, `title` for the page; `cell(summary, run, summaries)` is its text.
 */
export const COLUMNS = [
  { short: 'painted ms', title: 'navigation to painted, ms', cell: ({ painted }) => range(painted) },
  { short: 'best', title: 'to the best peer', cell: (one, run, all) => ratio(one, run, all, 'painted') },
  { short: 'Leaflet', title: 'to Leaflet canvas', cell: (one, _run, all) => leafletRatio(one, all, 'painted') },
  { short: 'longest', title: 'longest task, ms', cell: ({ longest }) => at(longest) },
  { short: 'long sum', title: 'long tasks, ms', cell: ({ blocked }) => at(blocked) },
  { short: 'figures ms', title: 'new figures to painted, ms', cell: ({ recolour }) => range(recolour) },
  { short: 'best', title: 'to the best peer', cell: (one, run, all) => ratio(one, run, all, 'recolour') },
  {
    short: 'frame p50/p95/max',
    title: 'frame p50 / p95 / max, ms',
    cell: ({ frameP50, frameP95, frameMax }) => (frameP50 ? [frameP50, frameP95, frameMax].map(at).join('/') : '–'),
  },
  { short: 'dropped', title: 'dropped frames', cell: ({ dropped }) => at(dropped) },
  { short: 'busy', title: 'tasks while moving, ms', cell: ({ busy }) => at(busy) },
  {
    short: 'hover p50/p95',
    title: 'hover p50 / p95, ms',
    cell: ({ hoverP50, hoverP95 }) => (hoverP50 ? `${at(hoverP50)}/${at(hoverP95)}` : '–'),
  },
  {
    short: 'heap+buffers MB',
    title: 'heap + buffers, MB',
    cell: ({ heap, buffers }) => (heap ? `${megabytes(heap)}+${megabytes(buffers)}` : '–'),
  },
  { short: 'workers', title: 'workers, MB', cell: ({ workers }) => megabytes(workers) },
  { short: 'process', title: 'process, MB', cell: ({ process }) => megabytes(process) },
  { short: 'DOM', title: 'DOM nodes of the map', cell: ({ nodes }) => (nodes ? String(nodes.map) : '–') },
  {
    short: 'kB js+shapes',
    title: 'kB gzip, script + shapes',
    cell: ({ bytes }) => (bytes ? `${kilobytes(bytes.script)}+${kilobytes(bytes.shapes)}` : '–'),
  },
  { short: 'right', title: 'correct', cell: ({ isRight, fault }) => (isRight ? 'yes' : fault ? 'no' : '–') },
];

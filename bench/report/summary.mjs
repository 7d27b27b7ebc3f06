import { median } from './numbers.mjs';

/**
 * The figures of one page at one level as they are reported: medians, with least and most where it has several rounds. A
 * figure that wasn't measured is null. `isRight`: its picture and its hover are; only then it can win.
 */
export function summarise(result) {
  const of = (list, pick = (value) => value) => {
    const values = (list ?? []).map(pick).filter(Number.isFinite);
    return values.length === 0
      ? null
      : { median: median(values), least: Math.min(...values), most: Math.max(...values) };
  };
  const held = ({ heap, embedder, buffers }) => heap + embedder + buffers;
  return {
    isRight: !result.failed && result.wrong.length === 0,
    fault: result.failed ?? (result.wrong.join(', ') || null),
    painted: of(result.painted),
    longest: of(result.longest),
    longestApart: of(result.longestApart),
    blocked: of(result.blocked),
    recolour: of(result.recolour),
    hoverP50: of(result.hover, ({ p50 }) => p50),
    hoverP95: of(result.hover, ({ p95 }) => p95),
    frameP50: of(result.moving, ({ p50 }) => p50),
    frameP95: of(result.moving, ({ p95 }) => p95),
    frameMax: of(result.moving, ({ max }) => max),
    dropped: of(result.moving, ({ dropped }) => dropped),
    busy: of(result.moving, ({ busy }) => busy),
    memory: of(result.memory, held),
    heap: of(result.memory, ({ heap, embedder }) => heap + embedder),
    buffers: of(result.memory, ({ buffers }) => buffers),
    workers: of(result.memory, ({ workers }) => workers ?? NaN),
    process: of(result.memory, ({ process }) => process ?? NaN),
    nodes: result.nodes ?? null,
    bytes: result.bytes ?? null,
    attach: result.attach ?? null,
  };
}

/** Summaries of a level, by page id. */
export const summariseLevel = (level) =>
  Object.fromEntries(Object.entries(level.pages).map(([id, result]) => [id, summarise(result)]));

/** The peer with the least of a figure, among those that are right; null without one. */
export function bestPeer(run, summaries, figure) {
  const peers = run.pages.filter(({ id, isOurs }) => !isOurs && summaries[id]?.isRight && summaries[id][figure]);
  const [best] = peers.sort((a, b) => summaries[a.id][figure].median - summaries[b.id][figure].median);
  return best ? { ...best, value: summaries[best.id][figure].median } : null;
}

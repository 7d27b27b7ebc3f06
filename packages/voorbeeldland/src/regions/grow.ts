import type { Mesh } from '../mesh/mesh.js';

export interface GrowthSource {
  readonly site: number;
  readonly owner: number;
  /** Distance it starts with, in kilometres: a head start is negative. */
  readonly start: number;
}

export interface GrowthRules {
  /** Kilometres as felt from one site to its neighbour; Infinity: no way. */
  cost(from: number, to: number, owner: number): number;
}

/**
 * Lets regions grow over the mesh at the same time, each site to the first that reaches it (Dijkstra from many sources).
 * Gives the owner per site, -1 where nobody came. Equal distances go to the earlier source, so the outcome is fixed.
 */
export function grow(mesh: Mesh, sources: readonly GrowthSource[], rules: GrowthRules): Int32Array {
  const { start, neighbours, count } = mesh;
  const owner = new Int32Array(count).fill(-1);
  const distance = new Float64Array(count).fill(Infinity);
  const queue = new SiteQueue();
  for (const source of sources) {
    if (!(source.start < distance[source.site])) continue;
    distance[source.site] = source.start;
    owner[source.site] = source.owner;
    queue.push(source.site, source.start);
  }
  const done = new Uint8Array(count);
  for (let site = queue.pop(); site >= 0; site = queue.pop()) {
    if (done[site]) continue;
    done[site] = 1;
    for (let n = start[site]; n < start[site + 1]; n++) {
      const next = neighbours[n];
      if (done[next]) continue;
      const reached = distance[site] + rules.cost(site, next, owner[site]);
      if (!(reached < distance[next])) continue;
      distance[next] = reached;
      owner[next] = owner[site];
      queue.push(next, reached);
    }
  }
  return owner;
}

/** A binary heap of sites by distance; a site may stand in it more than once. */
class SiteQueue {
  readonly #sites: number[] = [];
  readonly #keys: number[] = [];

  push(site: number, key: number): void {
    const sites = this.#sites;
    const keys = this.#keys;
    let i = sites.length;
    sites.push(site);
    keys.push(key);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (keys[parent] <= key) break;
      sites[i] = sites[parent];
      keys[i] = keys[parent];
      i = parent;
    }
    sites[i] = site;
    keys[i] = key;
  }

  /** The nearest site, or -1. */
  pop(): number {
    const sites = this.#sites;
    const keys = this.#keys;
    if (sites.length === 0) return -1;
    const top = sites[0];
    const site = sites.pop() as number;
    const key = keys.pop() as number;
    const count = sites.length;
    if (count === 0) return top;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= count) break;
      if (child + 1 < count && keys[child + 1] < keys[child]) child++;
      if (keys[child] >= key) break;
      sites[i] = sites[child];
      keys[i] = keys[child];
      i = child;
    }
    sites[i] = site;
    keys[i] = key;
    return top;
  }
}

/** Distance between two sites in kilometres. */
export function siteDistance(mesh: Mesh, a: number, b: number): number {
  const dx = mesh.sites[2 * a] - mesh.sites[2 * b];
  const dy = mesh.sites[2 * a + 1] - mesh.sites[2 * b + 1];
  return Math.sqrt(dx * dx + dy * dy);
}

import { Random } from '../random/random.js';
import { touching, type GemeenteGraph } from './gemeenten.js';
import type { Ground } from './ground.js';
import type { ChangePlan } from './plan.js';
import type { Division } from './wijken.js';

/** What happened between the two years, in numbers of gemeenten as they were; a number past those is a new one. */
export interface Change {
  readonly kind: 'merger' | 'takeover' | 'split' | 'move';
  readonly from: readonly number[];
  readonly to: readonly number[];
}

export interface Reorganisation {
  readonly changes: readonly Change[];
  /** Gemeente per wijk after the changes. */
  readonly gemeenteOfWijk: Int32Array;
  /** Per new gemeente those it came from. */
  readonly merged: readonly (readonly number[])[];
}

interface Situation {
  readonly graph: GemeenteGraph;
  readonly provinceOf: Int32Array;
  /** Wijken per gemeente, and which wijken touch. */
  readonly wijkenOf: readonly (readonly number[])[];
  readonly wijkTouches: readonly ReadonlySet<number>[];
  readonly gemeenteOfWijk: Int32Array;
  readonly isLarge: (gemeente: number) => boolean;
}

/** Redraws gemeenten as the plan says. Gemeenten take part in one change at most. Throws where the plan can't be met. */
export function reorganise(
  ground: Ground,
  wijken: Division,
  graph: GemeenteGraph,
  provinceOf: Int32Array,
  plan: ChangePlan,
  seed: number,
): Reorganisation {
  const count = graph.at.length;
  const wijkenOf = Array.from({ length: count }, (): number[] => []);
  wijken.parent.forEach((gemeente, wijk) => wijkenOf[gemeente].push(wijk));
  const centres = ground.settlements.filter(({ isCentre }) => isCentre);
  const typical = [...centres].sort((a, b) => b.population - a.population)[Math.floor(count / 8)].population;
  const situation: Situation = {
    graph,
    provinceOf,
    wijkenOf,
    wijkTouches: touching(ground, wijken.of, wijken.parent.length),
    gemeenteOfWijk: wijken.parent.slice(),
    isLarge: (gemeente) => centres[gemeente].population >= typical,
  };
  const order = new Random(seed, 'reorganisation').shuffled(centres.map((_, gemeente) => gemeente));
  const used = new Set<number>();
  const changes: Change[] = [];
  const merged: number[][] = [];
  const apply = (times: number, find: (gemeente: number, free: (g: number) => boolean) => Change | null): void => {
    for (let done = 0; done < times; done++) {
      const free = (gemeente: number): boolean => !used.has(gemeente);
      const change = firstOf(order.filter(free), (gemeente) => find(gemeente, free));
      if (!change) throw new RangeError('the plan asks for more changes than this country has room for');
      changes.push(change);
      for (const gemeente of [...change.from, ...change.to]) used.add(gemeente);
    }
  };
  for (const size of plan.mergers)
    apply(1, (gemeente, free) => {
      const change = findMerger(situation, gemeente, size, count + merged.length, free);
      if (change) merged.push([...change.from]);
      return change;
    });
  apply(plan.takeovers, (gemeente, free) => findTakeover(situation, gemeente, free));
  apply(plan.splits, (gemeente, free) => findSplit(situation, gemeente, plan.receivers, free));
  apply(plan.moves, (gemeente, free) => findMove(situation, gemeente, free));
  return { changes, gemeenteOfWijk: situation.gemeenteOfWijk, merged };
}

function firstOf<T>(list: readonly number[], find: (item: number) => T | null): T | null {
  for (const item of list) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** Neighbours over land in the same province that aren't part of a change yet. */
const neighboursOf = ({ graph, provinceOf }: Situation, gemeente: number, free: (g: number) => boolean): number[] =>
  [...graph.byLand[gemeente]]
    .filter((other) => provinceOf[other] === provinceOf[gemeente] && free(other))
    .sort((a, b) => a - b);

function findMerger(
  s: Situation,
  gemeente: number,
  size: number,
  into: number,
  free: (g: number) => boolean,
): Change | null {
  const partners = neighboursOf(s, gemeente, free).filter((other) => !s.isLarge(other));
  if (s.isLarge(gemeente) || partners.length < size - 1) return null;
  const from = [gemeente, ...partners.slice(0, size - 1)];
  for (const member of from) for (const wijk of s.wijkenOf[member]) s.gemeenteOfWijk[wijk] = into;
  return { kind: 'merger', from, to: [into] };
}

function findTakeover(s: Situation, gemeente: number, free: (g: number) => boolean): Change | null {
  const taken = neighboursOf(s, gemeente, free).find((other) => !s.isLarge(other));
  if (!s.isLarge(gemeente) || taken === undefined) return null;
  for (const wijk of s.wijkenOf[taken]) s.gemeenteOfWijk[wijk] = gemeente;
  return { kind: 'takeover', from: [taken], to: [gemeente] };
}

/** Shares the wijken of a gemeente out over those around it, each to one it touches or that a shared wijk beside it got. */
function findSplit(s: Situation, gemeente: number, receivers: number, free: (g: number) => boolean): Change | null {
  const around = neighboursOf(s, gemeente, free);
  if (s.isLarge(gemeente) || around.length < receivers || s.wijkenOf[gemeente].length < 4) return null;
  const given = new Map<number, number>();
  const left = new Set(s.wijkenOf[gemeente]);
  for (let progress = true; progress && left.size > 0;) {
    progress = false;
    for (const receiver of around)
      for (const wijk of left) {
        const touches = [...s.wijkTouches[wijk]].some(
          (other) => (given.get(other) ?? s.gemeenteOfWijk[other]) === receiver,
        );
        if (!touches) continue;
        given.set(wijk, receiver);
        left.delete(wijk);
        progress = true;
        break;
      }
  }
  const to = [...new Set(given.values())].sort((a, b) => a - b);
  if (left.size > 0 || to.length < receivers) return null;
  for (const [wijk, receiver] of given) s.gemeenteOfWijk[wijk] = receiver;
  return { kind: 'split', from: [gemeente], to };
}

/** Finds a wijk at the edge of a gemeente, not its first, that the rest does not need to hang together. */
function findMove(s: Situation, gemeente: number, free: (g: number) => boolean): Change | null {
  const wijken = s.wijkenOf[gemeente];
  if (wijken.length < 4) return null;
  for (const receiver of neighboursOf(s, gemeente, free))
    for (const wijk of wijken.slice(1)) {
      const rest = wijken.filter((other) => other !== wijk);
      if (![...s.wijkTouches[wijk]].some((other) => s.gemeenteOfWijk[other] === receiver)) continue;
      if (!hangsTogether(s, rest)) continue;
      s.gemeenteOfWijk[wijk] = receiver;
      return { kind: 'move', from: [gemeente], to: [receiver] };
    }
  return null;
}

function hangsTogether(s: Situation, wijken: readonly number[]): boolean {
  const left = new Set(wijken.slice(1));
  const reached = [wijken[0]];
  for (const wijk of reached) for (const other of s.wijkTouches[wijk]) if (left.delete(other)) reached.push(other);
  return left.size === 0;
}

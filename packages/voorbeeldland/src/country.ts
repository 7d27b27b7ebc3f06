import type { Mesh } from './mesh/mesh.js';
import { edgeDrawer, smoothCorners, type EdgeDrawer } from './mesh/rough-edge.js';
import { growBuurten } from './regions/buurten.js';
import type { YearDivision } from './regions/division.js';
import { gemeenteCode } from './regions/codes.js';
import { draftYears } from './regions/draft-years.js';
import { factsOf, type BuurtFacts } from './regions/facts.js';
import { gemeenteGraph, growGemeenten } from './regions/gemeenten.js';
import { layGround } from './regions/ground.js';
import { numberAreas, type Draft } from './regions/number-areas.js';
import type { CountryPlan } from './regions/plan.js';
import { groupProvinces, groupRiecs } from './regions/provinces.js';
import { reorganise } from './regions/reorganise.js';
import { growWijken } from './regions/wijken.js';

/** A fictional country in two years. */
export interface Country {
  readonly plan: CountryPlan;
  readonly mesh: Mesh;
  readonly drawer: EdgeDrawer;
  readonly before: YearDivision;
  readonly after: YearDivision;
  /** In the order of `after.buurten`. */
  readonly facts: readonly BuurtFacts[];
  /** Codes of gemeenten that are other than they were: new ones, and those that kept their code but changed area. */
  readonly newGemeenten: ReadonlySet<string>;
  readonly changedGemeenten: ReadonlySet<string>;
  /** Changes of gemeenten by code: of the first year what was, of the second what became of it. */
  readonly changes: readonly {
    readonly kind: string;
    readonly from: readonly string[];
    readonly to: readonly string[];
  }[];
}

/** Makes the country of a plan; the same plan gives the same country, byte for byte, on every machine. */
export function makeCountryOf(plan: CountryPlan): Country {
  const { seed } = plan;
  const ground = layGround(plan);
  const gemeenteOf = growGemeenten(ground, seed);
  const graph = gemeenteGraph(ground, gemeenteOf);
  const provinceOf = groupProvinces(plan, graph);
  const riecOf = groupRiecs(plan, graph, provinceOf);
  const wijken = growWijken(ground, gemeenteOf, graph.at.length, plan.wijken);
  const buurten = growBuurten(ground, wijken, plan.buurten);
  smoothCorners(ground.mesh, buurten.of, seed);
  const facts = factsOf(ground, buurten, seed);
  const changed = reorganise(ground, wijken, graph, provinceOf, plan.changes, seed);
  const drafts = draftYears({ plan, ground, gemeenteOf, provinceOf, riecOf, wijken, buurten, facts, changed });
  const before = numberAreas(drafts.before);
  const after = numberAreas(drafts.after);
  const code = (gemeente: number): string => codeOf(drafts.after, gemeente);
  const grown = changed.changes.flatMap(({ kind, from, to }) =>
    kind === 'merger' ? [] : kind === 'move' ? [...from, ...to] : to,
  );
  return {
    plan,
    mesh: ground.mesh,
    drawer: edgeDrawer(ground.mesh, ground.land, seed, plan.grain.city * 0.7),
    before,
    after,
    facts: inOrderOf(after, drafts.after, facts),
    newGemeenten: new Set(changed.merged.map((_, i) => code(graph.at.length + i))),
    changedGemeenten: new Set(grown.map(code)),
    changes: changed.changes.map(({ kind, from, to }) => ({
      kind,
      from: from.map((gemeente) => codeOf(drafts.before, gemeente)),
      to: to.map(code),
    })),
  };
}

const codeOf = (draft: Draft, gemeente: number): string => gemeenteCode(draft.gemeenteNumbers[gemeente]);

/** Facts in the order the division gave the buurten. */
function inOrderOf(division: YearDivision, draft: Draft, facts: readonly BuurtFacts[]): BuurtFacts[] {
  const result = new Array<BuurtFacts>(division.buurten.length);
  draft.buurtOfCell.forEach((buurt, cell) => {
    if (buurt >= 0) result[division.buurtOfCell[cell]] = facts[buurt];
  });
  return result;
}

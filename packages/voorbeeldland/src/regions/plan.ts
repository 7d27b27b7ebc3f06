import type { LandPlan } from '../land/land.js';
import type { SettlementPlan } from '../land/settlement.js';
import type { Point } from '../land/shapes.js';
import type { Grain } from '../mesh/sites.js';
import type { Flavour } from '../names/syllables.js';

export interface ProvincePlan {
  readonly name: string;
  /** How places there are called. */
  readonly flavour: Flavour;
  /** Where it grows from. */
  readonly at: Point;
}

/** A region of the centres that advise on undermining crime: whole provinces, or a part of one. */
export interface RiecPlan {
  readonly name: string;
  /** Position in the list of provinces; a province named in two plans is shared between them. */
  readonly provinces: readonly number[];
  /** Where its part of a shared province grows from. */
  readonly at: Point;
}

/** How gemeenten of the first year became those of the second. */
export interface ChangePlan {
  /** Mergers under a new name and code: how many gemeenten each. */
  readonly mergers: readonly number[];
  /** Gemeenten that take in a neighbour and keep their code. */
  readonly takeovers: number;
  /** Gemeenten shared out over their neighbours. */
  readonly splits: number;
  /** Over how many at least. */
  readonly receivers: number;
  /** Wijken that moved to the gemeente next door. */
  readonly moves: number;
  /** Buurten that were one and became two. */
  readonly newEstates: number;
  /** Gemeenten, largest first, whose wijken and buurten got letters in their codes. */
  readonly letterCodes: number;
}

/** Everything that makes one country another. Kilometres from its south-west corner. */
export interface CountryPlan {
  readonly seed: number;
  readonly name: string;
  /** Longitude and latitude of the south-west corner, in degrees. */
  readonly corner: Point;
  readonly land: LandPlan;
  readonly settlements: SettlementPlan;
  readonly grain: Grain;
  /** Square kilometres. */
  readonly smallestIsland: number;
  readonly smallestLake: number;
  readonly wijken: number;
  readonly buurten: number;
  readonly provinces: readonly ProvincePlan[];
  readonly riecs: readonly RiecPlan[];
  readonly changes: ChangePlan;
}

/** Gemeenten in the second year, as many as the plan's changes leave. */
export const gemeentenAfter = ({ settlements, changes }: CountryPlan): number =>
  settlements.centres - changes.mergers.reduce((gone, size) => gone + size - 1, 0) - changes.takeovers - changes.splits;

/** An area of one level in one year. */
export interface Region {
  readonly code: string;
  readonly name: string;
  /** Position in the level above: buurt → wijk → gemeente; -1 above that. */
  readonly parent: number;
}

/** What a buurt is mostly. */
export type BuurtKind = 'centrum' | 'wonen' | 'bedrijven' | 'buitengebied' | 'natuur';

/** All areas of one year. Every array is in the order of the codes of its level. */
export interface YearDivision {
  readonly year: number;
  readonly country: Region;
  readonly provincies: readonly Region[];
  readonly riecs: readonly Region[];
  readonly gemeenten: readonly Region[];
  readonly wijken: readonly Region[];
  readonly buurten: readonly Region[];
  /** Per gemeente. */
  readonly provincieOf: Int32Array;
  readonly riecOf: Int32Array;
  /** Buurt per cell of the mesh; -1 in water. */
  readonly buurtOfCell: Int32Array;
}

export type AreaLevel = 'provincies' | 'riecs' | 'gemeenten' | 'wijken' | 'buurten';

/** Positions of a level's areas per buurt. */
export function areaOfBuurt(division: YearDivision, level: AreaLevel): Int32Array {
  const { buurten, wijken, provincieOf, riecOf } = division;
  return Int32Array.from(buurten, ({ parent }, buurt) => {
    if (level === 'buurten') return buurt;
    if (level === 'wijken') return parent;
    const gemeente = wijken[parent].parent;
    return level === 'gemeenten' ? gemeente : level === 'provincies' ? provincieOf[gemeente] : riecOf[gemeente];
  });
}

import { buurtCode, COUNTRY_CODE, gemeenteCode, provincieCode, riecCode, wijkCode, type Numbering } from './codes.js';
import type { Region, YearDivision } from './division.js';

/** What areas are there in a year and what they are called, before they have codes. */
export interface Draft {
  readonly year: number;
  readonly countryName: string;
  readonly provinceNames: readonly string[];
  readonly riecNames: readonly string[];
  /** Names, and -1 or the number in its code, per gemeente: those with -1 don't exist that year. */
  readonly gemeenteNames: readonly string[];
  readonly gemeenteNumbers: readonly number[];
  readonly provinceOf: Int32Array;
  readonly riecOf: Int32Array;
  readonly numbering: (gemeente: number) => Numbering;
  /** True where wijk names begin with their number. */
  readonly isNumberInName: (gemeente: number) => boolean;
  readonly wijkNames: readonly string[];
  readonly gemeenteOfWijk: Int32Array;
  /** Number a wijk has in its gemeente; -1: the next free one. */
  readonly wijkNumbers: Int32Array;
  readonly buurtNames: readonly string[];
  /** In which order buurten get their number in their wijk. */
  readonly buurtOrder: readonly number[];
  readonly wijkOfBuurt: Int32Array;
  /** Buurt that this one is still part of; itself otherwise. */
  readonly partOf: Int32Array;
  readonly buurtOfCell: Int32Array;
}

interface Coded extends Region {
  readonly draft: number;
}

/** Sorts by code and tells where each draft number went. */
function inOrder(areas: readonly Coded[], draftCount: number): { regions: Region[]; position: Int32Array } {
  const sorted = [...areas].sort((a, b) => (a.code < b.code ? -1 : 1));
  const position = new Int32Array(draftCount).fill(-1);
  sorted.forEach(({ draft }, i) => (position[draft] = i));
  return { regions: sorted.map(({ code, name, parent }) => ({ code, name, parent })), position };
}

/** Gives each wijk its number in its gemeente: the one it had, else the next free. */
function numberWijken(draft: Draft): Int32Array {
  const next = new Map<number, number>();
  const numbers = draft.wijkNumbers.slice();
  numbers.forEach((number, wijk) => {
    const gemeente = draft.gemeenteOfWijk[wijk];
    if (number >= 0) next.set(gemeente, Math.max(next.get(gemeente) ?? 0, number + 1));
  });
  return numbers.map((number, wijk) => {
    if (number >= 0) return number;
    const gemeente = draft.gemeenteOfWijk[wijk];
    const free = next.get(gemeente) ?? 0;
    next.set(gemeente, free + 1);
    return free;
  });
}

/** Gives all areas their codes and puts them in the order of these. */
export function numberAreas(draft: Draft): YearDivision {
  const top = (name: string, code: string): Region => ({ name, code, parent: -1 });
  const gemeenten = inOrder(
    draft.gemeenteNames.flatMap((name, i) =>
      draft.gemeenteNumbers[i] < 0
        ? []
        : [{ name, code: gemeenteCode(draft.gemeenteNumbers[i]), parent: -1, draft: i }],
    ),
    draft.gemeenteNames.length,
  );
  const numbers = numberWijken(draft);
  const wijken = inOrder(
    draft.wijkNames.map((name, wijk) => {
      const gemeente = draft.gemeenteOfWijk[wijk];
      const { code } = gemeenten.regions[gemeenten.position[gemeente]];
      const prefix = draft.isNumberInName(gemeente) ? `Wijk ${String(numbers[wijk]).padStart(2, '0')} ` : '';
      return {
        code: wijkCode(code, numbers[wijk], draft.numbering(gemeente)),
        name: prefix + name,
        parent: gemeenten.position[gemeente],
        draft: wijk,
      };
    }),
    draft.wijkNames.length,
  );
  const inWijk = new Map<number, number>();
  const buurten = inOrder(
    draft.buurtOrder.flatMap((buurt) => {
      if (draft.partOf[buurt] !== buurt) return [];
      const wijk = draft.wijkOfBuurt[buurt];
      const number = inWijk.get(wijk) ?? 0;
      inWijk.set(wijk, number + 1);
      const parent = wijken.position[wijk];
      return [
        { code: buurtCode(wijken.regions[parent].code, number), name: draft.buurtNames[buurt], parent, draft: buurt },
      ];
    }),
    draft.buurtNames.length,
  );
  const perGemeente = (of: Int32Array): Int32Array => {
    const result = new Int32Array(gemeenten.regions.length);
    gemeenten.position.forEach((position, i) => {
      if (position >= 0) result[position] = of[i];
    });
    return result;
  };
  return {
    year: draft.year,
    country: top(draft.countryName, COUNTRY_CODE),
    provincies: draft.provinceNames.map((name, i) => top(name, provincieCode(i))),
    riecs: draft.riecNames.map((name, i) => top(name, riecCode(i))),
    gemeenten: gemeenten.regions,
    wijken: wijken.regions,
    buurten: buurten.regions,
    provincieOf: perGemeente(draft.provinceOf),
    riecOf: perGemeente(draft.riecOf),
    buurtOfCell: draft.buurtOfCell.map((buurt) => (buurt < 0 ? -1 : buurten.position[draft.partOf[buurt]])),
  };
}

import { dimension, type Dimension } from '../model/dataset.js';
import { parsePeriod, type Period } from '../model/period.js';
import { failure, success, type Result } from '../model/problem.js';
import { levelOf, normaliseCode } from '../model/region.js';
import type { Axis } from './axis.js';
import { isFiller } from './fillers.js';
import { isProvisional, type CodeList } from './odata-shared.js';
import { findGeo, findTime } from './roles.js';

/** A column of a table of rows that places a figure: which code each row has, -1 for none. */
export interface TableColumn {
  readonly id: string;
  readonly label: string;
  readonly axis: Axis;
  readonly positions: ArrayLike<number>;
  readonly list: CodeList | null;
  /** As declared; null: to be found. */
  readonly role: 'geo' | 'time' | 'other' | null;
}

/** The dimensions of a table, and where each of its rows lies among them. */
export interface TableLayout {
  readonly geo: Dimension;
  readonly time: Dimension;
  readonly periods: readonly Period[];
  readonly breakdowns: readonly Dimension[];
  /** Number of combinations of breakdowns. */
  readonly combinations: number;
  /** Number of places: periods by breakdowns by regions, regions fastest. */
  readonly places: number;
  /** Place of a row; -1 where it has none, -2 where it is about no place we show (water, abroad). */
  placeOf(row: number): number;
}

/** A dimension with, for each code of the column, its position in it. */
interface Placed {
  readonly dimension: Dimension;
  readonly moved: Int32Array;
}

/** Codes in the order of their list, those it doesn't know behind. */
export function inListOrder(codes: readonly string[], list: CodeList | null): string[] {
  if (!list) return [...codes];
  const used = new Set(codes);
  const listed = [...list.byCode.keys()].filter((code) => used.has(code));
  return [...listed, ...codes.filter((code) => !list.byCode.has(code))];
}

function place({ id, label, axis, list }: TableColumn): Placed {
  const codes = inListOrder(axis.codes, list);
  const labels = codes.map((code) => list?.byCode.get(code)?.title || code);
  const placed = dimension(id, label, codes, labels);
  return { dimension: placed, moved: Int32Array.from(axis.codes, (code) => placed.index.get(code) ?? -1) };
}

/**
 * Regions with normalised codes. A region that the code list names without any row is there too (`none`), as far as its
 * level has rows: a list covers all levels, a question asks for one. Fillers get no place.
 */
function placeRegions({ id, label, axis, list }: TableColumn): Placed {
  const titles = new Map([...(list?.byCode.values() ?? [])].map(({ code, title }) => [normaliseCode(code), title]));
  const observed = new Set(axis.codes.map(normaliseCode).filter((code) => !isFiller(code)));
  const levels = new Set([...observed].map(levelOf));
  const listed = [...titles.keys()].filter((code) => levels.has(levelOf(code)) && !isFiller(code));
  const codes = [...new Set([...listed, ...observed])];
  const placed = dimension(
    id,
    label,
    codes,
    codes.map((code) => titles.get(code) || code),
  );
  const moved = Int32Array.from(axis.codes, (code) => placed.index.get(normaliseCode(code)) ?? -2);
  return { dimension: placed, moved };
}

/** Roles of the columns: as declared, else found among those nothing is declared of. */
function rolesOf(columns: readonly TableColumn[]): { geo: number; time: number } {
  const find = (wanted: 'geo' | 'time', taken: number, among: typeof findGeo): number => {
    const declared = columns.findIndex((column) => column.role === wanted);
    if (declared >= 0) return declared;
    // A declaration may be wrong about what a column is not; what nothing is declared of goes first.
    for (const role of [null, 'other']) {
      const free = columns.map((_, i) => i).filter((i) => i !== taken && columns[i].role === role);
      const at = among(free.map((i) => ({ id: columns[i].id, codes: columns[i].axis.codes.map(normaliseCode) })));
      if (at >= 0) return free[at];
    }
    return -1;
  };
  const geo = find('geo', -1, findGeo);
  return { geo, time: find('time', geo, findTime) };
}

/** Lays the columns out as dimensions. Error: `invalid-dataset` at `path` without regions, or without any code of another. */
export function layoutTable(columns: readonly TableColumn[], path: string): Result<TableLayout> {
  const roles = rolesOf(columns);
  if (roles.geo < 0) return failure('invalid-dataset', path, { items: columns.map(({ id }) => id) });
  const geo = placeRegions(columns[roles.geo]);
  const time = roles.time < 0 ? null : place(columns[roles.time]);
  const others = columns.map((_, i) => i).filter((i) => i !== roles.geo && i !== roles.time);
  const breakdowns = others.map((i) => place(columns[i]));
  const all = [geo, ...breakdowns, ...(time ? [time] : [])];
  if (all.some(({ dimension: { codes } }) => codes.length === 0)) return failure('invalid-dataset', path);
  const steps: { positions: ArrayLike<number>; moved: Int32Array; stride: number }[] = [];
  let stride = 1;
  const step = (column: number, { dimension: { codes }, moved }: Placed): void => {
    steps.push({ positions: columns[column].positions, moved, stride });
    stride *= codes.length;
  };
  step(roles.geo, geo);
  for (let i = others.length - 1; i >= 0; i--) step(others[i], breakdowns[i]);
  if (time) step(roles.time, time);
  const list = time ? columns[roles.time].list : null;
  const periods = time?.dimension ?? dimension('time', '', ['']);
  return success({
    geo: geo.dimension,
    time: periods,
    periods: periods.codes.map((code, i) =>
      parsePeriod(code, periods.labels[i] || null, isProvisional(list?.byCode.get(code))),
    ),
    breakdowns: breakdowns.map((placed) => placed.dimension),
    combinations: breakdowns.reduce((product, { dimension: { codes } }) => product * codes.length, 1),
    places: stride,
    placeOf(row) {
      let at = 0;
      for (const { positions, moved, stride: width } of steps) {
        const position = positions[row];
        const to = position < 0 ? -1 : moved[position];
        if (to < 0) return to;
        at += to * width;
      }
      return at;
    },
  });
}

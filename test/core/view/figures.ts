import { CubeBuilder, breakdownIndex } from '@zicht-op/core/model/cube-builder.js';
import { NO_META, dimension, indicator, type Dataset, type Indicator } from '@zicht-op/core/model/dataset.js';
import { KIND_CODE, markBit, type Mark, type MissingKind } from '@zicht-op/core/model/observation.js';
import { parsePeriod } from '@zicht-op/core/model/period.js';
import type { FormatTexts } from '@zicht-op/core/view/format.js';
import type { ExportTexts } from '@zicht-op/core/view/export/context.js';

/** A figure, a figure with its marks, or a kind of missing. */
export type Cell = number | readonly [value: number, ...marks: Mark[]] | Exclude<MissingKind, 'uncovered'>;

export interface Plan {
  readonly indicators?: readonly Indicator[];
  readonly periods?: readonly string[];
  readonly breakdowns?: Readonly<Record<string, readonly string[]>>;
  /** Region code, or code and name. */
  readonly regions: readonly (string | readonly [code: string, name: string])[];
  /** The cell of one combination; null for one that wasn't filled in. */
  readonly cell: (place: {
    readonly indicator: string;
    readonly period: string;
    readonly breakdown: readonly string[];
    readonly region: string;
  }) => Cell | null;
  readonly more?: Partial<Dataset>;
}

/** Every combination of one item from each list, last list fastest. */
const combinations = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>((all, list) => all.flatMap((start) => list.map((item) => [...start, item])), [[]]);

function write(cube: CubeBuilder, at: number, cell: Cell | null): void {
  if (cell === null) return;
  if (typeof cell === 'number') cube.setValue(at, cell);
  else if (typeof cell === 'string') cube.setMissing(at, KIND_CODE[cell]);
  else {
    const [value, ...marks] = cell;
    cube.setValue(
      at,
      value,
      marks.reduce((bits, mark) => bits | markBit(mark), 0),
    );
  }
}

/** A dataset from a plan, through the gate. One indicator `kans` in percents and one period unless the plan says more. */
export function makeDataset(plan: Plan): Dataset {
  const { periods = ['2021'], breakdowns = {}, regions, cell, more } = plan;
  const indicators = plan.indicators ?? [indicator('kans')];
  const codes = regions.map((region) => (typeof region === 'string' ? region : region[0]));
  const names = regions.map((region) => (typeof region === 'string' ? region : region[1]));
  const dimensions = Object.entries(breakdowns).map(([id, categories]) => dimension(id, `label ${id}`, categories));
  const choices = combinations(dimensions.map((each) => each.codes));
  const cube = new CubeBuilder(indicators.length, periods.length, choices.length, codes.length);
  indicators.forEach(({ id }, metric) =>
    periods.forEach((period, time) =>
      choices.forEach((breakdown) =>
        codes.forEach((region, position) => {
          const combination = breakdownIndex(
            dimensions,
            breakdown.map((category, i) => dimensions[i].index.get(category) ?? -1),
          );
          write(
            cube,
            cube.cell(metric, time, combination, position),
            cell({ indicator: id, period, breakdown, region }),
          );
        }),
      ),
    ),
  );
  return {
    ...NO_META,
    geo: dimension('regio', 'Regio', codes, names),
    time: dimension('periode', 'Periode', periods),
    periods: periods.map((id) => parsePeriod(id)),
    metric: dimension(
      'indicator',
      'Indicator',
      indicators.map(({ id }) => id),
    ),
    indicators,
    breakdowns: dimensions,
    values: cube.values,
    kinds: cube.kinds,
    marks: cube.marks,
    parents: new Map(),
    ...more,
  };
}

/** Words that can be told from anything in the data. */
export const TEXTS: FormatTexts & ExportTexts = {
  missing: {
    withheld: 'niet gepubliceerd',
    unknown: 'onbekend',
    impossible: 'niet van toepassing',
    none: 'geen gegevens',
    uncovered: 'buiten dekking',
  },
  columns: {
    region: 'Code',
    name: 'Gebied',
    level: 'Niveau',
    period: 'Periode',
    indicator: 'Indicator',
    value: 'Waarde',
    unit: 'Eenheid',
    kind: 'Soort',
    text: 'Cijfer',
    marks: 'Toelichting',
    source: 'Bron',
    caution: 'Wat zegt dit niet',
  },
  kindValue: 'cijfer',
  marks: {
    P: 'voorlopig',
    B: 'trendbreuk',
    D: 'andere definitie',
    E: 'geschat',
    F: 'prognose',
    G: 'experimenteel',
    I: 'bijgeschat',
    N: 'niet significant',
    S: 'bijzonder',
    U: 'minder betrouwbaar',
    V: 'niet gevalideerd',
    W: 'inclusief andere',
    R: 'herzien',
  },
  quarter: (part, year) => `${part}e kwartaal ${year}`,
};

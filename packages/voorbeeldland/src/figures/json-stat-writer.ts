import type { Area } from './area-tree.js';

export interface UnitText {
  readonly label: string;
  readonly symbol: string;
  readonly position?: 'start' | 'end';
  readonly decimals: number;
}

export interface GuidanceText {
  readonly label: string;
  readonly href: string;
  readonly do: readonly string[];
  readonly dont: readonly string[];
}

/** A metric and what its publisher says about it. */
export interface Metric {
  readonly id: string;
  readonly label: string;
  readonly unit: UnitText;
  readonly description: string;
  readonly caution: string;
  readonly direction: 'risk' | 'neutral' | 'good';
  readonly kind: 'rate' | 'count' | 'index' | 'amount';
  readonly denominator?: string;
  readonly breaks?: readonly number[];
  readonly guidance: readonly GuidanceText[];
}

export interface Breakdown {
  readonly id: string;
  readonly label: string;
  readonly categories: readonly { readonly code: string; readonly label: string }[];
}

export interface JsonStatCategory {
  readonly index: readonly string[];
  readonly label: Readonly<Record<string, string>>;
  readonly unit?: Readonly<Record<string, UnitText>>;
  readonly child?: Readonly<Record<string, readonly string[]>>;
}

/** A JSON-stat 2.0 dataset with the profile of this project. */
export interface JsonStatDataset {
  readonly version: '2.0';
  readonly class: 'dataset';
  readonly label: string;
  readonly source: string;
  readonly updated: string;
  readonly note: readonly string[];
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly role: {
    readonly geo: readonly string[];
    readonly time: readonly string[];
    readonly metric: readonly string[];
  };
  readonly dimension: Readonly<Record<string, { readonly label: string; readonly category: JsonStatCategory }>>;
  readonly value: readonly (number | null)[] | Readonly<Record<string, number>>;
  readonly status?: Readonly<Record<string, string>>;
  readonly extension: { readonly 'zicht-op': Readonly<Record<string, unknown>> };
}

export interface DatasetText {
  readonly id: string;
  readonly label: string;
  readonly theme: string;
  readonly notes: readonly string[];
}

/** Collects figures and statuses, and writes them as JSON-stat: metrics, periods, breakdowns, and regions fastest. */
export class JsonStatWriter {
  readonly areas: readonly Area[];
  readonly #metrics: readonly Metric[];
  readonly #years: readonly number[];
  readonly #breakdowns: readonly Breakdown[];
  readonly #values: (number | null)[];
  readonly #status = new Map<number, string>();
  readonly #combinations: number;

  constructor(
    areas: readonly Area[],
    metrics: readonly Metric[],
    years: readonly number[],
    breakdowns: readonly Breakdown[] = [],
  ) {
    this.areas = areas;
    this.#metrics = metrics;
    this.#years = years;
    this.#breakdowns = breakdowns;
    this.#combinations = breakdowns.reduce((product, { categories }) => product * categories.length, 1);
    this.#values = new Array<number | null>(metrics.length * years.length * this.#combinations * areas.length).fill(
      null,
    );
  }

  #cell(metric: string, year: number, combination: number, area: number): number {
    const m = this.#metrics.findIndex(({ id }) => id === metric);
    const t = this.#years.indexOf(year);
    if (m < 0 || t < 0) throw new RangeError('no such metric or year in this dataset');
    return ((m * this.#years.length + t) * this.#combinations + combination) * this.areas.length + area;
  }

  /** A figure, rounded as its unit says, with a mark where there is one (`P`, `B`, `E`). */
  setValue(metric: string, year: number, combination: number, area: number, value: number, mark = ''): void {
    const cell = this.#cell(metric, year, combination, area);
    const scale = 10 ** (this.#metrics.find(({ id }) => id === metric)?.unit.decimals ?? 0);
    this.#values[cell] = Math.round(value * scale) / scale;
    if (mark) this.#status.set(cell, mark);
  }

  /** A cell without a figure, and why: `Q` withheld, `O` unknown, `M` impossible. */
  setMissing(metric: string, year: number, combination: number, area: number, status: string): void {
    const cell = this.#cell(metric, year, combination, area);
    this.#values[cell] = null;
    this.#status.set(cell, status);
  }

  #dimensions(children: Readonly<Record<string, readonly string[]>>): JsonStatDataset['dimension'] {
    const metrics = this.#metrics;
    const label = (entries: readonly (readonly [string, string])[]): Record<string, string> =>
      Object.fromEntries(entries);
    return {
      Onderwerp: {
        label: 'Onderwerp',
        category: {
          index: metrics.map(({ id }) => id),
          label: label(metrics.map((metric) => [metric.id, metric.label])),
          unit: Object.fromEntries(metrics.map(({ id, unit }) => [id, unit])),
        },
      },
      Perioden: {
        label: 'Perioden',
        category: {
          index: this.#years.map(String),
          label: label(this.#years.map((year) => [String(year), String(year)])),
        },
      },
      ...Object.fromEntries(
        this.#breakdowns.map((breakdown) => [
          breakdown.id,
          {
            label: breakdown.label,
            category: {
              index: breakdown.categories.map(({ code }) => code),
              label: label(breakdown.categories.map((category) => [category.code, category.label])),
            },
          },
        ]),
      ),
      RegioS: {
        label: "Regio's",
        category: {
          index: this.areas.map(({ code }) => code),
          label: label(this.areas.map(({ code, name }) => [code, name])),
          ...(Object.keys(children).length > 0 ? { child: children } : {}),
        },
      },
    };
  }

  /** The document. `isSparse`: cells without a figure are left out, where most are. */
  write(
    text: DatasetText,
    profile: Readonly<Record<string, unknown>>,
    children: Readonly<Record<string, readonly string[]>> = {},
    isSparse = false,
  ): JsonStatDataset {
    const dimension = this.#dimensions(children);
    const sparse = (): Record<string, number> =>
      Object.fromEntries(this.#values.flatMap((value, cell) => (value === null ? [] : [[cell, value] as const])));
    return {
      version: '2.0',
      class: 'dataset',
      label: text.label,
      source: SOURCE,
      updated: UPDATED,
      note: text.notes,
      id: Object.keys(dimension),
      size: Object.values(dimension).map(({ category }) => category.index.length),
      role: { geo: ['RegioS'], time: ['Perioden'], metric: ['Onderwerp'] },
      dimension,
      value: isSparse ? sparse() : this.#values,
      ...(this.#status.size > 0 ? { status: Object.fromEntries(this.#status) } : {}),
      extension: {
        'zicht-op': {
          theme: text.theme,
          ...profile,
          indicators: Object.fromEntries(this.#metrics.map((metric) => [metric.id, describe(metric)])),
        },
      },
    };
  }
}

export const SOURCE = 'Voorbeeldland (fictieve cijfers)';
export const UPDATED = '2025-06-01';

function describe({
  description,
  caution,
  direction,
  kind,
  denominator,
  breaks,
  guidance,
}: Metric): Record<string, unknown> {
  return {
    description,
    caution,
    direction,
    kind,
    ...(denominator ? { denominator } : {}),
    ...(breaks ? { breaks } : {}),
    sources: [{ label: SOURCE }],
    guidance,
  };
}

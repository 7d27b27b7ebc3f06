import type { DatasetMeta, Indicator } from '../../model/dataset.js';
import type { MissingKind } from '../../model/observation.js';
import type { Row } from '../rows.js';
import { sourceLine, sourcesOf, type ExportContext } from './context.js';
import { statusOfMarks } from './status-text.js';

/** SDMX OBS_STATUS of what is missing; the absence of an observation is no status. Contract, section 2. */
const STATUS: Readonly<Record<Exclude<MissingKind, 'uncovered'>, string | null>> = {
  withheld: 'Q',
  unknown: 'O',
  impossible: 'M',
  none: null,
};

/** An axis of the file: the codes that occur, in the order of the rows. */
interface Axis {
  readonly id: string;
  readonly label: string;
  readonly codes: ReadonlyMap<string, number>;
  codeOf(row: Row): string;
}

const axis = (id: string, label: string, rows: readonly Row[], codeOf: (row: Row) => string): Axis => ({
  id,
  label,
  codeOf,
  codes: new Map([...new Set(rows.map(codeOf))].map((code, i) => [code, i])),
});

/** An object keyed by data: own members only, also for a key like `__proto__`. */
const keyed = <T>(keys: Iterable<string>, valueOf: (key: string) => T): Record<string, T> =>
  Object.fromEntries(Array.from(keys, (key) => [key, valueOf(key)]));

function breakdownAxes(rows: readonly Row[], { breakdowns = [] }: ExportContext): Axis[] {
  const ids = new Set(rows.flatMap((row) => Object.keys(row.breakdown)));
  return [...ids].map((id) => {
    const label = breakdowns.find((known) => known.id === id)?.label ?? id;
    return axis(id, label, rows, ({ breakdown }) => (Object.hasOwn(breakdown, id) ? breakdown[id] : ''));
  });
}

/** A name for an axis of our own that no breakdown has. */
function freeId(wanted: string, taken: readonly Axis[]): string {
  return taken.some(({ id }) => id === wanted) ? freeId(`${wanted}_`, taken) : wanted;
}

interface Axes {
  readonly metric: Axis;
  /** Null where the data has no time. */
  readonly time: Axis | null;
  readonly breakdowns: readonly Axis[];
  readonly geo: Axis;
}

function axesOf(rows: readonly Row[], context: ExportContext): Axes {
  const breakdowns = breakdownAxes(rows, context);
  const own = (id: string, codeOf: (row: Row) => string) => axis(freeId(id, breakdowns), id, rows, codeOf);
  const time = own('time', (row) => row.period);
  return {
    metric: own('metric', (row) => row.indicator),
    time: time.codes.size === 1 && time.codes.has('') ? null : time,
    breakdowns,
    geo: own('geo', (row) => row.region),
  };
}

const inOrder = ({ metric, time, breakdowns, geo }: Axes): Axis[] => [
  metric,
  ...(time ? [time] : []),
  ...breakdowns,
  geo,
];

/** Values and statuses by position, last axis fastest. What no row speaks of is null: no observation. */
function cellsOf(rows: readonly Row[], axes: readonly Axis[]) {
  const value = new Array<number | null>(axes.reduce((count, { codes }) => count * codes.size, 1)).fill(null);
  const status = new Map<number, string>();
  for (const row of rows) {
    const at = axes.reduce((position, { codes, codeOf }) => position * codes.size + (codes.get(codeOf(row)) ?? 0), 0);
    if (row.kind === 'value' && row.value !== undefined) value[at] = row.value;
    const text = row.kind === 'value' ? statusOfMarks(row.marks) : row.kind === 'uncovered' ? null : STATUS[row.kind];
    if (text !== null) status.set(at, text);
  }
  return { value, status: status.size > 0 ? Object.fromEntries(status) : undefined };
}

const index = (codes: Iterable<string>): string[] => [...codes];

function dimensionsOf(rows: readonly Row[], axes: Axes, context: ExportContext): Record<string, unknown> {
  const { indicators, breakdowns = [] } = context;
  const names = new Map(rows.map((row) => [row.region, row.name]));
  const describe = ({ id, label, codes }: Axis, labelOf: (code: string) => string, more: object = {}) =>
    [id, { label, category: { index: index(codes.keys()), label: keyed(codes.keys(), labelOf), ...more } }] as const;
  const units = keyed(axes.metric.codes.keys(), (id) => unitOf(indicators.get(id)));
  return Object.fromEntries([
    describe(axes.metric, (id) => indicators.get(id)?.label ?? id, { unit: units }),
    ...(axes.time ? [describe(axes.time, (id) => id)] : []),
    ...axes.breakdowns.map((breakdown) => {
      const known = breakdowns.find(({ id }) => id === breakdown.id);
      return describe(breakdown, (code) => known?.labels[known.index.get(code) ?? -1] ?? code);
    }),
    describe(axes.geo, (code) => names.get(code) ?? code),
  ]);
}

const unitOf = (indicator: Indicator | undefined) => {
  const { label = '', symbol = '', position = 'end', decimals = null } = indicator?.unit ?? {};
  return { label, symbol, position, ...(decimals !== null && { decimals }) };
};

function indicatorProfile(indicator: Indicator | undefined, meta: DatasetMeta) {
  const sources = sourcesOf(indicator, meta);
  if (!indicator) return { sources };
  const { description, caution, direction, kind, denominator, breaks, guidance } = indicator;
  return { description, caution, direction, kind, denominator, ...(breaks && { breaks }), sources, guidance };
}

/** An address that leads somewhere from a saved file too; one relative to the dataset doesn't. */
const isAbsolute = (href: string | null): href is string => href !== null && /^https?:/i.test(href);

function profileOf({ theme, reference, rounding, boundaries, release, outlier }: DatasetMeta) {
  return {
    ...(theme && { theme }),
    ...(reference !== null && { reference }),
    ...(rounding && { rounding }),
    boundaries: keyed(Object.keys(boundaries), (level) => {
      const { year, href } = boundaries[level];
      return { ...(year !== null && { year }), ...(isAbsolute(href) && { href }) };
    }),
    ...(release && { release }),
    ...(outlier && { outlier }),
  };
}

/**
 * The rows as a JSON-stat 2.0 dataset with the profile of contract 2, which reads again as the same values, kinds and
 * marks. A withheld figure is its status and null. Regions that the data doesn't cover are left out, as they were in it.
 * Without rows every dimension is empty; such a file says so, and has nothing to read.
 */
export function toJsonStat(rows: readonly Row[], context: ExportContext): unknown {
  const { meta, indicators } = context;
  const covered = rows.filter(({ kind }) => kind !== 'uncovered');
  const axes = axesOf(covered, context);
  const ordered = inOrder(axes);
  const metrics = index(axes.metric.codes.keys());
  const sources = metrics.flatMap((id) => sourcesOf(indicators.get(id), meta));
  return {
    version: '2.0',
    class: 'dataset',
    label: meta.label,
    source: [...new Set(sources.map((source) => sourceLine([source])))].join('; '),
    ...(meta.updated && { updated: meta.updated }),
    ...(meta.notes.length > 0 && { note: meta.notes }),
    id: ordered.map(({ id }) => id),
    size: ordered.map(({ codes }) => codes.size),
    role: { metric: [axes.metric.id], geo: [axes.geo.id], ...(axes.time && { time: [axes.time.id] }) },
    dimension: dimensionsOf(covered, axes, context),
    ...cellsOf(covered, ordered),
    extension: {
      'zicht-op': {
        ...profileOf(meta),
        indicators: keyed(metrics, (id) => indicatorProfile(indicators.get(id), meta)),
      },
    },
  };
}

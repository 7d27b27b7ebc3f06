import type { DatasetMeta, Dimension, Indicator, Source } from '../../model/dataset.js';
import type { Mark, MissingKind } from '../../model/observation.js';

/** Columns of a table file, in their order; breakdowns come between `indicator` and `value`. */
export const EXPORT_COLUMNS = [
  'region',
  'name',
  'level',
  'period',
  'indicator',
  'value',
  'unit',
  'kind',
  'text',
  'marks',
  'source',
  'caution',
] as const;

export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

/** Words in a file, in the reader's language. */
export interface ExportTexts {
  readonly columns: Readonly<Record<ExportColumn, string>>;
  readonly missing: Readonly<Record<MissingKind, string>>;
  /** What a figure that is there is called, beside the words for what is missing. */
  readonly kindValue: string;
  readonly marks: Readonly<Record<Mark, string>>;
}

/** What a file says about its rows. */
export interface ExportContext {
  /** By id. A row of an indicator that isn't here has its id for a name, and neither unit nor caution. */
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly meta: DatasetMeta;
  readonly texts: ExportTexts;
  /** For the labels of breakdowns and their categories; without them the codes stand there. */
  readonly breakdowns?: readonly Dimension[];
}

/** Sources of an indicator, else of the dataset as a whole. */
export const sourcesOf = (indicator: Indicator | undefined, meta: DatasetMeta): readonly Source[] =>
  indicator && indicator.sources.length > 0 ? indicator.sources : meta.sources;

/** Sources on one line, each with its address where it has one; empty without sources. */
export const sourceLine = (sources: readonly Source[]): string =>
  sources.map(({ label, href }) => (href && href !== label ? `${label} (${href})` : label)).join('; ');

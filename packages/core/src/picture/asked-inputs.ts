import { parseJsonStat } from '../formats/json-stat.js';
import type { Dataset } from '../model/dataset.js';
import { isDataset, maskedCopy } from '../model/masked-copy.js';
import type { Result } from '../model/problem.js';
import { guarded } from '../sources/reading.js';
import type { Transport } from '../sources/transport.js';
import type { ClassMethod } from '../view/classify.js';
import type { Choice, Inputs } from './inputs.js';
import type { ClassOptions } from './picture.js';
import { attributeText, parseFilter, parseTokens } from './query-string.js';

/** Where data come from and how they are read, as an embedder writes it: attributes of an element, options of a layer. */
export type AskedSource = Readonly<
  Record<
    'src' | 'type' | 'columns' | 'metadata' | 'levels' | 'allowOrigins' | 'boundaries' | 'reference',
    string | readonly string[] | null | undefined
  >
>;

type SourceInputs = Pick<Inputs, keyof AskedSource>;

/** What such words ask for. Nothing said is empty. */
export const sourceInputs = (asked: AskedSource): SourceInputs => ({
  src: attributeText(asked.src),
  type: attributeText(asked.type),
  columns: attributeText(asked.columns),
  metadata: attributeText(asked.metadata),
  levels: parseTokens(asked.levels),
  allowOrigins: parseTokens(asked.allowOrigins),
  boundaries: attributeText(asked.boundaries),
  reference: attributeText(asked.reference).toUpperCase(),
});

/** What is to be shown: filters as query strings. */
export interface AskedChoices extends Pick<Inputs, 'period' | 'level' | 'within'> {
  readonly filter: string;
  readonly ownFilter: string;
}

export const choiceInputs = ({ period, level, within, filter, ownFilter }: AskedChoices) => ({
  period,
  level,
  within: upperCase(within),
  filter: parseFilter(filter),
  ownFilter: parseFilter(ownFilter),
});

const upperCase = ({ value, strict, own = '' }: Choice): Choice => ({
  value: value.toUpperCase(),
  strict,
  own: own.toUpperCase(),
});

/** How an embedder wants addresses to be asked; `maxSize` in megabytes. */
export interface AskedTransport {
  readonly fetch?: typeof fetch | null;
  readonly credentials?: unknown;
  readonly maxSize?: number;
}

/** One function for a whole page, so that its widgets share a cache; a host may still replace `window.fetch`. */
const pageFetch: typeof fetch = (input, init) => globalThis.fetch(input, init);

const CREDENTIALS: ReadonlySet<unknown> = new Set<RequestCredentials>(['same-origin', 'include', 'omit']);
const MEGABYTE = 1_000_000;

/** `same-origin` and 64 MB where nothing usable is said. */
export const transportOf = ({
  fetch,
  credentials,
  maxSize = NaN,
}: AskedTransport): Pick<Transport, 'fetch' | 'credentials' | 'maxSize'> => ({
  fetch: fetch ?? pageFetch,
  credentials: CREDENTIALS.has(credentials) ? (credentials as RequestCredentials) : 'same-origin',
  maxSize: (Number.isFinite(maxSize) && maxSize > 0 ? maxSize : 64) * MEGABYTE,
});

/** What was given as objects instead of addresses, read already or being read. */
export type GivenData = Pick<Inputs, 'data' | 'boundariesData'>;

/**
 * What a page gives as data: JSON-stat, or a dataset that one of our widgets gave. Null for nothing. A host's own object
 * may throw when it is read: that is `invalid-dataset`.
 */
export function readGivenData(value: unknown): Result<Dataset> | null {
  if (value === null || value === undefined) return null;
  return guarded('invalid-dataset', () =>
    isDataset(value) ? { ok: true, value: maskedCopy(value), problems: [] } : parseJsonStat(value),
  );
}

const METHODS: ReadonlySet<unknown> = new Set<ClassMethod>([
  'quantile',
  'jenks',
  'equal',
  'pretty',
  'stddev',
  'manual',
]);

/** How an embedder asks for classes. */
export interface AskedClasses {
  readonly method?: string;
  readonly classes?: number;
  /** Numbers, or text with spaces between them. */
  readonly breaks?: string | readonly (string | number)[];
}

/** What is no method is none, what is no number of classes is the default. */
export function classOptionsOf({ method, classes = NaN, breaks }: AskedClasses): ClassOptions {
  const numbers = parseTokens(breaks).map(Number);
  return {
    method: METHODS.has(method) ? (method as ClassMethod) : null,
    classes: Number.isFinite(classes) ? classes : 5,
    breaks: numbers.length > 0 ? numbers : null,
  };
}
